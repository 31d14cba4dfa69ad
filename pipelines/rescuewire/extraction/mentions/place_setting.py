"""What is known of a text while its places are sorted out."""

from __future__ import annotations

from dataclasses import dataclass, field

from rescuewire.extraction.mentions.gazetteer import Gazetteer
from rescuewire.extraction.mentions.place_words import Words, is_headline, is_shouted


@dataclass(frozen=True)
class Setting:
    """One text with the occurrences found in it."""

    words: Words
    gazetteer: Gazetteer
    listed: frozenset[int]
    """The words of occurrences of listed names."""
    demonyms: frozenset[int]
    """The words of occurrences of demonyms."""
    named: frozenset[str] = frozenset()
    """The countries that names with one reading tell."""
    headlines: dict[str, bool] = field(default_factory=dict)

    def is_headline(self, index: int) -> bool:
        """Whether the word's line has capitals throughout."""
        line = self.words.line(index)
        if line not in self.headlines:
            self.headlines[line] = is_shouted(line) or is_headline(line)
        return self.headlines[line]

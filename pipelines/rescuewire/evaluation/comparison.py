"""One article: its gold events beside those that were found."""

from __future__ import annotations

from dataclasses import dataclass

from rescuewire.evaluation.facts import Facts
from rescuewire.evaluation.matching import is_quoted, match
from rescuewire.evaluation.slots import FULL, RECORD, SetSlot, Slot
from rescuewire_schemas.article import Article


@dataclass(frozen=True)
class Pair:
    """A gold event and the found event that it is; `quoted` tells whether its evidence is a short quotation."""

    gold: Facts
    found: Facts
    quoted: bool

    def agrees(self, slot: Slot | SetSlot) -> bool:
        """Tell whether a slot is right."""
        return slot.value(self.gold) == slot.value(self.found)

    @property
    def record_is_right(self) -> bool:
        """Count, agent, origin and place are right, with evidence."""
        return self.quoted and all(self.agrees(slot) for slot in RECORD)

    @property
    def full_is_right(self) -> bool:
        """Every slot is right but the qualifier, which the bounds imply nearly always, with evidence."""
        return self.quoted and all(self.agrees(slot) for slot in FULL)


@dataclass(frozen=True)
class Comparison:
    """What became of the events of one article."""

    article: Article
    language: str
    pairs: tuple[Pair, ...]
    missed: tuple[Facts, ...]
    spurious: tuple[Facts, ...]

    @property
    def gold_events(self) -> int:
        """Number of gold events."""
        return len(self.pairs) + len(self.missed)

    @property
    def found_events(self) -> int:
        """Number of found events."""
        return len(self.pairs) + len(self.spurious)


def compare(article: Article, language: str, gold: tuple[Facts, ...], found: tuple[Facts, ...]) -> Comparison:
    """Match the events found in an article with its gold events."""
    text = f"{article.text}\n{article.title}"
    matched = match(text, gold, found)
    taken = {j for _, j in matched}
    return Comparison(
        article=article,
        language=language,
        pairs=tuple(Pair(gold[i], found[j], is_quoted(text, found[j])) for i, j in matched),
        missed=tuple(event for i, event in enumerate(gold) if i not in dict(matched)),
        spurious=tuple(event for j, event in enumerate(found) if j not in taken),
    )

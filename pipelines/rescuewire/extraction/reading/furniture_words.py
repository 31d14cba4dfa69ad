"""The words that page furniture is known by: `furniture.yaml` of a language pack, and of `world`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec
from babel import Locale

from rescuewire.extraction.packs.language_pack import Word, read_words
from rescuewire.extraction.patterns.small_letters import in_small_letters


class FurnitureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`furniture.yaml`. Case does not matter; the white space and apostrophes of a phrase match any other of theirs.

    `teasers` announce another story: followed by a mark (: | > –), alone on the line, or by a headline.
    `teaser_labels` and `labels` (of captions and notes) count only before a mark or alone on the line.
    `notices` make a short line furniture that begins with them, `signs` one that contains them anywhere.
    `appeals` begin a request for money or subscription, which goes on while `appeal_words` are met.
    `bar_words` make up share bars and menus, `bylines` precede a name, `date_words` stand round a date.
    """

    teasers: tuple[Word, ...] = ()
    teaser_labels: tuple[Word, ...] = ()
    labels: tuple[Word, ...] = ()
    notices: tuple[Word, ...] = ()
    signs: tuple[Word, ...] = ()
    appeals: tuple[Word, ...] = ()
    appeal_words: tuple[Word, ...] = ()
    bar_words: tuple[Word, ...] = ()
    bylines: tuple[Word, ...] = ()
    byline_words: tuple[Word, ...] = ()
    date_words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class FurnitureRules:
    """A pack's words, compiled for text in small letters: those of beginnings for `match`, the others for `search`."""

    teaser: re.Pattern[str]
    teaser_label: re.Pattern[str]
    label: re.Pattern[str]
    notice: re.Pattern[str]
    sign: re.Pattern[str]
    appeal: re.Pattern[str]
    byline: re.Pattern[str]
    inline_teaser: re.Pattern[str]
    appeal_words: re.Pattern[str]
    bar_words: frozenset[str]
    byline_words: frozenset[str]
    date_words: frozenset[str]
    calendar_words: frozenset[str]

    def appeal_word_count(self, line: str) -> int:
        """How many different appeal words the line holds, which is in small letters."""
        return len({match[0] for match in self.appeal_words.finditer(line)})


@cache
def read_furniture_rules(pack: str) -> FurnitureRules:
    """Compile the furniture words of the pack and of `world`; raise PackError where a file is missing or wrong."""
    words = _joined(read_words("world", "furniture", FurnitureWords), read_words(pack, "furniture", FurnitureWords))
    return FurnitureRules(
        teaser=_compiled(words.teasers),
        teaser_label=_compiled(words.teaser_labels),
        label=_compiled(words.labels),
        notice=_compiled(words.notices),
        sign=_compiled(words.signs),
        appeal=_compiled(words.appeals),
        byline=_compiled(words.bylines),
        inline_teaser=_inline_teaser(words),
        appeal_words=_compiled(words.appeal_words),
        bar_words=_folded(words.bar_words),
        byline_words=_folded(words.byline_words),
        date_words=_folded(words.date_words),
        calendar_words=_calendar_words(pack) | _calendar_words("en"),
    )


def _inline_teaser(words: FurnitureWords) -> re.Pattern[str]:
    """Announcements inside a paragraph: in brackets as a whole, or after a sentence up to their mark."""
    bare = _alternatives(words.teasers)
    marked = rf"(?:{_alternatives((*words.teasers, *words.teaser_labels))})\s?[:>|–—]+"
    return re.compile(
        rf"(?P<bracket>[(\[]\s?(?:(?:{bare})(?!\w)|{marked})[^()\[\]\n]{{0,250}}[)\]])"
        rf"|(?<=[.!?…»”\"])\s+[^\w\s(\[«“\"]{{0,2}}\s?{marked}\s?"
    )


def _joined(first: FurnitureWords, second: FurnitureWords) -> FurnitureWords:
    names = FurnitureWords.__struct_fields__
    return FurnitureWords(**{name: (*getattr(first, name), *getattr(second, name)) for name in names})


def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words; one that finds nothing where there are none."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)" if phrases else r"(?!)")


def _alternatives(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(set(map(in_small_letters, phrases)), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_loose(phrase) for phrase in longest_first)


def _loose(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _calendar_words(code: str) -> frozenset[str]:
    """Names of months and days, full and short, in the language of the pack."""
    locale = Locale(code)
    widths = ("wide", "abbreviated")
    months = (locale.months[context][width] for context in ("format", "stand-alone") for width in widths)
    days = (locale.days[context][width] for context in ("format", "stand-alone") for width in widths)
    names = (str(name) for table in (*months, *days) for name in table.values())
    return frozenset(name.casefold().strip(".") for name in names)

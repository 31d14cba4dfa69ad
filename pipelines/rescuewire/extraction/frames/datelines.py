"""Datelines: the place that opens a report, or an item of several: "MAE SOT, Thailand, Feb 20 (Agency) - An …".

A place that is a line or a sentence by itself opens an item too.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import PLACES
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.sentence_view import SentenceView

_LONGEST = 16
_OPENING = 3
_FEWEST_LETTERS = 4
_SIGNS = frozenset({"-", "–", "—", ":", "|"})
_BETWEEN_PLACES = _SIGNS | {".", ","}
_STOPPED_SIGNS = (".-", ".–", ".—")


def in_dateline(view: SentenceView, span: Span) -> bool:
    """Tell whether a mention stands in the dateline that opens its sentence."""
    return view.start <= span.start < view.dateline_end


def find_dateline_end(view: SentenceView) -> int:
    """Return the first token behind the dateline of a sentence; its first token where it has none."""
    if view.in_title or not view.places:
        return view.start
    opening = next((p for p in view.places if p.start - view.start < _OPENING), None)
    if opening is None or not view.doc[view.start].text[0].isupper():
        return view.start
    if _is_heading(view, opening):
        return view.end
    end = _sign(view, opening) + 1 or _shouted(view, opening)
    return view.start if any(t.start < end for t in view.triggers) else end


def _is_heading(view: SentenceView, opening: Span) -> bool:
    """Tell whether places are a line or a sentence by themselves: "ECUADOR" above a brief, « Puerto Maldonado. »."""
    if opening.start != view.start:
        return False
    words = enumerate(view.words_within(view.start, view.end), view.start)
    last = ""
    for word in (word for position, word in words if position not in view.named and not word.isspace()):
        if word not in _BETWEEN_PLACES:
            return False
        last = word
    return last == "." or "\n" in view.sentence.text_with_ws


def _sign(view: SentenceView, opening: Span) -> int:
    """Return the token that closes a dateline: a dash or colon, in briefs the full stop; -1 without."""
    loud = view.doc[view.start].text.isupper() or view.word(opening.end) == ","
    for position in range(opening.end - 1, min(view.start + _LONGEST, view.end - 1)):
        word = view.word(position)
        closes = position >= opening.end and word in _SIGNS and not _joins_words(view, position)
        if closes or word.endswith(_STOPPED_SIGNS):
            return position
        if word == "." and loud:
            return position
    return -1


def _joins_words(view: SentenceView, position: int) -> bool:
    """Tell whether a hyphen stands within a word: "forty-six"."""
    doc = view.doc
    return doc[position].text == "-" and not doc[position].whitespace_ and not doc[position - 1].whitespace_


def _shouted(view: SentenceView, opening: Span) -> int:
    """Return the end of a place in capitals that the report follows without a sign: "BAGHDAD Three hostages …"."""
    name, after = view.doc[opening.start : opening.end].text, view.doc[min(opening.end, view.end - 1)].text
    is_loud = opening.start == view.start and name.isupper() and len(name) >= _FEWEST_LETTERS
    return opening.end if is_loud and after[0].isupper() and not after.isupper() else view.start


class Datelines:
    """The datelines of an article: which sentence belongs to the item that which of them opens."""

    def __init__(self, views: Sequence[SentenceView]) -> None:
        self._codes: dict[int, tuple[str, ...]] = {}
        self._item: dict[int, int] = {}
        for view in views:
            codes = _codes(view) if view.dateline_end > view.start else ()
            if codes:
                self._codes[view.index] = codes
            self._item[view.index] = max(self._codes, default=-1)

    def codes_at(self, view: SentenceView) -> tuple[str, ...]:
        """Return the countries of the dateline that `view` stands under; of what precedes all, the first one's."""
        item = self._item[view.index]
        return self._codes.get(item if item >= 0 else min(self._codes, default=-1), ())

    def same_item(self, one: SentenceView, other: SentenceView) -> bool:
        """Tell whether two sentences belong to one item; an article with one dateline is one item."""
        return len(self._codes) < 2 or self._item[one.index] == self._item[other.index]


def _codes(view: SentenceView) -> tuple[str, ...]:
    told = (p for p in view.places if in_dateline(view, p))
    return tuple(dict.fromkeys(code for place in told for code in meaning(place, PLACES).codes))

"""Counts of people with what their words guarantee: "more than 5,200", « une trentaine », "entre 30 y 40".

The component `rescuewire_counts` writes one span a count, bound words included and the noun not. A span's
label tells how it was told (`FigureKind`, or RANGE); its meaning is a `CountMention`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.count_figures import UNTOLD, Figure, FigureKind, read_figure, read_members
from rescuewire.extraction.mentions.count_words import CountWords, count_words
from rescuewire.extraction.mentions.kinds import COUNTS, DATES, CountMention, register_attributes
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.mentions.not_people import behind_fraction, counts_no_people
from rescuewire.extraction.mentions.numbers import read_digits
from rescuewire.extraction.mentions.text_pieces import Phrases, Pieces, split_text, to_span
from rescuewire.extraction.patterns.tokens import text_of
from rescuewire_schemas.rescue_event import CountQualifier

RANGE = "RANGE"
_MOST_SKIPPED = 3
_DASHES = frozenset("-–—")


@dataclass(frozen=True)
class FoundCount:
    """A count from piece `start` to `end` (exclusive)."""

    start: int
    end: int
    label: str
    mention: CountMention


@dataclass(frozen=True)
class _Reading:
    """What was read at one place: the figure that decides what is counted, and the whole."""

    end: int
    label: str
    mention: CountMention
    figure: Figure


def find_counts(pieces: Pieces, words: CountWords, *, dates: Iterable[tuple[int, int]] = ()) -> list[FoundCount]:
    """All counts of people, from left to right, without overlap.

    `dates` are the character offsets of time expressions, in order, whose numbers are no counts.
    """
    found: list[FoundCount] = []
    i = 0
    for at in words.openings.places(pieces):
        if at < i:
            continue
        i, count = _count_at(pieces, at, words)
        if count:
            found.append(count)
    return _outside(pieces, found, list(dates))


def _outside(pieces: Pieces, found: list[FoundCount], dates: list[tuple[int, int]]) -> list[FoundCount]:
    """The counts that touch no time expression."""
    ends = [end for _, end in dates]
    kept = []
    for count in found:
        next_date = bisect_right(ends, pieces.starts[count.start])
        if next_date == len(dates) or dates[next_date][0] >= pieces.ends[count.end - 1]:
            kept.append(count)
    return kept


def _count_at(pieces: Pieces, i: int, words: CountWords) -> tuple[int, FoundCount | None]:
    """Where to go on reading, and the count that begins at piece `i`."""
    ruled_out = max(_behind_set_phrase(pieces, i, words), _behind_labelled_numbers(pieces, i, words))
    if ruled_out > i:
        return ruled_out, None
    reading = _read(pieces, i, words)
    if reading is None:
        return _behind_cluster(pieces, i), None
    if counts_no_people(pieces, i, reading.figure, words):
        behind = behind_fraction(pieces, reading.figure, words)
        return max(reading.end, behind, _behind_cluster(pieces, i)), None
    of_households = reading.figure.kind is not FigureKind.MEMBERS and _counts_households(pieces, reading.end, words)
    mention = UNTOLD if of_households else reading.mention
    return reading.end, FoundCount(i, reading.end, reading.label, mention)


def _behind_set_phrase(pieces: Pieces, i: int, words: CountWords) -> int:
    """Behind a set phrase that counts nobody, unless it begins longer words (« un peu plus de », "a third of")."""
    behind = words.no_counts.end(pieces, i)
    return behind if behind > max(words.bounds_before.end(pieces, i), words.unknown.end(pieces, i)) else i


def _behind_labelled_numbers(pieces: Pieces, i: int, words: CountWords) -> int:
    """Behind a label and its numbers, as in "aged 5 to 16"; `i` where no number stands behind a label."""
    behind_label = words.labels.end(pieces, i)
    end = _behind_number(pieces, behind_label, words) if behind_label > i else i
    if end <= behind_label:
        return i
    behind_coordinator = words.coordinators.end(pieces, end)
    return max(_behind_number(pieces, behind_coordinator, words), end) if behind_coordinator > end else end


def _behind_number(pieces: Pieces, i: int, words: CountWords) -> int:
    """Behind the number or range of numbers at piece `i`, bound words included; `i` where there is none."""
    reading = _read(pieces, i, words)
    if reading is not None and reading.figure.number is not None:
        return reading.end
    return read_digits(pieces, i).end if pieces.is_digits(i) else i


def _behind_cluster(pieces: Pieces, i: int) -> int:
    return read_digits(pieces, i).end if pieces.is_digits(i) else i + 1


def _read(pieces: Pieces, i: int, words: CountWords) -> _Reading | None:
    """The longest reading at piece `i`: an open range, a bounded figure, a plain range or figure."""
    return _read_open_range(pieces, i, words) or _read_bounded(pieces, i, words) or _read_unbounded(pieces, i, words)


def _read_open_range(pieces: Pieces, i: int, words: CountWords) -> _Reading | None:
    """ "between 30 and 40"."""
    behind_open = words.range_open.end(pieces, i)
    first = read_figure(pieces, behind_open, words) if behind_open > i else None
    if first is None:
        return None
    behind_link = words.range_link.end(pieces, first.end)
    if behind_link == first.end:
        behind_link = words.range_plain.end(pieces, first.end)
    return _as_range(first, read_figure(pieces, behind_link, words)) if behind_link > first.end else None


def _read_bounded(pieces: Pieces, i: int, words: CountWords) -> _Reading | None:
    """A figure or a range behind bound words, which may be set off from it: "freed, at least, 60".

    The end of a verb bounds nothing: "handed over 60".
    """
    if words.particle_verbs.end(pieces, i - 1) == i + 1:
        return None
    reading = _read_behind(words.bounds_before, pieces, i, words)
    if reading is None and not pieces.is_word(i - 1):
        reading = _read_behind(words.bounds_apart, pieces, i, words)
    return reading


def _read_behind(bounds: Phrases[CountQualifier], pieces: Pieces, i: int, words: CountWords) -> _Reading | None:
    """What stands behind one of `bounds`; a vague figure keeps its own meaning."""
    hit = bounds.longest(pieces, i)
    if hit is None:
        return None
    behind, qualifier = hit
    inner = _read_open_range(pieces, behind, words) or _read_unbounded(pieces, behind, words)
    if inner is None or inner.figure.kind is FigureKind.UNKNOWN or _is_bare_article(inner, qualifier):
        return None
    return replace(inner, mention=_bounded(inner.mention, qualifier))


def _is_bare_article(reading: _Reading, qualifier: CountQualifier) -> bool:
    """ "about a boy" counts one boy, and bounds nothing; "at least one boy" does."""
    return reading.figure.kind is FigureKind.ARTICLE and qualifier is not CountQualifier.AT_LEAST


def _bounded(mention: CountMention, qualifier: CountQualifier) -> CountMention:
    best = mention.best
    if qualifier is CountQualifier.UNKNOWN:
        return UNTOLD
    if best is None:
        return mention
    low = best if qualifier in (CountQualifier.MORE_THAN, CountQualifier.AT_LEAST) else None
    high = best if qualifier in (CountQualifier.NEARLY, CountQualifier.AT_MOST) else None
    return CountMention(best, low, high, qualifier)


def _read_unbounded(pieces: Pieces, i: int, words: CountWords) -> _Reading | None:
    members = read_members(pieces, i, words)
    if members is not None:
        return _alone(members)
    figure = read_figure(pieces, i, words)
    if figure is None:
        return None
    return _read_plain_range(pieces, figure, words) or _read_bound_behind(pieces, figure, words) or _alone(figure)


def _alone(figure: Figure) -> _Reading:
    return _Reading(figure.end, figure.kind.value, figure.mention, figure)


def _read_plain_range(pieces: Pieces, first: Figure, words: CountWords) -> _Reading | None:
    """ "30 to 40", « deux ou trois », 30–40."""
    if first.mention.best is None:
        return None
    if pieces.word(first.end) in _DASHES and pieces.is_digits(first.end + 1) and pieces.is_digits(first.end - 1):
        return _as_range(first, read_figure(pieces, first.end + 1, words))
    behind_link = words.range_plain.end(pieces, first.end)
    return _as_range(first, read_figure(pieces, behind_link, words)) if behind_link > first.end else None


def _as_range(first: Figure, second: Figure | None) -> _Reading | None:
    if second is None or first.mention.best is None or second.mention.best is None:
        return None
    low, high = _scaled(first, second), second.mention.best
    if low >= high:
        return None
    mention = CountMention(None, low, high, CountQualifier.RANGE)
    return _Reading(second.end, RANGE, mention, replace(second, start=first.start))


def _scaled(first: Figure, second: Figure) -> int:
    """The lower end; in "3 to 5 million" the multiplier belongs to both."""
    low, scale = first.mention.best or 0, second.number.scale if second.number else 1
    return low * scale if low < 1000 <= scale and first.number and first.number.in_digits else low


def _read_bound_behind(pieces: Pieces, figure: Figure, words: CountWords) -> _Reading | None:
    """ "40 or more", « 300 au moins », 300+, "60-odd"; not where the words bound a figure that follows."""
    if figure.mention.best is None or figure.kind is FigureKind.ARTICLE:
        return None
    if pieces.word(figure.end) == "+" and pieces.tight(figure.end - 1):
        mention = _bounded(figure.mention, CountQualifier.AT_LEAST)
        return _Reading(figure.end + 1, figure.kind.value, mention, replace(figure, end=figure.end + 1))
    hit = words.bounds_after.longest(pieces, pieces.past_hyphen(figure.end))
    if hit is None or read_figure(pieces, hit[0], words):
        return None
    return _Reading(hit[0], figure.kind.value, _bounded(figure.mention, hit[1]), replace(figure, end=hit[0]))


def _counts_households(pieces: Pieces, i: int, words: CountWords) -> bool:
    """Whether the noun is one for households, whose people are not counted."""
    i = words.partitives.end(pieces, i)
    for _ in range(_MOST_SKIPPED):
        i += pieces.word(i) in words.skipped
    return words.households.longest(pieces, i) is not None


class CountFinder:
    """spaCy component: writes `doc.spans["rescuewire_counts"]`, without the numbers of dates found before."""

    def __init__(self, pack: str) -> None:
        register_attributes()
        self._words = count_words(pack)

    def __call__(self, doc: Doc) -> Doc:
        pieces = split_text(text_of(doc))
        dates = [(span.start_char, span.end_char) for span in doc.spans[DATES]] if DATES in doc.spans else []
        found = find_counts(pieces, self._words, dates=dates)
        doc.spans[COUNTS] = [_to_span(doc, pieces, count) for count in found]
        return doc


def _to_span(doc: Doc, pieces: Pieces, count: FoundCount) -> Span:
    span = to_span(doc, pieces, count.start, count.end, count.label)
    give_meaning(span, COUNTS, count.mention)
    return span


@Language.factory("rescuewire_counts", default_config={"pack": "fr"})
def create_count_finder(nlp: Language, name: str, pack: str) -> CountFinder:
    """The count finder with the words of the language pack `pack`; raise PackError if they are wrong."""
    return CountFinder(pack)

"""One figure of people at a place of the text, without bounds: a number, a collective, a vague plural, an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from rescuewire.extraction.mentions.count_words import CountWords, FigureForm
from rescuewire.extraction.mentions.kinds import CountMention
from rescuewire.extraction.mentions.numbers import Number, parse_digits, parse_spelled
from rescuewire.extraction.mentions.text_pieces import Pieces
from rescuewire_schemas.rescue_event import CountQualifier

SMALLEST_VAGUE_MINIMUM = 20


class FigureKind(str, Enum):
    """How a figure is told; the label of the count's span.

    MEMBERS counts who belong to a group. ARTICLE counts one only where a noun for people follows; all others are told
    as quantities.
    """

    ARTICLE = "ARTICLE"
    NUMBER = "NUMBER"
    COLLECTIVE = "COLLECTIVE"
    VAGUE = "VAGUE"
    UNKNOWN = "UNKNOWN"
    MEMBERS = "MEMBERS"


@dataclass(frozen=True)
class Figure:
    """A figure from piece `start` to `end` (exclusive); `number` is the digits or words it was read from."""

    start: int
    end: int
    kind: FigureKind
    mention: CountMention
    number: Number | None = None


def read_members(pieces: Pieces, i: int, words: CountWords) -> Figure | None:
    """How many a group has, its article included: "a 12-member crew", "the 300-strong group" of nurses."""
    number = read_number_at(pieces, words.articles.end(pieces, i), words)
    behind = pieces.past_hyphen(number.end) if number is not None else i
    if number is None or behind == number.end or pieces.word(behind) not in words.memberships:
        return None
    end = behind + 1
    if pieces.word(end) in words.groups and words.partitives.end(pieces, end + 1) > end + 1:
        end += 1
    return Figure(i, end, FigureKind.MEMBERS, exactly(number.value), number)


def exactly(value: int) -> CountMention:
    """Best, min and max are all told."""
    return CountMention(value, value, value, CountQualifier.EXACT)


def about(value: int) -> CountMention:
    """A figure without bounds."""
    return CountMention(value, None, None, CountQualifier.ABOUT)


UNTOLD = CountMention(None, None, None, CountQualifier.UNKNOWN)


def read_figure(pieces: Pieces, i: int, words: CountWords) -> Figure | None:
    """The figure that reaches furthest from piece `i`; a number wins over a collective of equal length."""
    forms = _DIGIT_FORMS if pieces.is_digits(i) else words.forms.get(pieces.word(i), ())
    number = read_number_at(pieces, i, words) if FigureForm.NUMBER in forms or FigureForm.COLLECTIVE in forms else None
    furthest: Figure | None = None
    for form in forms:
        figure = _READERS[form](pieces, i, number, words)
        if figure and (furthest is None or figure.end > furthest.end):
            furthest = figure
    return furthest


def read_number_at(pieces: Pieces, i: int, words: CountWords) -> Number | None:
    """A whole number in digits or in words at piece `i`."""
    if pieces.is_digits(i):
        return parse_digits(pieces, i, words.numbers)
    return parse_spelled(pieces, i, words.numbers, joiners=words.joiners)


def _read_exact(pieces: Pieces, i: int, number: Number | None, words: CountWords) -> Figure | None:
    hit = words.exact.longest(pieces, i)
    return Figure(i, hit[0], FigureKind.NUMBER, exactly(hit[1])) if hit else None


def _read_number(pieces: Pieces, i: int, number: Number | None, words: CountWords) -> Figure | None:
    number = number or _read_article_number(pieces, i, words)
    if number is None or number.value == 0:
        return None
    end = _behind_gloss(pieces, number, words)
    kind = FigureKind.ARTICLE if _is_article(pieces, i, number.end, words) else FigureKind.NUMBER
    return Figure(i, end, kind, exactly(number.value), number)


def _is_article(pieces: Pieces, i: int, end: int, words: CountWords) -> bool:
    """Whether the number is a word that is the indefinite article too (« un », "una")."""
    return words.articles.end(pieces, i) == end


def _read_article_number(pieces: Pieces, i: int, words: CountWords) -> Number | None:
    """ "a hundred and five": an article for one, and more than a bare multiplier."""
    if pieces.word(i) not in words.multiplier_articles:
        return None
    hit = words.numbers.longest(pieces, i + 1)
    number = parse_spelled(pieces, i + 1, words.numbers, joiners=words.joiners)
    if hit is None or number is None or not hit[1].multiplies or number.end == hit[0]:
        return None
    return number


def _behind_gloss(pieces: Pieces, number: Number, words: CountWords) -> int:
    """Behind the same number told again in brackets: « cinquante-huit (58) »."""
    if pieces.word(number.end) != "(":
        return number.end
    again = read_number_at(pieces, number.end + 1, words)
    if again is None or again.value != number.value or pieces.word(again.end) != ")":
        return number.end
    return again.end + 1


def _read_collective(pieces: Pieces, i: int, number: Number | None, words: CountWords) -> Figure | None:
    """« une trentaine », "two dozen", "half a dozen"."""
    whole = words.whole_collectives.longest(pieces, i)
    if whole:
        return Figure(i, whole[0], FigureKind.COLLECTIVE, about(whole[1]))
    if number:
        hit = words.collectives.longest(pieces, number.end)
        return Figure(i, hit[0], FigureKind.COLLECTIVE, about(number.value * hit[1])) if hit else None
    hit = words.collectives.longest(pieces, words.collective_openers.end(pieces, i))
    opened = hit and words.collective_openers.end(pieces, i) > i
    return Figure(i, hit[0], FigureKind.COLLECTIVE, about(hit[1])) if hit and opened else None


def _read_vague(pieces: Pieces, i: int, number: Number | None, words: CountWords) -> Figure | None:
    """« des dizaines », "tens of thousands", "several hundred"."""
    behind_opener = words.vague_openers.end(pieces, i)
    hit = words.vague.longest(pieces, behind_opener)
    if hit is None and words.unknown.end(pieces, i) == behind_opener > i:
        hit = _bare_multiplier(pieces, behind_opener, words)
    if hit is None:
        return None
    end, unit = hit
    further = words.vague.longest(pieces, words.vague_links.end(pieces, end))
    if further:
        end, unit = further[0], unit * further[1]
    return Figure(i, end, FigureKind.VAGUE, _vague_mention(unit))


def _bare_multiplier(pieces: Pieces, i: int, words: CountWords) -> tuple[int, int] | None:
    """The multiplier that an untold number opens: "several hundred", but not "the hundred"."""
    collective = words.collectives.longest(pieces, i)
    if collective:
        return collective[0], min(collective[1], 10) if collective[1] < 100 else collective[1]
    hit = words.numbers.longest(pieces, i)
    return (hit[0], hit[1].value) if hit and hit[1].multiplies else None


def _vague_mention(unit: int) -> CountMention:
    if unit < 100:
        return CountMention(None, SMALLEST_VAGUE_MINIMUM, None, CountQualifier.DOZENS)
    qualifier = CountQualifier.HUNDREDS if unit < 1000 else CountQualifier.THOUSANDS
    return CountMention(None, 2 * unit, None, qualifier)


def _read_unknown(pieces: Pieces, i: int, number: Number | None, words: CountWords) -> Figure | None:
    hit = words.unknown.longest(pieces, i)
    return Figure(i, hit[0], FigureKind.UNKNOWN, UNTOLD) if hit else None


def _read_article(pieces: Pieces, i: int, number: Number | None, words: CountWords) -> Figure | None:
    hit = words.articles.longest(pieces, i)
    return Figure(i, hit[0], FigureKind.ARTICLE, exactly(1)) if hit else None


_DIGIT_FORMS = (FigureForm.NUMBER, FigureForm.COLLECTIVE)
_READERS: dict[FigureForm, Callable[[Pieces, int, Number | None, CountWords], Figure | None]] = {
    FigureForm.EXACT: _read_exact,
    FigureForm.NUMBER: _read_number,
    FigureForm.COLLECTIVE: _read_collective,
    FigureForm.VAGUE: _read_vague,
    FigureForm.UNKNOWN: _read_unknown,
    FigureForm.ARTICLE: _read_article,
}

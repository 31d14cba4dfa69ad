"""Numbers in digits and in words: what value stands at a place of the text, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from rescuewire.extraction.mentions.text_pieces import Phrases, Pieces
from rescuewire.extraction.pack_errors import error_at_line
from rescuewire.extraction.packs.language_pack import pack_file, read_pack_file

_SPACES = frozenset(" \u00a0\u202f\u2009")
POINTS = frozenset(".,'٬٫")
"""Signs that part digits of one number."""
_DASHES = frozenset("-–")
_HEADER = ["words", "value", "role"]
_ROLES = frozenset({"adds", "multiplies"})
_ROW = "words, a whole number and `adds` or `multiplies`, with tabs between"
_MOST_DIGITS = 12
_MOST_GROUPS = 6
_LONGEST_CLUSTER = 40
"""Pieces of a cluster read at once, so that a text of nothing but digits is read in linear time."""


@dataclass(frozen=True)
class NumberWord:
    """A row of `number_words.tsv`: a value that is added, or one that multiplies what stands before it."""

    value: int
    multiplies: bool


@dataclass(frozen=True)
class Number:
    """A whole number in the text; `end` is the piece behind it, `scale` the multiplier that was a word."""

    value: int
    end: int
    in_digits: bool
    scale: int = 1


class DigitForm(str, Enum):
    """What a cluster of digits and separators is."""

    WHOLE = "WHOLE"
    DECIMAL = "DECIMAL"
    OTHER = "OTHER"


@dataclass(frozen=True)
class DigitCluster:
    """Digits with the separators that belong to them; OTHER is a date, an hour, a telephone number."""

    form: DigitForm
    value: float
    end: int


@cache
def number_words(code: str) -> Phrases[NumberWord]:
    """Read `languages/<code>/number_words.tsv` (words, value, role); raise PackError naming the line."""
    return Phrases.of(read_number_rows(pack_file(code, "number_words.tsv"), header=True))


def read_number_rows(path: Path, *, header: bool) -> Iterator[tuple[str, NumberWord]]:
    """Yield the rows of a table of number words; raise PackError naming a line that is no row, or a word told twice."""
    lines: dict[str, int] = {}
    for line, row in enumerate(read_pack_file(path).decode().splitlines(), start=1):
        cells = row.split("\t")
        if header and line == 1:
            _refuse_other_header(path, cells)
            continue
        if len(cells) != 3 or not cells[0] or not cells[1].isdecimal() or cells[2] not in _ROLES:
            raise error_at_line(path, line, f"{row!r} is no row; write {_ROW}")
        if lines.setdefault(cells[0], line) != line:
            raise error_at_line(path, line, f'"{cells[0]}" stands at line {lines[cells[0]]} already; keep one')
        yield cells[0], NumberWord(int(cells[1]), cells[2] == "multiplies")


def _refuse_other_header(path: Path, cells: list[str]) -> None:
    if cells != _HEADER:
        raise error_at_line(path, 1, f"the columns are {', '.join(_HEADER)}; write their names, with tabs between")


class _Composition:
    """Builds a value from number words, refusing a word that cannot continue it (three, twenty)."""

    def __init__(self) -> None:
        self._closed = 0
        self._group = 0
        self._open = True
        self._last_scale: int | None = None

    @property
    def value(self) -> int:
        return self._closed + self._group

    def accepts(self, word: NumberWord) -> bool:
        if word.multiplies and word.value >= 1000:
            return self._scale_by(word.value)
        return self._multiply(word.value) if word.multiplies else self._add(word.value)

    def _add(self, value: int) -> bool:
        if (self._group and _lowest_place(self._group) <= value) or not self._open:
            return False
        self._group += value
        self._open = value > 0
        return True

    def _multiply(self, value: int) -> bool:
        if self._group >= value:
            return False
        self._group = (self._group or 1) * value
        return True

    def _scale_by(self, scale: int) -> bool:
        if self._last_scale is not None and scale >= self._last_scale:
            if self._closed + self._group >= scale or self._group:
                return False
            self._closed *= scale
        else:
            self._closed += (self._group or 1) * scale
        self._group, self._last_scale = 0, scale
        return True


def _lowest_place(value: int) -> int:
    place = 1
    while value % (place * 10) == 0:
        place *= 10
    return place


def parse_spelled(
    pieces: Pieces, i: int, words: Phrases[NumberWord], *, joiners: frozenset[str] = frozenset()
) -> Number | None:
    """The number in words at piece `i`, hyphens and joiners ("and") between its parts included."""
    hit = words.longest(pieces, i)
    if hit is None:
        return None
    composed, end = _Composition(), i
    while hit is not None and composed.accepts(hit[1]):
        end = hit[0]
        hit = words.longest(pieces, _after_joiner(pieces, end, joiners, composed.value))
    return Number(composed.value, end, in_digits=False) if end > i else None


def _after_joiner(pieces: Pieces, i: int, joiners: frozenset[str], value: int) -> int:
    """Behind a hyphen or, where hundreds or more are told, behind a joiner."""
    if value and value % 100 == 0 and pieces.word(i) in joiners:
        return i + 1
    return pieces.past_hyphen(i)


def parse_digits(pieces: Pieces, i: int, words: Phrases[NumberWord]) -> Number | None:
    """The whole number in digits at piece `i`, with a multiplier behind it ("1,5 million"), or None."""
    cluster = read_digits(pieces, i)
    scale, end = _scale(pieces, cluster.end, words)
    if cluster.form is DigitForm.OTHER or (cluster.form is DigitForm.DECIMAL and scale == 1):
        return None
    return Number(round(cluster.value * scale), end, in_digits=True, scale=scale)


def _scale(pieces: Pieces, i: int, words: Phrases[NumberWord]) -> tuple[int, int]:
    scale = 1
    for _ in range(2):
        hit = words.longest(pieces, i)
        if hit is None or not hit[1].multiplies or hit[1].value < 1000:
            break
        scale, i = scale * hit[1].value, hit[0]
    return scale, i


def read_digits(pieces: Pieces, i: int) -> DigitCluster:
    """Gather the digits at piece `i` with what belongs to them, in any national format."""
    groups, separators, end = [pieces.word(i)], [], i + 1
    while len(groups) <= _MOST_GROUPS and (step := _separator(pieces, end, groups)) is not None:
        separator, end = step
        separators.append(separator)
        groups.append(pieces.word(end - 1))
    value = _value(groups, separators)
    if value is None or _goes_on(pieces, end):
        return DigitCluster(DigitForm.OTHER, 0, _whole_cluster(pieces, end))
    return DigitCluster(value[0], value[1], end)


def _separator(pieces: Pieces, i: int, groups: list[str]) -> tuple[str, int] | None:
    """The separator before the next group of digits, and the piece behind that group."""
    if pieces.word(i) in POINTS and pieces.tight(i - 1) and pieces.tight(i) and pieces.is_digits(i + 1):
        return pieces.word(i), i + 2
    spaced = pieces.is_digits(i) and pieces.gap(i - 1) in _SPACES
    if spaced and len(pieces.word(i)) == 3 and len(groups[-1]) <= 3 and _is_group_start(groups[0]):
        return " ", i + 1
    return None


def _is_group_start(first: str) -> bool:
    return len(first) <= 3 and first[0] != "0"


def _value(groups: list[str], separators: list[str]) -> tuple[DigitForm, float] | None:
    if len(groups) > _MOST_GROUPS or max(map(len, groups)) > _MOST_DIGITS:
        return None
    if not separators:
        padded = len(groups[0]) > 1 and groups[0][0] == "0"
        return None if padded else (DigitForm.WHOLE, int(groups[0]))
    if _is_thousands(groups, separators):
        return DigitForm.WHOLE, int("".join(groups))
    if len(separators) == 1 and separators[0] in ".,٫":
        return DigitForm.DECIMAL, float(f"{int(groups[0])}.{groups[1]}")
    if _is_thousands(groups[:-1], separators[:-1]) and separators[-1] in ".,٫":
        return DigitForm.DECIMAL, float("".join(groups[:-1]) + "." + groups[-1])
    return None


def _is_thousands(groups: list[str], separators: list[str]) -> bool:
    """Groups of three, or the Indian two (1,00,000), with one kind of separator."""
    if len(set(separators)) != 1 or not _is_group_start(groups[0]) or len(groups[-1]) != 3:
        return False
    middle = {len(group) for group in groups[1:-1]}
    return middle <= {3} or (middle == {2} and separators[0] == ",")


def _goes_on(pieces: Pieces, end: int) -> bool:
    """Whether more digits follow as in 12/05, 14:30, 2023-05-12, 01 23 45."""
    sign, joined = pieces.word(end), pieces.tight(end - 1) and pieces.tight(end) and pieces.is_digits(end + 1)
    if joined and sign in "/:":
        return True
    if joined and sign in _DASHES:
        beyond = end + 2
        return pieces.word(beyond) in _DASHES and pieces.tight(beyond - 1) and pieces.is_digits(beyond + 1)
    follows = pieces.is_digits(end) and pieces.gap(end - 1) in _SPACES
    return follows and pieces.is_digits(end + 1) and pieces.gap(end) in _SPACES


def _whole_cluster(pieces: Pieces, end: int) -> int:
    """Behind everything that hangs together with the digits before `end`."""
    last = end + _LONGEST_CLUSTER
    while end < last:
        if pieces.is_digits(end) and pieces.gap(end - 1) in _SPACES:
            end += 1
        elif pieces.tight(end - 1) and pieces.tight(end) and pieces.is_digits(end + 1) and not pieces.is_word(end):
            end += 2
        else:
            break
    return end

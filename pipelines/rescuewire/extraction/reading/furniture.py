"""Page furniture: teasers of other stories, captions, appeals, share bars, bylines, menus, notices.

A line is judged by how it begins, by its shape, and by what stands before it. Nothing is removed: furniture is
a list of ranges, and offsets into the text stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rescuewire.extraction.patterns.small_letters import in_small_letters
from rescuewire.extraction.reading.furniture_lines import LineKind, classify_line, is_item
from rescuewire.extraction.reading.furniture_words import FurnitureRules

Range = tuple[int, int]

LONGEST_INLINE = 200
APPEAL_WORDS_TO_OPEN = 3
APPEAL_WORDS_TO_GO_ON = 1

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    small: str
    """The text in small letters."""
    kind: LineKind
    after_blank: bool


def find_furniture(text: str, rules: FurnitureRules) -> list[Range]:
    """Ranges of `text` that are page furniture, ascending and disjoint."""
    lines = list(_lines(text, rules))
    whole = _in_teaser_lists(lines, _in_appeals(lines, rules, {i for i, line in enumerate(lines) if line.kind.whole}))
    found: list[Range] = []
    for index, line in enumerate(lines):
        found.extend([(line.start, line.end)] if index in whole else _inline(line, rules))
    return found


def _lines(text: str, rules: FurnitureRules) -> Iterator[_Line]:
    """The lines that are not blank, without the spaces round them."""
    last_end, small = 0, in_small_letters(text)
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line[0])
            after_blank = text.count("\n", last_end, start) > 1
            last_end = start + len(line)
            in_small = small[start:last_end]
            yield _Line(start, last_end, line, in_small, classify_line(line, in_small, rules), after_blank)


def _in_teaser_lists(lines: list[_Line], whole: set[int]) -> set[int]:
    """Add the headlines that follow a line such as "Related stories", until an ordinary paragraph begins."""
    added = set(whole)
    in_list, is_first = False, False
    for index, line in enumerate(lines):
        if line.kind is LineKind.OPENER:
            in_list, is_first = True, True
            continue
        marked = line.after_blank and not is_first
        in_list, is_first = in_list and is_item(line.text, marked=marked), False
        if in_list:
            added.add(index)
    return added


def _in_appeals(lines: list[_Line], rules: FurnitureRules, whole: set[int]) -> set[int]:
    """Add paragraphs that ask for money: full of such words, or following an appeal with some of them."""
    added = set(whole)
    goes_on = False
    for index, line in enumerate(lines):
        words = rules.appeal_word_count(line.small)
        asks = line.kind is LineKind.APPEAL or words >= APPEAL_WORDS_TO_OPEN
        goes_on = asks or (goes_on and (index in whole or words >= APPEAL_WORDS_TO_GO_ON))
        if asks or goes_on:
            added.add(index)
    return added


def _inline(line: _Line, rules: FurnitureRules) -> Iterator[Range]:
    """Teasers inside a paragraph: in brackets, or after its last sentence.

    In the middle of a paragraph only the announcing words are furniture: where the title ends cannot be told.
    """
    for match in rules.inline_teaser.finditer(line.small):
        bracketed = match["bracket"] is not None
        rest_is_short = len(line.text) - match.start() <= LONGEST_INLINE
        end = match.end() if bracketed or not rest_is_short else len(line.text)
        yield line.start + match.start(), line.start + end
        if not bracketed and rest_is_short:
            return

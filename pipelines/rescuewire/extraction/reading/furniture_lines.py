"""What one line is, as far as the line alone tells."""

from __future__ import annotations

import re
from enum import Enum

from rescuewire.extraction.reading.furniture_words import FurnitureRules

LONGEST_LABELLED = 400
LONGEST_NOTICE = 300
LONGEST_HEADLINE = 160
LONGEST_BAR = 120
LONGEST_BYLINE = 80
LONGEST_MENU_WORDS = 5

_LEADING = re.compile(r"[^\w(\[«“\"]*[(\[]?\s*")
_MARK = re.compile(r"\s*(?:[:|>»–—/©=→]|-\s|-$|\.\.\.|…|\)?$)")
_SENTENCE_END = re.compile(r"[.!…][\"”»)\]*]*$")
_BULLET = re.compile(r"(?:[•‣▪■●◦*►▶➤→>–—-]|#+|\d{1,2}[.)])\s")
_MENU_SEPARATOR = re.compile(r"\s+[|›>•·/»]\s+|\s*\|\s*")
_MARKUP = re.compile(r"[^\w\n]*(?:\{[.#:][^}\n]*\}|\[/?\w{1,12}(?:_\d)?\])?[^\w\n]*")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_CLOCK = re.compile(r"\d[\d.:/h-]*(?:st|nd|rd|th|er|h|min)?\b|\d{1,2}[ap]m\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-zß-ÿ]")


class LineKind(Enum):
    """TEXT is what the paper wrote; the others are furniture, and OPENER and APPEAL may draw lines after them in."""

    TEXT = "text"
    FURNITURE = "furniture"
    OPENER = "opener"
    APPEAL = "appeal"

    @property
    def whole(self) -> bool:
        """True where the whole line is furniture."""
        return self is not LineKind.TEXT


def classify_line(line: str, small: str, rules: FurnitureRules) -> LineKind:
    """Judge a line, stripped and not empty, by its beginning and its shape; `small` is the line in small letters."""
    start = _leading(small)
    if _opens_list(small, start, rules):
        return LineKind.OPENER
    if len(small) <= LONGEST_NOTICE and rules.appeal.match(small, start):
        return LineKind.APPEAL
    judges = (_is_markup, _is_teaser, _is_labelled, _is_notice, _is_bar, _is_dated)
    is_furniture = any(judge(small, start, rules) for judge in judges) or _is_menu(line)
    return LineKind.FURNITURE if is_furniture or _is_byline(line, small, start, rules) else LineKind.TEXT


def is_item(line: str, *, marked: bool = False) -> bool:
    """True for a line that can be an entry in a list of headlines; `marked` asks for a bullet or a number."""
    if _BULLET.match(line):
        return len(line) <= LONGEST_NOTICE
    return not marked and len(line) <= LONGEST_HEADLINE and not _SENTENCE_END.search(line)


def _leading(line: str) -> int:
    """Where the first word begins, after bullets, arrows and an opening bracket."""
    match = _LEADING.match(line)
    return match.end() if match else 0


def _opens_list(line: str, start: int, rules: FurnitureRules) -> bool:
    match = rules.teaser.match(line, start) or rules.teaser_label.match(line, start)
    return match is not None and not _WORD.search(line, match.end())


def _is_markup(line: str, start: int, rules: FurnitureRules) -> bool:
    """Rules, brackets, leftovers of templates: no word at all."""
    return not _LETTER.search(line) or (len(line) <= LONGEST_NOTICE and _MARKUP.fullmatch(line) is not None)


def _is_teaser(line: str, start: int, rules: FurnitureRules) -> bool:
    match = rules.teaser.match(line, start)
    if match is None:
        label = rules.teaser_label.match(line, start)
        return label is not None and len(line) <= LONGEST_LABELLED and _MARK.match(line, label.end()) is not None
    if len(line) <= LONGEST_LABELLED and _MARK.match(line, match.end()):
        return True
    return len(line) <= LONGEST_HEADLINE and not _SENTENCE_END.search(line)


def _is_labelled(line: str, start: int, rules: FurnitureRules) -> bool:
    match = rules.label.match(line, start)
    return match is not None and len(line) <= LONGEST_LABELLED and _MARK.match(line, match.end()) is not None


def _is_notice(line: str, start: int, rules: FurnitureRules) -> bool:
    if len(line) > LONGEST_NOTICE:
        return False
    return rules.notice.match(line, start) is not None or rules.sign.search(line) is not None


def _is_bar(line: str, start: int, rules: FurnitureRules) -> bool:
    words = _WORD.findall(line) if len(line) <= LONGEST_BAR else []
    return bool(words) and all(word.casefold() in rules.bar_words for word in words)


def _is_dated(line: str, start: int, rules: FurnitureRules) -> bool:
    """A date and the words that stand round one, perhaps beside the name of a section."""
    if len(line) > LONGEST_BAR:
        return False
    parts = [part for part in _MENU_SEPARATOR.split(line) if part]
    dates = [part for part in parts if _is_date(part, rules)]
    return bool(dates) and all(part in dates or len(part.split()) <= LONGEST_MENU_WORDS for part in parts)


def _is_date(part: str, rules: FurnitureRules) -> bool:
    if not _CLOCK.search(part):
        return False
    words = [word.casefold().strip(".") for word in _WORD.findall(_CLOCK.sub(" ", part))]
    known = all(word in rules.calendar_words or word in rules.date_words for word in words)
    return known and (bool(words) or re.search(r"\d[/:.-]\d", part) is not None)


def _is_byline(line: str, small: str, start: int, rules: FurnitureRules) -> bool:
    """ "By" and nothing but names after it."""
    match = rules.byline.match(small, start)
    if match is None or len(line) > LONGEST_BYLINE or line.endswith((".", "!", "?")):
        return False
    words = _WORD.findall(line, match.end())
    return all(_NAME.match(word) or word.casefold() in rules.byline_words for word in words)


def _is_menu(line: str) -> bool:
    """Three or more short entries between separators, or two in capitals."""
    if len(line) > LONGEST_NOTICE or "«" in line or _SENTENCE_END.search(line):
        return False
    parts = [part for part in _MENU_SEPARATOR.split(line) if part]
    short = all(len(part.split()) <= LONGEST_MENU_WORDS for part in parts)
    return short and (len(parts) >= 3 or (len(parts) == 2 and line.isupper()))

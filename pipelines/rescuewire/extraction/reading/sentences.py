"""Sentence starts, found in the characters and set on the tokens: works on a blank pipeline of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from math import ceil
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rescuewire.extraction.patterns.tokens import keep_sentence_starts, text_of, written
from rescuewire.extraction.reading.sentence_words import SentenceRules, read_sentence_rules

LONGEST_SENTENCE = 2_000
LONGEST_DATELINE = 60
_SAMPLE = 5_000
_FEWEST_CAPITALS = 0.002

_CLOSERS = r"""["'”’“»›)\]}]*(?:[ \u00a0\u202f]?»)?"""
# Every alternative can begin only where its run of characters begins, so that the scan stays linear.
_BREAK = re.compile(
    r"(?=[。！？｡.!?…؟۔।።։။។\n]|[ \t\r]+\n)(?:"  # one look at most characters, not four
    rf"(?P<wide>[。！？｡][」』”’）》]*)"
    rf"|(?P<end>(?<![.!?…؟۔।።։။។])(?:\.(?:[ \u00a0]\.){{2}}|[.!?…؟۔।።։။។]+){_CLOSERS})(?=\s)"
    rf"|(?P<glued>(?<=[^\W\d_A-Z]{{2}})[.!?])(?=[^\W\d_a-z][^\W\d_A-Z])"
    rf"|(?P<lines>(?<![ \t\r])[ \t\r]*\n\s*))"
)
_WORD_BEFORE = re.compile(r"[^\s\"“”«»‘’'()\[\]]*$")
_NEXT = re.compile(r"[\s\"“”«»‘’'()\[\]¿¡–—-]*(?P<word>\w+(?:['’](?=\s|$))?)?")
_BULLET = re.compile(r"[•‣▪■●◦*►▶–—-]")
_DATELINE = re.compile(
    r"[^\w\s]{0,3}[^\W\d_a-zß-ÿ]\w+(?:(?:[ '’-]\w{1,3}){0,2}[ '’-][^\W\d_a-zß-ÿ][\w’']*){0,3}"
    r"(?:,[^.:;]{2,30}|\s*\([^)]{2,40}\)){0,2}\s?\."
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]\.")
_LIST_NUMBER = re.compile(r"\d{1,2}\.")
_CLAUSE_END = re.compile(r"[;,:،；，、](?=\s)|[；，、]")
_NO_START = 2**64 - 1  # -1, in the unsigned integers of spaCy's arrays
_TERMINATORS = ".!?…؟۔।።։။។。！？"


def find_sentence_starts(text: str, rules: SentenceRules, *, longest: int = LONGEST_SENTENCE) -> list[int]:
    """Offsets at which sentences start, ascending; no sentence is longer than `longest` characters.

    A line break ends a sentence unless the next line goes on in lower case; a blank line or a bullet always does.
    """
    starts = [0]
    cased = has_capitals(text)
    for match in _BREAK.finditer(text):
        if _ends_sentence(text, match, starts[-1], rules, cased=cased):
            start = _skip_space(text, match.end())
            if starts[-1] < start < len(text):
                starts.append(start)
    return list(_bounded(text, starts, longest))


def has_capitals(text: str) -> bool:
    """Tell whether a text writes capitals; some agencies' archives do not, and then a stop alone ends a sentence."""
    sample = text[:_SAMPLE]
    enough = ceil(_FEWEST_CAPITALS * len(sample))  # found in the first lines of nearly every text
    capitals = sum(1 for _ in islice(filter(str.isupper, sample), enough))
    return capitals == enough or capitals >= _FEWEST_CAPITALS * sum(map(str.isalpha, sample))


def _ends_sentence(text: str, match: re.Match[str], start: int, rules: SentenceRules, *, cased: bool) -> bool:
    if match["wide"] or match["glued"]:
        return True
    if match["lines"]:
        return _line_ends_sentence(text, match)
    return _mark_ends_sentence(text, match, start, rules, cased=cased)


def _line_ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match["lines"].count("\n") > 1 or match.end() == len(text):
        return True
    if match.start() and text[match.start() - 1] in _TERMINATORS:
        return True
    return not text[match.end()].islower()


def _mark_ends_sentence(text: str, match: re.Match[str], start: int, rules: SentenceRules, *, cased: bool) -> bool:
    """Judge a full stop, a question or exclamation mark or an ellipsis by the words on both sides."""
    following = _NEXT.match(text, match.end())
    word = (following["word"] or "") if following else ""
    if cased and word[:1].islower():
        return False
    if match["end"][0] != "." or match["end"].startswith(("..", ". ")):
        return True
    before = _word_before(text, match.start())
    if _is_abbreviation(before, word, rules):
        return False
    if rules.ordinal_stop and before.isdigit() and len(before) <= 2:
        return False
    return not _opens_line(text, start, match.start() + 1)


def _is_abbreviation(before: str, following: str, rules: SentenceRules) -> bool:
    if before in rules.titles or (before in rules.before_figures and following[:1].isdigit()):
        return True
    is_initial = _INITIALS.fullmatch(before + ".") is not None and (before[:1].isupper() or "." in before)
    return (before in rules.abbreviations or is_initial) and following.casefold() not in rules.openers


def _opens_line(text: str, start: int, end: int) -> bool:
    """True for a dateline ("RUTSHURU. The yard ...") or the number of a list item."""
    if end - start > LONGEST_DATELINE:
        return False
    begins_line = start == 0 or text[start - 1] == "\n"
    opening = text[start:end]
    return (begins_line and _DATELINE.fullmatch(opening) is not None) or _LIST_NUMBER.fullmatch(opening) is not None


def _word_before(text: str, end: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, end - 40), end)
    return match[0] if match else ""


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _bounded(text: str, starts: list[int], longest: int) -> Iterator[int]:
    """The starts, and more of them at clause ends inside sentences that are too long."""
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        yield start
        position = start
        while end - position > longest:
            position = _cut(text, position, longest)
            yield position


def _cut(text: str, start: int, longest: int) -> int:
    """Where to cut an overlong sentence: after its last clause in reach, else at a space, else anywhere."""
    half, reach = start + longest // 2, start + longest
    clause_ends = [match.end() for match in _CLAUSE_END.finditer(text, half, reach)]
    if clause_ends:
        return min(_skip_space(text, clause_ends[-1]), reach)
    space = max(text.rfind(" ", half, reach), text.rfind("\n", half, reach))
    return space + 1 if space >= 0 else reach


class SentenceSplitter:
    """spaCy component that sets `token.is_sent_start` by the rules of a language pack."""

    def __init__(self, rules: SentenceRules) -> None:
        self._rules = rules

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            starts = _first_tokens(doc, find_sentence_starts(text_of(doc), self._rules))
            # `from_array`, since setting tokens one by one takes time that grows with the square of their number.
            doc.from_array(["SENT_START"], _sentence_flags(doc, starts))
            keep_sentence_starts(doc, starts)
        return doc


def _first_tokens(doc: Doc, starts: list[int]) -> list[int]:
    """The first token, not white space, of each sentence, in order; the first one has that of the document."""
    words, firsts = written(doc), [0]
    for touched in doc.to_array("IDX").searchsorted(starts).tolist():
        first = next((i for i in range(touched, len(words)) if not words[i].isspace()), 0)
        if first > firsts[-1]:
            firsts.append(first)
    return firsts


def _sentence_flags(doc: Doc, starts: list[int]) -> Any:
    """A column of `SENT_START` as spaCy reads it: 1 for the first token of each sentence, else -1."""
    flags = doc.to_array("SENT_START")
    flags.fill(_NO_START)
    flags[starts] = 1
    return flags.reshape(-1, 1)


@Language.factory("rescuewire_sentences", default_config={"pack": "en"}, assigns=["token.is_sent_start", "doc.sents"])
def create_sentence_splitter(nlp: Language, name: str, pack: str) -> SentenceSplitter:
    """Build the component; `pack` is a language pack's code."""
    return SentenceSplitter(read_sentence_rules(pack))

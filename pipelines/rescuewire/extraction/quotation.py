"""Evidence as a quotation: the sentence of an act, or the part of an endless one around trigger and Patient."""

from __future__ import annotations

from rescuewire.extraction.framing import Frame

LONGEST_EVIDENCE = 700
"""Characters: evidence is a quotation, not the article."""


def quoted_range(frame: Frame, text: str) -> tuple[int, int]:
    """Return the range of the sentence of an act; of an endless one, the words around trigger and Patient."""
    sentence = frame.view.sentence
    start, end = _stripped(text, sentence.start_char, sentence.end_char)
    if end - start <= LONGEST_EVIDENCE:
        return start, end
    spans = [frame.trigger, *([frame.patient.span] if frame.patient is not None else [])]
    first, last = min(s.start_char for s in spans), max(s.end_char for s in spans)
    margin = max(0, LONGEST_EVIDENCE - (last - first)) // 2
    start, end = max(start, first - margin), min(end, last + margin, first + LONGEST_EVIDENCE)
    return _at_words(text, start, end)


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move a range inwards to where words begin and end."""
    while start and start < end and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > start and not text[end].isspace():
        end -= 1
    return _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end

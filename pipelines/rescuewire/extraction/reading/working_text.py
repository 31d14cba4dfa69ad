"""The one string that extraction works on, and the way back from it into title and text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rescuewire.extraction.reading.readable_text import ReadableText
from rescuewire_schemas.rescue_event import EvidenceField

Range = tuple[int, int]

SEPARATOR = "\n\n"


@dataclass(frozen=True)
class ArticleRange:
    """A range of code points of one field of the article."""

    field: EvidenceField
    start: int
    end: int


@dataclass(frozen=True)
class WorkingText:
    """Title, a blank line, text, as they are read; the text alone where there is no title.

    `title` and `body` lead back to the article's own. `furniture` holds ranges of `text` (this one, not the
    article's) that are page furniture, in order.
    """

    text: str
    title: ReadableText
    body: ReadableText
    body_start: int
    furniture: tuple[Range, ...] = ()

    @property
    def title_length(self) -> int:
        """Where the title ends."""
        return len(self.title.text)

    def with_furniture(self, of_body: Iterable[Range]) -> WorkingText:
        """The same text with these ranges of the body as its furniture."""
        return replace(
            self, furniture=tuple((start + self.body_start, end + self.body_start) for start, end in of_body)
        )

    def locate(self, start: int, end: int) -> ArticleRange:
        """Map a range of this text back into the article; ValueError where it is in neither field alone."""
        if 0 <= start <= end <= self.title_length and self.body_start:
            return ArticleRange(EvidenceField.TITLE, *self.title.original(start, end))
        if self.body_start <= start <= end <= len(self.text):
            return ArticleRange(EvidenceField.TEXT, *self.body.original(start - self.body_start, end - self.body_start))
        raise ValueError(f"characters {start} to {end} lie neither in the title nor in the text alone")

    def in_title(self, start: int) -> bool:
        """True where `start` is before the body."""
        return start < self.body_start

    def is_furniture(self, start: int, end: int) -> bool:
        """True where the range touches page furniture."""
        return any(start < last and first < end for first, last in self.furniture)


def join_readable(title: ReadableText, body: ReadableText) -> WorkingText:
    """Join title and text; nothing is furniture yet."""
    if not title.text:
        return WorkingText(body.text, title, body, 0)
    return WorkingText(title.text + SEPARATOR + body.text, title, body, len(title.text) + len(SEPARATOR))

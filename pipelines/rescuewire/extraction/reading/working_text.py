"""The one string that extraction works on, and the way back from it into title and text."""

from __future__ import annotations

from dataclasses import dataclass

from rescuewire.extraction.reading.readable_text import ReadableText
from rescuewire_schemas.article import Article
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


def join_article(article: Article, furniture: tuple[Range, ...] = ()) -> WorkingText:
    """Join title and text as they are; `furniture` are ranges of `article.text`."""
    return join_readable(ReadableText(article.title), ReadableText(article.text), furniture)


def join_readable(title: ReadableText, body: ReadableText, furniture: tuple[Range, ...] = ()) -> WorkingText:
    """Join title and text; `furniture` are ranges of `body`."""
    body_start = len(title.text) + len(SEPARATOR) if title.text else 0
    return WorkingText(
        text=title.text + SEPARATOR + body.text if title.text else body.text,
        title=title,
        body=body,
        body_start=body_start,
        furniture=tuple((start + body_start, end + body_start) for start, end in furniture),
    )

"""The one string that extraction works on, and the way back from it into title and text."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Title, a blank line, text; the text alone where there is no title.

    `furniture` holds ranges of `text` (this one, not the article's) that are page furniture, in order.
    """

    text: str
    title_length: int
    body_start: int
    furniture: tuple[Range, ...] = ()

    def locate(self, start: int, end: int) -> ArticleRange:
        """Map a range of this text back into the article; ValueError where it is in neither field alone."""
        if 0 <= start <= end <= self.title_length and self.body_start:
            return ArticleRange(EvidenceField.TITLE, start, end)
        if self.body_start <= start <= end <= len(self.text):
            return ArticleRange(EvidenceField.TEXT, start - self.body_start, end - self.body_start)
        raise ValueError(f"characters {start} to {end} lie neither in the title nor in the text alone")

    def in_title(self, start: int) -> bool:
        """True where `start` is before the body."""
        return start < self.body_start

    def is_furniture(self, start: int, end: int) -> bool:
        """True where the range touches page furniture."""
        return any(start < last and first < end for first, last in self.furniture)


def join_article(article: Article, furniture: tuple[Range, ...] = ()) -> WorkingText:
    """Join title and text; `furniture` are ranges of `article.text`."""
    body_start = len(article.title) + len(SEPARATOR) if article.title else 0
    joined = article.title + SEPARATOR + article.text if article.title else article.text
    return WorkingText(
        text=joined,
        title_length=len(article.title),
        body_start=body_start,
        furniture=tuple((start + body_start, end + body_start) for start, end in furniture),
    )

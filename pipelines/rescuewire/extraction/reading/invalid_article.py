"""Why a record is not an article."""

from __future__ import annotations

from enum import Enum


class InvalidReason(str, Enum):
    """The kinds of fault, as they stand in dead letters and metrics."""

    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    NOT_AN_OBJECT = "not_an_object"
    NESTED_TOO_DEEP = "nested_too_deep"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    BAD_DATE = "bad_date"
    NO_TEXT = "no_text"


class InvalidArticle(Exception):
    """A record that can never become an article, however often it is tried.

    `field` is the article's field at fault, None where the record as a whole is.
    Not a frozen dataclass: those can neither be pickled nor pass through a context manager.
    """

    def __init__(self, reason: InvalidReason, field: str | None, message: str) -> None:
        super().__init__(reason, field, message)
        self.reason = reason
        self.field = field
        self.message = message

    def __str__(self) -> str:
        return self.message

"""What an operator can choose of logs."""

from __future__ import annotations

from enum import Enum


class LogFormat(str, Enum):
    """How a line looks: an object of JSON, or words for people."""

    JSON = "json"
    TEXT = "text"


class LogLevel(str, Enum):
    """The least weight of a line. The text of articles, and what errors quote of it, is in lines of `debug` alone."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

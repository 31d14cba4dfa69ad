"""Setting logs up: structlog makes the lines, Python's own logging brings those of libraries into the same form."""

from __future__ import annotations

import logging
import sys
from typing import Any, TextIO

import structlog
from structlog.stdlib import (
    BoundLogger,
    LoggerFactory,
    ProcessorFormatter,
    add_log_level,
    add_logger_name,
    filter_by_level,
)
from structlog.typing import Processor

from rescuewire.logs.choices import LogFormat, LogLevel

LOGGER = "rescuewire"


def run_logger() -> BoundLogger:
    """The logger of a run."""
    logger: BoundLogger = structlog.get_logger(LOGGER)
    return logger


def set_up_logs(form: LogFormat | None, level: LogLevel) -> None:
    """Send log lines of at least `level` to standard error; without `form` as text to a terminal, else as JSON.

    The level is ours: libraries stay as quiet as the command line keeps them.
    """
    form = form or (LogFormat.TEXT if sys.stderr.isatty() else LogFormat.JSON)
    stamped: list[Processor] = [add_logger_name, add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True)]
    structlog.configure(
        processors=[filter_by_level, *stamped, ProcessorFormatter.wrap_for_formatter],
        logger_factory=LoggerFactory(),
        wrapper_class=BoundLogger,
    )
    handler = _StandardError()
    handler.setFormatter(ProcessorFormatter(processors=_last_processors(form), foreign_pre_chain=stamped))
    logging.getLogger().handlers = [handler]
    logging.getLogger(LOGGER).setLevel(level.value.upper())


def _last_processors(form: LogFormat) -> list[Processor]:
    if form is LogFormat.TEXT:
        looks = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        return [ProcessorFormatter.remove_processors_meta, looks]
    # "event" is a word of ours, so the line's own words go by another name.
    named = structlog.processors.EventRenamer("message")
    as_json = structlog.processors.JSONRenderer(ensure_ascii=False)
    return [ProcessorFormatter.remove_processors_meta, structlog.processors.format_exc_info, named, as_json]


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to what standard error is now: a progress bar puts itself before it for a while."""

    @property
    def stream(self) -> TextIO:
        return sys.stderr

    @stream.setter
    def stream(self, _stream: Any) -> None:
        """It is never another."""

"""Log lines of what is committed: one a dead letter, one an article with events, one a record at `debug`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rescuewire.logs.setting_up import LOGGER, run_logger
from rescuewire.outcomes import RescueOutcome
from rescuewire_connectors.outcome import CommittedBatch, DeadLetter
from rescuewire_connectors.record import Record
from rescuewire_connectors.stopping import Stop
from rescuewire_connectors.stream import Stream
from rescuewire_schemas.rescue_event import RescueEvent


@contextmanager
def logging_batches(stream: Stream[RescueEvent]) -> Iterator[None]:
    """Log the stream inside the block, and how it ends; an observer of `run_pipeline`.

    How it stopped is no more than `info`: the command line's last line says it, whatever the level. What a failure
    says is logged where it is a Stop: a bug's message may quote an article.
    """
    logger = run_logger()
    logger.info("stream opened")
    stream.followers.append(log_batch)
    try:
        yield
    except Stop as stop:
        logger.info("stream stopped", why=str(stop), exit_code=int(stop.code), **stream.tally.summary())
        raise
    except Exception as failure:
        logger.info("stream stopped", why=type(failure).__name__, **stream.tally.summary())
        raise
    logger.info("stream ended", **stream.tally.summary())


def log_batch(batch: CommittedBatch[RescueEvent]) -> None:
    """Log the outcomes of a batch."""
    logger = run_logger()
    least = logging.getLogger(LOGGER).getEffectiveLevel()
    for outcome in batch.outcomes:
        if outcome.dead_letter is not None:
            log_dead_letter(outcome.dead_letter, **_article(outcome))
        elif outcome.events:
            logger.info(
                "events",
                **_article(outcome),
                **_place(outcome.record),
                event_ids=[event.event_id for event in outcome.events],
            )
        elif least <= logging.DEBUG:
            logger.debug(outcome.kind.value, **_article(outcome), **_place(outcome.record))


def log_dead_letter(letter: DeadLetter, **known: Any) -> None:
    """One line for a dead letter, with what else is `known` of it; its message, which may quote, at `debug` alone."""
    logger, where = run_logger(), {**known, **_place(letter.record)}
    logger.warning("dead letter", **where, **_fault(letter))
    logger.debug("dead letter explained", **where, explanation=letter.message)


def _article(outcome: RescueOutcome) -> dict[str, str]:
    return {"article_id": outcome.group} if outcome.group else {}


def _place(record: Record) -> dict[str, Any]:
    return {"topic": record.topic, "partition": record.partition, "offset": record.offset}


def _fault(letter: DeadLetter) -> dict[str, str]:
    field = {} if letter.field is None else {"field": letter.field}
    return {"reason": letter.reason, **field}

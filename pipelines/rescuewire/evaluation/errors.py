"""What is wrong, event by event and slot by slot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from rescuewire.evaluation.comparison import Comparison, Pair
from rescuewire.evaluation.facts import Facts
from rescuewire.evaluation.slots import SHOWN, plain
from rescuewire_schemas.article import Article


class ErrorKind(str, Enum):
    """A gold event that was not found, a found event that is none, an event with a slot that is wrong."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    WRONG = "wrong"


@dataclass(frozen=True)
class Difference:
    """A slot with its values as JSON has them."""

    slot: str
    gold: Any
    found: Any


@dataclass(frozen=True)
class EventError:
    """One event that is not right; a side that has no such event is None.

    `differences` are the slots that differ, or where one side has no event all slots; `quoted` is False where the
    evidence that was found is no short quotation of the article.
    """

    kind: ErrorKind
    article: Article
    language: str
    gold: Facts | None
    found: Facts | None
    differences: tuple[Difference, ...]
    quoted: bool = True


def errors_in(comparison: Comparison) -> Iterator[EventError]:
    """Yield what is wrong in an article: wrong events, then missed ones, then spurious ones."""
    article, language = comparison.article, comparison.language
    for pair in comparison.pairs:
        differences = _differences(pair)
        if differences or not pair.quoted:
            yield EventError(ErrorKind.WRONG, article, language, pair.gold, pair.found, differences, pair.quoted)
    for gold in comparison.missed:
        yield EventError(ErrorKind.MISSED, article, language, gold, None, _alone(gold=gold))
    for found in comparison.spurious:
        yield EventError(ErrorKind.SPURIOUS, article, language, None, found, _alone(found=found))


def _differences(pair: Pair) -> tuple[Difference, ...]:
    wrong = [slot for slot in SHOWN if not pair.agrees(slot)]
    return tuple(Difference(slot.name, plain(slot.value(pair.gold)), plain(slot.value(pair.found))) for slot in wrong)


def _alone(gold: Facts | None = None, found: Facts | None = None) -> tuple[Difference, ...]:
    return tuple(Difference(slot.name, _value(slot.value, gold), _value(slot.value, found)) for slot in SHOWN)


def _value(value: Any, facts: Facts | None) -> Any:
    return plain(value(facts)) if facts is not None else None

"""What a run promises when something dies, and between which places it can promise it."""

from __future__ import annotations

from enum import Enum

from rescuewire_connectors.addresses import SinkAddress, SourceAddress, TopicAddress
from rescuewire_connectors.stopping import WrongUsage

AT_LEAST_ONCE_ADVICE = "say --delivery at_least_once, or {otherwise}"


class Delivery(str, Enum):
    """`exactly_once`: who reads committed records sees the results of each record once, whatever dies.

    `at_least_once`: nothing acknowledged is lost; what is written twice has equal ids and equal bytes.
    """

    EXACTLY_ONCE = "exactly_once"
    AT_LEAST_ONCE = "at_least_once"


def resolve_delivery(
    wanted: Delivery | None, source: SourceAddress, events: SinkAddress, dead_letters: SinkAddress | None
) -> Delivery:
    """What is promised between these places; raise WrongUsage where `wanted` cannot be.

    To a topic it is `exactly_once` unless people say otherwise: no promise is weakened silently.
    """
    if wanted is Delivery.AT_LEAST_ONCE:
        return wanted
    if isinstance(events, TopicAddress):
        _refuse_letters_elsewhere(dead_letters)
        return Delivery.EXACTLY_ONCE
    if wanted is Delivery.EXACTLY_ONCE and isinstance(source, TopicAddress):
        raise WrongUsage(
            f"exactly_once: the offsets of {source} and the events in {events} cannot be written in one transaction; "
            + AT_LEAST_ONCE_ADVICE.format(otherwise="write the events to a topic")
        )
    return Delivery.AT_LEAST_ONCE


def _refuse_letters_elsewhere(dead_letters: SinkAddress | None) -> None:
    if not isinstance(dead_letters, TopicAddress):
        where = "standard error" if dead_letters is None else str(dead_letters)
        raise WrongUsage(
            f"exactly_once: dead letters in {where} cannot be written in one transaction with the events; "
            + AT_LEAST_ONCE_ADVICE.format(otherwise="name a topic of the same cluster with --dead-letters")
        )

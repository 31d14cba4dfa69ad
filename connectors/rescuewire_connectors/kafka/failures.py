"""What a failure of the Kafka client means for the process."""

from __future__ import annotations

from kafka import errors
from rescuewire_connectors.kafka.rights import Use
from rescuewire_connectors.stopping import NoInput, NotAuthorised, Stop, TryAgain, Unreachable

_REFUSALS = (errors.AuthorizationError, errors.SaslAuthenticationFailedError)
_FENCED = (errors.ProducerFencedError, errors.InvalidProducerEpochError)
_AWAY = (errors.KafkaConnectionError, errors.KafkaTimeoutError)
NOTHING_KNOWN = Use()


def stop_for(error: errors.KafkaError, where: str, use: Use = NOTHING_KNOWN) -> Stop:
    """How the process must end when `error` came while opening `where`, in order to `use` it."""
    refusal = refusal_of(error, where, use)
    if refusal is not None:
        return refusal
    if isinstance(error, errors.UnknownTopicOrPartitionError):
        return NoInput(f"{where}: no such topic")
    if isinstance(error, _AWAY):
        return Unreachable(f"{where}: no Kafka broker answers: {_words(error)}; check the address, and that it runs")
    return TryAgain(f"{where}: {_words(error)}; restart me")


def stop_while_running(error: errors.KafkaError, doing: str, use: Use = NOTHING_KNOWN) -> Stop:
    """How the process must end when `error` came in the middle of the stream: only a refusal is final."""
    refusal = refusal_of(error, doing, use)
    if refusal is not None:
        return refusal
    if isinstance(error, _FENCED):
        return TryAgain(
            f"{doing}: another process goes by the name of this one; its batch in hand is not committed, restart me, "
            "and give each replica a --replica of its own"
        )
    return TryAgain(f"{doing}: {_words(error)}; the batch in hand is not committed, restart me")


def refusal_of(error: errors.KafkaError, where: str, use: Use) -> NotAuthorised | None:
    """The end of a process that the broker refuses something, with what it needs; None for other errors.

    The transactional producer gives some refusals by name in the words of a plain KafkaError.
    """
    right = use.refused(f"{type(error).__name__} {error}")
    if right is not None:
        return NotAuthorised(f"{where}: the broker refuses: {right}")
    return NotAuthorised(f"{where}: the broker refuses: {_words(error)}") if isinstance(error, _REFUSALS) else None


def _words(error: errors.KafkaError) -> str:
    return str(error) or type(error).__name__

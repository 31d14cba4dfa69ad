"""Writers of Kafka topics: events, and dead letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from rescuewire_connectors.dead_letters import as_message, without_value
from rescuewire_connectors.interfaces import EventCodec, Refused
from rescuewire_connectors.kafka.messages import Message, together_of
from rescuewire_connectors.kafka.outbox import Outbox
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.outcome import DeadLetter, Outcome
from rescuewire_connectors.record import Record

Event = TypeVar("Event")
Item = TypeVar("Item")


class TopicWriter(Generic[Item]):
    """Gives the messages that an item encodes to to an outbox, all or none."""

    def __init__(self, topic: Topic, encode: Callable[[Item], Sequence[Message]], outbox: Outbox) -> None:
        self._topic = topic
        self._encode = encode
        self._outbox = outbox
        outbox.add(topic)

    def write(self, item: Item) -> None:
        """Take an item's messages; raise Refused where one is larger than the topic takes."""
        messages = self._encode(item)
        for message in messages:
            self._check_size(message)
        for message in messages:
            self._outbox.send(self._topic, message)

    def _check_size(self, message: Message) -> None:
        limit = self._topic.message_bytes
        if message.size > limit:
            raise Refused("too_large", f"an event of {message.size} bytes; topic {self._topic.name} takes {limit}")

    def flush(self) -> None:
        """Return when the broker has acknowledged every message; raise Stop where it has not."""
        self._outbox.flush()

    def complete(self) -> None:
        """A topic has no end."""

    def close(self) -> None:
        """Let go of the producer."""
        self._outbox.close()


def event_messages(codec: EventCodec[Event]) -> Callable[[Outcome[Event]], list[Message]]:
    """How the events of an outcome are sent: keyed by their ids, all in the partition of their article."""

    def encode(outcome: Outcome[Event]) -> list[Message]:
        together = outcome.group.encode()
        return [_event_message(codec, event, outcome.record, together) for event in outcome.events]

    return encode


def _event_message(codec: EventCodec[Event], event: Event, record: Record, together: bytes) -> Message:
    key = codec.event_id(event).encode()
    return Message(key, codec.to_message(event), codec.headers(event, record), together)


def dead_letter_messages(topic: Topic) -> Callable[[DeadLetter], list[Message]]:
    """How a dead letter is sent: as it came, or without its value where `topic` cannot take it."""

    def encode(letter: DeadLetter) -> list[Message]:
        together = together_of(letter.record)
        whole = as_message(letter)
        message = Message(whole.key, whole.value, whole.headers, together)
        if message.size <= topic.message_bytes:
            return [message]
        short = without_value(whole)
        return [Message(short.key, short.value, short.headers, together)]

    return encode

"""Checks of topics: that they are there and can be written, what we may do with them, and what fits into them."""

from __future__ import annotations

from collections.abc import Iterator

from rescuewire.checking.findings import Answer
from rescuewire.counting import counted
from rescuewire_connectors.addresses import TopicAddress
from rescuewire_connectors.kafka.clients import MESSAGE_BYTES
from rescuewire_connectors.kafka.inspecting import ClusterInspector, TopicFacts
from rescuewire_connectors.stopping import NoInput, Unreachable, WrongSettings

COPIES = 3
"""So many brokers have each record, where one may die without harm."""

LEAST_IN_SYNC = "min.insync.replicas"
LARGEST = "max.message.bytes"
RETENTION = "retention.ms"
HOUR_MS = 3_600_000
HOURS_TO_LOOK = 24
"""Dead letters that are gone sooner are hardly seen by anybody."""


def check_topic(inspector: ClusterInspector, address: TopicAddress, *, written: bool, letters: bool = False) -> Answer:
    """Whether a topic is there with a leader in each partition, and enough copies where it is to be `written`.

    `letters` are kept for people. Raises NoInput, Unreachable, WrongSettings.
    """
    facts = find_topic(inspector, address, "Write" if written else "Read")
    if facts.leaderless:
        numbers = ", ".join(map(str, facts.leaderless))
        raise Unreachable(f"{address}: partitions {numbers} have no leader; see which of the brokers are down")
    warnings = [*(_doubts_of_copies(facts, inspector, address) if written else ())]
    warnings += [*(_doubts_of_retention(facts, letters=letters) if written else ())]
    words = f"{counted(facts.partitions, 'partition')}, replication factor {facts.copies}"
    return Answer(words, tuple(warnings))


def find_topic(inspector: ClusterInspector, address: TopicAddress, operation: str) -> TopicFacts:
    """The topic at an address, to Read or to Write; raise Stop, NoInput with the command that creates it."""
    try:
        return inspector.find_topic(address.topic, operation)
    except NoInput as missing:
        raise NoInput(f"{missing}; create it, with `rescuewire topics create` for instance") from missing


def _doubts_of_copies(facts: TopicFacts, inspector: ClusterInspector, address: TopicAddress) -> Iterator[str]:
    least = int(facts.configs.get(LEAST_IN_SYNC, 1))
    if least > facts.copies:
        raise WrongSettings(
            f"{address}: {LEAST_IN_SYNC} {least} is more than its replication factor {facts.copies}, so nothing can be "
            "written; lower the one or raise the other"
        )
    if facts.in_sync < least:
        raise Unreachable(
            f"{address}: {facts.in_sync} of {facts.copies} replicas in sync, {LEAST_IN_SYNC} is {least}, so nothing "
            "can be written; see which of the brokers are down"
        )
    if facts.copies < min(COPIES, inspector.describe().brokers):
        yield f"replication factor {facts.copies}: no broker may be lost without harm; make it {COPIES}"
    elif facts.copies >= COPIES and LEAST_IN_SYNC in facts.configs:
        yield from _doubts_of_least(least, facts.copies)


def _doubts_of_least(least: int, copies: int) -> Iterator[str]:
    if least == copies:
        yield f"{LEAST_IN_SYNC} {least}: nothing is written while any broker is away; make it {copies - 1}"
    elif least == 1:
        yield f"{LEAST_IN_SYNC} 1: what a single broker has counts as written, and may be lost with it; make it 2"


def _doubts_of_retention(facts: TopicFacts, *, letters: bool) -> Iterator[str]:
    if "compact" in facts.configs.get("cleanup.policy", ""):
        yield "cleanup.policy compact: of the records with one key only the last stays; make it delete"
    milliseconds = int(facts.configs.get(RETENTION, -1))
    if letters and 0 <= milliseconds < HOURS_TO_LOOK * HOUR_MS:
        yield f"{RETENTION}: letters are gone after {milliseconds / HOUR_MS:.3g} h; leave people time to look"


def check_right(inspector: ClusterInspector, address: TopicAddress, operation: str) -> Answer:
    """Whether we may do `operation` (Read, Write) with a topic; raise NotAuthorised."""
    facts = find_topic(inspector, address, operation)
    if not facts.operations:
        return Answer(address.topic, ("brokers of this version do not tell rights: only a run tells",))
    if operation.upper() not in facts.operations:
        raise inspector.refusal_on_topic(operation, address.topic)
    return Answer(f"topic {address.topic}: granted")


def check_size_of_letters(source: TopicFacts, letters: TopicFacts) -> Answer:
    """Whether every record of the source fits into the topic of dead letters."""
    comes, fits = largest(source), largest(letters)
    doubts = _unasked(source, letters)
    if fits < comes:
        doubts.append(
            f"{LARGEST}: a value larger than {fits:,} bytes is left out of its dead letter, which cannot be replayed; "
            f"raise that of {letters.name}"
        )
    return Answer(f"{letters.name} takes {fits:,} bytes, {source.name} {comes:,}", tuple(doubts))


def check_size_of_events(source: TopicFacts, events: TopicFacts) -> Answer:
    """Whether events of the largest articles fit; what Kafka takes by default is enough for any."""
    comes, fits = largest(source), largest(events)
    doubts = _unasked(source, events)
    if fits < min(comes, MESSAGE_BYTES):
        doubts.append(
            f"{LARGEST} of {events.name} is {fits:,}: an article with a larger event becomes a dead letter; raise it"
        )
    return Answer(f"{events.name} takes {fits:,} bytes", tuple(doubts))


def largest(topic: TopicFacts) -> int:
    """The largest record batch that a topic takes, in bytes; the usual one where we may not ask."""
    return int(topic.configs.get(LARGEST, MESSAGE_BYTES))


def _unasked(*topics: TopicFacts) -> list[str]:
    unknown = [topic.name for topic in topics if LARGEST not in topic.configs]
    if not unknown:
        return []
    return [f"{LARGEST} of {', '.join(unknown)} may not be asked (DescribeConfigs), and is taken for the usual one"]

"""Opening dead letters by their address, and what replays them. Kafka's client is imported only for topics."""

# ruff: noqa: PLC0415

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rescuewire_connectors.addresses import KAFKA_PREFIX, FileAddress, FileForm, TopicAddress, parse_topic
from rescuewire_connectors.files.letters import FileLetters, Journal
from rescuewire_connectors.stopping import NoInput, WrongUsage
from rescuewire_connectors.stored_letters import LetterStore

if TYPE_CHECKING:
    from rescuewire_connectors.kafka.clients import Cluster, Connect
    from rescuewire_connectors.kafka.replaying import Notes, Replay
    from rescuewire_connectors.kafka.topics import Topic
    from rescuewire_connectors.kafka.transactions import TransactionalOutbox

LetterAddress: TypeAlias = "FileAddress | TopicAddress"
_TOPIC_NAME = re.compile(r"[A-Za-z0-9._-]{1,249}")


def parse_letters(address: str) -> LetterAddress:
    """Read the address of dead letters; raise WrongUsage where it is none, NoInput where nothing is there."""
    if address.startswith(KAFKA_PREFIX):
        return parse_topic(address)
    path = Path(address)
    if path.suffix != FileForm.JSON_LINES.value:
        raise WrongUsage(f"{address}: dead letters are in FILE.dead.jsonl or kafka://host:port/TOPIC-dlq")
    if not path.is_file():
        raise NoInput(f"{path}: no such file; where nothing was a dead letter there is none")
    return FileAddress(path, FileForm.JSON_LINES)


@dataclass(frozen=True)
class Opener:
    """Opens dead letters and what replays them; `connect` makes the cluster of a topic's servers."""

    connect: Connect

    def open_letters(self, address: LetterAddress) -> LetterStore:
        """The dead letters at an address."""
        if isinstance(address, FileAddress):
            return FileLetters(address.path)
        from rescuewire_connectors.kafka.letters import TopicLetters

        return TopicLetters(self._cluster_of(address), address.topic)

    def parse_target(self, letters: LetterAddress, target: str | None) -> TopicAddress | None:
        """Where to replay to; None means where each record came from. Raise WrongUsage where that cannot be."""
        if target is None:
            if isinstance(letters, FileAddress):
                raise WrongUsage(f"{letters}: a file does not tell which cluster its records came from; give TARGET")
            return None
        if not target.startswith(KAFKA_PREFIX):
            raise WrongUsage(
                f"{target}: replay sends to a topic, kafka://host:port/topic; records of files are in them yet"
            )
        place = parse_topic(target)
        if isinstance(letters, TopicAddress):
            self._refuse_elsewhere(letters, place)
        return place

    def _refuse_elsewhere(self, letters: TopicAddress, target: TopicAddress) -> None:
        from rescuewire_connectors.kafka.topics import cluster_id

        both = (self._cluster_of(letters), self._cluster_of(target))
        if target.servers != letters.servers and cluster_id(both[0]) != cluster_id(both[1]):
            raise WrongUsage(
                f"{letters} and {target} are two clusters, and no transaction spans two: replay to the first"
            )
        if target.topic == letters.topic:
            raise WrongUsage(f"{target}: dead letters are not replayed to their own topic")

    def find_targets(
        self, letters: LetterAddress, target: TopicAddress | None, sources: Iterable[str]
    ) -> dict[str, Topic]:
        """The topics to replay to, by name: `target` alone, or `sources`; raise Stop where one is not there."""
        from rescuewire_connectors.kafka.topics import find_topics

        names = [target.topic] if target else sorted(set(sources))
        for name in names:
            if not _TOPIC_NAME.fullmatch(name):
                raise WrongUsage(f"{letters}: there are letters of {name}, which is no topic; give TARGET")
        try:
            return find_topics(self._cluster_of(_topic_of(target or letters)), names, "Write")
        except NoInput as missing:
            raise NoInput(f"{missing}, or give another TARGET") from missing

    def open_replay(
        self, letters: LetterAddress, store: LetterStore, target: TopicAddress | None, topics: Iterable[Topic]
    ) -> Replay:
        """A replay of these letters to these topics, not begun; raise Stop where that cannot be."""
        from rescuewire_connectors.kafka.replaying import PREFIX, Replay
        from rescuewire_connectors.kafka.transactions import TransactionalOutbox

        place = _topic_of(target or letters)
        cluster = self._cluster_of(place)
        outbox = TransactionalOutbox(cluster, PREFIX + _name_of(letters))
        for topic in topics:
            outbox.add(topic)
        notes = self._open_notes(letters, store, place, outbox)
        return Replay(outbox, notes, cluster.timeouts.watchdog)

    def _open_notes(
        self, letters: LetterAddress, store: LetterStore, target: TopicAddress, outbox: TransactionalOutbox
    ) -> Notes:
        from rescuewire_connectors.kafka.letters import TopicLetters
        from rescuewire_connectors.kafka.replaying import PREFIX, FileNotes, TopicNotes

        if isinstance(store, TopicLetters) and isinstance(letters, TopicAddress):
            topic = self.find_targets(letters, letters, ())[letters.topic]
            outbox.add(topic)
            return TopicNotes(store, topic)
        if isinstance(store, FileLetters):
            cluster = self._cluster_of(target)
            return FileNotes(cluster, Journal(store.journal), target, PREFIX + _name_of(letters))
        raise TypeError(f"{letters} has no place for notes; a bug")

    def _cluster_of(self, address: TopicAddress) -> Cluster:
        return self.connect(address.servers)


def _topic_of(place: LetterAddress) -> TopicAddress:
    if not isinstance(place, TopicAddress):
        raise TypeError(f"{place} is replayed to no topic; a bug")
    return place


def _name_of(letters: LetterAddress) -> str:
    if isinstance(letters, TopicAddress):
        return letters.topic
    return hashlib.sha256(str(letters.path.resolve()).encode()).hexdigest()[:16]

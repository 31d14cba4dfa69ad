"""A driver: sends records to a topic, and reads what became of them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kafka.errors import CoordinatorNotAvailableError

from fakes.articles import Sent
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from rescuewire_connectors.dead_letters import FIELD, OFFSET, PARTITION, REASON
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.starting import Start
from rescuewire_connectors.kafka.tailing import follow_topic
from rescuewire_connectors.record import Record
from rescuewire_schemas.codec import decode_event
from rescuewire_schemas.rescue_event import RescueEvent

MakeTopic: TypeAlias = Callable[..., str]
"""Makes a topic and returns its name: one that nobody else has, or `exactly` the one given."""

JARS = Path(__file__).resolve().parents[2] / "infra" / "kafka" / "lib" / "*"


@dataclass(frozen=True)
class Driver:
    """Talks to a broker, `host:port`, or to several with commas between."""

    server: str

    @property
    def _servers(self) -> list[str]:
        return self.server.split(",")

    def address(self, topic: str) -> str:
        return f"kafka://{self.server}/{topic}"

    def send(self, topic: str, sent: Iterable[Sent]) -> dict[tuple[int, int], Sent]:
        """Send records in order; returns them by the partition and offset that they got."""
        with closing(
            KafkaProducer(bootstrap_servers=self._servers, linger_ms=5, max_request_size=20_000_000)
        ) as producer:
            futures = [
                (
                    each,
                    producer.send(topic, each.value, key=f"k{number}".encode(), headers=[("n", str(number).encode())]),
                )
                for number, each in enumerate(sent)
            ]
            producer.flush(30)
            return {(future.value.partition, future.value.offset): each for each, future in futures}

    def records(self, topic: str) -> list[Record]:
        """What a `read_committed` reader sees in the topic now."""
        return list(follow_topic(Cluster(tuple(self.server.split(","))), topic, Start("earliest"), until_end=True))

    def events(self, topic: str) -> list[RescueEvent]:
        return [decode_event(record.value or b"") for record in self.records(topic)]

    def dead_letters(self, topic: str) -> dict[tuple[int, int], list[Record]]:
        """Dead letters by the partition and offset of the record that they come from."""
        found: dict[tuple[int, int], list[Record]] = {}
        for record in self.records(topic):
            headers = header_values(record)
            found.setdefault((int(headers[PARTITION]), int(headers[OFFSET])), []).append(record)
        return found

    def committed(self, group: str, topic: str) -> dict[int, int]:
        """The group's offsets by partition."""
        with closing(
            KafkaConsumer(bootstrap_servers=self._servers, group_id=group, enable_auto_commit=False)
        ) as consumer:
            partitions = consumer.partitions_for_topic(topic) or set()
            offsets = {number: consumer.committed(TopicPartition(topic, number)) for number in partitions}
        return {number: offset for number, offset in offsets.items() if offset is not None}

    def ends(self, topic: str, isolation: str = "read_uncommitted") -> dict[int, int]:
        """The offsets of the next records by partition; read_committed ends before the first open transaction."""
        with closing(KafkaConsumer(bootstrap_servers=self._servers, isolation_level=isolation)) as consumer:
            partitions = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic) or ()]
            return {partition.partition: end for partition, end in consumer.end_offsets(partitions).items()}

    def lag(self, group: str, topic: str) -> int:
        """How many records the group has not committed."""
        return sum(self.ends(topic).values()) - sum(self.committed(group, topic).values())

    def members(self, group: str) -> int:
        """How many members the group has; a new broker, which has no coordinator of groups yet, knows of none."""
        with closing(KafkaAdminClient(bootstrap_servers=self._servers)) as admin:
            try:
                return len(admin.describe_groups([group])[group]["members"])
            except CoordinatorNotAvailableError:
                return 0

    def is_stable(self, group: str) -> bool:
        """True when no partitions of the group are being moved."""
        with closing(KafkaAdminClient(bootstrap_servers=self._servers)) as admin:
            return bool(admin.describe_groups([group])[group]["group_state"] == "Stable")

    def console_consumer(self, topic: str) -> list[str]:
        """What Kafka's own console consumer prints of keys."""
        count = str(len(self.records(topic)))
        words = ["--bootstrap-server", self.server, "--topic", topic, "--from-beginning", "--timeout-ms", "30000"]
        words += ["--max-messages", count]
        shown = ["--formatter-property", "print.key=true", "--formatter-property", "print.value=false"]
        command = ["java", "-cp", str(JARS), "org.apache.kafka.tools.consumer.ConsoleConsumer", *words, *shown]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        return ended.stdout.splitlines()


def header_values(record: Record) -> dict[str, str]:
    return {header.name: (header.value or b"").decode() for header in record.headers}


def reason_and_field(record: Record) -> tuple[str, str | None]:
    headers = header_values(record)
    return headers[REASON], headers.get(FIELD)

"""The broker of a run and its topics; both live on the cores that serve."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from kafka.admin import NewTopic
from kafka.errors import TopicAlreadyExistsError

from kafka import KafkaAdminClient, KafkaProducer

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "infra" / "kafka"))

from broker import Broker  # noqa: E402

PARTITIONS = 4
PATIENCE_SECONDS = 60.0


@contextmanager
def running_broker() -> Iterator[str]:
    """A broker until the block ends; gives its address. Needs the jars that infra/kafka/fetch gets."""
    folder = Path(tempfile.mkdtemp(prefix="rescuewire-bench-kafka-"))
    broker = Broker(folder)
    broker.format()
    broker.start()
    try:
        yield broker.address
    finally:
        broker.stop()
        shutil.rmtree(folder, ignore_errors=True)


def make_topic(server: str, name: str, partitions: int = PARTITIONS) -> bool:
    """Make a topic; False where it is there already."""
    with closing(KafkaAdminClient(bootstrap_servers=server)) as admin:
        try:
            admin.create_topics([NewTopic(name, partitions, 1)])
        except TopicAlreadyExistsError:
            return False
        admin.wait_for_topics([name])
        return True


def fill_topic(server: str, name: str, values: Sequence[bytes], partitions: int = PARTITIONS) -> None:
    """Send articles to a topic, to its partitions in turn."""
    with closing(KafkaProducer(bootstrap_servers=server, linger_ms=5, max_request_size=4_000_000)) as producer:
        sent = [producer.send(name, value, partition=number % partitions) for number, value in enumerate(values)]
        producer.flush(PATIENCE_SECONDS)
        for future in sent:
            future.get(timeout=PATIENCE_SECONDS)


def filled_topic(server: str, name: str, file: Path, partitions: int = PARTITIONS) -> None:
    """A topic that holds the articles of a file; nothing to do where it is there."""
    if make_topic(server, name, partitions):
        fill_topic(server, name, file.read_bytes().splitlines(), partitions)

"""Speed with and without transactions, on a broker of its own: `python -m fakes.kafka_speed` prints a table."""

from __future__ import annotations

import argparse
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "infra" / "kafka"))

from broker import Broker  # noqa: E402
from kafka.admin import NewTopic  # noqa: E402

from fakes.articles import Sent, article  # noqa: E402
from fakes.kafka_driver import Driver  # noqa: E402
from fakes.running import KEYWORD_DETECTOR, start_command, wait_until  # noqa: E402
from kafka import KafkaAdminClient, KafkaConsumer  # noqa: E402

DELIVERIES = ("at_least_once", "exactly_once")


@contextmanager
def running(driver: Driver, name: str, delivery: str) -> Iterator[None]:
    """A pipeline from topic `name` to its events, until the block ends."""
    words = ("run", driver.address(name), driver.address(f"{name}-events"), "--group", name)
    process = start_command(*words, "--delivery", delivery, "--detector", KEYWORD_DETECTOR)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)


def make_topics(driver: Driver, name: str) -> None:
    with closing(KafkaAdminClient(bootstrap_servers=driver.server)) as admin:
        names = [name, f"{name}-events", f"{name}-events-dlq"]
        admin.create_topics([NewTopic(each, 4, 1) for each in names])
        admin.wait_for_topics(names)


def numbered(number: int) -> Sent:
    text = f"Police rescued {number} people." if number % 10 == 0 else "Nothing."
    return Sent(article(id=f"a{number}", text=text), "")


def throughput(driver: Driver, delivery: str, count: int) -> float:
    """Records a second when there are as many as one likes; one in ten has an event."""
    name = f"many-{delivery}"
    make_topics(driver, name)
    driver.send(name, [numbered(number) for number in range(count)])
    with running(driver, name, delivery):
        wait_until(lambda: sum(driver.committed(name, name).values()) > 0, "the first batch")
        began, first = time.monotonic(), sum(driver.committed(name, name).values())
        wait_until(lambda: driver.lag(name, name) == 0, "all", 600.0)
    return (count - first) / (time.monotonic() - began)


def latencies(driver: Driver, delivery: str, count: int) -> list[float]:
    """Milliseconds from sending an article to reading its event as a reader of committed records, one at a time."""
    name = f"few-{delivery}"
    make_topics(driver, name)
    options = {"isolation_level": "read_committed", "auto_offset_reset": "earliest", "fetch_max_wait_ms": 5}
    with running(driver, name, delivery), closing(KafkaConsumer(bootstrap_servers=driver.server, **options)) as reader:
        reader.subscribe([f"{name}-events"])
        return [_one_latency(driver, reader, name, 10 * number) for number in range(count)][5:]


def _one_latency(driver: Driver, reader: KafkaConsumer, name: str, number: int) -> float:
    driver.send(name, [numbered(number)])
    began = time.monotonic()
    while not reader.poll(5):
        pass
    return 1000 * (time.monotonic() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=30_000)
    parser.add_argument("--events", type=int, default=105)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        broker = Broker(Path(folder))
        broker.format()
        broker.start()
        driver = Driver(broker.address)
        sys.stdout.write("| delivery | records/s | latency p50, ms | p95 |\n| --- | --- | --- | --- |\n")
        for delivery in DELIVERIES:
            speed = throughput(driver, delivery, options.records)
            waited = latencies(driver, delivery, options.events)
            p50, p95 = statistics.median(waited), statistics.quantiles(waited, n=20)[-1]
            sys.stdout.write(f"| {delivery} | {speed:,.0f} | {p50:.0f} | {p95:.0f} |\n")
            sys.stdout.flush()
        broker.stop()


if __name__ == "__main__":
    main()

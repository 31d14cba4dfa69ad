"""The feeder: `python -m benchmarks.feeding SERVER TOPIC FILE RATE SECONDS` sends articles at an even pace.

An article's id begins with the milliseconds since 1970 at which it was sent, so that whoever reads an event of it
knows how long it took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import count, cycle
from pathlib import Path
from typing import Any

from benchmarks.broker_for_bench import PARTITIONS
from kafka import KafkaProducer

AFTER_TIME = "-"


def sent_at_ms(article_id: str) -> int:
    """When an article was sent, by its id."""
    return int(article_id.partition(AFTER_TIME)[0])


def feed(producer: KafkaProducer, topic: str, articles: Iterator[dict[str, Any]], rate: float, seconds: float) -> None:
    """Send `rate` articles a second; those that are late are sent at once, with the time at which they are sent."""
    began = time.monotonic()
    for number in count():
        due = began + number / rate
        if due > began + seconds:
            return
        time.sleep(max(0.0, due - time.monotonic()))
        now = round(1000 * time.time())
        article = {**next(articles), "id": f"{now}{AFTER_TIME}{number}"}
        value = json.dumps(article, ensure_ascii=False).encode()
        producer.send(topic, value, partition=number % PARTITIONS, timestamp_ms=now)


def main() -> None:
    """Feed."""
    server, topic, file, rate, seconds = sys.argv[1:]
    articles = cycle([json.loads(line) for line in Path(file).read_bytes().splitlines()])
    with closing(KafkaProducer(bootstrap_servers=server, linger_ms=0)) as producer:
        feed(producer, topic, articles, float(rate), float(seconds))
        producer.flush(60)


if __name__ == "__main__":
    main()

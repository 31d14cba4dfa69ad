"""Kafka to files and back, and what is refused before anything is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import has_done, run, run_until
from rescuewire.events.reading import read_events_at
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.stopping import NoInput, Unreachable

pytestmark = pytest.mark.kafka
RECORDS = (Sent(article(id="1"), "events"), Sent(b"{", "dead_letter"))


@pytest.fixture
def source(make_topic: MakeTopic) -> str:
    return make_topic("news", partitions=1)


@pytest.mark.parametrize("ending", ["avro", "jsonl"])
def test_a_file_grows_run_after_run(driver: Driver, source: str, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    for _ in range(2):
        driver.send(source, RECORDS)
        run_until(has_done(2), driver.address(source), str(out), group=source)
    assert [event.article.id for event in read_events_at(str(out))] == ["1", "1"]
    letters = (tmp_path / f"out.{ending}.dead.jsonl").read_text().splitlines()
    assert [json.loads(letter)["offset"] for letter in letters] == [1, 3]


@pytest.mark.parametrize("ending", ["avro", "jsonl"])
def test_a_file_torn_by_a_dead_process_is_mended(driver: Driver, source: str, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    driver.send(source, RECORDS)
    run_until(has_done(2), driver.address(source), str(out), group=source)
    with out.open("ab") as file:
        file.write(out.read_bytes()[-60:-20])
    driver.send(source, RECORDS)
    run_until(has_done(2), driver.address(source), str(out), group=source)
    assert [event.article.id for event in read_events_at(str(out))] == ["1", "1"]


def test_a_file_goes_to_topics(driver: Driver, make_topic: MakeTopic, tmp_path: Path) -> None:
    sink = make_topic("events")
    make_topic(f"{sink}-dlq", exactly=True)
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(each.value or b"" for each in RECORDS))
    tally = run(str(tmp_path / "in.jsonl"), driver.address(sink))
    assert (tally.records, len(driver.events(sink)), len(driver.records(f"{sink}-dlq"))) == (2, 1, 1)


@pytest.mark.parametrize("missing", ["source", "sink", "dead_letters"])
def test_a_topic_that_is_missing_is_named(driver: Driver, make_topic: MakeTopic, source: str, missing: str) -> None:
    sink = make_topic("events")
    names = {"source": source, "sink": sink, "dead_letters": source + "2", missing: "gone"}
    if missing != "dead_letters":
        make_topic(names["dead_letters"], exactly=True)
    words = {name: driver.address(topic) for name, topic in names.items()}
    with pytest.raises(NoInput, match=r"topic gone at .*: no such topic; create it first"):
        run(words["source"], words["sink"], dead_letters=words["dead_letters"], group=source)


def test_a_broker_that_does_not_answer_is_unreachable_and_why() -> None:
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1:1: no Kafka broker answers: .*ECONNREFUSED"):
        Cluster(("127.0.0.1:1",), connect_seconds=0.5).admin()

"""The pipeline writes with a registry, and readers that share no code of ours read the same content back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fakes.articles import Sent
from fakes.guide import write_example
from fakes.kafka_driver import JARS, Driver, MakeTopic, header_values
from fakes.running import ENVIRONMENT, ROOT, has_done, run, run_command, run_until
from rescuewire.detection import REAL_DETECTOR
from rescuewire_connectors.record import Record
from rescuewire_schemas.codec import decode_event
from rescuewire_schemas.published import find_published
from rescuewire_schemas.records import to_record

pytestmark = [pytest.mark.kafka, pytest.mark.registry, pytest.mark.slow, pytest.mark.timeout(300)]
ARTICLES = [Sent(path.read_bytes(), "events") for path in sorted((ROOT / "tests" / "articles").glob("*.json"))]
BEFORE = 10
"""So many articles are read without a registry, the rest with one: the topic holds both formats."""

AVRO = ROOT / "infra" / "registry" / "lib" / "lib" / "org.apache.avro.avro-1.12.0.jar"


def _has_compiler() -> bool:
    modules = subprocess.run(["java", "--list-modules"], capture_output=True, text=True, check=False)
    return "jdk.compiler@" in modules.stdout


@dataclass(frozen=True)
class Written:
    """What the pipeline wrote: the events by id, as it told them to a file of JSON lines."""

    driver: Driver
    registry: Any
    mixed: str
    registered: str
    expected: dict[str, dict[str, Any]]

    def words(self, topic: str) -> tuple[str, str]:
        return self.driver.server, topic


@pytest.fixture(scope="module")
def written(
    kafka_broker: Any, schema_registry: Any, make_topic: MakeTopic, tmp_path_factory: pytest.TempPathFactory
) -> Written:
    driver = Driver(kafka_broker.address)
    source, mixed, registered = make_topic("news"), make_topic("mixed", partitions=3), make_topic("registered")
    for sink in (mixed, registered):
        make_topic(f"{sink}-dlq", exactly=True)
    real = {"detector": REAL_DETECTOR, "harm": "all", "timeouts": {"article": 60.0, "drain": 70.0}}
    with_registry = {**real, "registry": schema_registry.url}
    driver.send(source, ARTICLES[:BEFORE])
    _run_over(BEFORE, driver.address(source), driver.address(mixed), group=mixed, **real)
    driver.send(source, ARTICLES[BEFORE:])
    rest = len(ARTICLES) - BEFORE
    _run_over(rest, driver.address(source), driver.address(mixed), group=mixed, **with_registry)
    _run_over(len(ARTICLES), driver.address(source), driver.address(registered), group=registered, **with_registry)
    file = tmp_path_factory.mktemp("told") / "events.jsonl"
    run(str(ROOT / "tests" / "articles"), str(file), **with_registry)
    told = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return Written(driver, schema_registry, mixed, registered, {event["event_id"]: event for event in told})


def _run_over(records: int, source: str, sink: str, **settings: Any) -> None:
    """Run until so many records are done, however slow the machine is; pytest's time-out ends what never ends."""
    while records > 0:
        records -= run_until(has_done(records), source, sink, **settings).records


def _by_id(lines: str) -> dict[str, Any]:
    events = [json.loads(line) for line in lines.splitlines()]
    assert len({event["event_id"] for event in events}) == len(events)
    return {event["event_id"]: event for event in events}


def _run_example(*command: str) -> str:
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90, env=ENVIRONMENT)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_there_is_something_to_read_in_both_formats(written: Written) -> None:
    values = [record.value or b"" for record in written.driver.records(written.mixed)]
    assert {value[:1] for value in values} == {b"\xc3", b"\x00"}
    assert len(values) == len(written.expected) > 8


def test_no_article_became_a_dead_letter(written: Written) -> None:
    assert [written.driver.dead_letters(f"{sink}-dlq") for sink in (written.mixed, written.registered)] == [{}, {}]


def test_confluents_client_reads_them(written: Written, tmp_path: Path) -> None:
    script = write_example("with_confluents_client.py", tmp_path)
    read = _run_example(sys.executable, str(script), *written.words(written.registered), written.registry.url)
    assert _by_id(read) == written.expected


@pytest.mark.skipif(not _has_compiler(), reason="java starts a source file only where it is a JDK, not a JRE")
def test_apaches_avro_for_java_reads_them_in_both_formats(written: Written, tmp_path: Path) -> None:
    script = write_example("ReadEvents.java", tmp_path)
    schema = tmp_path / "rescue_event.avsc"
    schema.write_text(find_published("rescue_event").source(), encoding="utf-8")
    classes = f"{JARS}:{AVRO}"
    words = (*written.words(written.mixed), str(schema), written.registry.url)
    assert _by_id(_run_example("java", "-cp", classes, str(script), *words)) == written.expected


def test_our_package_reads_them_in_both_formats(written: Written, tmp_path: Path) -> None:
    script = write_example("with_our_package.py", tmp_path)
    read = _run_example(sys.executable, str(script), *written.words(written.mixed), written.registry.url)
    assert _by_id(read) == written.expected


def test_tail_reads_them_in_both_formats(written: Written, tmp_path: Path) -> None:
    script = write_example("tail.sh", tmp_path)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    ended = subprocess.run(
        ["sh", str(script), *written.words(written.mixed), written.registry.url],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**ENVIRONMENT, "PATH": path},
    )
    assert _by_id(ended.stdout) == written.expected


def test_without_a_registry_tail_reads_what_it_can_and_says_what_it_cannot(written: Written) -> None:
    ended = run_command("tail", written.driver.address(written.mixed), "--until-end", "--format", "json")
    singles = [record for record in written.driver.records(written.mixed) if (record.value or b"")[:1] == b"\xc3"]
    assert len(_by_id(ended.stdout)) == len(singles)
    assert "name the registry that knows it with --registry URL" in ended.stderr


def test_kafkas_console_client_shows_keys_and_headers(written: Written, tmp_path: Path) -> None:
    script = write_example("look.sh", tmp_path)
    home = tmp_path / "kafka"
    home.mkdir()
    (home / "lib").symlink_to(JARS.parent)
    environment = {**os.environ, "KAFKA_HOME": str(home)}
    ended = subprocess.run(
        ["sh", str(script), *written.words(written.registered)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment,
    )
    shown = [line.rsplit("\t", 1) for line in ended.stdout.splitlines()]
    assert {key: headers.split(",")[1] for headers, key in shown} == {
        key: f"ce_id:{key}" for key in written.expected
    }, ended.stderr
    assert all("ce_type:rescuewire.RescueEvent,ce_source:/rescuewire/news-" in headers for headers, _ in shown)


def test_every_record_has_its_envelope(written: Written) -> None:
    for record in written.driver.records(written.registered):
        headers = header_values(record)
        event = written.expected[headers["ce_id"]]
        assert record.key == headers["ce_id"].encode()
        assert headers["ce_subject"] == event["article"]["id"]
        assert (headers["ce_eventtype"], headers["ce_harm"]) == (event["event_type"], event["harm"])
        assert headers["ce_dataschema"].startswith(f"{written.registry.url}/schemas/ids/")
        assert headers["content-type"] == "application/avro"
        assert _seconds_between(headers["ce_time"], record) < 60


def _seconds_between(time_told: str, record: Record) -> float:
    told = time.mktime(time.strptime(time_told, "%Y-%m-%dT%H:%M:%S." + time_told[20:23] + "Z")) - time.timezone
    return abs(told - (record.timestamp_ms or 0) / 1000)


def test_single_objects_have_the_envelope_too(written: Written) -> None:
    singles = [record for record in written.driver.records(written.mixed) if (record.value or b"")[:1] == b"\xc3"]
    for record in singles:
        assert header_values(record)["ce_id"] == decode_event(record.value or b"").event_id
        assert "ce_dataschema" not in header_values(record)


def test_what_is_read_is_what_was_told(written: Written) -> None:
    singles = [record.value or b"" for record in written.driver.records(written.mixed) if record.value]
    for value in filter(lambda value: value[:1] == b"\xc3", singles):
        event = to_record(decode_event(value))
        assert event == written.expected[event["event_id"]]


def test_a_registry_that_is_away_at_start_is_told(written: Written, tmp_path: Path) -> None:
    sink = written.driver.address(written.registered)
    words = ("--state-folder", str(tmp_path), "--registry", "http://127.0.0.1:1")
    ended = run_command("run", str(ROOT / "tests" / "articles"), sink, *words)
    assert ended.returncode == 69
    assert "schema registry http://127.0.0.1:1 does not answer" in ended.stderr

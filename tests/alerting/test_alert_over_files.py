"""The verb `alert` over files: once through, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from told_events import event

from fakes.receiver import FakeReceiver, listening
from fakes.running import ENVIRONMENT, run_command
from rescuewire_schemas.codec import to_json, write_events

RULES = """
receivers:
  screen: {standard_output: {}}
rules:
  ten: {events: {min_victims: 10, origin: VN}, send_to: [screen]}
"""
WEBHOOK = "screen: {{webhook: {{url: {url}, give_up_seconds: 1, authorization: {{environment: DESK}}}}}}"
EVENTS = [event(1, 12), event(2, 9), event(3, 10)]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules.yaml"
    path.write_text(RULES)
    return path


@pytest.fixture(params=["avro", "jsonl"])
def events(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"events.{request.param}"
    if request.param == "jsonl":
        path.write_text("".join(to_json(each) + "\n" for each in EVENTS))
    else:
        with path.open("wb") as stream:
            write_events(stream, EVENTS)
    return path


def _to_webhook(rules: Path, url: str) -> None:
    rules.write_text(RULES.replace("screen: {standard_output: {}}", WEBHOOK.format(url=url)))


def test_a_file_is_read_once_through(rules: Path, events: Path) -> None:
    ended = run_command("alert", str(rules), str(events))
    assert [json.loads(line) for line in ended.stdout.splitlines()] == [
        {"idempotency_key": f"{number:032x}-ten", "rule": "ten", "event": json.loads(to_json(told))}
        for number, told in ((1, EVENTS[0]), (3, EVENTS[2]))
    ]
    assert (ended.returncode, ended.stderr) == (0, "rescuewire: screen: 3 events read, 2 alerts\n")
    assert not list(events.parent.glob("*dead*"))


def test_what_is_no_event_goes_to_the_file_of_dead_letters(rules: Path, tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    count_as_text = {**json.loads(to_json(event())), "victims": {"min": "12"}}
    path.write_text(f"junk\n{json.dumps(count_as_text)}\n{to_json(event(7))}\n")
    ended = run_command("alert", str(rules), str(path))
    assert (ended.returncode, len(ended.stdout.splitlines())) == (0, 1)
    letters = [json.loads(line) for line in (tmp_path / "events.jsonl.alert.dead.jsonl").read_text().splitlines()]
    assert [(letter["offset"], letter["reason"], letter["field"]) for letter in letters] == [
        (0, "unreadable", "receivers.screen"),
        (1, "unreadable", "receivers.screen"),
    ]
    logged = [json.loads(line) for line in ended.stderr.splitlines() if line.startswith("{")]
    assert [(line["message"], line["offset"], line["reason"], line["field"]) for line in logged] == [
        ("dead letter", 0, "unreadable", "receivers.screen"),
        ("dead letter", 1, "unreadable", "receivers.screen"),
    ]


def test_too_many_dead_letters_end_it_with_65(rules: Path, tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("junk\njunk\n")
    ended = run_command("alert", str(rules), str(path), "--dead-letter-run", "2")
    assert ended.returncode == 65
    assert "receiver screen: 2 dead letters in succession" in ended.stderr
    assert len((tmp_path / "events.jsonl.alert.dead.jsonl").read_text().splitlines()) == 2


def test_a_receiver_that_is_down_ends_it_with_75(rules: Path, events: Path) -> None:
    with listening(FakeReceiver()) as fake:
        _to_webhook(rules, fake.url)
    environment = {**ENVIRONMENT, "NO_PROXY": "127.0.0.1", "DESK": "Bearer s3cret"}
    ended = run_command("alert", str(rules), str(events), env=environment)
    assert ended.returncode == 75
    assert ended.stderr.splitlines()[-1].endswith("for 1 s; alerts wait, restart me")
    assert "s3cret" not in ended.stderr


def test_a_secret_that_is_missing_is_told_at_start(rules: Path, events: Path) -> None:
    _to_webhook(rules, "http://127.0.0.1:9/")
    ended = run_command("alert", str(rules), str(events))
    assert ended.returncode == 78
    assert "receivers.screen.webhook.authorization: the environment variable DESK is empty" in ended.stderr


@pytest.mark.parametrize(
    ("address", "code", "told"),
    [
        ([], 2, "ADDRESS is missing"),
        (["-"], 2, "write them to x.jsonl"),
        (["nothing.avro"], 66, "no such file"),
        (["kafka://nothing"], 2, "a topic is written"),
    ],
)
def test_an_address_that_is_none_is_refused(rules: Path, address: list[str], code: int, told: str) -> None:
    ended = run_command("alert", str(rules), *address)
    assert (ended.returncode, ended.stderr.count("\n")) == (code, 1)
    assert told in ended.stderr

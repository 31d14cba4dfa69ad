"""Checks that need no broker: settings, packs, ports, folders, and addresses that lead nowhere."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from fakes.checked import checked, found, names
from fakes.http_server import serving
from fakes.running import run_command
from rescuewire.checking.findings import State
from rescuewire.checking.local_checks import check_state_folder
from rescuewire.event_wire import event_texts
from rescuewire_connectors.registry.subjects import KnownIds, topic_subject
from rescuewire_connectors.stopping import ExitCode, WrongSettings

TOPIC = "kafka://127.0.0.1:1/events"
NOT_THERE = (404, {"error_code": 40403, "message": "Schema not found"})


def test_without_addresses_settings_and_packs_alone_are_checked() -> None:
    assert names(checked(), State.OK) == ["settings", "language packs"]


def test_a_typo_in_the_settings_is_told_and_packs_are_checked_all_the_same(tmp_path: Path) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text("gruop: rescue\n")
    ended = run_command(
        "check", "--config", str(settings), "a.jsonl", TOPIC, "--detector", "fakes.keyword_detector:load"
    )
    assert ended.returncode == ExitCode.SETTINGS
    lines = ended.stdout.splitlines()
    assert lines[0] == f"failed   settings: {settings}: there is no setting gruop; did you mean group?"
    assert lines[1].startswith("ok       language packs: ")
    assert {line.partition(" ")[0] for line in lines[2:]} == {"skipped"}
    assert ended.stderr == ("rescuewire: check: 1 ok, 0 warning, 1 failed, 5 skipped; a run would end with 78\n")


def test_a_certificate_that_is_not_there_is_a_matter_of_settings() -> None:
    findings = checked(kafka__security_protocol="SSL", kafka__ca_file="/nowhere/ca.pem")
    assert found(findings, "settings").words.startswith("kafka.ca_file /nowhere/ca.pem: No such file")


def test_a_source_that_is_not_there_fails_the_addresses_and_not_the_port(tmp_path: Path) -> None:
    findings = checked(str(tmp_path / "a.jsonl"), TOPIC)
    assert found(findings, "addresses").stop.code == ExitCode.NO_INPUT  # type: ignore[union-attr]
    assert (found(findings, "metrics port").state, found(findings, "Kafka").state) == (State.OK, State.SKIPPED)


def test_one_address_is_wrong_usage() -> None:
    ended = run_command("check", "a.jsonl")
    assert (ended.returncode, ended.stdout) == (ExitCode.USAGE, "")
    assert "give both addresses" in ended.stderr


def test_a_port_that_another_process_has_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        finding = found(checked("-", "-", metrics_port=port), "metrics port")
    assert finding.stop is not None
    assert (finding.stop.code, f"port {port} at 127.0.0.1: Address already in use" in finding.words) == (78, True)


def test_a_state_folder_is_not_made_by_checking(tmp_path: Path) -> None:
    assert check_state_folder(tmp_path / "new" / "state").words.endswith("will be made")
    assert check_state_folder(tmp_path).words.endswith("can be written")
    assert list(tmp_path.iterdir()) == []


def test_a_state_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongSettings, match=r"file cannot be written; name a folder .*--state-folder"):
        check_state_folder(tmp_path / "file" / "state")


def test_a_registry_that_knows_the_schema() -> None:
    with serving((200, {"id": 7})) as server:
        finding = found(checked("-", TOPIC, registry=server.url, timeouts__connect="0.2"), "schema registry")
    assert (finding.state, finding.words.endswith("knows the schema of events-value, id 7")) == (State.OK, True)


@pytest.mark.parametrize(("taken", "state"), [(True, State.WARNING), (False, State.FAILED)])
def test_a_registry_that_does_not_know_it_is_asked_whether_it_would_take_it(taken: bool, state: State) -> None:
    with serving(NOT_THERE, (200, {"is_compatible": taken})) as server:
        finding = found(checked("-", TOPIC, registry=server.url, timeouts__connect="0.2"), "schema registry")
        asked = [(method, path) for method, path, _ in server.requests]
    assert asked == [
        ("POST", "/subjects/events-value"),
        ("POST", "/compatibility/subjects/events-value/versions/latest"),
    ]
    assert finding.state is state


@pytest.mark.parametrize(("known", "state"), [(True, State.WARNING), (False, State.FAILED)])
def test_a_registry_that_is_away_matters_where_it_gave_no_id_before(
    known: bool, state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rescuewire.checking.registry_checks.PATIENCE_SECONDS", 0.1)
    if known:
        KnownIds(tmp_path, "http://127.0.0.1:1").remember(topic_subject("events"), event_texts()[-1], 9)
    findings = checked("-", TOPIC, registry="http://127.0.0.1:1", state_folder=str(tmp_path), timeouts__connect="0.2")
    assert found(findings, "schema registry").state is state
    assert ("id 9" in found(findings, "schema registry").words) == known

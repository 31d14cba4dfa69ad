"""A real schema registry: registering, finding, and its own verdict on changes beside ours."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from fakes.running import run_command
from fakes.schema_changes import CHANGES, STRICTER_HERE, Change
from rescuewire_connectors.registry.address import parse_registry
from rescuewire_connectors.registry.client import RegistryClient
from rescuewire_connectors.registry.subjects import register_all
from rescuewire_connectors.stopping import WrongSettings
from rescuewire_schemas.avro_schemas import VERSIONS, event_schema_text
from rescuewire_schemas.compatibility import check_candidate

pytestmark = pytest.mark.registry


@pytest.fixture(scope="module")
def client(schema_registry: Any) -> RegistryClient:
    return RegistryClient(parse_registry(schema_registry.url))


@pytest.fixture
def topic() -> str:
    return f"events-{uuid.uuid4().hex[:8]}"


def test_the_verb_registers_every_version_once(schema_registry: Any, client: RegistryClient, topic: str) -> None:
    first, second = (
        run_command("schema", "register", "--registry", schema_registry.url, "--topic", topic) for _ in range(2)
    )
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    ids = [client.find(f"{topic}-value", event_schema_text(version)) for version in VERSIONS]
    assert first.stdout.splitlines() == [
        f"{topic}-value: rescue_event {version} has id {schema_id}"
        for version, schema_id in zip(VERSIONS, ids, strict=True)
    ]
    assert json.loads(client.schema_text(ids[-1] or 0) or "") == json.loads(event_schema_text())


def test_the_subject_is_closed_to_what_is_not_compatible(
    schema_registry: Any, client: RegistryClient, topic: str
) -> None:
    run_command("schema", "register", "--registry", schema_registry.url, "--topic", topic)
    candidate = json.loads(event_schema_text())
    candidate["fields"].append({"name": "summary", "type": "string"})
    assert check_candidate(candidate)
    with pytest.raises(WrongSettings, match="refuses: 409"):
        client.register(f"{topic}-value", json.dumps(candidate))


def test_a_good_candidate_is_taken(schema_registry: Any, client: RegistryClient, topic: str) -> None:
    run_command("schema", "register", "--registry", schema_registry.url, "--topic", topic)
    candidate = json.loads(event_schema_text())
    candidate["fields"].append({"name": "summary", "type": ["null", "string"], "default": None})
    assert check_candidate(candidate) == []
    assert client.register(f"{topic}-value", json.dumps(candidate)) > 0


@pytest.mark.parametrize("change", [pytest.param(change, id=change.name) for change in CHANGES])
def test_the_registry_comes_to_the_same_verdict(client: RegistryClient, topic: str, change: Change) -> None:
    subject = f"{topic}-value"
    client.register(subject, json.dumps(change.writer))
    client._told("PUT", f"/config/{subject}", {"compatibility": "BACKWARD"})
    assert _takes(client, subject, change.reader) == (change.broken is None or change.name in STRICTER_HERE)


def _takes(client: RegistryClient, subject: str, candidate: Any) -> bool:
    try:
        client.register(subject, json.dumps(candidate))
    except WrongSettings:
        return False
    return True


def test_an_unknown_id_is_none(client: RegistryClient) -> None:
    assert client.schema_text(4_000_000) is None


def test_it_stands_well(client: RegistryClient) -> None:
    assert client.check().answers


def test_whether_it_would_take_a_schema_is_told_without_registering(client: RegistryClient, topic: str) -> None:
    subject, known = f"{topic}-value", event_schema_text()
    assert client.takes(subject, known)
    assert client.find(subject, known) is None
    register_all(client, subject, [known])
    broken = json.loads(known)
    broken["fields"].append({"name": "summary", "type": "string"})
    assert (client.takes(subject, known), client.takes(subject, json.dumps(broken))) == (True, False)

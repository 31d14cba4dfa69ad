"""How events are written with a registry, without one, and while it is away; and how they are read again."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest

from fakes.http_server import ToldServer, serving
from rescuewire import event_wire
from rescuewire.event_codec import RegisteredSchema, RescueEventCodec
from rescuewire.event_wire import codec_for, decoder
from rescuewire_connectors.addresses import TopicAddress, parse_sink
from rescuewire_connectors.record import Record
from rescuewire_connectors.registry.address import parse_registry
from rescuewire_connectors.registry.client import RegistryClient
from rescuewire_connectors.stopping import Unreachable
from rescuewire_schemas.avro_schemas import event_schema_text
from rescuewire_schemas.codec import UnknownSchemaError, encode_event, from_json
from rescuewire_schemas.rescue_event import RescueEvent

TOPIC = TopicAddress(("h:1",), "rescue-events")
EXAMPLE = Path(event_wire.__file__).parents[2] / "schemas" / "rescuewire_schemas" / "rescue_event" / "examples"


@pytest.fixture
def event() -> RescueEvent:
    return from_json((EXAMPLE / "1.1.0" / "likely.pass.json").read_bytes())


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients that ask once."""
    monkeypatch.setattr(event_wire, "registry_of_process", lambda address: RegistryClient(address, 0.0))


def _schema(server: ToldServer) -> str:
    return f"{server.url}/schemas/ids/9"


def test_without_a_registry_events_are_single_objects(tmp_path: Path, event: RescueEvent) -> None:
    assert codec_for(TOPIC, None, tmp_path).to_message(event) == encode_event(event)


def test_a_file_needs_no_registry(tmp_path: Path) -> None:
    assert codec_for(parse_sink("x.avro"), parse_registry("http://127.0.0.1:1"), tmp_path) == RescueEventCodec()


def test_with_a_registry_the_id_is_asked_for_once(tmp_path: Path, event: RescueEvent) -> None:
    with serving((200, {"id": 9})) as server:
        codec = codec_for(TOPIC, parse_registry(server.url), tmp_path)
        assert codec.registered == RegisteredSchema(9, _schema(server))
        assert [codec.to_message(event)[:5] for _ in range(2)] == [b"\0\0\0\0\x09"] * 2
        assert [path for _, path, _ in server.requests] == ["/subjects/rescue-events-value"]


def test_the_next_process_needs_no_registry_that_was_there_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving((200, {"id": 9})) as server:
        first = codec_for(TOPIC, parse_registry(server.url), tmp_path)
    assert codec_for(TOPIC, parse_registry(server.url), tmp_path) == first
    assert "going on with id 9" in capsys.readouterr().err


def test_a_registry_that_was_never_there_stops_the_process(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match=r"does not answer: .*not known here from an earlier run"):
        codec_for(TOPIC, parse_registry("http://127.0.0.1:1"), tmp_path)


def test_a_reader_asks_for_a_schema_once_and_goes_on_while_the_registry_is_away(
    tmp_path: Path, event: RescueEvent
) -> None:
    with serving((200, {"id": 9}), (200, {"schema": event_schema_text()})) as server:
        payload = codec_for(TOPIC, parse_registry(server.url), tmp_path).to_message(event)
        decode = decoder(parse_registry(server.url))
        assert decode(payload) == event
    assert [decode(payload), decode(encode_event(event))] == [event, event]
    with pytest.raises(Unreachable):
        decode(b"\0\0\0\0\x0a" + payload[5:])


@pytest.mark.parametrize("answer", [(404, {"error_code": 40403, "message": ""}), (200, {"schema": "nonsense"})])
def test_an_id_that_is_no_schema_is_told_with_the_registry(answer: tuple[int, dict[str, object]]) -> None:
    with serving(answer) as server, pytest.raises(UnknownSchemaError, match=rf"id 10\b.*|{server.url}"):
        decoder(parse_registry(server.url))(b"\0\0\0\0\x0a\0")


def test_the_envelope_tells_source_time_and_schema(event: RescueEvent) -> None:
    noon = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)
    codec = RescueEventCodec(RegisteredSchema(9, "http://r/schemas/ids/9"), lambda: noon)
    headers = dict(codec.headers(event, Record("news", 0, 0, b"")))
    assert (headers["ce_source"], headers["ce_time"]) == (b"/rescuewire/news", b"2026-11-26T12:00:00.000Z")
    assert headers["ce_dataschema"] == b"http://r/schemas/ids/9"


def test_the_text_that_is_registered_is_the_schema() -> None:
    assert json.loads(event_wire.event_texts()[-1])["name"] == "RescueEvent"

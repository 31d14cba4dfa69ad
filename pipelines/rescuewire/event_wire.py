"""How events stand on a topic: with a schema registry or without, and how either is read again."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fastavro import parse_schema

from rescuewire.event_codec import RegisteredSchema, RescueEventCodec
from rescuewire_connectors.addresses import SinkAddress, TopicAddress
from rescuewire_connectors.registry.address import RegistryAddress
from rescuewire_connectors.registry.client import RegistryClient, registry_of_process
from rescuewire_connectors.registry.subjects import KnownIds, id_for_writing, topic_subject
from rescuewire_schemas.avro_schemas import VERSIONS, event_schema_text
from rescuewire_schemas.codec import UnknownSchemaError, decode_event
from rescuewire_schemas.rescue_event import RescueEvent


def codec_for(events: SinkAddress, registry: RegistryAddress | None, state_folder: Path) -> RescueEventCodec:
    """What writes events to a place; where that is a topic and there is a registry, it is asked once, here.

    Raises:
        Unreachable: the registry does not answer, and the id of the schema is not known in `state_folder`.
        Stop: the registry refuses.
    """
    if registry is None or not isinstance(events, TopicAddress):
        return RescueEventCodec()
    client = registry_of_process(registry)
    known = KnownIds(state_folder, str(client.address))
    schema_id = id_for_writing(client, topic_subject(events.topic), event_texts(), known)
    return RescueEventCodec(RegisteredSchema(schema_id, client.schema_address(schema_id)))


def event_texts() -> list[str]:
    """Every published version of the event's schema as registries take it, oldest first."""
    return [event_schema_text(version) for version in VERSIONS]


def decoder(registry: RegistryAddress | None) -> Callable[[bytes], RescueEvent]:
    """What reads the value of a record; with a registry, Confluent's wire format too. It raises CodecError and Stop."""
    if registry is None:
        return decode_event
    schemas = RegisteredSchemas(registry_of_process(registry))
    return lambda payload: decode_event(payload, schema_by_id=schemas.by_id)


class RegisteredSchemas:
    """The schemas of a registry by their ids, each parsed once."""

    def __init__(self, client: RegistryClient) -> None:
        self._client = client
        self.by_id = cache(self._parse)

    def _parse(self, schema_id: int) -> Any:
        text = self._client.schema_text(schema_id)
        if text is None:
            raise UnknownSchemaError(
                f"{self._client.address} has no schema with id {schema_id}: is it another registry's?"
            )
        try:
            return parse_schema(json.loads(text))
        except Exception as error:
            raise UnknownSchemaError(f"id {schema_id} of {self._client.address} is no Avro schema: {error}") from error

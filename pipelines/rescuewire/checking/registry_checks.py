"""Checks of a schema registry: that it answers, and that events can be written with the schema that it knows."""

from __future__ import annotations

from rescuewire.checking.findings import Answer
from rescuewire.configuration.applying import registry_of, state_folder_of
from rescuewire.event_wire import event_texts
from rescuewire.settings import RunSettings
from rescuewire_connectors.addresses import SinkAddress, TopicAddress
from rescuewire_connectors.registry.client import RegistryClient
from rescuewire_connectors.registry.subjects import KnownIds, topic_subject
from rescuewire_connectors.stopping import Unreachable, WrongSettings

PATIENCE_SECONDS = 3.0


def check_registry(run: RunSettings, events: SinkAddress) -> Answer:
    """Whether the registry knows the schema of events, or would take it; nothing is registered. Raises Stop."""
    address = registry_of(run.common)
    if address is None:
        return Answer("none is used: events are written in Avro single-object encoding")
    if not isinstance(events, TopicAddress):
        return Answer(f"{address} is not asked, since events go to no topic")
    client = RegistryClient(address, PATIENCE_SECONDS)
    try:
        return _ask(client, topic_subject(events.topic))
    except Unreachable as away:
        return _known_before(run, client, topic_subject(events.topic), away)


def _ask(client: RegistryClient, subject: str) -> Answer:
    text = event_texts()[-1]
    schema_id = client.find(subject, text)
    if schema_id is not None:
        return Answer(f"{client.address} knows the schema of {subject}, id {schema_id}")
    if not client.takes(subject, text):
        raise WrongSettings(
            f"{client.address}: the schema of events is not compatible with those that {subject} has; another "
            "application's, perhaps: give events a topic of their own"
        )
    return Answer(
        f"{client.address} would take the schema of {subject}, which a run registers",
        ("whether we may register only trying tells: `rescuewire schema register`",),
    )


def _known_before(run: RunSettings, client: RegistryClient, subject: str, away: Unreachable) -> Answer:
    known = KnownIds(state_folder_of(run.common), str(client.address)).recall(subject, event_texts()[-1])
    if known is None:
        raise away
    return Answer(f"a run would go on with id {known}, which it gave before", (str(away),))

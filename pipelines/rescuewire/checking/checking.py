"""Every check of a run, in the order in which each needs those before it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from rescuewire.checking.findings import Answer, Finding, Findings
from rescuewire.checking.kafka_checks import (
    check_broker,
    check_group,
    check_one_cluster,
    check_transactional_id,
    check_transactions,
    likely_transactional_id,
)
from rescuewire.checking.local_checks import (
    LoadedSettings,
    check_metrics_port,
    check_packs,
    check_state_folder,
)
from rescuewire.checking.registry_checks import check_registry
from rescuewire.checking.topic_checks import check_right, check_size_of_events, check_size_of_letters, check_topic
from rescuewire.configuration.applying import state_folder_of
from rescuewire.configuration.loading import Loaded
from rescuewire.configuration.model import Settings
from rescuewire.settings import RunSettings
from rescuewire_connectors.addresses import STANDARD_STREAM, TopicAddress
from rescuewire_connectors.kafka.inspecting import ClusterInspector, TopicFacts
from rescuewire_connectors.opening import Places

SETTINGS, ADDRESSES, KAFKA = "settings", "addresses", "Kafka"
SOURCE, EVENTS, LETTERS = "source topic", "topic of events", "topic of dead letters"
Addresses = tuple[str, str]


def check_all(
    load: Callable[[], Loaded], addresses: Addresses | None, detector: str, tell: Callable[[Finding], None]
) -> Findings:
    """Check settings, language packs, and with addresses all else that a run between them needs; `tell` is told each.

    Nothing is written anywhere, no group is joined.
    """
    findings = Findings(tell)
    loaded = LoadedSettings(load)
    findings.check(SETTINGS, loaded.check)
    settings = loaded.settings or Settings()
    wanted = RunSettings(STANDARD_STREAM, STANDARD_STREAM, settings, detector).detector_settings()
    findings.check("language packs", partial(check_packs, wanted))
    if addresses is not None:
        _check_world(findings, RunSettings(*addresses, settings))
    return findings


def _check_world(findings: Findings, run: RunSettings) -> None:
    found: list[Places] = []

    def find_places() -> Answer:
        found.append(run.places())
        letters = found[0].dead_letters or "standard error"
        delivery = "exactly_once" if found[0].exactly_once else "at_least_once"
        return Answer(f"{found[0].source} -> {found[0].events}, dead letters to {letters}; {delivery}")

    findings.check(ADDRESSES, find_places, [SETTINGS])
    findings.check("state folder", partial(check_state_folder, state_folder_of(run.common)), [SETTINGS])
    port = partial(check_metrics_port, run.common.metrics_host, run.common.metrics_port)
    findings.check("metrics port", port, [SETTINGS])
    findings.check("schema registry", lambda: check_registry(run, found[0].events), [ADDRESSES])
    if not found:
        findings.check(KAFKA, lambda: Answer(""), [ADDRESSES])
    elif found[0].topics:
        with ExitStack() as stack:
            _KafkaChecks(findings, found[0], stack).make()


class _KafkaChecks:
    """The checks of the clusters that a run has topics on; each is connected to once."""

    def __init__(self, findings: Findings, places: Places, stack: ExitStack) -> None:
        self._findings = findings
        self._places = places
        servers = {place.servers: place for place in places.topics}
        self._inspectors = {
            each: stack.enter_context(ClusterInspector(places.kafka.cluster(place))) for each, place in servers.items()
        }

    def make(self) -> None:
        """Make them all."""
        for inspector in self._inspectors.values():
            self._findings.check(f"broker {inspector.cluster}", partial(check_broker, inspector))
        if self._places.exactly_once:
            self._check_exactly_once()
        self._check_source()
        self._check_written(EVENTS, self._places.events)
        self._check_written(LETTERS, self._places.dead_letters)
        self._check_sizes()

    def _check_exactly_once(self) -> None:
        places, findings = self._places, self._findings
        brokers = [_broker(place) for place in places.topics]
        pairs = [(place, self._inspectors[place.servers]) for place in places.topics]
        findings.check("one cluster", partial(check_one_cluster, pairs), brokers)
        if isinstance(places.events, TopicAddress):
            inspector = self._inspectors[places.events.servers]
            needs = [_broker(places.events)]
            findings.check("transactions", partial(check_transactions, inspector, places.kafka), needs)
            name = likely_transactional_id(places.kafka, places.events)
            findings.check(f"transactional.id {name}", partial(check_transactional_id, inspector, name), needs)

    def _check_source(self) -> None:
        source = self._places.source
        if not isinstance(source, TopicAddress):
            return
        inspector, group = self._inspectors[source.servers], self._places.kafka.group
        self._findings.check(SOURCE, partial(check_topic, inspector, source, written=False), [_broker(source)])
        self._findings.check("right to read the source", partial(check_right, inspector, source, "Read"), [SOURCE])
        self._findings.check(f"group {group}", partial(check_group, inspector, group), [_broker(source)])

    def _check_written(self, name: str, place: object) -> None:
        if not isinstance(place, TopicAddress):
            return
        inspector, letters = self._inspectors[place.servers], name == LETTERS
        there = partial(check_topic, inspector, place, written=True, letters=letters)
        self._findings.check(name, there, [_broker(place)])
        right = f"right to write {name.removeprefix('topic of ')}"
        self._findings.check(right, partial(check_right, inspector, place, "Write"), [name])

    def _check_sizes(self) -> None:
        source, events, letters = self._places.source, self._places.events, self._places.dead_letters
        if not isinstance(source, TopicAddress):
            return
        if isinstance(events, TopicAddress):
            facts = partial(self._facts, source, events)
            self._findings.check("size of events", lambda: check_size_of_events(*facts()), [SOURCE, EVENTS])
        if isinstance(letters, TopicAddress):
            of_letters = partial(self._facts, source, letters)
            self._findings.check(
                "size of dead letters", lambda: check_size_of_letters(*of_letters()), [SOURCE, LETTERS]
            )

    def _facts(self, *places: TopicAddress) -> list[TopicFacts]:
        return [self._inspectors[place.servers].find_topic(place.topic) for place in places]


def _broker(place: TopicAddress) -> str:
    return f"broker {','.join(place.servers)}"

"""Alerting from opening its receivers to closing them."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from typing import Any, TypeAlias

from rescuewire.alerting.cap_folder import CapFolderReceiver
from rescuewire.alerting.event_feeds import open_event_file
from rescuewire.alerting.lane import Lane, LaneTally, Route, too_many_dead_letters
from rescuewire.alerting.lanes import Lanes, WatchedLane
from rescuewire.alerting.receivers import Patience, Receiver
from rescuewire.alerting.rule_shapes import CapFolder, Webhook
from rescuewire.alerting.rules import ReceiverSettings
from rescuewire.alerting.settings import AlertSettings
from rescuewire.alerting.shared_dead_letters import SharedDeadLetters
from rescuewire.alerting.standard_output import StandardOutputReceiver
from rescuewire.alerting.webhook import WebhookReceiver
from rescuewire.configuration.applying import registry_of
from rescuewire.draining import Drain
from rescuewire.event_wire import decoder
from rescuewire.events.reading import event_of_line
from rescuewire_connectors.addresses import FileAddress, TopicAddress
from rescuewire_connectors.interfaces import Feed
from rescuewire_connectors.kafka.opening import Member, join
from rescuewire_connectors.opening import open_dead_letters
from rescuewire_connectors.stopping import TryAgain
from rescuewire_connectors.watchdog import Watchdog

LanesObserver: TypeAlias = Callable[[Sequence[WatchedLane]], AbstractContextManager[Any]]


def run_alerts(settings: AlertSettings, drain: Drain, observe: LanesObserver = nullcontext) -> dict[str, LaneTally]:
    """Deliver until the events end or `drain` stops it; return what each receiver got. Raises Stop.

    `observe` makes the context that the lanes run in. Each receiver has a lane of its own. Where one gives up, the
    others commit what they have delivered, and the process ends.
    """
    with ExitStack() as opened:
        opening = _Opening(settings, threading.Event(), opened)
        dead_letters = opening.dead_letters()
        lanes = [opening.lane(name, dead_letters) for name in settings.rules.receivers]
        drain.stream_opened(opening.stopping.set)
        with observe(lanes):
            Lanes(lanes, opening.stopping).run()
        if isinstance(opening.source, FileAddress) and not all(watched.lane.exhausted for watched in lanes):
            raise TryAgain(f"stopped before the end of {opening.source}; a rerun begins at its first event")
        dead_letters.complete()
        _refuse_floods(lanes)
        return {watched.lane.name: watched.lane.tally for watched in lanes}


def _refuse_floods(lanes: Sequence[WatchedLane]) -> None:
    """A file was read to its end all the same; only how the process ends tells."""
    for watched in lanes:
        if watched.lane.flood is not None:
            raise too_many_dead_letters(watched.lane.name, watched.lane.flood)


@dataclass(frozen=True)
class _Opening:
    """What lanes are opened with, and what remembers what to close."""

    settings: AlertSettings
    stopping: threading.Event
    opened: ExitStack

    @property
    def source(self) -> FileAddress | TopicAddress:
        return self.settings.source_address()

    def dead_letters(self) -> SharedDeadLetters:
        address = self.settings.dead_letter_address()
        member = self._join(None, address) if isinstance(address, TopicAddress) else None
        endless = isinstance(self.source, TopicAddress)
        writer = SharedDeadLetters(open_dead_letters(address, member, endless=endless))
        self.opened.callback(writer.close)
        return writer

    def lane(self, name: str, dead_letters: SharedDeadLetters) -> WatchedLane:
        watchdog = Watchdog(self.settings.group_settings(name).timeouts.watchdog)
        self.opened.callback(watchdog.stop)
        settings = self.settings.rules.receivers[name]
        receiver = _open_receiver(name, settings, Patience(self.stopping, watchdog.beat))
        self.opened.callback(receiver.close)
        feed = self._feed(name)
        self.opened.callback(feed.close)
        decode = decoder(registry_of(self.settings.common)) if isinstance(self.source, TopicAddress) else event_of_line
        limit, endless = self.settings.dead_letter_limit(), isinstance(self.source, TopicAddress)
        route = Route(name, self.settings.rules.rules_for(name), receiver, decode, limit, endless)
        return WatchedLane(Lane(route, feed, dead_letters), watchdog)

    def _feed(self, name: str) -> Feed:
        if isinstance(self.source, FileAddress):
            return open_event_file(self.source)
        return self._join(name, self.source).open_feed(self.source)

    def _join(self, receiver: str | None, topic: TopicAddress) -> Member:
        member = join(self.settings.group_settings(receiver), [topic])
        self.opened.callback(member.replica.close)
        return member


def _open_receiver(name: str, settings: ReceiverSettings, patience: Patience) -> Receiver:
    if isinstance(settings, Webhook):
        return WebhookReceiver(name, settings, patience)
    if isinstance(settings, CapFolder):
        return CapFolderReceiver(settings)
    return StandardOutputReceiver(sys.stdout.buffer)

"""The verb `alert`: events that rules ask for, sent to receivers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rescuewire.commands.settings_flags import (
    DEAD_LETTER_LIMIT,
    KAFKA_CONNECTION,
    LOGS,
    METRICS,
    REGISTRY,
    takes_settings,
)
from rescuewire.configuration.loading import Loaded
from rescuewire.counting import counted
from rescuewire.draining import draining_on_signals
from rescuewire_connectors.stopping import WrongUsage

if TYPE_CHECKING:
    from rescuewire.alerting.lane import LaneTally
    from rescuewire.alerting.rules import AlertRules
    from rescuewire.alerting.running import LanesObserver
    from rescuewire.alerting.settings import AlertSettings
    from rescuewire.configuration.model import Settings

RulesArgument = Annotated[
    Path, typer.Argument(metavar="RULES", help="Rules and receivers, a YAML file: docs/alerts.md")
]
AddressArgument = Annotated[
    str | None, typer.Argument(help="Events: kafka://host:port/topic, or x.avro, x.jsonl once through")
]
Check = Annotated[bool, typer.Option("--check", help="Only check the rules; no server and no secret is needed")]
DeadLetters = Annotated[
    str | None,
    typer.Option(help="Where goes what can never be sent; by default TOPIC-alert-dlq, FILE.alert.dead.jsonl"),
]
Group = Annotated[str, typer.Option(help="Consumer group on Kafka; each receiver has its own, GROUP.RECEIVER")]
Start = Annotated[
    str, typer.Option(help="Where a receiver begins that has got nothing yet: earliest, latest, a time, committed")
]


@takes_settings(*KAFKA_CONNECTION, "timeouts.drain", *REGISTRY, *DEAD_LETTER_LIMIT, "state_folder", *METRICS, *LOGS)
def alert(  # noqa: PLR0913  one parameter an option
    rules: RulesArgument,
    address: AddressArgument = None,
    *,
    check: Check = False,
    dead_letters: DeadLetters = None,
    group: Group = "rescuewire-alert",
    start: Start = "earliest",
    loaded: Loaded,
) -> None:
    """Send the events that rules ask for: to webhooks, to folders of CAP messages, to standard output.

    Each alert arrives at least once: what comes twice has the same idempotency key.
    """
    from rescuewire.alerting.rules import read_rules  # noqa: PLC0415  help must not wait for these

    checked = read_rules(rules)
    if check:
        _say(f"{rules}: {_rules_words(checked)}; nothing to mend")
        return
    if address is None:
        raise WrongUsage("ADDRESS is missing: say where the events are, kafka://host:port/topic, or --check the rules")
    from rescuewire.alerting.settings import AlertSettings  # noqa: PLC0415

    settings = AlertSettings(checked, address, dead_letters, group, start, loaded.settings)
    _run(settings)


def _run(settings: AlertSettings) -> None:
    from rescuewire.alerting.running import run_alerts  # noqa: PLC0415
    from rescuewire.logs.setting_up import set_up_logs  # noqa: PLC0415

    set_up_logs(settings.common.log_format, settings.common.log_level)
    with draining_on_signals(settings.common.timeouts.drain) as drain, _observing(settings.common) as observe:
        tallies = run_alerts(settings, drain, observe)
    _say("; ".join(tally_line(name, tally) for name, tally in tallies.items()))


@contextmanager
def _observing(settings: Settings) -> Iterator[LanesObserver]:
    """The observer that the settings ask for; where they name a port, it is served from now on."""
    if settings.metrics_port is None:
        yield nullcontext
        return
    from rescuewire.metrics.alert_monitor import AlertMonitor  # noqa: PLC0415  not wanted without a port
    from rescuewire.metrics.serving import serving  # noqa: PLC0415

    monitor = AlertMonitor()
    with serving(monitor, settings.metrics_host, settings.metrics_port):
        yield monitor.observe


def tally_line(receiver: str, tally: LaneTally) -> str:
    """What a receiver got, in words: `desk: 40 events read, 12 alerts, 1 dead letter`."""
    words = f"{receiver}: {counted(tally.records, 'event')} read, {counted(tally.alerts, 'alert')}"
    return f"{words}, {counted(tally.dead_letters, 'dead letter')}" if tally.dead_letters else words


def _rules_words(rules: AlertRules) -> str:
    return f"{counted(len(rules.rules), 'rule')}, {counted(len(rules.receivers), 'receiver')}"


def _say(words: str) -> None:
    print(f"rescuewire: {words}", file=sys.stderr)  # noqa: T201  the command line speaks here

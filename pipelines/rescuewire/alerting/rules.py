"""Alert rules, read from YAML and checked: every mistake is told with file, line, key and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from rescuewire.alerting.rule_shapes import (
    CapFolder,
    Elsewhere,
    Receiver,
    StandardOutput,
    Webhook,
    Words,
    WrittenRule,
    WrittenRules,
)
from rescuewire.alerting.webhook_urls import complaint_about_url
from rescuewire.events.filter_words import FilterError, parse_filter
from rescuewire.extraction.pack_errors import PackError, suggestion
from rescuewire.extraction.packs.language_pack import read_shape
from rescuewire.extraction.packs.pack_places import Key, error_at_key
from rescuewire_connectors.stopping import NoInput, WrongSettings
from rescuewire_schemas.event_filter import EventFilter

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_SENDER = re.compile(r"[^\s,<&]+")
KINDS = ("webhook", "cap", "standard_output")
ReceiverSettings: TypeAlias = Webhook | CapFolder | StandardOutput


@dataclass(frozen=True)
class Rule:
    """Which events go to which receivers, by the receivers' names."""

    name: str
    wanted: EventFilter
    send_to: tuple[str, ...]


@dataclass(frozen=True)
class AlertRules:
    """A file of rules, checked; every receiver is sent to by a rule."""

    receivers: Mapping[str, ReceiverSettings]
    rules: tuple[Rule, ...]

    def rules_for(self, receiver: str) -> tuple[Rule, ...]:
        """The rules that send to a receiver, in the order of the file."""
        return tuple(rule for rule in self.rules if receiver in rule.send_to)


def read_rules(path: Path) -> AlertRules:
    """Read a file of rules; raise NoInput where there is none, WrongSettings at the first mistake."""
    if not path.is_file():
        raise NoInput(f"{path}: no such file of rules; docs/alerts.md shows one")
    try:
        written = read_shape(path, WrittenRules, "the examples in docs/alerts.md")
        return _checked(path, written)
    except PackError as error:
        raise WrongSettings(str(error)) from error


def _checked(path: Path, written: WrittenRules) -> AlertRules:
    _check_names(path, ("receivers",), written.receivers)
    _check_names(path, ("rules",), written.rules)
    receivers = {name: _settings(path, name, receiver) for name, receiver in written.receivers.items()}
    _refuse_two_on_standard_output(path, receivers)
    rules = tuple(_rule(path, name, rule, receivers) for name, rule in written.rules.items())
    for name in receivers:
        if not any(name in rule.send_to for rule in rules):
            raise error_at_key(
                path, ("receivers", name), "no rule sends here; name it in send_to of one, or take it out"
            )
    return AlertRules(receivers, rules)


def _check_names(path: Path, key: Key, names: Iterable[str]) -> None:
    """Names go into headers, into names of files and of consumer groups."""
    for name in names:
        if not _NAME.fullmatch(name):
            what = "no name; write small letters, digits and hyphens, at most 40, as in news-desk"
            raise error_at_key(path, (*key, name), what)


def _settings(path: Path, name: str, receiver: Receiver) -> ReceiverSettings:
    given = [settings for kind in KINDS if (settings := getattr(receiver, kind)) is not None]
    if len(given) != 1:
        raise error_at_key(path, ("receivers", name), f"write one of {', '.join(KINDS)}; here are {len(given)}")
    (settings,) = given
    if isinstance(settings, Webhook):
        _check_webhook(path, ("receivers", name, "webhook"), settings)
    if isinstance(settings, CapFolder) and not _SENDER.fullmatch(settings.sender):
        what = "CAP allows no blank, comma, < and & in a sender; write an address, as in alerts@example.org"
        raise error_at_key(path, ("receivers", name, "cap", "sender"), what)
    return settings  # type: ignore[no-any-return]  # one of the three, whatever getattr is told to return


def _check_webhook(path: Path, key: Key, webhook: Webhook) -> None:
    if isinstance(webhook.authorization, str):
        remedy = "a secret does not belong in this file; write {environment: NAME} or {file: PATH}"
        raise error_at_key(path, (*key, "authorization"), remedy)
    for field, place in (("url", webhook.url), ("authorization", webhook.authorization)):
        if isinstance(place, Elsewhere) and (place.environment is None) == (place.file is None):
            raise error_at_key(path, (*key, field), "write {environment: NAME} or {file: PATH}, one of the two")
    complaint = complaint_about_url(webhook.url) if isinstance(webhook.url, str) else None
    if complaint:
        raise error_at_key(path, (*key, "url"), complaint)


def _refuse_two_on_standard_output(path: Path, receivers: Mapping[str, ReceiverSettings]) -> None:
    printing = [name for name, settings in receivers.items() if isinstance(settings, StandardOutput)]
    if len(printing) > 1:
        what = f"{printing[0]} prints there already; lines tell their rule, so one receiver is enough"
        raise error_at_key(path, ("receivers", printing[1], "standard_output"), what)


def _rule(path: Path, name: str, written: WrittenRule, receivers: Mapping[str, ReceiverSettings]) -> Rule:
    for index, receiver in enumerate(written.send_to):
        if receiver not in receivers:
            what = f'no such receiver: "{receiver}"{suggestion(receiver, receivers)}'
            raise error_at_key(path, ("rules", name, "send_to", index), what)
    try:
        wanted = parse_filter(dict(_words(written)))
    except FilterError as error:
        raise error_at_key(path, ("rules", name, "events", error.field), str(error)) from error
    return Rule(name, wanted, tuple(written.send_to))


def _words(written: WrittenRule) -> Iterator[tuple[str, list[str]]]:
    for field in written.events.__struct_fields__:
        given: Words = getattr(written.events, field)
        if given is not None:
            yield field, given if isinstance(given, list) else [str(given)]

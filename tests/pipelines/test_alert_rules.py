from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from fakes.running import ROOT, run_command
from rescuewire.alerting.rule_shapes import CapFolder, Elsewhere, EventsWanted, StandardOutput, Webhook
from rescuewire.alerting.rules import AlertRules, read_rules
from rescuewire.alerting.secrets_elsewhere import read_secret
from rescuewire_connectors.stopping import NoInput, WrongSettings
from rescuewire_schemas.event_filter import EventFilter
from rescuewire_schemas.rescue_event import Form, Harm

EXAMPLE = ROOT / "docs" / "alert-rules.yaml"
RULES = """\
receivers:
  coast: {cap: {folder: cap, sender: a@b}}
  screen: {standard_output: {}}
rules:
  all: {events: {}, send_to: [coast]}
  ten: {events: {min_victims: 10}, send_to: [screen]}
"""
CAP = "cap: {folder: cap, sender: a@b}"
WEBHOOK = "webhook: {url: 'http://x'}"


def _read(folder: Path, text: str) -> AlertRules:
    path = folder / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return read_rules(path)


def test_the_example_of_the_page_is_read() -> None:
    rules = read_rules(EXAMPLE)
    assert rules.receivers == {
        "news-desk": Webhook("http://127.0.0.1:8085/rescues", Elsewhere("NEWS_DESK_AUTHORIZATION"), 10, 300),
        "coast-guard": CapFolder("cap", "alerts@rescuewire.example"),
        "screen": StandardOutput(),
    }
    assert [(rule.name, rule.wanted) for rule in rules.rules] == [
        (
            "citizens-in-scam-compounds",
            EventFilter(
                origin=frozenset({"ID", "PH", "VN"}), form=frozenset({Form.FORCED_CRIMINALITY}), min_victims=10
            ),
        ),
        (
            "people-at-sea",
            EventFilter(
                harm=frozenset({Harm.SEA_DISTRESS, Harm.SMUGGLING}), since=date(2023, 1, 1), min_confidence=0.6
            ),
        ),
        ("norwegian-police", EventFilter(agent=frozenset({"NO"}))),
    ]
    assert [rule.name for rule in rules.rules_for("news-desk")] == ["citizens-in-scam-compounds", "norwegian-police"]


def test_the_page_shows_the_example() -> None:
    assert EXAMPLE.read_text() in (ROOT / "docs" / "alerts.md").read_text()


def test_a_rule_has_the_fields_of_the_filter() -> None:
    assert EventsWanted.__struct_fields__ == tuple(field.name for field in fields(EventFilter))


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("[screen]", "[scren]", '6: rules.ten.send_to[0]: no such receiver: "scren"; did you mean "screen"?'),
        ("[screen]", "[coast]", "3: receivers.screen: no rule sends here; name it in send_to of one, or take it out"),
        (
            "min_victims: 10",
            "min_victim: 10",
            '6: rules.ten.events.min_victim: no such key; did you mean "min_victims"?',
        ),
        ("min_victims: 10", "min_victims: ten", '6: rules.ten.events.min_victims: "ten" is no number of people'),
        (
            "min_victims: 10",
            "harm: [TRAFICKING]",
            '6: rules.ten.events.harm: "TRAFICKING" is no harm; did you mean TRAFF',
        ),
        ("min_victims: 10", "origin: UK", '6: rules.ten.events.origin: "UK" is no country code; did you mean "GB"?'),
        ("min_victims: 10", "since: yesterday", '6: rules.ten.events.since: "yesterday" is no day, month or year'),
        ("events: {}, ", "", "5: rules.all.events: the key is missing; add it"),
        ("  ten:", "  all:", "6: rules.all: the same key stands at line 5 already"),
        ("  ten:", "  Ten men:", "6: rules.Ten men: no name; write small letters"),
        ("  coast:", "  coast guard:", "2: receivers.coast guard: no name; write small letters"),
        (", sender: a@b", "", "2: receivers.coast.cap.sender: the key is missing; add it"),
        ("a@b", "'a, b'", "2: receivers.coast.cap.sender: CAP allows no blank, comma"),
        (CAP, "webhok: {}", '2: receivers.coast.webhok: no such key; did you mean "webhook"?'),
        (CAP, "", "2: receivers.coast: write one of webhook, cap, standard_output; here are 0"),
        (CAP, f"{CAP}, {WEBHOOK}", "2: receivers.coast: write one of webhook, cap, standard_output; here are 2"),
        (CAP, "standard_output: {}", "3: receivers.screen.standard_output: coast prints there already"),
        (CAP, "webhook: {url: 'ftp://x'}", "2: receivers.coast.webhook.url: no address of a webhook"),
        (CAP, "webhook: {url: 'http://x:port'}", "2: receivers.coast.webhook.url: no address"),
        (CAP, "webhook: {url: 'http://u:pw@x'}", "2: receivers.coast.webhook.url: a password does not belong"),
        (CAP, "webhook: {url: 'http://x', authorization: pw}", "authorization: a secret does not belong in this file"),
        (CAP, "webhook: {url: {file: a, environment: B}}", "webhook.url: write {environment: NAME} or {file: PATH}"),
        (CAP, "webhook: {url: 'http://x', timeout_seconds: 900}", "webhook.timeout_seconds: Expected `float` <= 30.0"),
        ("rules:", "rules: [", "6: no YAML, column 3"),
    ],
)
def test_a_mistake_is_told_with_line_key_and_neighbour(tmp_path: Path, good: str, bad: str, told: str) -> None:
    assert good in RULES
    with pytest.raises(WrongSettings) as refused:
        _read(tmp_path, RULES.replace(good, bad, 1))
    assert told in str(refused.value)
    assert str(refused.value).startswith(f"{tmp_path}/rules.yaml:")
    assert "pw" not in str(refused.value)


def test_there_is_no_file_of_rules(tmp_path: Path) -> None:
    with pytest.raises(NoInput, match="no such file of rules"):
        read_rules(tmp_path / "rules.yaml")


def test_rules_are_checked_without_a_server_and_without_secrets(tmp_path: Path) -> None:
    good = run_command("alert", str(EXAMPLE), "--check")
    assert (good.returncode, good.stdout) == (0, "")
    assert "3 rules, 3 receivers" in good.stderr
    (tmp_path / "bad.yaml").write_text("rules: {}\n")
    bad = run_command("alert", str(tmp_path / "bad.yaml"), "--check")
    assert bad.returncode == 78
    assert bad.stderr.count("\n") == 1


def test_a_secret_is_read_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK", "Bearer 1\n")
    (tmp_path / "secret").write_text("Bearer 2\n")
    assert read_secret(Elsewhere(environment="DESK"), "desk") == "Bearer 1"
    assert read_secret(Elsewhere(file=str(tmp_path / "secret")), "desk") == "Bearer 2"


@pytest.mark.parametrize("secret", ["", "Bearer\n1", "Bearer é"])
def test_what_can_be_no_secret_is_refused_and_not_told(secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK", secret)
    with pytest.raises(WrongSettings, match=r"^receivers\.desk: the environment variable DESK ") as refused:
        read_secret(Elsewhere(environment="DESK"), "receivers.desk")
    assert "Bearer" not in str(refused.value)


def test_a_file_that_is_not_there_has_no_secret(tmp_path: Path) -> None:
    with pytest.raises(WrongSettings, match="is empty or not there"):
        read_secret(Elsewhere(file=str(tmp_path / "secret")), "desk")

"""The runbook is in step: its commands are commands, its codes are all codes, its alerts are all alerts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fakes.command_line import commands_in, parse_command
from fakes.project import INFRA, ROOT, dockerfile, read_yaml
from fakes.runbook import CANNOT_BE_FOLLOWED, ENDLESS, LINES, PAGE, SCRIPTS, STEPS, reason_against
from rescuewire.configuration.keys import CONFIG_VARIABLE, all_keys
from rescuewire_connectors.stopping import ExitCode

COMMANDS = [command for script in SCRIPTS for command in commands_in(script)]


def test_no_fenced_block_escapes_the_test() -> None:
    assert PAGE.count("\n```") == 2 * len(SCRIPTS)
    lines = [line for script in SCRIPTS for line in script.splitlines() if line.startswith("rescuewire ")]
    assert len(COMMANDS) == len(lines) > 15


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_is_one(command: list[str]) -> None:
    parse_command(command)


def test_every_line_is_followed_or_it_is_said_why_it_cannot_be() -> None:
    followed = {step.line for step in STEPS} | set(ENDLESS)
    assert followed <= LINES
    assert {line for line in LINES if reason_against(line) is None} == followed
    assert all(any(re.match(begin, line) for line in LINES) for begin in CANNOT_BE_FOLLOWED)


def test_every_exit_code_has_its_row() -> None:
    section = PAGE.partition("## Exit codes")[2].partition("\n## ")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)] == sorted(ExitCode)


def test_every_alert_is_a_symptom() -> None:
    rules = read_yaml(INFRA / "prometheus" / "alerts.yml")
    alerts = {rule["alert"] for group in rules["groups"] for rule in group["rules"]}
    assert set(re.findall(r"\*\*`(Rescuewire\w+)`\*\*", PAGE)) == alerts


def test_every_metric_is_one() -> None:
    from rescuewire.metrics.catalogue import series_names  # noqa: PLC0415

    named = set(re.findall(r"\b(?:rescuewire|process)_[a-z_]+\b", PAGE))
    assert named
    assert named <= set(series_names())


def test_compose_keeps_records_as_long_as_the_page_says() -> None:
    words = read_yaml(INFRA / "compose" / "compose.yaml")["services"]["topics"]["command"]
    kept = [days for word in words for days in re.findall(r"^--(?:article|event|dead-letter)-days=(\d+)$", word)]
    assert re.findall(r"retention \((\d+) days in Compose\)", PAGE) == kept


def test_links_lead_somewhere() -> None:
    for target, anchor in re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", PAGE):
        page = (INFRA / target).resolve() if target else INFRA / "README.md"
        assert page.is_file(), target
        assert not anchor or anchor in anchors(page), f"{target}#{anchor}"


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_variables_in_image_and_manifests_are_settings() -> None:
    texts = [" ".join(rest for _, rest in dockerfile())]
    texts += [path.read_text(encoding="utf-8") for folder in ("compose", "kubernetes") for path in yaml_in(folder)]
    variables = set(re.findall(r"\bRESCUEWIRE_[A-Z_]+\b", " ".join(texts)))
    assert variables
    assert variables <= {key.variable for key in all_keys().values()} | {CONFIG_VARIABLE}


def yaml_in(folder: str) -> list[Path]:
    return [path for path in (INFRA / folder).rglob("*.y*ml") if "secrets" not in path.parts]


def test_what_the_page_calls_by_its_folder_is_there() -> None:
    rows = re.findall(r"^\| ((?:`\w+/`(?:, )?)+) \|", PAGE, re.MULTILINE)
    folders = [name for row in rows for name in re.findall(r"`(\w+)/`", row)]
    assert folders
    assert all((INFRA / folder).is_dir() for folder in folders)
    assert (ROOT / "infra" / "docker" / "install").stat().st_mode & 0o100

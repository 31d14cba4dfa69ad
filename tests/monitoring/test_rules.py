from __future__ import annotations

import subprocess

import pytest

from fakes.prometheus import INFRA, short_rules, tool
from fakes.running import ROOT

pytestmark = pytest.mark.slow  # the first of them fetches Prometheus where it is not there


def promtool(*words: str) -> None:
    ended = subprocess.run([tool("promtool"), *words], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_promtool_takes_settings_and_rules() -> None:
    promtool("check", "config", "--lint-fatal", str(INFRA / "prometheus.yml"))
    promtool("check", "rules", "--lint-fatal", str(INFRA / "alerts.yml"))


def test_each_rule_fires_where_it_should_and_only_there() -> None:
    promtool("test", "rules", str(ROOT / "tests" / "monitoring" / "alerts.test.yml"))


def test_the_short_rules_differ_in_times_alone() -> None:
    assert short_rules().count("for: 1s") == (INFRA / "alerts.yml").read_text().count("for: ")
    assert "m]" not in short_rules()

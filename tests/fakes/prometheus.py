"""A real Prometheus on a free port of this machine, with the rules of infra/prometheus made short."""

from __future__ import annotations

import json
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from broker import free_ports

from fakes.running import ROOT, wait_until

INFRA = ROOT / "infra" / "prometheus"
NOT_TO_BE_HAD = 69
WINDOW, PATIENCE = "[20s]", "1s"
"""What the windows and the patience of rules are in tests."""


def tool(name: str) -> str:
    """`prometheus` or `promtool`; the test is skipped where this machine cannot have them."""
    fetched = subprocess.run([INFRA / "fetch"], capture_output=True, text=True, check=False)
    if fetched.returncode == NOT_TO_BE_HAD:
        pytest.skip(fetched.stderr.strip())
    assert fetched.returncode == 0, fetched.stderr
    own = INFRA / "bin" / name
    return str(own) if own.exists() else str(which(name))


def short_rules() -> str:
    """The real rules, with short windows and patience."""
    rules = re.sub(r"\[\d+m\]", WINDOW, (INFRA / "alerts.yml").read_text(encoding="utf-8"))
    return re.sub(r"for: \d+m", f"for: {PATIENCE}", rules)


def settings_for(targets: Mapping[str, str]) -> str:
    """The real settings, for one target a job, `host:port`, that is asked each second."""
    settings = yaml.safe_load((INFRA / "prometheus.yml").read_text(encoding="utf-8"))
    settings["global"] = dict.fromkeys(settings["global"], "1s")
    jobs = {job["job_name"]: job for job in settings["scrape_configs"]}
    settings["scrape_configs"] = [
        {**jobs[name], "static_configs": [{"targets": [each]}]} for name, each in targets.items()
    ]
    return yaml.safe_dump(settings)


class Prometheus:
    """Asks a running Prometheus."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, path: str, **query: str) -> Any:
        """The data of an answer of its interface."""
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=10)) as connection:
            connection.request("GET", f"/api/v1/{path}?{urlencode(query)}")
            answer = json.loads(connection.getresponse().read())
        assert answer["status"] == "success", answer
        return answer["data"]

    def is_up(self) -> bool:
        """True when it answers."""
        try:
            return bool(self.ask("status/runtimeinfo"))
        except (OSError, ValueError):
            return False

    def firing(self) -> set[str]:
        """The names of the alerts that fire."""
        return {each["labels"]["alertname"] for each in self.ask("alerts")["alerts"] if each["state"] == "firing"}


@contextmanager
def watching(folder: Path, **ports: int) -> Iterator[Prometheus]:
    """A Prometheus that watches ports of this machine, each by its job with `_` for `-`, inside the block."""
    targets = {job.replace("_", "-"): f"127.0.0.1:{port}" for job, port in ports.items()}
    (folder / "alerts.yml").write_text(short_rules())
    (folder / "prometheus.yml").write_text(settings_for(targets))
    (port,) = free_ports(1)
    words = (f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data")
    log = (folder / "prometheus.log").open("wb")
    process = subprocess.Popen(
        [tool("prometheus"), *words, f"--web.listen-address=127.0.0.1:{port}"], stdout=log, stderr=log
    )
    try:
        prometheus = Prometheus(port)
        wait_until(prometheus.is_up, "Prometheus to answer")
        yield prometheus
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        log.close()

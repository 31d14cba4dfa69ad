"""kcat, which shares no code with us, shows keys and headers, and feeds the consumer's ten-line reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import ENVIRONMENT, ROOT, has_done, run_until

pytestmark = pytest.mark.kafka
KCAT = ROOT / "infra" / "kcat"
NOT_TO_BE_HAD = 69
READER = ROOT / "schemas" / "examples" / "read_records.py"


@pytest.fixture(scope="module")
def kcat() -> list[str]:
    """The words that start kcat; skipped only where it is not to be had."""
    fetched = subprocess.run([KCAT / "fetch"], capture_output=True, text=True, check=False)
    if fetched.returncode == NOT_TO_BE_HAD:
        pytest.skip(fetched.stderr)
    assert fetched.returncode == 0, fetched.stderr
    own = KCAT / "bin" / "kcat"
    return [str(own if own.exists() else Path(shutil.which("kcat") or "kcat"))]


@pytest.fixture
def events(driver: Driver, make_topic: MakeTopic) -> str:
    source, sink = make_topic("news"), make_topic("events", partitions=2)
    make_topic(f"{sink}-dlq", exactly=True)
    texts = ("Police rescued 12 people. They rescued 7 more.", "Police rescued 40 people.")
    driver.send(source, [Sent(article(id=f"k{at}", text=text), "events") for at, text in enumerate(texts)])
    run_until(has_done(len(texts)), driver.address(source), driver.address(sink), group=sink)
    return sink


def _consume(kcat: list[str], driver: Driver, topic: str, form: str) -> bytes:
    words = [*kcat, "-b", driver.server, "-C", "-e", "-q", "-X", "isolation.level=read_committed", "-t", topic]
    environment = {**os.environ, "LD_LIBRARY_PATH": str(KCAT / "lib")}
    return subprocess.run([*words, "-f", form], capture_output=True, check=True, timeout=60, env=environment).stdout


def test_keys_and_headers_are_shown(kcat: list[str], driver: Driver, events: str) -> None:
    shown = dict(line.split("|", 1) for line in _consume(kcat, driver, events, "%k|%h\n").decode().splitlines())
    assert sorted(shown) == sorted(event.event_id for event in driver.events(events))
    for key, headers in shown.items():
        assert f"ce_id={key}" in headers.split(",")
        assert "ce_type=rescuewire.RescueEvent" in headers.split(",")


def test_the_ten_line_reader_takes_what_kcat_prints(kcat: list[str], driver: Driver, events: str) -> None:
    records = _consume(kcat, driver, events, "%R%s")
    read = subprocess.run(
        [sys.executable, READER], input=records, capture_output=True, check=True, timeout=60, env=ENVIRONMENT
    )
    assert sorted(line.split()[0] for line in read.stdout.decode().splitlines()) == ["12", "40"]

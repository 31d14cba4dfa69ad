"""The disk is full under the file that events are written to."""

from __future__ import annotations

import resource
import time
from collections import Counter
from pathlib import Path

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import KEYWORD_DETECTOR, has_done, run_command, run_until
from faults.expected import Verdict
from faults.table import ROWS, Row
from rescuewire.events.reading import read_events_at
from rescuewire_connectors.stopping import ExitCode

pytestmark = [pytest.mark.kafka, pytest.mark.faults]
COUNT = 1_500
"""Three batches."""
DISK_BYTES = {"avro": 180_000, "jsonl": 500_000}
"""Room for one or two of them."""


@pytest.mark.parametrize("ending", ["avro", "jsonl"])
def test_the_disk_is_full(driver: Driver, make_topic: MakeTopic, tmp_path: Path, ending: str) -> None:
    source, out = make_topic("news", partitions=1), tmp_path / f"out.{ending}"
    driver.send(
        source, [Sent(article(id=f"a{number}", text=f"Police rescued {number} people."), "") for number in range(COUNT)]
    )
    size = DISK_BYTES[ending]
    words = ("run", driver.address(source), str(out), "--group", source, "--detector", KEYWORD_DETECTOR)
    ended = run_command(*words, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    last_line = ended.stderr.splitlines()[-1]
    assert ended.returncode == ExitCode.TRY_AGAIN, ended.stderr
    assert f"{out}'; the batch in hand is not committed, make room, then restart me" in last_line

    committed = driver.committed(source, source)[0]
    assert 0 < committed < COUNT
    assert _read_names(out)[:committed] == [f"a{number}" for number in range(committed)]
    began = time.monotonic()
    run_until(has_done(COUNT - committed), driver.address(source), str(out), group=source)
    seconds = time.monotonic() - began
    names = Counter(_read_names(out))
    lost = COUNT - len(names)
    twice = names.total() - len(names)
    sees = f"75 “{last_line.removeprefix('rescuewire: ').replace(str(tmp_path), '…')}”"
    ROWS.append(Row(f"the disk full under x.{ending} (at_least_once)", COUNT, sees, Verdict(lost, twice, 0), seconds))
    assert lost == 0


def _read_names(out: Path) -> list[str]:
    """The articles of the events in a file, as far as it can be read."""
    names: list[str] = []
    try:
        names.extend(event.article.id for event in read_events_at(str(out)))
    except Exception:  # noqa: BLE001  the torn end of the file is what the next run mends
        return names
    return names

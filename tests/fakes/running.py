"""Running the pipeline: in this process with the keyword detector, or as the command line runs it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from rescuewire.configuration.model import Settings
from rescuewire.draining import Drain
from rescuewire.running import Observer, RescueStream, run_pipeline
from rescuewire.settings import RunSettings
from rescuewire_connectors.outcome import Tally

ROOT = Path(__file__).resolve().parents[2]
KEYWORD_DETECTOR = "fakes.keyword_detector:load"
STATE_FOLDER = tempfile.TemporaryDirectory(prefix="rescuewire-tests-")
"""Where replicas of tests remember things; gone at the end."""
ENVIRONMENT = {
    **os.environ,
    "RESCUEWIRE_STATE_FOLDER": STATE_FOLDER.name,
    "PYTHONPATH": ":".join(str(ROOT / name) for name in ("pipelines", "connectors", "schemas", "tests")),
}
PATIENCE_SECONDS = float(os.environ.get("PATIENCE_SECONDS", "60"))


def run(source: str, sink: str, **settings: Any) -> Tally:
    """Run a source that has an end, in this process."""
    return _run(source, sink, nullcontext, settings)


def run_until(enough: Callable[[RescueStream], bool], source: str, sink: str, **settings: Any) -> Tally:
    """Run a source without end in this process, and let it drain when it has done enough."""
    return _run(source, sink, draining_when(enough), settings)


def has_done(records: int) -> Callable[[RescueStream], bool]:
    """True of a stream that has committed so many records."""
    return lambda stream: stream.tally.records >= records


def _run(source: str, sink: str, observe: Observer, settings: dict[str, Any]) -> Tally:
    tally = Tally()
    words = {"state_folder": Path(STATE_FOLDER.name), **settings}
    detector = words.pop("detector", KEYWORD_DETECTOR)
    run_pipeline(RunSettings(source, sink, Settings(**words), detector), tally, Drain(), observe)
    return tally


def draining_when(enough: Callable[[RescueStream], bool], patience_seconds: float = PATIENCE_SECONDS) -> Observer:
    """Lets a stream drain when it has done enough, or when patience ends."""

    def follow(stream: RescueStream, over: threading.Event) -> None:
        deadline = time.monotonic() + patience_seconds
        while not over.wait(0.02) and not enough(stream) and time.monotonic() < deadline:
            pass
        stream.drain()

    @contextmanager
    def observe(stream: RescueStream) -> Iterator[None]:
        over = threading.Event()
        follower = threading.Thread(target=follow, args=(stream, over), daemon=True)
        follower.start()
        try:
            yield
        finally:
            over.set()
            follower.join()

    return observe


def command(*words: str) -> list[str]:
    """The command line of a verb."""
    return [sys.executable, "-m", "rescuewire", *words]


def run_command(*words: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a verb to its end."""
    settings = {"env": ENVIRONMENT, "capture_output": True, "text": True, "timeout": PATIENCE_SECONDS, **options}
    return subprocess.run(command(*words), check=False, **settings)


def start_command(*words: str) -> subprocess.Popen[str]:
    """Start a verb, and leave it running."""
    return subprocess.Popen(command(*words), env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)


def wait_until(true: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait for something that must become true."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.05)

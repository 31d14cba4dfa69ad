"""Progress of long runs over files: on standard error, and only on a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from rescuewire.counting import counted
from rescuewire_connectors.addresses import FileAddress, FolderAddress, SourceAddress
from rescuewire_connectors.stream import Stream

REFRESH_SECONDS = 0.25


def showing_progress(source: SourceAddress) -> Callable[[Stream[Any]], AbstractContextManager[Any]]:
    """What to run a stream in: a progress bar where there is a file to read and somebody to see it."""
    if not isinstance(source, (FileAddress, FolderAddress)) or not sys.stderr.isatty():
        return nullcontext
    total = _size(source)
    return lambda stream: _bar(stream, total)


def _size(source: FileAddress | FolderAddress) -> int:
    if isinstance(source, FileAddress):
        return source.path.stat().st_size
    return sum(path.stat().st_size for path in source.path.iterdir() if path.is_file())


@contextmanager
def _bar(stream: Stream[Any], total: int) -> Iterator[None]:
    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        over = threading.Event()
        follower = threading.Thread(target=_follow, args=(stream, progress, task, over), daemon=True)
        follower.start()
        try:
            yield
        finally:
            over.set()
            follower.join()


def _follow(stream: Stream[Any], progress: Progress, task: TaskID, over: threading.Event) -> None:
    while not over.wait(REFRESH_SECONDS):
        tally = stream.tally
        words = f"{counted(tally.records, 'record')}, {counted(tally.events, 'event')}"
        progress.update(task, completed=tally.value_bytes, description=words)

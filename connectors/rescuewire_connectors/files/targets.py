"""Files to write to: one that gets its name when complete, and one that grows for ever."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol


class Target(Protocol):
    """An open file and what its end means."""

    @property
    def stream(self) -> BinaryIO:
        """The file to write to; made at the first use."""

    def flush(self) -> None:
        """Return when all that was written is on the disk."""

    def complete(self) -> None:
        """No more will be written."""

    def close(self) -> None:
        """Let go, without completing; safe to call twice."""


class FinishedFile:
    """Written as `x.part`, renamed to `x` when complete: under its name stands a whole file or none.

    With nothing written, an empty file comes to stand there, or none where `even_if_empty` is False.
    """

    def __init__(self, path: Path, *, even_if_empty: bool = True) -> None:
        self._path = path
        self._even_if_empty = even_if_empty
        self._part = path.with_name(path.name + ".part")
        self._stream: BinaryIO | None = None

    @property
    def stream(self) -> BinaryIO:
        """The part file."""
        if self._stream is None:
            self._stream = self._part.open("wb")
        return self._stream

    def flush(self) -> None:
        """Nobody relies on a part: it is brought to the disk when complete."""

    def complete(self) -> None:
        """Rename the part; where there shall be no file, remove what an earlier run left under the name."""
        if self._stream is None and not self._even_if_empty:
            self._path.unlink(missing_ok=True)
            return
        _bring_to_disk(self.stream)
        self.stream.close()
        self._stream = None
        self._part.replace(self._path)

    def close(self) -> None:
        """Remove the part."""
        if self._stream is not None:
            _let_go(self._stream)
            self._stream = None
            self._part.unlink(missing_ok=True)


class GrowingFile:
    """Appended to, run after run, each flush on the disk; made at the first use.

    `mend` repairs what a process left that died while writing; it gets the file before anything is added.
    """

    def __init__(self, path: Path, mend: Callable[[BinaryIO], None]) -> None:
        self._path = path
        self._mend = mend
        self._stream: BinaryIO | None = None

    @property
    def stream(self) -> BinaryIO:
        """The file, at its end."""
        if self._stream is None:
            self._path.touch()
            self._stream = self._path.open("r+b")
            self._mend(self._stream)
            self._stream.seek(0, os.SEEK_END)
        return self._stream

    def flush(self) -> None:
        """Bring what was written to the disk."""
        if self._stream is not None:
            _bring_to_disk(self._stream)

    def complete(self) -> None:
        """The file is always complete."""
        self.flush()

    def close(self) -> None:
        """Close the file."""
        if self._stream is not None:
            _let_go(self._stream)
            self._stream = None


class StandardTarget:
    """Standard output or standard error: flushed, never closed."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def flush(self) -> None:
        """Hand on what was written."""
        self.stream.flush()

    def complete(self) -> None:
        """Hand on what was written."""
        self.flush()

    def close(self) -> None:
        """The stream belongs to the process."""


def _bring_to_disk(stream: BinaryIO) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _let_go(stream: BinaryIO) -> None:
    """Close a file; what the disk did not take before is not committed, and need not be told a second time."""
    with contextlib.suppress(OSError):
        stream.close()


@contextmanager
def naming(target: Target) -> Iterator[None]:
    """Let an error of the system inside the block say which file it is about."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or target.stream.name
        raise


def cut_torn_line(stream: BinaryIO) -> None:
    """Cut off a last line that has no end."""
    end = start = stream.seek(0, os.SEEK_END)
    newline = -1
    while start > 0 and newline < 0:
        start = max(0, start - io.DEFAULT_BUFFER_SIZE)
        stream.seek(start)
        newline = stream.read(end - start).rfind(b"\n")
    stream.truncate(start + newline + 1)


def leave_alone(stream: BinaryIO) -> None:
    """Repair nothing: whoever writes the file does it."""

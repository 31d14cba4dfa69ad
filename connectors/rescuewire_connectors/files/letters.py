"""Dead letters in a file of JSON lines, and the journal beside it that says which were replayed."""

from __future__ import annotations

import fcntl
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from rescuewire_connectors.files.targets import cut_torn_line
from rescuewire_connectors.stopping import NoInput, TryAgain, WrongUsage
from rescuewire_connectors.stored_letters import NoLetter, StoredLetter, letter_of_line


class FileLetters:
    """The dead letters of a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def journal(self) -> Path:
        """The file that tells which letters were replayed."""
        return self.path.with_name(self.path.name + ".replayed")

    def read(self) -> Iterator[StoredLetter]:
        """All that are there now; what is none is told on standard error."""
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield from self._letter(line, number)

    def _letter(self, line: bytes, number: int) -> Iterator[StoredLetter]:
        try:
            yield letter_of_line(line, number)
        except NoLetter as error:
            print(f"rescuewire: {self.path}:{number}: {error}", file=sys.stderr)  # noqa: T201  skipped, but not in silence

    def at(self, words: str) -> StoredLetter:
        """The letter on line `words`; raise WrongUsage for other words, NoInput for no letter."""
        if not words.isdecimal():
            raise WrongUsage(f"{words}: a place in a file is the number of a line, as dlq list prints it")
        with self.path.open("rb") as lines:
            line = next((line for number, line in enumerate(lines, 1) if number == int(words)), b"")
        try:
            return letter_of_line(line, int(words))
        except NoLetter as error:
            raise NoInput(f"{self.path}:{words}: {error}; see rescuewire dlq list") from error

    def replayed(self) -> set[bytes]:
        """The identities of letters that were replayed, as far as the journal is sure."""
        if not self.journal.exists():
            return set()
        with self.journal.open("rb") as lines:
            return read_batches(lines).sure


@dataclass(frozen=True)
class Batch:
    """Letters that were given to `target`, the address of a topic, in one transaction."""

    number: int
    target: str
    identities: tuple[bytes, ...]


@dataclass(frozen=True)
class Batches:
    """What a journal tells: the letters that were surely replayed, the last number given, the batch in doubt."""

    sure: set[bytes]
    last: int
    doubtful: Batch | None


def read_batches(lines: BinaryIO) -> Batches:
    """Read a journal: each batch is announced before its transaction is committed, and settled after it."""
    sure: set[bytes] = set()
    last, doubtful = 0, None
    for told in map(json.loads, filter(lambda line: line.endswith(b"\n"), lines)):
        if "letters" in told:
            identities = tuple(bytes.fromhex(identity) for identity in told["letters"])
            doubtful = Batch(told["batch"], told["target"], identities)
            last = max(last, doubtful.number)
        elif doubtful is not None:
            sure.update(doubtful.identities if told["committed"] else ())
            doubtful = None
    return Batches(sure, last, doubtful)


class Journal:
    """A journal, open for one replay at a time."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._stream = path.open("r+b")
        try:
            fcntl.flock(self._stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._stream.close()
            raise TryAgain(f"{path}: another replay of these dead letters is running; wait for its end") from None
        cut_torn_line(self._stream)
        self._stream.seek(0)
        self.batches = read_batches(self._stream)
        self._last = self.batches.last

    def number_after(self, last: int) -> None:
        """Give no number up to `last` again, which were given before the journal was lost."""
        self._last = max(self._last, last)

    def announce(self, target: str, letters: Sequence[StoredLetter]) -> int:
        """Write down what is about to be committed; return the number of this batch."""
        self._last += 1
        identities = [letter.identity.hex() for letter in letters]
        self._append({"batch": self._last, "target": target, "letters": identities})
        return self._last

    def settle(self, *, committed: bool) -> None:
        """Write down what became of the batch announced last."""
        self._append({"committed": committed})

    def _append(self, told: dict[str, Any]) -> None:
        self._stream.seek(0, os.SEEK_END)
        self._stream.write(json.dumps(told).encode() + b"\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Let another replay begin; safe to call twice."""
        self._stream.close()

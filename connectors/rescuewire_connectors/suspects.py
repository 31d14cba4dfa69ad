"""Suspects: records in whose processing the process died, remembered on disk until they are done with.

Python cannot catch what kills it: a crash in native code, the kernel's out-of-memory killer. So the place of the record
in hand is written down before it is processed, and the next process of the same name finds it there.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from rescuewire_connectors.record import Place, Record

DEATHS_BEFORE_ALONE = 2
"""After so many deaths a record is processed alone, so that the next one is laid at no other record's door."""
MARK_BYTES = 600
"""Room for a topic's name, at most 249 characters, and two numbers."""


class Suspects(Protocol):
    """What is known of records that killed the process, and of the one in hand."""

    def is_suspect(self, record: Record) -> bool:
        """True of a record that has to be processed alone."""

    def take_in_hand(self, record: Record) -> Record:
        """Remember the record as the one in hand; return it with its deaths."""

    def put_down(self) -> None:
        """No record is in hand: whatever kills the process now is not its fault."""

    def forget(self, next_offsets: Mapping[Place, int]) -> None:
        """Everything before these offsets is done with."""


class NoSuspects:
    """Remembers nothing: for sources that begin anew in each run."""

    def is_suspect(self, record: Record) -> bool:  # noqa: ARG002  every record alike
        """Never."""
        return False

    def take_in_hand(self, record: Record) -> Record:
        """The record as it is."""
        return record

    def put_down(self) -> None:
        """Nothing was in hand."""

    def forget(self, next_offsets: Mapping[Place, int]) -> None:
        """Nothing was remembered."""


NO_SUSPECTS = NoSuspects()


class SuspectsOnDisk:
    """Keeps the record in hand in one file, and the deaths of each partition's first suspect in another."""

    def __init__(self, mark: Path, deaths: Path) -> None:
        self._deaths_path = deaths
        self._deaths = _read_deaths(deaths)
        self._mark = os.open(mark, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._bury(os.pread(self._mark, MARK_BYTES, 0))

    def _bury(self, mark: bytes) -> None:
        """Count the death of the process before this one, if it died with a record in hand."""
        with contextlib.suppress(ValueError, TypeError):
            topic, partition, offset = json.loads(mark)
            place = Place(topic, partition)
            known, deaths = self._deaths.get(place, (offset, 0))
            self._deaths[place] = (offset, deaths + 1 if known == offset else 1)
            self._write_deaths()
        self.put_down()

    def is_suspect(self, record: Record) -> bool:
        """True of a record that has to be processed alone."""
        return self._deaths_of(record) >= DEATHS_BEFORE_ALONE

    def _deaths_of(self, record: Record) -> int:
        offset, deaths = self._deaths.get(record.place, (-1, 0))
        return deaths if offset == record.offset else 0

    def take_in_hand(self, record: Record) -> Record:
        """Remember the record as the one in hand; return it with its deaths."""
        self._write_mark(json.dumps([record.topic, record.partition, record.offset]))
        deaths = self._deaths_of(record)
        return replace(record, deaths=deaths) if deaths else record

    def put_down(self) -> None:
        """No record is in hand: whatever kills the process now is not its fault."""
        self._write_mark("")

    def _write_mark(self, words: str) -> None:
        # The page cache outlives the process; only a machine that loses power forgets, and that is no article's fault.
        os.pwrite(self._mark, words.encode().ljust(MARK_BYTES), 0)

    def forget(self, next_offsets: Mapping[Place, int]) -> None:
        """Everything before these offsets is done with."""
        done = [place for place, (offset, _) in self._deaths.items() if offset < next_offsets.get(place, 0)]
        for place in done:
            del self._deaths[place]
        if done:
            self._write_deaths()

    def _write_deaths(self) -> None:
        lines = [[*place, offset, deaths] for place, (offset, deaths) in sorted(self._deaths.items())]
        part = self._deaths_path.with_suffix(".part")
        part.write_text(json.dumps(lines))
        part.replace(self._deaths_path)

    def close(self) -> None:
        """Let go of the mark, with no record in hand; safe to call twice."""
        if self._mark >= 0:
            self.put_down()
            os.close(self._mark)
            self._mark = -1


def _read_deaths(path: Path) -> dict[Place, tuple[int, int]]:
    """The deaths that were written down; a file that says nothing sensible is as good as none."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        return {
            Place(topic, partition): (offset, deaths)
            for topic, partition, offset, deaths in json.loads(path.read_text())
        }
    return {}

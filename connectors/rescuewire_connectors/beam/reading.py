"""Reading a feed in Beam: one batch of the feed is one bundle."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import apache_beam as beam
from apache_beam.coders import Coder
from apache_beam.io.unbounded_source import (
    CheckpointMark,
    ReadFromUnboundedSource,
    UnboundedReader,
    UnboundedSource,
)
from apache_beam.pvalue import PBegin, PCollection
from apache_beam.utils.timestamp import MAX_TIMESTAMP, MIN_TIMESTAMP, Timestamp

from rescuewire_connectors.record import Record
from rescuewire_connectors.stream import Stream, StreamSettings, stream_for

WHOLE_BATCHES = sys.maxsize
"""Beam's own limits of a bundle (records, seconds), set so that they never cut a batch."""


@dataclass
class ReadRecords(beam.PTransform[PBegin, PCollection[Record]]):
    """The records of the stream's feed."""

    settings: StreamSettings[Any]

    def expand(self, begin: PBegin) -> PCollection[Record]:
        """Wire."""
        source = _FeedSource(self.settings)
        records: PCollection[Record] = begin | ReadFromUnboundedSource(
            source, poll_interval=0, max_records_per_bundle=WHOLE_BATCHES, max_read_time_seconds=WHOLE_BATCHES
        )
        return records


@dataclass
class _FeedSource(UnboundedSource):
    settings: StreamSettings[Any]

    def split(self, _desired: int, _options: Any = None) -> Iterable[UnboundedSource]:
        return [self]

    def create_reader(self, _options: Any, _mark: CheckpointMark | None) -> UnboundedReader:
        return _FeedReader(stream_for(self.settings))

    def get_checkpoint_mark_coder(self) -> Coder:
        return _NoMarkCoder()


class _FeedReader(UnboundedReader):
    """A view on the process's stream; it owns nothing, so that Beam may drop it and make another."""

    def __init__(self, stream: Stream[Any]) -> None:
        self._stream = stream
        self._record: Record | None = None

    def start(self) -> bool:
        return self.advance()

    def advance(self) -> bool:
        self._record = self._stream.next_record()
        return self._record is not None

    def get_current(self) -> Record | None:
        return self._record

    def get_current_timestamp(self) -> Timestamp:
        return MIN_TIMESTAMP

    def get_watermark(self) -> Timestamp:
        return MAX_TIMESTAMP if self._stream.finished else MIN_TIMESTAMP

    def get_checkpoint_mark(self) -> CheckpointMark:
        return _NoMark()


class _NoMark(CheckpointMark):
    """The committed offsets alone say where to go on. Beam swallows what fails in `finalize_checkpoint`."""


class _NoMarkCoder(Coder):
    def encode(self, _mark: CheckpointMark) -> bytes:
        return b""

    def decode(self, _encoded: bytes) -> CheckpointMark:
        return _NoMark()

    def is_deterministic(self) -> bool:
        return True

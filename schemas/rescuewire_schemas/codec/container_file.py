"""Rescue events as Avro container files.

The same events give the same file: blocks are not compressed, since compressed bytes differ between builds of zlib,
and the sync marker is derived from the schema instead of drawn. An archive compresses well as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from io import SEEK_END, BytesIO
from typing import Any, BinaryIO

from fastavro import block_reader, reader
from fastavro.read import SchemaResolutionError
from fastavro.schema import fullname, to_parsing_canonical_form
from fastavro.write import Writer

from rescuewire_schemas.avro_schemas import event_fingerprint, event_schema, schema_fingerprint
from rescuewire_schemas.codec.errors import CodecError
from rescuewire_schemas.records import from_record, to_record
from rescuewire_schemas.rescue_event import RescueEvent

_SYNC_MARKER_LENGTH = 16
_BROKEN = (EOFError, ValueError, LookupError, OverflowError, MemoryError)
"""What fastavro raises over bytes that are no Avro or broken off."""


class EventFileWriter:
    """Writes events into a container file, one by one.

    The stream is binary and empty, or open for reading too (`r+b`, `a+b`) and holds a file written by the same schema:
    then it is continued, after a block that a crash left unfinished has been cut off. The caller closes the stream.

    Raises:
        CodecError: the stream holds something that cannot be continued.
    """

    def __init__(self, stream: BinaryIO) -> None:
        if stream.seekable() and stream.seek(0, SEEK_END):
            _cut_unfinished_block(stream)
        self._writer = _open_writer(stream)

    def write(self, event: RescueEvent) -> None:
        """Add an event; it is in the stream at the latest after `flush`."""
        self._writer.write(to_record(event))

    def flush(self) -> None:
        """End the block and hand it to the stream."""
        self._writer.flush()


def write_events(stream: BinaryIO, events: Iterable[RescueEvent]) -> None:
    """Write events as one container file; the stream is as for `EventFileWriter`."""
    writer = EventFileWriter(stream)
    for event in events:
        writer.write(event)
    writer.flush()


def read_events(stream: BinaryIO) -> Iterator[RescueEvent]:
    """Yield the events of a container file, whatever version and compression it was written with.

    Raises:
        CodecError: the stream is no Avro container file of rescue events, or it breaks off.
    """
    records = _open_reader(stream)
    count = 0
    while True:
        try:
            record: Any = next(records)
        except StopIteration:
            return
        except _BROKEN as error:
            raise CodecError(f"the file is broken after {count} whole events: {error}") from error
        except SchemaResolutionError:
            raise CodecError(
                "the file's schema cannot be read as a rescue event's: install a later rescuewire"
            ) from None
        yield from_record(record)
        count += 1


def _open_reader(stream: BinaryIO) -> Iterator[Any]:
    try:
        records = reader(stream, event_schema())
    except _BROKEN as error:
        raise CodecError(f"not an Avro container file: {error}") from error
    name = fullname(records.writer_schema)
    if name != fullname(event_schema()):
        raise CodecError(f"the file holds {name} records, not rescue events")
    return records


def _open_writer(stream: BinaryIO) -> Writer:
    try:
        writer = Writer(stream, event_schema(), codec="null", sync_marker=_sync_marker())
    except _BROKEN as error:
        raise CodecError(f"the file cannot be continued: {error}") from error
    if schema_fingerprint(writer.schema) != event_fingerprint():
        raise CodecError("the file was written by another schema: write to a new file")
    return writer


@cache
def _sync_marker() -> bytes:
    canonical = to_parsing_canonical_form(event_schema())
    return sha256(canonical.encode("utf-8")).digest()[:_SYNC_MARKER_LENGTH]


@cache
def _header() -> bytes:
    stream = BytesIO()
    _open_writer(stream)
    return stream.getvalue()


def _cut_unfinished_block(stream: BinaryIO) -> None:
    stream.seek(0)
    if _header().startswith(stream.read(len(_header()))) and stream.tell() < len(_header()):
        stream.truncate(0)
    else:
        stream.truncate(_end_of_whole_blocks(stream))
    stream.seek(0, SEEK_END)


def _end_of_whole_blocks(stream: BinaryIO) -> int:
    stream.seek(0)
    try:
        blocks = block_reader(stream)
    except _BROKEN as error:
        raise CodecError(f"the file cannot be continued: not an Avro container file ({error})") from error
    end = stream.tell()
    while True:
        try:
            block = next(blocks)
        except (StopIteration, *_BROKEN):
            return end
        end = block.offset + block.size

from __future__ import annotations

from fakes.memory import MemoryFeed, records
from rescuewire_connectors.batches import BatchReader
from rescuewire_connectors.record import Record


def read_bundle(reader: BatchReader) -> list[Record]:
    return list(iter(reader.next_record, None))


def test_a_batch_is_a_bundle() -> None:
    reader = BatchReader(MemoryFeed(records(b"1", b"2"), records(b"3")))
    assert [record.value for record in read_bundle(reader)] == [b"1", b"2"]


def test_nothing_is_fetched_while_a_batch_is_uncommitted() -> None:
    reader = BatchReader(MemoryFeed(records(b"1"), records(b"2")))
    read_bundle(reader)
    assert reader.next_record() is None
    assert reader.held == 1


def test_a_commit_opens_the_next_batch() -> None:
    reader = BatchReader(MemoryFeed(records(b"1"), records(b"2")))
    read_bundle(reader)
    reader.commit({})
    assert [record.value for record in read_bundle(reader)] == [b"2"]


def test_it_finishes_when_the_last_batch_is_committed() -> None:
    reader = BatchReader(MemoryFeed(records(b"1")))
    read_bundle(reader)
    assert not reader.finished
    reader.commit({})
    assert reader.finished


def test_draining_lets_the_batch_in_hand_end() -> None:
    reader = BatchReader(MemoryFeed(records(b"1", b"2"), records(b"3")))
    reader.next_record()
    reader.drain()
    assert not reader.finished
    assert [record.value for record in read_bundle(reader)] == [b"2"]
    reader.commit({})
    assert reader.finished
    assert reader.next_record() is None

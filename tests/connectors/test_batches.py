from __future__ import annotations

from fakes.memory import MemoryFeed, records
from rescuewire_connectors.batches import BatchReader
from rescuewire_connectors.record import Record
from rescuewire_connectors.suspects import NoSuspects


class OneSuspect(NoSuspects):
    def __init__(self, value: bytes) -> None:
        self._value = value

    def is_suspect(self, record: Record) -> bool:
        return record.value == self._value


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


def test_draining_cuts_the_batch_in_hand_after_the_record_in_hand() -> None:
    feed = MemoryFeed(records(b"1", b"2"), records(b"3"))
    reader = BatchReader(feed)
    reader.next_record()
    reader.drain()
    assert read_bundle(reader) == []
    assert reader.held == 1
    assert not reader.finished
    reader.commit({})
    assert reader.finished
    assert reader.next_record() is None
    assert [record.value for record in feed.fetch()] == [b"2"]


def test_draining_before_the_first_record_leaves_nothing_to_commit() -> None:
    reader = BatchReader(MemoryFeed(records(b"1")))
    reader.drain()
    assert reader.next_record() is None
    assert reader.finished


def test_a_batch_that_takes_long_is_cut_and_goes_on_with_the_next() -> None:
    now = iter([0.0, 4.9, 5.1, 5.1, 5.2])
    reader = BatchReader(MemoryFeed(records(b"1", b"2", b"3")), batch_seconds=5.0, clock=lambda: next(now))
    assert [record.value for record in read_bundle(reader)] == [b"1", b"2"]
    reader.commit({})
    assert [record.value for record in read_bundle(reader)] == [b"3"]


def test_a_suspect_is_served_alone() -> None:
    reader = BatchReader(MemoryFeed(records(b"1", b"2", b"3", b"4")), OneSuspect(b"2"))
    bundles = []
    while not reader.finished:
        bundles.append([record.value for record in read_bundle(reader)])
        reader.commit({})
    assert bundles == [[b"1"], [b"2"], [b"3", b"4"]]

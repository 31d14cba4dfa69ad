"""What every feed promises, whatever is behind it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from fakes.articles import Sent
from fakes.memory import MemoryFeed, records
from fakes.running import wait_until
from rescuewire_connectors.addresses import FileAddress, FileForm, FolderAddress
from rescuewire_connectors.files.reading import open_files
from rescuewire_connectors.files.standard_input import StandardInputFeed
from rescuewire_connectors.interfaces import Feed
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.reading import Subscription, open_topic
from rescuewire_connectors.record import Place, Record

VALUES = [json.dumps({"text": f"é {number}"}).encode() for number in range(120)]
OpenFeed: TypeAlias = Callable[[], Feed]


def json_lines(tmp_path: Path) -> OpenFeed:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(value + b"\n" for value in VALUES))
    return lambda: open_files(FileAddress(path, FileForm.JSON_LINES))


def json_array(tmp_path: Path) -> OpenFeed:
    path = tmp_path / "in.json"
    path.write_bytes(b"[" + b",\n".join(VALUES) + b"]")
    return lambda: open_files(FileAddress(path, FileForm.JSON))


def folder(tmp_path: Path) -> OpenFeed:
    for number, value in enumerate(VALUES):
        (tmp_path / f"{number:03}.json").write_bytes(value)
    return lambda: open_files(FolderAddress(tmp_path))


def standard_input(tmp_path: Path) -> OpenFeed:
    path = tmp_path / "piped"
    path.write_bytes(b"\n".join(VALUES))
    return lambda: StandardInputFeed(os.open(path, os.O_RDONLY))


def memory(_tmp_path: Path) -> OpenFeed:
    return lambda: MemoryFeed(records(*VALUES[:50]), records(*VALUES[50:], first=50))


FEEDS = [json_lines, json_array, folder, standard_input, memory]


@pytest.fixture(
    params=[*FEEDS, pytest.param("topic", marks=pytest.mark.kafka)], ids=lambda param: getattr(param, "__name__", param)
)
def open_feed(request: pytest.FixtureRequest, tmp_path: Path) -> OpenFeed:
    if request.param == "topic":
        return _topic(request)
    made: OpenFeed = request.param(tmp_path)
    return made


def _topic(request: pytest.FixtureRequest) -> OpenFeed:
    driver = request.getfixturevalue("driver")
    topic = request.getfixturevalue("make_topic")("news", partitions=3)
    driver.send(topic, [Sent(value, "") for value in VALUES])
    return lambda: open_topic(Cluster((driver.server,)), Subscription(topic, topic, batch_records=50))


def read_all(feed: Any) -> list[Record]:
    """Fetch and commit until everything has come."""
    found: list[Record] = []

    def come() -> bool:
        batch = feed.fetch()
        found.extend(batch)
        if batch:
            feed.commit({record.place: record.offset + 1 for record in batch})
        return len(found) >= len(VALUES)

    wait_until(come, "all records")
    return found


def test_every_record_comes_once_and_as_it_was(open_feed: OpenFeed) -> None:
    feed = open_feed()
    assert sorted(record.value or b"" for record in read_all(feed)) == sorted(VALUES)
    feed.close()


def test_offsets_rise_within_a_partition(open_feed: OpenFeed) -> None:
    feed = open_feed()
    offsets: dict[Place, list[int]] = {}
    for record in read_all(feed):
        offsets.setdefault(record.place, []).append(record.offset)
    assert all(found == sorted(set(found)) for found in offsets.values())
    feed.close()


def test_what_is_given_back_comes_again_in_order(open_feed: OpenFeed) -> None:
    feed, found = open_feed(), []

    def come() -> bool:
        batch = feed.fetch()
        used, left = batch[:7], batch[7:]
        if left:
            feed.give_back(left)
        if used:
            feed.commit({record.place: record.offset + 1 for record in used})
        found.extend(used)
        return len(found) >= len(VALUES)

    wait_until(come, "all records")
    assert sorted(record.value or b"" for record in found) == sorted(VALUES)
    assert all(
        [each.offset for each in found if each.place == place]
        == sorted(each.offset for each in found if each.place == place)
        for place in {each.place for each in found}
    )
    feed.close()


def test_nothing_comes_after_the_end(open_feed: OpenFeed) -> None:
    feed = open_feed()
    read_all(feed)
    assert [record for _ in range(3) for record in feed.fetch()] == []
    feed.close()


def test_it_can_be_closed_twice(open_feed: OpenFeed) -> None:
    feed = open_feed()
    read_all(feed)
    feed.close()
    feed.close()

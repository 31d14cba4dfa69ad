from __future__ import annotations

import os

from rescuewire_connectors.files.standard_input import StandardInputFeed


def test_lines_come_whole_and_as_soon_as_they_are_there() -> None:
    reading, writing = os.pipe()
    feed = StandardInputFeed(reading)
    os.write(writing, b"1\n2\n3 has only beg")
    assert [record.value for record in feed.fetch()] == [b"1", b"2"]
    os.write(writing, b"un\n")
    assert [(record.offset, record.value) for record in feed.fetch()] == [(2, b"3 has only begun")]
    os.close(writing)
    os.close(reading)


def test_a_pipe_in_which_nothing_comes_gives_nothing_yet() -> None:
    reading, writing = os.pipe()
    feed = StandardInputFeed(reading)
    assert list(feed.fetch()) == []
    assert not feed.exhausted
    os.close(writing)
    os.close(reading)


def test_the_last_line_needs_no_end() -> None:
    reading, writing = os.pipe()
    feed = StandardInputFeed(reading)
    os.write(writing, b"last")
    os.close(writing)
    found = [record.value for _ in range(3) for record in feed.fetch()]
    assert found == [b"last"]
    assert feed.exhausted
    os.close(reading)

from __future__ import annotations

from pathlib import Path

import pytest

from fakes.memory import records
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.suspects import SuspectsOnDisk

FIRST, SECOND = records(b"a", b"b", first=7)


class Lives:
    """Processes of one name, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._files = (folder / "mark", folder / "deaths.json")

    def begin(self) -> SuspectsOnDisk:
        return SuspectsOnDisk(*self._files)

    def die_with(self, record: Record) -> None:
        self.begin().take_in_hand(record)

    def tear(self) -> None:
        for path in self._files:
            path.write_text('[["news')


@pytest.fixture
def lives(tmp_path: Path) -> Lives:
    return Lives(tmp_path)


def test_a_record_in_hand_at_death_is_remembered_with_its_deaths(lives: Lives) -> None:
    lives.die_with(SECOND)
    assert lives.begin().take_in_hand(SECOND).deaths == 1


def test_other_records_have_no_deaths(lives: Lives) -> None:
    lives.die_with(SECOND)
    assert lives.begin().take_in_hand(FIRST).deaths == 0


def test_two_deaths_make_a_suspect(lives: Lives) -> None:
    lives.die_with(SECOND)
    assert not lives.begin().is_suspect(SECOND)
    lives.die_with(SECOND)
    assert lives.begin().is_suspect(SECOND)


def test_suspects_of_two_partitions_are_remembered_side_by_side(lives: Lives) -> None:
    elsewhere = Record("news", 1, 3, b"c")
    for _ in range(2):
        lives.die_with(SECOND)
        lives.die_with(elsewhere)
    suspects = lives.begin()
    assert suspects.is_suspect(SECOND)
    assert suspects.is_suspect(elsewhere)


def test_a_record_that_was_put_down_is_blamed_for_nothing(lives: Lives) -> None:
    suspects = lives.begin()
    suspects.take_in_hand(SECOND)
    suspects.put_down()
    assert lives.begin().take_in_hand(SECOND).deaths == 0


def test_a_process_that_ends_in_good_order_leaves_no_suspect(lives: Lives) -> None:
    suspects = lives.begin()
    suspects.take_in_hand(SECOND)
    suspects.close()
    suspects.close()
    assert lives.begin().take_in_hand(SECOND).deaths == 0


def test_what_is_committed_is_forgotten(lives: Lives) -> None:
    lives.die_with(SECOND)
    lives.begin().forget({Place("news", 0): SECOND.offset + 1})
    assert lives.begin().take_in_hand(SECOND).deaths == 0


def test_what_is_not_yet_committed_is_not_forgotten(lives: Lives) -> None:
    lives.die_with(SECOND)
    lives.begin().forget({Place("news", 0): SECOND.offset, Place("news", 1): 99})
    assert lives.begin().take_in_hand(SECOND).deaths == 1


def test_torn_files_are_as_good_as_none(lives: Lives) -> None:
    lives.die_with(SECOND)
    lives.tear()
    assert lives.begin().take_in_hand(SECOND).deaths == 0

from datetime import date

import pytest

from rescuewire.extraction.reading.publication_date import published_on


def test_the_day_is_the_one_written_whatever_the_time_zone() -> None:
    assert published_on("2024-05-31T23:30:00-11:00") == date(2024, 5, 31)


@pytest.mark.parametrize("value", [None, "", "2024", "2024-05", "yesterday", "2024-02-30"])
def test_no_day_told_is_none(value: str | None) -> None:
    assert published_on(value) is None

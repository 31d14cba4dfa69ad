"""Tables of names and figures: a row that is none is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rescuewire.extraction.mentions.numbers import read_number_rows
from rescuewire.extraction.mentions.place_tables import read_names, read_towns
from rescuewire.extraction.packs.language_pack import PackError


def test_row_of_number_words_by_hand_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "number_words_by_hand.tsv"
    path.write_text("octante\t80\tadds\nmil 1000\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"by_hand\.tsv:2: 'mil 1000' is no row"):
        list(read_number_rows(path, header=False))


@pytest.mark.parametrize("file", ["country_names.tsv", "town_names.tsv"])
@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("FR France", "'FR France' is no row; write two columns with a tab between"),
        ("FR\tFrance\tParis", "is no row; write two columns with a tab between"),
        ("UK\tAlbion", '"UK" is no country code; did you mean "GB"?'),
        ("FR\t", "no name behind the tab; write it or delete the line"),
    ],
)
def test_row_of_names_that_is_none_is_told(tmp_path: Path, file: str, row: str, complaint: str) -> None:
    path = tmp_path / file
    path.write_text(f"AD\tAndorre\n{row}\n", encoding="utf-8")
    with pytest.raises(PackError) as refused:
        list(read_names(path))
    assert str(refused.value).startswith(f"{path}:2: ")
    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("london", "'london' is no row"),
        ("london\tGB", "'GB' are no weights; write them as in GB:8961 CA:422"),
        ("london\tUK:8961", '"UK" is no country code; did you mean "GB"?'),
    ],
)
def test_row_of_towns_that_is_none_is_told(tmp_path: Path, row: str, complaint: str) -> None:
    path = tmp_path / "towns.tsv"
    path.write_text(f"london\tGB:8961 CA:422\n{row}\n", encoding="utf-8")
    with pytest.raises(PackError) as refused:
        read_towns(path)
    assert str(refused.value).startswith(f"{path}:2: {complaint}")

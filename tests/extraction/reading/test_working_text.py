import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescuewire.extraction.reading.readable_text import ReadableText
from rescuewire.extraction.reading.working_text import WorkingText, join_readable
from rescuewire_schemas.rescue_event import EvidenceField

PIECES = st.sampled_from(
    [
        "é",
        unicodedata.normalize("NFD", "é"),
        "👩‍👩‍👧",
        "🇫🇷",
        "عربي",
        "עברית",
        "\u202f",
        "\u200f",
        "警方",
        "a",
        " ",
        "\n",
        "\n\n",
    ]
)
TEXTS = st.lists(PIECES | st.characters(exclude_categories=("Cs",)), max_size=30).map("".join)


def _joined(title: str, text: str) -> WorkingText:
    return join_readable(ReadableText(title), ReadableText(text))


@given(title=TEXTS, text=TEXTS, data=st.data())
def test_every_range_of_the_text_is_located_in_the_article(title: str, text: str, data: st.DataObject) -> None:
    working = _joined(title, text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    located = working.locate(start + working.body_start, end + working.body_start)
    assert located.field is EvidenceField.TEXT
    assert text[located.start : located.end] == working.text[start + working.body_start : end + working.body_start]


@given(title=TEXTS.filter(bool), text=TEXTS, data=st.data())
def test_every_range_of_the_title_is_located_in_the_article(title: str, text: str, data: st.DataObject) -> None:
    working = _joined(title, text)
    start = data.draw(st.integers(0, len(title)))
    end = data.draw(st.integers(start, len(title)))
    located = working.locate(start, end)
    assert located.field is EvidenceField.TITLE
    assert title[located.start : located.end] == working.text[start:end]


def test_a_range_over_both_fields_is_refused() -> None:
    working = _joined("Title", "Text")
    with pytest.raises(ValueError, match="neither in the title nor in the text alone"):
        working.locate(3, 9)


def test_without_a_title_the_text_stands_alone() -> None:
    assert _joined("", "Text").text == "Text"


def test_furniture_moves_with_the_text() -> None:
    working = _joined("Title", "Read also: x").with_furniture([(0, 12)])
    start, end = working.furniture[0]
    assert working.text[start:end] == "Read also: x"
    assert working.is_furniture(start + 3, start + 5)
    assert not working.is_furniture(0, 5)

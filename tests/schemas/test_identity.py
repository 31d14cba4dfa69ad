"""Event ids: what they depend on, to the byte."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescuewire_schemas.identity import event_id

texts = st.text(st.characters(exclude_categories=("Cs",)))
tellings = st.tuples(texts, texts, st.integers(0, 1000))


def test_the_bytes_are_as_documented() -> None:
    message = b"\0\0\0\0\0\0\0\2a1" + b"\0\0\0\0\0\0\0\5Lib\xc3\xa9" + b"\0\0\0\0\0\0\0\3"
    assert event_id("a1", "Libé", 3) == sha256(message).hexdigest()[:32]


def test_an_id_never_changes() -> None:
    assert event_id("a1", "Libé", 3) == "3e730fa5a78574628b3feb72fa355b9a"


@given(tellings, tellings)
def test_different_tellings_have_different_ids(one: tuple[str, str, int], other: tuple[str, str, int]) -> None:
    assert (event_id(*one) == event_id(*other)) == (one == other)


def test_the_border_between_article_and_sentence_counts() -> None:
    assert event_id("ab", "c", 0) != event_id("a", "bc", 0)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        event_id("a1", "\ud800", 0)

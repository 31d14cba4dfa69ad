"""What frames and judgements ask of a sentence: its words, none beyond it, and the mentions that it was given."""

from __future__ import annotations

import pytest
from telling import story_of

from rescuewire.extraction.mentions.kinds import CONTEXTS, PEOPLE
from rescuewire.extraction.sentence_view import SentenceView

TEXT = "The gang fled. Nigerian police freed 12 hostages kidnapped in Kano on Monday. They fled home."
NOBODY = frozenset({"nobody"})


@pytest.fixture
def view() -> SentenceView:
    return story_of("en", TEXT).views[1]


def place_of(view: SentenceView, word: str) -> int:
    (position,) = view.positions(frozenset({word}))
    return position


def test_words_of_other_sentences_are_not_its(view: SentenceView) -> None:
    assert view.word(view.start) == "nigerian"
    assert view.word(view.start - 1) == view.word(view.end) == ""
    assert not view.has(frozenset({"fled"}))
    assert view.words_within(view.start - 3, view.end + 3) == view.words_within(view.start, view.end)


def test_positions_are_those_of_every_word_of_a_class(view: SentenceView) -> None:
    words = frozenset({"police", "kano", "fled"})
    assert [view.word(i) for i in view.positions(words)] == ["police", "kano"]
    assert not view.positions(NOBODY)


@pytest.mark.parametrize(("start", "end", "told"), [(-9, 0, False), (-9, 9, True), (0, 0, False), (3, 1, False)])
def test_a_word_is_told_in_a_stretch_of_the_sentence_only(view: SentenceView, start: int, end: int, told: bool) -> None:
    assert view.tells(frozenset({"police", "fled"}), view.start + start, view.start + end) is told


def test_going_back_stops_at_another_word_or_before_the_sentence(view: SentenceView) -> None:
    freed = place_of(view, "freed")
    assert view.word(view.back_over(frozenset({"freed"}), freed)) == "police"
    assert view.back_over(frozenset({"freed", "police", "nigerian"}), freed) == view.start - 1
    assert view.back_over(NOBODY, freed) == freed


def test_what_mentions_mean_is_told_of_the_sentence_that_has_them(view: SentenceView) -> None:
    assert view.in_date(place_of(view, "monday"))
    assert view.named == {place_of(view, "nigerian"), place_of(view, "kano")}
    assert view.adjectives == {place_of(view, "nigerian")}
    assert view.tells_harm
    assert view.tells_holding
    assert not view.tells_unlike
    assert len(view.context_mentions) == len(view.contexts) >= len(view.words_for_harm)


def test_a_sentence_is_read_for_so_many_mentions_of_a_kind(view: SentenceView) -> None:
    people, context = view.people[0], view.contexts[0]
    for _ in range(100):
        view.take(PEOPLE, people)
        view.take(CONTEXTS, context)
    assert len(view.people) == len(view.contexts) == len(view.context_mentions) == 40

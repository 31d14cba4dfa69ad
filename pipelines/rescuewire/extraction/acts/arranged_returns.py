"""States that make a way home possible: "Their return was paid for by the Moldovan foreign ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.frames.organs import codes_of, joined_names
from rescuewire.extraction.mentions.kinds import AGENTS, NAMES_PEOPLE, PLACES, AgentKind, PlaceKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventType

_SENTENCES_BEHIND = 6
_BESIDE = 8
_TO_BY = 4
_TO_NAME = 4


def states_that_arranged(
    act: Act,
    own: tuple[str, ...],
    place: tuple[str, ...],
    story: Story,
    others: Sequence[SentenceView],
    grammar: ClosedClasses,
) -> tuple[str, ...]:
    """Return the states that paid for or arranged a way home, told with the act or behind it.

    An organ of no country told is that of the victims' `own` state. A third state acts only by its embassy: one that
    pays has helped. `others` are sentences that tell other acts.
    """
    if act.event_type is not EventType.REPATRIATION:
        return ()
    lead = act.lead.frame.view
    for view in story.views[lead.index : lead.index + 1 + _SENTENCES_BEHIND]:
        codes = _arrangers(view, own, place, grammar)
        if codes:
            return codes if _go_on_about(lead, view, story, others) else ()
    return ()


def _arrangers(
    view: SentenceView, own: tuple[str, ...], place: tuple[str, ...], grammar: ClosedClasses
) -> tuple[str, ...]:
    """Return the states that a sentence tells to have made a way home possible."""
    for verb in view.positions(grammar.arranging):
        if verb >= view.dateline_end and _is_of_journey(view, verb, grammar):
            maker = _arranger(view, verb, grammar)
            codes = _codes(view, maker, own, grammar)
            is_third = not _is_mission(view, maker) and not set(codes) <= {*own, *place}
            if codes and not is_third:
                return codes
    return ()


def _go_on_about(lead: SentenceView, view: SentenceView, story: Story, others: Sequence[SentenceView]) -> bool:
    """Tell whether no other act or item opens between the sentence of an act and one behind it."""
    passed = story.views[lead.index + 1 : view.index + 1]
    return all(story.datelines.same_item(lead, behind) and behind not in others for behind in passed)


def _is_of_journey(view: SentenceView, verb: int, grammar: ClosedClasses) -> bool:
    """Tell whether a word for a journey stands in the clause of a verb, before or behind it."""
    return any(view.word(i) in grammar.journeys for side in (-1, 1) for i in _beside(view, verb, side))


def _beside(view: SentenceView, verb: int, side: int) -> Iterator[int]:
    """Yield the tokens of the clause on one side of a verb, nearest first."""
    for position in range(verb + side, verb + side * (_BESIDE + 1), side):
        word = view.word(position)
        if not word or word in CLAUSE_BREAKS:
            return
        yield position


def _arranger(view: SentenceView, verb: int, grammar: ClosedClasses) -> Span | None:
    """Return who is named behind "by", else the subject, else the one that stands behind verb and journey."""
    by = next((i for i in range(verb + 1, verb + 1 + _TO_BY) if view.word(i) in grammar.by), None)
    if by is not None:
        return _named_at(view, by + 1, grammar)
    if view.word(verb - 1) in grammar.passive - grammar.perfect:
        return None
    return _subject(view, verb, grammar) or _subject_behind(view, verb, grammar)


def _is_mission(view: SentenceView, maker: Span | None) -> bool:
    return maker in view.agents and bool(meaning(maker, AGENTS).is_mission)


def _codes(view: SentenceView, maker: Span | None, own: tuple[str, ...], grammar: ClosedClasses) -> tuple[str, ...]:
    if maker is None:
        return ()
    if maker not in view.agents:
        names = joined_names(view, maker, grammar)
        return tuple(dict.fromkeys(code for name in names for code in meaning(name, PLACES).codes))
    if meaning(maker, AGENTS).kind is not AgentKind.STATE:
        return ()
    return codes_of(view, maker, grammar) or (own if len(own) == 1 else ())


def _named_at(view: SentenceView, start: int, grammar: ClosedClasses) -> Span | None:
    """Return the organ or the country whose phrase opens at `start`."""
    first = start
    while view.word(first) in grammar.definite:
        first += 1
    organ = next((a for a in view.agents if first <= a.start <= first + _TO_NAME), None)
    if organ is not None and not _stops(view, first, organ.start, grammar):
        return organ
    return next((p for p in view.places if p.start == first and meaning(p, PLACES).kind not in NAMES_PEOPLE), None)


def _subject(view: SentenceView, verb: int, grammar: ClosedClasses) -> Span | None:
    """Return the organ or bare country before a verb, with no other verb between."""
    before = [span for span in (*view.agents, *_bare_names(view)) if span.end <= verb]
    nearest = max(before, key=lambda span: (span in view.agents, span.end), default=None)
    others = grammar.verb_words - grammar.auxiliaries
    if nearest is None or verb - nearest.end > _BESIDE or _follows_preposition(view, nearest, grammar):
        return None
    return None if view.tells(others | CLAUSE_BREAKS, nearest.end, verb) else nearest


def _subject_behind(view: SentenceView, verb: int, grammar: ClosedClasses) -> Span | None:
    """Return an organ that stands behind its verb and the journey: « pagó los pasajes el consulado »."""
    if not grammar.adjectives_follow:
        return None
    organ = next((a for a in view.agents if verb < a.start <= verb + _BESIDE), None)
    if organ is None or _follows_preposition(view, organ, grammar):
        return None
    return organ if view.tells(grammar.journeys, verb + 1, organ.start) else None


def _bare_names(view: SentenceView) -> Iterator[Span]:
    """Yield the names that can stand for a state: a country's, or a town's that opens the sentence."""
    first = view.dateline_end
    for place in view.places:
        opens = place.start == first and meaning(place, PLACES).kind is PlaceKind.PLACE
        if opens or (place.start >= first and meaning(place, PLACES).kind is PlaceKind.COUNTRY):
            yield place


def _follows_preposition(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    adjectives = {i for p in view.places for i in range(p.start, p.end)}
    position = span.start - 1
    while position in adjectives or view.word(position) in grammar.definite:
        position -= 1
    return view.word(position) in grammar.prepositions


def _stops(view: SentenceView, start: int, end: int, grammar: ClosedClasses) -> bool:
    """Tell whether words that no phrase runs across stand between two tokens."""
    stops = grammar.conjunctions | grammar.prepositions - grammar.of | grammar.verb_words
    return any(view.word(i) in stops or not view.word(i)[:1].isalnum() for i in range(start, end))

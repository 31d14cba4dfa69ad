"""Those who tell of an act: "According to Principal Secretary Amina Noor, they climbed out"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from rescuewire.extraction.frames.organs import codes_of
from rescuewire.extraction.mentions.kinds import AGENTS, NAMES_PEOPLE, PEOPLE, PLACES, AgentKind, PeopleClass
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_LONGEST = 10
_STOPS = CLAUSE_BREAKS | {",", ":", "(", ")"}
_CLAUSE_STARTS = frozenset({",", '"', "»", "”", "–", "—"})
_CLAUSE_ENDS = frozenset({",", ".", ";", ""})
_SAYS_BEHIND = 6
_SAYS_BEFORE = 4


def is_title_of_name(view: SentenceView, span: Span) -> bool:
    """Tell whether a capitalised phrase is one person's title right before the name: "Permanent Secretary Grace Aber".

    Titles may follow each other; none has a figure or opens with a small word.
    """
    here = span
    while _can_be_title(here):
        following = next((s for s in view.people if s.start == here.end), None)
        if following is None:
            return False
        if meaning(following, PEOPLE).people_class is PeopleClass.NAMED:
            return True
        here = following
    return False


def _can_be_title(span: Span) -> bool:
    mention = meaning(span, PEOPLE)
    is_person = mention.people_class is PeopleClass.PERSON and not mention.plural and mention.count is None
    return is_person and all(token.is_title for token in span)


def is_source(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether "according to" leads to a phrase, with neither a verb nor a comma between."""
    if not view.has(grammar.attribution):
        return False
    for position in range(span.start - 1, max(view.start, span.start - _LONGEST) - 1, -1):
        word = view.word(position)
        if word in grammar.attribution:
            return True
        if word in _STOPS or word in grammar.verb_words:
            return False
    return False


def opens_with_source(view: SentenceView, comma: int, grammar: ClosedClasses) -> bool:
    """Tell whether all that stands before a comma says who tells it: « Según el fiscal Pablo Soto, … »."""
    first = max(view.start, view.dateline_end)
    if view.word(first) not in grammar.attribution:
        return False
    return not (view.tells(_STOPS, first + 1, comma) or view.tells(grammar.verb_words, first + 1, comma))


def is_government_that_speaks(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a name stands for a government that speaks: "have been freed, Rome said", « a indiqué Berlin »."""
    if meaning(place, PLACES).kind in NAMES_PEOPLE:
        return False
    before, behind = view.word(place.start - 1), view.word(place.end)
    opens = place.start == max(view.start, view.dateline_end) or before in _CLAUSE_STARTS or before in grammar.that
    if opens and behind in grammar.reporting:
        return True
    closes = place.end >= view.end or behind in _CLAUSE_ENDS
    return before in grammar.reporting and closes


def states_that_speak(view: SentenceView, grammar: ClosedClasses) -> Iterator[tuple[str, ...]]:
    """Yield the countries of the governments, and of the organs of states, that say what a sentence tells."""
    if not view.has(grammar.reporting):
        return
    for place in view.places:
        if is_government_that_speaks(view, place, grammar):
            yield meaning(place, PLACES).codes
    for organ in view.agents:
        if meaning(organ, AGENTS).kind is AgentKind.STATE and _says(view, organ, grammar):
            yield codes_of(view, organ, grammar)


def _says(view: SentenceView, organ: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a verb of saying stands on one side of an organ, with no sign between."""
    behind = view.words_within(organ.end, organ.end + _SAYS_BEHIND)
    before = view.words_within(organ.start - _SAYS_BEFORE, organ.start)[::-1]
    return any(_reaches_saying(words, grammar) for words in (behind, before))


def _reaches_saying(words: list[str], grammar: ClosedClasses) -> bool:
    said = next((i for i, word in enumerate(words) if word in grammar.reporting), None)
    return said is not None and _STOPS.isdisjoint(words[:said])

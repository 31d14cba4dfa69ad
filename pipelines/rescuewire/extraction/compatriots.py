"""Whose citizens "our compatriots" are: of the state that acts, or of whoever speaks of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from rescuewire.extraction.frames.organs import codes_of
from rescuewire.extraction.frames.patients import CAN_COME_OUT
from rescuewire.extraction.frames.roles import Actor, CountryRoles
from rescuewire.extraction.frames.sources import states_that_speak
from rescuewire.extraction.mentions.kinds import AGENTS, PEOPLE, PeopleClass, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventType

_CITIZENS = CAN_COME_OUT - {PeopleClass.AUTHORITY}


def citizenship_of(
    story: Story,
    view: SentenceView,
    event_type: EventType,
    phrases: Sequence[Span],
    told: tuple[CountryRoles, Actor],
    grammar: ClosedClasses,
) -> tuple[str, ...]:
    """Return the countries that compatriots among `phrases` are citizens of; none where there are no compatriots.

    "Its citizens" are those of the state that acts, `told` with the countries of the act, else of the one that says so:
    "four of its nationals were freed, Manila said". "Compatriots" whom another state frees are those of the embassy
    that tells it, or of who says so, or of the country that the report is dated in, or of the nation whose people it
    tells of.
    """
    countries, actor = told
    mentions: list[PeopleMention | None] = [meaning(span, PEOPLE) for span in phrases]
    compatriots = [m for m in mentions if m is not None and m.compatriots and not m.origin]
    if not compatriots:
        return ()
    says = next((codes for codes in states_that_speak(view, grammar) if len(codes) == 1), ())
    if not any(m.fellow for m in compatriots) or actor.is_mission or event_type is EventType.REPATRIATION:
        return (actor.codes if actor.is_state else ()) or says or actor.codes
    speakers = next(_missions(story, view, grammar), says) or story.datelines.codes_at(view)[:1] or nation_told(story)
    return speakers if set(speakers).isdisjoint(countries.place) and speakers else actor.codes


def nation_told(story: Story) -> tuple[str, ...]:
    """Return the one country whose people a report tells of, in its title if there: "33 Malians", else most often."""
    told = [(view, meaning(span, PEOPLE)) for view in story.views for span in view.people]
    people = [(view, m.origin) for view, m in told if m.people_class in _CITIZENS and len(m.origin) == 1]
    titled = Counter(origin for view, origin in people if view.in_title)
    ranked = (titled or Counter(origin for _, origin in people)).most_common(2)
    is_one = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if is_one else ()


def _missions(story: Story, view: SentenceView, grammar: ClosedClasses) -> Iterator[tuple[str, ...]]:
    """Yield the countries of the embassies and consulates told up to a sentence, the nearest first."""
    for earlier in reversed(story.views[: view.index + 1]):
        if earlier is not view and not story.datelines.same_item(earlier, view):
            continue
        missions = (agent for agent in earlier.agents if meaning(agent, AGENTS).is_mission)
        yield from (codes for codes in (codes_of(earlier, mission, grammar) for mission in missions) if codes)

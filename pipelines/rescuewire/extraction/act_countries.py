"""The countries of an act: what its sentences tell, what is told right after, and what its surroundings imply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rescuewire.extraction.grammar import ClosedClasses
from rescuewire.extraction.later_origins import origins_after
from rescuewire.extraction.mentions.kinds import AGENTS, AgentKind
from rescuewire.extraction.merging import Act
from rescuewire.extraction.sentence_view import SentenceView, meaning
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import Countries, EventType

_NO_AGENT = frozenset({EventType.ESCAPE, EventType.RELEASE})


def countries_of(act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses) -> Countries:
    """Return the countries of an act by role; `others` are the sentences that tell other acts."""
    origin = _origin(act, story, others, grammar)
    return_to = _return_to(act, origin)
    place = _place(act, story, origin, return_to)
    return Countries(
        agent=_sorted(_agent(act, place, story)),
        origin=_sorted(origin),
        place=_sorted(place),
        transit=_sorted(_united(v.frame.countries.transit for v in act.verdicts)),
        return_to=_sorted(return_to),
    )


def _return_to(act: Act, origin: tuple[str, ...]) -> tuple[str, ...]:
    """Return where they went, of a repatriation to one country that country."""
    told = _united(v.frame.countries.return_to for v in act.verdicts)
    goes_home = act.event_type is EventType.REPATRIATION and len(origin) == 1
    return told or (origin if goes_home else ())


def _place(act: Act, story: Story, origin: tuple[str, ...], return_to: tuple[str, ...]) -> tuple[str, ...]:
    """Return where they were held and brought out; of a repatriation never where it leads."""
    told = _first_told(v.frame.countries.place for v in act.in_order())
    if act.event_type is not EventType.REPATRIATION:
        return told or tuple(code for code in _place_around(act, story) if code not in return_to)
    abroad = tuple(code for code in told or _place_around(act, story) if code not in return_to)
    return tuple(code for code in abroad if code not in origin) or abroad


def _origin(act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the origins that the act's own sentences tell and those told right after them."""
    told = _united(v.frame.countries.origin for v in act.verdicts)
    after = _united(origins_after(story, v.frame.view, others, grammar) for v in act.verdicts)
    return _united((told, after))


def _first_told(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((codes for codes in told if codes), ())


def _united(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in told for code in codes))


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _place_around(act: Act, story: Story) -> tuple[str, ...]:
    """Return the place that the act's surroundings imply: the acting state's, the dateline's, the story's."""
    frame = act.lead.frame
    goes_home = act.event_type is EventType.REPATRIATION
    if frame.actor.is_state and frame.actor.codes and not goes_home:
        return frame.actor.codes
    if frame.actor.told and not frame.actor.is_state and not frame.actor.is_captor:
        return ()
    if story.dateline and not goes_home:
        return story.dateline[:1]
    return _main_country(story)


def _main_country(story: Story) -> tuple[str, ...]:
    counts = story.countries.most_common(2)
    if counts and (len(counts) == 1 or counts[0][1] > counts[1][1]):
        return (counts[0][0],)
    return ()


def _agent(act: Act, place: tuple[str, ...], story: Story) -> tuple[str, ...]:
    if act.event_type in _NO_AGENT:
        return ()
    actors = [v.frame.actor for v in act.in_order()]
    told = _first_told(a.codes for a in actors if a.is_state)
    if told:
        return told
    acts = any(a.is_state for a in actors) or (not any(a.told for a in actors) and _led_by_state(act, story))
    return place[:1] if acts and len(place) == 1 else ()


def _led_by_state(act: Act, story: Story) -> bool:
    """Tell whether the sentence before the act has an organ of a state as its first actor."""
    index = act.lead.frame.view.index
    if act.event_type is not EventType.RESCUE or index == 0:
        return False
    agents = story.views[index - 1].agents
    return bool(agents) and meaning(agents[0], AGENTS).kind is AgentKind.STATE

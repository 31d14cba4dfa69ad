"""The countries of an act: what its sentences tell, what is told right after, and what its surroundings imply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rescuewire.extraction.acts.arranged_returns import states_that_arranged
from rescuewire.extraction.acts.countries_told_most import place_of_organ, place_of_title, without_homeland
from rescuewire.extraction.acts.further_people import Victims
from rescuewire.extraction.acts.homeland import are_at_home
from rescuewire.extraction.acts.kin_at_home import homes_of_kin
from rescuewire.extraction.acts.later_origins import origins_after, views_about_them
from rescuewire.extraction.acts.lone_victims import origins_of_lone_victim
from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.acts.mission_reports import told_by_mission
from rescuewire.extraction.compatriots import nation_told
from rescuewire.extraction.frames.organs import codes_of, country_of
from rescuewire.extraction.framing import Frame
from rescuewire.extraction.mentions.kinds import PEOPLE, PLACES, PatientSlot, PeopleClass
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import Countries, EventType, Harm

_NO_AGENT = frozenset({EventType.ESCAPE, EventType.RELEASE})


def countries_of(act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses) -> Countries:
    """Return the countries of an act by role; `others` are the sentences that tell other acts."""
    told = _origin(act, story, others, grammar) or _citizens(act, story)
    return_to = _return_to(act, told)
    origin = told or _origin_by_return(act, return_to, story) or told_by_mission(act, grammar)
    place = _place(act, story, origin, return_to, grammar)
    if not origin and len(place) == 1 and are_at_home(_views_on_victims(act, story, others, grammar), grammar):
        origin = place
    agent = _told_agent(act) or states_that_arranged(act, origin or return_to, place, story, others, grammar)
    return Countries(
        agent=_sorted(agent or _agent(act, told, place, return_to, story, grammar)),
        origin=_sorted(origin),
        place=_sorted(place),
        transit=_sorted(_united(v.frame.countries.transit for v in act.verdicts)),
        return_to=_sorted(return_to or _return_to(act, origin)),
    )


def _views_on_victims(
    act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses
) -> Iterator[SentenceView]:
    """Yield the sentences that tell an act, and those behind them that go on about its victims."""
    for verdict in act.verdicts:
        yield verdict.frame.view
        yield from views_about_them(story, verdict.frame.view, others, grammar)


def _return_to(act: Act, origin: tuple[str, ...]) -> tuple[str, ...]:
    """Return where they went; who is brought home goes to a country of theirs, where it is known, and to no other."""
    told = _united(v.frame.countries.return_to for v in act.verdicts)
    if act.event_type is not EventType.REPATRIATION or not origin:
        return told
    home = tuple(code for code in told if code in origin)
    return home or (origin if len(origin) == 1 else ())


def _citizens(act: Act, story: Story) -> tuple[str, ...]:
    """Return the country of those who are called fellow citizens of whoever speaks: « nos compatriotes ».

    Where they go home to is theirs, whatever the report is about.
    """
    if not _are_compatriots(act):
        return ()
    home = _united(v.frame.countries.return_to for v in act.verdicts)
    goes_home = act.event_type is EventType.REPATRIATION and len(home) == 1
    if goes_home:
        return home
    return story.datelines.codes_at(act.lead.frame.view)[:1] or nation_told(story) or story.main_country(())


def _are_compatriots(act: Act) -> bool:
    patients = (v.frame.patient for v in act.verdicts)
    mentions = (p.mention for p in patients if p is not None)
    return any(m is not None and m.compatriots for m in mentions)


def _origin_by_return(act: Act, return_to: tuple[str, ...], story: Story) -> tuple[str, ...]:
    """Return whose citizens are brought home where nothing tells it: those of where they go, of the state that acts.

    Else of where the report is at home, but not of where they came back from: "flown back from Lebanon".
    """
    if act.event_type is not EventType.REPATRIATION:
        return ()
    states = (v.frame.actor.codes for v in act.in_order if v.frame.actor.is_state)
    back = [v.frame for v in act.verdicts if v.event_type is EventType.REPATRIATION]
    left = _united((*frame.countries.place, *frame.countries.transit) for frame in back)
    home = (code for code in story.home(act.lead.frame.view, ()) if code not in left)
    return return_to or _first_told(states) or tuple(home)


def _place(
    act: Act, story: Story, origin: tuple[str, ...], return_to: tuple[str, ...], grammar: ClosedClasses
) -> tuple[str, ...]:
    """Return where they were held and brought out; of a repatriation never where it leads."""
    told = _first_told(v.frame.countries.place for v in act.in_order)
    told = told or _first_told(v.frame.countries.loose for v in act.in_order)
    if act.event_type is not EventType.REPATRIATION:
        told = told or _captors_waters(act, grammar)
        told = place_of_organ(act, story) or place_of_title(story, origin) or without_homeland(told, origin)
        return told or tuple(code for code in _place_around(act, story, origin, grammar) if code not in return_to)
    abroad = tuple(code for code in told or _place_around(act, story, origin, grammar) if code not in return_to)
    return tuple(code for code in abroad if code not in origin) or _host_that_acts(act, (*origin, *return_to)) or abroad


def _host_that_acts(act: Act, home: tuple[str, ...]) -> tuple[str, ...]:
    """Return the state that sends people home where no other place is told: "were sent back by Thailand"."""
    states = (v.frame.actor for v in act.in_order if v.frame.actor.is_state and not v.frame.actor.is_mission)
    return tuple(code for code in _first_told(actor.codes for actor in states) if code not in home)


def _captors_waters(act: Act, grammar: ClosedClasses) -> tuple[str, ...]:
    """Return whose coast a vessel was held off that its captors let go: "Somali pirates have freed a trawler"."""
    frame = act.lead.frame
    captors = frame.actor.span if frame.actor.is_captor else None
    if captors is None or act.lead.harm is not Harm.CAPTIVITY:
        return ()
    if act.event_type is not EventType.RELEASE:
        return ()
    return country_of(frame.view, captors, grammar) if frame.view.has(grammar.vehicles) else ()


def _origin(act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the origins that the act's own sentences tell and those told right after them, else where kin are."""
    told = _united(v.frame.countries.origin for v in act.verdicts)
    after = _united(
        origins_after(story, f.view, Victims.of_frame(f, told), others, grammar)
        for f in (v.frame for v in act.verdicts)
    )
    if told or after:
        return _united((told, after))
    frame = act.lead.frame
    patient = frame.patient.span if frame.patient is not None else None
    lone = tuple(origins_of_lone_victim(story, frame.view, patient, others, grammar))
    return _united([lone or tuple(homes_of_kin(_views_on_victims(act, story, others, grammar), grammar))])


def _first_told(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((codes for codes in told if codes), ())


def _united(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in told for code in codes))


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _place_around(act: Act, story: Story, origin: tuple[str, ...], grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the place that the act's surroundings imply: the acting state's, else where the report is at home."""
    frame = act.lead.frame
    goes_home = act.event_type is EventType.REPATRIATION
    if _are_sent_abroad(frame, story, origin, grammar):
        return _where_others_act(act, story, origin)
    if frame.actor.is_state and frame.actor.codes and not goes_home:
        at_home = [code for code in frame.actor.codes if code in story.home(frame.view, origin)]
        abroad = [code for code in frame.actor.codes if code not in origin] if len(frame.actor.codes) > 1 else []
        only = abroad or frame.actor.codes
        return tuple(at_home) or _where_others_act(act, story, origin) or (tuple(only) if len(only) == 1 else ())
    is_body = frame.actor.told and not frame.actor.is_state and not frame.actor.is_captor
    if is_body and act.event_type is not EventType.ESCAPE:
        return () if goes_home else _where_others_act(act, story, origin)
    return story.main_country(origin) if goes_home else story.home(frame.view, origin)


def _are_sent_abroad(frame: Frame, story: Story, origin: tuple[str, ...], grammar: ClosedClasses) -> bool:
    """Tell whether troops that fight far from home took foreigners from their captors: it can be anywhere.

    Where the captives' countries are not told, it is so if the troops' own is only named in what they are called.
    """
    actor = frame.actor
    if actor.span is None or frame.mention.event_type is EventType.REPATRIATION:
        return False
    named = range(actor.span.start, actor.span.end + 1)
    if not any(
        frame.view.word(i) in grammar.expeditionary or frame.view.pair(i) in grammar.expeditionary for i in named
    ):
        return False
    if not origin:
        return bool(actor.codes) and not _is_named_by_itself(story, actor.codes)
    return set(origin).isdisjoint(actor.codes)


def _is_named_by_itself(story: Story, codes: Iterable[str]) -> bool:
    """Tell whether an article names one of these countries elsewhere than in what people are called."""
    places = ((view, place) for view in story.views for place in view.places)
    alone = (place for view, place in places if not any(p.start <= place.start < p.end for p in view.people))
    return any(not set(meaning(place, PLACES).codes).isdisjoint(codes) for place in alone)


def _where_others_act(act: Act, story: Story, origin: tuple[str, ...]) -> tuple[str, ...]:
    """Return the country that a report is dated in and names most, where that of those who act is not named at all.

    It is where troops serve abroad. Of bodies without a country the text has to name it too: Interpol has its seat.
    Only what is called an association or the like acts at home where no other country is named at all.
    """
    frame = act.lead.frame
    dated = story.datelines.codes_at(frame.view)[:1]
    if _are_compatriots(act) or any(story.countries[code] for code in frame.actor.codes):
        return ()
    is_named = frame.actor.is_state or any(story.countries_outside_datelines[code] for code in dated)
    body = frame.actor.span
    is_alone = body is not None and body.text[:1].islower() and story.nations <= {*dated, *origin}
    return dated if set(dated) <= set(story.most_named(origin)) and (is_named or is_alone) else ()


def _told_agent(act: Act) -> tuple[str, ...]:
    if act.event_type in _NO_AGENT:
        return ()
    return _first_told(v.frame.actor.codes for v in act.in_order if v.frame.actor.is_state)


def _agent(
    act: Act,
    origin: tuple[str, ...],
    place: tuple[str, ...],
    return_to: tuple[str, ...],
    story: Story,
    grammar: ClosedClasses,
) -> tuple[str, ...]:
    if act.event_type in _NO_AGENT:
        return ()
    actors = [v.frame.actor for v in act.in_order]
    if not any(a.is_state for a in actors) and not _is_of_state(act, story, grammar):
        return _own_state_that_reports(act, origin, grammar) or _own_state_beside(act, origin, story)
    if act.event_type is EventType.REPATRIATION or any(a.is_mission for a in actors):
        sends = _host_that_sends(act, place, (*origin, *return_to), story)
        return sends or next((codes for codes in (origin, return_to) if len(codes) == 1), ())
    home = story.home(act.lead.frame.view, ())
    implied = place if len(place) == 1 else tuple(c for c in home if c not in return_to and (not place or c in place))
    if not implied and _are_compatriots(act) and len(origin) == 1:
        return origin
    if any(a.told for a in actors):
        return implied
    led = story.is_led_by_others(act.lead.frame.view, implied)
    return () if led else tuple(code for code in implied if code in story.told_most)


def _host_that_sends(act: Act, place: tuple[str, ...], home: tuple[str, ...], story: Story) -> tuple[str, ...]:
    """Return the state where people were held that sends them home: a report dated there tells of its own organs."""
    actors = [v.frame.actor for v in act.in_order]
    if any(a.is_mission for a in actors) or not any(a.is_state for a in actors):
        return ()
    return tuple(c for c in story.datelines.codes_at(act.lead.frame.view)[:1] if c in place and c not in home)


def _own_state_that_reports(act: Act, origin: tuple[str, ...], grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the victims' own state where only its organs tell of a return: « l'ambassade annonce le rapatriement »."""
    views = [v.frame.view for v in act.in_order]
    if act.event_type is not EventType.REPATRIATION or any(v.frame.actor.told for v in act.verdicts):
        return ()
    organs = (codes_of(view, organ, grammar) for view in views for organ in view.agents)
    return origin if len(origin) == 1 and origin in organs else ()


def _own_state_beside(act: Act, origin: tuple[str, ...], story: Story) -> tuple[str, ...]:
    """Return the state of "compatriots" brought home by nobody told, where a sentence beside tells of its organs."""
    if act.event_type is not EventType.REPATRIATION or any(v.frame.actor.told for v in act.verdicts):
        return ()
    view = act.lead.frame.view
    is_own = story.is_led_by_state(view) and not story.is_led_by_others(view, origin)
    return origin if is_own and len(origin) == 1 and _are_compatriots(act) else ()


def _is_of_state(act: Act, story: Story, grammar: ClosedClasses) -> bool:
    """Tell whether an act that names no organ of a state is one's all the same.

    Only authorities identify victims and take people from captors; else the sentences beside it tell, but not of an
    act before theirs: "Twenty others had been rescued a week before".
    """
    actors = [v.frame.actor for v in act.verdicts]
    if any(a.told and not a.is_captor for a in actors) or _is_of_others(act.lead.frame, grammar):
        return False
    if act.event_type is EventType.IDENTIFICATION:
        return True
    if act.event_type is not EventType.RESCUE:
        return False
    if any(a.is_captor for a in actors):
        return True
    return not _is_before(act.lead.frame, grammar) and story.is_led_by_state(act.lead.frame.view)


def _is_of_others(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether people who are no organ are the subject of what brought others out: "neighbours freed eight"."""
    group, view = frame.group, frame.view
    if group.passive or frame.mention.is_noun or frame.mention.patient is not PatientSlot.OBJECT:
        return False
    first = group.start - 1
    while view.word(first) in grammar.auxiliaries | grammar.adverbs:
        first -= 1
    subject = next((s for s in view.people if s.start <= first < s.end), None)
    if subject is None or (frame.patient is not None and subject == frame.patient.span):
        return False
    return meaning(subject, PEOPLE).people_class in {PeopleClass.PERSON, PeopleClass.MINOR}


def _is_before(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether the verb of an act puts it before the one that the sentences beside it tell."""
    return frame.group.passive and frame.view.tells(grammar.before_then, frame.group.start, frame.mention.head)

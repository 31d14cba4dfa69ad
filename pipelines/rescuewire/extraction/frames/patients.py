"""The Patient of a trigger: who comes out, by the place of phrases around the verb.

Candidates are the phrases for people and the figures that stand alone. Each is scored by what it
says, by its side of the verb, its distance, and what introduces it; the best one above zero wins. Where
that is an animal, a body or a suspect, nobody came out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span

from rescuewire.extraction.frames.embedded_clauses import find_parted_subject
from rescuewire.extraction.frames.insertions import ends_insertion, takes_up_noun
from rescuewire.extraction.frames.inverted_subjects import can_be_subject, is_object_pronoun, wants_subject
from rescuewire.extraction.frames.lone_figures import find_figure_subject, stands_alone
from rescuewire.extraction.frames.offices import is_of_office
from rescuewire.extraction.frames.opening_participles import find_opened_subject
from rescuewire.extraction.frames.predicatives import is_predicative
from rescuewire.extraction.frames.relative_objects import find_relative_object
from rescuewire.extraction.frames.shared_subjects import subject_limit
from rescuewire.extraction.frames.single_demonyms import agreeing
from rescuewire.extraction.frames.sources import is_source, is_title_of_name
from rescuewire.extraction.frames.verb_groups import NOUN, VerbGroup
from rescuewire.extraction.frames.words_of_triggers import is_of_trigger
from rescuewire.extraction.mentions.kinds import (
    COUNTS,
    PEOPLE,
    TRIGGERS,
    CountMention,
    PatientSlot,
    PeopleClass,
    PeopleMention,
    TriggerMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.mentions.persons import ONE
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

CAN_COME_OUT = frozenset(
    {
        PeopleClass.VICTIM,
        PeopleClass.PERSON,
        PeopleClass.MINOR,
        PeopleClass.FAMILY,
        PeopleClass.NAMED,
        PeopleClass.PRONOUN,
        PeopleClass.AUTHORITY,
    }
)
"""Police and soldiers are victims too where they stand in the victim's place."""
# The weights below were set by hand on written gold, so that for a sentence in which several phrases stand the right
# one scores highest; what a candidate is worth as an event is fitted elsewhere (judgement/weights.yaml).
_BY_CLASS = {
    PeopleClass.VICTIM: 3.0,
    PeopleClass.MINOR: 2.2,
    PeopleClass.PERSON: 2.0,
    PeopleClass.FAMILY: 1.6,
    PeopleClass.NAMED: 1.5,
    PeopleClass.PRONOUN: 1.4,
    PeopleClass.ANIMAL: 2.2,
    PeopleClass.DEAD: 2.2,
    PeopleClass.SUSPECT: 1.6,
    PeopleClass.AUTHORITY: 1.1,
}
_FIGURE_ALONE = 2.0
_COUNTED = 0.8
_EACH_TOKEN = 0.06
_OTHER_TRIGGER = 1.2
_BY_PHRASE = 5.0
_PREPOSITION = 1.3
_PART_OF_TOTAL = 2.0
_WRONG_SIDE = 2.4
_INVERTED = 1.6
_UNMARKED = 1.5
_BREAK = 2.5
_SPEAKER = 2.5
_RELATIVE = 0.8
_INNER_SUBJECT = 2.0
_DISAGREES = 0.9
_BARE = 2.5
_PARTED = 1.0
_EMBEDDED = 2.5
_INSIDE = 1.0
_ADJACENT = 4
_WORST = (0.0, 0)
_COMMAS = frozenset({",", "("})
_COMMA = 0.5
_MOST_FOR_COMMAS = 1.5


@dataclass(frozen=True)
class Patient:
    """Those who come out: the phrase, what it means (None for a figure alone), and the figure told with it."""

    span: Span
    mention: PeopleMention | None
    count: CountMention | None
    score: float


def find_patient(view: SentenceView, trigger: Span, group: VerbGroup, grammar: ClosedClasses) -> Patient | None:
    """Return the best Patient of `trigger` in its sentence, or None."""
    expression: TriggerMention = meaning(trigger, TRIGGERS)
    candidates = list(_candidates(view, trigger, expression, grammar))
    part = _figure_as_subject(view, trigger, group, candidates, grammar)
    if part is not None:
        return part
    before = [span for span, *_ in candidates if span.start < group.start]
    inverted = wants_subject(view, trigger, group) and all(is_object_pronoun(view, span, grammar) for span in before)
    phrases = [span for span, *_ in candidates]
    of_relative = _of_relative(view, trigger, group, phrases, grammar)
    parted = _parted(view, trigger, group, phrases, grammar) or of_relative
    opened = find_opened_subject(view, group, expression.head, phrases, grammar)
    limit = group.start if group.bare or not candidates else subject_limit(view, group.start, grammar)
    scored = []
    for candidate in candidates:
        span, _, count, base = candidate
        subject = inverted and count is not None and can_be_subject(view, group, span, grammar)
        is_placed = (
            span is parted or span is opened or (inverted and ends_insertion(view, span, expression.head, grammar))
        )
        fit = -_PARTED
        if not is_placed:
            fit = _fit(view, trigger, group, candidate, limit, grammar) + _INVERTED * subject
        embedded = parted is not None and parted.end <= span.start < group.start
        scored.append((base + fit - _EMBEDDED * embedded, -span.start))
    if max(scored, default=_WORST)[0] <= 0:
        return None
    number = scored.index(max(scored))
    best = Patient(*candidates[number][:3], scored[number][0])
    if not _can_come_out(best):
        return None
    if best.mention is None:
        return best
    if best.span is of_relative or _is_described(view, group, best.span.end, grammar):
        return _whole(view, best, grammar)
    mention = agreeing(view, group, expression.head, best.span.start, best.mention, grammar)
    return best if mention is best.mention else replace(best, mention=mention, count=told_count(mention))


def _figure_as_subject(
    view: SentenceView, trigger: Span, group: VerbGroup, candidates: list[_Candidate], grammar: ClosedClasses
) -> Patient | None:
    """Return the figure that is the verb's own subject, where the subject is who comes out."""
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    if group.bare or not _wanted_before(mention, group):
        return None
    figures = (each for each in candidates if each[1] is None and meaning(each[0], COUNTS) is not None)
    alone = {span: (count, base) for span, _, count, base in figures}
    figure = find_figure_subject(view, group.start, list(alone), grammar)
    return Patient(figure, None, *alone[figure]) if figure is not None else None


def _is_described(view: SentenceView, group: VerbGroup, end: int, grammar: ClosedClasses) -> bool:
    """Tell whether the verb is a participle or in a relative clause right behind a phrase that ends at `end`."""
    led_by_relative = view.word(end) in grammar.relative and view.word(end + 1) in grammar.plural_verbs
    return (led_by_relative and group.start <= end + 1) or (group.bare and group.start == end)


def _whole(view: SentenceView, patient: Patient, grammar: ClosedClasses) -> Patient:
    """Return all whom a description is of: the 14 in "one of 14 maids freed"."""
    end = patient.span.end
    for figure in view.counts:
        lead = figure.start - 1
        lead -= view.word(lead) in grammar.definite
        if patient.span.start < lead and figure.end <= end and view.word(lead) in grammar.of:
            return replace(patient, span=view.doc[figure.start : end], count=meaning(figure, COUNTS))
    return patient


def _parted(
    view: SentenceView, trigger: Span, group: VerbGroup, phrases: list[Span], grammar: ClosedClasses
) -> Span | None:
    """Return the subject that embedded clauses part from the verb, where the subject is who comes out."""
    if group.bare or group.form == "infinitive" or not _wanted_before(meaning(trigger, TRIGGERS), group):
        return None
    return find_parted_subject(view, group.start, sorted(phrases, key=lambda s: s.start), grammar)


def _of_relative(
    view: SentenceView, trigger: Span, group: VerbGroup, phrases: list[Span], grammar: ClosedClasses
) -> Span | None:
    """Return the object that stands before a relative clause whose verb brings people out."""
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    if mention.is_noun or group.passive or group.bare or mention.patient is not PatientSlot.OBJECT:
        return None
    return find_relative_object(view, group.start, mention.head, phrases, grammar)


def _can_come_out(patient: Patient) -> bool:
    return patient.mention is None or patient.mention.people_class in CAN_COME_OUT


_Candidate = tuple[Span, PeopleMention | None, CountMention | None, float]


def _candidates(
    view: SentenceView, trigger: Span, expression: TriggerMention, grammar: ClosedClasses
) -> Iterator[_Candidate]:
    inside: set[int] = set()
    for span in view.people:
        mention: PeopleMention = meaning(span, PEOPLE)
        inside.update(range(span.start, span.end))
        partitive = _partitive(view, span, mention, grammar)
        if partitive is not None:
            inside.update(range(partitive.start, span.end))
            whole = any(s.end <= partitive.start and meaning(s, PEOPLE).count is not None for s in view.people)
            base = _FIGURE_ALONE - _PART_OF_TOTAL * whole
            yield view.doc[partitive.start : span.end], None, meaning(partitive, COUNTS), base
        elif not (
            is_of_trigger(view, span, mention, trigger, expression, grammar)
            or is_of_office(view, span, mention, grammar)
            or (mention.people_class is PeopleClass.PERSON and is_title_of_name(view, span))
        ):
            counted = _COUNTED if mention.count is not None and mention.count.best != 1 else 0.0
            yield span, mention, told_count(mention), _BY_CLASS[mention.people_class] + counted
    for span in view.counts:
        if span.start not in inside and stands_alone(view, span, grammar):
            yield span, None, meaning(span, COUNTS), _FIGURE_ALONE


def _partitive(view: SentenceView, span: Span, mention: PeopleMention, grammar: ClosedClasses) -> Span | None:
    """Return the figure that a pronoun's people are part of: "3,580 of them"."""
    if mention.people_class is not PeopleClass.PRONOUN or view.word(span.start - 1) not in grammar.from_or_of:
        return None
    return next((count for count in view.counts if count.end in {span.start - 1, span.start}), None)


def told_count(mention: PeopleMention) -> CountMention | None:
    """Return the figure of a phrase: the one told, or one where the phrase is a single person."""
    if mention.count is not None or mention.plural or mention.people_class is PeopleClass.FAMILY:
        return mention.count
    return None if mention.people_class is PeopleClass.PRONOUN else ONE


def _fit(
    view: SentenceView, trigger: Span, group: VerbGroup, candidate: _Candidate, limit: int, grammar: ClosedClasses
) -> float:
    """Score a phrase's place; before `limit` the subject of the verb ends."""
    span, people, *_ = candidate
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    before = span.start < mention.head
    is_clitic = _is_clitic(view, candidate, group, mention.head, grammar)
    right_side = is_clitic or before == _wanted_before(mention, group)
    led = group.bare and view.word(mention.head - 1) in grammar.determiners
    if (group.form == NOUN or led) and takes_up_noun(view, trigger, span, grammar):
        return 0.0
    score = 0.0 if right_side else -_WRONG_SIDE
    distance = _distance(span, min(limit, group.start) if before else mention.head)
    active = not (group.passive or mention.is_noun)
    if right_side and active and ends_insertion(view, span, mention.head, grammar):
        return -_EACH_TOKEN * distance
    score -= _EACH_TOKEN * distance * (_BARE if group.bare and before else 1.0)
    score -= _OTHER_TRIGGER * _triggers_between(view, span, limit if before else mention.head)
    score -= _BREAK * _between(view, mention.head, span, CLAUSE_BREAKS)
    if before:
        is_single = people is not None and not people.plural and not is_clitic
        score -= _DISAGREES * (is_single and view.tells(grammar.plural_verbs, group.start, mention.head))
        score -= _RELATIVE * _between(view, limit, span, grammar.relative)
        score -= _INNER_SUBJECT * (limit <= span.start < group.start)
        score -= _INNER_SUBJECT * _is_inner_subject(view, span, group, grammar)
    else:
        score -= min(_MOST_FOR_COMMAS, _COMMA * _between(view, mention.head, span, _COMMAS))
        score -= _UNMARKED * _lacks_marker(view, trigger, candidate, group, grammar)
        score += _INSIDE * _is_inside(candidate, trigger)
    if group.bare and before and distance <= _ADJACENT:
        return score
    said = _speaks(view, group, span, grammar) or is_source(view, span, grammar)
    if not _is_told_by_relative(view, span, group, grammar):
        score -= _introduced(view, span, mention, before, grammar)
    return score - _SPEAKER * said


def _is_told_by_relative(view: SentenceView, span: Span, group: VerbGroup, grammar: ClosedClasses) -> bool:
    """Tell whether the verb is in the relative clause of people counted in: "includes the nine boys who were found"."""
    if group.start != span.end + 1 or view.word(span.end) not in grammar.relative:
        return False
    return view.tells(grammar.including, span.start - 2, span.start)


def _is_inside(candidate: _Candidate, trigger: Span) -> bool:
    """Tell whether a pronoun stands among the words of the trigger: "let him go"."""
    span, people, *_ = candidate
    pronoun = people is not None and people.people_class is PeopleClass.PRONOUN
    return pronoun and trigger.start < span.start < trigger.end


def _lacks_marker(
    view: SentenceView, trigger: Span, candidate: _Candidate, group: VerbGroup, grammar: ClosedClasses
) -> bool:
    """Tell whether police behind an active verb lack what marks people as its object: "extrajo Carabineros a 23"."""
    span, people, *_ = candidate
    if people is None or people.people_class is not PeopleClass.AUTHORITY or not grammar.object_marker:
        return False
    if group.passive or wants_subject(view, trigger, group):
        return False
    return view.word(span.start - 1) not in grammar.object_marker


def _is_inner_subject(view: SentenceView, span: Span, group: VerbGroup, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is the subject of a relative clause: "boys whom two men forced to beg were taken"."""
    opened = view.tells(grammar.relative, span.start - 2, span.start)
    return opened and view.tells(grammar.verb_words, span.end, group.start)


def _is_clitic(view: SentenceView, candidate: _Candidate, group: VerbGroup, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is an object pronoun before its verb: « l'ambassade les a acheminés »."""
    span, people, *_ = candidate
    if people is None or people.people_class is not PeopleClass.PRONOUN or group.passive:
        return False
    return group.start - 2 <= span.start < head and view.word(span.start) in grammar.object_pronouns


def _speaks(view: SentenceView, group: VerbGroup, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is who says it: "police said", not "a woman who says", nor as in "said he fled".

    Nor of whom it is said: "six engineers are reported to have been freed"; "freed 12 girls, said the governor".
    """
    if view.word(span.end) in grammar.relative or (span.end == group.start and not group.bare):
        return False
    if view.word(span.end) in grammar.passive and span.end + 1 < group.start:
        return False
    if not view.has(grammar.reporting):
        return False
    behind = span.end + 1 if view.word(span.end) == "," else span.end + 2
    return view.tells(grammar.reporting, span.end, behind) or view.word(span.start - 1) in grammar.reporting


def _wanted_before(mention: TriggerMention, group: VerbGroup) -> bool:
    if mention.is_noun or mention.patient is PatientSlot.AFTER:
        return False
    return mention.patient is PatientSlot.SUBJECT or group.passive


def _distance(span: Span, anchor: int) -> int:
    return min(abs(anchor - span.end), abs(span.start - anchor), 40)


def _triggers_between(view: SentenceView, span: Span, anchor: int) -> int:
    if len(view.heads) == 1:
        return 0
    low, high = min(span.start, anchor), max(span.start, anchor)
    return sum([low < head < high for head in view.heads])


def _between(view: SentenceView, head: int, span: Span, signs: frozenset[str]) -> int:
    if not view.has(signs):
        return 0
    low, high = min(span.start, head), max(span.start, head)
    return sum(map(signs.__contains__, view.words_within(low, high)))


def _introduced(view: SentenceView, span: Span, mention: TriggerMention, before: bool, grammar: ClosedClasses) -> float:
    """Return the cost of the words that introduce a phrase: by-phrases, prepositions, parts of a total."""
    word = view.word(span.start - 1)
    if (word in grammar.by and not (mention.is_noun and word in grammar.of)) or is_predicative(view, span, grammar):
        return _BY_PHRASE
    if word in grammar.including or view.word(span.start - 2) in grammar.including:
        return 0.0 if _opens_clause(view, span, mention, grammar) else _PART_OF_TOTAL
    if word in grammar.of and view.word(span.start - 2) in grammar.quantity and _is_told_whole(span):
        return 0.0
    if word in grammar.of and not before:
        return 0.0 if mention.is_noun or mention.patient is PatientSlot.AFTER else _PREPOSITION
    if word in grammar.object_marker:
        return 0.0
    return _PREPOSITION if word in grammar.prepositions else 0.0


def _is_told_whole(span: Span) -> bool:
    """Tell whether a quantity before a phrase tells how many of these very people: "a total of 14", "all of them"."""
    people: PeopleMention | None = meaning(span, PEOPLE)
    return people is None or people.people_class is PeopleClass.PRONOUN


def _opens_clause(view: SentenceView, span: Span, mention: TriggerMention, grammar: ClosedClasses) -> bool:
    """Tell whether a part of a total is the subject of the trigger itself: « dont cinquante ont pu s'échapper »."""
    between = view.words_within(span.end, mention.head)
    return view.word(span.start - 1) in grammar.relative and len(between) <= _ADJACENT and "," not in between

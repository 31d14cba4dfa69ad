"""The verb group around a trigger: its voice, its form, whether it is negated."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from rescuewire.extraction.frames.insertions import ends_insertion
from rescuewire.extraction.frames.relative_objects import opens_object_relative
from rescuewire.extraction.frames.shared_subjects import subject_limit
from rescuewire.extraction.mentions.kinds import (
    PEOPLE,
    PLACES,
    TRIGGERS,
    PatientSlot,
    PeopleClass,
    PlaceKind,
    TriggerMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_LONGEST = 8
_INSERTION = 4
_RESTRICTS = 2
_LONGEST_IN_COMMAS = 12
_SKIPPED_BEHIND = 2
_COMMAS = frozenset({","})
NOUN = "noun"


@dataclass(frozen=True)
class VerbGroup:
    """Auxiliaries and verb: from token `start`; `form` is one of `verbs.FORMS` or "noun".

    `bare` is true for a participle with no auxiliary (« les otages libérés », "84 workers freed"), `earlier` for what
    came before another act by its tense or by "after" ("who had been freed", « tras ser hallados »).
    """

    start: int
    passive: bool
    form: str
    negated: bool
    bare: bool
    earlier: bool = False


def read_verb_group(view: SentenceView, trigger: Span, grammar: ClosedClasses) -> VerbGroup:
    """Read the verb group of `trigger` from the words before it."""
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    start, auxiliaries, negated = _walk_left(view, mention.head, grammar)
    negated = negated and not _is_restricted(view, start, mention.head, grammar)
    if not auxiliaries and "participle" in mention.verb_forms:
        shared = _shared(view, mention.head, grammar) or _shared_from_afar(view, trigger, mention.head, grammar)
        start, auxiliaries, negated = shared or (start, auxiliaries, negated)
    if mention.is_noun or not mention.verb_forms:
        return VerbGroup(trigger.start, False, NOUN, negated, False)
    if not auxiliaries:
        return _without_auxiliary(view, trigger, mention, negated, grammar)
    form = _form_with(auxiliaries, mention, grammar)
    passive = "participle" in mention.verb_forms and auxiliaries[0] in grammar.passive
    earlier = _is_earlier(view, start, mention.head, grammar)
    return VerbGroup(start, passive, form, negated, False, earlier)


def _is_restricted(view: SentenceView, start: int, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether a negation only limits when or how an act came about: "not freed until Thursday".

    The limit stands soon behind the verb and leads to a date or, right behind the verb, to a preposition, and no
    second negation follows the first: « n'ont pas été libérés ».
    """
    if sum(map(grammar.negation.__contains__, view.words_within(start, head + _RESTRICTS))) != 1:
        return False
    limits = (i for i in range(head + 1, head + _LONGEST) if view.word(i) in grammar.restriction)
    limit = next(limits, None)
    if limit is None or view.tells(_COMMAS, head, limit):
        return False
    is_near = limit <= head + _RESTRICTS
    return view.in_date(limit + 1) or (is_near and view.word(limit + 1) in grammar.prepositions)


def _is_earlier(view: SentenceView, start: int, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether a verb group is pluperfect, or an infinitive or gerund that "after" leads."""
    lead = start - 1 - (view.word(start - 1) in grammar.of)
    led = view.word(lead) in grammar.afterwards
    return led or view.tells(grammar.before_then, start, head)


def _walk_left(view: SentenceView, head: int, grammar: ClosedClasses) -> tuple[int, list[str], bool]:
    """Return where the group begins, its auxiliaries from the verb leftwards, and whether it is negated."""
    position, auxiliaries, negated = head, [], False
    while position - 1 >= view.start and head - position < _LONGEST and not view.in_date(position - 1):
        word = view.word(position - 1)
        if word in grammar.negation:
            negated = True
        elif word in grammar.auxiliaries:
            auxiliaries.append(word)
        elif word not in grammar.adverbs and not _is_clitic(view, position - 1, grammar):
            auxiliary = None if auxiliaries else _beyond_insertion(view, position, grammar)
            if auxiliary is None:
                break
            position = auxiliary + 1
            continue
        position -= 1
    return position, auxiliaries, negated


def _shared(view: SentenceView, head: int, grammar: ClosedClasses) -> tuple[int, list[str], bool] | None:
    """Return the auxiliaries that a verb before shares: "were kidnapped and released", « enlevés puis relâchés »."""
    verb = next((i for i in (head - 2, head - 3) if view.word(i) in grammar.verb_words), head)
    between = {view.word(i) for i in range(verb + 1, head)}
    if (
        view.word(verb) in grammar.auxiliaries
        or not between
        or not between <= (grammar.conjunctions | grammar.adverbs) - _COMMAS
    ):
        return None
    start, auxiliaries, negated = _walk_left(view, verb, grammar)
    return (start, auxiliaries, negated) if auxiliaries else None


def _shared_from_afar(
    view: SentenceView, trigger: Span, head: int, grammar: ClosedClasses
) -> tuple[int, list[str], bool] | None:
    """Return the auxiliaries of the passive that a participle goes on: "were found in a flat and brought home"."""
    first = subject_limit(view, head, grammar)
    if first == head or view.word(head - 1) not in grammar.conjunctions or _has_object(view, trigger, grammar):
        return None
    verb = next((i for i in range(first, head) if view.word(i) in grammar.verb_words - grammar.auxiliaries), head)
    start, auxiliaries, negated = _walk_left(view, verb, grammar)
    is_passive = verb < head and bool(auxiliaries) and auxiliaries[0] in grammar.passive
    return (start, auxiliaries, negated) if is_passive else None


def _beyond_insertion(view: SentenceView, position: int, grammar: ClosedClasses) -> int | None:
    """Return the auxiliary before a short phrase that splits the verb: « ont de leur côté secouru »."""
    if view.word(position) in grammar.prepositions:
        return None
    if view.word(position - 1) in _COMMAS:
        return _before_commas(view, position - 1, grammar)
    for candidate in range(position - 2, max(view.start, position - 1 - _INSERTION) - 1, -1):
        word = view.word(candidate)
        if word in grammar.auxiliaries:
            return candidate if view.word(candidate + 1) in grammar.prepositions else None
        if not word[:1].isalpha() or word in grammar.conjunctions or word in grammar.relative:
            return None
    return None


def _before_commas(view: SentenceView, close: int, grammar: ClosedClasses) -> int | None:
    """Return the auxiliary before an insertion in commas without a verb: « ont, selon la presse, été libérés »."""
    for comma in range(close - 1, max(view.start, close - _LONGEST_IN_COMMAS) - 1, -1):
        if view.word(comma) in _COMMAS:
            auxiliary = view.word(comma - 1) in grammar.auxiliaries
            opens = view.word(comma + 1) in grammar.prepositions | grammar.attribution | grammar.adverbs
            return comma - 1 if auxiliary and opens else None
        if view.word(comma) in grammar.finite_auxiliaries and not view.in_date(comma):
            return None
    return None


def _is_clitic(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    word = view.word(position)
    return (word in grammar.plural_object or word in grammar.singular_object) and view.word(
        position - 1
    ) not in grammar.prepositions


def _form_with(auxiliaries: list[str], mention: TriggerMention, grammar: ClosedClasses) -> str:
    if any(word in grammar.conditional for word in auxiliaries):
        return "conditional"
    if any(word in grammar.future for word in auxiliaries):
        return "future"
    if auxiliaries[-1] in grammar.infinitive:
        return "infinitive"
    return "past" if "participle" in mention.verb_forms else min(mention.verb_forms)


def _without_auxiliary(
    view: SentenceView, trigger: Span, mention: TriggerMention, negated: bool, grammar: ClosedClasses
) -> VerbGroup:
    forms = mention.verb_forms
    if "participle" in forms and _is_fronted(view, mention.head, grammar):
        return VerbGroup(mention.head, True, "past", negated, False)
    if "participle" in forms and not _is_finite(view, trigger, mention, grammar):
        return VerbGroup(mention.head, True, "participle", negated, True)
    return VerbGroup(mention.head, False, _finite_form(view, mention, grammar), negated, False)


def _is_fronted(view: SentenceView, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether a participle opens a sentence whose subject ends it: "Also freed in the raid were six children".

    Or whose subject a colon leads: "Freed from a kiln: 23 people".
    """
    first = max(view.start, view.dateline_end)
    if not grammar.adverbs.issuperset(view.words_within(first, head)):
        return False
    subjects = {span.start for span in (*view.people, *view.counts)}
    if any(view.word(i - 1) in grammar.passive & grammar.plural_verbs for i in subjects):
        return True
    colon = next((i - 1 for i in sorted(subjects) if view.word(i - 1) == ":"), None)
    return colon is not None and not view.tells(grammar.finite_auxiliaries, head + 1, colon)


def _is_finite(view: SentenceView, trigger: Span, mention: TriggerMention, grammar: ClosedClasses) -> bool:
    """Tell whether a word that can be past or participle is the past here: "freed 31 men", "walked free".

    A participle that goes on an active clause is one too: « ont ouvert une prison et libéré 221 migrants ».
    """
    if "past" not in mention.verb_forms:
        return view.word(mention.head - 1) in grammar.conjunctions and _has_object(view, trigger, grammar)
    if mention.patient is PatientSlot.SUBJECT or _has_object(view, trigger, grammar):
        return True
    if opens_object_relative(view, mention.head, grammar):
        return True
    return _has_agent(view, mention.head, grammar) and any(
        ends_insertion(view, span, mention.head, grammar) for span in view.people
    )


def _has_agent(view: SentenceView, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether who acts stands before a verb as its subject: "Police in Lagos rescued …"."""
    forces = [p for p in view.people if meaning(p, PEOPLE).people_class is PeopleClass.AUTHORITY]
    agent = max((a for a in (*view.agents, *forces) if a.end <= head), key=lambda a: a.end, default=None)
    if agent is None or view.tells(grammar.by, agent.start - 2, agent.start):
        return False
    return not (view.tells(grammar.verb_words, agent.end, head) or view.tells(_COMMAS, agent.end, head))


def _finite_form(view: SentenceView, mention: TriggerMention, grammar: ClosedClasses) -> str:
    forms = mention.verb_forms
    if "past" in forms or "participle" in forms:
        return "past"
    if "infinitive" in forms and ("present" not in forms or view.word(mention.head - 1) in grammar.towards):
        return "infinitive"
    return next((f for f in ("present", "future", "conditional", "subjunctive", "gerund") if f in forms), "infinitive")


def _has_object(view: SentenceView, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase follows the verb at once: a figure, a determiner, people, a pronoun.

    One unknown word may stand before the people: "rescued young men".
    """
    if any(span.start < trigger.end and span.start > trigger.start for span in view.people):
        return True
    starts = {span.start for span in (*view.people, *view.counts)}
    starts |= {s.start for s in view.places if meaning(s, PLACES).kind is not PlaceKind.PLACE}
    for position in range(trigger.end, min(trigger.end + _SKIPPED_BEHIND, view.end)):
        word = view.word(position)
        if position in starts or word in grammar.determiners or word in grammar.plural_object:
            return True
        if word not in grammar.adverbs:
            return position + 1 in starts and _can_describe(view, position, grammar)
    return False


def _can_describe(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a word can be an adjective before a noun: none of the closed classes, no verb, no place, no date."""
    word = view.word(position)
    if not word.isalpha() or word in grammar.closed | grammar.verb_words | grammar.never_inside | grammar.relative:
        return False
    return not any(span.start <= position < span.end for span in (*view.places, *view.dates, *view.agents))

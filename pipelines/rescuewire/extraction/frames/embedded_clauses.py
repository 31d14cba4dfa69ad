"""Clauses between a subject and its verb: "the fishermen, who had been held since their boat was seized, were freed".

What stands inside them is near the verb and has nothing to do with it. They are read from small words and commas:
every relative and "after" or "while" owns one finite verb, and where each of these verbs has its owner, the next one
is the subject's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from rescuewire.extraction.frames.predicatives import is_predicative
from rescuewire.extraction.mentions.kinds import COUNTS, PEOPLE, PLACES, TRIGGERS, PatientSlot, PlaceKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_COMMAS = frozenset({",", "(", ")", "–", "—"})
_STOPS = CLAUSE_BREAKS | {":", "?", "!"}
_MODIFIER = 7
_BRACKET = 7
_LEADING = 3
_NEGATES = 4
_PARTITIVE = 5
_ABOARD = 6


def find_parted_subject(view: SentenceView, verb: int, phrases: Sequence[Span], grammar: ClosedClasses) -> Span | None:
    """Return the phrase that embedded clauses part from its verb at token `verb`, None where none is.

    The nearest such phrase is the subject, and where it is an apposition, the one before it.
    """
    edge = _last_before(view, verb, grammar)
    before = [span for span in phrases if span.end <= verb]
    if any(span.end > edge and not _is_led(view, span, grammar) for span in before):
        return None
    subjects = (s for s in reversed(before) if s.end <= edge and not _is_led(view, s, grammar))
    nearest = next((s for s in subjects if is_parted(view, s.end, verb, grammar)), None)
    whole = nearest
    while whole is not None:
        nearest, whole = whole, _whole_of(view, whole, phrases, grammar)
    return nearest


def _whole_of(view: SentenceView, part: Span, phrases: Sequence[Span], grammar: ClosedClasses) -> Span | None:
    """Return the phrase that `part`, or the list that it closes, is an apposition to or a part of."""
    partitive = next((p for p in phrases if _is_figure_of(view, p, part, grammar)), None)
    if partitive is not None:
        return partitive
    start, list_start = part.start, part
    for phrase in reversed(phrases):
        if phrase.end == start - 1 and view.word(phrase.end) in grammar.conjunctions - _COMMAS:
            start, list_start = phrase.start, phrase
    leads = view.word(start - 1) in grammar.auxiliaries | grammar.including
    comma = start - 1 - leads
    whole = next((p for p in phrases if p.end == comma and view.word(comma) in _COMMAS), None)
    whole = None if whole is not None and _is_in_opening(view, whole, grammar) else whole
    if whole is None and list_start is not part and not _is_counted(part):
        return list_start
    return whole


def _is_in_opening(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a preposition leads a phrase before the subject: « Grâce aux gendarmes, huit enfants … »."""
    return bool({view.word(span.start), view.word(span.start - 1)} & (grammar.prepositions - grammar.including))


def _is_figure_of(view: SentenceView, figure: Span, people: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a figure tells how many of some people: "one of the two citizens"."""
    if meaning(figure, COUNTS) is None or view.word(figure.end) not in grammar.of:
        return False
    return 0 < people.start - figure.end <= _PARTITIVE


def embedded_tokens(view: SentenceView, end: int, verb: int, grammar: ClosedClasses) -> range:
    """Return the tokens of the clauses between a phrase that ends at `end` and its verb, none where other words are."""
    if end >= verb or not is_parted(view, end, verb, grammar):
        return range(0)
    edge = _last_before(view, verb, grammar)
    return range(end, edge if view.word(edge) in _COMMAS else verb)


def is_parted(view: SentenceView, end: int, verb: int, grammar: ClosedClasses) -> bool:
    """Tell whether nothing but embedded clauses stands between a phrase that ends at `end` and its verb."""
    start = _opening(view, end, verb, grammar)
    return start is not None and _is_closed(view, start, verb, grammar)


def _last_before(view: SentenceView, verb: int, grammar: ClosedClasses) -> int:
    """Return the last token before a verb that is no adverb, no « se » and no part of a date."""
    position, skipped = verb - 1, grammar.adverbs | grammar.reflexive
    while position > view.start and (view.word(position) in skipped or view.in_date(position)):
        position -= 1
    return position


def _is_led(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is inside another one or an object, or has a verb of its own clause behind it.

    "Of the girls", "sold two boys", "as waitresses"; "when pirates shot at"; "the sisters, 14 and 16". Not so behind a
    noun that only counts: "a group of nine girls".
    """
    word = view.word(span.start - 1)
    if word in grammar.of and _is_counted(span):
        return any(other.end == span.start - 1 for other in view.people)
    if word in grammar.prepositions and _is_aboard(view, span, grammar):
        return False
    if word in grammar.prepositions or word in grammar.object_marker or _is_part(view, span.start, grammar):
        return True
    if is_predicative(view, span, grammar):
        return True
    opens = word in grammar.relative or word in grammar.subordinate
    if opens and view.word(span.end) in grammar.past:
        return view.word(span.end + 1) not in grammar.by
    if word in grammar.subordinate and len(span) == 1:
        return True
    if span.text.isdigit() and (word in grammar.conjunctions or view.word(span.end) in _COMMAS):
        return True
    return _takes_object(view, span.start - 1, grammar)


def _is_aboard(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether people stand behind what brings them at the start of a sentence: "a plane with 54 women who …"."""
    first = max(view.start, view.dateline_end)
    if span.start - first > _ABOARD or not _is_counted(span):
        return False
    return view.tells(grammar.vehicles, first, span.start)


def _is_counted(span: Span) -> bool:
    mention = meaning(span, PEOPLE)
    return mention is not None and mention.count is not None


def _is_part(view: SentenceView, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is a part of a total: "including two boys", "among them two boys"."""
    one, two = view.word(start - 1), view.word(start - 2)
    return not grammar.including.isdisjoint({one, two, f"{two} {one}"})


def _takes_object(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    word = view.word(position)
    if word in grammar.verb_words:
        return word not in grammar.auxiliaries | grammar.reporting
    return word not in grammar.closed and word.endswith(grammar.finite_endings + grammar.participle_endings)


def _opening(view: SentenceView, end: int, verb: int, grammar: ClosedClasses) -> int | None:
    """Return where the first clause behind a phrase begins, over a modifier and a short bracket; None for no clause."""
    position = _behind_bracket(view, _behind_modifier(view, end, verb, grammar), verb, grammar)
    if view.word(position) in _COMMAS and not _opens_relative(view, position + 1, grammar):
        edge = _last_before(view, verb, grammar)
        return position if position < edge and view.word(edge) in _COMMAS else None
    opened = position + (view.word(position) in _COMMAS)
    opens = _opens_relative(view, opened, grammar) or _is_participle(view, opened, grammar)
    return position if opens and position < verb else None


def _behind_modifier(view: SentenceView, end: int, verb: int, grammar: ClosedClasses) -> int:
    """Return the token behind a phrase such as "in Kano" or « d'un dentiste » that goes with the people before it."""
    if view.word(end) not in grammar.prepositions or _opens_relative(view, end, grammar):
        return end
    for position in range(end + 1, min(end + _MODIFIER, verb)):
        if view.word(position) in _COMMAS or _opens_relative(view, position, grammar):
            return position
        if position > end + 1 and _is_participle(view, position, grammar):
            return position
    return end


def _behind_bracket(view: SentenceView, position: int, verb: int, grammar: ClosedClasses) -> int:
    """Return the token behind a few words in commas without a verb that a relative follows: ", 14 and 16, who"."""
    if view.word(position) not in _COMMAS:
        return position
    close = next((i for i in range(position + 1, min(position + _BRACKET, verb)) if view.word(i) in _COMMAS), None)
    if close is None or any(_is_finite(view, i, grammar) for i in range(position, close)):
        return position
    return close + 1 if _opens_relative(view, close + 1, grammar) else position


def _opens_relative(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a relative clause opens at a token: "who", « à qui », « a las que »."""
    for skipped in range(_LEADING):
        word = view.word(position + skipped)
        if _is_relative(view, position + skipped, grammar):
            return True
        if word not in grammar.prepositions and word not in grammar.definite:
            return False
    return False


def _is_relative(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a word opens a relative clause here: « dont le patron », not « dont deux mineurs »."""
    word = view.word(position)
    if word not in grammar.relative:
        return False
    return word not in grammar.including or not any(c.start == position + 1 for c in view.counts)


def _is_participle(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a participle follows people at a token and no object follows it: "flown to", not "flew the"."""
    while view.word(position) in grammar.adverbs:
        position += 1
    word = view.word(position)
    unknown = word not in grammar.verb_words and word.endswith(grammar.participle_endings)
    may_be_past = word in grammar.past | grammar.auxiliaries
    is_one = unknown or word in grammar.participles
    return is_one and not (may_be_past and _has_object(view, position, grammar))


def _has_object(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a verb is active: an object follows, or it is one that people do themselves ("fled")."""
    for trigger in view.triggers:
        mention = meaning(trigger, TRIGGERS)
        if mention.head == position and mention.patient is PatientSlot.SUBJECT:
            return True
    starts = {span.start for span in (*view.people, *view.counts)}
    starts |= {s.start for s in view.places if meaning(s, PLACES).kind is not PlaceKind.PLACE}
    following = view.word(position + 1)
    return position + 1 in starts or following in grammar.determiners or following in grammar.object_pronouns


@dataclass
class _Open:
    """Clauses that still want their verb, and words that may be the verb of one."""

    relatives: int = 0
    others: int = 0
    unsure: int = 0

    def close(self) -> bool:
        """Give a verb to an open clause; False where none is open: the verb is another subject's."""
        if self.relatives:
            self.relatives -= 1
        elif self.others:
            self.others -= 1
        else:
            return False
        return True


def _is_closed(view: SentenceView, start: int, verb: int, grammar: ClosedClasses) -> bool:
    """Tell whether every clause opened between two tokens has its verb there, and every verb its clause."""
    clauses = _Open()
    goes_on = all(_reads_on(view, position, clauses, grammar) for position in range(start, verb))
    return goes_on and clauses.relatives <= clauses.unsure


def _reads_on(view: SentenceView, position: int, clauses: _Open, grammar: ClosedClasses) -> bool:
    """Take one token into account; False where it cannot stand inside an embedded clause."""
    word = view.word(position)
    if word in _STOPS:
        return False
    if word in grammar.restriction and _is_restriction(view, position, grammar):
        return True
    if word in grammar.that or (word in grammar.relative and _is_relative(view, position, grammar)):
        clauses.relatives += view.word(position + 2) not in _COMMAS
    elif word in grammar.subordinate:
        clauses.others += 1
    elif word in grammar.subject_pronouns and _opens_reported(view, position, clauses, grammar):
        clauses.relatives += 1
    elif word in grammar.may_be_finite and _is_finite(view, position, grammar):
        return clauses.close()
    elif _may_be_finite(view, position, grammar):
        clauses.unsure += 1
    else:
        is_open = clauses.relatives + clauses.others > 0
        return is_open or not _is_behind_unknown_verb(view, position, grammar)
    return True


def _is_restriction(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a word limits a negated verb before it and opens no clause: « ne s'ouvrait que contre rançon »."""
    if view.word(position + 1) not in grammar.prepositions:
        return False
    return view.tells(grammar.negation, position - _NEGATES, position)


def _opens_reported(view: SentenceView, position: int, clauses: _Open, grammar: ClosedClasses) -> bool:
    """Tell whether a pronoun opens what is said without a word for it: "who say they were told it would grow"."""
    if clauses.relatives or clauses.others:
        return False
    return _is_finite(view, position + 1, grammar)


def _is_finite(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a token begins a finite verb that goes on no other: "had been", not the second in "had and took"."""
    word = view.word(position)
    if word not in grammar.may_be_finite or view.in_date(position):
        return False
    before = _word_before(view, position, grammar)
    if before in grammar.auxiliaries or before in grammar.conjunctions - _COMMAS:
        return False
    if word in grammar.clitic_verbs:
        return before in grammar.pronouns | grammar.relative
    if word in grammar.finite_auxiliaries:
        return before not in grammar.towards and not (word in grammar.compass and before in grammar.determiners)
    return word not in grammar.participles or _has_object(view, position, grammar)


def _word_before(view: SentenceView, position: int, grammar: ClosedClasses) -> str:
    """Return the word before a verb over adverbs, negation and object pronouns."""
    skipped = grammar.adverbs | grammar.negation | grammar.object_pronouns
    return view.word(view.back_over(skipped, position - 1))


def _may_be_finite(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    word = view.word(position)
    if word in grammar.past:
        return _word_before(view, position, grammar) not in grammar.auxiliaries
    return word not in grammar.verb_words and word.endswith(grammar.finite_endings)


def _is_behind_unknown_verb(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a determiner follows a word that no phrase ends before it: "surrounded the house"."""
    word, before = view.word(position), view.word(position - 1)
    if (word not in grammar.definite and word not in grammar.possessive) or view.in_date(position):
        return False
    known = grammar.closed | grammar.verb_words | grammar.adverbs | grammar.relative | grammar.including
    return before[:1].isalpha() and before not in known and not view.in_date(position - 1)

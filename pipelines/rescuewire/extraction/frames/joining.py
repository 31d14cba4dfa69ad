"""Phrases joined to the Patient's: "four women and a boy", and the figure that they make together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import CAN_COME_OUT, Patient, told_count
from rescuewire.extraction.mentions.kinds import COUNTS, PEOPLE, TRIGGERS, CountMention, PeopleClass
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.mentions.persons import ONE
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_LONGEST_LINK = 7
_LONGEST_CONJUNCTION = 3
_COMMA = frozenset({","})
_PART_REACH = 2
_CAN_BE_JOINED = CAN_COME_OUT - {PeopleClass.PRONOUN}


def joined(view: SentenceView, trigger: Span, patient: Patient, grammar: ClosedClasses) -> list[Span]:
    """Return the phrases that are joined to the Patient's, on both sides: "four women" and "a boy"."""
    apart = [s for s in view.people if s.start >= patient.span.end or s.end <= patient.span.start]
    usable = [span for span in apart if meaning(span, PEOPLE).people_class in _CAN_BE_JOINED]
    if not usable:
        return []
    head = meaning(trigger, TRIGGERS).head
    usable = [
        s for s in usable if (s.start < head) == (patient.span.start < head) and not _is_of_part(view, s, grammar)
    ]
    after, closed = _linked([s for s in usable if s.start >= patient.span.end], patient.span, grammar, view)
    before, joins = _linked([s for s in reversed(usable) if s.end <= patient.span.start], patient.span, grammar, view)
    return [*reversed(before), *after] if closed or joins else []


def _linked(spans: list[Span], first: Span, grammar: ClosedClasses, view: SentenceView) -> tuple[list[Span], bool]:
    """Follow links from `first` as far as they go, and tell whether a conjunction closes the list, as it must."""
    found: list[Span] = []
    here, closed = first, False
    for span in spans:
        left, right = (here, span) if span.start >= here.end else (span, here)
        words = _without_part(view, left.end, right.start, grammar)
        closes = any(word in grammar.conjunctions and word != "," for word in words)
        if not _links(words, grammar) or (closed and not closes and _is_bare(span)):
            break
        closed |= closes
        found.append(span)
        here = span
    return found, closed


def _joins_read_whole(view: SentenceView, start: int, end: int, grammar: ClosedClasses) -> Iterator[str]:
    """Yield the words between two phrases, a conjunction of several as one: « ainsi qu'une Togolaise ».

    The participle that says how those of the first phrase were taken is left out: "élèves enlevés et trois maîtres".
    """
    joints = grammar.conjunctions | _COMMA
    is_taken = view.word(start) in grammar.capture and _joint(view, start + 1, end, grammar) in joints
    position = start + is_taken
    while position < end:
        joint = _joint(view, position, end, grammar)
        yield joint
        position += 1 + joint.count(" ")


def _joint(view: SentenceView, position: int, end: int, grammar: ClosedClasses) -> str:
    """Return the longest conjunction that begins at a position, else the word there."""
    longest = min(_LONGEST_CONJUNCTION, end - position)
    told = (" ".join(view.words_within(position, position + size)) for size in range(longest, 1, -1))
    return next((words for words in told if words in grammar.conjunctions), view.word(position))


def _is_of_part(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase says what some of those before are: "minors" in "eight Moroccans, six of them minors"."""
    before = range(span.start - _PART_REACH, span.start)
    if not view.tells(grammar.pronouns, before.start, before.stop):
        return False
    return any(view.word(i) in grammar.pronouns and view.word(i - 1) in grammar.of for i in before)


def _without_part(view: SentenceView, start: int, end: int, grammar: ClosedClasses) -> list[str]:
    """Return the words between two phrases without what is told of a part of the first: ", six of them minors"."""
    words = list(_joins_read_whole(view, start, end, grammar))
    closing = next((at for at, word in enumerate(words) if word == "," and at), 0)
    inserted = words[1:closing]
    is_part = any(one in grammar.of and two in grammar.pronouns for one, two in pairwise(inserted))
    return words[closing:] if words[:1] == [","] and is_part else words


def _is_bare(span: Span) -> bool:
    """Tell whether a phrase is one word for victims with no figure, which may describe those before it."""
    mention = meaning(span, PEOPLE)
    return span.end - span.start == 1 and mention.count is None and mention.people_class is PeopleClass.VICTIM


def _links(words: list[str], grammar: ClosedClasses) -> bool:
    if not 0 < len(words) <= _LONGEST_LINK:
        return False
    stops = grammar.including, grammar.contrast, grammar.verb_words, grammar.relative, CLAUSE_BREAKS
    if not all(stop.isdisjoint(words) for stop in stops):
        return False
    return any(word == "," or word in grammar.conjunctions for word in words[-2:])


def united_count(
    view: SentenceView, patient: Patient, others: list[Span], grammar: ClosedClasses
) -> CountMention | None:
    """Add up the figures of joined phrases where all of them are exact, else keep the Patient's.

    Phrases that add up to the first one's figure are its parts ("24 victims, nine women and 15 men"), also with
    figures that stand alone ("30 women, 12 of Thai nationality and 18 foreigners"); a family whose members are counted
    is no further person.
    """
    if others and _are_parts(_figures_from(view, patient, others[-1].end, grammar)):
        return patient.count
    one = [(patient.span.start - 1, ONE)] if _is_joined_to_pronoun(view, patient, grammar) else []
    told = [
        *one,
        (patient.span.start, patient.count),
        *((s.start, _figure(s)) for s in others if not _is_bare_family(s)),
    ]
    counts = [count for _, count in sorted(told, key=lambda pair: pair[0])]
    exact = [c.best for c in counts if c is not None and c.best is not None and c.best == c.min == c.max]
    if len(exact) < len(counts) or patient.count is None:
        return patient.count
    total = exact[0] if _are_parts(exact) else sum(exact)
    return CountMention(total, total, total, patient.count.qualifier)


def _is_joined_to_pronoun(view: SentenceView, patient: Patient, grammar: ClosedClasses) -> bool:
    """Tell whether one person's pronoun is joined to the Patient: « con ella y con otras once muchachas »."""
    leads = grammar.prepositions | grammar.object_marker
    position = patient.span.start - 1
    position -= view.word(position) in leads
    word = view.word(position)
    joins = word != "," and word in grammar.conjunctions - grammar.contrast
    return joins and view.word(position - 1) in grammar.singular | grammar.singular_object


def _figures_from(view: SentenceView, patient: Patient, end: int, grammar: ClosedClasses) -> list[int]:
    """Return the figures from the Patient's to `end`, with those that only "of" follows: "12 of Thai nationality"."""
    figures = {s.start: meaning(s, COUNTS).best or 0 for s in view.counts}
    words = enumerate(view.words_within(view.start, view.end), view.start)
    bare = {i: int(word) for i, word in words if word.isdecimal() and view.word(i + 1) in grammar.of}
    return [figure for i, figure in sorted((bare | figures).items()) if patient.span.start <= i < end]


def _figure(span: Span) -> CountMention | None:
    return told_count(meaning(span, PEOPLE))


def _is_bare_family(span: Span) -> bool:
    return meaning(span, PEOPLE).people_class is PeopleClass.FAMILY and meaning(span, PEOPLE).count is None


def _are_parts(figures: list[int]) -> bool:
    """Tell whether the figures behind the first one add up to it at some point."""
    return any(figures[0] == sum(figures[1:end]) for end in range(3, len(figures) + 1))

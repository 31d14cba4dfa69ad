"""The forms of exploitation: what the passage on the victims tells, else their trade, else the article's subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.judgement.nature import judge_scope
from rescuewire.extraction.mentions.kinds import CONTEXTS, COUNTS, PEOPLE, TRIGGERS, PeopleClass, Strength
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import Form, Harm, Scope

_IS_WORK = {
    Form.DOMESTIC_SERVITUDE: {Form.FORCED_LABOUR},
    Form.FORCED_CRIMINALITY: {Form.FORCED_LABOUR, Form.CHILD_LABOUR},
    Form.CHILD_SOLDIER: {Form.FORCED_LABOUR, Form.CHILD_LABOUR},
}
"""Forms that are work themselves, by what is not told beside them: no record of gold has both."""
_FORMS = tuple(Form)
_FEW_WORDS = 3
_JOINED = 4
_PASSAGE = 6


def judge_forms(frame: Frame, story: Story, harm: Harm, grammar: ClosedClasses) -> tuple[Form, ...]:
    """Return the forms told beside the act, else those of the trade told there, else the one the article is about."""
    if harm is not Harm.TRAFFICKING:
        return ()
    told = _told_beside(frame, story, grammar)
    told |= _other_parts(frame.view, told, grammar)
    told |= _alternatives(frame, told, grammar)
    told = told or _trade(frame, story, grammar)
    if Form.FORCED_LABOUR in told:
        told |= {Form.SLAVERY} & _forms_in(story, _paragraph(frame, story))
    if Form.FORCED_LABOUR in told and (_are_minors(frame) or _some_are_minors(frame, grammar)):
        told.add(Form.CHILD_LABOUR)
    for form in _IS_WORK.keys() & told:
        told -= _IS_WORK[form]
    return tuple(form for form in _FORMS if form in told)


def _told_beside(frame: Frame, story: Story, grammar: ClosedClasses) -> set[Form]:
    """Return what the paragraph of an act tells, else the sentences around it.

    Where the act's own sentence tells a form or a trade, what is told of other acts is told of other people.
    """
    near = story.near(frame.view)
    beside: Sequence[SentenceView] = [
        frame.view,
        *(v for v in near if v.paragraph == frame.view.paragraph or v.in_title),
    ]
    if _tells_work(frame.view, grammar):
        beside, near = (
            [v for v in beside if v is frame.view or not _tells_act(v)],
            [v for v in near if not _tells_act(v)],
        )
    return _forms_in(story, beside) or _forms_in(story, near)


def _tells_work(view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence tells a form or a trade."""
    return any(context.forms for context in view.context_mentions) or any(_trades_in(view, grammar))


def _forms_in(story: Story, views: Sequence[SentenceView]) -> set[Form]:
    return {form for c in story.contexts(views) for form in c.forms}


def _trade(frame: Frame, story: Story, grammar: ClosedClasses) -> set[Form]:
    """Return the form of a trade told in the paragraph of an act, else the article's, else that of a trade near by."""
    told, subject = _at_work(frame, story, _paragraph(frame, story), grammar), _subject(story)
    told = subject if told.issubset(subject) else told
    if told or judge_scope(frame, grammar) is Scope.AGGREGATE:
        return told
    return _at_work(frame, story, [*story.title, *story.near(frame.view, _PASSAGE)], grammar)


def _paragraph(frame: Frame, story: Story) -> list[SentenceView]:
    return [v for v in (frame.view, *story.near(frame.view)) if v.paragraph == frame.view.paragraph]


def _subject(story: Story) -> set[Form]:
    """Return the form that most words of the article tell, with slavery the labour told beside it."""
    subject = {form for form, _ in story.forms.most_common(1)}
    return subject | ({Form.FORCED_LABOUR} & set(story.forms) if Form.SLAVERY in subject else set())


def _at_work(frame: Frame, story: Story, views: Sequence[SentenceView], grammar: ClosedClasses) -> set[Form]:
    """Return the form that the words for trades and places of work tell: of minors not held it is child labour."""
    told = {form for view in views for _, form in _trades_in(view, grammar)}
    if Form.DOMESTIC_SERVITUDE in told:
        return {Form.DOMESTIC_SERVITUDE}
    if Form.FORCED_LABOUR in told:
        held = any(c.holds and c.harm is Harm.CAPTIVITY for c in story.contexts(views))
        forced = {Form.FORCED_LABOUR} if held or not _are_minors(frame) else set()
        return forced or {Form.CHILD_LABOUR}
    return told


def _trades_in(view: SentenceView, grammar: ClosedClasses) -> Iterator[tuple[int, Form]]:
    """Yield the words of a sentence that tell a trade, alone or with the word behind them."""
    for position in view.positions(grammar.trade_openers):
        form = grammar.trades.get(view.word(position)) or grammar.trades.get(view.pair(position))
        if form is not None:
            yield position, form


def _other_parts(view: SentenceView, told: set[Form], grammar: ClosedClasses) -> set[Form]:
    """Return the work of those counted apart: "23 of them in the sex trade and 19 on farms", « les autres sur … »."""
    if not told or told & {Form.FORCED_LABOUR, Form.CHILD_LABOUR, *_IS_WORK}:
        return set()
    at_work = (i for i, form in _trades_in(view, grammar) if form is Form.FORCED_LABOUR)
    return {Form.FORCED_LABOUR} if any(_is_part(view, i, grammar) for i in at_work) else set()


def _alternatives(frame: Frame, told: set[Form], grammar: ClosedClasses) -> set[Form]:
    """Return the work that a form is joined to: « destinés aux plantations ou à la prostitution »."""
    if not told or told & {Form.FORCED_LABOUR, Form.CHILD_LABOUR, *_IS_WORK}:
        return set()
    view = frame.view
    at_work = [i for i, form in _trades_in(view, grammar) if form is Form.FORCED_LABOUR]
    spans = [c for c in view.contexts if meaning(c, CONTEXTS).forms]
    joined = any(_are_joined(view, *_between(i, c), grammar) for i in at_work for c in spans)
    return {Form.CHILD_LABOUR if _are_minors(frame) else Form.FORCED_LABOUR} if joined else set()


def _between(position: int, context: Span) -> tuple[int, int]:
    """Return where the words between a token and a context begin and end."""
    return (position + 1, context.start) if position < context.start else (context.end, position)


def _are_joined(view: SentenceView, start: int, end: int, grammar: ClosedClasses) -> bool:
    """Tell whether a conjunction and other small words alone join what ends at `start` and what begins at `end`."""
    if end - start > _JOINED or not view.tells(grammar.conjunctions, start, end):
        return False
    small = grammar.conjunctions | grammar.leads
    return small.issuperset(view.words_within(start, end))


def _is_part(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a place of work stands behind "in" and a figure or a word for others."""
    leads = grammar.at | grammar.from_or_of
    lead = next((i for i in range(position - 1, position - 1 - _FEW_WORDS, -1) if view.word(i) in leads), None)
    if lead is None:
        return False
    counted = any(span.end == lead for span in view.counts if meaning(span, COUNTS) is not None)
    return counted or view.word(lead - 1) in grammar.plural | grammar.rest


def _tells_act(view: SentenceView) -> bool:
    """Tell whether a sentence of the body tells an act of its own, on people who are counted."""
    strong = any(meaning(t, TRIGGERS).strength is Strength.STRONG for t in view.triggers)
    return not view.in_title and strong and any(meaning(p, PEOPLE).count is not None for p in view.people)


def _are_minors(frame: Frame) -> bool:
    mention = frame.patient.mention if frame.patient is not None else None
    return mention is not None and mention.people_class is PeopleClass.MINOR and mention.plural


def _some_are_minors(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether minors are a part of victims told with their work: « 41 bûcherons asservis, dont six enfants »."""
    if frame.patient is None or not _tells_work(frame.view, grammar):
        return False
    view, end = frame.view, frame.patient.span.end
    minors = [s for s in view.people if s.start >= end and _is_of_minors(s)]
    return any(
        _opens_parts(view, i, grammar) for s in minors for i in range(max(end, s.start - _FEW_WORDS), s.start + 1)
    )


def _is_of_minors(people: Span) -> bool:
    mention = meaning(people, PEOPLE)
    return mention.people_class is PeopleClass.MINOR and mention.plural


def _opens_parts(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a word, or it and the next one, opens the parts of a total."""
    return view.word(position) in grammar.including or view.pair(position) in grammar.including

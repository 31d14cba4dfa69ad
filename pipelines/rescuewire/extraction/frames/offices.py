"""Words for people that only name an office: « Atención de Víctimas », "Ana Ruiz, head of the union, was kidnapped"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import PEOPLE, PeopleClass, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView


def is_of_office(view: SentenceView, span: Span, mention: PeopleMention, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase for people is part of an office's name, or says what office somebody taken away holds."""
    return _is_in_name(view, mention, grammar) or _is_captives(view, span, mention, grammar)


def _is_captives(view: SentenceView, span: Span, mention: PeopleMention, grammar: ClosedClasses) -> bool:
    """Tell whether words that else name suspects ("head") stand behind the name of one who was taken away."""
    if mention.people_class is not PeopleClass.SUSPECT or view.word(span.start - 1) != ",":
        return False
    named = (s for s in view.people if s.end == span.start - 1)
    if not any(meaning(s, PEOPLE).people_class is PeopleClass.NAMED for s in named):
        return False
    behind = range(span.end, view.end)
    return any(view.word(i) in grammar.capture and view.word(i - 1) in grammar.passive for i in behind)


def _is_in_name(view: SentenceView, mention: PeopleMention, grammar: ClosedClasses) -> bool:
    """Tell whether victims stand in the name of an office: « Atención de Víctimas », "Trafficking Victims Unit"."""
    head = mention.head
    if mention.people_class is not PeopleClass.VICTIM or mention.count is not None or view.in_title:
        return False
    if head == view.start or not view.doc[head].is_title:
        return False
    led_by = head - 1
    while view.word(led_by) in grammar.leads:
        led_by -= 1
    led = view.start < led_by < head - 1 and view.doc[led_by].is_title
    return led or (head + 1 < view.end and view.doc[head + 1].is_title)

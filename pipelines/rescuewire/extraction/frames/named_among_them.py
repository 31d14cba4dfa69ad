"""People named as some of those who came out: "Two Danes were among the 14 hostages freed"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import PEOPLE
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_VERB = 4
_TOLD = 8
_SIGNS = CLAUSE_BREAKS | {","}


def named_among(view: SentenceView, trigger: Span, patient: Span, grammar: ClosedClasses) -> list[Span]:
    """Return the phrases that a sentence calls some of `patient`: before "among" and its verb, or behind the trigger.

    « Sept Taïwanais figurent parmi les 260 personnes libérées », "Among the 14 people freed were two Danes".
    """
    among = view.back_over(grammar.definite, patient.start - 1)
    if view.word(among) not in grammar.among:
        return []
    end = max(patient.end, trigger.end)
    named = (span for span in view.people if meaning(span, PEOPLE).origin)
    return [s for s in named if _is_told(view, s.end, among, _VERB) or _is_told(view, end, s.start, _TOLD)]


def _is_told(view: SentenceView, start: int, end: int, most: int) -> bool:
    """Tell whether a few words and no sign lie between two tokens."""
    return 0 < end - start <= most and not view.tells(_SIGNS, start, end)

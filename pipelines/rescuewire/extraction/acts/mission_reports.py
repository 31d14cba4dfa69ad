"""Whose citizen a captive is whose release an embassy tells: "the Norwegian embassy confirmed that he was freed"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.frames.organs import codes_of
from rescuewire.extraction.framing import Frame
from rescuewire.extraction.mentions.kinds import AGENTS
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire_schemas.rescue_event import EventType, Harm

_BESIDE = 4
"""Tokens between an embassy and its verb: "the embassy in Port Moresby said"."""
_OUT_OF_CAPTIVITY = frozenset({EventType.RELEASE, EventType.ESCAPE})


def told_by_mission(act: Act, grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the one country whose embassy reports that a captive came out; embassies speak for their own citizens."""
    if act.event_type not in _OUT_OF_CAPTIVITY or act.lead.harm is not Harm.CAPTIVITY:
        return ()
    frame = act.lead.frame
    reporters = [organ for organ in frame.view.agents if _reports(frame, organ, grammar)]
    codes = {code for organ in reporters for code in codes_of(frame.view, organ, grammar)}
    return tuple(codes) if len(codes) == 1 else ()


def _reports(frame: Frame, organ: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an embassy is the subject of a verb of saying before the act, or of one behind it."""
    view, trigger = frame.view, frame.trigger
    if not meaning(organ, AGENTS).is_mission:
        return False
    spoken = view.positions(grammar.reporting)
    before = any(organ.end <= i < trigger.start for i in spoken)
    beside = (i for i in spoken if organ.start - _BESIDE <= i < organ.end + _BESIDE)
    return before or any(trigger.end <= i for i in beside)

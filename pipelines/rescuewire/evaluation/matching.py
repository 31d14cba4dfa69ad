"""Which found event is which gold event: by where they are quoted from, by their figures, then by what else agrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rescuewire.evaluation.facts import Facts, Quotation
from rescuewire.evaluation.slots import PLACED, bounds, codes

LONGEST_EVIDENCE = 900
"""Characters of all quotations of an event together: evidence points at the act, it is not the article."""

_SAME_PLACE, _SAME_COUNT, _SAME_BEST, _SAME_COUNTRIES, _SAME_TYPE = 2.0, 2.0, 1.0, 0.5, 0.2

Range = tuple[int, int]


def is_quoted(text: str, facts: Facts) -> bool:
    """Tell whether the evidence stands in the text and is short."""
    found = _quoted_ranges(text, facts.evidence)
    return bool(found) and sum(end - start for start, end in found) <= LONGEST_EVIDENCE


def match(text: str, gold: Sequence[Facts], found: Sequence[Facts]) -> list[tuple[int, int]]:
    """Return pairs of positions in `gold` and `found`: the most similar first, each event once."""
    scored = [(_similarity(text, g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    scored.sort(key=lambda candidate: (-candidate[0], candidate[1], candidate[2]))
    pairs: dict[int, int] = {}
    for similarity, i, j in scored:
        if similarity > 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _similarity(text: str, gold: Facts, found: Facts) -> float:
    """Return how much speaks for two events being one; nothing, unless a sentence or a figure is the same."""
    same_place = _overlap(_quoted_ranges(text, gold.evidence), _quoted_ranges(text, found.evidence))
    same_count = bounds(gold) == bounds(found) and any(bound is not None for bound in bounds(gold))
    same_best = gold.victims.best is not None and gold.victims.best == found.victims.best
    if not (same_place or same_count or same_best):
        return 0.0
    similarity = _SAME_PLACE * same_place + _SAME_COUNT * same_count + _SAME_BEST * same_best
    for role in PLACED:
        similarity += _SAME_COUNTRIES * _shared(codes(gold, role), codes(found, role))
    return similarity + _SAME_TYPE * (gold.event_type is found.event_type)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _quoted_ranges(text: str, quotations: Iterable[Quotation]) -> list[Range]:
    found = (_quoted_range(text, quotation) for quotation in quotations)
    return [where for where in found if where is not None]


def _quoted_range(text: str, quotation: Quotation) -> Range | None:
    """Return where a quotation stands: at its start if it does, else where its words come first."""
    start, length = quotation.start, len(quotation.text)
    if start is None or text[start : start + length] != quotation.text:
        start = text.find(quotation.text) if quotation.text else -1
    return (start, start + length) if start >= 0 else None


def _overlap(some: Iterable[Range], others: Sequence[Range]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one in some for other in others)

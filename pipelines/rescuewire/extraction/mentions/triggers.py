"""Triggers: the words that tell of a way out of exploitation, captivity or danger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.kinds import (
    TRIGGERS,
    TriggerMention,
    register_attributes,
)
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.mentions.trigger_words import Lexeme, load_triggers
from rescuewire.extraction.patterns.pattern_table import Match
from rescuewire.extraction.patterns.sightings import matches_by_sentence
from rescuewire.extraction.patterns.tokens import folded


class TriggerFinder:
    """Component that writes `doc.spans["rescuewire_triggers"]`."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self.table = load_triggers(nlp, pack)

    def __call__(self, doc: Doc) -> Doc:
        words, spans = folded(doc), []
        for matches in matches_by_sentence(doc, self.table, TRIGGERS):
            for head, match in _best_at_each_head(matches, words):
                span = Span(doc, match.start, match.end)
                give_meaning(span, TRIGGERS, _mention(match.value, head, words[head]))
                spans.append(span)
        doc.spans[TRIGGERS] = spans
        return doc


@Language.factory(TRIGGERS, default_config={"pack": "en"})
def _create(nlp: Language, name: str, pack: str) -> TriggerFinder:
    return TriggerFinder(nlp, pack)


def _best_at_each_head(matches: Sequence[Match[Lexeme]], words: Sequence[str]) -> list[tuple[int, Match[Lexeme]]]:
    """Keep one match a head, the heaviest one, in order."""
    best: dict[int, Match[Lexeme]] = {}
    for match in matches:
        head = _head(match, words)
        if head not in best or match.value.weight > best[head].value.weight:
            best[head] = match
    kept = list(best.values())
    return [(head, match) for head, match in sorted(best.items()) if not _is_part(match, kept)]


def _head(match: Match[Lexeme], words: Sequence[str]) -> int:
    forms = match.value.words
    if not forms or match.end - match.start == 1:
        return match.start
    return next(i for i in range(match.start, match.end) if words[i] in forms)


def _is_part(match: Match[Lexeme], others: Iterable[Match[Lexeme]]) -> bool:
    """Tell whether words without a verb to read are the end of longer ones: "sleep at home", « puso a salvo »."""
    if match.value.verb:
        return False
    return any(other.start < match.start and match.end <= other.end for other in others)


def _mention(lexeme: Lexeme, head: int, word: str) -> TriggerMention:
    entry = lexeme.entry
    return TriggerMention(
        lexeme=lexeme.pattern,
        event_type=entry.type,
        by_authority=entry.by_authority,
        strength=entry.strength,
        patient=entry.patient,
        is_noun=entry.noun,
        head=head,
        verb_forms=frozenset(form for form, words in lexeme.verb.items() if word in words),
    )

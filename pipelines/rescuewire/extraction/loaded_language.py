"""A language pack made ready: its spaCy pipeline, its gate, its grammar and its cues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import cast

import msgspec
import spacy
from spacy.language import Language

import rescuewire.extraction.components  # noqa: F401  (registers the component factories)
from rescuewire.extraction.gate import WordGate
from rescuewire.extraction.judgement.realis_words import Cue, load_cues
from rescuewire.extraction.mentions.contexts import ContextFinder
from rescuewire.extraction.mentions.kinds import AGENTS, CONTEXTS, COUNTS, DATES, PEOPLE, PLACES, TRIGGERS
from rescuewire.extraction.mentions.triggers import TriggerFinder
from rescuewire.extraction.packs import language_pack
from rescuewire.extraction.packs.grammar import ClosedClasses, load_grammar
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.packs.pack_places import error_at_key
from rescuewire.extraction.patterns.pattern_table import PatternTable
from rescuewire.extraction.patterns.tokens import TextCutter
from rescuewire.extraction.quick_loading import no_garbage_collected, sets_of_letters_remembered
from rescuewire.extraction.reading.furniture_words import FurnitureRules, read_furniture_rules
from rescuewire.extraction.vocabulary import MOST_WORDS, renew_grown_vocabulary
from rescuewire_schemas.rescue_event import Extractor, Harm

SENTENCES = "rescuewire_sentences"
BEFORE_GATE = (SENTENCES, TRIGGERS, CONTEXTS)
AFTER_GATE = (DATES, COUNTS, PLACES, AGENTS, PEOPLE)
"""In the order in which each reads what those before it found."""


class PackDescription(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `pack.yaml`: the name of the language, and the spaCy tokenizer it is cut by."""

    name: str
    tokenizer: str


@dataclass(frozen=True)
class LoadedLanguage:
    """Everything that a pack brings, loaded once a process."""

    code: str
    nlp: Language
    cutter: TextCutter
    gate: WordGate
    grammar: ClosedClasses
    cues: PatternTable[Cue]
    extractor: Extractor
    furniture: FurnitureRules

    def forget_rare_words(self) -> None:
        """Let go of the words of earlier articles where they have become too many."""
        renew_grown_vocabulary(self.nlp, partial(_blank, self.code))
        self.cutter.forget_rare_words(MOST_WORDS)


@cache
def available_packs() -> frozenset[str]:
    """Return the codes of the languages that have a pack: the folders with a `pack.yaml`."""
    return frozenset(path.parent.name for path in language_pack.LANGUAGES.glob("*/pack.yaml"))


@cache
def load_language(code: str, harms: frozenset[Harm]) -> LoadedLanguage:
    """Load a pack; raise PackError naming file, line and key of the first mistake in it."""
    with no_garbage_collected():
        return _load(code, harms)


def _load(code: str, harms: frozenset[Harm]) -> LoadedLanguage:
    nlp = build_pipeline(code)
    triggers = cast("TriggerFinder", nlp.get_pipe(TRIGGERS)).table
    contexts = cast("ContextFinder", nlp.get_pipe(CONTEXTS)).table
    cutter = TextCutter(nlp)
    return LoadedLanguage(
        code=code,
        nlp=nlp,
        cutter=cutter,
        gate=WordGate(triggers, contexts, cutter, harms),
        grammar=load_grammar(code),
        cues=load_cues(nlp, code),
        extractor=Extractor(version=_own_version(), language_pack=f"{code}@{_digest(code)}"),
        furniture=read_furniture_rules(code),
    )


def build_pipeline(code: str) -> Language:
    """Return a blank spaCy pipeline of the language with all mention finders, for anybody's use."""
    nlp = _blank(code)
    nlp.max_length = 10_000_000
    for component in (*BEFORE_GATE, *AFTER_GATE):
        nlp.add_pipe(component, config={"pack": code})
    return nlp


def _blank(code: str) -> Language:
    tokenizer = read_words(code, "pack", PackDescription).tokenizer
    try:
        with sets_of_letters_remembered():
            return spacy.blank(tokenizer)
    except ImportError:
        what = f'spaCy has no tokenizer "{tokenizer}"; write the code of a language that it has, or xx'
        raise error_at_key(pack_file(code, "pack.yaml"), ("tokenizer",), what) from None


def _digest(code: str) -> str:
    """Return eight hex digits that change with any word of the pack."""
    digest = sha256()
    languages = language_pack.LANGUAGES
    for path in sorted([*(languages / code).iterdir(), *(languages / "world").iterdir()]):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:8]


def _own_version() -> str:
    try:
        return version("rescuewire")
    except PackageNotFoundError:
        return "0"

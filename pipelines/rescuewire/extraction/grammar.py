"""The closed classes of a language: the little words by which clauses and roles are read."""

from __future__ import annotations

from functools import cache

import msgspec

from rescuewire.extraction.language_pack import read_words
from rescuewire.extraction.token_patterns import VerbForms, fold
from rescuewire.extraction.verbs import load_verbs


class Prepositions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions by the role of what follows them; one word may stand in several."""

    of: list[str]
    by: list[str]
    source: list[str]
    at: list[str]
    towards: list[str]
    via: list[str]
    other: list[str]


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns that can stand for people."""

    plural: list[str]
    singular: list[str]
    plural_object: list[str]
    singular_object: list[str]


class Determiners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Determiners by what they say of the phrase that they open."""

    definite: list[str]
    demonstrative: list[str]
    possessive: list[str]
    quantity: list[str]


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `grammar.yaml`.

    `passive` are the auxiliaries of the passive in all forms, `perfect` those of compound tenses,
    `future` and `conditional` words that put the verb behind them there ("will", "would").
    `conjunctions` join phrases, `including` opens parts of a total, `relative` opens relative clauses,
    `that` opens reported clauses, `negation` negates the verb, `never_inside` are further words that no
    phrase for people contains. `infinitive` are the auxiliaries in the infinitive ("be"); `origin` make
    the country behind them the victims' (« originaires », "nationality"), `reporting` names verbs of
    saying of `verbs.yaml`, `attribution` introduces who says it ("according to"), `plural_verbs` are the
    auxiliaries whose subject is plural, `arrest` names verbs of arresting, whose objects are no victims,
    `object_marker` are prepositions that mark the object (« rescató a diez niños »).
    """

    passive: list[str]
    perfect: list[str]
    future: list[str]
    conditional: list[str]
    prepositions: Prepositions
    pronouns: Pronouns
    determiners: Determiners
    conjunctions: list[str]
    including: list[str]
    relative: list[str]
    that: list[str]
    negation: list[str]
    never_inside: list[str]
    adverbs: list[str]
    person_titles: list[str]
    infinitive: list[str]
    origin: list[str]
    reporting: list[str]
    attribution: list[str]
    plural_verbs: list[str] = []
    arrest: list[str] = []
    object_marker: list[str] = []


class ClosedClasses:
    """A grammar as sets of folded words, made for looking up."""

    def __init__(self, grammar: Grammar, verbs: VerbForms) -> None:
        p, d, n = grammar.prepositions, grammar.determiners, grammar.pronouns
        self.passive, self.perfect = _set(grammar.passive), _set(grammar.perfect)
        self.future, self.conditional = _set(grammar.future), _set(grammar.conditional)
        self.of, self.by, self.source, self.at = _set(p.of), _set(p.by), _set(p.source), _set(p.at)
        self.towards, self.via = _set(p.towards), _set(p.via)
        self.prepositions = self.of | self.by | self.source | self.at | self.towards | self.via | _set(p.other)
        self.definite, self.demonstrative = _set(d.definite), _set(d.demonstrative)
        self.possessive, self.quantity = _set(d.possessive), _set(d.quantity)
        self.determiners = self.definite | self.demonstrative | self.possessive | self.quantity
        self.plural, self.singular = _set(n.plural), _set(n.singular)
        self.plural_object, self.singular_object = _set(n.plural_object), _set(n.singular_object)
        self.object_pronouns = self.plural_object | self.singular_object
        self.pronouns = self.plural | self.singular | self.object_pronouns
        self.conjunctions, self.including = _set(grammar.conjunctions), _set(grammar.including)
        self.relative, self.that = _set(grammar.relative), _set(grammar.that)
        self.negation, self.adverbs = _set(grammar.negation), _set(grammar.adverbs)
        self.person_titles = _set(grammar.person_titles)
        self.infinitive, self.object_marker = _set(grammar.infinitive), _set(grammar.object_marker)
        self.arrest = frozenset(word for name in grammar.arrest for form in verbs[name].values() for word in form)
        self.origin = _set(grammar.origin)
        self.attribution, self.plural_verbs = _set(grammar.attribution), _set(grammar.plural_verbs)
        self.reporting = frozenset(word for name in grammar.reporting for form in verbs[name].values() for word in form)
        self.auxiliaries = self.passive | self.perfect | self.future | self.conditional | self.infinitive
        forms = (words for verb in verbs.values() for words in verb.values())
        self.verb_words = self.auxiliaries.union(*forms)
        self.closed = (
            self.determiners | self.prepositions | self.pronouns | self.conjunctions | self.auxiliaries | self.negation
        )
        self.never_inside = _set(grammar.never_inside) | self.auxiliaries | self.relative | self.that | self.negation


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def load_grammar(pack: str) -> ClosedClasses:
    """Return the closed classes of a pack."""
    return ClosedClasses(read_words(pack, "grammar", Grammar), load_verbs(pack))

"""The closed classes of a language: the little words by which clauses and roles are read."""

from __future__ import annotations

from functools import cache

import msgspec

from rescuewire.extraction.packs.language_pack import Word, read_words
from rescuewire.extraction.packs.verbs import forms_of_listed, load_verbs, words_in_form
from rescuewire.extraction.packs.word_class import WordClass
from rescuewire.extraction.patterns.token_patterns import fold


class Prepositions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions by the role of what follows them; one word may stand in several."""

    of: list[Word]
    by: list[Word]
    source: list[Word]
    at: list[Word]
    towards: list[Word]
    via: list[Word]
    other: list[Word]


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns that can stand for people."""

    plural: list[Word]
    singular: list[Word]
    plural_object: list[Word]
    singular_object: list[Word]


class Determiners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Determiners by what they say of the phrase that they open."""

    definite: list[Word]
    demonstrative: list[Word]
    possessive: list[Word]
    quantity: list[Word]


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `grammar.yaml`.

    `passive` are the auxiliaries of the passive in all forms, `perfect` those of compound tenses,
    `future` and `conditional` words that put the verb behind them there ("will", "would").
    `conjunctions` join phrases, `including` opens parts of a total, `relative` opens relative clauses,
    `that` opens reported clauses, `negation` negates the verb, `never_inside` are further words that no
    phrase for people contains. `infinitive` are the auxiliaries in the infinitive ("be"); `origin` make
    the country behind them the victims' (« originaires », "nationality"), `reporting` names verbs of
    saying of `verbs.yaml`, `attribution` introduces who says it ("according to"), `plural_verbs` are the
    auxiliaries whose subject is plural, `plural_endings` tell a plural subject at any verb of a language that may leave
    its subject out, and `openers` are what may then stand before the verb of a clause (« aunque días después »),
    `arrest` names verbs of arresting, whose objects are no victims, `capture`
    verbs of taking people away, whose dates are not those of their return, `operations` are nouns for what
    authorities do to get people out ("raid"), `going_in` verbs of getting to where people
    are held ("storm"), `apart` words that make an operation another one ("earlier"), `still` words for a lasting state,
    `object_marker` are prepositions that mark the object (« rescató a diez niños »). `areas` are nouns that
    an adjective of a country makes a place ("the Lebanese capital"), `border` those whose country is another
    side, `adjectives_follow` is true where adjectives stand behind their noun, `coming` words of origin that
    tell from where people return, `native` words behind which "in" tells an origin ("recruited in"),
    `compass` words for a part of a country ("northern"), `destinations` verbs in forms of intention whose
    object is where somebody wants to go ("to reach Spain"), `kin` nouns for relatives, `residence` words for
    living somewhere ("based"), `vehicles` nouns for ships and vehicles, which come from somewhere.
    `subordinate` opens other clauses ("while"), `nonfinite` are the auxiliaries that need another one ("been"),
    `clitic_verbs` are verbs only behind pronouns ("'s"), `reflexive` the pronouns of reflexive verbs (« se »),
    `participle_endings` and `finite_endings` are those of verbs that `verbs.yaml` does not know. `together` are words
    of joint action ("alongside", "in cooperation with"), `flags` say whose a vessel is ("flagged", « pavillon »),
    `rest` stand for those not yet counted ("the rest from Cuba"), `bound` words that lead to where somebody is only to
    be taken ("bound for", « en partance pour »), `between` what names both sides of a border. `land` are nouns for the
    country that an article is about, `over` words that lead through all of it ("from across the country"). `dead` are
    words for the dead, one or two each ("found dead", « sans vie »).
    """

    passive: list[Word]
    perfect: list[Word]
    future: list[Word]
    conditional: list[Word]
    prepositions: Prepositions
    pronouns: Pronouns
    determiners: Determiners
    conjunctions: list[Word]
    including: list[Word]
    relative: list[Word]
    that: list[Word]
    negation: list[Word]
    never_inside: list[Word]
    adverbs: list[Word]
    person_titles: list[Word]
    infinitive: list[Word]
    origin: list[Word]
    reporting: list[Word]
    attribution: list[Word]
    plural_verbs: list[Word] = []
    plural_endings: list[Word] = []
    openers: list[Word] = []
    arrest: list[Word] = []
    capture: list[Word] = []
    operations: list[Word] = []
    going_in: list[Word] = []
    apart: list[Word] = []
    still: list[Word] = []
    object_marker: list[Word] = []
    native: list[Word] = []
    coming: list[Word] = []
    adjectives_follow: bool = False
    areas: list[Word] = []
    compass: list[Word] = []
    border: list[Word] = []
    destinations: list[Word] = []
    kin: list[Word] = []
    residence: list[Word] = []
    vehicles: list[Word] = []
    subordinate: list[Word] = []
    nonfinite: list[Word] = []
    clitic_verbs: list[Word] = []
    reflexive: list[Word] = []
    participle_endings: list[Word] = []
    finite_endings: list[Word] = []
    together: list[Word] = []
    flags: list[Word] = []
    rest: list[Word] = []
    bound: list[Word] = []
    between: list[Word] = []
    land: list[Word] = []
    over: list[Word] = []
    dead: list[Word] = []


class ClosedClasses:
    """A grammar as sets of folded words, made for looking up."""

    def __init__(self, grammar: Grammar, pack: str) -> None:
        self._take_phrases(grammar)
        self._take_clauses(grammar)
        self._take_places(grammar)
        self._take_verbs(grammar, pack)
        self.closed = (
            self.determiners | self.prepositions | self.pronouns | self.conjunctions | self.auxiliaries | self.negation
        )
        self.never_inside = (
            WordClass.of(grammar.never_inside) | self.auxiliaries | self.relative | self.that | self.negation
        )

    def _take_phrases(self, grammar: Grammar) -> None:
        """Take what opens, joins and stands for phrases."""
        p, d, n = grammar.prepositions, grammar.determiners, grammar.pronouns
        self.of, self.by, self.source, self.at = (
            WordClass.of(p.of),
            WordClass.of(p.by),
            WordClass.of(p.source),
            WordClass.of(p.at),
        )
        self.towards, self.via = WordClass.of(p.towards), WordClass.of(p.via)
        self.prepositions = self.of | self.by | self.source | self.at | self.towards | self.via | WordClass.of(p.other)
        self.definite, self.demonstrative = WordClass.of(d.definite), WordClass.of(d.demonstrative)
        self.possessive, self.quantity = WordClass.of(d.possessive), WordClass.of(d.quantity)
        self.determiners = self.definite | self.demonstrative | self.possessive | self.quantity
        self.plural, self.singular = WordClass.of(n.plural), WordClass.of(n.singular)
        self.plural_object, self.singular_object = WordClass.of(n.plural_object), WordClass.of(n.singular_object)
        self.object_pronouns = self.plural_object | self.singular_object
        self.pronouns = self.plural | self.singular | self.object_pronouns
        self.conjunctions, self.including = WordClass.of(grammar.conjunctions), WordClass.of(grammar.including)
        self.object_marker, self.person_titles = (
            WordClass.of(grammar.object_marker),
            WordClass.of(grammar.person_titles),
        )
        self.adjectives_follow, self.rest = grammar.adjectives_follow, WordClass.of(grammar.rest)
        self.plural_endings = tuple(map(fold, grammar.plural_endings))

    def _take_clauses(self, grammar: Grammar) -> None:
        """Take what opens clauses, and what tells how things in them are meant."""
        self.relative, self.that = WordClass.of(grammar.relative), WordClass.of(grammar.that)
        self.subordinate, self.reflexive = WordClass.of(grammar.subordinate), WordClass.of(grammar.reflexive)
        self.negation, self.adverbs = WordClass.of(grammar.negation), WordClass.of(grammar.adverbs)
        self.attribution, self.openers = WordClass.of(grammar.attribution), WordClass.of(grammar.openers)
        self.operations, self.still, self.apart = (
            WordClass.of(grammar.operations),
            WordClass.of(grammar.still),
            WordClass.of(grammar.apart),
        )
        self.together, self.dead = WordClass.of(grammar.together), WordClass.of(grammar.dead)

    def _take_places(self, grammar: Grammar) -> None:
        """Take what tells how a country is meant: as a home, a place, a way, a border."""
        self.origin, self.native, self.coming = (
            WordClass.of(grammar.origin),
            WordClass.of(grammar.native),
            WordClass.of(grammar.coming),
        )
        self.areas, self.border, self.compass = (
            WordClass.of(grammar.areas),
            WordClass.of(grammar.border),
            WordClass.of(grammar.compass),
        )
        self.destinations, self.bound = WordClass.of(grammar.destinations), WordClass.of(grammar.bound)
        self.kin, self.residence, self.vehicles = (
            WordClass.of(grammar.kin),
            WordClass.of(grammar.residence),
            WordClass.of(grammar.vehicles),
        )
        self.flags, self.between = WordClass.of(grammar.flags), WordClass.of(grammar.between)
        self.land, self.over = WordClass.of(grammar.land), WordClass.of(grammar.over)

    def _take_verbs(self, grammar: Grammar, pack: str) -> None:
        """Take auxiliaries, the verbs of `verbs.yaml`, and the few that are told apart by what they mean."""
        verbs = load_verbs(pack)
        self.passive, self.perfect = WordClass.of(grammar.passive), WordClass.of(grammar.perfect)
        self.future, self.conditional = WordClass.of(grammar.future), WordClass.of(grammar.conditional)
        self.infinitive, self.plural_verbs = WordClass.of(grammar.infinitive), WordClass.of(grammar.plural_verbs)
        self.auxiliaries = self.passive | self.perfect | self.future | self.conditional | self.infinitive
        self.clitic_verbs = WordClass.of(grammar.clitic_verbs)
        self.finite_auxiliaries = self.auxiliaries - self.infinitive - WordClass.of(grammar.nonfinite)
        self.verb_words = WordClass(
            self.auxiliaries.union(*(words for verb in verbs.values() for words in verb.values()))
        )
        self.participles, self.past = words_in_form(verbs, "participle"), words_in_form(verbs, "past")
        self.participle_endings = tuple(map(fold, grammar.participle_endings))
        self.finite_endings = tuple(map(fold, grammar.finite_endings))
        self.arrest = forms_of_listed(pack, "grammar", "arrest", grammar.arrest)
        self.capture = forms_of_listed(pack, "grammar", "capture", grammar.capture)
        self.going_in = forms_of_listed(pack, "grammar", "going_in", grammar.going_in)
        self.reporting = forms_of_listed(pack, "grammar", "reporting", grammar.reporting)


@cache
def load_grammar(pack: str) -> ClosedClasses:
    """Return the closed classes of a pack; raise PackError at what is wrong in them."""
    return ClosedClasses(read_words(pack, "grammar", Grammar), pack)

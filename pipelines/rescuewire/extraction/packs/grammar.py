"""The closed classes of a language: the little words by which clauses and roles are read."""

from __future__ import annotations

from functools import cache

from rescuewire.extraction.packs.grammar_words import Grammar
from rescuewire.extraction.packs.language_pack import read_words
from rescuewire.extraction.packs.verbs import forms_of_listed, load_verbs, words_in_form
from rescuewire.extraction.packs.word_class import WordClass
from rescuewire.extraction.patterns.token_patterns import fold

_set = WordClass.of
_COMMA = frozenset({","})


class ClosedClasses:
    """A grammar as sets of folded words, made for looking up, with those that rules join and part again and again.

    `away` are prepositions of a source that are no "of", `from_or_of` all that may lead to where somebody is from;
    `stays` those of a place that lead to none, `goals` those that lead to one where nobody is yet. `leads` are all
    small words before a name. `joins` are conjunctions but the comma, `lists` with it. `part_openers`,
    `trade_openers` and `dead_openers` are the words at which parts of a total, a trade or the dead may be told,
    `may_be_finite` those of finite verbs, `may_follow_figure` those behind a figure that stands for people.
    """

    def __init__(self, grammar: Grammar, pack: str) -> None:
        self._take_phrases(grammar)
        self._take_clauses(grammar)
        self._take_places(grammar)
        self._take_verbs(grammar, pack)
        self.closed = (
            self.determiners | self.prepositions | self.pronouns | self.conjunctions | self.auxiliaries | self.negation
        )
        self.never_inside = _set(grammar.never_inside) | self.auxiliaries | self.relative | self.that | self.negation

    def _take_phrases(self, grammar: Grammar) -> None:
        """Take what opens, joins and stands for phrases."""
        p, d, n = grammar.prepositions, grammar.determiners, grammar.pronouns
        self.of, self.by, self.source, self.at = _set(p.of), _set(p.by), _set(p.source), _set(p.at)
        self.towards, self.via = _set(p.towards), _set(p.via)
        self.prepositions = self.of | self.by | self.source | self.at | self.towards | self.via | _set(p.other)
        self.away, self.from_or_of = self.source - self.of, self.source | self.of
        self.stays, self.goals = self.at - self.towards, self.towards - self.at
        self.definite, self.demonstrative = _set(d.definite), _set(d.demonstrative)
        self.possessive, self.quantity = _set(d.possessive), _set(d.quantity)
        self.determiners = self.definite | self.demonstrative | self.possessive | self.quantity
        self.leads = self.prepositions | self.determiners
        self.plural, self.singular = _set(n.plural), _set(n.singular)
        self.plural_object, self.singular_object = _set(n.plural_object), _set(n.singular_object)
        self.object_pronouns = self.plural_object | self.singular_object
        self.pronouns = self.plural | self.singular | self.object_pronouns
        self.conjunctions, self.including = _set(grammar.conjunctions), _set(grammar.including)
        self.joins, self.lists = self.conjunctions - _COMMA, self.conjunctions | _COMMA
        including = (words.rpartition(" ")[2] for words in self.including)
        self.part_openers = self.plural | self.plural_object | WordClass((":", *including))
        self.object_marker, self.person_titles = _set(grammar.object_marker), _set(grammar.person_titles)
        self.adjectives_follow, self.rest = grammar.adjectives_follow, _set(grammar.rest)
        self.plural_endings = tuple(map(fold, grammar.plural_endings))

    def _take_clauses(self, grammar: Grammar) -> None:
        """Take what opens clauses, and what tells how things in them are meant."""
        self.relative, self.that = _set(grammar.relative), _set(grammar.that)
        self.object_relatives, self.single = _set(grammar.object_relatives), _set(grammar.single)
        self.subordinate, self.reflexive = _set(grammar.subordinate), _set(grammar.reflexive)
        self.subject_pronouns = _set(grammar.subject_pronouns)
        self.negation, self.adverbs = _set(grammar.negation), _set(grammar.adverbs)
        self.attribution, self.openers = _set(grammar.attribution), _set(grammar.openers)
        self.operations, self.still, self.apart = _set(grammar.operations), _set(grammar.still), _set(grammar.apart)
        self.together = _set(grammar.together)
        self.demanding = _set(grammar.demanding)
        self.trades = {fold(word): form for form, words in grammar.trades.items() for word in words}
        self.trade_openers = WordClass(trade.partition(" ")[0] for trade in self.trades)
        self.dead = _set(grammar.dead)
        self.dead_openers = WordClass(words.partition(" ")[0] for words in self.dead)
        self.remains, self.convicted = _set(grammar.remains), _set(grammar.convicted)
        self.seeking, self.purpose = _set(grammar.seeking), _set(grammar.purpose)
        self.roles, self.deceit = _set(grammar.roles), _set(grammar.deceit)
        self.wholes = _set(grammar.wholes)
        self.whereabouts, self.being_now = _set(grammar.whereabouts), _set(grammar.being_now)
        self.depriving = _set(grammar.depriving)
        self.contrast, self.among = _set(grammar.contrast), _set(grammar.among)
        self.one, self.overall = _set(grammar.one), _set(grammar.overall)
        self.expeditionary, self.restating = _set(grammar.expeditionary), _set(grammar.restating)
        self.before_then, self.ahead = _set(grammar.before_then), _set(grammar.ahead)
        self.restriction, self.afterwards = _set(grammar.restriction), _set(grammar.afterwards)

    def _take_places(self, grammar: Grammar) -> None:
        """Take what tells how a country is meant: as a home, a place, a way, a border."""
        self.origin, self.native, self.coming = _set(grammar.origin), _set(grammar.native), _set(grammar.coming)
        self.areas, self.border, self.compass = _set(grammar.areas), _set(grammar.border), _set(grammar.compass)
        self.destinations, self.bound = _set(grammar.destinations), _set(grammar.bound)
        self.kin, self.residence, self.vehicles = _set(grammar.kin), _set(grammar.residence), _set(grammar.vehicles)
        self.flags, self.between = _set(grammar.flags), _set(grammar.between)
        self.land, self.over, self.near = _set(grammar.land), _set(grammar.over), _set(grammar.near)
        self.presenting, self.seats, self.carried = _set(grammar.presenting), _set(grammar.seats), _set(grammar.carried)
        self.hailing, self.numbering = _set(grammar.hailing), _set(grammar.numbering)
        self.left_behind = _set(grammar.left_behind)
        self.journeys, self.arranging = _set(grammar.journeys), _set(grammar.arranging)
        self.arriving, self.publishing = _set(grammar.arriving), _set(grammar.publishing)
        self.asking, self.prospects, self.promising = (
            _set(grammar.asking),
            _set(grammar.prospects),
            _set(grammar.promising),
        )
        self.wanted, self.onward = _set(grammar.wanted), _set(grammar.onward) | _set(grammar.reaching)
        self.reaching, self.homewards = _set(grammar.reaching), _set(grammar.homewards)

    def _take_verbs(self, grammar: Grammar, pack: str) -> None:
        """Take auxiliaries, the verbs of `verbs.yaml`, and the few that are told apart by what they mean."""
        verbs = load_verbs(pack)
        self.passive, self.perfect = _set(grammar.passive), _set(grammar.perfect)
        self.future, self.conditional = _set(grammar.future), _set(grammar.conditional)
        self.infinitive, self.plural_verbs = _set(grammar.infinitive), _set(grammar.plural_verbs)
        self.auxiliaries = self.passive | self.perfect | self.future | self.conditional | self.infinitive
        self.clitic_verbs = _set(grammar.clitic_verbs)
        self.finite_auxiliaries = self.auxiliaries - self.infinitive - _set(grammar.nonfinite)
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
        self.may_follow_figure = self.auxiliaries | self.adverbs | self.negation | self.relative | self.conjunctions
        self.may_follow_figure |= self.reflexive
        self.may_be_finite = self.clitic_verbs | self.finite_auxiliaries | self.past | self.reporting


@cache
def load_grammar(pack: str) -> ClosedClasses:
    """Return the closed classes of a pack; raise PackError at what is wrong in them."""
    return ClosedClasses(read_words(pack, "grammar", Grammar), pack)

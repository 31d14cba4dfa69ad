"""The article as a whole: its sentences with their mentions, and what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.tokens import Doc, Span

from rescuewire.extraction.frames.actors import receives
from rescuewire.extraction.frames.datelines import Datelines, find_dateline_end, in_dateline
from rescuewire.extraction.frames.organs import codes_of
from rescuewire.extraction.frames.origin_phrases import read_lead
from rescuewire.extraction.frames.passing_places import is_told_in_passing
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    CONTEXTS,
    GROUPS,
    PLACES,
    AgentKind,
    ContextMention,
    PlaceKind,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.tokens import sentences, text_of
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire_schemas.rescue_event import Form, Harm

_NEAR = 2
_NAMES = frozenset({PlaceKind.COUNTRY, PlaceKind.PLACE})


class Story:
    """Sentences of one article in order, title first; furniture is left out."""

    def __init__(
        self, doc: Doc, title_length: int, furniture: Sequence[tuple[int, int]], grammar: ClosedClasses
    ) -> None:
        self.doc, self.grammar = doc, grammar
        self.views = list(_views(doc, title_length, furniture))
        self._owner = _owners(doc, self.views)
        _hand_out_mentions(doc, self._owner)
        for view in self.views:
            view.dateline_end = find_dateline_end(view)
        self.datelines = Datelines(self.views)
        self.about_victims: dict[int, bool] = {}
        """Whether a sentence goes on about the victims of those before it, of those for which this was asked."""
        self._near: dict[tuple[int, int], list[SentenceView]] = {}
        self._title: Sequence[SentenceView] | None = None
        self._all_contexts: list[ContextMention] | None = None
        self._harms: Counter[Harm] | None = None
        self._unlike_share: float | None = None
        self._forms: Counter[Form] | None = None
        self._countries: Counter[str] | None = None
        self._countries_stayed_in: Counter[str] | None = None
        self._countries_outside_datelines: Counter[str] | None = None
        self._all_named: list[tuple[SentenceView, Span]] | None = None
        self._told_most: tuple[str, ...] | None = None
        self._nations: frozenset[str] | None = None
        self._organs: Counter[str] | None = None

    def near(self, view: SentenceView, reach: int = _NEAR) -> Sequence[SentenceView]:
        """Return the sentences within `reach` of `view`, itself left out."""
        asked = view.index, reach
        if asked not in self._near:
            around = self.views[max(0, view.index - reach) : view.index + reach + 1]
            self._near[asked] = [v for v in around if v is not view and self.datelines.same_item(v, view)]
        return self._near[asked]

    @property
    def title(self) -> Sequence[SentenceView]:
        """The sentences of the title."""
        if self._title is None:
            self._title = [view for view in self.views if view.in_title]
        return self._title

    def view_at(self, span: Span) -> SentenceView | None:
        """Return the sentence that a mention stands in, None for page furniture."""
        return self._owner[span.start]

    def home(self, view: SentenceView, origin: tuple[str, ...]) -> tuple[str, ...]:
        """Return the country that a report is at home in: its dateline's, else the one it names most.

        `origin` are the victims' countries, which articles name too.
        """
        return self.datelines.codes_at(view)[:1] or self.main_country(origin)

    def main_country(self, origin: tuple[str, ...]) -> tuple[str, ...]:
        """Return the one country that the article names most, those of `origin` only where there is no other.

        Where it names several as often, or none, the one whose organs it tells of.
        """
        named = _without(self.countries, origin)
        told = named or self.countries
        tied = self.most_named(origin)
        for tie_break in (told, self.organs):
            tied = _most(Counter({code: tie_break[code] for code in tied})) if len(tied) > 1 else tied
        return tied if len(tied) == 1 else ()

    def most_named(self, origin: tuple[str, ...]) -> tuple[str, ...]:
        """Return the countries that the article names most often, those of `origin` only where there is no other."""
        stayed_in, named = _without(self.countries_stayed_in, origin), _without(self.countries, origin)
        return _most(stayed_in or named or self.countries or self.organs)

    def is_led_by_state(self, view: SentenceView) -> bool:
        """Tell whether an organ of a state is the first who acts in the sentence before or after `view`."""
        return any(True for _ in self._leading_organs(view))

    def follows_operation(self, view: SentenceView) -> bool:
        """Tell whether the sentence before `view` tells of what only authorities do: "in a raid … 40 were freed"."""
        before = (beside for beside in self.near(view, 1) if beside.index < view.index and not beside.in_title)
        return any(beside.has(self.grammar.operations) for beside in before)

    def is_led_by_others(self, view: SentenceView, codes: tuple[str, ...]) -> bool:
        """Tell whether the organs that act beside `view` are told to be of other states than `codes`."""
        told = {code for beside, organ in self._leading_organs(view) for code in codes_of(beside, organ, self.grammar)}
        return bool(told) and told.isdisjoint(codes)

    def _leading_organs(self, view: SentenceView) -> Iterator[tuple[SentenceView, Span]]:
        for beside in self.near(view, 1):
            if not beside.in_title and beside.agents and meaning(beside.agents[0], AGENTS).kind is AgentKind.STATE:
                yield beside, beside.agents[0]

    def contexts(self, views: Sequence[SentenceView]) -> list[ContextMention]:
        """Return the context mentions of some sentences."""
        return [context for view in views for context in view.context_mentions]

    @property
    def all_contexts(self) -> list[ContextMention]:
        """The context mentions of the whole article."""
        if self._all_contexts is None:
            self._all_contexts = self.contexts(self.views)
        return self._all_contexts

    @property
    def harms(self) -> Counter[Harm]:
        """Count the words for each harm in the whole article."""
        if self._harms is None:
            self._harms = Counter(c.harm for c in self.all_contexts if c.harm is not None)
        return self._harms

    @property
    def unlike_share(self) -> float:
        """The share of words for topics that are none of ours in those for these or a harm, between 0 and 1."""
        if self._unlike_share is None:
            contexts = [c for c in self.all_contexts if c.harm is not None or c.unlike is not None]
            unlike = sum(c.unlike is not None for c in contexts)
            self._unlike_share = unlike / len(contexts) if contexts else 0.0
        return self._unlike_share

    @property
    def forms(self) -> Counter[Form]:
        """Count the words for each form of exploitation in the whole article."""
        if self._forms is None:
            self._forms = Counter(form for c in self.all_contexts for form in c.forms)
        return self._forms

    @property
    def countries(self) -> Counter[str]:
        """Count the names of each country and of the places in it, not the words for its people or names in passing."""
        if self._countries is None:
            self._countries = _counted(self._named)
        return self._countries

    @property
    def countries_stayed_in(self) -> Counter[str]:
        """Count the names as `countries` does, without those that only tell where somebody goes: "to England"."""
        if self._countries_stayed_in is None:
            goals = self.grammar.towards - self.grammar.at - self.grammar.of
            self._countries_stayed_in = _counted(
                (v, p) for v, p in self._named if read_lead(v, p, self.grammar) not in goals
            )
        return self._countries_stayed_in

    @property
    def countries_outside_datelines(self) -> Counter[str]:
        """Count the names as `countries` does, without those of datelines."""
        if self._countries_outside_datelines is None:
            self._countries_outside_datelines = _counted(
                (view, place) for view, place in self._named if not in_dateline(view, place)
            )
        return self._countries_outside_datelines

    @property
    def _named(self) -> list[tuple[SentenceView, Span]]:
        if self._all_named is None:
            names = ((view, p) for view in self.views for p in view.places if meaning(p, PLACES).kind in _NAMES)
            self._all_named = [(view, p) for view, p in names if not is_told_in_passing(view, p, self.grammar)]
        return self._all_named

    @property
    def told_most(self) -> tuple[str, ...]:
        """The countries that the article tells most often: by name, by their people, by their organs."""
        if self._told_most is None:
            places = (code for view in self.views for p in view.places for code in meaning(p, PLACES).codes)
            organs = (code for view in self.views for a in view.agents for code in meaning(a, AGENTS).codes)
            self._told_most = _most(Counter(chain(places, organs)))
        return self._told_most

    @property
    def nations(self) -> frozenset[str]:
        """The countries of all places and people that the article names."""
        if self._nations is None:
            self._nations = frozenset(
                code for view in self.views for place in view.places for code in meaning(place, PLACES).codes
            )
        return self._nations

    @property
    def organs(self) -> Counter[str]:
        """Count the organs of each state that are told to be its, without those that somebody is handed over to."""
        if self._organs is None:
            organs = ((v, a) for v in self.views for a in v.agents if meaning(a, AGENTS).kind is AgentKind.STATE)
            acting = ((v, a) for v, a in organs if not receives(v, a, self.grammar))
            self._organs = Counter(code for view, organ in acting for code in codes_of(view, organ, self.grammar))
        return self._organs


def _counted(named: Iterable[tuple[SentenceView, Span]]) -> Counter[str]:
    return Counter(code for _, place in named for code in meaning(place, PLACES).codes)


def _most(told: Counter[str]) -> tuple[str, ...]:
    """Return the codes told most often."""
    return tuple(code for code, times in told.items() if times == max(told.values()))


def _without(told: Counter[str], codes: tuple[str, ...]) -> Counter[str]:
    return Counter({code: times for code, times in told.items() if code not in codes})


def _views(doc: Doc, title_length: int, furniture: Sequence[tuple[int, int]]) -> Iterator[SentenceView]:
    text, paragraph, index = text_of(doc), 0, 0
    for sentence in sentences(doc):
        told = text[sentence.start_char : sentence.end_char]
        if told.isspace() or not told or (furniture and _is_furniture(sentence, told, furniture)):
            paragraph += "\n\n" in told
            continue
        yield SentenceView(sentence, index, sentence.start_char < title_length, paragraph)
        paragraph += "\n" in told or told[-1].isspace()
        index += 1


def _is_furniture(sentence: Span, told: str, furniture: Sequence[tuple[int, int]]) -> bool:
    first = sentence.start_char + len(told) - len(told.lstrip())
    return any(start <= first < end for start, end in furniture)


def _only_sounds_unlike(span: Span) -> bool:
    """Tell whether words for a topic that is none of ours tell nothing else: in a name they are none of it.

    "Amnesty International" tells of no amnesty.
    """
    told: ContextMention = meaning(span, CONTEXTS)
    return told.unlike is not None and told.harm is None


def _owners(doc: Doc, views: Sequence[SentenceView]) -> list[SentenceView | None]:
    """Return the sentence that each token of a document belongs to, None for page furniture."""
    owners: list[SentenceView | None] = [None] * len(doc)
    for view in views:
        owners[view.start : view.end] = [view] * (view.end - view.start)
    return owners


def _hand_out_mentions(doc: Doc, owners: Sequence[SentenceView | None]) -> None:
    named = {token for agent in doc.spans.get(AGENTS, ()) for token in range(agent.start, agent.end)}
    for group in GROUPS:
        spans: Iterable[Span] = doc.spans.get(group, ())
        if group == CONTEXTS:
            spans = (span for span in spans if span.start not in named or not _only_sounds_unlike(span))
        for span in spans:
            view = owners[span.start]
            if view is not None:
                view.take(group, span)

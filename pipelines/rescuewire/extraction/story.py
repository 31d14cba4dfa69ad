"""The article as a whole: its sentences with their mentions, and what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
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

    def near(self, view: SentenceView, reach: int = _NEAR) -> Sequence[SentenceView]:
        """Return the sentences within `reach` of `view`, itself left out."""
        asked = view.index, reach
        if asked not in self._near:
            around = self.views[max(0, view.index - reach) : view.index + reach + 1]
            self._near[asked] = [v for v in around if v is not view and self.datelines.same_item(v, view)]
        return self._near[asked]

    @cached_property
    def title(self) -> Sequence[SentenceView]:
        """The sentences of the title."""
        return [view for view in self.views if view.in_title]

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

    @cached_property
    def all_contexts(self) -> list[ContextMention]:
        """The context mentions of the whole article."""
        return self.contexts(self.views)

    @cached_property
    def harms(self) -> Counter[Harm]:
        """Count the words for each harm in the whole article."""
        return Counter(c.harm for c in self.all_contexts if c.harm is not None)

    @cached_property
    def unlike_share(self) -> float:
        """The share of words for topics that are none of ours in those for these or a harm, between 0 and 1."""
        contexts = [c for c in self.all_contexts if c.harm is not None or c.unlike is not None]
        unlike = sum(c.unlike is not None for c in contexts)
        return unlike / len(contexts) if contexts else 0.0

    @cached_property
    def forms(self) -> Counter[Form]:
        """Count the words for each form of exploitation in the whole article."""
        return Counter(form for c in self.all_contexts for form in c.forms)

    @cached_property
    def countries(self) -> Counter[str]:
        """Count the names of each country and of the places in it, not the words for its people or names in passing."""
        return _counted(self._named)

    @cached_property
    def countries_stayed_in(self) -> Counter[str]:
        """Count the names as `countries` does, without those that only tell where somebody goes: "to England"."""
        goals = self.grammar.towards - self.grammar.at - self.grammar.of
        return _counted((v, p) for v, p in self._named if read_lead(v, p, self.grammar) not in goals)

    @cached_property
    def countries_outside_datelines(self) -> Counter[str]:
        """Count the names as `countries` does, without those of datelines."""
        return _counted((view, place) for view, place in self._named if not in_dateline(view, place))

    @cached_property
    def _named(self) -> list[tuple[SentenceView, Span]]:
        names = ((view, p) for view in self.views for p in view.places if meaning(p, PLACES).kind in _NAMES)
        return [(view, p) for view, p in names if not is_told_in_passing(view, p, self.grammar)]

    @cached_property
    def told_most(self) -> tuple[str, ...]:
        """The countries that the article tells most often: by name, by their people, by their organs."""
        places = (code for view in self.views for p in view.places for code in meaning(p, PLACES).codes)
        organs = (code for view in self.views for a in view.agents for code in meaning(a, AGENTS).codes)
        return _most(Counter(chain(places, organs)))

    @cached_property
    def nations(self) -> frozenset[str]:
        """The countries of all places and people that the article names."""
        return frozenset(code for view in self.views for place in view.places for code in meaning(place, PLACES).codes)

    @cached_property
    def organs(self) -> Counter[str]:
        """Count the organs of each state that are told to be its, without those that somebody is handed over to."""
        organs = ((v, a) for v in self.views for a in v.agents if meaning(a, AGENTS).kind is AgentKind.STATE)
        acting = ((v, a) for v, a in organs if not receives(v, a, self.grammar))
        return Counter(code for view, organ in acting for code in codes_of(view, organ, self.grammar))


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

"""Reading the phrase around a people noun: its figure, its determiner, the countries named inside it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.count_figures import UNTOLD, FigureKind
from rescuewire.extraction.mentions.kinds import (
    COUNTS,
    NAMES_PEOPLE,
    PEOPLE,
    PLACES,
    CountMention,
    PeopleClass,
    PeopleMention,
    PlaceKind,
)
from rescuewire.extraction.mentions.meanings import give_meaning, meaning
from rescuewire.extraction.mentions.spans_by_place import SpansByPlace
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.tokens import folded
from rescuewire_schemas.rescue_event import CountQualifier

_MODIFIERS = 4
_JOINS = frozenset({",", "/"})


@dataclass(frozen=True)
class Head:
    """A people noun or demonym, tokens `start` to `end` of the document; `size` is how many it means by itself."""

    start: int
    end: int
    people_class: PeopleClass
    plural: bool | None
    compatriot: bool
    origin: tuple[str, ...]
    fellow: bool = False
    size: int | None = None


@dataclass
class _Phrase:
    """A phrase while it is being read leftwards from its head."""

    start: int
    count: Span | None = None
    definite: bool = False
    possessive: bool = False
    part: bool = False
    whole: Span | None = None
    origin: list[str] = field(default_factory=list)
    anchored: int | None = None
    """Start of the phrase as far as a figure, a determiner or a country confirms it."""

    def take(self, start: int) -> None:
        self.start = self.anchored = start


class PhraseReader:
    """Reads people phrases of one document."""

    def __init__(self, doc: Doc, grammar: ClosedClasses, found: SpansByPlace) -> None:
        self._doc, self._grammar = doc, grammar
        self._words = folded(doc)
        self._count_ending: dict[int, Span] = {span.end: span for span in found.all(COUNTS)}
        self._count_starting: dict[int, Span] = {span.start: span for span in found.all(COUNTS)}
        self._place_ending: dict[int, Span] = {span.end: span for span in found.all(PLACES)}
        self._place_starting: dict[int, Span] = {span.start: span for span in found.all(PLACES)}

    def read(self, head: Head, nouns: AbstractSet[int], sentence: range) -> Span:
        """Return the span of the phrase around `head`, its meaning in `._.rescuewire_people`.

        `nouns` are the tokens of all heads of the sentence.
        """
        phrase = self._read_left(head, nouns, self._start_of(head), sentence.start)
        end, behind = self._read_right(self._take_members(head, phrase, nouns), sentence.stop)
        start = phrase.anchored if phrase.anchored is not None else head.start
        span = Span(self._doc, start, end)
        give_meaning(span, PEOPLE, self._mention(head, phrase, behind))
        return span

    def _start_of(self, head: Head) -> int:
        """Return where a noun begins, or the figure that it is a part of: "a couple"."""
        figure = self._count_ending.get(head.end)
        return min(head.start, figure.start) if figure is not None else head.start

    def _mention(self, head: Head, phrase: _Phrase, behind: list[str]) -> PeopleMention:
        count = _with_size(_told(head, phrase), head.size)
        return PeopleMention(
            people_class=head.people_class,
            head=head.start,
            plural=_is_plural(head, count),
            count=count,
            definite=phrase.definite and (phrase.count is None or self._points_back(phrase)),
            compatriots=head.fellow or (phrase.possessive and head.compatriot),
            origin=tuple(sorted({*head.origin, *phrase.origin, *behind})),
            fellow=head.fellow,
            part=phrase.part,
            whole=meaning(phrase.whole, COUNTS) if phrase.whole is not None else None,
        )

    def _points_back(self, phrase: _Phrase) -> bool:
        return phrase.count is not None and phrase.start < phrase.count.start

    def _read_left(self, head: Head, nouns: AbstractSet[int], start: int, limit: int) -> _Phrase:
        phrase, modifiers = _Phrase(start), 0
        if start < head.start:
            phrase.take(start)
        while phrase.start > limit and modifiers <= _MODIFIERS:
            if self._take_count(phrase) or self._take_country(phrase, nouns):
                continue
            if phrase.start - 1 in nouns or not self._take_word(phrase):
                break
            modifiers += 1
        return phrase

    def _take_count(self, phrase: _Phrase) -> bool:
        span = self._count_before(phrase.start)
        if span is None:
            return False
        told = span.end < phrase.start and _tells(span)
        if phrase.count is None or phrase.definite or told or self._is_share(span, phrase):
            if self._is_part(span, phrase):
                phrase.part, phrase.whole = True, phrase.count
            phrase.count, phrase.definite = span, False
        phrase.take(span.start)
        return True

    def _is_part(self, figure: Span, phrase: _Phrase) -> bool:
        """Tell whether "of the" parts a figure from the people it counts some of, one word in « des » and "del"."""
        if phrase.possessive or (figure.end >= phrase.start and _tells(figure)):
            return False
        return phrase.definite or self._is_of_the(phrase.start - 1)

    def _is_share(self, figure: Span, phrase: _Phrase) -> bool:
        """Tell whether a figure parts those that the phrase counts: « la moitié des 80 », "half the 80"."""
        beside = figure.end == phrase.start and self._words[figure.end - 1] in self._grammar.definite
        return beside or self._is_of_the(phrase.start - 1)

    def _is_of_the(self, position: int) -> bool:
        """Tell whether one word is preposition and article both: « la moitié des 80 »."""
        word = self._words[position]
        return word in self._grammar.of and word in self._grammar.determiners

    def _count_before(self, position: int) -> Span | None:
        """Return the figure that ends at `position`, or before an "of" there ("dozens of", « dix de ses »)."""
        if position in self._count_ending:
            return self._count_ending[position]
        if position and self._words[position - 1] in self._grammar.of:
            return self._count_ending.get(position - 1)
        return None

    def _take_country(self, phrase: _Phrase, nouns: AbstractSet[int]) -> bool:
        beside = self._place_ending.get(phrase.start) if phrase.count is None else None
        place = beside or self._joined_country(phrase)
        if place is None or place.start in nouns or not self._names_origin(place, phrase):
            return False
        phrase.origin.extend(meaning(place, PLACES).codes)
        phrase.take(place.start)
        return True

    def _names_origin(self, place: Span, phrase: _Phrase) -> bool:
        """Tell whether a country before a people noun is theirs: "U.S. citizens", not "in Niger 12 hostages"."""
        kind = meaning(place, PLACES).kind
        return kind in NAMES_PEOPLE or (kind is PlaceKind.COUNTRY and phrase.count is None)

    def _joined_country(self, phrase: _Phrase) -> Span | None:
        """Return the country joined to one that is taken: "Guatemalan, Honduran and Mexican migrants"."""
        position = phrase.start
        if not phrase.origin:
            return None
        joins = _JOINS | self._grammar.conjunctions
        while position and self._words[position - 1] in joins:
            position -= 1
        return self._place_ending.get(position)

    def _take_word(self, phrase: _Phrase) -> bool:
        """Take the word before the phrase into it if a phrase for people can hold it there."""
        word, grammar = self._words[phrase.start - 1], self._grammar
        if word in grammar.possessive or word in grammar.definite or word in grammar.demonstrative:
            phrase.possessive |= word in grammar.possessive
            phrase.definite = True
            phrase.take(phrase.start - 1)
            return self._count_before(phrase.start) is not None
        if phrase.count is not None or self._closes(word):
            return False
        phrase.start -= 1
        return True

    def _closes(self, word: str) -> bool:
        """Tell whether no phrase for people runs across `word`."""
        grammar = self._grammar
        if word in grammar.never_inside or word in grammar.prepositions or word in grammar.conjunctions:
            return True
        return not word[0].isalnum() and word not in {"-", "'"}

    def _take_members(self, head: Head, phrase: _Phrase, nouns: AbstractSet[int]) -> int:
        """Take the figure behind a noun that gathers people, and return where it ends: "a family of five".

        The family of five hostages is no family of five.
        """
        figure = self._count_starting.get(head.end + 1)
        if figure is None or self._words[head.end] not in self._grammar.of or not _tells_several(figure):
            return head.end
        is_one_family = head.people_class is PeopleClass.FAMILY and not head.plural and figure.end not in nouns
        if not is_one_family and head.plural is not None:
            return head.end
        phrase.count = figure
        return figure.end

    def _read_right(self, end: int, limit: int) -> tuple[int, list[str]]:
        """Take countries behind the noun: « ouvrières agricoles cambodgiennes », « guinéens et maliens »."""
        origin: list[str] = []
        position = end
        for skipped in range(limit - end):
            place = self._place_starting.get(position)
            if place is not None and meaning(place, PLACES).kind in NAMES_PEOPLE:
                origin.extend(meaning(place, PLACES).codes)
                end = position = place.end
            elif not self._may_skip(position, limit, skipped, bool(origin)):
                break
            else:
                position += 1
        return end, origin

    def _may_skip(self, position: int, limit: int, skipped: int, inside: bool) -> bool:
        if position >= limit:
            return False
        word, grammar = self._words[position], self._grammar
        if word in _JOINS or word in grammar.conjunctions:
            return inside or skipped == 0
        if word in grammar.never_inside or word in grammar.prepositions or word in grammar.determiners:
            return False
        return not inside and skipped == 0 and word[0].isalpha() and self._doc[position].is_lower


def _told(head: Head, phrase: _Phrase) -> CountMention | None:
    """Return the figure of a phrase, which is of no people in "twelve poor families"."""
    if phrase.count is None:
        return None
    of_members = phrase.count.label_ == FigureKind.MEMBERS.value
    if head.people_class is PeopleClass.FAMILY and phrase.count.start < head.start and not of_members:
        return UNTOLD
    told: CountMention = meaning(phrase.count, COUNTS)
    return told


def _tells(span: Span) -> bool:
    """Tell whether a figure bounds anything: "a group of 12" counts 12, "forty of the 75" counts 40."""
    count: CountMention = meaning(span, COUNTS)
    return (count.best, count.min, count.max) != (None, None, None)


def _tells_several(span: Span) -> bool:
    return _tells(span) and meaning(span, COUNTS).best != 1


def _with_size(count: CountMention | None, size: int | None) -> CountMention | None:
    """Return the figure of a phrase whose noun means `size` people: of "the couple" and "a Danish couple"."""
    if size is None or (count is not None and count.best != 1):
        return count
    return CountMention(size, size, size, CountQualifier.EXACT)


def _is_plural(head: Head, count: CountMention | None) -> bool:
    if head.plural is not None:
        return head.plural
    return count is None or count.best != 1

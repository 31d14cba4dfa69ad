"""Whether a demonym stands for people ("15 Chinese were rescued") or qualifies a noun ("15 Chinese guards")."""

from __future__ import annotations

from collections.abc import Callable

from rescuewire.extraction.mentions.gazetteer import Gazetteer
from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_files import HeadWords
from rescuewire.extraction.mentions.place_scanning import Occurrence
from rescuewire.extraction.mentions.place_words import Words, has_capitals, is_shouted

_LONGEST_CHAIN = 20
_STOPS = '.!?:;«"“'


class DemonymReader:
    """Tells the kinds of a text's demonyms; `is_number` knows the number words of the language."""

    def __init__(self, words: Words, gazetteer: Gazetteer, is_number: Callable[[str], bool]) -> None:
        self._words = words
        self._heads: HeadWords = gazetteer.place_words.heads
        self._before = frozenset(self._heads.before)
        self._before_singular = frozenset(self._heads.before_singular)
        self._after = frozenset(self._heads.after)
        self._before_small = frozenset(self._heads.before_small)
        self._coordinators = frozenset(self._heads.coordinators)
        self._is_number = is_number
        self._by_capital = self._heads.by_capital and has_capitals(words)

    def read_kinds(self, occurrences: list[Occurrence]) -> list[PlaceKind]:
        """The kind of each occurrence; a demonym that is coordinated with the one before it is like that one."""
        kinds: list[PlaceKind] = []
        for index, occurrence in enumerate(occurrences):
            kind = occurrence.kind
            if kind is PlaceKind.ADJECTIVE:
                previous = kinds[-1] if index and self._are_coordinated(occurrences[index - 1], occurrence) else None
                kind = self._read(occurrences, index, previous)
            kinds.append(kind)
        return kinds

    def _read(self, occurrences: list[Occurrence], index: int, previous: PlaceKind | None) -> PlaceKind:
        occurrence = occurrences[index]
        if self._by_capital and not is_shouted(self._words.line(occurrence.first)):
            is_head = self._words.is_capital(occurrence.first) or self._is_counted(occurrence.first - 1)
        elif previous in {PlaceKind.DEMONYM, PlaceKind.ADJECTIVE} and self._heads.noun_first:
            is_head = previous is PlaceKind.DEMONYM
        else:
            chain_end = self._end_of_chain(occurrences, index)
            is_head = self._may_start_people(occurrence, previous) and self._may_end_people(chain_end)
        return PlaceKind.DEMONYM if is_head else PlaceKind.ADJECTIVE

    def _is_counted(self, before: int) -> bool:
        """Whether word `before` is a number or a word that no adjective follows: « 12 philippins »."""
        key = self._words.key(before)
        return bool(key) and "\n" not in self._words.gap(before) and (key in self._before_small or self._is_figure(key))

    def _is_figure(self, key: str) -> bool:
        return key.isdigit() or self._is_number(key)

    def _starts_sentence(self, first: int) -> bool:
        gap = self._words.gap(first - 1)
        return first == 0 or "\n" in gap or any(stop in gap for stop in _STOPS)

    def _may_start_people(self, occurrence: Occurrence, previous: PlaceKind | None) -> bool:
        """Whether a number or article stands before; a singular with a plural of its own asks for a singular one."""
        if previous is PlaceKind.DEMONYM:
            return True
        before = self._words.key(occurrence.first - 1)
        if self._starts_sentence(occurrence.first):
            return self._heads.noun_first
        if before in self._before_singular:
            return True
        has_plural = occurrence.name is not None and occurrence.name.has_plural
        return not has_plural and (before in self._before or self._is_figure(before))

    def _may_end_people(self, last: int) -> bool:
        """Whether no noun follows that the word would qualify."""
        if self._heads.noun_first or last + 1 >= len(self._words):
            return True
        gap = self._words.gap(last)
        if gap.strip() or "\n" in gap:
            return "-" not in gap and "'" not in gap and "’" not in gap
        return self._words.key(last + 1) in self._after

    def _end_of_chain(self, occurrences: list[Occurrence], index: int) -> int:
        """The last word of the demonyms that are coordinated with this one: "Thai, Lao and Chinese nationals"."""
        last = occurrences[index]
        for following in occurrences[index + 1 : index + _LONGEST_CHAIN]:
            if following.kind is not PlaceKind.ADJECTIVE or not self._are_coordinated(last, following):
                break
            last = following
        return last.last

    def _are_coordinated(self, one: Occurrence, other: Occurrence) -> bool:
        """Whether only a comma or a coordinating word, or both, stands between two demonyms."""
        if PlaceKind.COUNTRY in {one.kind, other.kind} or PlaceKind.PLACE in {one.kind, other.kind}:
            return False
        between = self._words.text[self._words.ends[one.last] : self._words.starts[other.first]]
        parts = between.lower().replace(",", " , ").split()
        return 0 < len(parts) <= 2 and self._coordinators.issuperset(parts)

"""Replaying dead letters: which of them are sent again, which are not and why, and how fast."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rescuewire.counting import counted
from rescuewire.dead_letters.choosing import Choice
from rescuewire.dead_letters.opening import LetterAddress, Opener
from rescuewire_connectors.addresses import TopicAddress
from rescuewire_connectors.interfaces import Refused
from rescuewire_connectors.stored_letters import LetterStore, StoredLetter

if TYPE_CHECKING:
    from rescuewire_connectors.kafka.replaying import Replay
    from rescuewire_connectors.kafka.topics import Topic

BATCH_LETTERS = 500
BATCH_BYTES = 16_000_000
BATCH_SECONDS = 1.0
"""A batch is committed when it has so many letters or bytes, or was begun so long ago."""
DEFAULT_MAX_HOPS = 3

REPLAYED = "replayed"
BEFORE = "replayed before"
TOO_OFTEN = "replayed too often (--max-hops)"
WITHOUT_VALUE = "without their value, which was too large for the topic of dead letters: take them from their source"
TOO_LARGE = "too large for the target"
CAME_MEANWHILE = "come meanwhile from another topic: replay again"
IMPOSSIBLE = (WITHOUT_VALUE, TOO_LARGE)


@dataclass(frozen=True)
class ReplaySettings:
    """What to replay where. `target` None means where each record came from; `rate` is letters a second, 0 no limit.

    A letter whose record was replayed `max_hops` times or more is left alone.
    """

    opener: Opener
    letters: LetterAddress
    target: TopicAddress | None
    choice: Choice
    max_hops: int = DEFAULT_MAX_HOPS
    rate: float = 0.0

    def topic_of(self, letter: StoredLetter) -> str:
        """The name of the topic that a letter goes to."""
        return self.target.topic if self.target is not None else letter.letter.record.topic


@dataclass
class ReplayTally:
    """How many letters were replayed, and how many were not, by the reason in words."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def replayed(self) -> int:
        """Letters whose replay is committed."""
        return self.counts[REPLAYED]

    @property
    def impossible(self) -> int:
        """Letters that were asked for and that nobody can replay."""
        return sum(self.counts[words] for words in IMPOSSIBLE)

    def words(self, done: str) -> str:
        """The counts in one line; `done` is what became of the letters that are replayed."""
        others = "".join(f"; {count:,} {words}" for words, count in self.counts.items() if words != REPLAYED and count)
        return f"{counted(self.counts[REPLAYED], 'dead letter')} {done}{others}"


class Pace:
    """Lets no more than `rate` letters a second pass, one each `step` seconds; 0 lets all pass."""

    def __init__(
        self, rate: float, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.step = 1 / rate if rate else 0.0
        self._clock = clock
        self._sleep = sleep
        self._due = clock()

    def wait(self) -> None:
        """Return when the next letter may go."""
        now = self._clock()
        if now < self._due:
            self._sleep(self._due - now)
        self._due = max(self._due, now) + self.step


class Judge:
    """Says of each letter whether it is replayed; of two letters of one record only the first is."""

    def __init__(self, replayed: Iterable[bytes], max_hops: int) -> None:
        self._replayed = set(replayed)
        self._max_hops = max_hops

    def verdict(self, letter: StoredLetter) -> str:
        """REPLAYED, or why not."""
        if letter.identity in self._replayed:
            return BEFORE
        if letter.left_out_bytes is not None:
            return WITHOUT_VALUE
        if letter.replays >= self._max_hops:
            return TOO_OFTEN
        self._replayed.add(letter.identity)
        return REPLAYED


def preview(settings: ReplaySettings, tally: ReplayTally, show: Callable[[StoredLetter, str], None]) -> None:
    """Show the letters that would be replayed and the topic of each, and send nothing."""
    store = settings.opener.open_letters(settings.letters)
    judge = Judge(store.replayed(), settings.max_hops)
    for letter in settings.choice.of(store.read()):
        verdict = judge.verdict(letter)
        tally.counts[verdict] += 1
        if verdict == REPLAYED:
            show(letter, settings.topic_of(letter))


def replay(settings: ReplaySettings, tally: ReplayTally) -> None:
    """Replay the letters; raise Stop where it must end before, with the last batch not committed.

    `tally` counts what is committed, also when this raises.
    """
    store = settings.opener.open_letters(settings.letters)
    sources = {letter.letter.record.topic for letter in settings.choice.of(store.read())}
    topics = settings.opener.find_targets(settings.letters, settings.target, sources)
    with closing(_open(settings, store, topics.values())) as opened:
        judge = Judge(opened.open(), settings.max_hops)
        batches = _Batches(opened, Pace(settings.rate), tally)
        for letter in settings.choice.of(store.read()):
            target = topics.get(settings.topic_of(letter))
            verdict = judge.verdict(letter) if target is not None else CAME_MEANWHILE
            if target is not None and verdict == REPLAYED:
                batches.take(letter, target)
            else:
                tally.counts[verdict] += 1
        batches.commit()


def _open(settings: ReplaySettings, store: LetterStore, topics: Iterable[Topic]) -> Replay:
    return settings.opener.open_replay(settings.letters, store, settings.target, topics)


class _Batches:
    """Gives letters to a replay at their pace, and commits batch by batch."""

    def __init__(self, opened: Replay, pace: Pace, tally: ReplayTally) -> None:
        self._opened = opened
        self._pace = pace
        self._tally = tally
        self._letters = 0
        self._bytes = 0
        self._begun = time.monotonic()

    def take(self, letter: StoredLetter, target: Topic) -> None:
        self._pace.wait()
        self._begun = self._begun if self._letters else time.monotonic()
        try:
            self._opened.send(letter, target)
        except Refused:
            self._tally.counts[TOO_LARGE] += 1
            return
        self._letters += 1
        self._bytes += len(letter.letter.record.value or b"")
        if self._is_full():
            self.commit()

    def _is_full(self) -> bool:
        seconds = time.monotonic() - self._begun + self._pace.step
        return self._letters >= BATCH_LETTERS or self._bytes >= BATCH_BYTES or seconds >= BATCH_SECONDS

    def commit(self) -> None:
        self._opened.commit()
        self._tally.counts[REPLAYED] += self._letters
        self._letters = self._bytes = 0

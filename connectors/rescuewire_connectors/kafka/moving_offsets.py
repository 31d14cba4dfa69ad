"""Moving a group that nobody is in: where to, whether that can be, and the commit that the broker may still refuse."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TypeAlias

from kafka.errors import (
    IllegalGenerationError,
    KafkaError,
    KafkaTimeoutError,
    NoError,
    RebalanceInProgressError,
    UnknownMemberIdError,
)

from kafka import OffsetAndMetadata, TopicPartition
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.kafka.group_offsets import find_ends, find_members, partitions_of
from rescuewire_connectors.kafka.starting import COMMITTED, Start, offsets_of, parse_start
from rescuewire_connectors.stopping import TryAgain, WrongUsage

FORMS = "earliest, latest, a time as 2026-05-31T08:00 (UTC), +N or -N records, or PARTITION:OFFSET,PARTITION:OFFSET"
STABLE_MS = 5_000
"""So long an open transaction may keep the group's offsets in doubt, before we say so."""
_PLACES = re.compile(r"\d+:\d+(,\d+:\d+)*")
_STEPS = re.compile(r"[+-]\d+")
_HAS_MEMBERS = (UnknownMemberIdError, IllegalGenerationError, RebalanceInProgressError)


@dataclass(frozen=True)
class Steps:
    """So many records on, or back where below 0."""

    records: int


@dataclass(frozen=True)
class Places:
    """Offsets of some partitions; all others stay."""

    offsets: Mapping[int, int]


Target: TypeAlias = Start | Steps | Places
Offsets: TypeAlias = dict[TopicPartition, int]


@dataclass(frozen=True)
class Move:
    """The group goes from `before` (None: nothing is committed) to `after`, in one partition."""

    name: TopicPartition
    before: int | None
    after: int

    def __str__(self) -> str:
        before = "none" if self.before is None else str(self.before)
        return f"{self.name.topic}-{self.name.partition}: {before} -> {self.after}"


def parse_target(words: str) -> Target:
    """Read where to move to, in one of FORMS; raise WrongUsage."""
    if _PLACES.fullmatch(words):
        return _parse_places(words)
    if _STEPS.fullmatch(words):
        return Steps(int(words))
    try:
        start = parse_start(words)
    except WrongUsage:
        raise WrongUsage(f"--to {words}: write {FORMS}") from None
    if start.policy == COMMITTED:
        raise WrongUsage(f"--to {words}: the group stands there already; write {FORMS}")
    return start


def _parse_places(words: str) -> Places:
    pairs = [pair.split(":") for pair in words.split(",")]
    offsets = {int(partition): int(offset) for partition, offset in pairs}
    if len(offsets) < len(pairs):
        raise WrongUsage(f"--to {words}: a partition is named twice; name each once")
    return Places(offsets)


def plan_move(cluster: Cluster, topic: str, group: str, target: Target) -> list[Move]:
    """What a move would do. Raise TryAgain while the group has members, WrongUsage for an offset that is not there."""
    names = partitions_of(cluster, topic)
    _refuse_members(cluster, topic, group)
    before = _stable_offsets(cluster, group, names)
    after = _resolve(cluster, target, names, before)
    _refuse_out_of_range(after, find_ends(cluster, list(after)))
    return [Move(name, before.get(name), offset) for name, offset in sorted(after.items())]


def _refuse_members(cluster: Cluster, topic: str, group: str) -> None:
    members = find_members(cluster, topic, group)
    if members:
        named = ", ".join(map(str, members))
        raise TryAgain(f"group {group} has members, and nothing was moved; stop them first: {named}")


def _stable_offsets(cluster: Cluster, group: str, names: Sequence[TopicPartition]) -> Offsets:
    """What is committed, once no transaction can change it any more: a replica that died may have left one open."""
    with closing(cluster.consumer(group, 1)) as consumer:
        try:
            found = {name: consumer.committed(name, timeout_ms=STABLE_MS) for name in names}
        except KafkaTimeoutError as error:
            raise TryAgain(
                f"group {group}: the offsets are not to be had, a dead replica's transaction may hold them; nothing "
                "was moved, say it again in two minutes"
            ) from error
        except KafkaError as error:
            raise stop_for(error, f"group {group} at {cluster}") from error
    return {name: offset for name, offset in found.items() if offset is not None}


def _resolve(cluster: Cluster, target: Target, names: Sequence[TopicPartition], before: Offsets) -> Offsets:
    if isinstance(target, Places):
        return _resolve_places(target, names)
    if isinstance(target, Steps):
        return _resolve_steps(target, names, before)
    with closing(cluster.reader()) as consumer:
        try:
            return offsets_of(consumer, target, names)
        except KafkaError as error:
            raise stop_for(error, f"{cluster}") from error


def _resolve_places(target: Places, names: Sequence[TopicPartition]) -> Offsets:
    known = {name.partition: name for name in names}
    for partition in target.offsets:
        if partition not in known:
            raise WrongUsage(f"{names[0].topic} has no partition {partition}; it has 0 to {len(names) - 1}")
    return {known[partition]: offset for partition, offset in target.offsets.items()}


def _resolve_steps(target: Steps, names: Sequence[TopicPartition], before: Offsets) -> Offsets:
    missing = [name for name in names if name not in before]
    if missing:
        raise WrongUsage(
            f"{_words(missing)}: nothing is committed there to count from; say earliest, latest, a time or "
            "PARTITION:OFFSET"
        )
    return {name: offset + target.records for name, offset in before.items()}


def _refuse_out_of_range(after: Offsets, ends: Mapping[TopicPartition, tuple[int, int]]) -> None:
    wrong = [
        f"{_words([name])} has {ends[name][0]} to {ends[name][1]}, not {offset}"
        for name, offset in sorted(after.items())
        if not ends[name][0] <= offset <= ends[name][1]
    ]
    if wrong:
        raise WrongUsage(f"nothing was moved: {'; '.join(wrong)}")


def commit_moves(cluster: Cluster, group: str, moves: Sequence[Move]) -> None:
    """Move the group; raise TryAgain where a member has come meanwhile: the broker refuses then, and nothing moves."""
    offsets = {move.name: OffsetAndMetadata(move.after, "", -1) for move in moves}
    with closing(cluster.admin()) as admin:
        try:
            refused = _refused(admin.alter_group_offsets(group, offsets))
        except KafkaError as error:
            raise stop_for(error, f"group {group} at {cluster}") from error
    for name, refusal in refused.items():
        if isinstance(refusal, _HAS_MEMBERS):
            raise TryAgain(f"group {group} has got a member meanwhile, and nothing was moved; stop it first")
        raise stop_for(refusal, f"moving group {group} in {_words([name])}")


def _refused(answers: Mapping[TopicPartition, Callable[[], KafkaError]]) -> dict[TopicPartition, KafkaError]:
    return {name: error() for name, error in sorted(answers.items()) if error is not NoError}


def _words(names: Sequence[TopicPartition]) -> str:
    return ", ".join(f"{name.topic}-{name.partition}" for name in names)

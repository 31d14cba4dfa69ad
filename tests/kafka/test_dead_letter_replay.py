"""Dead letters are replayed once, however often, with whatever filters, and whatever dies."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fakes.kafka_driver import Driver, MakeTopic, header_values
from fakes.running import ENVIRONMENT, run_command, start_command
from rescuewire.dead_letters.choosing import Choice, parse_choice
from rescuewire.dead_letters.opening import Opener, parse_letters
from rescuewire.dead_letters.replaying import BATCH_LETTERS, ReplaySettings, ReplayTally, preview, replay
from rescuewire_connectors.addresses import FileAddress, parse_topic
from rescuewire_connectors.dead_letters import as_line, as_message
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.replaying import Replay
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Header, Record
from rescuewire_connectors.stopping import ExitCode, NoInput, TryAgain, WrongUsage
from rescuewire_connectors.stored_letters import REPLAYED_FROM, REPLAYS, StoredLetter

pytestmark = pytest.mark.kafka
REASONS = ("no_text", "too_large", "bad_date")

OPENER = Opener(Cluster)


@dataclass(frozen=True)
class Letters:
    """Dead letters at `address`, whose records came from the topic `source`."""

    driver: Driver
    address: str
    source: str

    def settings(self, *reasons: str, **changes: Any) -> ReplaySettings:
        letters = parse_letters(self.address)
        target = OPENER.parse_target(letters, self.driver.address(self.source) if self.in_file else None)
        return ReplaySettings(OPENER, letters, target, parse_choice(reasons, (), (), None), **changes)

    @property
    def in_file(self) -> bool:
        return isinstance(parse_letters(self.address), FileAddress)

    def replay(self, *reasons: str, **changes: Any) -> int:
        tally = ReplayTally()
        replay(self.settings(*reasons, **changes), tally)
        return tally.replayed

    def open(self) -> Replay:
        """A replay by hand."""
        settings = self.settings()
        topics = OPENER.find_targets(settings.letters, settings.target, [self.source])
        return OPENER.open_replay(
            settings.letters, OPENER.open_letters(settings.letters), settings.target, topics.values()
        )

    def first(self) -> tuple[StoredLetter, Topic]:
        """The first letter, and the topic that it goes to."""
        letters = parse_letters(self.address)
        topics = OPENER.find_targets(letters, parse_topic(self.driver.address(self.source)), ())
        return next(OPENER.open_letters(letters).read()), topics[self.source]

    def words(self) -> list[str]:
        return ["dlq", "replay", self.address, *([self.driver.address(self.source)] if self.in_file else [])]

    def sent(self) -> Counter[bytes]:
        """The values that a reader of committed records sees in the source."""
        return Counter(record.value or b"" for record in self.driver.records(self.source))


MakeLetters = Callable[..., Letters]


def numbered(number: int, source: str) -> DeadLetter:
    headers = (Header("n", str(number).encode()), Header("none", None))
    record = Record(source, 0, number, b"value %d" % number, b"k%d" % number, headers, 1_700_000_000_000)
    return DeadLetter(record, REASONS[number % 3], "broken")


def values(numbers: Any) -> Counter[bytes]:
    return Counter(b"value %d" % number for number in numbers)


def send_letters(driver: Driver, topic: str, letters: list[DeadLetter]) -> None:
    with closing(Cluster((driver.server,)).producer([1_000_000])) as producer:
        for message in map(as_message, letters):
            producer.send(topic, message.value, message.key, list(message.headers))
        producer.flush(30)


@pytest.fixture(params=["topic", "file"])
def make_letters(request: pytest.FixtureRequest, driver: Driver, make_topic: MakeTopic, tmp_path: Path) -> MakeLetters:
    def make(count: int) -> Letters:
        source = make_topic("news")
        letters = [numbered(number, source) for number in range(count)]
        if request.param == "file":
            path = tmp_path / "events.jsonl.dead.jsonl"
            path.write_bytes(b"".join(as_line(letter) + b"\n" for letter in letters))
            return Letters(driver, str(path), source)
        topic = make_topic("letters", partitions=2)
        send_letters(driver, topic, letters)
        return Letters(driver, driver.address(topic), source)

    return make


def test_a_record_goes_back_as_it_came(make_letters: MakeLetters) -> None:
    letters = make_letters(1)
    assert letters.replay() == 1
    (record,) = letters.driver.records(letters.source)
    assert (record.key, record.value) == (b"k0", b"value 0")
    assert header_values(record) == {"n": "0", "none": "", REPLAYS: "1", REPLAYED_FROM: f"{letters.source}/0/0"}


def test_a_second_replay_sends_nothing(make_letters: MakeLetters) -> None:
    letters = make_letters(30)
    assert (letters.replay(), letters.replay()) == (30, 0)
    assert letters.sent() == values(range(30))


def test_what_a_filter_left_out_is_there_for_another(make_letters: MakeLetters) -> None:
    letters = make_letters(30)
    assert letters.replay("too_large") == 10
    assert letters.sent() == values(range(1, 30, 3))
    assert letters.replay("no_text", "too_large") == 10
    assert letters.replay() == 10
    assert letters.sent() == values(range(30))


@pytest.mark.parametrize("point", ["offsets", "committed"])
def test_killed_in_the_middle_and_run_again_nothing_is_lost_or_comes_twice(
    make_letters: MakeLetters, point: str
) -> None:
    count = 2 * BATCH_LETTERS + 100
    letters = make_letters(count)
    command = [sys.executable, "-m", "fakes.fail_points", *letters.words()]
    ended = subprocess.run(command, env={**ENVIRONMENT, "FAIL_POINT": f"{point}:SIGKILL:2"}, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    done = letters.replay("no_text") + letters.replay()
    assert 0 < done < count
    assert letters.sent() == values(range(count))
    assert letters.replay() == 0


def test_a_dry_run_shows_and_sends_nothing(make_letters: MakeLetters) -> None:
    letters = make_letters(6)
    letters.replay("no_text")
    shown, tally = [], ReplayTally()
    preview(letters.settings(), tally, lambda stored, topic: shown.append((stored.letter.record.offset, topic)))
    assert sorted(shown) == [(number, letters.source) for number in (1, 2, 4, 5)]
    assert tally.words("would be replayed") == "4 dead letters would be replayed; 2 replayed before"
    assert sum(letters.sent().values()) == 2


def test_the_verb_lists_what_was_replayed(make_letters: MakeLetters) -> None:
    letters = make_letters(6)
    ended = run_command(*letters.words(), "--reason", "no_text", "--rate", "50")
    assert (ended.returncode, ended.stderr) == (ExitCode.DONE, "rescuewire: 2 dead letters replayed\n")
    listed = run_command("dlq", "list", letters.address, "--format", "json").stdout.splitlines()
    assert {told["offset"]: told["replayed"] for told in map(json.loads, listed)} == {
        number: number % 3 == 0 for number in range(6)
    }
    assert run_command("dlq", "list", letters.address, "--pending").stderr == (
        "rescuewire: 4 dead letters: 2 too_large, 2 bad_date\n"
    )


def test_letters_replayed_too_often_are_left_alone(driver: Driver, make_topic: MakeTopic) -> None:
    source, topic = make_topic("news"), make_topic("letters")
    hops = [(Header(REPLAYS, str(number).encode()),) for number in range(4)]
    records = [Record(source, 0, number, b"%d" % number, b"k", headers) for number, headers in enumerate(hops)]
    send_letters(driver, topic, [DeadLetter(record, "timed_out", "slow") for record in records])
    ended = run_command("dlq", "replay", driver.address(topic), "--max-hops", "2")
    assert ended.returncode == ExitCode.DONE
    assert ended.stderr == "rescuewire: 2 dead letters replayed; 2 replayed too often (--max-hops)\n"
    assert [header_values(record)[REPLAYS] for record in driver.records(source)] == ["1", "2"]


def test_of_two_letters_of_one_record_one_is_replayed(driver: Driver, make_topic: MakeTopic) -> None:
    source, topic = make_topic("news"), make_topic("letters")
    letters = Letters(driver, driver.address(topic), source)
    send_letters(driver, topic, [numbered(0, source), numbered(0, source)])
    assert letters.replay() == 1
    assert letters.sent() == values([0])


def test_a_later_replay_of_the_same_letters_shuts_the_earlier_out(driver: Driver, make_topic: MakeTopic) -> None:
    source, topic = make_topic("news"), make_topic("letters")
    send_letters(driver, topic, [numbered(number, source) for number in range(5)])
    letters = Letters(driver, driver.address(topic), source)
    with closing(letters.open()) as earlier:
        assert earlier.open() == set()
        earlier.send(*letters.first())
        assert letters.replay() == 5
        with pytest.raises(TryAgain):
            earlier.commit()
    assert letters.sent() == values(range(5))


def test_notes_behind_an_open_transaction_are_waited_for(driver: Driver, make_topic: MakeTopic) -> None:
    source, topic = make_topic("news"), make_topic("letters", partitions=1)
    send_letters(driver, topic, [numbered(0, source)])
    letters = Letters(driver, driver.address(topic), source)
    with closing(Cluster((driver.server,)).transactional_producer([1_000_000], f"open-{topic}")) as producer:
        producer.init_transactions()
        with closing(letters.open()) as first:
            first.open()
            producer.begin_transaction()
            producer.send(topic, b"of a replica that is not done").get(timeout=10)
            first.send(*letters.first())
            first.commit()
        assert OPENER.open_letters(parse_letters(letters.address)).replayed() == set()
        again = start_command(*letters.words())
        assert again.stderr is not None
        assert again.stderr.readline() == f"rescuewire: topic {topic}: waiting for a transaction that is open in it\n"
        producer.abort_transaction()
    assert again.communicate(timeout=60)[1] == "rescuewire: 0 dead letters replayed; 1 replayed before\n"
    assert letters.sent() == values([0])


def test_a_journal_that_another_replay_writes_is_left_to_it(
    driver: Driver, make_topic: MakeTopic, tmp_path: Path
) -> None:
    source, path = make_topic("news"), tmp_path / "dead.jsonl"
    path.write_bytes(as_line(numbered(0, source)) + b"\n")
    letters = Letters(driver, str(path), source)
    with closing(letters.open()), pytest.raises(TryAgain, match="another replay"):
        letters.replay()
    assert letters.replay() == 1


@pytest.mark.parametrize("words", [("--field", "text"), ("--place", "0/7-9"), ("--since", "2999-01-01")])
def test_where_nothing_is_meant_nothing_is_sent(driver: Driver, make_topic: MakeTopic, words: tuple[str, str]) -> None:
    source, topic = make_topic("news"), make_topic("letters", partitions=1)
    send_letters(driver, topic, [numbered(0, source)])
    ended = run_command("dlq", "replay", driver.address(topic), *words)
    assert (ended.returncode, ended.stderr) == (ExitCode.DONE, "rescuewire: 0 dead letters replayed\n")
    assert driver.records(source) == []


def test_a_source_that_is_no_topic_needs_a_target(driver: Driver, make_topic: MakeTopic) -> None:
    topic, target = make_topic("letters"), make_topic("elsewhere")
    address = parse_letters(driver.address(topic))
    send_letters(driver, topic, [numbered(0, "articles/in.jsonl")])
    with pytest.raises(WrongUsage, match=r"articles/in\.jsonl, which is no topic; give TARGET"):
        replay(ReplaySettings(OPENER, address, None, Choice()), ReplayTally())
    tally = ReplayTally()
    replay(ReplaySettings(OPENER, address, parse_topic(driver.address(target)), Choice()), tally)
    assert [record.value for record in driver.records(target)] == [b"value 0"]


def test_a_source_that_is_gone_needs_a_target(driver: Driver, make_topic: MakeTopic) -> None:
    topic = make_topic("letters")
    send_letters(driver, topic, [numbered(0, "gone")])
    with pytest.raises(NoInput, match=r"topic gone at .* or give another TARGET"):
        replay(ReplaySettings(OPENER, parse_letters(driver.address(topic)), None, Choice()), ReplayTally())

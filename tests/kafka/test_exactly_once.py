"""One transaction a batch: all of it is seen or nothing, and by whom it was read is asked when it is committed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.keyword_detector import KeywordDetector
from fakes.running import has_done, run, run_until, wait_until
from kafka import KafkaConsumer, TopicPartition
from rescuewire.event_codec import RescueEventCodec
from rescuewire.outcomes import ArticleRecord, RescueOutcome, detect_events, parse_record
from rescuewire_connectors.addresses import parse_topic
from rescuewire_connectors.kafka import opening, transactions
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.opening import Places, open_ends
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.stopping import TryAgain, WrongSettings, WrongUsage
from rescuewire_connectors.stream import Ends
from rescuewire_schemas.rescue_event import Harm, RescueEvent

pytestmark = pytest.mark.kafka
SESSION_SECONDS = 2.0
RECORDS = (Sent(article(id="1"), "events"), Sent(b"{", "dead_letter"), Sent(article(text="Nothing."), "no_event"))


class Pair:
    """A source, its sinks, and as many members of one group as a test wants."""

    def __init__(self, driver: Driver, make_topic: MakeTopic, folder: Path) -> None:
        self.driver = driver
        self.source, self.sink = make_topic("news", partitions=1), make_topic("events", partitions=1)
        self.letters = make_topic(f"{self.sink}-dlq", exactly=True, partitions=1)
        self._folder = folder
        self._detector = KeywordDetector(frozenset(Harm))
        driver.send(self.source, RECORDS)

    def join(self, name: str, host: str = "here") -> Ends[RescueEvent]:
        folder = self._folder / host
        settings = GroupSettings(self.source, name, session_seconds=SESSION_SECONDS, state_folder=folder)
        source, sink, letters = (
            parse_topic(self.driver.address(each)) for each in (self.source, self.sink, self.letters)
        )
        return open_ends(Places(source, sink, letters, settings, exactly_once=True), RescueEventCodec())

    def write_batch(self, ends: Ends[RescueEvent]) -> dict[Place, int]:
        """Read a batch and write its outcomes, up to where only its offsets are missing."""
        batch = fetch(ends)
        for record in batch:
            ends.sink.write(self._outcome(record))
        ends.sink.flush()
        return {record.place: record.offset + 1 for record in batch}

    def _outcome(self, record: Record) -> RescueOutcome:
        parsed = parse_record(record, 5.0)
        return detect_events(parsed, self._detector, 5.0) if isinstance(parsed, ArticleRecord) else parsed

    def seen(self) -> tuple[int, int, int]:
        """Events and dead letters that a reader of committed records sees, and the group's offset."""
        offset = sum(self.driver.committed(self.source, self.source).values())
        return len(self.driver.records(self.sink)), len(self.driver.records(self.letters)), offset


def fetch(ends: Ends[Any]) -> list[Record]:
    found: list[Record] = []
    wait_until(lambda: bool(found.extend(ends.feed.fetch()) or found), "records")
    return found


def lose_session(ends: Ends[Any]) -> None:
    """What being frozen does to a member, without freezing this process."""
    ends.feed._consumer._coordinator._disable_heartbeat()  # type: ignore[attr-defined]


def rejoin(ends: Ends[Any]) -> None:
    """What a poll does whose member finds that it was shut out."""
    consumer: Any = ends.feed._consumer  # type: ignore[attr-defined]
    consumer._coordinator.reset_generation()
    wait_until(lambda: consumer.poll(100) == {} and consumer.group_metadata().generation_id > 0, "the member")


@pytest.fixture
def pair(driver: Driver, make_topic: MakeTopic, tmp_path: Path) -> Pair:
    return Pair(driver, make_topic, tmp_path)


@pytest.fixture
def first(pair: Pair) -> Iterator[Ends[RescueEvent]]:
    ends = pair.join("first")
    yield ends
    ends.close()


@pytest.fixture
def second(pair: Pair) -> Iterator[Ends[RescueEvent]]:
    ends = pair.join("second")
    yield ends
    ends.close()


def test_nothing_of_a_batch_is_seen_before_it_is_committed_and_then_all(pair: Pair, first: Ends[RescueEvent]) -> None:
    offsets = pair.write_batch(first)
    assert pair.seen() == (0, 0, 0)
    first.feed.commit(offsets)
    wait_until(lambda: pair.seen() == (1, 1, 3), "events, dead letters and offsets")


def test_nothing_is_seen_of_a_batch_that_is_given_up(pair: Pair, first: Ends[RescueEvent]) -> None:
    pair.write_batch(first)
    first.close()
    assert pair.seen() == (0, 0, 0)


def test_a_batch_of_a_member_that_was_shut_out_is_not_committed(
    pair: Pair, first: Ends[RescueEvent], second: Ends[RescueEvent]
) -> None:
    offsets = pair.write_batch(first)
    lose_session(first)
    second.feed.commit(pair.write_batch(second))
    with pytest.raises(TryAgain, match="another replica"):
        first.feed.commit(offsets)
    first.close()
    assert pair.seen() == (1, 1, 3)


def test_a_membership_taken_at_the_commit_would_let_the_batch_be_done_twice(
    pair: Pair, first: Ends[RescueEvent], second: Ends[RescueEvent]
) -> None:
    offsets = pair.write_batch(first)
    lose_session(first)
    second.feed.commit(pair.write_batch(second))
    second.close()
    rejoin(first)
    membership = first.feed._consumer.group_metadata()  # type: ignore[attr-defined]
    first.feed._holding.batch_came(membership)  # type: ignore[attr-defined]
    first.feed._holding._taken.clear()  # type: ignore[attr-defined]
    first.feed.commit(offsets)
    wait_until(lambda: pair.seen()[:2] == (2, 2), "the batch a second time")


def test_a_batch_of_nobody_in_particular_is_refused(first: Ends[RescueEvent]) -> None:
    consumer: Any = first.feed._consumer  # type: ignore[attr-defined]
    shut_out = replace_identity(consumer.group_metadata())
    consumer.group_metadata = lambda: shut_out
    with pytest.raises(TryAgain, match="shut this replica out"):
        fetch(first)


def replace_identity(membership: Any) -> Any:
    """What the client says of itself when the group has shut it out; the broker lets such offsets pass."""
    return membership._replace(generation_id=-1, member_id="")


def test_a_partition_waits_for_the_transaction_that_holds_its_offsets(
    pair: Pair, first: Ends[RescueEvent], second: Ends[RescueEvent]
) -> None:
    add_offsets_only(pair, first)
    lose_session(first)
    assert position_without_waiting(pair) == 0
    wait_until(lambda: second.feed.fetch() == [] and is_assigned(second), "the partition to move")
    assert [record for _ in range(8) for record in second.feed.fetch()] == []
    first.sink.close()
    assert len(fetch(second)) == 3


def add_offsets_only(pair: Pair, ends: Ends[RescueEvent]) -> None:
    """Leave a transaction open that the broker has the offsets of."""
    offsets = pair.write_batch(ends)
    outbox: Any = ends.sink._events._outbox  # type: ignore[attr-defined]
    outbox._commit = lambda _producer: None
    ends.feed.commit(offsets)
    outbox._begun = True


def is_assigned(ends: Ends[Any]) -> bool:
    return bool(ends.feed._consumer.assignment())  # type: ignore[attr-defined]


def position_without_waiting(pair: Pair) -> int:
    """Where a consumer begins that does not wait for open transactions: before the batch that may yet be committed."""
    options = {"group_id": pair.source, "isolation_level": "read_uncommitted", "enable_auto_commit": False}
    with closing(KafkaConsumer(bootstrap_servers=pair.driver.server, **options)) as consumer:
        return consumer.committed(TopicPartition(pair.source, 0)) or 0


def test_a_predecessors_transaction_ends_when_its_name_comes_back(pair: Pair, first: Ends[RescueEvent]) -> None:
    add_offsets_only(pair, first)
    first.replica.close()  # type: ignore[union-attr]  # as its death does
    lose_session(first)
    with closing(pair.join("first")) as successor:
        assert len(fetch(successor)) == 3


def test_of_two_hosts_that_use_one_name_the_former_ends_and_says_so(pair: Pair, first: Ends[RescueEvent]) -> None:
    offsets = pair.write_batch(first)
    with closing(pair.join("first", host="elsewhere")), pytest.raises(TryAgain, match="a --replica of its own"):
        first.feed.commit(offsets)
    assert pair.seen() == (0, 0, 0)


def test_servers_of_one_cluster_may_be_named_differently(pair: Pair) -> None:
    there = pair.driver.address(pair.sink).replace("127.0.0.1", "localhost")
    letters = pair.driver.address(pair.letters)
    tally = run_until(has_done(3), pair.driver.address(pair.source), there, dead_letters=letters, group=pair.source)
    assert (tally.records, pair.seen()) == (3, (1, 1, 3))


def test_two_clusters_are_refused_with_the_reason(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "cluster_id", str)
    there = pair.driver.address(pair.sink).replace("127.0.0.1", "localhost")
    with pytest.raises(WrongUsage, match="are two clusters, and no transaction spans two; say"):
        run(pair.driver.address(pair.source), there, group=pair.source)


def test_transactions_longer_than_the_brokers_allow_are_a_matter_of_settings(pair: Pair) -> None:
    too_long = {"transaction": 1_000.0}
    with pytest.raises(WrongSettings, match=r"1000 s are longer than transaction\.max\.timeout\.ms"):
        run(pair.driver.address(pair.source), pair.driver.address(pair.sink), group=pair.source, timeouts=too_long)


def test_brokers_that_do_not_ask_who_commits_are_refused(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transactions, "ASKS_WHO_COMMITS", (99,))
    with pytest.raises(WrongSettings, match=r"needs Kafka 2\.5; say --delivery at_least_once"):
        pair.join("first")


def test_a_file_goes_to_topics_in_transactions(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(each.value or b"" for each in RECORDS))
    run(str(tmp_path / "in.jsonl"), pair.driver.address(pair.sink))
    assert pair.seen()[:2] == (1, 1)
    assert is_transactional(pair)


def is_transactional(pair: Pair) -> bool:
    """A transaction leaves a marker behind its records."""
    with closing(KafkaConsumer(bootstrap_servers=pair.driver.server)) as consumer:
        partition = TopicPartition(pair.sink, 0)
        return bool(consumer.end_offsets([partition])[partition] == len(pair.driver.records(pair.sink)) + 1)

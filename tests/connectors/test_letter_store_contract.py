"""What every store of dead letters promises: a topic and a file alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from rescuewire.dead_letters.choosing import parse_choice
from rescuewire.dead_letters.listing import Listing
from rescuewire.dead_letters.opening import Opener, parse_letters
from rescuewire.event_codec import RescueEventCodec
from rescuewire_connectors.addresses import FileAddress, FileForm, SinkAddress, parse_sink
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.opening import Places, open_ends
from rescuewire_connectors.outcome import DeadLetter, dead_letter_outcome
from rescuewire_connectors.record import Header, Record
from rescuewire_connectors.stopping import NoInput, WrongUsage
from rescuewire_connectors.stored_letters import LetterStore

HEADERS = (Header("h", b"v"), Header("none", None))
LETTERS = [
    DeadLetter(
        Record("news", 0, number, b"\xff%d" % number, b"k", HEADERS, 1_700_000_000_000 + number), reason, "é", field
    )
    for number, (reason, field) in enumerate([("not_json", None), ("no_text", "text"), ("bad_date", "published_at")])
]


@dataclass(frozen=True)
class Written:
    """A store that was written as a run writes it."""

    address: str
    store: LetterStore

    def listed(self, *reasons: str) -> list[DeadLetter]:
        choice = parse_choice(reasons, (), (), None)
        return [listed.stored.letter for listed in Listing(self.store, choice).read()]


@pytest.fixture(params=["file", pytest.param("topic", marks=pytest.mark.kafka)])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Written:
    if request.param == "file":
        return write(tmp_path, parse_sink(str(tmp_path / "events.jsonl")), str(tmp_path / "dead.jsonl"))
    make_topic, driver = request.getfixturevalue("make_topic"), request.getfixturevalue("driver")
    events = parse_sink(driver.address(make_topic("events", partitions=1)))
    return write(tmp_path, events, driver.address(make_topic("letters", partitions=3)))


def write(folder: Path, events: SinkAddress, letters: str) -> Written:
    source = folder / "in.jsonl"
    source.touch()
    kafka = GroupSettings(state_folder=folder / "state")
    places = Places(FileAddress(source, FileForm.JSON_LINES), events, parse_sink(letters), kafka)
    ends = open_ends(places, RescueEventCodec())
    for letter in LETTERS:
        ends.sink.write(dead_letter_outcome(letter.record, letter.reason, letter.message, letter.field))
    ends.sink.flush()
    ends.sink.complete()
    ends.close()
    return Written(letters, Opener(Cluster).open_letters(parse_letters(letters)))


def test_letters_come_back_whole_and_in_order(written: Written) -> None:
    assert [stored.letter for stored in written.store.read()] == LETTERS


def test_they_can_be_read_again(written: Written) -> None:
    assert list(written.store.read()) == list(written.store.read())


def test_each_is_found_at_the_place_that_it_names(written: Written) -> None:
    for stored in written.store.read():
        assert written.store.at(stored.place.words) == stored


def test_where_none_stands_nothing_is_found(written: Written) -> None:
    last = list(written.store.read())[-1].place.words
    beyond = last[:-1] + str(int(last[-1]) + 1)
    with pytest.raises(NoInput, match=beyond):
        written.store.at(beyond)


def test_words_that_are_no_place_are_refused(written: Written) -> None:
    with pytest.raises(WrongUsage, match="the first: a place in a"):
        written.store.at("the first")


def test_none_was_replayed(written: Written) -> None:
    assert written.store.replayed() == set()


def test_letters_are_chosen_by_reason_field_and_place(written: Written) -> None:
    assert written.listed("no_text", "bad_date") == LETTERS[1:]
    second = list(written.store.read())[1]
    for choice in (parse_choice((), ["text"], (), None), parse_choice((), (), [second.place.words], None)):
        assert list(choice.of(written.store.read())) == [second]


def test_counts_tell_the_reasons(written: Written) -> None:
    listing = Listing(written.store, parse_choice((), (), (), None))
    assert len(list(listing.read(pending=True))) == 3
    assert listing.words() == "3 dead letters: 1 not_json, 1 no_text, 1 bad_date"

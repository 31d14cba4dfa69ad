from __future__ import annotations

import csv
import json
from datetime import datetime, timezone
from typing import Any

import pytest

from fakes.articles import BROKEN
from fakes.running import ENVIRONMENT, run, run_command
from rescuewire.dead_letters.choosing import Choice, PlaceRange, parse_choice, parse_places, parse_since
from rescuewire.dead_letters.printing import pretty, shortened
from rescuewire.dead_letters.replaying import BEFORE, REPLAYED, TOO_OFTEN, WITHOUT_VALUE, Judge, Pace
from rescuewire.dead_letters.words import article_id, text_of
from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Header, Record
from rescuewire_connectors.stopping import ExitCode, WrongUsage
from rescuewire_connectors.stored_letters import REPLAYS, LetterPlace, StoredLetter


def stored(number: int = 0, *, hops: int = 0, **changes: Any) -> StoredLetter:
    record = Record("news", 0, number, b"x", headers=(Header(REPLAYS, str(hops).encode()),))
    place = LetterPlace(1, number, f"1/{number}")
    return StoredLetter(**{"place": place, "letter": DeadLetter(record, "r", "m", "f"), "written_ms": 1_000, **changes})


class TestChoosing:
    @pytest.mark.parametrize(
        ("choice", "holds"),
        [
            (Choice(), True),
            (parse_choice(["r", "x"], (), (), None), True),
            (parse_choice(["x"], (), (), None), False),
            (parse_choice(["r"], ["x"], (), None), False),
            (parse_choice((), ["f"], ["1/5-9"], None), True),
            (parse_choice((), (), ["1/8-9", "1/7"], None), True),
            (parse_choice((), (), ["0/7"], None), False),
            (parse_choice((), (), (), "1970-01-01T00:00:01"), True),
            (parse_choice((), (), (), "1970-01-01T00:00:01.001Z"), False),
        ],
    )
    def test_each_part_must_hold(self, choice: Choice, holds: bool) -> None:
        assert choice.holds(stored(7)) is holds

    def test_a_letter_without_time_is_since_no_time(self) -> None:
        assert not Choice(since_ms=0).holds(stored(written_ms=None))

    def test_how_long_ago(self) -> None:
        now = datetime(2026, 5, 31, 12, tzinfo=timezone.utc)
        assert parse_since("90m", now) == parse_since("2026-05-31T10:30")
        assert parse_since("2d", now) == parse_since("2026-05-29T14:00+02:00")

    def test_places(self) -> None:
        assert parse_places("3/17") == PlaceRange(3, 17, 17)
        assert parse_places("12-20") == PlaceRange(0, 12, 20)

    @pytest.mark.parametrize("words", ["", "a", "1/", "0/1-", "-1"])
    def test_what_is_no_place_is_refused(self, words: str) -> None:
        with pytest.raises(WrongUsage, match="--place"):
            parse_places(words)

    @pytest.mark.parametrize("words", ["yesterday", "", "5", "5y"])
    def test_what_is_no_time_is_refused(self, words: str) -> None:
        with pytest.raises(WrongUsage, match="--since"):
            parse_since(words)


class TestJudging:
    def test_each_record_is_replayed_once(self) -> None:
        judge = Judge({stored(1).identity}, 3)
        letters = (stored(0), stored(1), stored(2), stored(0))
        assert [judge.verdict(letter) for letter in letters] == [REPLAYED, BEFORE, REPLAYED, BEFORE]

    @pytest.mark.parametrize(("hops", "verdict"), [(0, REPLAYED), (2, REPLAYED), (3, TOO_OFTEN), (9, TOO_OFTEN)])
    def test_hops_have_an_end(self, hops: int, verdict: str) -> None:
        assert Judge((), 3).verdict(stored(hops=hops)) == verdict

    def test_nothing_is_made_of_a_value_that_was_left_out(self) -> None:
        assert Judge((), 3).verdict(stored(left_out_bytes=5_000)) == WITHOUT_VALUE


class TestPace:
    def sleeps(self, rate: float, works: list[float]) -> list[float]:
        """How long each letter waits, where so many seconds of other work come before it."""
        now, slept = [0.0], []

        def sleep(seconds: float) -> None:
            slept.append(round(seconds, 3))
            now[0] += seconds

        pace = Pace(rate, lambda: now[0], sleep)
        for seconds in works:
            now[0] += seconds
            pace.wait()
        return slept

    def test_letters_keep_their_distance(self) -> None:
        assert self.sleeps(4, [0, 0, 0.1, 0]) == [0.25, 0.15, 0.25]

    def test_what_was_missed_is_not_made_up_for(self) -> None:
        assert self.sleeps(4, [0, 10, 0]) == [0.25]

    def test_without_a_rate_nobody_waits(self) -> None:
        assert self.sleeps(0, [0, 0, 0]) == []


class TestWords:
    def test_a_value_is_pretty_where_it_is_json(self) -> None:
        assert pretty('{"a": "é"}'.encode()) == '{\n  "a": "é"\n}'
        assert pretty(b"{broken") == "{broken"
        assert pretty(b"\xff") == "base64:/w=="

    def test_a_message_is_one_short_line(self) -> None:
        assert shortened("a\n  b") == "a b"
        assert len(shortened("long " * 50)) == 60

    @pytest.mark.parametrize(
        ("value", "name"),
        [(b'{"id": "a", "url": "u"}', "a"), (b'{"id": null, "url": "u"}', "u"), (b'{"id": 7}', None), (b"[]", None)]
        + [(value, None) for value in (b"{", b"\xff", None, b"[" * 100_000)],
    )
    def test_an_article_is_named_as_it_names_itself(self, value: bytes | None, name: str | None) -> None:
        assert article_id(Record("news", 0, 0, value)) == name

    def test_bytes_are_text_where_they_can_be(self) -> None:
        assert (text_of(None), text_of("é".encode()), text_of(b"\xff")) == (None, "é", "base64:/w==")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Dead letters as a run over a file leaves them, with a line among them that is none."""
    folder = tmp_path_factory.mktemp("dlq")
    (folder / "in.jsonl").write_bytes(b"".join(each.value + b"\n" for each in BROKEN[:9] if each.value))
    run(str(folder / "in.jsonl"), str(folder / "out.jsonl"))
    path = folder / "out.jsonl.dead.jsonl"
    path.write_bytes(path.read_bytes() + b"no letter\n")
    return str(path)


class TestVerbs:
    def test_a_list_is_json_for_programs(self, letters: str) -> None:
        ended = run_command("dlq", "list", letters, "--format", "json")
        told = [json.loads(line) for line in ended.stdout.splitlines()]
        assert [(each["place"], each["reason"], each["field"]) for each in told] == [
            (str(number), each.reason, each.field) for number, each in enumerate(BROKEN[:9], 1)
        ]
        assert (told[5]["article_id"], told[5]["hops"], told[5]["replayed"]) == ("a", 0, False)
        assert "out.jsonl.dead.jsonl:10: no dead letter of rescuewire" in ended.stderr
        assert ended.stderr.splitlines()[-1].startswith("rescuewire: 9 dead letters: 2 not_an_object, 2 no_text")

    def test_a_list_is_csv(self, letters: str) -> None:
        shown = run_command("dlq", "list", letters, "--format", "csv", "--reason", "bad_date").stdout
        (row,) = csv.DictReader(shown.splitlines())
        assert (row["reason"], row["field"], row["place"]) == ("bad_date", "published_at", "9")

    def test_a_list_is_a_table_for_people(self, letters: str) -> None:
        shown = run_command("dlq", "list", letters, env={**ENVIRONMENT, "COLUMNS": "160"}).stdout
        assert "published_at" in shown
        assert [line.split()[0] for line in shown.splitlines() if line[1:2].isdigit()] == list("123456789")

    def test_the_newest_are_the_last(self, letters: str) -> None:
        shown = run_command("dlq", "list", letters, "--limit", "2", "--format", "json").stdout
        assert [json.loads(line)["place"] for line in shown.splitlines()] == ["8", "9"]

    def test_a_summary_counts_reasons(self, letters: str) -> None:
        shown = run_command("dlq", "list", letters, "--summary", "--format", "json", "--field", "text").stdout
        assert [json.loads(line) for line in shown.splitlines()] == [
            {"reason": "no_text", "letters": 2, "replayed": 0},
            {"reason": "wrong_type", "letters": 1, "replayed": 0},
        ]

    def test_one_letter_is_shown_in_full(self, letters: str) -> None:
        shown = run_command("dlq", "show", letters, "9").stdout
        assert "bad_date" in shown
        assert '  "published_at": "yesterday"\n' in shown

    @pytest.mark.parametrize(
        ("words", "code", "said"),
        [
            (("show", "{}", "99"), ExitCode.NO_INPUT, "out.jsonl.dead.jsonl:99: no dead letter"),
            (("show", "{}", "0/9"), ExitCode.USAGE, "0/9: a place in a file is the number of a line"),
            (("list", "gone.dead.jsonl"), ExitCode.NO_INPUT, "gone.dead.jsonl: no such file"),
            (("list", "events.avro"), ExitCode.USAGE, "events.avro: dead letters are in"),
            (("list", "{}", "--since", "soon"), ExitCode.USAGE, "--since soon"),
            (("list", "{}", "--limit", "-1"), ExitCode.USAGE, "--limit"),
            (("replay", "{}"), ExitCode.USAGE, "give TARGET"),
            (("replay", "{}", "x.jsonl"), ExitCode.USAGE, "replay sends to a topic"),
            (("replay", "{}", "kafka://a:1/news", "--max-hops", "0"), ExitCode.USAGE, "--max-hops"),
        ],
    )
    def test_an_error_is_one_line_and_its_code(
        self, letters: str, words: tuple[str, ...], code: int, said: str
    ) -> None:
        ended = run_command("dlq", *(word.replace("{}", letters) for word in words))
        assert ended.returncode == code
        assert said in ended.stderr
        assert ended.stderr.count("\n") == 1

    def test_help_loads_no_kafka(self) -> None:
        ended = run_command("dlq", "replay", "--help", env={**ENVIRONMENT, "PYTHONPROFILEIMPORTTIME": "1"})
        assert "--dry-run" in ended.stdout
        assert not [name for name in ("apache_beam", "spacy", "| kafka\n") if name in ended.stderr]

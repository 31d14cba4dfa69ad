from __future__ import annotations

import json
import signal
import time
from importlib.metadata import version as installed_version
from pathlib import Path

import pytest

from fakes.articles import BROKEN, SOUND, Sent, article, driver_records
from fakes.keyword_detector import CONFIDENCE
from fakes.running import ENVIRONMENT, KEYWORD_DETECTOR, run, run_command, start_command, wait_until
from rescuewire.events.reading import read_events_at
from rescuewire_connectors.outcome import OutcomeKind
from rescuewire_connectors.stopping import ExitCode, WrongUsage


def write_lines(path: Path, sent: list[Sent]) -> str:
    path.write_bytes(b"".join(each.value + b"\n" for each in sent if each.value))
    return str(path)


def counted(sent: list[Sent]) -> dict[str, int]:
    return {kind.value: sum(each.outcome == kind.value for each in sent) for kind in OutcomeKind}


@pytest.fixture
def articles(tmp_path: Path) -> str:
    return write_lines(tmp_path / "in.jsonl", driver_records(100, 10))


def test_each_record_has_its_outcome_and_none_stops_the_stream(tmp_path: Path) -> None:
    sent = [each for each in (*SOUND, *BROKEN) if each.value]
    tally = run(write_lines(tmp_path / "in.jsonl", sent), str(tmp_path / "out.jsonl"))
    assert tally.summary()["outcomes"] == counted(sent)
    letters = [json.loads(line) for line in (tmp_path / "out.jsonl.dead.jsonl").read_text().splitlines()]
    assert [(letter["reason"], letter["field"]) for letter in letters] == [
        (each.reason, each.field) for each in BROKEN if each.value
    ]


@pytest.mark.parametrize("ending", ["avro", "jsonl"])
def test_events_can_be_read_again(articles: str, tmp_path: Path, ending: str) -> None:
    out = str(tmp_path / f"out.{ending}")
    tally = run(articles, out)
    events = list(read_events_at(out))
    assert len(events) == tally.events == 20
    assert [event.victims.best for event in events[:4]] == [0, 1, 10, 11]


def test_equal_input_gives_equal_bytes(articles: str, tmp_path: Path) -> None:
    for name in ("1.avro", "2.avro"):
        run(articles, str(tmp_path / name))
    assert (tmp_path / "1.avro").read_bytes() == (tmp_path / "2.avro").read_bytes()


def test_harms_choose_the_events(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "Crews rescued 3 from a mine. Police rescued 5 people."}\n')
    assert run(str(source), str(tmp_path / "few.jsonl")).events == 1
    assert run(str(source), str(tmp_path / "all.jsonl"), harm="all").events == 2


def test_confidence_chooses_the_events(articles: str, tmp_path: Path) -> None:
    assert run(articles, str(tmp_path / "all.jsonl"), min_confidence=CONFIDENCE).events == 20
    assert run(articles, str(tmp_path / "none.jsonl"), min_confidence=CONFIDENCE + 0.01).events == 0


def test_an_article_over_its_time_is_a_dead_letter(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "HANG"}\n{"text": "Police rescued 5 people."}\n')
    tally = run(str(source), str(tmp_path / "out.jsonl"), timeouts={"article": 0.3})
    assert tally.summary() == {
        "records": 2,
        "events": 1,
        "outcomes": {"events": 1, "no_event": 0, "unsupported_language": 0, "tombstone": 0, "dead_letter": 1},
    }


def test_source_and_sink_must_differ(articles: str) -> None:
    with pytest.raises(WrongUsage, match="different"):
        run(articles, articles)


class TestCommandLine:
    def words(self, *more: str) -> tuple[str, ...]:
        return ("run", *more, "--detector", KEYWORD_DETECTOR)

    def test_a_run_ends_with_one_line_of_counts_and_a_summary(self, articles: str, tmp_path: Path) -> None:
        summary = tmp_path / "summary.json"
        ended = run_command(*self.words(articles, str(tmp_path / "out.avro"), "--summary", str(summary)))
        assert ended.returncode == 0
        *dead_letters, last_line = ended.stderr.splitlines()
        assert last_line.startswith("rescuewire: 110 records, 20 events; outcomes: 10 events,")
        assert [json.loads(line)["message"] for line in dead_letters] == ["dead letter"] * 10
        assert json.loads(summary.read_text()) == {
            "records": 110,
            "events": 20,
            "outcomes": {"events": 10, "no_event": 80, "unsupported_language": 10, "tombstone": 0, "dead_letter": 10},
        }

    def test_the_last_line_says_where_dead_letters_are(self, tmp_path: Path) -> None:
        source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
        source.write_text("broken\n")
        ended = run_command(*self.words(str(source), str(out)))
        assert ended.stderr.splitlines()[-1].startswith("rescuewire: 1 record, 0 events; ")
        assert ended.stderr.endswith(f"; 1 dead letter in {out}.dead.jsonl\n")

    def test_lines_in_lines_out(self) -> None:
        line = '{"text": "Police rescued 12 people."}\n'
        ended = run_command(*self.words("-", "-"), input=line)
        assert json.loads(ended.stdout)["victims"]["best"] == 12
        assert ended.stderr.startswith("rescuewire: 1 record, 1 event; ")
        assert "dead letter " not in ended.stderr

    def test_the_version_is_an_option_and_a_verb(self) -> None:
        asked = run_command("--version")
        assert asked.returncode == ExitCode.DONE
        assert asked.stdout == run_command("version").stdout == f"{installed_version('rescuewire')}\n"

    @pytest.mark.parametrize(
        ("words", "code", "said"),
        [
            (("gone.jsonl", "out.avro"), ExitCode.NO_INPUT, "gone.jsonl: no such file"),
            (("-", "out.parquet"), ExitCode.USAGE, "out.parquet: cannot write"),
            (("-",), ExitCode.USAGE, "Missing argument"),
            (("-", "-", "--colour", "red"), ExitCode.USAGE, "No such option"),
            (("-", "-", "--harm", "FLOOD"), ExitCode.USAGE, "FLOOD"),
            (("-", "-", "--min-confidence", "60"), ExitCode.USAGE, "--min-confidence 60: a probability from 0 to 1"),
            (("-", "-", "--min-confidence", "nan"), ExitCode.USAGE, "--min-confidence nan: a probability"),
            (("-", "-", "--min-confidence", "high"), ExitCode.USAGE, "--min-confidence high: this should be a"),
            (("-", "-", "--start", "soon"), ExitCode.USAGE, "--start soon"),
            (("-", "-", "--summary", "."), ExitCode.USAGE, "--summary .: this is a folder"),
            (("-", "-", "--summary", "gone/x"), ExitCode.USAGE, "the folder gone does not exist"),
        ],
    )
    def test_an_error_is_one_line_and_its_code(self, words: tuple[str, ...], code: int, said: str) -> None:
        ended = run_command(*self.words(*words))
        assert ended.returncode == code
        assert said in ended.stderr
        assert ended.stderr.count("\n") == 1

    def test_help_loads_neither_beam_nor_spacy_nor_kafka(self) -> None:
        ended = run_command("run", "--help", env={**ENVIRONMENT, "PYTHONPROFILEIMPORTTIME": "1"})
        assert "SOURCE" in ended.stdout.upper()
        assert not [name for name in ("apache_beam", "spacy", "| kafka\n", "numpy") if name in ended.stderr]

    def test_a_file_run_that_is_stopped_leaves_no_file(self, tmp_path: Path) -> None:
        source = tmp_path / "in.jsonl"
        source.write_text('{"text": "SLEEP 0.05"}\n' * 400)
        process = start_command(*self.words(str(source), str(tmp_path / "out.avro")))
        wait_until((tmp_path / "out.avro.part").exists, "the part file")
        time.sleep(1.0)  # the part is there a little before the first record is read
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
        assert process.returncode == ExitCode.TRY_AGAIN
        assert "stopped before the end" in said
        assert list(tmp_path.iterdir()) == [source]


def test_a_flood_of_dead_letters_in_a_file_shows_in_the_exit_code_and_costs_nothing(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"{\n" * 20 + article() + b"\n")
    out = tmp_path / "out.jsonl"
    words = ("run", str(source), str(out), "--detector", KEYWORD_DETECTOR, "--dead-letter-run", "10")
    ended = run_command(*words, "--summary", str(tmp_path / "summary.json"))
    assert ended.returncode == ExitCode.BAD_DATA
    assert (
        f"{source} was read to its end all the same; see them in rescuewire dlq list {out}.dead.jsonl" in ended.stderr
    )
    assert len(list(read_events_at(str(out)))) == 1
    assert len((tmp_path / "out.jsonl.dead.jsonl").read_text().splitlines()) == 20
    assert json.loads((tmp_path / "summary.json").read_text())["records"] == 21

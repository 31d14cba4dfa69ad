from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from fakes.running import run_command
from rescuewire.events.words import NOT_TOLD, confidence_words, count_words, country_words, kind_words, time_words
from rescuewire_schemas.codec import to_json, write_events
from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    Countries,
    EventTime,
    EventType,
    Evidence,
    EvidenceField,
    Extractor,
    Form,
    Harm,
    RescueEvent,
    Scope,
    VictimCount,
)

EVENT = RescueEvent(
    event_id="0" * 32,
    event_type=EventType.RESCUE,
    harm=Harm.TRAFFICKING,
    scope=Scope.AGGREGATE,
    article=ArticleReference(id="a", title="Un sommet", published_at="2023-05-10"),
    extractor=Extractor(version="0", language_pack="fr@0"),
    evidence=(Evidence(EvidenceField.TEXT, "Le pays a secouru plus de mille des siens.", 0, 42),),
    forms=(Form.FORCED_CRIMINALITY,),
    victims=VictimCount(1000, 1000, None, CountQualifier.MORE_THAN, "plus de mille des siens"),
    countries=Countries(agent=("ID",), origin=("ID",), place=("KH", "MM")),
    time=EventTime("2022", "l’année passée"),
    confidence=0.87,
)


@pytest.fixture(params=["avro", "jsonl"])
def events(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    path = tmp_path / f"events.{request.param}"
    if request.param == "jsonl":
        path.write_text(to_json(EVENT) + "\n")
    else:
        with path.open("wb") as stream:
            write_events(stream, [EVENT])
    return str(path)


def test_the_table_answers_who_how_many_from_where_where_and_when(events: str) -> None:
    shown = run_command("tail", events).stdout
    for words in (
        "plus de mille des siens",
        "> 1,000",
        "Indonesia (ID)",
        "Cambodia (KH)",
        "2022",
        "secouru",
        "Un sommet",
        "0.87",
    ):
        assert words in shown


def test_json_is_the_event(events: str) -> None:
    assert run_command("tail", events, "--format", "json").stdout == to_json(EVENT) + "\n"


def test_csv_has_a_row_an_event(events: str) -> None:
    (row,) = csv.DictReader(run_command("tail", events, "--format", "csv").stdout.splitlines())
    assert (row["best"], row["max"], row["qualifier"], row["place"]) == ("1000", "", "MORE_THAN", "KH MM")
    assert row["confidence"] == "0.87"


@pytest.mark.parametrize(("least", "shown"), [("0", 3), ("0.86", 2), ("0.87", 2), ("0.88", 1), ("1", 0)])
def test_events_are_chosen_by_confidence(tmp_path: Path, least: str, shown: int) -> None:
    path = tmp_path / "events.jsonl"
    written = [EVENT, replace(EVENT, confidence=0.99), replace(EVENT, confidence=None)]
    path.write_text("".join(to_json(event) + "\n" for event in written))
    ended = run_command("tail", str(path), "--format", "json", "--min-confidence", least)
    assert len(ended.stdout.splitlines()) == shown


@pytest.mark.parametrize(
    ("flags", "shown"),
    [
        (["--origin", "PH", "--origin", "ID"], True),
        (["--origin", "PH,ID", "--place", "KH", "--min-victims", "1000", "--harm", "trafficking"], True),
        (["--origin", "PH"], False),
        (["--country", "ID", "--since", "2022", "--published-since", "2023-05", "--scope", "AGGREGATE"], True),
        (["--form", "FORCED_CRIMINALITY", "--event-type", "ESCAPE"], False),
    ],
)
def test_events_are_chosen_by_flags(events: str, flags: list[str], shown: bool) -> None:
    ended = run_command("tail", events, "--format", "json", *flags)
    assert (ended.returncode, ended.stdout) == (0, (to_json(EVENT) + "\n") * shown)


def test_a_flag_that_means_nothing_is_refused() -> None:
    ended = run_command("tail", "-", "--return-to", "UK")
    assert ended.returncode == 2
    assert ended.stderr == 'rescuewire: --return-to UK: "UK" is no country code; did you mean "GB"?\n'


def test_what_is_no_event_is_told_and_skipped(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("broken\n" + to_json(EVENT) + "\n")
    ended = run_command("tail", str(path), "--format", "json")
    assert json.loads(ended.stdout)["event_id"] == EVENT.event_id
    assert f"{path}:1:" in ended.stderr


def test_a_line_with_a_count_as_text_is_no_event(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps({**json.loads(to_json(EVENT)), "victims": {"min": "1000"}}) + "\n")
    ended = run_command("tail", str(path), "--min-victims", "10")
    assert (ended.returncode, ended.stdout) == (0, "")
    assert f"rescuewire: {path}:1: not a rescue event in JSON: " in ended.stderr


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_a_symbol_of_a_later_schema_is_shown_as_unrecognised(tmp_path: Path, form: str) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text(to_json(EVENT).replace("FORCED_CRIMINALITY", "SURROGACY") + "\n")
    ended = run_command("tail", str(path), "--format", form)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "unrecognised" in ended.stdout.lower()


def test_a_character_that_no_encoding_has_is_shown_as_json_escapes_it(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text(to_json(EVENT).replace("Un sommet", "\\ud83d") + "\n")
    ended = run_command("tail", str(path), "--format", "json")
    assert (ended.returncode, json.loads(ended.stdout)["article"]["title"]) == (0, "\ud83d")


@pytest.mark.parametrize(
    ("qualifier", "figures", "words"),
    [
        (CountQualifier.EXACT, (12, 12, 12), "12"),
        (CountQualifier.MORE_THAN, (1000, 1000, None), "> 1,000"),
        (CountQualifier.AT_LEAST, (30, 30, None), "≥ 30"),
        (CountQualifier.AT_MOST, (8000, None, 8000), "≤ 8,000"),
        (CountQualifier.NEARLY, (100, None, 100), "≲ 100"),
        (CountQualifier.ABOUT, (30, None, None), "~ 30"),
        (CountQualifier.RANGE, (None, 20, 30), "20–30"),
        (CountQualifier.DOZENS, (None, 24, None), "dozens (≥ 24)"),
        (CountQualifier.HUNDREDS, (None, None, None), "hundreds"),
        (CountQualifier.UNKNOWN, (None, None, None), NOT_TOLD),
        (CountQualifier.UNKNOWN, (None, 2, None), "≥ 2"),
    ],
)
def test_a_count_is_shown_with_its_bounds(
    qualifier: CountQualifier, figures: tuple[int | None, ...], words: str
) -> None:
    assert count_words(VictimCount(*figures, qualifier)) == words


def test_facts_that_are_not_told_say_so() -> None:
    assert country_words(()) == NOT_TOLD
    assert time_words(EventTime()) == NOT_TOLD
    assert confidence_words(None) == NOT_TOLD


def test_the_kind_of_an_event_is_readable() -> None:
    assert kind_words(EVENT) == "rescue from trafficking (forced criminality), aggregate"
    assert kind_words(replace(EVENT, forms=(), scope=Scope.INCIDENT)) == "rescue from trafficking, incident"

"""The runbook followed by an operator who breaks the system on the way: two minutes of load, then every claim."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from fakes.articles import Sent, article
from fakes.http_server import serving
from fakes.kafka_driver import header_values
from fakes.prometheus import Prometheus
from fakes.runbook import BESIDE, CANARY, MOVE
from fakes.running import ENVIRONMENT, ROOT, command, run_command, wait_until
from fakes.whole_system import (
    ALERT_GROUP,
    ALERT_LETTERS,
    ARTICLES,
    LETTERS,
    SINK,
    SOURCE,
    Process,
    System,
    whole_system,
)
from rescuewire.event_wire import decoder
from rescuewire_connectors.dead_letters import REASON
from rescuewire_connectors.registry.address import parse_registry
from rescuewire_connectors.stopping import ExitCode
from rescuewire_schemas.rescue_event import RescueEvent

pytestmark = [pytest.mark.system, pytest.mark.timeout(3600)]

LOAD_SECONDS = float(os.environ.get("SYSTEM_LOAD_SECONDS", "120"))
GIANT = article(id="giant", language="en", text="Police rescued 5 people from a brothel. " * 22_000)
"""Takes several times the two seconds that articles are given here."""
PATIENT = {"RESCUEWIRE_TIMEOUTS__ARTICLE": "60", "RESCUEWIRE_TIMEOUTS__DRAIN": "65"}
HELD_NAME, HELD_LETTER = "Zebulina", "letter-of-somebody"
HELD = article(
    id="held",
    language="en",
    text=f"On Tuesday police rescued 12 women, among them {HELD_NAME}, from a brothel in Manila where they were held.",
)
OTHERS = [
    Sent(b"{", "dead_letter"),
    Sent(article(id=HELD_LETTER, title=7), "dead_letter"),
    Sent(article(language="xx"), "unsupported_language"),
    Sent(None, "tombstone"),
]
NEXT_VERSION = "99.0.0"


def test_the_runbook_is_followed_from_the_first_topic_to_the_last_exit_code(tmp_path: Path) -> None:
    with whole_system(tmp_path) as (system, prometheus):
        create_topics(system)
        pipeline = system.start_replica(RESCUEWIRE_TIMEOUTS__ARTICLE="2")
        alerts = system.start_alerts()
        load_for_two_minutes(system, prometheus)
        pipeline = mend_and_replay_dead_letters(system, pipeline)
        explain_an_article(system)
        alerts = break_the_receiver(system, prometheus, alerts)
        pipeline = replay_a_day_with_the_next_version(system, prometheus, pipeline)
        pipeline = roll_back(system, pipeline)
        run_beside(system)
        delete_what_is_held_of_somebody(system)
        pipeline = lose_records(system, pipeline)
        take_the_broker_away(system, prometheus)
        alerts.stop()
        pipeline.stop()
        end_in_every_way(system)


def create_topics(system: System) -> None:
    system.operator.follow("before")
    assert run_command("topics", "create", *system.places).returncode == 0
    system.operator.follow("ready")


def load_for_two_minutes(system: System, prometheus: Prometheus) -> None:
    """Topics, metrics and Prometheus count the same, alerts are all there, and dead letters raise their alarm."""
    sent, fired, until = system.send(Sent(HELD, "events"), Sent(GIANT, "dead_letter")), set[str](), time.monotonic()
    while time.monotonic() < until + LOAD_SECONDS:
        sent += system.send_articles() + system.send(*OTHERS)
        fired |= prometheus.firing()
        time.sleep(2)
    system.wait_for_commits()
    system.wait_for_commits(ALERT_GROUP, SINK)
    system.operator.follow("load")
    wait_until(lambda: sum_of(prometheus, "rescuewire_articles_total") == sent, "Prometheus to know")
    events, letters = system.events(), system.events(LETTERS)
    assert sum_of(prometheus, "rescuewire_events_total") == len(events) > 0
    assert sum_of(prometheus, "rescuewire_dead_letters_total") == len(letters)
    wait_until(lambda: sum_of(prometheus, "rescuewire_alerts_total") == len(events), "Prometheus to know of alerts")
    assert sum_of(prometheus, "rescuewire_alert_lag_records") == 0
    assert set(system.receiver.taken) == {f"{event.event_id}-every-event" for event in decoded(system)}
    assert "RescuewireDeadLettersRise" in fired
    short_windows = {"RescuewireLagGrows", "RescuewireNotReady", "RescuewireDown", "RescuewireAlertsLate"}
    assert fired <= {"RescuewireDeadLettersRise", *short_windows}
    reasons = Counter(header_values(letter)[REASON] for letter in letters)
    assert {"not_json", "wrong_type", "timed_out"} <= set(reasons)


def mend_and_replay_dead_letters(system: System, pipeline: Process) -> Process:
    """What timed out finds its event when articles have time; it is sent back once, however often that is said."""
    pipeline.stop()
    pipeline = system.start_replica(**PATIENT)
    of_giant = [record for record in system.events(LETTERS) if header_values(record)[REASON] == "timed_out"]
    place = f"{of_giant[0].partition}/{of_giant[0].offset}"
    system.operator.put_in({"0/17": place})
    system.operator.follow("letters")
    system.wait_for_commits()
    found = [event for event in decoded(system) if event.article.id == "giant"]
    again = system.operator.run(f"rescuewire dlq replay {system.driver.address(LETTERS)} --reason timed_out")
    assert again.returncode == 0, again.stderr
    system.wait_for_commits()
    assert found == [event for event in decoded(system) if event.article.id == "giant"] != []
    return pipeline


def explain_an_article(system: System) -> None:
    shutil.copy(min((ROOT / "tests" / "articles").glob("*.json")), system.folder / "article.json")
    system.operator.follow("odd")


def break_the_receiver(system: System, prometheus: Prometheus, alerts: Process) -> Process:
    """One that refuses makes dead letters, one that is down lets alerts wait; each raises its alarm, none is lost."""
    system.answer = 422
    system.send_articles()
    wait_until(lambda: "RescuewireAlertsRefused" in prometheus.firing(), "the alarm of refusals")
    system.wait_for_commits()
    system.wait_for_commits(ALERT_GROUP, SINK)
    refused = len(system.events(ALERT_LETTERS))
    system.answer = 503
    system.send_articles()
    wait_until(lambda: "RescuewireAlertsLate" in prometheus.firing(), "the alarm of alerts that wait")
    assert alerts.wait(120) == ExitCode.TRY_AGAIN
    assert "alerts wait, restart me" in alerts.said().splitlines()[-1]
    assert not system.has_done_all(ALERT_GROUP, SINK)
    system.operator.follow("alerts")
    system.answer = 200
    alerts = system.start_alerts()
    system.wait_for_commits(ALERT_GROUP, SINK)
    assert len(set(system.receiver.taken)) == len({event.event_id for event in decoded(system)}) - refused
    return alerts


def replay_a_day_with_the_next_version(system: System, prometheus: Prometheus, pipeline: Process) -> Process:
    """Moving is refused while somebody reads; then all comes a second time, by ids that are known, from the new one."""
    assert system.operator.run(MOVE).returncode == ExitCode.TRY_AGAIN
    pipeline.stop()
    wait_until(lambda: "RescuewireDown" in prometheus.firing(), "the alarm that nobody is there")
    before = decoded(system)
    system.operator.follow("again")
    assert not system.has_done_all("rescuewire", SOURCE)
    pipeline = system.start_replica(**PATIENT, **next_version(system))
    system.wait_for_commits()
    new = [event for event in decoded(system) if event.extractor.version == NEXT_VERSION]
    assert {event.event_id for event in new} == {event.event_id for event in before}
    known = f'rescuewire_build_info{{version="{NEXT_VERSION}"}}'
    wait_until(lambda: bool(prometheus.ask("query", query=known)["result"]), "Prometheus to know the version")
    return pipeline


def next_version(system: System) -> dict[str, str]:
    """The environment of a later version: the same code under another label."""
    told = system.folder / "next" / f"rescuewire-{NEXT_VERSION}.dist-info" / "METADATA"
    told.parent.mkdir(parents=True, exist_ok=True)
    told.write_text(f"Metadata-Version: 2.1\nName: rescuewire\nVersion: {NEXT_VERSION}\n")
    return {"PYTHONPATH": f"{told.parents[1]}:{ENVIRONMENT['PYTHONPATH']}"}


def roll_back(system: System, later: Process) -> Process:
    """The old version joins the new one and takes over; what is written from then on is its work."""
    earlier = system.start_replica("beside", **PATIENT)
    driver = system.driver
    wait_until(lambda: driver.members("rescuewire") == 2 and driver.is_stable("rescuewire"), "both to read")
    system.send_articles()
    system.wait_for_commits()
    later.stop()
    of_later = sum(event.extractor.version == NEXT_VERSION for event in decoded(system))
    system.send_articles()
    system.wait_for_commits()
    assert sum(event.extractor.version == NEXT_VERSION for event in decoded(system)) == of_later
    earlier.stop()
    return system.start_replica(**PATIENT)


def run_beside(system: System) -> None:
    """A canary reads what comes from now on, a second run all that there was; the pipeline does not notice."""
    for name in ("canary", "again"):
        assert run_command("topics", "create", system.driver.address(f"{SINK}-{name}")).returncode == 0
    canary = start_line(system, CANARY)
    wait_until(lambda: bool(system.driver.committed("canary", SOURCE)), "the canary to have its place", seconds=120)
    system.send_articles()
    system.wait_for_commits("canary")
    canary.stop()
    assert 0 < len(system.events(f"{SINK}-canary")) < len(ARTICLES) * 3
    beside = start_line(system, BESIDE)
    wait_until(lambda: bool(system.driver.committed("again-2026-11-25", SOURCE)), "the second run", seconds=120)
    system.wait_for_commits("again-2026-11-25")
    beside.stop()
    system.operator.follow("beside")
    system.wait_for_commits()
    assert ids(system, f"{SINK}-again") == ids(system, SINK)


def start_line(system: System, line: str) -> Process:
    words = system.operator.words(line).removeprefix("rescuewire ").split()
    return system.start(command(*words), **PATIENT)


def delete_what_is_held_of_somebody(system: System) -> None:
    """An event is found by a name that its sentence quotes, and cut away with what stands before it."""
    (held,) = {event.event_id for event in decoded(system) if event.article.id == "held"}
    records = [record for record in system.events() if (record.key or b"").decode() == held]
    by_partition = {record.partition: record.offset + 1 for record in records}
    ((partition, offset),) = by_partition.items()
    system.operator.put_in({"THE NAME": HELD_NAME, "EVENT_ID": held, "ARTICLE_ID": HELD_LETTER})
    system.operator.put_in({'"partition": 0, "offset": 18': f'"partition": {partition}, "offset": {offset}'})
    system.operator.follow("held")
    left = system.events()
    assert all(record.offset >= offset for record in left if record.partition == partition)
    assert held.encode() not in {record.key for record in left}


def lose_records(system: System, pipeline: Process) -> Process:
    """Records that are gone before they were read end a replica with their number, until somebody decides."""
    system.wait_for_commits()
    pipeline.stop()
    lost = system.send_articles()
    ends = [{"topic": SOURCE, "partition": number, "offset": end} for number, end in system.driver.ends(SOURCE).items()]
    (system.folder / "cut.json").write_text(json.dumps({"version": 1, "partitions": ends}))
    cut = f"kafka-delete-records.sh --bootstrap-server {system.broker.address} --offset-json-file cut.json"
    assert system.operator.run(cut).returncode == 0
    stopped = run_command("run", *system.places, timeout=300)
    assert (stopped.returncode, "records are lost" in stopped.stderr) == (ExitCode.NO_INPUT, True), stopped.stderr
    shown = system.operator.run(f"rescuewire offsets show {system.places[0]} --group rescuewire --format json")
    assert sum(each["lost"] or 0 for each in json.loads(shown.stdout)["partitions"]) >= lost
    pipeline = system.start_replica(RESCUEWIRE_LOST_OFFSETS="continue", **PATIENT)
    system.send_articles()
    system.wait_for_commits()
    return pipeline


def take_the_broker_away(system: System, prometheus: Prometheus) -> None:
    """Nobody is ready while the broker is away; both processes outlive it and go on."""
    system.broker.stop()
    wait_until(lambda: "RescuewireNotReady" in prometheus.firing(), "the alarm that nobody is ready")
    system.broker.start()
    wait_until(lambda: system.is_ready("rescuewire"), "the pipeline to be ready again")
    wait_until(lambda: system.is_ready("rescuewire_alert"), "alerts to be ready again")
    system.send_articles()
    system.wait_for_commits()
    system.wait_for_commits(ALERT_GROUP, SINK)


def end_in_every_way(system: System) -> None:
    """Each code that the page explains, and `check` says the same where the page says so."""
    source, sink = system.places
    nowhere = source.replace(system.broker.address, "127.0.0.1:1")
    ways = {
        ExitCode.SETTINGS: ([source, sink], {"RESCUEWIRE_GRUOP": "x"}),
        ExitCode.NO_INPUT: ([f"{source}-typo", sink], {}),
        ExitCode.UNREACHABLE: ([nowhere, nowhere + "-2", "--timeouts-connect", "1"], {}),
    }
    for code, (words, variables) in ways.items():
        check_and_run_end_with(code, words, variables)
    with serving((401, {"error_code": 401, "message": "who are you"})) as told:
        words = [source, sink, "--registry", told.url]
        check_and_run_end_with(ExitCode.NOT_AUTHORISED, words, {"NO_PROXY": "127.0.0.1"})
    assert run_command("run", source, sink, "--no-such-flag").returncode == ExitCode.USAGE
    system.send(*(Sent(b"{", "dead_letter") for _ in range(20)))
    flooded = run_command("run", source, sink, "--dead-letter-run", "10", timeout=300)
    assert flooded.returncode == ExitCode.BAD_DATA, flooded.stderr


def check_and_run_end_with(code: ExitCode, words: list[str], variables: dict[str, str]) -> None:
    for verb in ("check", "run"):
        ended = run_command(verb, *words, env={**ENVIRONMENT, **variables}, timeout=300)
        assert ended.returncode == code, (verb, ended.stdout, ended.stderr)


def decoded(system: System, topic: str = SINK) -> list[RescueEvent]:
    decode: Callable[[bytes], RescueEvent] = decoder(parse_registry(system.registry.url))
    return [decode(record.value or b"") for record in system.events(topic)]


def ids(system: System, topic: str) -> set[str]:
    return {event.event_id for event in decoded(system, topic)}


def sum_of(prometheus: Prometheus, name: str) -> float:
    """The sum over all labels; -1 before the first scrape."""
    result = prometheus.ask("query", query=f"sum({name})")["result"]
    return float(result[0]["value"][1]) if result else -1

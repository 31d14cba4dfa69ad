"""A broker that asks who we are: each way to say it from end to end, each refusal with its code and last line."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from kafka.admin import NewTopic

from fakes.articles import Sent, article
from fakes.certificates import Authority, Certified
from fakes.checked import checked, found, names
from fakes.kafka_driver import Driver
from fakes.running import ENVIRONMENT, KEYWORD_DETECTOR, ROOT, has_done, run_command, run_until, wait_until
from fakes.secured_broker import PASSWORD, SecuredBroker
from kafka import KafkaAdminClient
from rescuewire.checking.findings import Findings, State
from rescuewire.configuration.loading import load_settings
from rescuewire.settings import RunSettings
from rescuewire_connectors.kafka.topics import cluster_id
from rescuewire_connectors.outcome import Tally
from rescuewire_connectors.stopping import ExitCode, NotAuthorised, Stop

pytestmark = [pytest.mark.kafka, pytest.mark.xdist_group("secured-broker")]
TOPICS = ("news", "events", "events-dlq")
ALL_RIGHTS = {
    "no-read": ("READ", "TOPIC", "news"),
    "no-write": ("WRITE", "TOPIC", "events"),
    "no-group": ("READ", "GROUP", "rescue*"),
    "no-transaction": ("WRITE", "TRANSACTIONAL_ID", "rescuewire-*"),
    "more": ("WRITE", "TOPIC", "events-dlq"),
    "to-tail": ("READ", "TOPIC", "events"),
}
AT_DEBUG = """
import logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
from rescuewire.commands import app
app.QUIET_LOGGERS = ()
app.run_app()
"""


@dataclass(frozen=True)
class World:
    """The broker with its topics and users, and certificates of ours, known to it and not."""

    broker: SecuredBroker
    driver: Driver
    known: Certified
    stranger: Certified
    other_authority: Authority

    @property
    def login(self) -> dict[str, str]:
        return {"security_protocol": "SASL_PLAINTEXT", "username": "alice", "password": PASSWORD}

    @property
    def login_over_tls(self) -> dict[str, str]:
        return {**self.login, "security_protocol": "SASL_SSL", "ca_file": str(self.broker.authority.certificate)}

    def tls(self, certified: Certified | None = None) -> dict[str, str]:
        trusted = {"security_protocol": "SSL", "ca_file": str(self.broker.authority.certificate)}
        if certified is None:
            return trusted
        return {**trusted, "certificate_file": str(certified.certificate), "key_file": str(certified.key)}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    subprocess.run([ROOT / "infra" / "kafka" / "fetch"], check=True)
    broker = SecuredBroker(tmp_path_factory.mktemp("secured"))
    broker.format()
    broker.start()
    admin = KafkaAdminClient(bootstrap_servers=broker.address)
    admin.create_topics([NewTopic(name, 1, 1) for name in TOPICS])
    admin.wait_for_topics(list(TOPICS))
    admin.close()
    for user in ("alice", "CN=client", *ALL_RIGHTS):
        broker.allow(user, [right for name, right in ALL_RIGHTS.items() if name != user])
    driver = Driver(broker.address)
    driver.send("news", [Sent(article(text=f"Police rescued {number} people."), "events") for number in (5, 6)])
    other = Authority(tmp_path_factory.mktemp("other"), "other")
    yield World(broker, driver, broker.authority.certify("client"), other.certify("stranger"), other)
    broker.stop()


def _environment(kafka: dict[str, str]) -> dict[str, str]:
    return {**ENVIRONMENT, **{f"RESCUEWIRE_KAFKA__{name.upper()}": value for name, value in kafka.items()}}


def _connect(monkeypatch: pytest.MonkeyPatch, server: str, kafka: dict[str, str]) -> str:
    """Ask the cluster for its id in this process, as the settings in the environment say."""
    for name, value in kafka.items():
        monkeypatch.setenv(f"RESCUEWIRE_KAFKA__{name.upper()}", value)
    settings = load_settings({"timeouts.connect": "2"}).settings
    places = RunSettings(f"kafka://{server}/news", "-", settings).places()
    return cluster_id(places.kafka.cluster(places.topics[0]))


def _address(server: str, topic: str) -> str:
    return f"kafka://{server}/{topic}"


def _run_here(server: str, group: str, kafka: dict[str, str]) -> Tally:
    """Run from topic to topics in this process until both articles are committed; raise Stop."""
    words = {"group": group, "kafka": kafka, "detector": KEYWORD_DETECTOR}
    return run_until(has_done(2), _address(server, "news"), _address(server, "events"), **words)


@pytest.mark.slow
def test_a_run_and_tail_over_tls_with_a_login_show_no_secret_at_debug(world: World, tmp_path: Path) -> None:
    kafka, server = {**world.login_over_tls, "sasl_mechanism": "SCRAM-SHA-256"}, world.broker.both
    words = ("run", _address(server, "news"), _address(server, "events"), "--group", "rescue-debug")
    log = tmp_path / "log"
    with log.open("wb") as stderr:
        command = [sys.executable, "-c", AT_DEBUG, *words, "--detector", KEYWORD_DETECTOR]
        process = subprocess.Popen(command, env=_environment(kafka), stderr=stderr)
        wait_until(lambda: world.driver.lag("rescue-debug", "news") == 0, "both articles to be committed")
        process.terminate()
        assert process.wait(30) == ExitCode.DONE
    said = log.read_text()
    assert "2 records, 2 events" in said.splitlines()[-1]
    assert '"logger": "kafka.' in said
    assert PASSWORD not in said
    tail = run_command(
        *("tail", _address(server, "events"), "--until-end", "--format", "json"), env=_environment(kafka)
    )
    assert (tail.returncode, len(tail.stdout.splitlines())) == (0, len(world.driver.events("events")))


def test_a_login_by_plain_goes_from_end_to_end(world: World, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "kafka"):
        tally = _run_here(world.broker.login, "rescue-plain", {**world.login, "sasl_mechanism": "PLAIN"})
    assert (tally.records, world.driver.lag("rescue-plain", "news")) == (2, 0)
    assert "DEBUG" in caplog.text
    assert PASSWORD not in caplog.text


def test_a_certificate_of_ours_goes_from_end_to_end(world: World) -> None:
    tally = _run_here(world.broker.mutual, "rescue-mutual", world.tls(world.known))
    assert (tally.records, world.driver.lag("rescue-mutual", "news")) == (2, 0)


@pytest.mark.parametrize(
    ("listener", "change", "code", "said"),
    [
        (
            "login",
            {"password": "wrong"},
            77,
            r"refuses the login of 'alice' by SCRAM-SHA-512: the password or",
        ),
        ("login", {"password": "wrong", "sasl_mechanism": "PLAIN"}, 77, r"refuses the login of 'alice' by PLAIN"),
        ("login", {"username": "nobody-at-all"}, 77, r"refuses the login of 'nobody-at-all'"),
        ("both", {"sasl_mechanism": "PLAIN"}, 78, r"no logins by PLAIN; .* one of SCRAM-SHA-256, SCRAM-SHA-512$"),
        ("both", {"ca_file": ""}, 78, r"not trusted by the system's authorities; set kafka\.ca_file"),
        ("both", {"ca_file": "OTHER"}, 78, r"not trusted by kafka\.ca_file .*other\.pem; set kafka\.ca_file"),
        ("login", {"security_protocol": "SASL_SSL"}, 78, r"port speaks no TLS, and takes logins .* SASL_PLAINTEXT$"),
        ("address", {"security_protocol": "SSL"}, 78, r"port speaks no TLS, and takes no logins, .* PLAINTEXT$"),
        ("both", {"security_protocol": "SASL_PLAINTEXT"}, 78, r"port speaks TLS, and takes logins by .* to SASL_SSL$"),
        ("login", {"security_protocol": "PLAINTEXT"}, 78, r"no TLS, and takes logins by .* set it to SASL_PLAINTEXT$"),
        ("address", {"security_protocol": "SASL_PLAINTEXT"}, 78, r"takes no logins, but .* PLAINTEXT$"),
        ("mutual", {"security_protocol": "PLAINTEXT"}, 78, r"port speaks TLS, but .* set it to SSL$"),
        ("mutual", {"security_protocol": "SSL"}, 78, r"asks for a certificate of ours; .*kafka\.certificate_file"),
        ("mutual", {"security_protocol": "SASL_SSL", "certificate_file": "KNOWN"}, 78, r"no logins; .* to SSL$"),
        ("mutual", {"security_protocol": "SSL", "certificate_file": "STRANGER"}, 77, r"not accept the certificate "),
    ],
)
def test_a_connection_that_cannot_be_says_which_setting_is_wrong(
    world: World, monkeypatch: pytest.MonkeyPatch, listener: str, change: dict[str, str], code: int, said: str
) -> None:
    protocol = change.get("security_protocol", "SASL_SSL" if listener == "both" else "SASL_PLAINTEXT")
    files = {"OTHER": world.other_authority.certificate, "KNOWN": world.known.both, "STRANGER": world.stranger.both}
    kafka = {**(world.login if "SASL" in protocol else {}), **(world.tls() if protocol.endswith("SSL") else {})}
    kafka = {
        **kafka,
        "security_protocol": protocol,
        **{name: str(files.get(word, word)) for name, word in change.items()},
    }
    with pytest.raises(Stop, match=rf"^127\.0\.0\.1:\d+: .*{said}") as caught:
        _connect(monkeypatch, getattr(world.broker, listener), kafka)
    assert caught.value.code == code
    assert PASSWORD not in f"{caught.value} {caught.value.__cause__}"


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ("no-read", "topic news at .*: User:no-read has no right to Read topic news; .*--operation Read --topic news"),
        ("no-write", "topic events at .*: User:no-write has no right to Write topic events; .*--topic events"),
        ("no-group", "User:no-group has no right to Read group rescue-no-group; .*--group rescue-no-group"),
        (
            "no-transaction",
            "to Write transactional.id rescuewire-rescue-no-transaction-.*; .*--transactional-id rescuewire- --res",
        ),
    ],
)
def test_a_right_that_is_missing_is_named_with_what_grants_it(world: World, user: str, said: str) -> None:
    with pytest.raises(NotAuthorised, match=said):
        _run_here(world.broker.login, f"rescue-{user}", {**world.login, "username": user})


def test_a_refusal_is_the_last_line_and_the_exit_code(world: World, tmp_path: Path) -> None:
    mounted = tmp_path / "password"
    mounted.write_text(f"{PASSWORD}\n")
    flags = ("--kafka-security-protocol", "SASL_PLAINTEXT", "--kafka-username", "no-write")
    words = ("run", _address(world.broker.login, "news"), _address(world.broker.login, "events"))
    ended = run_command(*words, *flags, "--kafka-password-file", str(mounted), "--detector", KEYWORD_DETECTOR)
    assert ended.returncode == ExitCode.NOT_AUTHORISED
    (last_line,) = ended.stderr.splitlines()
    assert last_line.startswith("rescuewire: topic events at ")
    assert last_line.endswith("--allow-principal 'User:no-write' --operation Write --topic events")


@pytest.mark.slow
def test_a_bug_shows_no_secret_in_its_traceback(world: World) -> None:
    broken = "fakes.keyword_detector:no_such_function"
    words = ("run", f"kafka://{world.broker.both}/news", "-", "--detector", broken)
    ended = run_command(*words, env=_environment(world.login_over_tls))
    assert (ended.returncode, "Traceback" in ended.stderr) == (ExitCode.BUG, True)
    assert PASSWORD not in ended.stderr


def _checked(world: World, monkeypatch: pytest.MonkeyPatch, listener: str, **kafka: str) -> Findings:
    for name, value in kafka.items():
        monkeypatch.setenv(f"RESCUEWIRE_KAFKA__{name.upper()}", value)
    server = getattr(world.broker, listener)
    return checked(_address(server, "news"), _address(server, "events"), timeouts__connect="3")


@pytest.mark.slow
def test_check_finds_all_rights_and_what_it_may_not_ask(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    findings = _checked(world, monkeypatch, "login", **world.login)
    assert names(findings, State.FAILED) == []
    unasked = {"transactions", "size of events", "size of dead letters"}
    assert set(names(findings, State.WARNING)) == {f"broker {world.broker.login}", *unasked}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("listener", "change", "code", "said"),
    [
        ("login", {"password": "wrong"}, 77, "the password or the name is wrong"),
        ("both", {"ca_file": "OTHER"}, 78, "is not trusted by kafka.ca_file"),
        ("address", {}, 78, "this port speaks no TLS, and takes no logins"),
    ],
)
def test_check_tells_a_wrong_password_from_a_wrong_authority_and_a_wrong_port(
    world: World, monkeypatch: pytest.MonkeyPatch, listener: str, change: dict[str, str], code: int, said: str
) -> None:
    known = world.login_over_tls if listener == "both" else world.login
    other = str(world.other_authority.certificate)
    kafka = {**known, **{name: value.replace("OTHER", other) for name, value in change.items()}}
    findings = _checked(world, monkeypatch, listener, **kafka)
    assert names(findings, State.FAILED) == [f"broker {getattr(world.broker, listener)}"]
    gravest = findings.gravest()
    assert gravest is not None
    assert (gravest.code, said in found(findings, "broker").words) == (code, True)
    assert PASSWORD not in str(findings.all)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("user", "check", "said"),
    [
        ("no-read", "source topic", "no right to Read topic news; grant it: "),
        ("no-write", "right to write events", "no right to Write topic events; grant it: "),
        ("no-group", "group rescuewire", "no right to Read group rescuewire; grant it: "),
        ("no-transaction", "transactional.id rescuewire-", "to Write transactional.id rescuewire-"),
    ],
)
def test_check_finds_a_right_that_is_missing(
    world: World, monkeypatch: pytest.MonkeyPatch, user: str, check: str, said: str
) -> None:
    findings = _checked(world, monkeypatch, "login", **{**world.login, "username": user})
    assert len(names(findings, State.FAILED)) == 1
    assert said in found(findings, check).words
    gravest = findings.gravest()
    assert gravest is not None
    assert gravest.code == ExitCode.NOT_AUTHORISED


@pytest.mark.slow
def test_topics_are_not_created_without_the_right(world: World) -> None:
    words = ("topics", "create", _address(world.broker.login, "new"))
    for right in ("Describe", "Create"):
        ended = run_command(*words, env=_environment(world.login))
        assert ended.returncode == ExitCode.NOT_AUTHORISED
        assert ended.stderr.endswith(f"--allow-principal 'User:alice' --operation {right} --topic new\n")
        world.broker.allow("alice", [(right.upper(), "TOPIC", "new*")])
    assert run_command(*words, env=_environment(world.login)).returncode == 0

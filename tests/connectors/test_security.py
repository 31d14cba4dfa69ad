from __future__ import annotations

import logging
import socket
from pathlib import Path

import pytest
from kafka.net.transport import KafkaTCPTransport
from pydantic import SecretStr

from fakes.certificates import Authority
from kafka import errors
from rescuewire_connectors.kafka.client_cures import cure_connections, keep_logins_secret
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for, stop_while_running
from rescuewire_connectors.kafka.probing import find_spoken
from rescuewire_connectors.kafka.rights import Use
from rescuewire_connectors.kafka.security import Security, SecurityProtocol
from rescuewire_connectors.stopping import ExitCode, Stop, WrongSettings

SECRET = "pass-of-s3cret-words"  # noqa: S105  of nobody
USE = Use("User:alice", "Read", "news", "rescuewire", "rescuewire-rescuewire-events-h-0")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"), "authority")


def test_secrets_do_not_show_in_what_holds_them() -> None:
    security = Security(SecurityProtocol.SASL_SSL, username="alice", password=SecretStr(SECRET))
    cluster = Cluster(("a:1",), security=security)
    assert SECRET not in f"{security!r} {security} {cluster!r} {cluster}"
    options = Security(SecurityProtocol.SASL_PLAINTEXT, username="alice", password=SecretStr(SECRET)).options()
    assert options["sasl_plain_password"] == SECRET
    assert SECRET not in f"{options} {options!r}"


def test_without_a_login_no_name_is_sent() -> None:
    options = Security(username="alice", password=SecretStr(SECRET)).options()
    assert options == {"security_protocol": "PLAINTEXT"}


def test_brokers_are_always_known_by_certificate_and_host_name(authority: Authority) -> None:
    for file in (authority.certificate, None):
        context = Security(SecurityProtocol.SSL, ca_file=file).tls_context()
        assert context.check_hostname
        assert context.verify_mode.name == "CERT_REQUIRED"


def test_an_encrypted_key_is_opened_by_its_password(authority: Authority) -> None:
    locked = authority.certify("locked", SECRET.encode())
    security = Security(
        SecurityProtocol.SSL,
        certificate_file=locked.certificate,
        key_file=locked.key,
        key_password=SecretStr(SECRET),
    )
    assert "ssl_context" in security.options()


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_key_that_does_not_open_is_told_and_nobody_is_asked(authority: Authority, password: str) -> None:
    locked = authority.certify("locked", SECRET.encode())
    security = Security(SecurityProtocol.SSL, certificate_file=locked.both, key_password=SecretStr(password))
    with pytest.raises(WrongSettings, match=r"kafka\.certificate_file .*locked\.pem: no private key .*KEY_PASSWORD"):
        security.options()


def test_files_that_are_wrong_are_named(authority: Authority, tmp_path: Path) -> None:
    mine, other = authority.certify("mine"), authority.certify("other")
    empty = tmp_path / "empty.pem"
    empty.touch()
    wrong = {
        "kafka.ca_file gone.pem: No such file": Security(ca_file=Path("gone.pem")),
        f"kafka.ca_file {empty}: no certificate in it": Security(ca_file=empty),
        "kafka.certificate_file gone.pem: No such file": Security(certificate_file=Path("gone.pem")),
        f"kafka.key_file {other.key}: this is not the key": Security(
            certificate_file=mine.certificate, key_file=other.key
        ),
    }
    for said, security in wrong.items():
        with pytest.raises(WrongSettings) as stopped:
            security.tls_context()
        assert said in str(stopped.value)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.TopicAuthorizationFailedError(), "Read topic news; .*--operation Read --topic news$"),
        (errors.GroupAuthorizationFailedError(), "Read group rescuewire; .*--operation Read --group rescuewire$"),
        (
            errors.KafkaError("[53] TransactionalIdAuthorizationFailedError"),
            "Write .*-h-0; .*--transactional-id rescue",
        ),
        (errors.KafkaError("[31] ClusterAuthorizationFailedError"), "IdempotentWrite the cluster; .*--cluster$"),
    ],
)
def test_a_refusal_names_the_right_and_the_command_that_grants_it(error: errors.KafkaError, said: str) -> None:
    for stop in (stop_for(error, "x", USE), stop_while_running(error, "x", USE)):
        assert stop.code is ExitCode.NOT_AUTHORISED
        with pytest.raises(Stop, match=rf"^x: the broker refuses: User:alice has no right to {said}"):
            raise stop


def test_what_answers_nothing_speaks_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host, port = server.getsockname()
    assert find_spoken(f"{host}:{port}") is None


def test_the_library_throws_last_words_away_and_the_cure_keeps_them() -> None:
    cure_connections()
    cured = KafkaTCPTransport._sock_recv
    for receive, heard in ((cured.__wrapped__, False), (cured, True)):
        ours, theirs = socket.socketpair()
        theirs.sendall(b"wrong password")
        theirs.close()
        data, end = receive(KafkaTCPTransport(None, ours))
        ours.close()
        assert data == b"wrong password"
        assert (end is None) is heard  # told of an end, the transport passes no data on


def test_requests_are_printed_at_no_level(caplog: pytest.LogCaptureFixture) -> None:
    keep_logins_secret()
    for name in ("kafka.net.connection", "kafka.protocol.parser"):
        with caplog.at_level(logging.DEBUG, name):
            logging.getLogger(name).debug("request %s", SECRET)
            logging.getLogger(name).info("connected")
    assert SECRET not in caplog.text
    assert caplog.text.count("connected") == 2

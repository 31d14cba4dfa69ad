"""What the client makes of a registry that answers, fails, refuses, recovers, is away, or is none."""

from __future__ import annotations

import base64

import pytest

from fakes.http_server import serving
from rescuewire_connectors.registry.address import parse_registry
from rescuewire_connectors.registry.client import RegistryClient, registry_of_process
from rescuewire_connectors.registry.subjects import KnownIds, id_for_writing, register_all, topic_subject
from rescuewire_connectors.stopping import NotAuthorised, Unreachable, WrongSettings, WrongUsage

NOWHERE = "http://127.0.0.1:1"
NOT_THERE = (404, {"error_code": 40403, "message": "Schema not found"})


def _client(url: str, patience: float = 5.0) -> RegistryClient:
    return RegistryClient(parse_registry(url), patience)


def test_a_schema_is_asked_for_once() -> None:
    with serving((200, {"schema": '"int"'})) as server:
        client = _client(server.url)
        assert [client.schema_text(7), client.schema_text(7)] == ['"int"'] * 2
        assert server.requests == [("GET", "/schemas/ids/7", None)]


def test_what_is_not_there_is_none_and_is_asked_for_again() -> None:
    with serving(NOT_THERE, (200, {"schema": '"int"'})) as server:
        client = _client(server.url)
        assert [client.schema_text(7), client.schema_text(7)] == [None, '"int"']


def test_it_is_asked_again_until_it_answers() -> None:
    with serving((503, "starting"), (429, {"message": "slow down"}), (200, {"id": 3})) as server:
        assert _client(server.url).find("t-value", '"int"') == 3
        assert len(server.requests) == 3


def test_what_keeps_failing_is_unreachable_with_its_words() -> None:
    with serving((500, {"error_code": 50001, "message": "Error in the backend datastore"})) as server:
        client = _client(server.url, patience=0.1)
        with pytest.raises(Unreachable, match=r"fails: 500 Error in the backend datastore; check the address"):
            client.find("t-value", '"int"')
        assert not client.standing.answers


def test_one_that_is_away_is_named() -> None:
    client = _client(NOWHERE, patience=0.0)
    with pytest.raises(Unreachable, match=rf"schema registry {NOWHERE} does not answer: .*; check the address"):
        client.register("t-value", '"int"')
    assert NOWHERE in client.standing.words


def test_standing_is_good_again_when_it_answers() -> None:
    with serving((503, ""), (200, {"compatibilityLevel": "NONE"})) as server:
        client = _client(server.url)
        assert not client.check().answers
        assert client.check().answers
        assert client.standing.words == ""


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_is_no_reason_to_try_again(status: int) -> None:
    with serving((status, {"error_code": status, "message": "who are you"})) as server:
        with pytest.raises(NotAuthorised, match=f"refuses: {status} who are you"):
            _client(server.url).find("t-value", '"int"')
        assert len(server.requests) == 1


def test_an_incompatible_schema_is_a_matter_of_settings() -> None:
    answer = (409, {"error_code": 409, "message": "incompatible: x"})
    with serving(answer) as server, pytest.raises(WrongSettings, match="409 incompatible: x"):
        _client(server.url).register("t-value", '"int"')


@pytest.mark.parametrize("answer", [(200, "<html>"), (404, "no such page"), (404, {"status": 404}), (302, "")])
def test_what_is_no_registry_is_told_apart(answer: tuple[int, object]) -> None:
    with (
        serving(answer) as server,
        pytest.raises(WrongSettings, match=rf"{server.url} does not speak .* GET {server.url}/schemas/ids/1 gives"),
    ):
        _client(server.url).schema_text(1)


def test_name_and_password_are_shown_to_the_registry_and_to_nobody_else() -> None:
    with serving((200, {"id": 1})) as server:
        client = _client(server.url.replace("//", "//me:s%40crit@"))
        client.find("t-value", '"int"')
        assert server.logins == ["Basic " + base64.b64encode(b"me:s@crit").decode()]
        assert str(client.address) == server.url
        assert client.schema_address(7) == f"{server.url}/schemas/ids/7"


@pytest.mark.parametrize("address", ["registry:8081", "ftp://registry", "http://", "", "http://[::1", "/path"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(WrongUsage, match="--registry: not an address"):
        parse_registry(address)


def test_a_path_is_kept_and_a_slash_at_the_end_is_not() -> None:
    assert str(parse_registry("https://r:443/apis/ccompat/v7/")) == "https://r/apis/ccompat/v7"


def test_a_process_has_one_client_a_registry() -> None:
    assert registry_of_process(parse_registry(NOWHERE)) is registry_of_process(parse_registry(NOWHERE))


def test_all_versions_are_registered_in_order_after_the_subject_is_closed_to_others() -> None:
    with serving((200, {"id": 1}), (200, {"id": 1}), (200, {"id": 2})) as server:
        assert register_all(_client(server.url), topic_subject("news"), ["1", "2"]) == [1, 2]
        assert server.requests == [
            ("PUT", "/config/news-value", {"compatibility": "FULL_TRANSITIVE"}),
            ("POST", "/subjects/news-value/versions", {"schema": "1"}),
            ("POST", "/subjects/news-value/versions", {"schema": "2"}),
        ]


def test_a_schema_that_is_registered_is_not_registered_again(known: KnownIds) -> None:
    with serving((200, {"id": 9})) as server:
        assert id_for_writing(_client(server.url), "news-value", ["1", "2"], known) == 9
        assert server.requests == [("POST", "/subjects/news-value", {"schema": "2"})]


@pytest.fixture
def known(tmp_path: object) -> KnownIds:
    return KnownIds(tmp_path / "state", NOWHERE)  # type: ignore[operator]


def test_who_may_not_register_is_told_what_to_do(known: KnownIds) -> None:
    read_only = (403, {"error_code": 40301, "message": "read only"})
    words = r"schema register --registry http://127.0.0.1:\d+ --topic news$"
    with serving(NOT_THERE, read_only) as server, pytest.raises(NotAuthorised, match=words):
        id_for_writing(_client(server.url), "news-value", ["1"], known)


def test_an_id_that_it_gave_before_is_good_while_it_is_away(
    known: KnownIds, capsys: pytest.CaptureFixture[str]
) -> None:
    known.remember("news-value", "2", 9)
    assert id_for_writing(_client(NOWHERE, 0.0), "news-value", ["1", "2"], known) == 9
    assert "does not answer" in (said := capsys.readouterr().err)
    assert said.endswith("going on with id 9, which it gave before\n")


@pytest.mark.parametrize(("subject", "text", "registry"), [("x-value", "2", NOWHERE), ("news-value", "3", NOWHERE)])
def test_an_id_of_something_else_is_not(known: KnownIds, subject: str, text: str, registry: str) -> None:
    known.remember("news-value", "2", 9)
    with pytest.raises(Unreachable, match=f"its id for the schema of {subject} is not known here"):
        id_for_writing(_client(registry, 0.0), subject, [text], known)


def test_an_id_of_another_registry_is_not(known: KnownIds) -> None:
    known.remember("news-value", "2", 9)
    assert KnownIds(known.folder, "http://other").recall("news-value", "2") is None
    assert known.recall("news-value", "2") == 9


def test_a_file_that_lost_its_content_is_as_good_as_none(known: KnownIds) -> None:
    known.remember("news-value", "2", 9)
    for file in known.folder.iterdir():
        file.write_text("")
    assert known.recall("news-value", "2") is None

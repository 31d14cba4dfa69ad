from __future__ import annotations

import threading
from dataclasses import asdict, replace

import pytest
from told_events import event

from fakes.receiver import Answer, FakeReceiver, listening
from rescuewire.alerting.alert import Alert
from rescuewire.alerting.receivers import Drained, Patience
from rescuewire.alerting.retry_after import seconds_of_retry_after
from rescuewire.alerting.rule_shapes import Elsewhere, Webhook
from rescuewire.alerting.webhook import WebhookReceiver
from rescuewire_connectors.interfaces import Refused
from rescuewire_connectors.stopping import NotAuthorised, TryAgain

ALERT = Alert("ten", event())
KEY = "0" * 32 + "-ten"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("DESK", "Bearer s3cret")


@pytest.fixture
def stopping() -> threading.Event:
    return threading.Event()


def _receiver(url: str, stopping: threading.Event, **settings: float) -> WebhookReceiver:
    beats: list[None] = []
    webhook = Webhook(
        url, Elsewhere(environment="DESK"), **{"timeout_seconds": 1.0, "give_up_seconds": 30.0, **settings}
    )
    return WebhookReceiver("desk", webhook, Patience(stopping, lambda: beats.append(None)))


def test_an_alert_is_posted_with_its_key(stopping: threading.Event) -> None:
    with listening(FakeReceiver()) as fake:
        _receiver(fake.url, stopping).deliver(ALERT)
    (body,), (headers,) = fake.bodies, fake.headers
    assert body["idempotency_key"] == headers["Idempotency-Key"] == KEY
    assert body["rule"] == "ten"
    assert body["event"]["evidence"][0]["text"] == "Douze pêcheurs ont été secourus."
    assert body["event"]["countries"]["origin"] == ["ID", "VN"]
    assert set(body["event"]) == set(asdict(event()))
    assert headers["Authorization"] == "Bearer s3cret"
    assert headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("failing", [503, 500, 429, 408, (429, {"Retry-After": "1"}), None])
def test_a_receiver_that_fails_and_recovers_gets_the_alert_with_the_same_key(
    failing: Answer, stopping: threading.Event, capfd: pytest.CaptureFixture[str]
) -> None:
    with listening(FakeReceiver(lambda number, _key: failing if number < 1 else 200)) as fake:
        _receiver(fake.url, stopping, timeout_seconds=0.5).deliver(ALERT)
    assert fake.asked == {KEY: 2}
    assert fake.taken == {KEY: 1}
    said = capfd.readouterr().err
    assert said.startswith("rescuewire: receiver desk: ")
    assert said.endswith("; trying again for 30 s\n")
    assert "127.0.0.1" not in said
    assert "s3cret" not in said


@pytest.mark.parametrize("status", [301, 400, 403, 404, 410, 413, 422])
def test_an_answer_that_is_final_refuses_the_alert(status: int, stopping: threading.Event) -> None:
    told = f"^receiver desk: HTTP {status} "
    with listening(FakeReceiver(lambda _number, _key: status)) as fake, pytest.raises(Refused, match=told) as refused:
        _receiver(fake.url, stopping).deliver(ALERT)
    assert refused.value.reason == "refused"
    assert fake.asked == {KEY: 1}


def test_wrong_credentials_end_the_process_and_lose_nothing(stopping: threading.Event) -> None:
    told = "receiver desk: HTTP 401 Unauthorized; check its authorization"
    with listening(FakeReceiver(lambda _number, _key: 401)) as fake, pytest.raises(NotAuthorised, match=told):
        _receiver(fake.url, stopping).deliver(ALERT)


def test_a_receiver_that_stays_down_ends_the_process(stopping: threading.Event) -> None:
    with listening(FakeReceiver()) as fake:
        url = fake.url
    with pytest.raises(TryAgain, match=r"^receiver desk: .*refused, for 1 s; alerts wait, restart me"):
        _receiver(url, stopping, give_up_seconds=1.0).deliver(ALERT)


def test_a_process_that_is_told_to_end_does_not_wait_for_a_receiver(stopping: threading.Event) -> None:
    def answer(_number: int, _key: str) -> Answer:
        stopping.set()
        return 503, {"Retry-After": "3600"}

    with listening(FakeReceiver(answer)) as fake, pytest.raises(Drained):
        _receiver(fake.url, stopping, give_up_seconds=1000.0).deliver(ALERT)
    assert fake.asked == {KEY: 1}


def test_an_id_that_is_none_of_ours_cannot_break_a_header(stopping: threading.Event) -> None:
    with listening(FakeReceiver()) as fake:
        receiver = _receiver(fake.url, stopping)
        receiver.deliver(Alert("ten", replace(event(), event_id="../é\r\nX: 1")))
        with pytest.raises(Refused) as refused:
            receiver.deliver(Alert("ten", replace(event(), event_id="x" * 10_000)))
    assert [headers["Idempotency-Key"] for headers in fake.headers] == ["..%2F%C3%A9%0D%0AX%3A%201-ten"]
    assert refused.value.reason == "unsendable"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, 0),
        ("", 0),
        ("120", 120),
        (" 3 ", 3),
        ("-1", 0),
        ("soon", 0),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float) -> None:
    assert seconds_of_retry_after(value) == seconds


def test_a_date_to_come_is_waited_for() -> None:
    assert seconds_of_retry_after("Fri, 31 Dec 2999 23:59:59 GMT") > 1_000_000

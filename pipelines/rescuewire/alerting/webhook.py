"""The webhook: alerts as JSON by POST, tried again while the receiver is down."""

from __future__ import annotations

import contextlib
import sys
import time

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_delay, stop_when_event_set
from tenacity.wait import wait_exponential, wait_random

from rescuewire.alerting.alert import Alert, alert_json
from rescuewire.alerting.receivers import Drained, Patience
from rescuewire.alerting.retry_after import seconds_of_retry_after
from rescuewire.alerting.rule_shapes import Webhook
from rescuewire.alerting.secrets_elsewhere import read_secret
from rescuewire.alerting.webhook_urls import complaint_about_url
from rescuewire_connectors.interfaces import Refused
from rescuewire_connectors.stopping import NotAuthorised, TryAgain, WrongSettings

FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0
NOT_NOW = frozenset({httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_EARLY, httpx.codes.TOO_MANY_REQUESTS})
"""Answers below 500 that ask for another try."""
WHO_ARE_YOU = frozenset({httpx.codes.UNAUTHORIZED, httpx.codes.PROXY_AUTHENTICATION_REQUIRED})
"""Answers about our credentials, not about the alert: every alert would get them."""
MOST_BYTES_OF_AN_ANSWER = 65_536

_back_off = wait_exponential(FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS) + wait_random(0, FIRST_WAIT_SECONDS)


class NotNow(Exception):
    """The receiver does not take it now; `retry_after` is how many seconds it asks us to wait."""

    def __init__(self, what: str, retry_after: float = 0.0) -> None:
        super().__init__(what)
        self.retry_after = retry_after


class WebhookReceiver:
    """Sends alerts to one address. Its messages name the receiver, never the address, which may be a secret."""

    def __init__(self, name: str, settings: Webhook, patience: Patience) -> None:
        self._name = name
        self._settings = settings
        self._patience = patience
        self._url = _read_url(name, settings)
        self._client = httpx.Client(timeout=settings.timeout_seconds, headers=_headers(name, settings))

    def deliver(self, alert: Alert) -> None:
        """Send the alert until it is taken; see `Receiver`."""
        body, key = alert_json(alert), alert.key
        try:
            self._retrying()(self._post, body, key)
        except NotNow as error:
            if self._patience.stopping.is_set():
                raise Drained from error
            raise TryAgain(
                f"receiver {self._name}: {error}, for {self._settings.give_up_seconds:g} s; alerts wait, restart me"
            ) from error

    def _retrying(self) -> Retrying:
        return Retrying(
            retry=retry_if_exception_type(NotNow),
            wait=self._wait_seconds,
            stop=stop_when_event_set(self._patience.stopping) | stop_after_delay(self._settings.give_up_seconds),
            sleep=self._patience.wait,
            before_sleep=self._say_once,
            reraise=True,
        )

    def _wait_seconds(self, state: RetryCallState) -> float:
        failure = state.outcome.exception() if state.outcome is not None else None
        asked = failure.retry_after if isinstance(failure, NotNow) else 0.0
        return min(max(asked, _back_off(state)), self._settings.give_up_seconds)

    def _say_once(self, state: RetryCallState) -> None:
        if state.attempt_number == 1 and state.outcome is not None:
            words = f"receiver {self._name}: {state.outcome.exception()}; trying again"
            print(f"rescuewire: {words} for {self._settings.give_up_seconds:g} s", file=sys.stderr)  # noqa: T201

    def _post(self, body: bytes, key: str) -> None:
        self._patience.beat()
        until = time.monotonic() + self._settings.timeout_seconds
        try:
            with self._client.stream("POST", self._url, content=body, headers={"Idempotency-Key": key}) as response:
                _read_answer(response, until)
                self._judge(response)
        except httpx.TransportError as error:
            raise NotNow(str(error) or type(error).__name__) from error

    def _judge(self, response: httpx.Response) -> None:
        status = response.status_code
        words = f"HTTP {status} {response.reason_phrase}".strip()
        if response.is_success:
            return
        if status in WHO_ARE_YOU:
            raise NotAuthorised(f"receiver {self._name}: {words}; check its authorization, alerts wait")
        if status in NOT_NOW or response.is_server_error:
            raise NotNow(words, seconds_of_retry_after(response.headers.get("Retry-After")))
        raise Refused("refused", f"receiver {self._name}: {words}")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def _read_answer(response: httpx.Response, until: float) -> None:
    """Read an answer to its end, so that its connection can be used again, but not for ever: its status counts."""
    size = 0
    with contextlib.suppress(httpx.TransportError):
        for chunk in response.iter_raw():
            size += len(chunk)
            if size > MOST_BYTES_OF_AN_ANSWER or time.monotonic() > until:
                return


def _read_url(name: str, settings: Webhook) -> str:
    if isinstance(settings.url, str):
        return settings.url
    url = read_secret(settings.url, f"receivers.{name}.webhook.url")
    complaint = complaint_about_url(url)
    if complaint:
        raise WrongSettings(f"receivers.{name}.webhook.url: {complaint}")
    return url


def _headers(name: str, settings: Webhook) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "User-Agent": "rescuewire"}
    if settings.authorization is None or isinstance(settings.authorization, str):
        return headers  # a word is refused when the rules are read
    return {**headers, "Authorization": read_secret(settings.authorization, f"receivers.{name}.webhook.authorization")}

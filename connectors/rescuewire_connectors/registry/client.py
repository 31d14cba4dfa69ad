"""A client of a schema registry: finding and registering schemas, and what it knows of the registry's health."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_random_exponential

from rescuewire_connectors.registry.address import RegistryAddress
from rescuewire_connectors.stopping import NotAuthorised, Unreachable, WrongSettings

CONTENT_TYPE = "application/vnd.schemaregistry.v1+json"
COMPATIBILITY = "FULL_TRANSITIVE"
PATIENCE_SECONDS = 10.0
"""How long a request is tried again while the registry does not answer; a process starts in 15 s or says why not."""

_REQUEST_SECONDS = 5.0
_NOT_THERE = {40401, 40402, 40403}
"""The API's codes for a subject, a version and a schema that the registry does not have."""

_OVERLOADED = 429


@dataclass(frozen=True)
class Standing:
    """What the last request said of the registry, in words for people where it did not answer."""

    answers: bool
    words: str = ""


class _NoAnswer(Exception):
    """The registry did not answer, or said that it cannot now."""


class RegistryClient:
    """Asks a registry. Schemas never change under their ids, so each is asked for once.

    Every method raises Unreachable where the registry does not answer for `patience` seconds, NotAuthorised where it
    refuses, and WrongSettings where it answers what no registry would.
    """

    def __init__(self, address: RegistryAddress, patience: float = PATIENCE_SECONDS) -> None:
        self.address = address
        self.standing = Standing(answers=True)
        self._patience = patience
        self._http = httpx.Client(
            auth=address.login, timeout=_REQUEST_SECONDS, headers={"Accept": CONTENT_TYPE, "Content-Type": CONTENT_TYPE}
        )
        self._texts: dict[int, str] = {}
        self._lock = threading.Lock()

    def schema_text(self, schema_id: int) -> str | None:
        """The schema of an id, as JSON; None where the registry has no such id."""
        with self._lock:
            if schema_id not in self._texts:
                answer = self._ask("GET", f"/schemas/ids/{schema_id}")
                if answer is None:
                    return None
                self._texts[schema_id] = answer["schema"]
            return self._texts[schema_id]

    def find(self, subject: str, text: str) -> int | None:
        """The id of a schema that is registered under the subject; None where it is not."""
        answer = self._ask("POST", f"/subjects/{quote(subject, safe='')}", {"schema": text})
        return None if answer is None else int(answer["id"])

    def register(self, subject: str, text: str) -> int:
        """Register a schema, if it is not yet, and return its id; raise WrongSettings where the subject refuses it."""
        return int(self._told("POST", f"/subjects/{quote(subject, safe='')}/versions", {"schema": text})["id"])

    def takes(self, subject: str, text: str) -> bool:
        """Whether the subject would take a schema beside those that it has; nothing is registered."""
        answer = self._ask(
            "POST", f"/compatibility/subjects/{quote(subject, safe='')}/versions/latest", {"schema": text}
        )
        return answer is None or bool(answer["is_compatible"])

    def require_compatibility(self, subject: str) -> None:
        """Have the registry refuse whatever is not compatible both ways with all that the subject has."""
        self._told("PUT", f"/config/{quote(subject, safe='')}", {"compatibility": COMPATIBILITY})

    def schema_address(self, schema_id: int) -> str:
        """Where the schema of an id is to be had."""
        return f"{self.address}/schemas/ids/{schema_id}"

    def check(self) -> Standing:
        """Ask now, once, whether the registry answers; for health. Raises nothing."""
        try:
            self._once("GET", "/config", None)
        except (_NoAnswer, NotAuthorised, WrongSettings) as error:
            self.standing = Standing(answers=False, words=str(error))
        return self.standing

    def _told(self, method: str, path: str, body: dict[str, str]) -> Any:
        answer = self._ask(method, path, body)
        if answer is None:
            raise WrongSettings(f"{method} {self.address}{path}: the registry has no such subject")
        return answer

    def _ask(self, method: str, path: str, body: dict[str, str] | None = None) -> Any:
        """The answer as JSON, None where what is asked for is not there."""
        retrying = Retrying(
            retry=retry_if_exception_type(_NoAnswer),
            stop=stop_after_delay(self._patience),
            wait=wait_random_exponential(multiplier=0.1, max=2.0),
            reraise=True,
        )
        try:
            return retrying(self._once, method, path, body)
        except _NoAnswer as error:
            self.standing = Standing(answers=False, words=str(error))
            raise Unreachable(f"{error}; check the address, and that it runs") from error

    def _once(self, method: str, path: str, body: dict[str, str] | None) -> Any:
        try:
            response = self._http.request(method, f"{self.address}{path}", json=body)
        except httpx.HTTPError as error:
            raise _NoAnswer(
                f"schema registry {self.address} does not answer: {str(error) or type(error).__name__}"
            ) from error
        if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR or response.status_code == _OVERLOADED:
            raise _NoAnswer(f"schema registry {self.address} fails: {_words(response)}")
        self.standing = Standing(answers=True)
        return self._read(response)

    def _read(self, response: httpx.Response) -> Any:
        if response.is_success:
            return _json(response) or self._not_a_registry(response)
        if response.status_code in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
            raise NotAuthorised(f"schema registry {self.address} refuses: {_words(response)}")
        told = _json(response)
        if not isinstance(told, dict) or "error_code" not in told:
            return self._not_a_registry(response)
        if told["error_code"] in _NOT_THERE:
            return None
        raise WrongSettings(f"schema registry {self.address} refuses: {_words(response)}")

    def _not_a_registry(self, response: httpx.Response) -> Any:
        raise WrongSettings(
            f"{self.address} does not speak the schema registry's API: {response.request.method} {response.url} gives "
            f"{_words(response)}; give the address that /subjects is found under"
        )


@cache
def registry_of_process(address: RegistryAddress) -> RegistryClient:
    """The process's one client of a registry, so that what it learns is learnt once."""
    return RegistryClient(address)


def _json(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return None


def _words(response: httpx.Response) -> str:
    told = _json(response)
    message = told.get("message") if isinstance(told, dict) else None
    return f"{response.status_code} {message or response.reason_phrase}"

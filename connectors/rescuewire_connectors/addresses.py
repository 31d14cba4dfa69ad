"""Addresses: the words by which people name where records come from and go to."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from rescuewire_connectors.stopping import NoInput, WrongUsage

STANDARD_STREAM = "-"
KAFKA_PREFIX = "kafka://"
_OR_A_FOLDER = "; a folder is read with all such files in it"


class FileForm(str, Enum):
    """How records lie in a file."""

    JSON_LINES = ".jsonl"
    JSON = ".json"
    TEXT = ".txt"
    HTML = ".html"
    AVRO = ".avro"


READABLE = (FileForm.JSON_LINES, FileForm.JSON, FileForm.TEXT, FileForm.HTML)
WRITABLE = (FileForm.AVRO, FileForm.JSON_LINES)
EVENT_FILES = (FileForm.AVRO, FileForm.JSON_LINES)


@dataclass(frozen=True)
class FileAddress:
    """One file; what its name ends in says its form."""

    path: Path
    form: FileForm

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True)
class FolderAddress:
    """All readable files in a folder, in sorted order."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path}/"


@dataclass(frozen=True)
class StandardStream:
    """Standard input or output, as JSON lines."""

    def __str__(self) -> str:
        return STANDARD_STREAM


@dataclass(frozen=True)
class TopicAddress:
    """A Kafka topic and the servers to ask for it, each as `host:port`."""

    servers: tuple[str, ...]
    topic: str

    def __str__(self) -> str:
        return f"{KAFKA_PREFIX}{','.join(self.servers)}/{self.topic}"


SourceAddress: TypeAlias = FileAddress | FolderAddress | StandardStream | TopicAddress
SinkAddress: TypeAlias = FileAddress | StandardStream | TopicAddress
EventAddress: TypeAlias = FileAddress | StandardStream | TopicAddress


def parse_source(address: str) -> SourceAddress:
    """Read the address of articles; raise WrongUsage where it is none, NoInput where nothing is there."""
    if address == STANDARD_STREAM:
        return StandardStream()
    if address.startswith(KAFKA_PREFIX):
        return parse_topic(address)
    if address.endswith("/") or Path(address).is_dir():
        return FolderAddress(_existing(Path(address), "folder"))
    return FileAddress(_existing(Path(address), "file"), _form(address, READABLE, "read articles from", _OR_A_FOLDER))


def parse_sink(address: str) -> SinkAddress:
    """Read the address that records are written to; raise WrongUsage where it is none."""
    if address == STANDARD_STREAM:
        return StandardStream()
    if address.startswith(KAFKA_PREFIX):
        return parse_topic(address)
    path = Path(address)
    refuse_unwritable(path, address)
    return FileAddress(path, _form(address, WRITABLE, "write to"))


def parse_events(address: str) -> EventAddress:
    """Read the address of written events; raise WrongUsage where it is none, NoInput where nothing is there."""
    if address == STANDARD_STREAM:
        return StandardStream()
    if address.startswith(KAFKA_PREFIX):
        return parse_topic(address)
    if Path(address).is_dir():
        raise WrongUsage(f"{address}: this is a folder; give one file of events, {endings_of(EVENT_FILES)}")
    return FileAddress(_existing(Path(address), "file"), _form(address, EVENT_FILES, "read events from"))


def refuse_unwritable(path: Path, name: str) -> None:
    """Raise WrongUsage where no file can be written at `path`; `name` is what people called it."""
    if path.is_dir():
        raise WrongUsage(f"{name}: this is a folder; give the path of a file")
    if not path.absolute().parent.is_dir():
        raise WrongUsage(f"{name}: the folder {path.parent} does not exist; create it first")
    if not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise WrongUsage(f"{name}: this must not be written; change its permissions or give another path")


def form_of(path: Path, forms: tuple[FileForm, ...]) -> FileForm | None:
    """The form that the file's ending names, in capitals or not; None where it is none of `forms`."""
    return next((form for form in forms if path.suffix.lower() == form.value), None)


def endings_of(forms: tuple[FileForm, ...]) -> str:
    """The endings of files, for people: `.avro, .jsonl`."""
    return ", ".join(form.value for form in forms)


def parse_topic(address: str) -> TopicAddress:
    """Read `kafka://h1:p1,h2:p2/topic`; raise WrongUsage where a part is missing."""
    servers, slash, topic = address[len(KAFKA_PREFIX) :].partition("/")
    names = tuple(name for name in servers.split(",") if name)
    if not (slash and topic and names) or "/" in topic:
        raise WrongUsage(f"{address}: a topic is written kafka://host:port,host:port/topic")
    return TopicAddress(tuple(_server(name, address) for name in names), topic)


def _server(name: str, address: str) -> str:
    host, colon, port = name.rpartition(":")
    if not (colon and host and port.isdecimal()):
        raise WrongUsage(f"{address}: the server {name!r} has no port; write host:port")
    return name


def _existing(path: Path, kind: str) -> Path:
    found = path.is_dir() if kind == "folder" else path.is_file()
    if not found:
        raise NoInput(f"{path}: no such {kind}; check the path, it was looked for at {path.absolute()}")
    return path


def _form(address: str, forms: tuple[FileForm, ...], verb: str, others: str = "") -> FileForm:
    form = form_of(Path(address), forms)
    if form is None:
        known = f"a file must end in one of {endings_of(forms)}, a topic begin with {KAFKA_PREFIX}{others}"
        raise WrongUsage(f"{address}: cannot {verb} this; {known}")
    return form

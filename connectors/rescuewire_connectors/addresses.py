"""Addresses: the words by which people name where records come from and go to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from rescuewire_connectors.stopping import NoInput, WrongUsage

STANDARD_STREAM = "-"
KAFKA_PREFIX = "kafka://"


class FileForm(str, Enum):
    """How records lie in a file."""

    JSON_LINES = ".jsonl"
    JSON = ".json"
    TEXT = ".txt"
    HTML = ".html"
    AVRO = ".avro"


READABLE = (FileForm.JSON_LINES, FileForm.JSON, FileForm.TEXT)
READABLE_IN_FOLDERS = (*READABLE, FileForm.HTML)
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
    return FileAddress(_existing(Path(address), "file"), _form(address, READABLE, "read articles from"))


def parse_sink(address: str) -> SinkAddress:
    """Read the address that records are written to; raise WrongUsage where it is none."""
    if address == STANDARD_STREAM:
        return StandardStream()
    if address.startswith(KAFKA_PREFIX):
        return parse_topic(address)
    path = Path(address)
    if not path.absolute().parent.is_dir():
        raise WrongUsage(f"{address}: the folder {path.parent} does not exist; create it first")
    return FileAddress(path, _form(address, WRITABLE, "write to"))


def parse_events(address: str) -> EventAddress:
    """Read the address of written events; raise WrongUsage where it is none, NoInput where nothing is there."""
    if address == STANDARD_STREAM:
        return StandardStream()
    if address.startswith(KAFKA_PREFIX):
        return parse_topic(address)
    return FileAddress(_existing(Path(address), "file"), _form(address, EVENT_FILES, "read events from"))


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
        raise NoInput(f"{path}: no such {kind}")
    return path


def _form(address: str, forms: tuple[FileForm, ...], verb: str) -> FileForm:
    for form in forms:
        if address.endswith(form.value):
            return form
    endings = ", ".join(form.value for form in forms)
    raise WrongUsage(f"{address}: cannot {verb} this; a file must end in one of {endings}, a topic begin with kafka://")

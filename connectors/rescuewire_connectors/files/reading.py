"""Feeds of files: JSON lines, a JSON file, a text or HTML file, and folders of all these."""

from __future__ import annotations

import codecs
import json
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from rescuewire_connectors.addresses import READABLE, FileAddress, FileForm, FolderAddress, endings_of, form_of
from rescuewire_connectors.batches import BATCH_RECORDS
from rescuewire_connectors.files.feed_from_start import FeedFromStart
from rescuewire_connectors.record import Record
from rescuewire_connectors.stopping import NoInput

HTML_BEGINNINGS = (b"<!doctype html", b"<html")


class FileFeed(FeedFromStart):
    """Reads the records of files in order, at most BATCH_RECORDS at once."""

    def __init__(self, records: Generator[Record, None, None]) -> None:
        super().__init__()
        self._records = records

    def _read_on(self) -> Sequence[Record]:
        batch = list(islice(self._records, BATCH_RECORDS))
        self._at_end = len(batch) < BATCH_RECORDS
        return batch

    def close(self) -> None:
        """Close the file that is open."""
        self._records.close()


def open_files(address: FileAddress | FolderAddress) -> FileFeed:
    """A feed of one file, or of the readable files of a folder in sorted order; raise NoInput where there is none."""
    if isinstance(address, FileAddress):
        return FileFeed(_read_all([address]))
    files = list(_files_in(address.path))
    if not files:
        raise NoInput(f"{address}: the folder has no articles; put files there, {endings_of(READABLE)}")
    return FileFeed(_read_all(files))


def _files_in(folder: Path) -> Iterator[FileAddress]:
    for path in sorted(folder.iterdir()):
        form = form_of(path, READABLE)
        if form is not None and path.is_file():
            yield FileAddress(path, form)


def _read_all(files: Sequence[FileAddress]) -> Generator[Record, None, None]:
    for file in files:
        yield from _read(file)


def _read(file: FileAddress) -> Iterator[Record]:
    if file.form is FileForm.JSON_LINES:
        yield from _read_lines(file.path)
        return
    for index, value in enumerate(_values(file.path.read_bytes(), file.form)):
        yield Record(str(file.path), 0, index, value)


def _read_lines(path: Path) -> Iterator[Record]:
    with path.open("rb") as lines:
        for index, line in enumerate(lines):
            if line.strip():
                yield Record(str(path), 0, index, line.rstrip(b"\r\n"))


def articles_in(content: bytes) -> list[bytes]:
    """The JSON of each article in content that has no name to tell its form: one of READABLE, told by its looks.

    Each is what a file of that form with the same content would give.
    """
    form = _form_by_looks(content.removeprefix(codecs.BOM_UTF8).strip())
    if form is FileForm.JSON_LINES:
        return [line for line in content.splitlines() if line.strip()]
    return _values(content, form)


def _form_by_looks(content: bytes) -> FileForm:
    if content[:15].lower().startswith(HTML_BEGINNINGS):
        return FileForm.HTML
    if content.startswith(b"{"):
        lines = [line.strip() for line in content.splitlines()]
        whole_lines = all(line.startswith(b"{") and line.endswith(b"}") for line in lines if line)
        return FileForm.JSON_LINES if whole_lines else FileForm.JSON
    return FileForm.JSON if _elements(content) is not None else FileForm.TEXT


def _values(content: bytes, form: FileForm) -> list[bytes]:
    if form is not FileForm.JSON:
        return [_as_article(content, form)]
    elements = _elements(content.removeprefix(codecs.BOM_UTF8))
    return [content] if elements is None else elements


def _elements(content: bytes) -> list[bytes] | None:
    """The elements of a JSON array, each as it stands there; None where the content is none."""
    try:
        elements = msgspec.json.decode(content, type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError):
        return None
    return [bytes(element) for element in elements]


def _as_article(content: bytes, form: FileForm) -> bytes:
    """The article's JSON; bytes that are not UTF-8 as they are, for the parser to refuse."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content
    fields = {"html": text} if form is FileForm.HTML else _title_and_text(text)
    return json.dumps(fields, ensure_ascii=False).encode()


def _title_and_text(content: str) -> dict[str, str]:
    title, _, text = content.lstrip().partition("\n")
    return {"title": title.strip(), "text": text} if text.strip() else {"text": title}

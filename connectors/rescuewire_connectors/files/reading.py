"""Feeds of files: JSON lines, a JSON file, a text or HTML file, and folders of all these."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from rescuewire_connectors.addresses import READABLE_IN_FOLDERS, FileAddress, FileForm, FolderAddress
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.stopping import NoInput

BATCH_RECORDS = 100


class FileFeed:
    """Reads files in order. Nothing is remembered of what is done: a rerun begins at the first record."""

    def __init__(self, files: Sequence[FileAddress]) -> None:
        self._records = _read_all(files)
        self._exhausted = False

    def fetch(self) -> Sequence[Record]:
        """The next records, at most BATCH_RECORDS."""
        batch = list(islice(self._records, BATCH_RECORDS))
        self._exhausted = len(batch) < BATCH_RECORDS
        return batch

    @property
    def exhausted(self) -> bool:
        """True when the last file is read to its end."""
        return self._exhausted

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        """Nothing to remember."""

    def close(self) -> None:
        """Close the file that is open."""
        self._records.close()


def open_files(address: FileAddress | FolderAddress) -> FileFeed:
    """A feed of one file, or of the readable files of a folder in sorted order; raise NoInput where there is none."""
    if isinstance(address, FileAddress):
        return FileFeed([address])
    files = list(_files_in(address.path))
    if not files:
        endings = ", ".join(form.value for form in READABLE_IN_FOLDERS)
        raise NoInput(f"{address}: the folder has no file that ends in {endings}")
    return FileFeed(files)


def _files_in(folder: Path) -> Iterator[FileAddress]:
    for path in sorted(folder.iterdir()):
        for form in READABLE_IN_FOLDERS:
            if path.suffix == form.value and path.is_file():
                yield FileAddress(path, form)


def _read_all(files: Sequence[FileAddress]) -> Generator[Record, None, None]:
    for file in files:
        yield from _read(file)


def _read(file: FileAddress) -> Iterator[Record]:
    if file.form is FileForm.JSON_LINES:
        yield from _read_lines(file.path)
        return
    content = file.path.read_bytes()
    values = _elements(content) if file.form is FileForm.JSON else [_as_article(content, file.form)]
    for index, value in enumerate(values):
        yield Record(str(file.path), 0, index, value)


def _read_lines(path: Path) -> Iterator[Record]:
    with path.open("rb") as lines:
        for index, line in enumerate(lines):
            if line.strip():
                yield Record(str(path), 0, index, line.rstrip(b"\r\n"))


def _elements(content: bytes) -> list[bytes]:
    """The elements of a JSON array, each as it stands there; else the content as a whole."""
    try:
        elements = msgspec.json.decode(content, type=list[msgspec.Raw])
    except msgspec.DecodeError:
        return [content]
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

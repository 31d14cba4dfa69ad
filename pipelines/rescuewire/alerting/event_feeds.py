"""Where alerts read events from: a topic as a member of a group, a file once through."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import asdict

from rescuewire.events.reading import read_events_at
from rescuewire_connectors.addresses import FileAddress, FileForm
from rescuewire_connectors.files.reading import FileFeed, open_files
from rescuewire_connectors.record import Record


def open_event_file(file: FileAddress) -> FileFeed:
    """The events of a file as lines of JSON; its fetch raises WrongUsage where a container file is broken."""
    return FileFeed(_container_records(file)) if file.form is FileForm.AVRO else open_files(file)


def _container_records(file: FileAddress) -> Generator[Record, None, None]:
    for index, event in enumerate(read_events_at(str(file))):
        line = json.dumps(asdict(event), ensure_ascii=False).encode(errors="backslashreplace")
        yield Record(str(file), 0, index, line)

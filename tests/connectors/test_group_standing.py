from __future__ import annotations

from kafka.version import __version__

from rescuewire_connectors.kafka.group_standing import READ_VERSION


def test_the_client_is_the_version_that_is_read() -> None:
    assert __version__ == READ_VERSION, "see whether the coordinator is still where `broker_answers` looks for it"

"""The words that say where a group is moved to."""

from __future__ import annotations

import pytest

from rescuewire_connectors.kafka.moving_offsets import Places, Steps, Target, parse_target
from rescuewire_connectors.kafka.starting import Start
from rescuewire_connectors.stopping import WrongUsage


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("earliest", Start("earliest")),
        ("latest", Start("latest")),
        ("1970-01-01T00:01", Start("time", 60_000)),
        ("+12", Steps(12)),
        ("-3", Steps(-3)),
        ("0:5", Places({0: 5})),
        ("0:5,11:7", Places({0: 5, 11: 7})),
    ],
)
def test_words_are_read(words: str, target: Target) -> None:
    assert parse_target(words) == target


@pytest.mark.parametrize("words", ["", "5", "committed", "0:5,", "0:-1", "0:5,0:6", "yesterday", "+", "+1.5"])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(WrongUsage, match=f"--to {words.replace('+', '[+]')}: "):
        parse_target(words)

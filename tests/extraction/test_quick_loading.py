"""Loading in less time: the same patterns, and no garbage collected meanwhile."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rescuewire.extraction.quick_loading import no_garbage_collected, sets_of_letters_remembered

COMPILER = sys.modules.get("re._compiler") or sys.modules["sre_compile"]
LETTERS = "a-zà-öø-ÿœİıſ\u0400-\u04ff"
PATTERNS = (
    f"^(?:x[-]?[{LETTERS}]+|y[{LETTERS}]*)$",
    f"(?i)^(?:x[{LETTERS}]+|y[^{LETTERS}]*|z[{LETTERS}])$",
    f"(?ia)x[{LETTERS}]|y[{LETTERS}]",
    f"x[{LETTERS}]|(?i:x[{LETTERS}])",
)


@pytest.fixture(autouse=True)
def compiled_anew() -> Iterator[None]:
    re.purge()
    yield
    re.purge()


@pytest.fixture
def sets(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What Python has worked out since: a set of letters each time."""
    done: list[Any] = []
    optimise: Callable[..., Any] = COMPILER._optimize_charset

    def counted(letters: list[Any], *case: Any) -> Any:
        done.append(letters)
        return optimise(letters, *case)

    monkeypatch.setattr(COMPILER, "_optimize_charset", counted)
    return done


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_are_compiled_to_the_same_code(pattern: str) -> None:
    usual = re.compile(pattern)
    re.purge()
    with sets_of_letters_remembered():
        assert re.compile(pattern) == usual  # patterns are equal if their code is


def test_equal_sets_are_worked_out_once(sets: list[Any]) -> None:
    pattern = "|".join(f"x{number}[{LETTERS}]+" for number in range(50))
    with sets_of_letters_remembered():
        re.compile(pattern, re.IGNORECASE)
    remembered = len(sets)
    re.compile(pattern + "|y", re.IGNORECASE)
    assert remembered < 5
    assert len(sets) - remembered >= 50


def test_afterwards_python_compiles_as_before(sets: list[Any]) -> None:
    with pytest.raises(re.error), sets_of_letters_remembered():
        re.compile("[a-z")
    re.compile(f"[{LETTERS}]")
    assert sets


def test_a_python_that_has_its_optimiser_elsewhere_compiles_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rescuewire.extraction.quick_loading._SET_OPTIMISER", "_elsewhere")
    with sets_of_letters_remembered():
        assert re.compile(f"[{LETTERS}]").match("é")


@pytest.fixture
def thawed() -> Iterator[None]:
    frozen = gc.get_freeze_count()
    yield
    if not frozen:
        gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_was_made_meanwhile_is_not_looked_at_again() -> None:
    with no_garbage_collected():
        made = [object()]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert not any(known is made for known in gc.get_objects())


def test_a_failure_freezes_nothing_and_collecting_goes_on() -> None:
    frozen = gc.get_freeze_count()
    with pytest.raises(ValueError, match="a mistake"), no_garbage_collected():
        raise ValueError("a mistake")
    assert gc.get_freeze_count() <= frozen  # frozen objects may die meanwhile
    assert gc.isenabled()


@pytest.mark.usefixtures("thawed")
def test_where_garbage_was_not_collected_it_is_not_afterwards() -> None:
    gc.disable()
    try:
        with no_garbage_collected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

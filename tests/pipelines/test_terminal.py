"""What people see in a real terminal: nothing is cut or broken in a word, colours are for terminals alone."""

from __future__ import annotations

import pytest

from fakes.running import ENVIRONMENT, ROOT, run_command
from fakes.terminal import ESCAPE, LOGIN, MOVING, SHOWN, in_terminal, lines_of, page, seen

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

WHOLE_WORDS = {
    "extract": ("31 Indonesians", "TRAFFICKING", "Indonesia (ID)", "outcome: events, 1 event"),
    "check": ("failed   addresses:", "skipped  Kafka:", "a run would end with 2"),
    "config show": ("registry_password_file ", "RESCUEWIRE_KAFKA__USERNAME", "--group"),
}
CODES = {"extract": 0, "check": 2, "config show": 0}


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("name", SHOWN)
def test_it_fits_the_terminal_with_its_words_whole(name: str, columns: int) -> None:
    code, text = seen(name, columns)
    lines = lines_of(text)
    assert code == CODES[name]
    assert all(len(line) <= columns for line in lines)
    assert [words for words in WHOLE_WORDS[name] if not any(words in line for line in lines)] == []
    assert LOGIN["RESCUEWIRE_KAFKA__PASSWORD"] not in text


@pytest.mark.parametrize("name", SHOWN)
def test_a_terminal_has_colours_and_a_pipe_has_none(name: str) -> None:
    assert ESCAPE.search(seen(name, 80)[1])
    piped = run_command(*SHOWN[name], env={**ENVIRONMENT, **LOGIN}, cwd=ROOT, timeout=240)
    assert not ESCAPE.search(piped.stdout + piped.stderr)


def test_nobody_who_wants_no_colour_gets_any() -> None:
    code, text = in_terminal(80, *SHOWN["config show"], **LOGIN, NO_COLOR="1")
    assert (code, "\x1b[3" in text) == (0, False)


def test_a_finding_that_is_too_long_goes_on_under_itself_and_in_a_pipe_on_its_line() -> None:
    assert "         create it first" in lines_of(seen("check", 80)[1])
    piped = run_command(*SHOWN["check"], env={**ENVIRONMENT, **LOGIN}, cwd=ROOT, timeout=240)
    assert (
        "failed   addresses: nowhere/events.avro: the folder nowhere does not exist; create it first\n" in piped.stdout
    )


def test_the_page_is_in_step() -> None:
    written = (ROOT / "docs" / "terminal.md").read_text(encoding="utf-8")
    assert MOVING.sub("…", written) == MOVING.sub("…", page()), "python -m fakes.terminal > docs/terminal.md"

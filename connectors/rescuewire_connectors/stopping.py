"""How a process ends: its exit codes, and the exceptions that carry them.

Two kinds of failure run through the pipeline. A record that can never be read becomes a dead letter, and the
stream goes on. Everything else stops the process with a `Stop`: nothing is tried again inside it, the
supervisor restarts it, and work begins at the committed offsets.
"""

from __future__ import annotations

import errno
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its supervisor."""

    DONE = 0
    BUG = 1
    USAGE = 2
    BAD_DATA = 65
    NO_INPUT = 66
    UNREACHABLE = 69
    TRY_AGAIN = 75
    NOT_AUTHORISED = 77
    SETTINGS = 78


class Stop(Exception):
    """The process must end with `code`; the message is its last line, and says what, where and what to do."""

    code = ExitCode.BUG


class WrongUsage(Stop):
    """The command line asks for something that cannot be."""

    code = ExitCode.USAGE


class TooManyDeadLetters(Stop):
    """So many records in a short time cannot be read that the fault is hardly theirs. All that was done is kept."""

    code = ExitCode.BAD_DATA


class BadData(Stop):
    """What was given to be checked does not stand the check."""

    code = ExitCode.BAD_DATA


class NoInput(Stop):
    """A file, a topic or a committed offset is not there."""

    code = ExitCode.NO_INPUT


class Unreachable(Stop):
    """No broker answers."""

    code = ExitCode.UNREACHABLE


class TryAgain(Stop):
    """The batch in hand was not committed; a restart does it again."""

    code = ExitCode.TRY_AGAIN


class NotAuthorised(Stop):
    """The broker refuses what we ask for."""

    code = ExitCode.NOT_AUTHORISED


class WrongSettings(Stop):
    """Settings contradict each other or the cluster."""

    code = ExitCode.SETTINGS


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def stop_for_os(error: OSError) -> Stop:
    """How the process must end when the system refuses a file."""
    if isinstance(error, FileNotFoundError):
        return NoInput(str(error))
    if isinstance(error, PermissionError):
        return NotAuthorised(str(error))
    if isinstance(error, (IsADirectoryError, NotADirectoryError)) or error.errno == errno.EROFS:
        return WrongUsage(f"{error}; give another path")
    if error.errno in _FULL:
        return TryAgain(f"{error}; the batch in hand is not committed, make room, then restart me")
    return TryAgain(f"{error}; restart me")

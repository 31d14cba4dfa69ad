from __future__ import annotations

import errno

import pytest

from kafka import errors
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.stopping import ExitCode, stop_for_os


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOENT, ExitCode.NO_INPUT),
        (errno.EACCES, ExitCode.NOT_AUTHORISED),
        (errno.EISDIR, ExitCode.USAGE),
        (errno.ENOTDIR, ExitCode.USAGE),
        (errno.EROFS, ExitCode.USAGE),
        (errno.ENOSPC, ExitCode.TRY_AGAIN),
    ],
)
def test_what_the_system_refuses_for_good_is_not_tried_again(number: int, code: ExitCode) -> None:
    assert stop_for_os(OSError(number, "refused", "x.avro")).code is code


def test_a_broker_that_is_away_is_told_with_what_to_do() -> None:
    stop = stop_for(errors.KafkaConnectionError("refused"), "h:1")
    assert stop.code is ExitCode.UNREACHABLE
    assert "check the address" in str(stop)

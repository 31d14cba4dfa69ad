from __future__ import annotations

from typing import Any

import apache_beam as beam
import pytest
from apache_beam.coders import StrUtf8Coder
from apache_beam.runners.portability.fn_api_runner.fn_runner import FnApiRunner
from apache_beam.transforms.timeutil import TimeDomain
from apache_beam.transforms.userstate import ReadModifyWriteStateSpec, TimerSpec, on_timer
from apache_beam.transforms.window import FixedWindows

from fakes.memory import MemoryFeed, MemoryWriter
from rescuewire.runner import CannotRunLive, new_pipeline, refuse_what_cannot_run_live
from rescuewire_connectors.beam.reading import ReadRecords
from rescuewire_connectors.beam.writing import WriteOutcomes
from rescuewire_connectors.sink import Sink
from rescuewire_connectors.stream import Ends, StreamSettings


def no_ends() -> Ends[Any]:
    return Ends(MemoryFeed(), Sink(MemoryWriter(), MemoryWriter()))


STREAM: StreamSettings[Any] = StreamSettings("runner", no_ends)


class _Counting(beam.DoFn):
    STATE = ReadModifyWriteStateSpec("state", StrUtf8Coder())

    def process(self, element: Any, state: Any = beam.DoFn.StateParam(STATE)) -> Any:
        yield element, state.read()


class _Waiting(beam.DoFn):
    TIMER = TimerSpec("timer", TimeDomain.WATERMARK)

    def process(self, element: Any, timer: Any = beam.DoFn.TimerParam(TIMER)) -> Any:
        timer.set(0)
        yield element

    @on_timer(TIMER)
    def ring(self) -> None:
        pass


def keyed(element: Any) -> tuple[str, Any]:
    return "key", element


def beside(element: Any, other: Any) -> Any:
    return element, other


def group(records: Any) -> Any:
    return records | beam.Map(keyed) | beam.WindowInto(FixedWindows(10)) | beam.GroupByKey()


def flatten(records: Any) -> Any:
    return (records, records | beam.Map(keyed)) | beam.Flatten()


def reshuffle(records: Any) -> Any:
    return records | beam.Reshuffle()


def state(records: Any) -> Any:
    return records | beam.Map(keyed) | beam.ParDo(_Counting())


def timers(records: Any) -> Any:
    return records | beam.Map(keyed) | beam.ParDo(_Waiting())


def side_input(records: Any) -> Any:
    return records | beam.Map(beside, beam.pvalue.AsList(records.pipeline | beam.Create([1])))


def combine(records: Any) -> Any:
    return records | beam.WindowInto(FixedWindows(10)) | beam.CombineGlobally(sum).without_defaults()


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (group, "a GroupByKey"),
        (flatten, "a Flatten"),
        (reshuffle, "a Reshuffle|a GroupByKey"),
        (state, "state"),
        (timers, "timers"),
        (side_input, "a side input"),
        (combine, "a Combine|a GroupByKey"),
    ],
)
def test_a_graph_that_would_wait_for_the_end_is_refused(step: Any, words: str) -> None:
    pipeline = new_pipeline()
    step(pipeline | ReadRecords(STREAM)) | WriteOutcomes(STREAM)
    with pytest.raises(CannotRunLive, match=f"needs ({words})"):
        refuse_what_cannot_run_live(pipeline)


def test_a_line_from_source_to_sink_is_accepted() -> None:
    pipeline = new_pipeline()
    pipeline | ReadRecords(STREAM) | beam.Map(keyed) | WriteOutcomes(STREAM)
    refuse_what_cannot_run_live(pipeline)


def test_the_runner_is_pinned_by_name() -> None:
    assert type(new_pipeline().runner) is FnApiRunner

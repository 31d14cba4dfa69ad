"""Running the pipeline in this process, from opening its clients to closing them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any, TypeAlias

from rescuewire.configuration.applying import registry_of, state_folder_of
from rescuewire.detection import detector_of_process
from rescuewire.draining import Drain
from rescuewire.event_wire import codec_for
from rescuewire.graph import GraphSettings, build_graph
from rescuewire.runner import new_pipeline, refuse_what_cannot_run_live
from rescuewire.settings import RunSettings
from rescuewire_connectors.opening import Places, open_ends
from rescuewire_connectors.outcome import Tally
from rescuewire_connectors.stopping import TooManyDeadLetters, TryAgain, stop_for_os
from rescuewire_connectors.stream import Stream, StreamSettings, close_stream, stream_for
from rescuewire_schemas.rescue_event import RescueEvent

RescueStream: TypeAlias = Stream[RescueEvent]
Observer: TypeAlias = Callable[[RescueStream], AbstractContextManager[Any]]


def run_pipeline(settings: RunSettings, tally: Tally, drain: Drain, observe: Observer = nullcontext) -> None:
    """Run until the source ends or `drain` stops it; raise Stop where it must end otherwise.

    `tally` counts what is committed, also when this raises. `observe` makes the context that the stream runs in.
    """
    places = settings.places()
    graph = _graph_settings(settings, places)
    detector_of_process(graph.detector)
    try:
        stream = stream_for(graph.stream)
        stream.tally = tally
        drain.stream_opened(stream.drain)
        with observe(stream):
            _run_graph(graph, stream)
        _complete(stream, places, drain)
    finally:
        close_stream(graph.stream)


def _graph_settings(settings: RunSettings, places: Places) -> GraphSettings:
    codec = codec_for(places.events, registry_of(settings.common), state_folder_of(settings.common))
    stream: StreamSettings[RescueEvent] = StreamSettings(
        name=f"{settings.source} -> {settings.sink}",
        open_ends=partial(open_ends, places, codec),
        watchdog_seconds=settings.common.timeouts.watchdog,
        limit=settings.dead_letter_limit(),
        drains_at_limit=places.endless,
    )
    return GraphSettings(stream, settings.detector_settings(), settings.common.timeouts.article)


def _run_graph(settings: GraphSettings, stream: RescueStream) -> None:
    pipeline = new_pipeline()
    build_graph(pipeline, settings)
    refuse_what_cannot_run_live(pipeline)
    try:
        pipeline.run()
    except Exception as error:
        failure = stream.failure or error
        raise (stop_for_os(failure) if isinstance(failure, OSError) else failure) from error


def _complete(stream: RescueStream, places: Places, drain: Drain) -> None:
    """A source that has an end and was stopped before it leaves no finished file."""
    if drain.requested and not places.endless and not stream.exhausted:
        raise TryAgain(f"stopped before the end of {places.source}; a rerun begins at its first record")
    stream.complete()
    if stream.flood is not None:
        raise _too_many_dead_letters(stream.flood, places)


def _too_many_dead_letters(flood: str, places: Places) -> TooManyDeadLetters:
    """A topic has no end, so the flood ends the run; a file was read to its end, and all that it gave is there."""
    where = "standard error"
    if places.dead_letters is not None:
        where = f"rescuewire dlq list {places.dead_letters}"
    if not places.endless:
        return TooManyDeadLetters(f"{flood}; {places.source} was read to its end all the same; see them in {where}")
    return TooManyDeadLetters(
        f"{flood}; what is done is committed; see them in {where}, mend the cause, start me again, then replay them"
    )

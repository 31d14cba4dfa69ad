"""Running the graph in process, on a runner pinned by name, and refusing what it cannot run live."""

from __future__ import annotations

from collections.abc import Iterator

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.portability import common_urns
from apache_beam.portability.api import beam_runner_api_pb2
from apache_beam.runners.portability.fn_api_runner.fn_runner import FnApiRunner

from rescuewire.runner_cures import cure_runner

_OPTIONS = ["--direct_num_workers=1", "--direct_running_mode=in_memory"]
"""One worker: with more, the runner drops what is left of a source between bundles, without a word."""

_SHUFFLES = {
    common_urns.primitives.GROUP_BY_KEY.urn: "a GroupByKey",
    common_urns.primitives.FLATTEN.urn: "a Flatten",
    common_urns.composites.RESHUFFLE.urn: "a Reshuffle",
    common_urns.composites.COMBINE_PER_KEY.urn: "a Combine",
}


class CannotRunLive(Exception):
    """The graph has a step that the in-process runner would hold back to the end of an input that has none."""


def new_pipeline() -> beam.Pipeline:
    """A pipeline on the in-process runner."""
    cure_runner()
    return beam.Pipeline(runner=FnApiRunner(), options=PipelineOptions(_OPTIONS))


def refuse_what_cannot_run_live(pipeline: beam.Pipeline) -> None:
    """Raise CannotRunLive for grouping, Flatten, state, timers and side inputs; no such step works on a stream here."""
    graph = pipeline.to_runner_api()
    for transform in graph.components.transforms.values():
        for obstacle in _obstacles(transform):
            raise CannotRunLive(
                f"step {transform.unique_name!r} needs {obstacle}: in process it would give nothing before the end "
                "of the input; keep the graph one linear stage"
            )


def _obstacles(transform: beam_runner_api_pb2.PTransform) -> Iterator[str]:
    if transform.spec.urn in _SHUFFLES:
        yield _SHUFFLES[transform.spec.urn]
    if transform.spec.urn == common_urns.primitives.PAR_DO.urn:
        payload = beam_runner_api_pb2.ParDoPayload.FromString(transform.spec.payload)
        yield from _obstacles_of_par_do(payload)


def _obstacles_of_par_do(payload: beam_runner_api_pb2.ParDoPayload) -> Iterator[str]:
    if payload.state_specs:
        yield "state"
    if payload.timer_family_specs:
        yield "timers"
    if payload.side_inputs:
        yield "a side input"

"""What observes a run: a progress bar, log lines, metrics."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from rescuewire.commands.progress import showing_progress
from rescuewire.detection import detector_of_process
from rescuewire.logs.batches import logging_batches
from rescuewire.running import Observer, RescueStream
from rescuewire.settings import RunSettings
from rescuewire_connectors.opening import Places


@contextmanager
def observing(settings: RunSettings, places: Places) -> Iterator[Observer]:
    """The observer that the settings ask for; where they name a port, it is served from now on.

    Raise WrongSettings where the port cannot be had. With a port, all languages are loaded here and not when their
    first article comes, so that a run that calls itself ready is.
    """
    observers: list[Observer] = [showing_progress(places.source), logging_batches]
    port = settings.common.metrics_port
    if port is None:
        yield _all_of(observers)
        return
    from rescuewire.metrics.monitor import Monitor  # noqa: PLC0415  not wanted by a run without a port
    from rescuewire.metrics.serving import serving  # noqa: PLC0415

    monitor = Monitor()
    with serving(monitor, settings.common.metrics_host, port):
        monitor.load_models(detector_of_process(settings.detector_settings()))
        yield _all_of([*observers, monitor.observe])


def _all_of(observers: list[Observer]) -> Observer:
    @contextmanager
    def observe(stream: RescueStream) -> Iterator[None]:
        with ExitStack() as stack:
            for observer in observers:
                stack.enter_context(observer(stream))
            yield

    return observe

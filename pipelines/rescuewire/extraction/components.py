"""Imports every module that registers a spaCy component factory."""

from rescuewire.extraction.mentions import agents, contexts, counts, dates, people, places, triggers
from rescuewire.extraction.reading import sentences

__all__ = ["agents", "contexts", "counts", "dates", "people", "places", "sentences", "triggers"]

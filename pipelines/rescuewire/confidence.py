"""The least confidence of an event, as people choose it on the command line."""

from __future__ import annotations

from rescuewire.extraction.judgement.weights import load_weights
from rescuewire_connectors.stopping import WrongUsage

DEFAULT_MIN_CONFIDENCE = load_weights().min_confidence
PROBABILITY_WANTED = "a probability from 0 to 1 is wanted, such as 0.8 for 80 %"
HELP = "Leave out events that are less probable than this, from 0 to 1 (docs/confidence.md)"


def checked_min_confidence(confidence: float) -> float:
    """Return the confidence; raise WrongUsage where it is no probability."""
    if not 0 <= confidence <= 1:  # not a number is neither
        raise WrongUsage(f"--min-confidence {confidence:g}: {PROBABILITY_WANTED}")
    return confidence

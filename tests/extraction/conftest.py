"""What all tests of extraction share: the detector, whose language packs are loaded once a run."""

from __future__ import annotations

import pytest

from rescuewire.extraction.detector import Detector, load_detector


@pytest.fixture(scope="session")
def detector() -> Detector:
    """The detector of the default harms."""
    return load_detector()

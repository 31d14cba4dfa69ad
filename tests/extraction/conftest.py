"""What all tests of extraction share: the language packs, each loaded once a run."""

from __future__ import annotations

import pytest
from telling import language_of

from rescuewire.extraction.detector import Detector, load_detector
from rescuewire.extraction.loaded_language import LoadedLanguage


@pytest.fixture(scope="session")
def english() -> LoadedLanguage:
    """The English pack."""
    return language_of("en")


@pytest.fixture(scope="session")
def french() -> LoadedLanguage:
    """The French pack."""
    return language_of("fr")


@pytest.fixture(scope="session")
def spanish() -> LoadedLanguage:
    """The Spanish pack."""
    return language_of("es")


@pytest.fixture(scope="session")
def detector() -> Detector:
    """The detector of the default harms."""
    return load_detector()

"""The whole product once: the real detector between two topics."""

from __future__ import annotations

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import has_done, run_until
from rescuewire.detection import REAL_DETECTOR
from rescuewire_connectors.outcome import OutcomeKind

pytestmark = pytest.mark.kafka

ARTICLES = (
    Sent(
        article(
            language="fr",
            published_at="2024-03-02",
            text="Les ministres ont signé une déclaration. L’an dernier, l’Indonésie a secouru plus de mille de ses "
            "ressortissants, victimes de traite et exploités dans des centres d’escroquerie en Birmanie.",
        ),
        "events",
    ),
    Sent(article(language="en", text="The bank presented a rescue plan for its shareholders on Monday."), "no_event"),
    Sent(
        article(language="fi", text="Pankki esitteli maanantaina suunnitelman osakkeenomistajilleen."),
        "unsupported_language",
    ),
    Sent(b"{", "dead_letter"),
)


def test_a_rescue_comes_out_of_an_article(driver: Driver, make_topic: MakeTopic) -> None:
    source, sink = make_topic("news"), make_topic("events")
    make_topic(f"{sink}-dlq", exactly=True)
    driver.send(source, ARTICLES)
    places = (driver.address(source), driver.address(sink))
    tally = run_until(has_done(len(ARTICLES)), *places, group=source, detector=REAL_DETECTOR)
    assert tally.outcomes == {OutcomeKind(sent.outcome): 1 for sent in ARTICLES}
    (event,) = driver.events(sink)
    assert (event.victims.best, event.countries.origin, event.countries.place) == (1000, ("ID",), ("MM",))

"""The detector as its callers see it: outcomes, determinism, evidence, harms."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest
from telling import PUBLISHED, article_of, events_in

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import (
    EVENTS,
    NO_EVENT,
    UNSUPPORTED_LANGUAGE,
    Detector,
    load_detector,
)
from rescuewire.time_limit import TimedOut, time_limit
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import EvidenceField, Harm

RESCUE = "Police rescued 12 girls from a brothel in Leeds on Monday."
AT_SEA = "The coast guard rescued 61 people from a sinking boat off Sicily on Sunday."

ARTICLES = (
    article_of("en", RESCUE, "News of the day"),
    article_of("fr", "L'armée a libéré 72 otages près de Kidal lundi. Les otages étaient détenus depuis mars."),
    article_of("es", "La policía rescató a 20 mujeres de un burdel en Sevilla el lunes."),
    article_of("en", "The council approved the budget. A bridge will open in May."),
)


@pytest.mark.parametrize(
    ("code", "text", "outcome"),
    [
        ("en", RESCUE, EVENTS),
        ("en", "The council approved the budget. A bridge will open in May.", NO_EVENT),
        ("en", "Relatives demanded that the 12 hostages be freed.", NO_EVENT),
        ("en", AT_SEA, NO_EVENT),
        ("fi", "Poliisi vapautti kaksitoista panttivankia maanantaina.", UNSUPPORTED_LANGUAGE),
        ("en", "", NO_EVENT),
    ],
)
def test_outcome(detector: Detector, code: str, text: str, outcome: str) -> None:
    found = detector.detect(article_of(code, text, "Today"))
    assert found.outcome == outcome
    assert bool(found.events) is (outcome == EVENTS)


def test_language_is_found_without_a_tag(detector: Detector) -> None:
    text = "La police a secouru douze femmes victimes de la traite lundi à Liège, a annoncé le parquet dans la soirée."
    (event,) = detector.detect(article_of(None, text)).events
    assert (event.article.language, event.extractor.language_pack[:3]) == ("fr", "fr@")


def test_same_article_gives_same_events(detector: Detector) -> None:
    for article in ARTICLES:
        assert detector.detect(article).events == detector.detect(replace(article)).events


def test_order_of_articles_does_not_matter() -> None:
    forwards = {a.text: Detector().detect(a).events for a in ARTICLES}
    backwards = {a.text: Detector().detect(a).events for a in reversed(ARTICLES)}
    assert forwards == backwards


def test_events_of_one_article_have_different_identities() -> None:
    text = "Police rescued 12 girls from a brothel on 3 May. Police rescued 12 girls from a brothel on 10 May."
    assert len({event.event_id for event in events_in("en", text)}) == 2


def test_reference_is_the_article() -> None:
    article = Article("a-1", "Raid", RESCUE, "en", PUBLISHED, "https://example.org/1", "The Post")
    (event,) = load_detector().detect(article).events
    told = event.article
    assert (told.id, told.title, told.language, told.published_at) == ("a-1", "Raid", "en", PUBLISHED)
    assert (told.url, told.publisher) == ("https://example.org/1", "The Post")


SPELLINGS = [
    ("en", "News 🙂 of the day 👩‍👩‍👧", "🙂 A word before. " + RESCUE),
    ("en", "", "\n\n  \t" + RESCUE + "  \n\nThe end."),
    ("fr", "🙂🙂 L'actualité", "Selon l’État, la police a secouru 1\u202f200 esclaves en Mauritanie lundi\u00a0!"),
    (
        "fr",
        "",
        unicodedata.normalize("NFD", "Émotion à Dakar. La police a secouru douze femmes réduites en esclavage."),
    ),
    ("es", "", "¡Atención! La policía rescató a 20 mujeres de un burdel en Sevilla el lunes."),
    ("en", "Troops free 27 hostages 🙂", "The minister spoke in Kano."),
]


@pytest.mark.parametrize(("code", "title", "text"), SPELLINGS)
def test_evidence_is_the_article_at_its_offsets(code: str, title: str, text: str) -> None:
    events = events_in(code, text, title)
    assert events
    for event in events:
        (evidence,) = event.evidence
        field = title if evidence.field is EvidenceField.TITLE else text
        assert evidence.text
        assert field[evidence.start : evidence.end] == evidence.text == evidence.text.strip()


def test_narrow_space_and_elision_do_not_change_the_reading() -> None:
    plain = events_in("fr", "Selon l'État, la police a secouru 1 200 esclaves en Mauritanie lundi.")
    narrow = events_in("fr", "Selon l’État, la police a secouru 1\u202f200 esclaves en Mauritanie lundi.")
    assert [(e.victims.best, e.countries, e.time.edtf) for e in plain] == [
        (e.victims.best, e.countries, e.time.edtf) for e in narrow
    ]
    assert [e.victims.best for e in plain] == [1200]


def test_decomposed_letters_do_not_change_the_reading() -> None:
    text = "La police a secouru douze femmes réduites en esclavage près de Liège lundi."
    composed, decomposed = (events_in("fr", unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert [e.victims.best for e in composed] == [12]
    assert [e.victims.best for e in decomposed] == [12]


def test_harms_are_on_demand() -> None:
    assert events_in("en", AT_SEA) == ()
    (event,) = events_in("en", AT_SEA, harms=DEFAULT_HARMS | {Harm.SEA_DISTRESS})
    assert (event.harm, event.victims.best) == (Harm.SEA_DISTRESS, 61)
    assert events_in("en", RESCUE, harms=frozenset({Harm.SEA_DISTRESS})) == ()


def test_relative_dates_need_the_day_of_publication() -> None:
    assert [e.time.edtf for e in events_in("en", RESCUE)] == ["2024-05-13"]
    assert [e.time.edtf for e in events_in("en", RESCUE, published=None)] == [None]


def test_countries_are_sorted_and_told_once() -> None:
    text = "Police rescued 40 people from Uganda, Kenya and Uganda in a brothel in Leeds. Nine of them are Kenyan."
    assert [e.countries.origin for e in events_in("en", text)] == [("KE", "UG")]


def test_release_and_escape_have_no_agent() -> None:
    released = events_in("en", "The kidnappers freed nine hostages near Kano, Nigeria, on Monday.")
    escaped = events_in("en", "Two maids escaped from captivity in Kuwait on Monday, Kuwaiti police said.")
    assert [(e.event_type.value, e.countries.agent) for e in released] == [("RELEASE", ())]
    assert [(e.event_type.value, e.countries.agent) for e in escaped] == [("ESCAPE", ())]


def test_country_before_a_colon_is_no_actor() -> None:
    (event,) = events_in("en", "Nigeria: the kidnappers freed nine hostages near Kano on Monday.")
    assert (event.event_type.value, event.countries.agent) == ("RELEASE", ())


def test_place_is_implied_by_the_acting_state() -> None:
    (event,) = events_in("en", "Thai police rescued 20 women from a brothel on Monday.")
    assert (event.countries.agent, event.countries.place) == (("TH",), ("TH",))


def test_agent_is_implied_by_the_place_where_a_state_acts() -> None:
    (event,) = events_in("en", RESCUE)
    assert event.countries.agent == ("GB",)


def test_name_of_a_victim_is_never_kept() -> None:
    text = "Troops freed the kidnapped engineer Maria Lopez near Kano on Monday. Maria Lopez was freed by troops."
    events = events_in("en", text)
    assert events
    assert all("Lopez" not in (event.victims.text or "") for event in events)


def test_reading_past_the_gate_shows_what_the_gate_stops(detector: Detector) -> None:
    article = article_of("en", "Nine children were rescued.")
    assert detector.detect(article).reading is None
    reading = detector.read(article).reading
    assert reading is not None
    assert len(reading.verdicts) == 1


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Hypothesis is called back by the garbage collector, and what a signal raises in there is lost."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_an_article_that_takes_too_long_can_be_stopped() -> None:
    """Compiled code looks for signals nowhere but where it calls Python, which must be often enough."""
    sentence = "Police freed 12 hostages, rescued 3 trafficked girls from Nepal and released 40 captives of Lagos. "
    article = Article("a-1", title="", text=sentence * 10_000, language="en")
    with pytest.raises(TimedOut), time_limit(0.2):
        Detector().detect(article)

"""How much is done for an article, in counts of work and never in seconds: by stage, by length, by size of the lexicon.

A text that has been seen is read twice, and the second time counts: whatever is remembered of words is remembered.
"""

from __future__ import annotations

import pytest

from fakes.work_counts import counting_work, work_of
from rescuewire.extraction.detector import Detector
from rescuewire.extraction.mentions.kinds import TRIGGERS
from rescuewire.extraction.packs.commonness import WordShares
from rescuewire.extraction.patterns.pattern_table import PatternTable
from rescuewire.extraction.patterns.token_patterns import compile_pattern
from rescuewire.extraction.work import Stage
from rescuewire_schemas.article import Article

ORDINARY = {
    "en": (
        "The council met on Monday to talk about parking in the old town. Traders said that prices had gone up by 12 "
        "per cent, and that fewer people came. "
    ),
    "es": (
        "El pleno se reunió el lunes para hablar del aparcamiento en el casco viejo. Los comerciantes dijeron que los "
        "precios habían subido un 12 por ciento, y que venía menos gente. "
    ),
    "fr": (
        "Le conseil s'est réuni lundi pour parler du stationnement dans la vieille ville. Les commerçants disent que "
        "les prix ont monté de 12 pour cent, et qu'il vient moins de monde. "
    ),
}
RESCUE = {
    "en": "Police rescued 12 trafficking victims from a brothel in Lagos on Monday. ",
    "es": "La policía rescató a 12 víctimas de trata en un burdel de Lagos el lunes. ",
    "fr": "La police a libéré 12 victimes de traite dans une maison close de Lagos lundi. ",
}
NOT_YET = {
    "en": "Police plan to free the 12 hostages held by kidnappers in Lagos. ",
    "es": "La policía planea liberar a los 12 rehenes en manos de secuestradores en Lagos. ",
    "fr": "La police prévoit de libérer les 12 otages aux mains de ravisseurs à Lagos. ",
}
FULL_OF_TRIGGERS = {
    "en": (
        "Police freed 12 hostages, rescued 3 trafficked girls from Nepal, released 40 captives of Lagos, and brought "
        "home 7 victims who were held by kidnappers. "
    ),
    "es": (
        "La policía liberó a 12 rehenes, rescató a 3 niñas nepalíes víctimas de trata, puso en libertad a 40 cautivos "
        "y trajo a casa a 7 víctimas que estaban en manos de secuestradores. "
    ),
    "fr": (
        "La police a libéré 12 otages, secouru 3 jeunes Népalaises victimes de traite, relâché 40 captifs de Lagos et "
        "ramené chez elles 7 victimes qui étaient aux mains de ravisseurs. "
    ),
}
pytestmark = pytest.mark.plain
LANGUAGES = pytest.mark.parametrize("code", sorted(ORDINARY))
KINDS = pytest.mark.parametrize(
    "text",
    [
        *(pytest.param(text, id=f"ordinary-{code}") for code, text in ORDINARY.items()),
        *(pytest.param(RESCUE[code] + text, id=f"candidates-{code}") for code, text in ORDINARY.items()),
        *(pytest.param(text, id=f"triggers-{code}") for code, text in FULL_OF_TRIGGERS.items()),
    ],
)
DETECTOR = Detector()

OF_A_STOPPED_ARTICLE = frozenset(
    {
        "default_harms",
        "detector",
        "gate",
        "loaded_language",
        "patterns/pattern_table",
        "reading/language",
        "reading/readable_text",
        "reading/tokenizable_text",
        "reading/working_text",
        "patterns/token_patterns",
        "patterns/anchors",
        "patterns/chunks",
        "patterns/remembered",
        "patterns/tokens",
        "vocabulary",
        "work",
    }
)
"""Where something may be done for an article that the gate stops."""


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    DETECTOR.load_languages()


def detect(code: str, text: str) -> None:
    DETECTOR.detect(Article(id="1", title="", text=text, language=code, published_at="2026-03-02"))


def code_of(request: pytest.FixtureRequest) -> str:
    return str(request.node.callspec.id).rpartition("-")[2]


@LANGUAGES
def test_of_ordinary_news_no_document_is_made_and_nothing_is_looked_for(code: str) -> None:
    detect(code, ORDINARY[code])
    before = DETECTOR.work.articles[Stage.MENTIONS]
    with counting_work() as done:
        detect(code, ORDINARY[code] * 4)
    assert DETECTOR.work.articles[Stage.MENTIONS] == before
    assert done.modules <= OF_A_STOPPED_ARTICLE
    assert done.calls["detector._apply"] == 0
    assert done.calls["patterns/pattern_table.find"] <= 2


@LANGUAGES
def test_a_passed_article_is_made_a_document_once_and_a_stopped_one_never(code: str) -> None:
    with counting_work() as stopped:
        detect(code, ORDINARY[code])
    with counting_work() as passed:
        detect(code, RESCUE[code])
    assert stopped.calls["patterns/tokens.folded_words"] == passed.calls["patterns/tokens.folded_words"] == 1
    assert stopped.calls["patterns/tokens.document"] == 0
    assert passed.calls["patterns/tokens.document"] == 1
    assert passed.calls["detector._apply"] == 2


@LANGUAGES
def test_words_that_are_remembered_are_not_cut_again(code: str) -> None:
    detect(code, ORDINARY[code])
    with counting_work() as done:
        detect(code, ORDINARY[code])
    assert done.calls["patterns/chunks.__call__"] == 0
    assert done.calls["patterns/pattern_table._look_up"] == 0


@LANGUAGES
def test_each_trigger_is_framed_and_judged_once(code: str) -> None:
    text = RESCUE[code] + ORDINARY[code] * 4
    reading = DETECTOR.read(Article(id="1", title="", text=text, language=code)).reading
    assert reading is not None
    with counting_work() as done:
        detect(code, text)
    triggers = len(reading.doc.spans[TRIGGERS])
    assert done.calls["framing.__init__"] == done.calls["judgement/verdict.judge"] == triggers


@LANGUAGES
def test_of_a_candidate_that_is_rejected_no_more_is_read_than_its_rejection_takes(code: str) -> None:
    with counting_work() as done:
        detect(code, NOT_YET[code])
    assert done.calls["judgement/verdict.judge"] > 0
    assert done.calls["frames/country_roles.assign_countries"] == done.calls["frames/event_dates.find_event_date"] == 0
    assert done.calls["judgement/features.features_of"] == 0


@KINDS
def test_twice_the_text_is_twice_the_work(text: str, request: pytest.FixtureRequest) -> None:
    code = code_of(request)
    once, twice = (work_of(lambda times=times: detect(code, text * times)) for times in (4, 8))  # type: ignore[misc]
    assert twice < 2.3 * once


def table(verbs: int) -> PatternTable[str]:
    """Ways of telling with so many verbs: nine in ten words of each are words of all texts."""
    patterns = [f"(was|were) … verb{number} (from|out of) … (camp|the camp)" for number in range(verbs)]
    compiled = ((elements, pattern) for pattern in patterns for elements in compile_pattern(pattern, {}, str.split))
    common = ("was", "were", "from", "out", "of", "camp", "the")
    return PatternTable(compiled, WordShares(dict.fromkeys(common, 0.01)))


def tries(found_in: PatternTable[str], text: str) -> int:
    with counting_work() as done:
        assert found_in.find(text.split())
    return done.calls["patterns/pattern_table._match"]


def test_ten_times_the_lexicon_is_tried_no_more_often_in_a_text() -> None:
    text = "they were soon verb3 out of the old camp and the town was far from the camp " * 20
    assert tries(table(40), text) == tries(table(400), text)

from __future__ import annotations

from rescuewire.extraction.detector import Detector
from rescuewire.extraction.judgement.verdict import Rejection
from rescuewire.extraction.work import Stage, Work
from rescuewire_schemas.article import Article

ORDINARY = Article(id="1", title="", text="The council met on Monday to talk about parking.", language="en")
RESCUE = Article(
    id="2", title="", text="Police rescued 12 trafficking victims from a brothel in Lagos on Monday.", language="en"
)
DENIED = Article(
    id="3", title="", text="Police have not yet rescued the 12 trafficking victims from the brothel.", language="en"
)


def test_stages_count_the_articles_that_went_through_them() -> None:
    detector = Detector()
    detector.detect(Article(id="0", title="", text="Päivää", language="fi"))
    detector.detect(ORDINARY)
    detector.detect(RESCUE)
    assert [detector.work.articles[stage] for stage in Stage] == [3, 2, 2, 2, 1, 1]
    assert all(detector.work.seconds[stage] > 0 for stage in Stage)


def test_candidates_that_became_no_event_count_by_reason() -> None:
    detector = Detector()
    assert not detector.detect(DENIED).events
    assert detector.work.rejections[Rejection.NOT_ACTUAL] == 1


def test_a_clock_adds_the_time_since_the_stage_before() -> None:
    work = Work()
    clock = work.clock()
    clock.done(Stage.LANGUAGE)
    before = work.seconds[Stage.LANGUAGE]
    clock.done(Stage.READING)
    assert work.seconds[Stage.LANGUAGE] == before
    assert work.articles == {Stage.LANGUAGE: 1, Stage.READING: 1}

"""Gold and found events of tests: built by hand, or made from gold by doing one thing wrong at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from rescuewire.evaluation.facts import Facts, Quotation
from rescuewire.evaluation.gold import GoldArticle, GoldEvent
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.judgement.realis_words import Realis
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    Countries,
    EventTime,
    EventType,
    Evidence,
    EvidenceField,
    Extractor,
    Form,
    Harm,
    RescueEvent,
    Scope,
    VictimCount,
)

GOLD = Path(__file__).resolve().parents[1] / "gold"
FIVE_FREED = Facts(
    event_type=EventType.RESCUE,
    harm=Harm.TRAFFICKING,
    scope=Scope.INCIDENT,
    victims=VictimCount(5, 5, 5, CountQualifier.EXACT),
    countries=Countries(agent=("KH",), origin=("ID",), place=("KH",)),
    edtf="2024-05-01",
    forms=frozenset({Form.FORCED_LABOUR}),
    evidence=(Quotation("Police freed five."),),
)

Change = Callable[[RescueEvent, GoldArticle, Random], RescueEvent]


def counted(best: int | None) -> VictimCount:
    """A count told exactly, or not told."""
    return VictimCount(best, best, best, CountQualifier.UNKNOWN if best is None else CountQualifier.EXACT)


def article_of(text: str, title: str = "") -> Article:
    return Article(id=f"{title}/{text}", title=title, text=text, language="en")


def right_events(gold: GoldArticle) -> list[RescueEvent]:
    """What a detector without faults finds in a gold article."""
    return [_right_event(gold, event) for event in gold.events if _is_wanted(event)]


def _is_wanted(event: GoldEvent) -> bool:
    return event.realis is Realis.ACTUAL and event.harm in DEFAULT_HARMS


def _right_event(gold: GoldArticle, event: GoldEvent) -> RescueEvent:
    return RescueEvent(
        event_id="0" * 32,
        event_type=event.event_type,
        harm=event.harm,
        scope=event.scope,
        article=ArticleReference(id=gold.article.id),
        extractor=Extractor(version="0", language_pack="xx@0"),
        evidence=(_quotation(event.evidence, gold),),
        forms=event.forms,
        victims=event.victims,
        countries=event.countries,
        time=EventTime(event.time),
    )


def _quotation(text: str, gold: GoldArticle) -> Evidence:
    start = gold.article.text.find(text)
    field = EvidenceField.TEXT if start >= 0 else EvidenceField.TITLE
    start = start if start >= 0 else gold.article.title.find(text)
    return Evidence(field, text, start, start + len(text))


def _with_countries(event: RescueEvent, **roles: tuple[str, ...]) -> RescueEvent:
    return replace(event, countries=replace(event.countries, **roles))


def _another(members: Any, dice: Random) -> Any:
    return dice.choice([member for member in members if member.value != "UNRECOGNISED"])


def _shift_count(event: RescueEvent, _: GoldArticle, dice: Random) -> RescueEvent:
    best = event.victims.best
    return replace(event, victims=replace(event.victims, best=(best or 0) + dice.choice([-1, 1])))


def _shift_bound(event: RescueEvent, _: GoldArticle, dice: Random) -> RescueEvent:
    return replace(event, victims=replace(event.victims, min=dice.choice([None, 1]), max=None))


def _lose_count(event: RescueEvent, _: GoldArticle, __: Random) -> RescueEvent:
    return replace(event, victims=VictimCount())


def _swap_roles(event: RescueEvent, _: GoldArticle, __: Random) -> RescueEvent:
    return _with_countries(event, agent=event.countries.origin, origin=event.countries.agent)


def _add_country(event: RescueEvent, _: GoldArticle, dice: Random) -> RescueEvent:
    role = dice.choice(["agent", "origin", "place", "transit", "return_to"])
    return _with_countries(event, **{role: (*getattr(event.countries, role), "ZW")})


def _lose_countries(event: RescueEvent, _: GoldArticle, __: Random) -> RescueEvent:
    return replace(event, countries=Countries())


def _change_nature(event: RescueEvent, _: GoldArticle, dice: Random) -> RescueEvent:
    nature = {"event_type": EventType, "harm": Harm, "scope": Scope}
    return replace(event, **{name: _another(members, dice) for name, members in nature.items()})


def _change_time(event: RescueEvent, _: GoldArticle, dice: Random) -> RescueEvent:
    return replace(event, time=EventTime(dice.choice([None, "", "2001-01-01"])))


def _change_forms(event: RescueEvent, _: GoldArticle, dice: Random) -> RescueEvent:
    return replace(event, forms=tuple({*event.forms[1:], _another(Form, dice)}))


def _quote(event: RescueEvent, *texts: str, start: int = 0) -> RescueEvent:
    quoted = tuple(Evidence(EvidenceField.TEXT, text, start, start + len(text)) for text in texts)
    return replace(event, evidence=quoted)


def _quote_elsewhere(event: RescueEvent, gold: GoldArticle, dice: Random) -> RescueEvent:
    start = dice.randrange(len(gold.article.text))
    return _quote(event, gold.article.text[start : start + 40], start=start)


def _quote_title(event: RescueEvent, gold: GoldArticle, _: Random) -> RescueEvent:
    return _quote(event, gold.article.title)


def _quote_what_is_not_there(event: RescueEvent, _: GoldArticle, __: Random) -> RescueEvent:
    return _quote(event, "Nothing of this stands in the article.")


def _quote_at_wrong_start(event: RescueEvent, _: GoldArticle, dice: Random) -> RescueEvent:
    return _quote(event, event.evidence[0].text, start=dice.randrange(2000))


def _quote_too_much(event: RescueEvent, gold: GoldArticle, _: Random) -> RescueEvent:
    return _quote(event, *([gold.article.text] * 9))


def _keep(event: RescueEvent, _: GoldArticle, __: Random) -> RescueEvent:
    return event


CHANGES: tuple[Change, ...] = (
    *(_keep, _keep, _shift_count, _shift_bound, _lose_count, _swap_roles, _add_country, _lose_countries),
    *(_change_nature, _change_time, _change_forms, _quote_elsewhere, _quote_title, _quote_what_is_not_there),
    *(_quote_at_wrong_start, _quote_too_much),
)


def wrong_events(gold: GoldArticle, dice: Random) -> list[RescueEvent]:
    """What a faulty detector finds: some events lost, some doubled, some invented, each changed up to three times."""
    right = right_events(gold)
    kept = [event for event in right for _ in range(dice.choice([0, 1, 1, 1, 2]))]
    invented = [_quote(_right_event(gold, _invented()), "x")] * dice.choice([0, 0, 0, 1])
    found = [_changed(event, gold, dice) for event in (*kept, *invented)]
    dice.shuffle(found)
    return found


def _changed(event: RescueEvent, gold: GoldArticle, dice: Random) -> RescueEvent:
    for change in dice.choices(CHANGES, k=dice.choice([0, 1, 1, 2, 3])):
        event = change(event, gold, dice)
    return event


def _invented() -> GoldEvent:
    nature = (EventType.RESCUE, Harm.CAPTIVITY, Scope.INCIDENT)
    return GoldEvent(*nature, counted(5), Countries(), evidence="x")

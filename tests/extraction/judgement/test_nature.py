"""What they came out of, in which forms, and whether it was one occasion or a total."""

from __future__ import annotations

import pytest
from telling import bug, verdicts_in

HARMS = [
    (
        "fr",
        "Douze hommes séquestrés par des hommes qui voulaient leur prélever un rein ont été libérés lundi.",
        "TRAFFICKING",
    ),
    ("en", "Police freed nine men held captive by a gang that removed a kidney from each.", "TRAFFICKING"),
    ("es", "La policía liberó a nueve hombres secuestrados para extirparles un riñón.", "TRAFFICKING"),
    ("en", "A boy forced to work in a kiln escaped on Monday, hidden in the lorry of some smugglers.", "TRAFFICKING"),
    ("en", "Police rescued 12 children from a cotton farm where they worked without pay.", "TRAFFICKING"),
    ("en", "Troops freed 12 hostages.", "CAPTIVITY"),
    ("en", "Police rescued 12 men whom smugglers had hidden in a lorry.", "SMUGGLING"),
    ("en", "The coast guard rescued 61 people from a sinking boat.", "SEA_DISTRESS"),
    ("en", "Firefighters rescued nine villagers from the flood.", "DISASTER"),
    ("en", "Troops rescued 40 villagers trapped by fighting.", "CONFLICT"),
    ("en", "Neighbours rescued nine children.", "UNKNOWN"),
    ("fr", "La police a secouru douze femmes réduites en esclavage.", "TRAFFICKING"),
    ("fr", "L'armée a libéré douze otages.", "CAPTIVITY"),
    ("fr", "La police a secouru 30 migrants cachés dans un camion par des passeurs.", "SMUGGLING"),
    ("fr", "La marine a secouru 61 migrants dont le bateau était en détresse.", "SEA_DISTRESS"),
    ("es", "La policía rescató a doce hombres obligados a trabajar sin paga.", "TRAFFICKING"),
    ("es", "El ejército liberó a doce rehenes.", "CAPTIVITY"),
    ("es", "La policía rescató a 30 migrantes escondidos en un camión por coyotes.", "SMUGGLING"),
    ("es", "La marina rescató a 61 migrantes cuya embarcación naufragaba.", "SEA_DISTRESS"),
    ("es", "Los bomberos rescataron a nueve vecinos atrapados por la inundación.", "DISASTER"),
    pytest.param(
        "fr",
        "Les pompiers ont secouru neuf habitants piégés par l'inondation.",
        "DISASTER",
    ),
    pytest.param(
        "en",
        "An ethnic militia released 260 scam workers.",
        "TRAFFICKING",
    ),
]

FORMS = [
    ("en", "Police rescued 31 men from a scam compound.", ["FORCED_CRIMINALITY"]),
    ("en", "Police rescued 12 women from a brothel.", ["SEXUAL_EXPLOITATION"]),
    ("en", "Police rescued 12 boys from forced begging.", ["FORCED_BEGGING"]),
    ("en", "Police rescued 12 girls from forced marriages.", ["FORCED_MARRIAGE"]),
    ("en", "Police rescued 12 men from a brick kiln where they were bonded labourers.", ["FORCED_LABOUR"]),
    ("fr", "Douze enfants soldats ont été libérés par une milice.", ["CHILD_SOLDIER"]),
    ("fr", "La police a secouru douze femmes d'une maison close.", ["SEXUAL_EXPLOITATION"]),
    ("es", "La policía rescató a 12 mujeres de un burdel.", ["SEXUAL_EXPLOITATION"]),
    ("es", "La policía rescató a 12 niños de la mendicidad forzada.", ["FORCED_BEGGING"]),
    ("en", "Police rescued 12 girls from traffickers.", []),
    ("en", "Troops freed 12 hostages near a brothel district, where the kidnappers kept the hostages captive.", []),
    ("es", "Doce mujeres fueron liberadas de la explotación sexual.", ["SEXUAL_EXPLOITATION"]),
]


@pytest.mark.parametrize(("code", "text", "harm"), HARMS)
def test_harm_of_the_sentence(code: str, text: str, harm: str) -> None:
    assert {v.harm.value for v in verdicts_in(code, text)} == {harm}


@pytest.mark.parametrize(("code", "text", "forms"), FORMS)
def test_forms_of_the_sentence(code: str, text: str, forms: list[str]) -> None:
    assert [form.value for form in verdicts_in(code, text)[0].forms] == forms


def test_harm_is_taken_from_the_title_where_the_sentence_tells_none() -> None:
    (verdict,) = verdicts_in("en", "Police led 12 men to safety.", title="Raid on scam compound")
    assert verdict.harm.value == "TRAFFICKING"


def test_nearer_words_tell_the_harm_before_many_far_ones() -> None:
    far = "The flood came. The flood grew. The flood fell. The flood went. The flood was long."
    quiet = " The council met." * 4
    assert verdicts_in("en", f"{far}{quiet} Troops freed 12 hostages.")[-1].harm.value == "CAPTIVITY"


def test_forms_come_from_the_neighbouring_sentence_of_the_passage() -> None:
    text = "Police rescued 12 men. They had been forced to run online scams by traffickers."
    assert [form.value for form in verdicts_in("en", text)[0].forms] == ["FORCED_CRIMINALITY"]


@pytest.mark.xfail(strict=True, reason="forms of a neighbouring act are taken over")
def test_forms_of_another_act_are_not_taken() -> None:
    text = "Police rescued 12 girls from a brothel on Monday. On Friday, officers rescued 30 boys from a brick kiln."
    assert [[f.value for f in v.forms] for v in verdicts_in("en", text)] == [["SEXUAL_EXPLOITATION"], ["FORCED_LABOUR"]]


@pytest.mark.parametrize(
    ("code", "text", "scope"),
    [
        ("en", "Since January, police have rescued 300 children from forced begging.", "AGGREGATE"),
        ("en", "In 2023, police rescued 300 children from forced begging.", "AGGREGATE"),
        ("en", "Last year police rescued 300 children from forced begging.", "AGGREGATE"),
        ("fr", "En 2023, la police a secouru 300 enfants de la mendicité forcée.", "AGGREGATE"),
        ("fr", "Depuis janvier, la police a secouru 300 enfants victimes de la traite.", "AGGREGATE"),
        ("es", "En 2023, la policía rescató a 300 niños de la mendicidad forzada.", "AGGREGATE"),
        ("es", "Desde enero, la policía ha rescatado a 300 niños de la trata.", "AGGREGATE"),
        ("en", "Police rescued 12 girls from traffickers on Monday.", "INCIDENT"),
        ("en", "Police rescued 12 girls from traffickers last week.", "INCIDENT"),
        ("en", "Police rescued 12 girls from traffickers.", "INCIDENT"),
        pytest.param(
            "en",
            "The hostages, held since 2021, were freed on Monday.",
            "INCIDENT",
        ),
        pytest.param(
            "en",
            "A total of 300 children have been rescued from forced begging in 40 raids.",
            "AGGREGATE",
            marks=bug("a total over many operations without a time is an incident"),
        ),
    ],
)
def test_scope(code: str, text: str, scope: str) -> None:
    assert {v.scope.value for v in verdicts_in(code, text)} == {scope}

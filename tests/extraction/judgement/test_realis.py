"""Whether the act happened, in each language: only what did becomes an event."""

from __future__ import annotations

import pytest
from telling import bug, verdicts_in

from rescuewire.extraction.judgement.verdict import Rejection

ENGLISH = [
    ("The 12 hostages were not freed until Thursday.", "ACTUAL"),
    ("Eight miners were not released by the gang until last Friday.", "ACTUAL"),
    ("The six nurses were not let go till Sunday.", "ACTUAL"),
    ("The 12 hostages were not freed until after dark.", "ACTUAL"),
    ("The 12 hostages walked for a week before being freed.", "ACTUAL"),
    ("The nine drivers were not freed, the clan said on Friday.", "DENIED"),
    ("Relatives demanded that the 12 hostages be freed.", "CALLED_FOR"),
    ("The minister called for the release of the 12 hostages.", "CALLED_FOR"),
    ("The pope urged the rebels to free the 12 hostages.", "CALLED_FOR"),
    ("The 12 hostages should be released at once.", "CALLED_FOR"),
    ("The army is planning to free the 12 hostages.", "PLANNED"),
    ("The rebels promised to release 12 hostages next week.", "PLANNED"),
    ("Twelve hostages will be released on Friday.", "PLANNED"),
    ("Commandos tried in vain to free the 12 hostages.", "ATTEMPTED"),
    ("Troops failed to rescue the 12 kidnapped girls.", "ATTEMPTED"),
    ("The police denied having freed the 12 hostages.", "DENIED"),
    ("The 12 hostages have not been released.", "DENIED"),
    ("The 12 hostages could be freed soon.", "HYPOTHETICAL"),
    ("If the ransom is paid, the 12 hostages may be freed.", "HYPOTHETICAL"),
    ("Talks on the release of the 12 hostages continue.", "HYPOTHETICAL"),
    ("Every year the charity rescues girls from brothels.", "GENERIC"),
    ("The unit was set up to rescue victims of trafficking.", "GENERIC"),
    ("Police managed to free 12 hostages.", "ACTUAL"),
    ("Soldiers succeeded in rescuing the 12 kidnapped girls.", "ACTUAL"),
    ("The operation allowed officers to free 12 hostages.", "ACTUAL"),
    ("Police said they had freed 12 hostages.", "ACTUAL"),
    ("The families begged the rebels to release the 12 hostages.", "CALLED_FOR"),
    ("No hostage has been freed.", "DENIED"),
    ("The rescue of the 12 hostages failed.", "ATTEMPTED"),
    pytest.param("Reports that 12 hostages had been freed were false.", "DENIED"),
]

FRENCH = [
    ("Les 12 otages n'ont été libérés que jeudi.", "ACTUAL"),
    ("Les huit mineurs n'ont été relâchés qu'au bout de six mois.", "ACTUAL"),
    ("Les six infirmières n'ont été délivrées qu'après le versement d'une rançon.", "ACTUAL"),
    ("Les neuf routiers ont marché une semaine avant d'être libérés.", "ACTUAL"),
    ("Les 12 otages n'ont pas été libérés jeudi.", "DENIED"),
    ("Le ministre a opposé un démenti aux radios selon lesquelles les 12 otages avaient été libérés.", "DENIED"),
    ("Les familles exigent la libération des 12 otages.", "CALLED_FOR"),
    ("Le pape a appelé à libérer les 12 otages.", "CALLED_FOR"),
    ("Les familles réclament que les 12 otages soient libérés.", "CALLED_FOR"),
    ("L'armée prévoit de libérer les 12 otages.", "PLANNED"),
    ("Les rebelles ont promis de relâcher 12 otages.", "PLANNED"),
    ("Douze otages seront libérés vendredi.", "PLANNED"),
    ("Les commandos ont tenté en vain de libérer les 12 otages.", "ATTEMPTED"),
    ("Les soldats ont échoué à libérer les 12 otages.", "ATTEMPTED"),
    ("La police dément avoir libéré les 12 otages.", "DENIED"),
    ("Les 12 otages n'ont pas été libérés.", "DENIED"),
    ("Aucun otage n'a été libéré.", "DENIED"),
    ("Il est faux que 12 otages aient été libérés.", "DENIED"),
    ("Les 12 otages pourraient être libérés bientôt.", "HYPOTHETICAL"),
    ("Si la rançon est payée, les 12 otages seraient libérés.", "HYPOTHETICAL"),
    ("On ignore si les 12 otages ont été libérés.", "HYPOTHETICAL"),
    ("Chaque année, l'association secourt des filles exploitées.", "GENERIC"),
    ("L'association secourt régulièrement des filles exploitées.", "GENERIC"),
    ("La police a réussi à libérer 12 otages.", "ACTUAL"),
    ("Les soldats sont parvenus à libérer les 12 otages.", "ACTUAL"),
    ("L'opération a permis de libérer 12 otages.", "ACTUAL"),
    ("Grâce à la police, 12 otages ont pu être libérés.", "ACTUAL"),
    ("L'assaut a échoué et les 12 otages n'ont pu être libérés.", "DENIED"),
]

SPANISH = [
    ("Los 12 rehenes no fueron liberados hasta el jueves.", "ACTUAL"),
    ("Los ocho mineros no fueron soltados hasta el viernes pasado.", "ACTUAL"),
    ("Las seis enfermeras no fueron liberadas sino hasta el domingo.", "ACTUAL"),
    ("Los nueve choferes caminaron una semana antes de ser liberados.", "ACTUAL"),
    ("Los 12 rehenes no fueron liberados, dijo el jueves el alcalde.", "DENIED"),
    ("Las familias exigen la liberación de los 12 rehenes.", "CALLED_FOR"),
    ("El papa pidió que liberen a los 12 rehenes.", "CALLED_FOR"),
    ("Los rehenes deben ser liberados.", "CALLED_FOR"),
    ("El ejército planea liberar a los 12 rehenes.", "PLANNED"),
    ("Los rebeldes prometieron liberar a 12 rehenes.", "PLANNED"),
    ("Doce rehenes serán liberados el viernes.", "PLANNED"),
    ("Los comandos intentaron en vano liberar a los 12 rehenes.", "ATTEMPTED"),
    ("El ejército trató de liberar a los 12 rehenes.", "ATTEMPTED"),
    ("La policía negó haber liberado a los 12 rehenes.", "DENIED"),
    ("Los 12 rehenes no han sido liberados.", "DENIED"),
    ("Es falso que 12 rehenes hayan sido liberados.", "DENIED"),
    ("Los 12 rehenes podrían ser liberados pronto.", "HYPOTHETICAL"),
    ("Se desconoce si los 12 rehenes fueron liberados.", "HYPOTHETICAL"),
    ("Cada año la asociación rescata a niñas explotadas.", "GENERIC"),
    ("La asociación suele rescatar a niñas explotadas.", "GENERIC"),
    ("La policía logró liberar a 12 rehenes.", "ACTUAL"),
    ("Los soldados consiguieron rescatar a las 12 niñas secuestradas.", "ACTUAL"),
    ("La operación permitió liberar a 12 rehenes.", "ACTUAL"),
    ("La policía pudo liberar a 12 rehenes.", "ACTUAL"),
    pytest.param(
        "Los soldados han podido liberar a 12 rehenes.",
        "ACTUAL",
    ),
    ("Ningún rehén ha sido liberado.", "DENIED"),
    pytest.param(
        "Las negociaciones para liberar a los 12 rehenes siguen.",
        "HYPOTHETICAL",
        marks=bug("« negociaciones para » is a plan in the Spanish pack"),
    ),
]


def _judged(code: str, text: str) -> str:
    return verdicts_in(code, text)[-1].realis.value


@pytest.mark.parametrize(("text", "realis"), ENGLISH)
def test_english(text: str, realis: str) -> None:
    assert _judged("en", text) == realis


@pytest.mark.parametrize(("text", "realis"), FRENCH)
def test_french(text: str, realis: str) -> None:
    assert _judged("fr", text) == realis


@pytest.mark.parametrize(("text", "realis"), SPANISH)
def test_spanish(text: str, realis: str) -> None:
    assert _judged("es", text) == realis


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Police did not manage to free the 12 hostages."),
        ("en", "Police never freed the 12 hostages."),
        ("fr", "L'armée n'est pas parvenue à libérer les 12 otages."),
        ("fr", "L'armée n'a pas réussi à libérer les 12 otages."),
        ("es", "El ejército no consiguió liberar a los 12 rehenes."),
        ("es", "El asalto fracasó y los 12 rehenes no pudieron ser liberados."),
    ],
)
def test_failure_is_no_event(code: str, text: str) -> None:
    assert {v.rejection for v in verdicts_in(code, text)} == {Rejection.NOT_ACTUAL}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Police freed 12 migrants who were trying to reach Texas."),
        ("en", "Police, who had promised more patrols, freed 12 hostages."),
        ("en", "Police freed 12 hostages; a spokesman denied that money was paid."),
        ("fr", "La police a libéré 12 otages ; un porte-parole dément qu'une rançon ait été payée."),
        ("fr", "La police, qui avait promis des patrouilles, a libéré 12 otages."),
        pytest.param(
            "en",
            "Officers on 3 May rescued 12 girls from a brothel.",
        ),
        pytest.param(
            "es",
            "La policía, que había prometido patrullas, liberó a 12 rehenes.",
            marks=bug("a promise inside a relative clause reaches the main verb"),
        ),
    ],
)
def test_cue_of_another_act_does_not_reach(code: str, text: str) -> None:
    assert _judged(code, text) == "ACTUAL"


def test_particular_act_beside_a_habit_is_actual() -> None:
    text = "Every year girls vanish in the valley, and on Monday police rescued 12 girls from a brothel."
    assert _judged("en", text) == "ACTUAL"

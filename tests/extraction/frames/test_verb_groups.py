"""Voice, form and negation of the verb that tells the act."""

from __future__ import annotations

import pytest
from telling import frame_at

ACTIVE, PASSIVE = False, True

GROUPS = [
    ("en", "Police freed 31 men from the kiln.", "freed", ACTIVE, "past"),
    ("en", "Troops stormed the camp and freed 40 captives.", "freed", ACTIVE, "past"),
    ("en", "The troops quickly freed them.", "freed", ACTIVE, "past"),
    ("en", "Police had already freed the women.", "freed", ACTIVE, "past"),
    ("en", "Police free 31 men held for ransom.", "free", ACTIVE, "present"),
    ("en", "Police are freeing the hostages.", "freeing", ACTIVE, "gerund"),
    ("en", "The hostages were freed by troops.", "freed", PASSIVE, "past"),
    ("en", "The hostages got freed at last.", "freed", PASSIVE, "past"),
    ("en", "Two women were kidnapped and released in Kano.", "released", PASSIVE, "past"),
    ("en", "The miners were beaten and then freed.", "freed", PASSIVE, "past"),
    ("fr", "Trois lycéennes ont été enlevées puis relâchées à Jos.", "relâchées", PASSIVE, "past"),
    ("fr", "Les otages avaient été battus et libérés.", "libérés", PASSIVE, "past"),
    ("es", "Dos mujeres fueron secuestradas y liberadas en Cali.", "liberadas", PASSIVE, "past"),
    ("en", "Forty hostages have been quietly released.", "released", PASSIVE, "past"),
    ("en", "The army hopes to free the hostages.", "free", ACTIVE, "infinitive"),
    ("en", "The hostages are to be freed.", "freed", PASSIVE, "infinitive"),
    ("en", "Police will free the hostages.", "free", ACTIVE, "future"),
    ("en", "The hostages will be freed.", "freed", PASSIVE, "future"),
    ("en", "Police would free the hostages.", "free", ACTIVE, "conditional"),
    ("en", "The hostages could have been freed.", "freed", PASSIVE, "conditional"),
    ("en", "The rescue of the hostages took an hour.", "rescue", ACTIVE, "noun"),
    ("fr", "Les soldats ont secouru douze otages.", "secouru", ACTIVE, "past"),
    ("fr", "Les soldats ont de leur côté secouru douze otages.", "secouru", ACTIVE, "past"),
    ("fr", "Douze otages ont été, selon la presse, libérés.", "libérés", PASSIVE, "past"),
    ("fr", "La marine avait, après une poursuite de nuit, libéré onze marins.", "libéré", ACTIVE, "past"),
    ("en", "The army has, after a chase of three days, freed twelve hostages.", "freed", ACTIVE, "past"),
    ("en", "Twelve hostages were, according to the bishop, released.", "released", PASSIVE, "past"),
    ("es", "La marina ha, tras una persecución, liberado a once rehenes.", "liberado", ACTIVE, "past"),
    ("es", "Once rehenes fueron, según la prensa, liberados.", "liberados", PASSIVE, "past"),
    ("fr", "Douze otages ont de leur côté été secourus.", "secourus", PASSIVE, "past"),
    ("fr", "Les soldats ont attaqué le camp et libéré 40 captifs.", "libéré", ACTIVE, "past"),
    ("fr", "Les douze otages ont été libérés par l'armée.", "libérés", PASSIVE, "past"),
    ("fr", "Les gendarmes libèrent trois otages.", "libèrent", ACTIVE, "present"),
    ("fr", "L'armée veut libérer les otages.", "libérer", ACTIVE, "infinitive"),
    ("fr", "La police libérera les otages.", "libérera", ACTIVE, "future"),
    ("fr", "Les otages seront libérés.", "libérés", PASSIVE, "future"),
    ("fr", "La police libérerait les otages.", "libérerait", ACTIVE, "conditional"),
    ("fr", "Les otages pourraient être libérés.", "libérés", PASSIVE, "conditional"),
    ("fr", "La libération des otages a pris une heure.", "libération", ACTIVE, "noun"),
    ("es", "La policía liberó a doce rehenes.", "liberó", ACTIVE, "past"),
    ("es", "La policía ha liberado a doce rehenes.", "liberado", ACTIVE, "past"),
    ("es", "Doce rehenes fueron liberados por el ejército.", "liberados", PASSIVE, "past"),
    ("es", "El ejército quiere liberar a los rehenes.", "liberar", ACTIVE, "infinitive"),
    ("es", "La policía liberará a los rehenes.", "liberará", ACTIVE, "future"),
    ("es", "Los rehenes serán liberados.", "liberados", PASSIVE, "future"),
    ("es", "La policía liberaría a los rehenes.", "liberaría", ACTIVE, "conditional"),
    ("es", "Piden que liberen a los rehenes.", "liberen", ACTIVE, "subjunctive"),
    ("es", "La liberación de los rehenes duró una hora.", "liberación", ACTIVE, "noun"),
]


@pytest.mark.parametrize(("code", "text", "verb", "passive", "form"), GROUPS)
def test_voice_and_form(code: str, text: str, verb: str, passive: bool, form: str) -> None:
    group = frame_at(code, text, verb).group
    assert (group.passive, group.form) == (passive, form)


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "The twelve men freed on Tuesday went home.", "freed"),
        ("en", "Eighty-four workers freed from camp", "freed"),
        ("en", "Twelve women rescued by police are in a shelter.", "rescued"),
        ("fr", "Les douze otages libérés mardi vont bien.", "libérés"),
        ("fr", "Nigeria : 27 lycéennes libérées", "libérées"),
        ("es", "Los rehenes liberados el martes están bien.", "liberados"),
    ],
)
def test_participle_alone_is_bare_and_passive(code: str, text: str, verb: str) -> None:
    group = frame_at(code, text, verb).group
    assert (group.bare, group.passive, group.form) == (True, True, "participle")


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "Police freed the women.", "freed"),
        ("en", "The women were freed.", "freed"),
        ("fr", "Les otages ont été libérés.", "libérés"),
        ("fr", "Ils ont ouvert une geôle et libéré 221 captifs.", "libéré"),
        ("es", "Los rehenes fueron liberados.", "liberados"),
    ],
)
def test_finite_verb_is_not_bare(code: str, text: str, verb: str) -> None:
    assert not frame_at(code, text, verb).group.bare


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "The hostages were not freed.", "freed"),
        ("en", "The hostages weren't freed.", "freed"),
        ("en", "Police have never freed a hostage.", "freed"),
        ("fr", "La police n'a pas libéré les otages.", "libéré"),
        ("fr", "Dix otages n'ont jamais été libérés.", "libérés"),
        ("fr", "Aucun otage n'a été libéré.", "libéré"),
        ("es", "El ejército no ha liberado a los rehenes.", "liberado"),
        ("es", "Los rehenes nunca fueron liberados.", "liberados"),
    ],
)
def test_negation_belongs_to_the_group(code: str, text: str, verb: str) -> None:
    assert frame_at(code, text, verb).group.negated


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "Police, who did not sleep, freed the hostages.", "freed"),
        ("fr", "La police, qui ne dormait pas, a libéré les otages.", "libéré"),
        ("es", "La policía, que no dormía, liberó a los rehenes.", "liberó"),
    ],
)
def test_negation_of_another_verb_does_not(code: str, text: str, verb: str) -> None:
    assert not frame_at(code, text, verb).group.negated


@pytest.mark.parametrize(
    ("code", "text", "verb", "words"),
    [
        ("en", "Forty hostages have been quietly released.", "released", "have been quietly released"),
        ("fr", "Les soldats ont de leur côté secouru douze otages.", "secouru", "ont de leur côté secouru"),
        ("fr", "Les soldats les ont libérés.", "libérés", "les ont libérés"),
        ("es", "Doce rehenes han sido liberados.", "liberados", "han sido liberados"),
    ],
)
def test_group_begins_at_its_first_auxiliary(code: str, text: str, verb: str, words: str) -> None:
    frame = frame_at(code, text, verb)
    assert frame.view.doc[frame.group.start : frame.mention.head + 1].text == words

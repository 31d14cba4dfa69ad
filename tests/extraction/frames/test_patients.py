"""Who comes out, by the place of the phrase around the verb; and how many they are together."""

from __future__ import annotations

import pytest
from telling import bug, frame_at, frames_in

from rescuewire.extraction.framing import Frame

BY_SLOT = [
    ("en", "Police freed 31 men from the kiln.", "freed", "31 men"),
    ("en", "Six hostages were freed by three officers.", "freed", "Six hostages"),
    ("en", "The gang released nine hostages.", "released", "nine hostages"),
    ("en", "The nurse escaped from her captors.", "escaped", "The nurse"),
    ("en", "Two engineers walked free on Sunday.", "walked", "Two engineers"),
    ("en", "A raid put an end to the ordeal of nine maids.", "put", "nine maids"),
    ("en", "The rescue of the 12 miners took nine hours.", "rescue", "the 12 miners"),
    ("en", "Twelve women rescued on Monday are in a shelter.", "rescued", "Twelve women"),
    ("en", "Nine girls forced into begging by two men were rescued.", "rescued", "Nine girls"),
    ("en", "The minister told reporters that police had freed 31 men.", "freed", "31 men"),
    pytest.param(
        "en",
        "The men told police that 40 captives had been freed.",
        "freed",
        "40 captives",
        marks=bug("the conjunction that is taken into the phrase as a demonstrative"),
    ),
    ("fr", "Les ravisseurs ont relâché neuf voyageurs dimanche.", "relâché", "neuf voyageurs"),
    ("fr", "Neuf voyageurs ont été relâchés par trois ravisseurs.", "relâchés", "Neuf voyageurs"),
    ("fr", "La libération des 12 otages a été confirmée.", "libération", "12 otages"),
    ("fr", "Deux marins se sont échappés de la cale.", "échappés", "Deux marins"),
    ("fr", "Les policiers ont affirmé que 40 captifs avaient été libérés.", "libérés", "40 captifs"),
    ("es", "Los secuestradores liberaron a nueve viajeros.", "liberaron", "nueve viajeros"),
    ("es", "Nueve viajeros fueron liberados por tres soldados.", "liberados", "Nueve viajeros"),
    ("es", "La liberación de los 12 rehenes duró una hora.", "liberación", "los 12 rehenes"),
    ("es", "Dos marineros escaparon de la bodega.", "escaparon", "Dos marineros"),
    pytest.param(
        "es",
        "Los agentes liberaron a 40 cautivos.",
        "liberaron",
        "40 cautivos",
        marks=bug("« cautivos » is no people noun of the Spanish pack"),
    ),
    pytest.param(
        "es",
        "Los viajeros secuestrados el 3 de mayo fueron liberados el domingo.",
        "liberados",
        "Los viajeros",
    ),
    pytest.param(
        "en",
        "An 11-year-old girl was rescued from traffickers.",
        "rescued",
        "An 11-year-old girl",
        marks=bug("'An 11-year-old' and 'girl' are two phrases"),
    ),
    pytest.param(
        "en",
        "The women's rescue from the brothel took an hour.",
        "rescue",
        "The women",
        marks=bug("a possessive before the noun is no Patient slot"),
    ),
    pytest.param(
        "fr",
        "La police a secouru douze bonnes réduites en esclavage domestique.",
        "secouru",
        "douze bonnes",
        marks=bug("« bonnes » is no people noun, the adjective « domestique » is taken for one servant"),
    ),
]


def _patient(frame: Frame) -> str | None:
    return frame.patient.span.text if frame.patient is not None else None


def _best(frame: Frame) -> int | None:
    return frame.count.best if frame.count is not None else None


@pytest.mark.parametrize(("code", "text", "verb", "patient"), BY_SLOT)
def test_patient_stands_in_the_slot_of_the_trigger(code: str, text: str, verb: str, patient: str) -> None:
    assert _patient(frame_at(code, text, verb)) == patient


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "Thieves freed a lorry from the mud.", "freed"),
        ("en", "The dog was rescued by firefighters.", "rescued"),
        ("fr", "Le chien a été secouru par les pompiers.", "secouru"),
        ("es", "El perro fue rescatado por los bomberos.", "rescatado"),
    ],
)
def test_things_animals_and_those_behind_by_do_not_come_out(code: str, text: str, verb: str) -> None:
    assert _patient(frame_at(code, text, verb)) is None


COUNTS = [
    # coordination
    ("en", "Police rescued four women and a boy from a brothel.", "rescued", 5),
    ("en", "Police rescued a mother and her three children.", "rescued", 4),
    ("en", "Twelve men and three women were freed from a farm.", "freed", 15),
    ("en", "Police rescued nine men, six women and four boys.", "rescued", 19),
    ("fr", "Les gendarmes ont secouru une femme et ses cinq enfants.", "secouru", 6),
    ("fr", "Douze hommes et trois femmes ont été libérés.", "libérés", 15),
    ("fr", "La police a secouru neuf hommes, six femmes et quatre garçons.", "secouru", 19),
    ("es", "La policía rescató a cuatro mujeres y un niño.", "rescató", 5),
    ("es", "Doce hombres y tres mujeres fueron liberados.", "liberados", 15),
    # a total and its parts
    ("en", "Police rescued 24 victims, nine women and 15 men, from a brothel.", "rescued", 24),
    ("en", "Police rescued 24 victims, including nine children.", "rescued", 24),
    ("en", "Twenty-four victims, among them nine children, were rescued.", "rescued", 24),
    ("fr", "La police a secouru 24 victimes, neuf femmes et 15 hommes.", "secouru", 24),
    ("fr", "La police a secouru 24 victimes, dont neuf enfants.", "secouru", 24),
    ("es", "La policía rescató a 24 víctimas, entre ellas nueve menores.", "rescató", 24),
    ("es", "La policía rescató a 24 víctimas, nueve mujeres y 15 hombres.", "rescató", 24),
    # figures alone
    ("fr", "168 ont été secourus lundi dans un camp.", "secourus", 168),
    ("en", "Of the captives, 168 were rescued on Monday.", "rescued", 168),
    ("es", "De los cautivos, 168 fueron rescatados el lunes.", "rescatados", 168),
    # others in the sentence are not added
    ("en", "Police rescued four women and two suspects were arrested.", "rescued", 4),
    ("fr", "La police a secouru quatre femmes et deux suspects ont été arrêtés.", "secouru", 4),
    ("es", "La policía rescató a cuatro mujeres y dos sospechosos fueron detenidos.", "rescató", 4),
    ("en", "Police rescued four women and arrested two men.", "rescued", 4),
    ("fr", "La police a secouru quatre femmes et arrêté deux hommes.", "secouru", 4),
    ("es", "La policía rescató a cuatro mujeres y detuvo a dos hombres.", "rescató", 4),
    # one told without a figure
    ("en", "A Ugandan woman was rescued from a house.", "rescued", 1),
    ("fr", "Une adolescente a été secourue.", "secourue", 1),
    ("es", "Una adolescente fue rescatada.", "rescatada", 1),
    # none told
    ("en", "The women were rescued from a brothel.", "rescued", None),
    ("en", "Nine families were rescued from a brick kiln.", "rescued", None),
]


@pytest.mark.parametrize(("code", "text", "verb", "best"), COUNTS)
def test_figure_of_those_who_come_out(code: str, text: str, verb: str, best: int | None) -> None:
    assert _best(frame_at(code, text, verb)) == best


def test_bounds_of_a_single_phrase_are_kept() -> None:
    count = frame_at("en", "Officers rescued between 30 and 40 women from a brothel.", "rescued").count
    assert count is not None
    assert (count.best, count.min, count.max) == (None, 30, 40)


def test_figures_that_are_not_exact_are_not_added_up() -> None:
    count = frame_at("fr", "La police a secouru une trentaine de femmes et quatre garçons.", "secouru").count
    assert count is not None
    assert (count.best, count.min, count.max) != (34, 34, 34)


@pytest.mark.parametrize(
    ("code", "text", "verb", "patient"),
    [
        ("en", "Troops found the girls and freed them.", "freed", "them"),
        ("fr", "Les soldats les ont libérés.", "libérés", "les"),
        ("fr", "Ils ont été libérés.", "libérés", "Ils"),
        ("es", "Ellos fueron liberados.", "liberados", "Ellos"),
    ],
)
def test_pronoun_can_be_the_patient(code: str, text: str, verb: str, patient: str) -> None:
    assert _patient(frame_at(code, text, verb)) == patient


@pytest.mark.parametrize(
    ("code", "text", "verb", "best"),
    [
        ("en", "Bandits seized 72 passengers. Troops chased them. The hostages were freed.", "freed", 72),
        ("en", "Gunmen kidnapped 15 pupils. They were rescued two days later.", "rescued", 15),
        ("en", "The nine miners were locked in. A cook called the police. The miners were freed.", "freed", 9),
        ("fr", "Des bandits ont enlevé 15 élèves. Ils ont été libérés mercredi.", "libérés", 15),
        ("fr", "Ils ont enlevé 72 passagers. L'armée a cherché. Les otages ont été libérés.", "libérés", 72),
        ("es", "Secuestraron a 15 alumnos el lunes. Los rehenes fueron rescatados.", "rescatados", 15),
        ("es", "Secuestraron a 15 alumnos el lunes. Fueron liberados el miércoles.", "liberados", 15),
    ],
)
def test_definite_mention_takes_the_figure_told_before(code: str, text: str, verb: str, best: int) -> None:
    assert _best(frame_at(code, text, verb)) == best


def test_antecedent_with_the_same_noun_wins_over_a_nearer_one() -> None:
    text = "Bandits held 72 miners. They also held nine drivers. The miners were freed."
    assert _best(frame_at("en", text, "freed")) == 72


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested nine suspects. The hostages were freed.",
        "Bandits held one farmer. The hostages were freed.",
        "The hostages were freed. Bandits had held 72 miners.",
        "Bandits held 72 miners." + " The council met." * 9 + " The hostages were freed.",
    ],
)
def test_no_antecedent_among_suspects_single_people_later_or_far_ones(text: str) -> None:
    frame = frame_at("en", text, "freed")
    assert (frame.antecedent, _best(frame)) == (None, None)


def test_indefinite_phrase_takes_no_antecedent() -> None:
    frame = frame_at("en", "Bandits held 72 miners. Women were freed.", "freed")
    assert _best(frame) is None


@pytest.mark.parametrize(
    ("code", "text", "verb", "origin"),
    [
        ("fr", "L'Indonésie a secouru mille de ses ressortissants au Cambodge.", "secouru", ("ID",)),
        ("fr", "Le Mali a rapatrié 40 de ses compatriotes.", "rapatrié", ("ML",)),
        ("en", "Ghana has rescued 40 of its citizens from forced labour in Libya.", "rescued", ("GH",)),
        ("en", "Kenyan police rescued 40 of their compatriots.", "rescued", ("KE",)),
        ("es", "Perú rescató a 30 de sus ciudadanos en Chile.", "rescató", ("PE",)),
        ("en", "Ghana has rescued 40 women in Libya.", "rescued", ()),
    ],
)
def test_compatriots_have_the_origin_of_those_who_act(code: str, text: str, verb: str, origin: tuple[str, ...]) -> None:
    assert frame_at(code, text, verb).countries.origin == origin


def test_every_trigger_has_a_frame_in_the_order_of_the_text() -> None:
    frames = frames_in("en", "Police freed nine men. Three boys escaped. The rescue of the rest took days.")
    assert [f.view.doc[f.mention.head].text for f in frames] == ["freed", "escaped", "rescue"]

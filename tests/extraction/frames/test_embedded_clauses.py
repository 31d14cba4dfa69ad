"""Subjects that clauses, appositions and long adverbials part from their verb."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at

PARTED = [
    (
        "fr",
        "Cent Ivoiriens, enfermés dans un entrepôt qui ne s'ouvrait que contre rançon, sont rentrés mardi à Abidjan.",
        "rentrés",
        "Cent Ivoiriens",
    ),
    (
        "en",
        (
            "The 14 fishermen, who had been held by the militia since June after their boat was seized, were "
            "released on Tuesday."
        ),
        "released",
        "The 14 fishermen",
    ),
    (
        "en",
        (
            "Three nurses abducted on their way to a clinic by gunmen who killed their driver were freed on "
            "Sunday after a ransom was paid."
        ),
        "freed",
        "Three nurses",
    ),
    (
        "en",
        (
            "Seven Nepali men who a broker had sent to Dubai with the promise of guard jobs and who ended up in"
            " a scam compound were rescued on Thursday."
        ),
        "rescued",
        "Seven Nepali men",
    ),
    (
        "en",
        (
            "Forty Bangladeshi workers, among them two teenagers, all employed by a subcontractor that had not "
            "paid them for nine months and had confiscated their passports, were freed in a raid on Tuesday."
        ),
        "freed",
        "Forty Bangladeshi workers",
    ),
    (
        "en",
        (
            "Eighteen women, being eleven Ugandans and seven Kenyans aged 19 to 30, were rescued from "
            "traffickers in Muscat."
        ),
        "rescued",
        "Eighteen women",
    ),
    (
        "en",
        (
            "The four students, despite the efforts of the mediators and two bishops, were only released by the"
            " gang after the families paid."
        ),
        "released",
        "The four students",
    ),
    (
        "en",
        (
            "Eight sailors, including the captain, held on a hijacked tanker off Somalia since March, when "
            "pirates shot at two guards, have been freed."
        ),
        "freed",
        "Eight sailors",
    ),
    (
        "en",
        (
            "A teacher seized at a checkpoint by men in uniform as he drove three pupils home was freed on "
            "Monday by his abductors."
        ),
        "freed",
        "A teacher",
    ),
    (
        "fr",
        ("Les 14 pêcheurs, que la milice détenait depuis juin après la saisie de leur bateau, ont été relâchés mardi."),
        "relâchés",
        "Les 14 pêcheurs",
    ),
    (
        "fr",
        (
            "Neuf jeunes filles auxquelles deux frères avaient promis un emploi de serveuse ont été secourues "
            "vendredi dans un bar de Lomé où elles étaient prostituées."
        ),
        "secourues",
        "Neuf jeunes filles",
    ),
    (
        "fr",
        (
            "Trois infirmières enlevées sur la route d'une clinique par des hommes armés qui ont tué leur "
            "chauffeur ont été libérées dimanche contre rançon."
        ),
        "libérées",
        "Trois infirmières",
    ),
    (
        "fr",
        (
            "Les quatre étudiants, malgré les efforts des médiateurs et de deux évêques, n'ont été libérés par "
            "leurs ravisseurs qu'après le paiement d'une rançon."
        ),
        "libérés",
        "Les quatre étudiants",
    ),
    (
        "fr",
        (
            "Un enseignant pris en otage par des hommes en uniforme alors qu'il ramenait trois élèves chez eux "
            "a été relâché lundi."
        ),
        "relâché",
        "Un enseignant",
    ),
    (
        "fr",
        (
            "Huit marins retenus en otage sur un pétrolier détourné au large de la Somalie, où les pirates "
            "avaient tiré sur deux gardes, ont retrouvé la liberté."
        ),
        "retrouvé",
        "Huit marins",
    ),
    (
        "fr",
        (
            "Dix jeunes Camerounaises, à qui une intermédiaire avait fait miroiter un contrat de nounou et qui "
            "vivaient recluses chez leurs employeurs, sont rentrées à Douala samedi après avoir été exploitées "
            "au Koweït."
        ),
        "rentrées",
        "Dix jeunes Camerounaises",
    ),
    (
        "es",
        (
            "Los 14 pescadores, a quienes la milicia retenía desde junio tras el decomiso de su barco, fueron "
            "liberados el martes."
        ),
        "liberados",
        "Los 14 pescadores",
    ),
    (
        "es",
        (
            "Nueve jóvenes a las que dos hermanos habían prometido un empleo de camarera fueron rescatadas el "
            "viernes de un bar donde las prostituían."
        ),
        "rescatadas",
        "Nueve jóvenes",
    ),
    (
        "es",
        (
            "Veinte nepaleses cuyo reclutador les había quitado los pasaportes y a los que dos capataces "
            "vigilaban día y noche, víctimas de trabajo forzoso, fueron liberados el lunes."
        ),
        "liberados",
        "Veinte nepaleses",
    ),
    (
        "es",
        (
            "Tres enfermeras secuestradas camino de una clínica por hombres armados que mataron a su chofer "
            "fueron liberadas el domingo tras el pago de un rescate."
        ),
        "liberadas",
        "Tres enfermeras",
    ),
    (
        "es",
        (
            "Los cuatro estudiantes, pese a las gestiones de los mediadores y de dos obispos, solo fueron "
            "liberados por sus captores después del pago de un rescate."
        ),
        "liberados",
        "Los cuatro estudiantes",
    ),
    (
        "es",
        (
            "Un maestro secuestrado por hombres de uniforme cuando llevaba a tres alumnos a su casa fue "
            "liberado el lunes."
        ),
        "liberado",
        "Un maestro",
    ),
]

OWN_SUBJECT = [
    (
        "en",
        (
            "Neighbours, alerted by the cries, surrounded the house and the girl, who had been tied up by "
            "kidnappers, was freed."
        ),
        "freed",
        "the girl",
    ),
    (
        "en",
        "Troops advanced on the camp and two girls, aged 12, were freed from the kidnappers.",
        "freed",
        "two girls",
    ),
    (
        "en",
        ("The two ministers said the four sailors, who had been seized in March, were freed by pirates on Monday."),
        "freed",
        "the four sailors",
    ),
    (
        "en",
        "Police in Kano, acting on a tip, raided a house and 12 girls, all trafficked, were rescued.",
        "rescued",
        "12 girls",
    ),
    (
        "en",
        (
            "A farmer who lived near the camp where two nurses held by kidnappers were freed told reporters he "
            "heard shots."
        ),
        "freed",
        "two nurses",
    ),
    (
        "en",
        "The mother of five children who were freed from traffickers on Monday thanked the police.",
        "freed",
        "five children",
    ),
    (
        "en",
        (
            "After the father of a hostage, a farmer, paid a ransom, the seven pupils, all Nigerians, were "
            "released by the kidnappers."
        ),
        "released",
        "the seven pupils",
    ),
    (
        "en",
        ("The gang leader, arrested in May, confessed and six women, locked in a cellar, were freed by police."),
        "freed",
        "six women",
    ),
    (
        "fr",
        (
            "Les voisins, alertés par les cris, ont encerclé la maison et la fillette, que les ravisseurs "
            "avaient ligotée, a été libérée."
        ),
        "libérée",
        "la fillette",
    ),
    (
        "fr",
        (
            "Les deux ministres ont dit que les quatre marins, enlevés en mars par des pirates, avaient été "
            "libérés lundi."
        ),
        "libérés",
        "les quatre marins",
    ),
    (
        "fr",
        (
            "La police de Kano, informée par un voisin, a fouillé une maison et 12 filles, victimes de traite, "
            "ont été secourues."
        ),
        "secourues",
        "12 filles",
    ),
    (
        "fr",
        (
            "L'évêque, qui menait les pourparlers, a dit que trois prêtres détenus par des rebelles avaient été"
            " libérés dimanche."
        ),
        "libérés",
        "trois prêtres",
    ),
    (
        "fr",
        "La mère de cinq enfants qui ont été libérés lundi des mains de trafiquants a remercié la police.",
        "libérés",
        "cinq enfants",
    ),
    (
        "es",
        (
            "Los vecinos, alertados por los gritos, rodearon la casa y la niña, a la que los secuestradores "
            "habían atado, fue liberada."
        ),
        "liberada",
        "la niña",
    ),
    (
        "es",
        (
            "Los dos ministros dijeron que los cuatro marinos, secuestrados en marzo por piratas, fueron "
            "liberados el lunes."
        ),
        "liberados",
        "los cuatro marinos",
    ),
    (
        "es",
        (
            "La policía de Lima, avisada por un vecino, allanó una casa y 12 niñas, víctimas de trata, fueron "
            "rescatadas."
        ),
        "rescatadas",
        "12 niñas",
    ),
    (
        "es",
        (
            "El obispo, que dirigía las conversaciones, dijo que tres sacerdotes retenidos por rebeldes fueron "
            "liberados el domingo."
        ),
        "liberados",
        "tres sacerdotes",
    ),
    (
        "es",
        ("La madre de cinco niños que fueron liberados el lunes de manos de tratantes agradeció a la policía."),
        "liberados",
        "cinco niños",
    ),
]
"""Sentences with a clause before the verb whose subject stands behind that clause."""


@pytest.mark.parametrize(("code", "text", "verb", "patient"), PARTED + OWN_SUBJECT)
def test_subject_of_a_verb_is_told_across_clauses(code: str, text: str, verb: str, patient: str) -> None:
    found = frame_at(code, text, verb).patient
    assert found is not None
    assert found.span.text == patient


@pytest.mark.parametrize(
    ("code", "text", "best"),
    [
        (
            "en",
            "A total of 31 children, being 19 boys and 12 girls aged nine to 15, were rescued from traffickers.",
            31,
        ),
        ("en", "A group of nine girls, recruited as waitresses, were rescued from traffickers on Monday.", 9),
        ("en", "One of the two Danish citizens who were kidnapped in Mali was released on Monday.", 1),
        ("en", "Dozens of people, mostly women, who had been kidnapped by rebels, were rescued on Monday.", None),
        ("fr", "Un groupe de onze Guinéennes, employées comme esclaves, est rentré lundi à Conakry.", 11),
        ("fr", "Huit fillettes et cinq garçons, que des trafiquants voulaient placer en ville, ont été secourus.", 13),
        ("es", "Un grupo de once guineanas, explotadas en un taller clandestino, fue rescatado el lunes.", 11),
        ("es", "Ocho niñas y cinco niños, que unos tratantes llevaban a la capital, fueron rescatados el lunes.", 13),
    ],
)
def test_totals_groups_and_lists_keep_their_figure(code: str, text: str, best: int | None) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [best]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nine girls who had been promised jobs abroad were rescued from traffickers on Monday."),
        ("en", "Nine women who hoped to find work, and who a pimp locked up, were rescued from traffickers on Monday."),
        ("fr", "Neuf filles à qui on avait promis un emploi ont été secourues lundi, victimes de traite."),
        ("es", "Nueve jóvenes a las que habían prometido un empleo fueron rescatadas el lunes de una red de trata."),
        ("es", "Nueve jóvenes a quienes iban a vender en la capital fueron rescatadas el lunes de una red de trata."),
    ],
)
def test_plans_inside_a_clause_are_not_the_verbs(code: str, text: str) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [9]

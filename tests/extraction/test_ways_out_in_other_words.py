"""Ways out that no verb of freeing tells: what ends, what is broken, who is a free man again, captors who let go."""

from __future__ import annotations

import pytest
from telling import events_in

TOLD = [
    ("en", "The captivity of 12 sailors seized by pirates came to an end on Friday.", 12),
    ("en", "Three hostages kidnapped near Maroua are free men again, the bishop said on Sunday.", 3),
    ("en", "Nine girls trafficked into prostitution are now in safe hands after Monday's raid.", 9),
    ("en", "Police on Tuesday broke the chains of 30 bonded labourers in Okara.", 30),
    ("en", "The deal enabled 16 kidnapped pupils to walk free on Thursday.", 16),
    ("en", "It took the marines two hours to free the 11 hostages, the navy said on Monday.", 11),
    ("en", "Freed from slavery on a farm in Para: 22 workers, the ministry said on Monday.", 22),
    ("en", "His captors let him go on Friday near Port-de-Paix after a ransom was paid.", 1),
    ("en", "Eight women had been forced into prostitution in Doha. Police freed all of them on Saturday.", 8),
    ("fr", "Le calvaire de 12 marins capturés par des pirates s'est achevé vendredi.", 12),
    ("fr", "Trois otages enlevés près de Maroua goûtent depuis dimanche à la liberté.", 3),
    ("fr", "La police a brisé mardi les chaînes de 30 ouvriers asservis à Okara.", 30),
    ("fr", "Il a fallu deux heures aux commandos pour délivrer les 11 otages, a dit lundi la marine.", 11),
    ("fr", "Les rebelles ont laissé samedi repartir six infirmières enlevées à Djibo.", 6),
    ("fr", "Libérés de l'esclavage au Pará : 22 ouvriers, selon le ministère du Travail.", 22),
    ("fr", "Une rançon a acheté lundi la liberté de neuf mineurs enlevés.", 9),
    ("es", "El cautiverio de 12 marineros apresados por piratas llegó a su fin el viernes.", 12),
    ("es", "Tres rehenes secuestrados en Arauca vuelven a ser hombres libres, dijo el domingo el obispo.", 3),
    ("es", "La policía rompió el martes las cadenas de 30 obreros esclavizados en Okara.", 30),
    ("es", "A los infantes les bastó una hora para liberar a los 11 rehenes, dijo el lunes la armada.", 11),
    ("es", "El acuerdo permitió que 16 alumnos secuestrados volvieran con sus familias el jueves.", 16),
    ("es", "Nueve niñas vendidas fueron arrancadas el lunes de la servidumbre por la policía.", 9),
    ("es", "Tres cooperantes secuestrados saborean desde el domingo la libertad.", 3),
    ("en", "That includes 14 girls who were rescued from a brothel in Pattaya on Friday.", 14),
    ("fr", "Le bilan comprend les neuf Boliviens qui ont été retirés lundi d'un atelier clandestin de Lima.", 9),
    (
        "es",
        "La cifra incluye a los nueve bolivianos que fueron rescatados el lunes de un taller clandestino de Lima.",
        9,
    ),
    ("en", "Two hostages were left by a canal near Multan on Friday after the ransom was paid.", 2),
    ("fr", "Les douze otages ont été laissés lundi dans une mosquée de Zinder.", 12),
    ("en", "Sixteen victims were recognised last year in trafficking cases in Malta, 11 of them women.", 16),
    ("en", "The council granted protection orders to 44 victims of trafficking in March.", 44),
]

HAD_TO = [
    # what had to be done to get them out was done
    ("en", "Customs officers had to take the dashboard apart on Monday to free two Guineans hidden by smugglers.", 2),
    ("en", "Firefighters had to cut the roof to rescue three Kenyans whom a trafficker had locked in.", 3),
    ("en", "A saw was needed to free six hostages chained by the rebels.", 6),
    ("en", "Nine kidnapped girls had to be rescued by the army from a flooded camp on Monday.", 9),
    ("en", "It took a crane to lift out nine hostages of the pirates, the navy said on Monday.", 9),
    (
        "fr",
        "Les douaniers ont dû démonter lundi le tableau de bord pour extraire deux migrants cachés par un passeur.",
        2,
    ),
    ("fr", "Les pompiers durent découper le toit pour sortir trois Kényans qu'un trafiquant avait enfermés.", 3),
    ("fr", "Une scie a été nécessaire pour délivrer six otages enchaînés par les rebelles.", 6),
    ("fr", "Il a fallu une grue pour extraire lundi neuf Afghans que des passeurs avaient cachés.", 9),
    ("fr", "La marine a dû ouvrir le feu pour libérer les onze otages des pirates.", 11),
    (
        "es",
        "La policía tuvo que desmontar ayer el asiento de un camión, en el puerto, para sacar a dos guineanos ocultos.",
        2,
    ),
    (
        "es",
        "Los bomberos tuvieron que cortar el techo para liberar a tres kenianos que un traficante había encerrado.",
        3,
    ),
    ("es", "Hizo falta una sierra para liberar a seis rehenes encadenados por los rebeldes.", 6),
    ("es", "Fue necesario forzar dos candados para rescatar a nueve jóvenes secuestradas en Lagos.", 9),
    ("es", "La Armada debió abrir fuego para rescatar a los once rehenes de los piratas.", 11),
]

NOT_TOLD = [
    ("en", "The army will have to open fire to free the nine hostages."),
    ("en", "The mayor had to travel to Abuja to ask for the release of nine hostages."),
    ("fr", "L'armée devra ouvrir le feu pour libérer les neuf otages."),
    ("fr", "Le maire a dû se rendre à Paris pour réclamer la libération de neuf otages."),
    ("es", "El Ejército tendrá que entrar por la fuerza para rescatar a los nueve rehenes."),
    ("es", "El alcalde tuvo que viajar a Bogotá para pedir la liberación de nueve rehenes."),
    ("en", "The trial of 12 sailors charged with trafficking came to an end on Friday."),
    ("en", "It will take the marines hours to free the 11 hostages, the navy said on Monday."),
    ("en", "The law enables police to free bonded labourers."),
    ("fr", "Le procès de 12 trafiquants d'esclaves s'est achevé vendredi."),
    ("fr", "Il faudra deux heures aux commandos pour délivrer les 11 otages."),
    ("fr", "Les pêcheurs asservis rêvent de goûter à la liberté."),
    ("es", "El juicio de 12 tratantes de esclavos llegó a su fin el viernes."),
    ("es", "El acuerdo permitirá que 16 alumnos secuestrados vuelvan con sus familias."),
    ("es", "Los rehenes sueñan con saborear la libertad."),
]


@pytest.mark.parametrize(("code", "text", "count"), [*TOLD, *HAD_TO])
def test_the_act_is_found(code: str, text: str, count: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [count]


@pytest.mark.parametrize(("code", "text"), NOT_TOLD)
def test_what_did_not_happen_is_no_event(code: str, text: str) -> None:
    assert events_in(code, text) == ()

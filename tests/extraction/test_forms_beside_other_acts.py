"""What the sentences beside an act tell: of its people where it is theirs, never where other people came out."""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import Form, Harm

OTHER_ACTS = [
    (
        "en",
        (
            "The 33 Indian farm labourers freed by Italian police on March 14 were locked up by a gang of traffickers. "
            "In February, Polish police took 12 Georgians away from a gang that had made them beg in Warsaw."
        ),
    ),
    (
        "en",
        (
            "Police rescued 20 Laotian workers from a fish factory near Songkhla run by traffickers on Monday. "
            "In March they freed nine girls from a brothel in Pattaya."
        ),
    ),
    (
        "fr",
        (
            "Les 33 ouvriers agricoles indiens libérés le 14 mars par la police italienne étaient victimes de traite. "
            "En février, la police polonaise a soustrait 12 Géorgiens à un réseau qui les forçait à mendier à Varsovie."
        ),
    ),
    (
        "fr",
        (
            "La gendarmerie a secouru lundi 20 ouvriers burkinabè victimes de trafiquants dans une plantation. "
            "En mars, elle a libéré neuf jeunes filles d'une maison close d'Abidjan."
        ),
    ),
    (
        "es",
        (
            "Los 33 jornaleros indios liberados el 14 de marzo por la policía italiana eran víctimas de trata. "
            "En febrero, la policía polaca rescató a 12 georgianos de una red que los obligaba a mendigar en Varsovia."
        ),
    ),
    (
        "es",
        (
            "La policía rescató el lunes a 20 obreros bolivianos víctimas de trata en una finca de Salta. "
            "En marzo liberó a nueve jóvenes de un burdel de Jujuy."
        ),
    ),
]

RANSOM = [
    (
        "en",
        "Libyan police freed 90 migrants crammed in a smugglers' den. Guards demanded $6,000 from their families.",
    ),
    (
        "en",
        "Soldiers freed 40 migrants from a smugglers' hideout. Their kin were asked to pay a ransom, families said.",
    ),
    ("fr", "La police a libéré 90 migrants d'un repaire de passeurs. Ils exigeaient de leurs familles 6.000 dollars."),
    (
        "fr",
        "L'armée a libéré 40 migrants d'un hangar de passeurs. Ils réclamaient de l'argent à leurs parents.",
    ),
    ("es", "La policía liberó a 90 migrantes de una casa de polleros. Exigían a sus familias 6.000 dólares."),
    (
        "es",
        "La policía liberó a 40 migrantes de una bodega de coyotes. Exigían un pago a sus familiares.",
    ),
]

OFFICIALS = [
    ("en", "The senators went back to an incident in May at a scam compound in Pampanga."),
    ("en", "The prosecutors returned to the brothel in Manila where girls were exploited."),
    ("en", "The officers came home from the scam compounds on Friday."),
    ("fr", "Les enquêteurs sont revenus de la maison close où des filles étaient exploitées."),
    ("fr", "Les députés sont rentrés au pays après avoir visité les centres d'arnaque de Myawaddy."),
    ("es", "Los senadores volvieron a un caso de mayo en un burdel de Tijuana."),
    ("es", "Los fiscales regresaron el lunes a la finca de Salta donde se explotaba a peones."),
]


@pytest.mark.parametrize(("code", "text"), OTHER_ACTS)
def test_another_acts_form_is_not_told_of_these(code: str, text: str) -> None:
    """People whose own sentence tells their work have that one, whatever was done to others."""
    assert events_in(code, text)[0].forms == (Form.FORCED_LABOUR,)


@pytest.mark.parametrize(("code", "text"), RANSOM)
def test_the_smuggled_whose_families_are_to_pay_are_captives(code: str, text: str) -> None:
    """Also where the sentence behind the act tells it."""
    assert [event.harm for event in events_in(code, text)] == [Harm.CAPTIVITY]


@pytest.mark.parametrize(("code", "text"), OFFICIALS)
def test_officials_who_return_were_no_victims(code: str, text: str) -> None:
    """They come back from, or to, what they are looking into."""
    assert events_in(code, text) == ()

"""Countries by role: origin, place, transit, return; each from the words that stand around it."""

from __future__ import annotations

import pytest
from telling import frame_at, story_of

NOBODY: tuple[str, ...] = ()

ORIGINS = [
    ("en", "Twelve Nepali girls were rescued from a circus in India.", "rescued", {"NP"}),
    ("en", "Police freed 31 Indonesians in Bavet.", "freed", {"ID"}),
    ("en", "Police rescued 56 people from Guatemala and Honduras.", "rescued", {"GT", "HN"}),
    ("en", "Police rescued 56 people, including Hondurans and Cubans.", "rescued", {"HN", "CU"}),
    ("en", "Police rescued 214 workers: 96 Chinese, 71 Vietnamese and 15 Ethiopians.", "rescued", {"CN", "VN", "ET"}),
    ("en", "Police rescued 56 people originally from Benin held in a shed in Togo.", "rescued", {"BJ"}),
    ("en", "The kidnapped woman, a Ugandan national, was rescued on Monday.", "rescued", {"UG"}),
    ("en", "Police rescued four women from Hungary and a boy from Serbia.", "rescued", {"HU", "RS"}),
    ("en", "Police rescued 40 workers, among them 12 Nepalis and seven Sri Lankans.", "rescued", {"NP", "LK"}),
    ("fr", "La police a secouru 40 ouvriers, parmi eux douze Népalais et un Malien.", "secouru", {"NP", "ML"}),
    ("es", "La policía rescató a 40 obreros, entre ellos doce nepalíes y un cubano.", "rescató", {"NP", "CU"}),
    ("fr", "Dix Maliens ont été sortis, épuisés, par les gardes-frontières kazakhs.", "sortis", {"ML"}),
    ("fr", "La police a secouru 30 migrants guinéens et maliens.", "secouru", {"GN", "ML"}),
    ("fr", "La police a libéré douze femmes originaires du Bénin.", "libéré", {"BJ"}),
    ("fr", "La police a libéré douze Béninoises.", "libéré", {"BJ"}),
    ("fr", "La police a libéré douze femmes venues de Hongrie.", "libéré", {"HU"}),
    ("fr", "La police a secouru 56 personnes, dont des Honduriens et des Cubains.", "secouru", {"HN", "CU"}),
    ("es", "Doce mujeres procedentes de Paraguay fueron rescatadas.", "rescatadas", {"PY"}),
    ("es", "Doce paraguayas fueron rescatadas de un burdel.", "rescatadas", {"PY"}),
    ("es", "La policía rescató a 30 mujeres colombianas y peruanas.", "rescató", {"CO", "PE"}),
    ("en", "Thai police rescued 20 women from a brothel.", "rescued", set()),
    ("en", "Police rescued 20 women and arrested two Albanian pimps.", "rescued", set()),
    ("fr", "La police a secouru 20 femmes et arrêté deux proxénètes albanais.", "secouru", set()),
    ("en", "Police rescued 20 women from a brothel in Laos.", "rescued", set()),
    ("en", "The IOM brought home 40 Ethiopians from Libya.", "brought", {"ET"}),
    ("en", "Guatemalan, Honduran and Mexican migrants were rescued from kidnappers.", "rescued", {"GT", "HN", "MX"}),
]

PLACES = [
    ("en", "Twelve Nepali girls were rescued from a circus in India.", "rescued", {"IN"}),
    ("en", "Police freed 31 Indonesians in Bavet.", "freed", {"KH"}),
    ("en", "In Mali, soldiers freed nine hostages.", "freed", {"ML"}),
    ("en", "Police rescued 12 girls from traffickers in Kenya.", "rescued", {"KE"}),
    ("fr", "La police a libéré douze Béninoises exploitées au Koweït.", "libéré", {"KW"}),
    ("fr", "Douze femmes ont été secourues en Birmanie et au Cambodge.", "secourues", {"MM", "KH"}),
    ("es", "Doce paraguayas fueron rescatadas de un burdel en España.", "rescatadas", {"ES"}),
    # another clause, another place
    ("en", "Police in Kenya rescued 12 girls; in Uganda, a minister opened a school.", "rescued", {"KE"}),
    ("fr", "La police a secouru douze filles au Kenya ; en Ouganda, une école a ouvert.", "secouru", {"KE"}),
    ("es", "La policía rescató a doce niñas en Perú; en Chile abrió una escuela.", "rescató", {"PE"}),
    # the actor's country is not the place
    ("en", "Thai police rescued 20 women in Laos.", "rescued", {"LA"}),
    ("fr", "La police thaïlandaise a secouru 20 femmes au Laos.", "secouru", {"LA"}),
    ("en", "Thailand rescued 20 women.", "rescued", set()),
]


@pytest.mark.parametrize(("code", "text", "verb", "origin"), ORIGINS)
def test_origin(code: str, text: str, verb: str, origin: set[str]) -> None:
    assert set(frame_at(code, text, verb).countries.origin) == origin


@pytest.mark.parametrize(("code", "text", "verb", "place"), PLACES)
def test_place(code: str, text: str, verb: str, place: set[str]) -> None:
    assert set(frame_at(code, text, verb).countries.place) == place


@pytest.mark.parametrize(
    ("code", "text", "verb", "transit"),
    [
        ("en", "The embassy flew 40 maids home from Oman via Dubai.", "flew", ("AE",)),
        ("fr", "Douze Béninoises ont été rapatriées à Cotonou via Istanbul.", "rapatriées", ("TR",)),
        ("es", "Doce paraguayas fueron repatriadas desde España vía Brasil.", "repatriadas", ("BR",)),
        ("en", "The embassy flew 40 maids home from Oman.", "flew", ()),
    ],
)
def test_transit(code: str, text: str, verb: str, transit: tuple[str, ...]) -> None:
    assert frame_at(code, text, verb).countries.transit == transit


@pytest.mark.parametrize(
    ("code", "text", "verb", "place", "return_to"),
    [
        ("en", "The women were repatriated from Oman to Uganda.", "repatriated", ("OM",), ("UG",)),
        ("fr", "Douze Béninoises exploitées au Koweït ont été rapatriées à Cotonou.", "rapatriées", ("KW",), ("BJ",)),
        ("es", "Doce paraguayas fueron repatriadas a Asunción desde España.", "repatriadas", ("ES",), ("PY",)),
        ("en", "Police rescued 12 girls in Togo.", "rescued", ("TG",), ()),
        pytest.param(
            "fr",
            "Les douze Togolaises sont rentrées à Lomé après des mois d'esclavage au Liban.",
            "rentrées",
            ("LB",),
            ("TG",),
        ),
    ],
)
def test_return(code: str, text: str, verb: str, place: tuple[str, ...], return_to: tuple[str, ...]) -> None:
    countries = frame_at(code, text, verb).countries
    assert (countries.place, countries.return_to) == (place, return_to)


DATELINES = [
    ("en", "MAE SOT, Thailand, Feb 20 (Agency) - A militia in Myanmar released 260 hostages.", "released", ("TH",)),
    ("en", "NAIROBI (Agency) - Twelve hostages were released in Somalia.", "released", ("KE",)),
    ("fr", "NAIROBI, 12 mai (Agence) - L'armée a libéré neuf otages en Somalie.", "libéré", ("KE",)),
]


@pytest.mark.parametrize(("code", "text", "verb", "dateline"), DATELINES)
def test_dateline_is_told_apart_from_the_place(code: str, text: str, verb: str, dateline: tuple[str, ...]) -> None:
    story = story_of(code, text)
    assert story.datelines.codes_at(story.views[-1]) == dateline
    assert dateline[0] not in frame_at(code, text, verb).countries.place


def test_story_without_dateline_has_none() -> None:
    story = story_of("en", "Twelve hostages were released in Somalia.")
    assert story.datelines.codes_at(story.views[-1]) == NOBODY

"""Countries that an article's names decide on, where an act's own sentences can be read two ways."""

from __future__ import annotations

import pytest
from telling import events_in, story_of

from rescuewire.extraction.acts.countries_told_most import place_of_title, without_homeland


@pytest.mark.parametrize(
    ("place", "origin", "left"),
    [(("NG", "ML"), ("NG",), ("ML",)), (("NG",), ("NG",), ("NG",)), (("NG", "ML"), ("NG", "ML"), ("NG", "ML"))],
)
def test_the_victims_own_country_is_a_place_only_where_no_other_is(
    place: tuple[str, ...], origin: tuple[str, ...], left: tuple[str, ...]
) -> None:
    assert without_homeland(place, origin) == left


@pytest.mark.parametrize(
    ("code", "title", "text", "place"),
    [
        (
            "en",
            "Maids freed in Jordan",
            "Nine women locked in a house in Amman are free, a group in Geneva said.",
            ("JO",),
        ),
        (
            "fr",
            "Otages libérés au Mali",
            "Les six employés séquestrés à Gao sont libres, dit leur société à Oslo.",
            ("ML",),
        ),
        ("es", "Liberadas en Perú", "Las nueve mujeres encerradas en un bar de Tacna están libres.", ("PE",)),
        ("en", "Maids freed", "Nine women locked in a house in Amman are free, a group in Geneva said.", ()),
        ("en", "Maids freed in Jordan", "Nine women are free, a group in Geneva said.", ()),
    ],
)
def test_the_title_names_where_they_were_held(code: str, title: str, text: str, place: tuple[str, ...]) -> None:
    assert place_of_title(story_of(code, text, title), ()) == place


@pytest.mark.parametrize(
    ("code", "told", "others"),
    [
        (
            "en",
            "Twelve women were identified as victims of trafficking in Cotonou on Friday.",
            "Niger asked for a list. Niger's consul said Niger was at fault.",
        ),
        (
            "fr",
            "Douze femmes ont été identifiées vendredi comme victimes de la traite à Cotonou.",
            "Le Niger a demandé une liste. Le consul du Niger dit que le Niger est fautif.",
        ),
        (
            "es",
            "Doce mujeres fueron identificadas el viernes como víctimas de trata en Cotonú.",
            "Níger pidió una lista. El cónsul de Níger dijo que Níger tiene la culpa.",
        ),
    ],
)
def test_where_nobody_is_told_to_act_the_state_of_a_country_that_others_outnumber_is_not_implied(
    code: str, told: str, others: str
) -> None:
    assert events_in(code, told)[0].countries.agent == ("BJ",)
    assert events_in(code, f"{told} {others}")[0].countries.agent == ()

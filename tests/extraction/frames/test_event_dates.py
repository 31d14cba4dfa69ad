"""Which of a sentence's dates is the day on which they came out. Published on Wednesday, 15 May 2024."""

from __future__ import annotations

import pytest
from telling import frame_at

from rescuewire.extraction.mentions.kinds import DATES
from rescuewire.extraction.mentions.meanings import meaning

DATES_TOLD = [
    # not the day of capture
    ("en", "The nuns, kidnapped on 3 May, were released on Sunday.", "released", "2024-05-12"),
    ("en", "The hostages, held since 2021, were freed on Monday.", "freed", "2024-05-13"),
    ("fr", "Neuf voyageurs enlevés le 3 mai ont été relâchés dimanche.", "relâchés", "2024-05-12"),
    ("fr", "Les otages, détenus depuis 2021, ont été libérés lundi.", "libérés", "2024-05-13"),
    ("en", "Pirates have released 21 sailors held since March, officials said on Saturday.", "released", "2024-05-11"),
    ("en", "Rebels have freed two French hostages held captive since 2019.", "freed", None),
    ("en", "Police have rescued nine girls kept as slaves since January in a house in Leeds.", "rescued", None),
    ("en", "Police have rescued 900 girls from sexual slavery since January.", "rescued", "2024-01/2024-05-15"),
    ("fr", "Les rebelles ont libéré deux otages français détenus depuis 2019.", "libéré", None),
    ("fr", "Les pirates ont relâché 21 marins retenus depuis mars, a-t-on appris samedi.", "relâché", "2024-05-11"),
    ("es", "Los rebeldes han liberado a dos rehenes retenidos desde 2019.", "liberado", None),
    ("es", "El ejército ha liberado a 320 rehenes desde marzo.", "liberado", "2024-03/2024-05-15"),
    # not the day of the announcement
    ("en", "The ministry announced on Tuesday that 12 hostages had been freed on Saturday.", "freed", "2024-05-11"),
    ("en", "Twelve hostages were freed on Saturday, the ministry said on Tuesday.", "freed", "2024-05-11"),
    ("fr", "Le ministère a annoncé mardi que douze otages avaient été libérés samedi.", "libérés", "2024-05-11"),
    ("fr", "Douze otages ont été libérés samedi, a annoncé mardi le ministère.", "libérés", "2024-05-11"),
    ("es", "El ministerio anunció el martes que doce rehenes fueron liberados el sábado.", "liberados", "2024-05-11"),
    # the announcement's where nothing else is told
    ("en", "The ministry announced on Tuesday that 12 hostages had been freed.", "freed", "2024-05-14"),
    ("fr", "Le ministère a annoncé mardi que douze otages avaient été libérés.", "libérés", "2024-05-14"),
    # not the dateline's
    ("en", "NAIROBI, May 14 (Agency) - Twelve hostages were freed on Saturday.", "freed", "2024-05-11"),
    # periods
    ("en", "In 2023, police rescued 300 children from forced begging.", "rescued", "2023"),
    ("fr", "Depuis janvier, la police a secouru 300 enfants.", "secouru", "2024-01/2024-05-15"),
    ("en", "Police rescued 12 girls last week.", "rescued", "2024-05-06/2024-05-12"),
    # none
    ("en", "Police rescued 12 girls.", "rescued", None),
    ("en", "Police recently rescued 12 girls.", "rescued", None),
    pytest.param(
        "es",
        "Los viajeros secuestrados el 3 de mayo fueron liberados el domingo.",
        "liberados",
        "2024-05-12",
    ),
]


@pytest.mark.parametrize(("code", "text", "verb", "edtf"), DATES_TOLD)
def test_date_of_the_act(code: str, text: str, verb: str, edtf: str | None) -> None:
    date = frame_at(code, text, verb).date
    assert (meaning(date, DATES).edtf if date is not None else None) == edtf


def test_each_act_of_a_sentence_has_its_own_date() -> None:
    text = "Police freed nine men on Monday and rescued four women on Tuesday."
    found = [frame_at("en", text, verb).date for verb in ("freed", "rescued")]
    assert [date.text for date in found if date is not None] == ["on Monday", "on Tuesday"]

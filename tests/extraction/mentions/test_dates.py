"""Time expressions, resolved against Thursday 9 June 2022 unless a test says otherwise."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from edtf import parse_edtf

from rescuewire.extraction.mentions.date_words import date_words
from rescuewire.extraction.mentions.dates import find_dates
from rescuewire.extraction.mentions.kinds import DATES, DateKind
from rescuewire.extraction.mentions.text_pieces import split_text

THURSDAY = date(2022, 6, 9)


def resolved(code: str, text: str, published: date | None = THURSDAY) -> list[str | None]:
    return [found.mention.edtf for found in find_dates(split_text(text), date_words(code), published)]


@pytest.mark.parametrize(
    ("code", "text", "edtf"),
    [
        ("fr", "tirés mercredi soir d'un campement", "2022-06-08"),
        ("fr", "a annoncé jeudi la police", "2022-06-09"),
        ("fr", "jeudi dernier", "2022-06-02"),
        ("fr", "mardi prochain", "2022-06-14"),
        ("fr", "dans la nuit de samedi à dimanche", "2022-06-04/2022-06-05"),
        ("en", "in raids from Monday to Friday", "2022-05-30/2022-06-03"),
        ("es", "en redadas del viernes al lunes", "2022-06-03/2022-06-06"),
        ("fr", "une opération menée du mardi au jeudi", "2022-06-07/2022-06-09"),
        ("fr", "la semaine dernière", "2022-05-30/2022-06-05"),
        ("fr", "le week-end dernier", "2022-06-04/2022-06-05"),
        ("fr", "l’année passée", "2021"),
        ("fr", "hier", "2022-06-08"),
        ("fr", "début mai", "2022-05"),
        ("fr", "Au début du mois", "2022-06"),
        ("fr", "en mars", "2022-03"),
        ("fr", "en octobre", "2021-10"),
        ("fr", "en mai de l'an dernier", "2021-05"),
        ("fr", "le 17 janvier", "2022-01-17"),
        ("fr", "le 27 juin dernier", "2021-06-27"),
        ("fr", "prévu pour le 5 août", "2022-08-05"),
        ("fr", "le samedi 15 juillet 2023", "2023-07-15"),
        ("fr", "le 1er mai 2020", "2020-05-01"),
        ("fr", "du 02 au 05 février 2022", "2022-02-02/2022-02-05"),
        ("fr", "entre fin septembre et début octobre", "2021-09/2021-10"),
        ("fr", "il y a douze jours", "2022-05-28"),
        ("fr", "il y a deux ans", "2020"),
        ("fr", "depuis janvier", "2022-01/2022-06-09"),
        ("fr", "depuis le début de l'année", "2022-01-01/2022-06-09"),
        ("fr", "depuis le début de 2015", "2015/2022-06-09"),
        ("fr", "ces deux dernières années", "2020-06/2022-06"),
        ("fr", "fin 2021", "2021-12~"),
        ("fr", "mi-2021", "2021-06~"),
        ("fr", "au premier trimestre 2021", "2021-01/2021-03"),
        ("fr", "12/05/2021", "2021-05-12"),
        ("fr", "récemment", None),
        ("en", "late Friday", "2022-06-03"),
        ("en", "next Monday", "2022-06-13"),
        ("en", "on the night of June 3", "2022-06-03"),
        ("en", "Feb 20", "2022-02-20"),
        ("en", "Sept. 12, 2019", "2019-09-12"),
        ("en", "In May 24 women were freed", "2022-05"),
        ("en", "It ended in May. 12 women left", "2022-05"),
        ("en", "on 22 january 1988", "1988-01-22"),
        ("en", "3 to 9 June", "2022-06-03/2022-06-09"),
        ("en", "from November 6 to 10", "2021-11-06/2021-11-10"),
        ("en", "Between 8 and 15 June 2021", "2021-06-08/2021-06-15"),
        ("en", "between 2015 and 2019", "2015/2019"),
        ("en", "from November to March", "2021-11/2022-03"),
        ("en", "In May last year", "2021-05"),
        ("en", "In early April", "2022-04"),
        ("en", "at the end of 2021", "2021-12~"),
        ("en", "mid-2021", "2021-06~"),
        ("en", "over the past two years", "2020-06/2022-06"),
        ("en", "this year", "2022"),
        ("en", "in 2014", "2014"),
        ("en", "since 2011", "2011/2022-06-09"),
        ("en", "Since the fiscal year began on October 1", "2021-10-01/2022-06-09"),
        ("en", "last night", "2022-06-08/2022-06-09"),
        ("en", "05/12/2021", "2021-05-12"),
        ("en", "2021-05-12", "2021-05-12"),
        ("en", "two weeks ago", "2022-05-26~"),
        ("es", "volvieron el martes", "2022-06-07"),
        ("es", "el pasado jueves", "2022-06-02"),
        ("es", "9 de mayo de 2021", "2021-05-09"),
        ("es", "31 de octubre del año pasado", "2021-10-31"),
        ("es", "a principios de mes", "2022-06"),
        ("es", "A principios de junio", "2022-06"),
        ("es", "anoche", "2022-06-08/2022-06-09"),
        ("es", "el último fin de semana", "2022-06-04/2022-06-05"),
        ("es", "la próxima semana", "2022-06-13/2022-06-19"),
        ("es", "Entre enero y abril", "2022-01/2022-04"),
        ("es", "en los últimos cinco años", "2017-06/2022-06"),
        ("es", "Desde enero", "2022-01/2022-06-09"),
        ("es", "en lo que va de año", "2022-01/2022-06-09"),
        ("es", "hace doce días", "2022-05-28"),
        ("es", "El mes pasado", "2022-05"),
        ("es", "La noche del 2 de mayo", "2022-05-02"),
    ],
)
def test_one_date(code: str, text: str, edtf: str | None) -> None:
    assert resolved(code, text) == [edtf]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "un homme de 27 ans"),
        ("fr", "détenus pendant douze jours"),
        ("fr", "la planète Mars"),
        ("fr", "tous les lundis"),
        ("fr", "chaque lundi"),
        ("fr", "plus de 2000 migrants"),
        ("en", "they may go"),
        ("en", "a march of the women"),
        ("en", "for two months"),
        ("en", "after 53 days"),
        ("en", "the second man in the sun"),
        ("en", "June Smith said"),
        ("en", "2000 migrants"),
        ("en", "every Monday"),
        ("es", "en el mar"),
        ("es", "Julio César"),
        ("es", "en Santo Domingo"),
        ("es", "desde hace cuatro meses"),
        # days of work are no time of an act
        ("en", "worked unpaid from Monday to Sunday"),
        ("es", "cosían de domingo a domingo"),
        ("es", "trabajaban de lunes a sábado"),
        ("fr", "travaillaient sans salaire du lundi au dimanche"),
    ],
)
def test_no_date(code: str, text: str) -> None:
    assert resolved(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "edtf"),
    [
        ("fr", "a confirmé mardi la libération, la veille, d'un otage", "2022-06-06"),
        ("fr", "enlevés le 3 mai et relâchés deux jours plus tard", "2022-05-05"),
        ("en", "rescued on Tuesday. A day earlier, eleven others", "2022-06-06"),
        ("en", "freed on Tuesday. One had tried the week before.", "2022-05-30/2022-06-05"),
        ("en", "In August 2014 it began. Since then 3,580 came back", "2014-08/2022-06-09"),
        ("en", "In October 2019 a boy fled. On November 14 police went in", "2019-11-14"),
        ("en", "at the end of 2021. A month earlier a raid", "2021-11~"),
        ("es", "fueron hallados el 3 de mayo y al día siguiente volvieron", "2022-05-04"),
    ],
)
def test_told_from_the_date_before(code: str, text: str, edtf: str) -> None:
    assert resolved(code, text)[-1] == edtf


def test_a_new_paragraph_ends_the_year_of_the_story() -> None:
    assert resolved("en", "In October 2019 a boy fled.\n\nOn November 14 police went in")[-1] == "2021-11-14"


@pytest.mark.parametrize(
    ("text", "edtf"), [("le 3 mai 2021", "2021-05-03"), ("le 3 mai", None), ("mardi", None), ("depuis 2011", "2011/..")]
)
def test_without_publication_only_told_years_resolve(text: str, edtf: str | None) -> None:
    assert resolved("fr", text, None) == [edtf]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Tuesday", DateKind.POINT),
        ("last year", DateKind.PERIOD),
        ("in May 2021", DateKind.POINT),
        ("from 3 to 9 June", DateKind.PERIOD),
        ("since May", DateKind.SINCE),
        ("recently", DateKind.VAGUE),
    ],
)
def test_kind(text: str, kind: DateKind) -> None:
    assert [found.kind for found in find_dates(split_text(text), date_words("en"), THURSDAY)] == [kind]


@pytest.mark.parametrize(
    "text", ["le 17 janvier", "fin 2021", "depuis 2011", "la semaine dernière", "il y a deux semaines", "cette année"]
)
def test_notation_is_edtf(text: str) -> None:
    (told,) = resolved("fr", text)
    assert str(parse_edtf(told)) == told


@pytest.mark.parametrize(
    "text", ["1,1," * 20_000, "9" * 50_000, "'" * 20_000 + "on Tuesday", "may " * 20_000, "5 " * 20_000]
)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    assert resolved("en", text + ". Since 2011.")[-1] == "2011/2022-06-09"


def test_impossible_days_are_no_dates() -> None:
    assert resolved("fr", "le 31 février 2021") == [None]


def test_component_writes_spans_with_their_meaning() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("rescuewire_dates", config={"pack": "fr"})
    doc = nlp.make_doc("Ils ont été libérés dans la nuit de samedi à dimanche.")
    doc._.rescuewire_published_on = THURSDAY
    spans = nlp.get_pipe("rescuewire_dates")(doc).spans[DATES]
    assert [(span.text, span._.rescuewire_dates.edtf) for span in spans] == [
        ("dans la nuit de samedi à dimanche", "2022-06-04/2022-06-05")
    ]

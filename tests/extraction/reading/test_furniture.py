import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescuewire.extraction.reading.furniture import find_furniture
from rescuewire.extraction.reading.furniture_words import read_furniture_rules


def _furniture(pack: str, text: str) -> list[str]:
    return [text[start:end] for start, end in find_furniture(text, read_furniture_rules(pack))]


@pytest.mark.parametrize(
    ("pack", "line"),
    [
        ("fr", "Lire aussi : Onze otages libérés au Gabon"),
        ("fr", "À LIRE AUSSI Onze otages libérés au Gabon"),
        ("fr", ">> Lire aussi | Onze otages libérés au Gabon."),
        ("fr", "► Écouter le reportage de notre correspondante (2'14)"),
        ("fr", "Crédit photo : Agence du Lac"),
        ("fr", "Un camp près de Goma, le 3 mai. © Agence du Lac / J. Kito"),
        ("fr", "Publié le 17/02/2020 à 11h42"),
        ("fr", "mai 10, 2023 16:30, Last Updated: mai 10, 2023 16:42"),
        ("fr", "Par Awa Ndiaye, envoyée spéciale à Zinder"),
        ("fr", "PARTAGER · TWEETER · IMPRIMER"),
        ("fr", "Accueil > Monde > Afrique"),
        ("fr", "Soutenez Le Courrier à partir de 1€"),
        ("fr", "Inscrivez-vous à notre lettre du matin"),
        ("fr", "Votre don de 60 euros permet de libérer un enfant de l'esclavage."),
        ("fr", "Tous droits réservés."),
        ("fr", "Laisser un commentaire"),
        ("en", "Read also: Police rescue 40 girls"),
        ("en", "ALSO READ: Police rescue 40 girls | Naira gains"),
        ("en", "Related: Police rescue 40 girls"),
        ("en", "Photo: Police stand by 40 rescued girls in Kano. (Ochoa/Staff)"),
        ("en", "Sign up for our morning newsletter."),
        ("en", "Support independent journalism"),
        ("en", "Share Tweet Send"),
        ("en", "July 2, 2021 | Updated 11:42 a.m."),
        ("en", "National | Thursday, June 22, 2023"),
        ("en", "By Danny Ochoa, Staff Writer"),
        ("en", "(Reporting by A. Bello in Kano; Editing by C. Dee)"),
        ("en", "Readers may send responses of not more than 250 words to the editor."),
        ("en", "© 2024 The Mole. All rights reserved."),
        ("en", "--------"),
        ("es", "Lea también: Rescatan a 40 niñas"),
        ("es", "Más información: Rescatan a 40 niñas"),
        ("es", "Foto: archivo"),
        ("es", "Suscríbete a nuestro boletín y recibe las noticias en tu correo."),
        ("es", "Portada » Economía » Regiones"),
        ("es", "Última actualización: 8 de diciembre de 2023, 20:37"),
    ],
)
def test_a_line_of_furniture_is_found_and_the_paragraphs_round_it_stay(pack: str, line: str) -> None:
    text = f"La police 12 people.\n\n{line}\n\nThe last paragraph of the article, with a full stop."
    assert _furniture(pack, text) == [line]


@pytest.mark.parametrize(
    ("pack", "line"),
    [
        ("fr", "Publié le mois dernier, le rapport recense 40 victimes libérées par la police."),
        ("fr", "Lire et écrire : c'est ce que les 40 fillettes libérées apprennent désormais au centre de Kara."),
        ("fr", "Photos à l'appui, la police a annoncé avoir libéré 40 personnes."),
        ("fr", "Par deux fois, la police a libéré des otages"),
        ("fr", "Par ailleurs, 40 personnes ont été libérées"),
        ("fr", "Partager une cellule à douze, c'était leur lot avant d'être secourus."),
        ("fr", "« Nous sommes libres », a dit l'une des femmes."),
        ("fr", "Sauvés » titre le journal « du matin » à la une"),
        (
            "fr",
            "Ils touchaient 50 € par mois, selon un journaliste indépendant qui dit vouloir faire connaître la vérité.",
        ),
        ("en", "Related charges were filed against two men after 40 girls were freed."),
        ("en", "By Monday, 40 girls had been freed"),
        ("en", "By Monday police had freed 40 girls."),
        ("en", "Photos of the raid show 40 girls being led out of the house."),
        ("en", "Support for the 40 rescued girls came from two charities."),
        ("en", "Share croppers held in debt bondage were freed."),
        ("en", "More than 40 girls were rescued on Monday."),
        ("en", "Video calls led police to the house where 40 girls were held."),
        ("en", "Published on Monday, the report says that 40 girls were rescued."),
        ("en", "Subscribers to the scheme were told that 40 girls had been freed."),
        ("es", "Publicado el lunes, el informe cuenta que 40 niñas fueron rescatadas."),
        ("es", "Fotos del operativo muestran a las 40 niñas rescatadas."),
        ("es", "Por segunda vez, la policía rescató a 40 niñas"),
    ],
)
def test_a_paragraph_that_begins_like_furniture_stays(pack: str, line: str) -> None:
    assert _furniture(pack, f"First paragraph.\n\n{line}\n\nLast paragraph.") == []


def test_a_list_of_teasers_ends_with_the_next_paragraph() -> None:
    text = "Lead.\n\nLIRE AUSSI\n▪ 27 fillettes secourues\n▪ Huit marins libérés\n\nLa police a libéré 12 hommes.\n"
    assert _furniture("fr", text) == ["LIRE AUSSI", "▪ 27 fillettes secourues", "▪ Huit marins libérés"]


def test_a_headline_without_bullet_after_an_opener_is_a_teaser() -> None:
    text = "Lead.\nRead more\nArmy frees 60 girls\nPolice rescued ten men on Monday, a spokesman said."
    assert _furniture("en", text) == ["Read more", "Army frees 60 girls"]


def test_an_appeal_goes_on_over_its_paragraphs() -> None:
    appeal = "Nous sommes un média libre : votre soutien fait vivre ce journal, qui raconte les victimes secourues."
    text = f"Douze personnes ont été libérées.\n\nSoutenez Le Courrier à partir de 1€\n\n{appeal}\n\nPARTAGER"
    assert _furniture("fr", text) == ["Soutenez Le Courrier à partir de 1€", appeal, "PARTAGER"]


def test_a_teaser_in_brackets_is_cut_out_of_its_paragraph() -> None:
    text = "« On revient de loin. » (Lire aussi : Onze otages libérés) La suite de l'article vient ici, plus longue."
    assert _furniture("fr", text) == ["(Lire aussi : Onze otages libérés)"]


def test_a_teaser_at_the_end_of_a_paragraph_is_cut_off() -> None:
    text = "Ten men were fined. Read also: Police rescue 40 girls\nThe last paragraph."
    assert [found.strip() for found in _furniture("en", text)] == ["Read also: Police rescue 40 girls"]


def test_in_the_middle_of_a_long_paragraph_only_the_announcing_words_go() -> None:
    text = "Il est parti. Lire aussi : " + "La police a libéré dix hommes lundi soir dans le nord du pays. " * 5
    assert [found.strip() for found in _furniture("fr", text)] == ["Lire aussi :"]


def test_a_bracket_that_announces_nothing_stays() -> None:
    assert _furniture("en", "Ten men (more than ever) were freed by the army (see below).") == []


@given(
    text=st.lists(
        st.sampled_from(
            ["Lire aussi", " : ", "\n", "\n\n", "▪ ", "Dix otages libérés", ".", "(", ")", "PARTAGER", "é", "© "]
        ),
        max_size=40,
    ).map("".join)
)
def test_ranges_are_ascending_disjoint_and_inside_the_text(text: str) -> None:
    found = find_furniture(text, read_furniture_rules("fr"))
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in found)

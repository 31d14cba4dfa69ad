"""What sounds like a way out and is none, beside ways out that look alike."""

from __future__ import annotations

import pytest
from telling import events_in

CAPTORS = [
    ("en", "Gunmen on motorcycles took 14 girls from a boarding school in Zamfara on Friday, the latest kidnapping."),
    ("en", "Pirates removed eight crew members from the tanker off Bayelsa on Monday and hold them for ransom."),
    ("en", "Three engineers were taken off a bus by Abu Sayyaf militants on Jolo on Tuesday. They are held hostage."),
    ("en", "Rebels took 20 children out of a school in Ituri on 3 May to make them child soldiers."),
    ("fr", "Des bandits ont sorti 25 passagers d'un bus jeudi près de Zinder et exigent une rançon."),
    ("fr", "Les pirates ont débarqué six marins du cargo mardi au large du Gabon ; ils sont retenus en otages."),
    ("fr", "Les rebelles ont retiré 40 enfants de leurs familles en mai 2021 pour en faire des enfants soldats."),
    ("es", "Encapuchados bajaron a 12 migrantes de un autobús el martes en Tamaulipas; los tienen secuestrados."),
    ("es", "Los piratas trasladaron a ocho marineros del pesquero a la costa somalí el viernes; siguen cautivos."),
    ("es", "Cinco ingenieros fueron sacados por yihadistas el jueves en Burkina Faso y siguen como rehenes."),
]
DEAD = [
    ("en", "Two kidnapped students were found murdered in a forest near Kaduna on Sunday."),
    ("en", "The 39 Vietnamese migrants were found dead in a lorry trailer in Essex, where smugglers had left them."),
    ("fr", "Trois otages ont été retrouvés morts lundi dans une grotte du nord du Mali."),
    ("fr", "Deux enfants enlevés ont été découverts sans vie mercredi dans un puits à Yaoundé."),
    ("es", "Los cuatro jóvenes secuestrados fueron hallados muertos el domingo en una fosa de Jalisco."),
    ("es", "Encontraron sin vida a los dos empresarios plagiados el viernes en Culiacán."),
]
HISTORY = [
    ("en", "In 1838, more than 300,000 people enslaved on the plantations were freed."),
    ("fr", "Le 27 avril 1848, 74.000 esclaves de la Martinique furent libérés."),
    ("es", "El 22 de marzo de 1873 quedaron libres 29.335 esclavos."),
]
REFUGEES = [
    ("en", "The 38 women had fled Myanmar in 2017. Traffickers found them in the camp."),
    ("fr", "Les dix-huit femmes avaient fui la Syrie en 2015. Des trafiquants les ont abordées au camp."),
    ("es", "Las 19 mujeres habían huido de Venezuela en 2018. En el refugio operan tratantes de personas."),
]
WAYS_OUT = [
    ("en", "Gunmen who kidnapped 14 girls in Zamfara freed them on Friday after a ransom was paid."),
    ("en", "Police took 14 girls from the kidnappers' hideout in Zamfara on Friday."),
    ("en", "The kidnappers fled and soldiers brought 12 hostages out of the forest on Monday."),
    ("en", "Twelve hostages were led out of the bank by police on Monday, two hours after gunmen stormed it."),
    ("en", "Rescuers found 14 kidnapped students alive and three dead in a camp near Kaduna on Sunday."),
    ("en", "Two women fled Libya in 2023 after being held captive in a traffickers' warehouse for a year."),
    ("fr", "Les ravisseurs ont pris la fuite et les soldats ont ramené douze otages lundi."),
    ("fr", "Onze pêcheurs enlevés par des jihadistes ont été ramenés mercredi à Bosso par l'armée."),
    ("fr", "Les policiers ont retrouvé vivants lundi trois otages dans une grotte du nord du Mali."),
    ("es", "Los secuestradores huyeron y los soldados sacaron a los tres rehenes el martes."),
    ("es", "Los guerrilleros del ELN liberaron a tres policías el jueves en Arauca."),
]


@pytest.mark.parametrize(("code", "text"), CAPTORS)
def test_captors_bring_nobody_out(code: str, text: str) -> None:
    assert not events_in(code, text)


@pytest.mark.parametrize(("code", "text"), DEAD)
def test_the_dead_did_not_come_out(code: str, text: str) -> None:
    assert not events_in(code, text)


@pytest.mark.parametrize(("code", "text"), HISTORY)
def test_what_nobody_alive_remembers_is_no_news(code: str, text: str) -> None:
    assert not events_in(code, text)


@pytest.mark.parametrize(("code", "text"), REFUGEES)
def test_refugees_of_a_country_left_no_captor(code: str, text: str) -> None:
    assert not events_in(code, text)


@pytest.mark.parametrize(("code", "text"), WAYS_OUT)
def test_ways_out_beside_captors_and_dead_are_told(code: str, text: str) -> None:
    assert len(events_in(code, text)) == 1

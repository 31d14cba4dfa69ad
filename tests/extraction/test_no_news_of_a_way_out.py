"""People stopped at a border, things set free, suspects led away, guesses and pleas: no event, beside true ones."""

from __future__ import annotations

import pytest
from telling import events_in

TURNED_BACK = [
    (
        "en",
        "Border guards in Croatia stopped 64 Afghans on Tuesday and sent them back to Bosnia. Smugglers work there.",
    ),
    (
        "en",
        "Troops intercepted 120 Hondurans who were trying to cross on Sunday and returned them. Coyotes charge $800.",
    ),
    (
        "fr",
        "Les gardes-frontières ont intercepté 64 Afghans et les ont reconduits en Bosnie mardi. Des passeurs rôdent.",
    ),
    ("fr", "L'armée a arrêté 90 candidats au départ jeudi et les a ramenés à la frontière. Des passeurs ont fui."),
    ("es", "Los militares interceptaron a 64 haitianos el martes y los devolvieron a su país. Allí operan coyotes."),
    (
        "es",
        "Carabineros detuvo a 118 personas que intentaban cruzar el domingo y las devolvieron a Bolivia. Hay coyotes.",
    ),
]
THINGS = [
    ("en", "The old theatre, once a slave market, was rescued from oblivion last year by two businessmen."),
    ("en", '"Free us from this toll and traders will return," said two brothers of the kidnapped farmer.'),
    ("fr", "Deux historiens ont tiré de l'oubli l'an dernier les esclaves de l'île."),
    ("es", "Dos historiadores rescataron del olvido el año pasado a las esclavas de la isla."),
]
SUSPECTS = [
    ("en", "Six suspected traffickers were led away in handcuffs on Monday, accused of selling girls to brothels."),
    ("fr", "Les deux proxénètes ont été emmenés menottés samedi. Ils exploitaient des mineures."),
    ("es", "Los tres tratantes fueron sacados esposados de la casa el lunes. Explotaban a menores."),
]
NOT_SAID_TO_BE = [
    ("en", "The 12 hostages have probably been moved to a camp near the border, a negotiator said on Monday."),
    ("en", "Her family implored the kidnappers on Sunday to send her home for Christmas."),
    ("fr", "Sa famille a supplié les ravisseurs dimanche de la renvoyer chez elle."),
    ("fr", "L'armée est revenue sur son annonce selon laquelle 12 otages avaient été libérés lundi."),
    ("es", "Los 12 rehenes fueron probablemente trasladados a la selva el lunes, dijo un negociador."),
    ("es", "El ejército se retractó de su anuncio de que había liberado a 12 rehenes el lunes."),
    ("en", "Villagers told police that smugglers had left nine Afghans by the road on Monday."),
    ("en", "The charity that fights child slavery has set itself the target of freeing 300 children by December."),
    ("en", "The navy rehearsed the rescue of 40 hostages off Mombasa on Monday."),
    ("en", "Commandos stormed the hideout to free nine hostages on Monday and found nobody."),
    ("en", "Troops raided the camp on Friday to rescue four kidnapped nurses but found the huts empty."),
    ("en", "The governor took back word that 12 kidnapped girls had been freed on Monday."),
    ("fr", "L'association, qui lutte contre l'esclavage, a pour but de libérer 300 enfants d'ici décembre."),
    ("fr", "La marine a simulé lundi la libération de 40 otages au large de Mombasa."),
    ("fr", "Les commandos ont attaqué lundi le repaire pour délivrer neuf otages et ont trouvé la maison vide."),
    (
        "fr",
        "Le préfet a opposé un démenti aux radios selon lesquelles douze filles enlevées avaient été libérées lundi.",
    ),
    ("es", "La asociación, que lucha contra la esclavitud, se fijó la meta de liberar a 300 niños antes de diciembre."),
    ("es", "La armada ensayó el lunes el rescate de 40 rehenes frente a Mombasa."),
    ("es", "Los comandos asaltaron el lunes la guarida para liberar a nueve rehenes y hallaron la casa vacía."),
    (
        "es",
        "Los soldados entraron el viernes para rescatar a cuatro enfermeras secuestradas, pero no encontraron a nadie.",
    ),
]
LURED_OR_REHEARSED = [
    ("en", "They were brought to Lagos on the pretext of a job. The 19 girls were sold into prostitution."),
    ("en", "Forty women were brought home to the capital under false pretences and forced into prostitution."),
    ("fr", "Dix-neuf filles ont été amenées à Lagos sous prétexte d'un emploi, puis prostituées."),
    ("fr", "Douze Malgaches ont été ramenées en ville sur la promesse d'un salaire et réduites en esclavage."),
    ("es", "Unas 500 mujeres paraguayas fueron traídas al país con engaños y explotadas en burdeles."),
    ("es", "Los doce nepalíes fueron trasladados a su país de destino con el pretexto de un empleo y esclavizados."),
    ("en", "Commandos rehearsed the rescue of twelve hostages on a ferry on Thursday."),
    ("en", "On Friday the marines practised freeing nine hostages from pirates."),
    ("fr", "Les commandos simuleront jeudi la libération de douze otages sur un ferry."),
    ("fr", "Des gendarmes s'exercent cette semaine à libérer neuf otages des pirates."),
    (
        "es",
        "Unos 600 efectivos ensayarán esta semana el rescate de los pasajeros de un crucero tomado por terroristas.",
    ),
    ("es", "Los infantes de marina simularon el viernes, la liberación de nueve rehenes en un buque."),
    # boats that sink, among other news
    ("es", "Sesenta y ocho afganos cuyo velero hacía agua fueron recogidos por los guardacostas en la madrugada."),
    ("fr", "Soixante Syriens dont le voilier prenait l'eau ont été recueillis mardi par les garde-côtes."),
    ("en", "Sixty Syrians whose yacht was taking on water were picked up by coast guards on Tuesday."),
]
WAYS_OUT = [
    ("en", "On Friday, rangers stopped a lorry near Calais and freed 14 Eritreans locked inside by smugglers."),
    ("en", "Police freed 40 bonded labourers from a kiln in Punjab on Monday. Not all had been found by evening."),
    (
        "fr",
        "Les douaniers ont intercepté mardi un camion frigorifique et libéré 14 Érythréens enfermés par des passeurs.",
    ),
    (
        "fr",
        "La police a libéré lundi 40 femmes d'un réseau de traite à Lagos. Beaucoup d'autres ne sont jamais rentrées.",
    ),
    (
        "es",
        "La Guardia Civil interceptó el martes un camión y rescató a 14 sirios encerrados por traficantes de personas.",
    ),
    ("es", "La policía liberó el lunes a 40 mujeres de una red de trata en Lima. Muchas otras no han vuelto a casa."),
]


@pytest.mark.parametrize(("code", "text"), [*TURNED_BACK, *THINGS, *SUSPECTS, *NOT_SAID_TO_BE, *LURED_OR_REHEARSED])
def test_nobody_came_out(code: str, text: str) -> None:
    assert not events_in(code, text)


@pytest.mark.parametrize(("code", "text"), WAYS_OUT)
def test_somebody_came_out(code: str, text: str) -> None:
    assert len(events_in(code, text)) == 1

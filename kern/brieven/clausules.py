"""The legal clauses of a letter: locked in code, so that no administrator can lose a right of the client by an edit.

A clause is written in the language of `kern.brieven.opmaak`. Whoever changes a text raises its `versie`; a letter \
that
was sent keeps the version it was made with.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clausule:
    """One locked text. `velden` are the fields that a letter with this clause must bring."""

    naam: str
    versie: int
    titel: str
    tekst: str
    velden: frozenset[str] = frozenset()


_BEZWAAR = """
# Bent u het niet eens met dit besluit?

U kunt bezwaar maken. Dat is gratis. U doet dat met een brief: een bezwaarschrift. Bel ons gerust eerst als u iets \
niet begrijpt. Het bezwaar moet ook dan op tijd bij ons zijn.

U kunt bezwaar maken tot en met {{ bezwaar_tot }}. Stuurt u uw brief met de post? Dan bent u op tijd als u de brief \
uiterlijk op die dag op de post doet en wij hem binnen één week daarna hebben.

Stuur uw bezwaarschrift naar:

{{ bezwaar_adres }}

Zet dit in uw bezwaarschrift:

- uw naam en adres;
- de datum waarop u de brief schrijft;
- met welk besluit u het niet eens bent: noem de datum en het kenmerk van deze brief, of stuur een kopie mee;
- waarom u het niet eens bent met het besluit;
- uw handtekening.

Iemand anders mag het bezwaar namens u maken. Stuur dan een machtiging mee: een brief met uw handtekening waarin \
staat dat hij dat mag. Een advocaat en uw wettelijk vertegenwoordiger hoeven dat niet.

U krijgt een bevestiging als wij uw bezwaarschrift hebben. Het college van burgemeester en wethouders van \
{{ college }} kijkt daarna opnieuw naar het besluit.

# Wat als u niet kunt wachten?

Het besluit geldt ook als u bezwaar maakt. Kunt u niet wachten op de uitkomst? Dan kunt u de rechter vragen om nu al \
iets te regelen. Dat heet een voorlopige voorziening. U vraagt die aan bij de voorzieningenrechter van de rechtbank \
Overijssel. Dat kan alleen als u ook bezwaar hebt gemaakt en er haast bij is. U betaalt griffierecht. Op \
www.rechtspraak.nl staat hoe u de aanvraag doet en wat het kost.

[tenzij voor_aanbieder] Hebt u weinig inkomen? Dan kunt u de rechtbank vragen of u niet hoeft te betalen.

[tenzij voor_aanbieder] # Hulp bij uw bezwaar

[tenzij voor_aanbieder] U kunt gratis hulp krijgen van een onafhankelijke cliëntondersteuner. Ook het Juridisch \
Loket geeft gratis uitleg en advies: bel 0800 8020 of kijk op www.juridischloket.nl.
"""

_ONDERSTEUNING = """
# Gratis hulp van een cliëntondersteuner

U kunt hulp krijgen van een cliëntondersteuner. Hij denkt met u mee, geeft u informatie en advies, en kan bij de \
gesprekken zijn. De cliëntondersteuner is onafhankelijk: hij werkt voor u en niet voor ons. U betaalt er niets voor. \
Vraag ons hoe u een cliëntondersteuner vindt. Ook iemand uit uw omgeving mag u helpen.
"""

_PERSOONLIJK_PLAN = """
# U mag zelf een plan maken

U mag ons een persoonlijk plan geven. Daarin schrijft u zelf welke hulp u nodig hebt en wat u wilt bereiken. Dat mag \
samen met iemand die u vertrouwt. U hebt er zeven dagen de tijd voor: geef het plan uiterlijk op {{ plan_tot }} aan \
ons. Wij gebruiken uw plan bij het onderzoek. Een plan maken hoeft niet.
"""

_PRIVACY = """
# Zo gaan wij om met uw gegevens

Wij bewaren en gebruiken alleen gegevens over u die wij nodig hebben voor uw vraag om hulp. Wij houden ons aan de \
Algemene verordening gegevensbescherming (AVG) en de Wet maatschappelijke ondersteuning 2015. Alleen medewerkers die \
met uw vraag bezig zijn, mogen uw gegevens zien. Wij geven gegevens alleen aan anderen als u dat goed vindt of als \
de wet het zegt.

U mag uw gegevens bekijken. Klopt er iets niet, dan mag u ons vragen om het te veranderen, aan te vullen of weg te \
halen. U mag ook bezwaar maken tegen wat wij met uw gegevens doen. Hebt u een vraag of een klacht over uw privacy? \
Vraag dan naar onze functionaris voor gegevensbescherming. U kunt ook een klacht indienen bij de Autoriteit \
Persoonsgegevens.
"""

_GROET = """
Met vriendelijke groet,
namens het college van burgemeester en wethouders van {{ college }},

{{ ondertekenaar.naam }}
{{ ondertekenaar.functie }}
"""

_GROET_CIMOT = """
Met vriendelijke groet,

{{ ondertekenaar.naam }}
{{ ondertekenaar.functie }}
"""

_BIJ_VRAGEN = """
# Hebt u vragen?

Bel of mail dan met {{ contact.naam }}. Het telefoonnummer is {{ contact.telefoon }} en het e-mailadres is \
{{ contact.email }}. Noem daarbij het kenmerk van deze brief.
"""

_ALLE = (
    Clausule(
        "bezwaar", 1, "Bezwaar maken", _BEZWAAR, frozenset({"bezwaar_tot", "bezwaar_adres", "college", "voor_aanbieder"})
    ),
    Clausule("ondersteuning", 1, "Gratis cliëntondersteuning", _ONDERSTEUNING),
    Clausule("persoonlijk_plan", 1, "Persoonlijk plan", _PERSOONLIJK_PLAN, frozenset({"plan_tot"})),
    Clausule("privacy", 1, "Privacy", _PRIVACY),
    Clausule(
        "groet", 1, "Groet namens het college", _GROET, frozenset({"college", "ondertekenaar.naam", "ondertekenaar.functie"})
    ),
    Clausule("groet_cimot", 1, "Groet van Cimot", _GROET_CIMOT, frozenset({"ondertekenaar.naam", "ondertekenaar.functie"})),
    Clausule("bij_vragen", 1, "Bij vragen", _BIJ_VRAGEN, frozenset({"contact.naam", "contact.telefoon", "contact.email"})),
)
CLAUSULES: dict[str, Clausule] = {clausule.naam: clausule for clausule in _ALLE}

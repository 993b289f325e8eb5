"""What people write: short notes in their own words. Nothing here is about a real person."""

OMSCHRIJVING = {
    "bw": [
        "Zorgt slecht voor zichzelf, is 's nachts bang. Begeleiding aan huis is niet genoeg.",
        "Komt uit de kliniek en kan niet terug naar huis. Heeft structuur nodig.",
        "Hoort stemmen als het druk is. Ouders kunnen het niet meer aan.",
        "Woont alleen, belt soms tien keer per dag. Buren maken zich zorgen.",
        "Wil stoppen met blowen en weer naar school. Thuis lukt dat niet.",
        "Vergeet medicijnen en eten. Heeft iemand nodig die dichtbij is.",
    ],
    "mo": [
        "Slaapt sinds twee weken bij verschillende vrienden. Kan daar niet blijven.",
        "Huis verkocht na scheiding, staat nu op straat. Drinkt veel.",
        "Uit huis gezet om huurschuld. Slaapt in de auto.",
        "Komt uit detentie en heeft geen adres.",
        "Is weg bij partner en durft niet terug. Heeft een kind van vier.",
    ],
    "onbekend": ["Belt namens een buurman. Weet nog niet precies wat er speelt."],
}
NAAMLOOS = [
    "Man van ongeveer 50 slaapt in het portiek bij het station. Wil zijn naam niet geven.",
    "Jonge vrouw met grijze jas zit elke avond bij de bibliotheek. Spreekt Engels.",
    "Politie belt: man aangetroffen in een leegstaand pand, noemt zich Kees.",
]
ONDERWERPEN = ("bw", "bw", "mo")
MELDERNAMEN = ["Ria", "Jos", "mw. Brouwer", "dhr. Pasman", "wijkteam", "praktijk De Es", "Thea", "bewindvoerder Kolk"]
HULPVERLENERS = ["huisarts", "ambulant begeleider", "wijkteam", "moeder", "zus", "bewindvoerder", "behandelaar"]

CONTACT = {
    "melding": [
        "Gebeld, geen gehoor. Voicemail ingesproken, belt morgen terug.",
        "Kort gesproken. Weet wat er gaat gebeuren en is blij met de hulp.",
        "Moeder belt: het gaat slechter. Uitgelegd wie ze buiten kantoortijd kan bellen.",
        "Wil eerst nog nadenken over wie er bij het gesprek is.",
    ],
    "onderzoek": [
        "Gesprek thuis. Opgeruimd huis, maar slaapt weinig. Zus was erbij.",
        "Huisarts gebeld, stuurt gegevens zodra cliënt tekent.",
        "Cliënt belde af, voelt zich niet goed. Nieuwe afspraak gemaakt.",
        "School wil weten of er een plek komt. Gezegd dat we nog onderzoeken.",
        "Begeleider mailt: het lukt steeds minder om binnen te komen.",
        "Gesprek op kantoor met tolk aan de telefoon. Wil graag werken.",
    ],
    "verslag": [
        "Verslag samen doorgenomen. Vindt dat het klopt, wil één zin anders.",
        "Gebeld of het verslag is aangekomen. Leest het dit weekend met zijn zus.",
        "Bewindvoerder vraagt een kopie. Eerst toestemming vragen.",
    ],
}
HERINNERING = [
    "Moeder bellen over het gesprek",
    "Nagaan of de huisarts heeft geschreven",
    "Tolk bestellen",
    "Vragen of het verslag is gelezen",
    "Bij de aanbieder navragen of er plek komt",
]
WACHT = [
    ("de huisarts", "gegevens over medicijnen"),
    ("Dimence", "brief van de behandelaar"),
    ("cliënt", "getekende toestemming"),
    ("de bewindvoerder", "overzicht van schulden"),
    ("het wijkteam", "wat er al is geprobeerd"),
]
LABELS = ["eerst bellen", "via zus", "na 16 uur", "met collega bespreken"]
VRAGEN = [
    "Hoe lang duurt het voordat ik iets hoor?",
    "Mag mijn zoon van 17 zich al aanmelden?",
    "Is er vannacht plek in de opvang?",
    "Wij zijn aanbieder. Hoe vragen wij verlenging aan?",
    "Kan ik van de ene regio naar de andere?",
    "Wat moet ik zelf betalen?",
    "Wie belt mij terug over mijn verslag?",
    "Mijn dochter staat op straat. Wat kan ik doen?",
]
PLAN = [
    "Ik wil een eigen plek met iemand in de buurt.",
    "Weer naar school en mijn schulden regelen.",
    "Rust en vaste tijden.",
]
LID_4 = {
    "behoeften": "Een rustige plek, hulp bij de dag en iemand die er ook 's nachts is.",
    "eigen_kracht": "Kookt zelf en komt afspraken na als iemand eraan herinnert.",
    "mantelzorger": "Zus helpt elke week, maar meer kan ze niet.",
    "algemene_voorziening": "De inloop helpt overdag, niet in de avond en nacht.",
    "samenwerking": "Met de huisarts, het wijkteam en de bewindvoerder.",
    "maatwerk": "Begeleiding dichtbij, met toezicht.",
    "bijdrage": "Uitgelegd dat er een eigen bijdrage is.",
}
BEVINDING = [
    "Gaat goed, geen hulp nodig.",
    "Lukt met hulp van familie.",
    "Lukt niet alleen. Hier is elke dag hulp bij nodig.",
    "Besproken, cliënt wil hier later op terugkomen.",
]
CONCLUSIE = "Het lukt niet zonder begeleiding die dichtbij is. Lichtere hulp is geprobeerd."
VOORSTEL = "Beschermd wonen of opvang, met een doel voor de komende twee jaar."
VERTRAGING = [
    "Cliënt is twee weken opgenomen. Met hem afgesproken dat we daarna verdergaan.",
    "De brief van de behandelaar komt later. Cliënt is het eens met de vertraging.",
]
REDEN = {
    "doorzenden": "De vraag gaat over een Wlz-indicatie.",
    "niet_bevoegd_verklaren": "Er is geen rechtmatig verblijf. Cliënt is verwezen.",
    "intrekken": "Cliënt woont nu bij zijn broer en wil geen hulp meer.",
    "ingezetenschap_nagaan": "Verblijfsdocument is verlopen, aanvraag loopt.",
    "meldmoment_corrigeren": "De brief kwam een dag eerder binnen dan genoteerd.",
    "corrigeren": "Per ongeluk de verkeerde knop gebruikt.",
}
ONTVANGER = {"doorzenden": "het CIZ", "niet_bevoegd_verklaren": "het COA"}
STRATEN = ["Dorpsstraat", "Kerkweg", "Molenweg", "Beukenlaan", "Stationsstraat", "Parkweg", "Brinkstraat"]
BEOORDELING = {
    "thuis": "nee",
    "thuis_toelichting": "Hulp aan huis is geprobeerd. In de avond en nacht lukt het niet zonder iemand dichtbij.",
    "is_beperkt": "ja",
    "is_verstoord": "nee",
    "woonvraag": "nee",
    "woonvraag_toelichting": "Alleen een woning lost dit niet op.",
    "wlz": "nee",
    "instroombron": "thuis",
    "duurzaam_plan": "Eerst rust en hulp bij de schulden, daarna een eigen woning.",
}
VAN_ELDERS = {"andere_regio": "Zwolle", "laatst_gewoond": "Zwolle", "reden_komst": "Familie woont hier in de buurt."}
BESTE_KANS = "Zijn familie helpt hem hier, en in Zwolle heeft hij niemand meer."
BESTE_KANS_DAAR = "Zijn kinderen en zijn werk zijn in Zwolle. Daar is ook een plek."
TOT_DE_OVERNAME = "Tot dan slaapt hij in de nachtopvang in Almelo en komt de begeleider elke week."
ANDERE_REGIO = {"contact_naam": "M. Bos", "contact_gegevens": "toegang@zwolle.example"}
STUKKEN_MEE = "Verslag van het onderzoek en de brief van de huisarts. Cliënt gaf daar toestemming voor."
WEGING = {
    "netwerk": "Hier woont de meeste familie.",
    "werk": "Hier is werk waar hij kan beginnen.",
    "zorg": "Hier kent de behandelaar hem.",
    "veiligheid": "Hier loopt hij minder gevaar.",
    "wonen": "Hier is de wachttijd voor een woning korter.",
    "wens": "Hier wil hij zelf het liefst zijn.",
    "voorziening": "Hier is een plek die past.",
    "justitie": "Hier zit zijn toezichthouder.",
}
REDEN |= {
    "geen_spoed": "Kan bij zijn zus slapen tot het onderzoek klaar is.",
    "verlengen": "Er is nog geen besluit, en hij kan nergens anders slapen.",
    "beeindigen": "Heeft een kamer bij zijn broer en wil daar blijven.",
    "vervallen": "Staat al drie jaar ingeschreven in onze regio.",
    "geschil": "Zwolle vindt dat de kans hier net zo groot is.",
    "geen_aanvraag": "Cliënt redt zich met hulp van het wijkteam en wil nu geen besluit.",
    "algemene_voorziening": "De inloop en het maatje zijn genoeg. Cliënt is daar blij mee.",
}
SPOED = [
    {
        "reden": "Slaapt sinds gisteren buiten, het vriest.",
        "risico": "Is al twee keer opgenomen met onderkoeling.",
        "voorziening": "Een bed in de nachtopvang.",
    },
    {
        "reden": "Moest vannacht weg van huis. Partner dreigt.",
        "risico": "Gaat zij terug, dan is zij niet veilig.",
        "voorziening": "Een veilige kamer voor haar en haar kind.",
        "is_geweld": True,
    },
]
SPOED_WAAROM = ["Wachten tot het onderzoek klaar is kan niet.", "Zonder deze hulp is het vannacht niet veilig."]
ADVIES_VRAGEN = [
    {"discipline": "ggz", "adviseur": "I. Kamp, Dimence", "vraag": "Is begeleiding zonder toezicht in de nacht veilig?"},
    {"discipline": "vb", "adviseur": "J. Timmer, MEE", "vraag": "Speelt een verstandelijke beperking mee?"},
    {"discipline": "verslaving", "adviseur": "R. Post, Tactus", "vraag": "Kan behandeling samengaan met deze plek?"},
]
ADVIES = {
    "ggz": "In de nacht moet iemand bereikbaar zijn. Iemand in huis is niet nodig.",
    "vb": "Ja. Leg korte stappen uit en herhaal ze. Een plek met vaste mensen past het best.",
    "verslaving": "Dat kan, als er overdag iemand is die mee naar de afspraken gaat.",
}
ONTBREEKT = ["Het budgetplan.", "De handtekening op het formulier.", "Een overzicht van inkomen en schulden."]
NIET_AANGEVULD = "We vroegen om aanvulling en kregen die niet binnen de tijd die we gaven."
BESLUIT_LAAT = ["De brief van de behandelaar kwam pas gisteren.", "Het gesprek ging twee keer niet door."]
TERUGGESTUURD = [
    "Leg bij de lichtste hulp uit waarom ambulant niet genoeg is.",
    "Het aantal uren past niet bij wat het verslag zegt.",
]
# Per element of the law: problems, own strength, goal, the lightest help.
MOTIVERING = [
    (
        "Cliënt heeft een psychose gehad en kan zijn dag niet zelf regelen.",
        "Zijn zus helpt elke week. Meer kan zij niet, en de inloop is er niet in de avond.",
        "Met vaste begeleiding leert hij zijn medicijnen en zijn geld zelf te regelen.",
        "Begeleiding aan huis is geprobeerd en was niet genoeg.",
    ),
    (
        "Cliënt drinkt veel, heeft schulden en is zijn huis kwijt.",
        "Hij heeft geen familie in de buurt. Het maatjesproject helpt overdag.",
        "Eerst rust, dan hulp bij schulden, daarna een eigen plek.",
        "Een plek met minder toezicht ging vorig jaar mis.",
    ),
    (
        "Cliënt is vaak in de war en zorgt slecht voor zichzelf.",
        "Zij kookt zelf en komt op tijd als iemand haar helpt onthouden.",
        "Over twee jaar woont zij zelf, met een paar uur hulp in de week.",
        "Met minder uren lukt het in het weekend niet.",
    ),
]
AFBOUW = ["Elk half jaar kijken of er minder uren nodig zijn.", "Na een jaar oefenen met een eigen woning dichtbij."]
ONDERDEEL = {
    "ozl": "Elke dag is er hulp nodig die niet gepland kan worden.",
    "omd": "Met een vaste plek overdag komt er ritme in de week.",
    "verblijf": "Thuis is niemand die in de nacht kan helpen.",
    "geen_verblijf": "Hij heeft een eigen woning en kan daar blijven.",
    "all_inclusive": "Begeleiding en wonen horen hier bij elkaar.",
    "modulair": "De woning heeft hij zelf. De begeleiding komt erbij.",
    "opvang": "Er is nu geen andere plek waar hij kan slapen.",
}
WEIGERING = [
    ("eigen_kracht", "Zijn ouders en het wijkteam vangen op wat hij zelf niet kan."),
    ("algemeen", "De inloop en het maatje zijn genoeg."),
    ("woonvraag", "De vraag gaat over een woning. De begeleiding die er is, is genoeg."),
]
ZIENSWIJZE = ["Hij is het er niet mee eens en wil erover praten.", "Zij snapt het, maar vindt het jammer."]
_GEMACHTIGD = {"straat": "Stationsplein", "huisnummer": "12", "postcode": "1234 AB", "plaats": "Almelo"}
RELATIES = {
    "curator": {"soort": "curator", "organisatie": "Kolk Curatele", "krijgt_brieven": True, **_GEMACHTIGD},
    "mentor": {"soort": "mentor", "organisatie": "Mentorschap Twente", "wordt_uitgenodigd": True},
    "bewindvoerder": {"soort": "bewindvoerder", "organisatie": "Kolk Bewind", "krijgt_brieven": True, **_GEMACHTIGD},
    "moeder": {"soort": "ouder", "grond": "wet", "is_eerste_contact": True, "wordt_uitgenodigd": True},
    "partner": {"soort": "partner", "grond": "wet"},
    "zus": {"soort": "broer_zus", "is_eerste_contact": True},
    "begeleider": {"soort": "hulpverlener", "organisatie": "Stichting De Wending", "wordt_uitgenodigd": True},
}
NAASTEN = {
    "curator": ["mr. B. Kolk", "mw. S. Kolk"],
    "mentor": ["H. Vrielink", "mw. T. Assink"],
    "bewindvoerder": ["P. Kolk", "mw. D. Brink"],
    "moeder": ["Ria", "Gerda", "Fatma", "Truus"],
    "partner": ["Kim", "Robin", "Sam"],
    "zus": ["Wilma", "Ayla", "Joke", "Esra"],
    "begeleider": ["Nienke Pol", "Bart Wessels", "Yara Demir"],
}
TOESTEMMINGEN = [
    {"waarvoor": "opvragen", "partij": "de huisarts", "omvang": "Medicijnen en opnames van het laatste jaar."},
    {"waarvoor": "overleg", "partij": "het wijkteam", "omvang": "Wat er thuis al is geprobeerd."},
    {"waarvoor": "delen", "partij": "de bewindvoerder", "omvang": "Alleen of er een aanvraag loopt."},
    {"waarvoor": "opvragen", "partij": "Dimence", "omvang": "De brief van de behandelaar."},
]
# Name of the file, kind, title, lines.
STUKKEN = [
    ("plan.txt", "plan", "Persoonlijk plan", ["Ik wil een eigen plek met iemand in de buurt.", "Ik wil weer werken."]),
    ("huisarts.pdf", "medisch", "Brief van de huisarts", ["Geachte collega,", "", "Bekend met een depressie sinds 2019."]),
    ("schulden.pdf", "geld", "Overzicht van schulden", ["Huur: 1.250 euro", "Zorgverzekering: 640 euro"]),
]
SAMEN = ["Doet het gesprek mee, omdat hij het gezin al kent.", "Neemt over als de casemanager op cursus is."]

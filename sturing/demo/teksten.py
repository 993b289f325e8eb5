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

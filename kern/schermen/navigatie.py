"""The navigation of the left column: groups of vormgeving.md, only what the active role may open."""

from django.urls import reverse

# group, then (label, url name, icon, right)
GROEPEN = (
    (
        "Werk",
        (
            ("Werkvoorraad", "werkvoorraad", "inbox", "werkvoorraad.bekijken"),
            ("Mijn zaken", "mijn_zaken", "briefcase", "dossier.zoeken"),
            ("Cliënten", "client_lijst", "users", "client.bekijken"),
            ("Dagpost", "dagpost", "mails", "dagpost.bekijken"),
            ("Team", "team", "users-round", "team.bekijken"),
        ),
    ),
    (
        "Toegang",
        (
            ("Aanmeldingen", "aanmelding_lijst", "phone-incoming", "aanmelding.lijst"),
            ("Spoed", "spoed_lijst", "siren", "spoed.lijst"),
            ("Landelijke toegankelijkheid", "landelijk_lijst", "map", "landelijk.lijst"),
            ("Vragen", "vraag_lijst", "circle-question-mark", "vraag.vastleggen"),
        ),
    ),
    (
        "Aanbieders",
        (
            ("Toelating en contracten", "toelating_lijst", "handshake", "toelating.lijst"),
            ("Aanbieders", "aanbieder_lijst", "building-2", "aanbieder.bekijken"),
            ("Producten en tarieven", "product_lijst", "tags", "product.bekijken"),
        ),
    ),
    ("Overzicht", (("Termijn berekenen", "termijn_berekenen", "calculator", "termijn.berekenen"),)),
    (
        "Beheer",
        (
            ("Beheer", "admin:index", "settings", "beheer.openen"),
            ("Storingen", "storing_lijst", "triangle-alert", "storing.oplossen"),
            ("Inzagelog", "inzage_lijst", "eye", "inzage.bekijken"),
        ),
    ),
)


def _item(request, label, naam, icoon):
    url = reverse(naam)
    actief = request.path == url or (url != "/" and request.path.startswith(url))
    return {"label": label, "url": url, "icoon": icoon, "aantal": None, "actief": actief}


def navigatie(request):
    gebruiker = getattr(request, "user", None)
    if gebruiker is None or not gebruiker.is_authenticated:
        return {"navigatie": []}
    groepen = []
    for groep, items in GROEPEN:
        zichtbaar = [_item(request, label, naam, icoon) for label, naam, icoon, recht in items if gebruiker.has_perm(recht)]
        if zichtbaar:
            groepen.append({"naam": groep, "items": zichtbaar})
    return {"navigatie": groepen}

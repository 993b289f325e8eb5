"""The timeline of a dossier: transitions, corrections, contacts. What is content is shown only to who may read it."""

from kern.models import Contactmoment, Gebeurtenis, Gebruiker, Toelichting
from kern.rollen import Klasse, Rol

MEESTE = 100
SOORTEN = (("", "Alles"), ("stap", "Stappen"), ("contact", "Contact"), ("correctie", "Correcties"))
VERBORGEN = "De tekst is alleen zichtbaar voor de casemanager van deze zaak."
ICONEN = {
    "openen": "folder-plus",
    "corrigeren": "undo-2",
    "herberekenen": "calendar-clock",
    "opschorten": "pause",
}
NAMEN = {
    "openen": "Dossier geopend",
    "corrigeren": "Stap teruggedraaid",
    "herberekenen": "Termijn opnieuw berekend",
    "opschorten": "Termijn opgeschort",
    "hervatten": "Termijn loopt weer",
    "contact_wijzigen": "Contact verbeterd",
    "client_wijzigen": "Gegevens van cliënt gewijzigd",
    "wacht_zetten": "Wacht op iemand",
    "wacht_klaar": "Antwoord is binnen",
}
NAMENS = {"client": "de cliënt"}


def _naam(dossier, actie: str) -> str:
    gevonden = dossier.proces.acties.get(actie)
    return NAMEN.get(actie) or (gevonden[0].knop if gevonden else actie.replace("_", " ").capitalize())


def _gebeurtenissen(dossier, klassen, redenen) -> list[dict]:
    statussen = dict(dossier.proces.statussen.choices)
    momenten = []
    # A contact speaks for itself: its note stands in the timeline too.
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier.pk).exclude(actie="contact_vastleggen")
    for rij in rijen.order_by("-id")[:MEESTE]:
        regels = [f"Status: {statussen[rij.naar]}"] if rij.naar and rij.van != rij.naar and rij.naar in statussen else []
        reden = redenen.get(rij.pk)
        if reden:
            regels.append(reden if Klasse.D4 in klassen else "Met reden vastgelegd.")
        if rij.waarden.get("termijn"):
            regels.append(" ".join(str(rij.waarden.get(k, "")) for k in ("termijn", "van", "naar")).strip())
        momenten.append(
            {
                "op": rij.op,
                "soort": "correctie" if rij.actie == "corrigeren" else "stap",
                "titel": _naam(dossier, rij.actie),
                "tekst": "\n".join(regels),
                "gebruiker_id": rij.gebruiker_id,
                "rol": rij.rol,
                "namens": f"{NAMENS.get(rij.namens, rij.namens)}, per {rij.kanaal}" if rij.namens else "",
                "icoon": ICONEN.get(rij.actie, "circle-dot"),
            }
        )
    return momenten


def _contacten(dossier, klassen) -> list[dict]:
    return [
        {
            "op": rij.op,
            "soort": "contact",
            "titel": _contact(rij, klassen),
            "tekst": rij.tekst if Klasse.D4 in klassen else VERBORGEN,
            "gebruiker_id": rij.door_id,
            "rol": "",
            "namens": "",
            "icoon": "message-square",
            "contact_id": rij.pk,
        }
        for rij in Contactmoment.objects.filter(dossier_id=dossier.pk)[:MEESTE]
    ]


def _contact(rij, klassen) -> str:
    """Whom one spoke to is content, like the text."""
    kanaal = rij.get_kanaal_display().capitalize()
    return f"{kanaal} met {rij.met}" if Klasse.D4 in klassen else kanaal


def van(dossier, klassen, *, alleen_contact=False, soort=None) -> list[dict]:
    """The moments, newest first. A fixed number of queries."""
    redenen = dict(Toelichting.objects.filter(dossier_id=dossier.pk).values_list("gebeurtenis_id", "reden"))
    momenten = _contacten(dossier, klassen)
    if not alleen_contact:
        momenten += _gebeurtenissen(dossier, klassen, redenen)
    if soort in ("stap", "contact", "correctie"):
        momenten = [m for m in momenten if m["soort"] == soort]
    momenten.sort(key=lambda m: m["op"], reverse=True)
    momenten = momenten[:MEESTE]
    namen = dict(Gebruiker.objects.filter(pk__in={m["gebruiker_id"] for m in momenten}).values_list("pk", "naam"))
    rollen = dict(Rol.choices)
    for moment in momenten:
        naam = namen.get(moment["gebruiker_id"], "het systeem")
        moment["door"] = f"{naam} ({rollen[moment['rol']].lower()})" if moment["rol"] in rollen else naam
    return momenten


def laatste(dossier, klassen, aantal=3) -> list[dict]:
    """The last contacts, for the side column."""
    rijen = Contactmoment.objects.filter(dossier_id=dossier.pk).select_related("door")[:aantal]
    return [
        {
            "op": rij.op,
            "tekst": rij.tekst[:120] if Klasse.D4 in klassen else _contact(rij, klassen),
        }
        for rij in rijen
    ]

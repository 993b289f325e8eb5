"""A page with a form as a browser would use it: read it, change some fields, send it."""

from kern.schermen.views.formulier import Formulierpagina

VERBORGEN = {"_eenmalig": "eenmalig", "_basis": "basis", "_van": "van"}


def velden(antwoord) -> dict:
    """What the browser would post if nobody typed anything."""
    form = antwoord.context["form"]
    inhoud = {naam: Formulierpagina._als_tekst(form, naam, form[naam].value()) for naam in form.fields}
    verborgen = {naam: str(antwoord.context[sleutel]) for naam, sleutel in VERBORGEN.items()}
    return {naam: waarde for naam, waarde in {**inhoud, **verborgen}.items() if waarde}


def open_(client, pad: str, /, **getypt) -> dict:
    """The fields of a page that was opened now, with what somebody types over them."""
    antwoord = client.get(pad)
    assert antwoord.status_code == 200, (pad, antwoord.status_code)
    return {**velden(antwoord), "_pad": pad, **getypt}


def tekst(antwoord) -> str:
    return antwoord.content.decode()

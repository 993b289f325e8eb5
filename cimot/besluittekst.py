"""The text of a besluit, from its parts: what the second person approves, and what must still be so when it is sent."""

import hashlib

from kern.tijd.kalender import datum_nl


def _onderdeel(o) -> str:
    delen = [f"{o.get_beslissing_display()}: {o.get_soort_display()}"]
    if o.uren:
        delen.append(f"{o.uren.normalize():f} uur per week".replace(".", ","))
    delen += ["met vervoer"] if o.is_vervoer else []
    delen.append(o.get_leveringsvorm_display().lower())
    delen.append(f"bij {o.aanbieder}" if o.aanbieder else "aanbieder nog niet bekend")
    if o.vanaf and o.tot:
        delen.append(f"van {datum_nl(o.vanaf)} tot en met {datum_nl(o.tot)}")
    return "\n".join(filter(None, [", ".join(delen), _woont(o), o.motivering])).strip()


def _woont(o) -> str:
    """The facts on which a woonvoorziening stands (X-13, R-IND-16); what was not asked says nothing."""
    feiten = [
        f"{o._meta.get_field(veld).verbose_name.capitalize()}: {getattr(o, f'get_{veld}_display')().lower()}"
        for veld in ("huurt_van", "draagkracht")
        if getattr(o, veld)
    ]
    return "\n".join(feiten)


def delen(dossier):
    """Headings and texts, in order; what is empty is left out."""
    besluit = dossier.besluit
    yield "Besluit", besluit.get_uitkomst_display()
    if besluit.uitkomst == besluit.Uitkomst.TIJDELIJK:
        yield "Welke hulp", dossier.voorziening
        yield "Wanneer", f"Van {datum_nl(dossier.tijdelijk_vanaf)} tot en met {datum_nl(dossier.tijdelijk_tot)}"
        yield "Waarom", besluit.weigering_toelichting
        return
    if besluit.uitkomst == besluit.Uitkomst.BUITEN_BEHANDELING:
        # What was written before, on the aanvraag itself, is no part of it.
        yield "Waarom", besluit.weigering_toelichting
        return
    yield "Verordening", str(besluit.verordening or "")
    for onderdeel in besluit.onderdelen.select_related("aanbieder").order_by("groep"):
        yield onderdeel.get_groep_display(), _onderdeel(onderdeel)
    for veld in besluit.ELEMENTEN:
        yield besluit._meta.get_field(veld).verbose_name, getattr(besluit, veld)
    yield "Doelen", "\n".join(besluit.Doel(code).label for code in sorted(besluit.doelen))
    yield "Hoe wordt de hulp lichter", besluit.afbouwdoel
    yield "Opnieuw bekijken op", datum_nl(besluit.herbeoordelen_op) if besluit.herbeoordelen_op else ""
    if besluit.uitkomst != besluit.Uitkomst.AFWIJZING:
        yield "Eigen bijdrage", besluit.get_cak_regime_display()
    yield "Reden van weigering", f"{besluit.get_weigeringsgrond_display()}\n{besluit.weigering_toelichting}".strip()
    gehoord = f"{besluit.get_gehoord_display()} op {datum_nl(besluit.gehoord_op)}" if besluit.gehoord_op else ""
    yield "Mening van de cliënt", f"{gehoord}\n{besluit.zienswijze}".strip()


def tekst_van(dossier) -> str:
    return "\n\n".join(f"{kop}\n{tekst}" for kop, tekst in delen(dossier) if tekst.strip())


def hash_van(dossier) -> str:
    """SHA-256 of the text as it would be sent now."""
    return hashlib.sha256(tekst_van(dossier).encode()).hexdigest()

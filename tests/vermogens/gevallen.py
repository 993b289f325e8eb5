"""The kinds of dossier and their open statuses, and where each stands in the world `rechten`."""

from kern.proces.tabel import PROCESSEN

# A besluit that was sent is granted or refused at the same moment.
OVERGESLAGEN = {("aanmelding", "besluit_verzonden")}
GEVALLEN = [
    (soort, str(status))
    for soort, proces in sorted(PROCESSEN.items())
    for status in proces.statussen
    if status not in proces.eind and (soort, str(status)) not in OVERGESLAGEN
]


def per_status(wereld, soort) -> dict:
    dossiers = {**wereld.neven["eigen"], "aanmelding": wereld.dossiers["eigen"]}[soort]
    return {str(status): dossier for status, dossier in dossiers.items()}

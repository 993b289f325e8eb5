"""Two rows that turned out to be one person become one, and can be taken apart until something changes (R-AAN-03).

The merged row stays, points at the one that is kept, and has nothing any more; a trigger sees to it that nothing comes
to it either. Old logs keep their own client id: `ids_van` finds them all.
"""

from datetime import date, datetime, timedelta

from django.db import transaction

from kern.models import Adres, Client, Dossier, Gebeurtenis, Relatie, Samenvoeging, Toestemming
from kern.personen.samenvoegvoorbeeld import BRON, DOEL, Voorbeeld, stand, voorbeeld
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.templatetags.cimot import opsomming
from kern.tijd import klok, termijnen

__all__ = ["BRON", "DOEL", "gewijzigd_sinds", "ids_van", "ongedaan_maken", "opvolger", "samenvoegen", "voorbeeld"]

INTUSSEN = "Er is intussen iets gewijzigd bij een van deze twee. Kijk opnieuw en kies nog een keer."
_MEE = {"adres": Adres, "relatie": Relatie, "toestemming": Toestemming}


def ids_van(client) -> list[int]:
    """The id of a person and of everybody who was merged into him: under those the logs have his history."""
    rand = [getattr(client, "pk", client)]
    gevonden = list(rand)
    while rand:
        rand = list(Client.objects.filter(samengevoegd_met__in=rand).order_by("pk").values_list("pk", flat=True))
        gevonden += rand
    return gevonden


def opvolger(client_id: int, gebruiker) -> Client | None:
    """The person under whom a merged one goes on, when this user may see him."""
    volgende, gezien = client_id, set()
    while volgende and volgende not in gezien:
        gezien.add(volgende)
        laatste = volgende
        volgende = Client.objects.filter(pk=volgende).values_list("samengevoegd_met", flat=True).first()
    return Client.objects.voor(gebruiker).filter(pk=laatste).first() if laatste != client_id else None


@transaction.atomic
def samenvoegen(doel, bron, *, keuzes: dict[str, str], door, op: datetime, gezien="", is_zeker=False) -> Samenvoeging:
    """Make one person of two: `bron` goes on in `doel`. `keuzes`: per field "doel" or "bron".

    `gezien` is the mark of the preview that the choices were made on. Raises NietBevoegd without the right, and
    Weigering when something stands in the way, changed meanwhile, or was not chosen (R-AAN-03).
    """
    _mag(door)
    doel, bron = _vergrendel(doel.pk, bron.pk)
    dossiers = _vergrendel_dossiers(doel, bron)
    beeld = voorbeeld(doel, bron, gebruiker=door)
    gekozen = _gekozen(beeld, keuzes, gezien, is_zeker)
    oud = {"doel": {}, "gewijzigd_op": [doel.gewijzigd_op.isoformat(), bron.gewijzigd_op.isoformat()]}
    oud["adressen"] = _beeindig(beeld, gekozen, klok.dag(op))
    bron.samengevoegd_met = doel
    _bewaar(bron, op)
    oud["doel"] = _neem_over(beeld, gekozen)
    _bewaar(doel, op)
    verplaatst = {soort: _verhuis(model, bron, doel) for soort, model in _MEE.items()}
    verplaatst["dossier"] = [dossier.pk for dossier in dossiers if dossier.client_id == bron.pk]
    _bij_dossiers(dossiers, dict.fromkeys(verplaatst["dossier"], doel), doel, "client_samenvoegen", door, op)
    # What the history says of both from now on: the next change makes it differ, and then there is no way back.
    verplaatst["stand"] = stand(doel, bron)
    rij = Samenvoeging.objects.create(
        doel=doel, bron=bron, keuzes=gekozen, oud=oud, verplaatst=verplaatst, doel_versie=doel.versie, door=door, op=op
    )
    _vastleggen(rij, "client_samenvoegen", door, op)
    return rij


@transaction.atomic
def ongedaan_maken(samenvoeging, *, door, op: datetime) -> Samenvoeging:
    """Two persons again, each with what was his. Raises NietBevoegd without the right, and Weigering when it was done
    already, when something changed since (with what), or when not everything is in view."""
    _mag(door)
    doel, bron = _vergrendel(samenvoeging.doel_id, samenvoeging.bron_id)
    rij = Samenvoeging.objects.select_for_update(of=("self",)).get(pk=samenvoeging.pk)
    if rij.ongedaan_op:
        raise Weigering("Deze samenvoeging is al teruggedraaid.")
    dossiers = _vergrendel_dossiers(doel)
    if Dossier.objects.voor(door).filter(pk__in=[d.pk for d in dossiers]).count() != len(dossiers):
        raise Weigering("U ziet niet alles van deze cliënt. Vraag uw teamleider wie dit kan terugdraaien.")
    if anders := gewijzigd_sinds(rij, doel, bron):
        raise Weigering(f"Terugdraaien kan niet meer. Na het samenvoegen is gewijzigd: {opsomming(anders)}.")
    _controleer_bsn(rij, doel, bron)
    _zet_terug(rij, doel, bron)
    _bewaar(doel)
    bron.samengevoegd_met = None
    _bewaar(bron)
    for soort, model in _MEE.items():
        model.objects.filter(pk__in=rij.verplaatst[soort]).update(client=bron)
    for pk, tot in rij.oud["adressen"].items():
        Adres.objects.filter(pk=pk).update(tot=tot)
    _bij_dossiers(dossiers, dict.fromkeys(rij.verplaatst["dossier"], bron), doel, "samenvoeging_ongedaan", door, op)
    rij.ongedaan_op, rij.ongedaan_door = op, door
    rij.save()
    _vastleggen(rij, "samenvoeging_ongedaan", door, op)
    return rij


def gewijzigd_sinds(samenvoeging, doel, bron) -> list[str]:
    """What changed since a merge, in words; of the dossiers those that moved or came later."""
    toen, nu = samenvoeging.verplaatst["stand"], stand(doel, bron)
    gevonden = ["de gegevens van de cliënt"] if toen["client"] != nu["client"] else []
    mee = {str(pk) for pk in samenvoeging.verplaatst["dossier"]}
    toen_dossiers, nu_dossiers = toen["dossier"], nu["dossier"]
    anders = [
        pk for pk, rij in nu_dossiers.items() if rij != toen_dossiers.get(pk) and (pk in mee or pk not in toen_dossiers)
    ]
    kenmerken = Dossier.objects.filter(pk__in=anders).order_by("id").values_list("kenmerk", flat=True)
    gevonden += [f"dossier {kenmerk}" for kenmerk in kenmerken]
    if toen_dossiers.keys() - nu_dossiers.keys():
        # Where it went may be out of view.
        gevonden.append("een dossier dat nu bij een andere cliënt hoort")
    namen = {"adres": "een adres", "relatie": "een relatie", "toestemming": "een toestemming"}
    return gevonden + [naam for soort, naam in namen.items() if toen[soort] != nu[soort]]


def _mag(door) -> None:
    if not door.has_perm("client.samenvoegen"):
        raise NietBevoegd("Uw rol mag geen cliënten samenvoegen.")


def _vergrendel(doel_id: int, bron_id: int) -> list[Client]:
    """Both, in order of id whichever is kept, so that two people on the same two never wait for each other."""
    rijen = Client.objects.filter(pk__in=[doel_id, bron_id]).order_by("pk").select_for_update(of=("self",))
    per_id = {client.pk: client for client in rijen}
    return [per_id[doel_id], per_id[bron_id]]


def _vergrendel_dossiers(*clienten) -> list[Dossier]:
    ids = Dossier.objects.filter(client__in=clienten).values_list("pk", flat=True)
    return list(actions.vergrendel_alle(list(ids)))


def _gekozen(beeld: Voorbeeld, keuzes, gezien: str, is_zeker: bool) -> dict[str, str]:
    """Per field which of the two. Raises Weigering: see `samenvoegen`."""
    if beeld.blokkades:
        raise Weigering(beeld.blokkades[0].zin)
    if gezien and gezien != beeld.stand:
        raise Weigering(INTUSSEN)
    gekozen = {v.naam: (v.is_keuze and keuzes.get(v.naam)) or v.voorstel for v in (*beeld.velden, *beeld.adressen)}
    for naam, keuze in gekozen.items():
        if keuze not in (DOEL, BRON):
            raise Weigering("Kies wat blijft.", naam)
    if beeld.geboren_botst and not is_zeker:
        raise Weigering("De geboortedatums spreken elkaar tegen. Bevestig dat dit toch dezelfde mens is.", "is_zeker")
    kant = {DOEL: beeld.doel, BRON: beeld.bron}
    if kant[gekozen["kanaal"]].kanaal == Client.Kanaal.EMAIL and not kant[gekozen["email"]].email:
        raise Weigering("Kies ook het e-mailadres, of kies brieven per post.", "kanaal")
    return gekozen


def _beeindig(beeld: Voorbeeld, gekozen, vandaag: date) -> dict[str, None]:
    """Give the address that was not chosen an end date: the day before the chosen one began, or else today."""
    oud = {}
    for veld in beeld.adressen:
        soort = veld.naam.removeprefix("adres_")
        lopend = {DOEL: None, BRON: None}
        for kant, client in ((DOEL, beeld.doel), (BRON, beeld.bron)):
            lopend[kant] = client.adressen.get(soort=soort, tot__isnull=True)
        blijft = lopend.pop(gekozen[veld.naam])
        [eindigt] = lopend.values()
        tot = blijft.vanaf - timedelta(days=1) if blijft.vanaf > eindigt.vanaf else vandaag
        eindigt.tot = max(tot, eindigt.vanaf)
        eindigt.save()
        oud[str(eindigt.pk)] = None
    return oud


def _neem_over(beeld: Voorbeeld, gekozen) -> dict:
    """Copy what was chosen from the merged person; returns what it replaced, and of a BSN nothing."""
    doel, bron, oud = beeld.doel, beeld.bron, {}
    for veld in beeld.velden:
        if gekozen[veld.naam] == DOEL:
            continue
        naam = "bsn_reden" if veld.naam == "bsn" else veld.naam
        if getattr(doel, naam) != getattr(bron, naam):
            oud[naam] = getattr(doel, naam)
            setattr(doel, naam, getattr(bron, naam))
        if veld.naam == "bsn" and bron.heeft_bsn:
            # Encrypted again: a value is bound to the person's own uuid.
            doel.zet_bsn(bron.lees_bsn())
    return oud


def _zet_terug(rij: Samenvoeging, doel, bron) -> None:
    for naam, waarde in rij.oud["doel"].items():
        setattr(doel, naam, waarde)
    if rij.keuzes["bsn"] == BRON and bron.heeft_bsn:
        doel.zet_bsn("")
    doel.gewijzigd_op, bron.gewijzigd_op = map(date.fromisoformat, rij.oud["gewijzigd_op"])


def _controleer_bsn(rij: Samenvoeging, doel, bron) -> None:
    """Raises Weigering when the number of the merged person was given out again, or would stand twice."""
    if not bron.heeft_bsn:
        return
    ander = Client.objects.filter(bsn_index=bron.bsn_index, samengevoegd_met__isnull=True)
    if rij.keuzes["bsn"] == BRON:
        ander = ander.exclude(pk=doel.pk)
    if ander.exists():
        raise Weigering("Terugdraaien kan niet meer: er is nog een cliënt met hetzelfde BSN.")


def _bewaar(client, op: datetime | None = None) -> None:
    """A new version; with `op` also the day of the last change of personal data (L-40)."""
    if op:
        client.gewijzigd_op = max(client.gewijzigd_op, klok.dag(op))
    client.versie += 1
    client.save()
    client.refresh_from_db()


def _verhuis(model, bron, doel) -> list[int]:
    ids = list(model.objects.filter(client=bron).order_by("pk").values_list("pk", flat=True))
    model.objects.filter(pk__in=ids).update(client=doel)
    return ids


def _bij_dossiers(dossiers, naar: dict[int, Client], anders: Client, actie: str, door, op) -> None:
    """Each locked dossier gets its person and the copies of him; whoever has one open, sees that it changed."""
    dagen = termijnen.feestdagen()
    for dossier in dossiers:
        dossier.client = naar.get(dossier.pk, anders)
        if not dossier.is_open:
            # How long it is kept counts from the last change of personal data.
            termijnen.bijwerken(dossier, klok.dag(op), dagen)
        dossier.versie += 1
        actions.bewaar_kopie(dossier)
        if dossier.pk in naar:
            actions.vastleggen(dossier, actie, door=door, op=op)


def _vastleggen(rij: Samenvoeging, actie: str, door, op: datetime) -> None:
    """One row for each of the two, with keys only."""
    for client_id, met in ((rij.doel_id, rij.bron_id), (rij.bron_id, rij.doel_id)):
        Gebeurtenis.objects.create(
            wereld="zorg",
            client_id=client_id,
            soort="client",
            actie=actie,
            gebruiker_id=door.pk,
            rol=door.rol or "",
            waarden={"samenvoeging": rij.pk, "met": met},
            op=op,
        )

"""Where the moments of a timeline come from: one query per source, whatever the number of rows.

Of each source come the first rows of the page; the merged stream is sorted by moment, source and id.
"""

from collections import defaultdict

from django.db.models import Exists, F, OuterRef, Q

from kern.models import Contactmoment, Gebeurtenis, Toelichting
from kern.tijd.klok import dag, moment
from kern.tijdlijn import termijnen, woorden
from kern.tijdlijn.venster import Moment, Venster
from kern.toegang.rollen import Klasse

# The order of what stands at the same moment, lowest first; part of the cursor in a URL.
CLIENT, VERWANT, STAP, CONTACT = 10, 20, 30, 60
VERBORGEN = "De tekst is alleen zichtbaar voor de casemanager van deze zaak."
MET_REDEN = "Met reden vastgelegd."
ContactVersie = Contactmoment.versies.rel.related_model


class Lezer:
    """Who reads, and which dossiers with which data classes. A dossier without D3 has no timeline for him."""

    def __init__(self, gebruiker, klassen_per_dossier: dict):
        zichtbaar = {dossier: klassen for dossier, klassen in klassen_per_dossier.items() if Klasse.D3 in klassen}
        self.gebruiker = gebruiker
        self.dossiers = {dossier.pk: dossier for dossier in zichtbaar}
        self.klassen = {dossier.pk: klassen for dossier, klassen in zichtbaar.items()}

    def mag(self, dossier_id: int, klasse: str) -> bool:
        return klasse in self.klassen[dossier_id]

    def inhoud(self, dossier_id: int) -> Klasse:
        """The class of what people typed about this dossier."""
        return self.dossiers[dossier_id].proces.inhoud

    def mag_inhoud(self, dossier_id: int) -> bool:
        return self.mag(dossier_id, self.inhoud(dossier_id))


def _alleen_dag(op) -> bool:
    """Of an action that was entered with its day alone the moment is noon."""
    return op == moment(dag(op))


# The log.


def stappen(lezer: Lezer, venster: Venster, zonder=()) -> list[Moment]:
    """Every action of the log but those that have a row of their own, and those named in `zonder`."""
    gezocht = woorden.per_soort(venster.soort) if venster.soort in woorden.SOORTEN else Q()
    rijen = Gebeurtenis.objects.filter(gezocht, dossier_id__in=lezer.dossiers).exclude(woorden.ELDERS | Q(actie__in=zonder))
    rijen = venster.pagina(rijen.annotate(moment=F("op")), STAP)
    redenen = dict(
        Toelichting.objects.filter(gebeurtenis_id__in=[r.pk for r in rijen], dossier_id__in=lezer.dossiers).values_list(
            "gebeurtenis_id", "reden"
        )
    )
    return [_stap(lezer, rij, redenen.get(rij.pk, "")) for rij in rijen]


def _stap(lezer: Lezer, rij: Gebeurtenis, reden: str) -> Moment:
    proces = lezer.dossiers[rij.dossier_id].proces
    statussen = dict(proces.statussen.choices)
    uit = _van_log(rij, STAP, woorden.soort(rij.actie), woorden.naam(proces, rij.actie))
    if rij.naar in statussen and rij.van != rij.naar:
        uit.regels.append(f"Status: {statussen[rij.naar]}")
    uit.termijn = rij.waarden.get("termijn", "")
    if reden:
        _met_inhoud(lezer, uit, reden)
    return uit


def _met_inhoud(lezer: Lezer, uit: Moment, reden: str) -> None:
    if lezer.mag_inhoud(uit.dossier_id):
        uit.regels.append(reden)
        uit.klassen.add(lezer.inhoud(uit.dossier_id))
    else:
        uit.regels.append(MET_REDEN)


def _van_log(rij: Gebeurtenis, bron: int, soort: str, titel: str, **anders) -> Moment:
    return Moment(
        op=rij.op,
        bron=bron,
        id=rij.pk,
        soort=soort,
        titel=titel,
        icoon=woorden.icoon(rij.actie),
        is_dag=_alleen_dag(rij.op),
        dossier_id=rij.dossier_id,
        gebruiker_id=rij.gebruiker_id or 0,
        rol=rij.rol,
        namens=f"{woorden.NAMENS.get(rij.namens, rij.namens)}, per {rij.kanaal}" if rij.namens else "",
        **anders,
    )


def met_termijnen(lezer: Lezer, venster: Venster, stap_momenten: list[Moment]) -> list[Moment]:
    """The moments of the deadlines; the rows of the log about standing still get their dates here."""
    geschiedenis = termijnen.Geschiedenis(lezer.dossiers)
    for uit in stap_momenten:
        wissel = geschiedenis.bij.get(uit.id)
        if wissel is None:
            # The history does not know it (it was loaded without): at least which deadline it was about.
            if uit.soort == "termijn":
                uit.regels.insert(0, geschiedenis.naam({"dossier_id": uit.dossier_id, "code": uit.termijn}))
            continue
        uit.regels = [wissel.regel(geschiedenis.naam(wissel.rij)), *wissel.waarom(), *uit.regels]
        if wissel.opschorting:
            _met_inhoud(lezer, uit, wissel.opschorting.reden)
    return sorted(filter(venster.past, geschiedenis.momenten), key=lambda m: m.plaats, reverse=True)[: venster.aantal + 1]


def verwante(lezer: Lezer, venster: Venster, dossiers) -> list[Moment]:
    """That a linked dossier was opened, ended or opened again: one line each, with its link."""
    per_id = {dossier.pk: dossier for dossier in dossiers}
    grenzen = Q()
    for dossier in per_id.values():
        eind = dossier.proces.eind
        grenzen |= Q(dossier_id=dossier.pk) & (
            Q(actie="openen") | Q(naar__in=eind) & ~Q(van=F("naar")) | Q(actie="corrigeren", van__in=eind)
        )
    rijen = Gebeurtenis.objects.filter(grenzen) if per_id else Gebeurtenis.objects.none()
    uit = []
    for rij in venster.pagina(rijen.annotate(moment=F("op")), VERWANT):
        dossier = per_id[rij.dossier_id]
        wat = "geopend" if rij.actie == "openen" else "weer geopend" if rij.actie == "corrigeren" else "gesloten"
        titel = f"{dossier.proces.naam} {dossier.kenmerk} {wat}"
        uit.append(_van_log(rij, VERWANT, "stap", titel, url=dossier.get_absolute_url()))
        uit[-1].icoon = "folder-symlink"
    return uit


def van_client(client_ids: list[int], venster: Venster) -> list[Moment]:
    """What happened to the person himself: names of fields, never a value."""
    rijen = Gebeurtenis.objects.filter(client_id__in=client_ids, dossier_id__isnull=True, wereld="zorg")
    # A merge is logged for each of the two persons, who are one now.
    samenvoeging = "waarden__samenvoeging"
    zelfde = rijen.filter(actie=OuterRef("actie"), pk__lt=OuterRef("pk"), **{samenvoeging: OuterRef(samenvoeging)})
    rijen = rijen.exclude(Q(actie__in=woorden.VAN_CLIENT_ZELF) & Exists(zelfde))
    uit = []
    for rij in venster.pagina(rijen.annotate(moment=F("op")), CLIENT):
        uit.append(_van_log(rij, CLIENT, "stap", woorden.leesbaar(rij.actie)))
        velden = rij.waarden.get("velden") or []
        tekst = ", ".join(woorden.veld(rij.actie, veld) for veld in velden)
        uit[-1].regels = [tekst[:1].upper() + tekst[1:]]
        uit[-1].klassen = {Klasse.D1}
    return uit


# What has a row of its own.


def contacten(lezer: Lezer, venster: Venster) -> list[Moment]:
    """Notes. Text and whom one spoke to are content; a writer can read his own note, as on the page that corrects it."""
    rijen = Contactmoment.objects.filter(dossier_id__in=lezer.dossiers).annotate(moment=F("op"))
    rijen = venster.pagina(rijen, CONTACT)
    versies = _versies(rijen)
    return [_contact(lezer, rij, versies.get(rij.pk, [])) for rij in rijen]


def _versies(rijen) -> dict[int, list]:
    """Per note all its versions, oldest first; the last is what stands there now."""
    gevonden = defaultdict(list)
    versies = ContactVersie.objects.filter(pgh_obj_id__in=[rij.pk for rij in rijen]).exclude(pgh_label="delete")
    for versie in versies.order_by("pgh_id"):
        vorige = gevonden[versie.pgh_obj_id]
        # Only what the writer changed is a correction.
        if not vorige or (vorige[-1].tekst, vorige[-1].met) != (versie.tekst, versie.met):
            vorige.append(versie)
    return gevonden


def _contact(lezer: Lezer, rij: Contactmoment, versies: list) -> Moment:
    inhoud = lezer.mag_inhoud(rij.dossier_id)
    leesbaar = inhoud or rij.door_id == lezer.gebruiker.pk
    kanaal = rij.get_kanaal_display().capitalize()
    uit = Moment(
        op=rij.op,
        bron=CONTACT,
        id=rij.pk,
        soort="contact",
        titel=f"{kanaal} met {rij.met}" if leesbaar else kanaal,
        icoon="message-square",
        regels=[rij.tekst if leesbaar else VERBORGEN],
        dossier_id=rij.dossier_id,
        gebruiker_id=rij.door_id,
        contact_id=rij.pk if rij.door_id == lezer.gebruiker.pk else None,
    )
    if leesbaar:
        uit.klassen.add(lezer.inhoud(rij.dossier_id))
    if len(versies) > 1:
        uit.verbeterd_op = versies[-1].pgh_created_at
        uit.versies = versies[-2::-1] if inhoud else []
    return uit

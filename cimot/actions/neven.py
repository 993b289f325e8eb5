"""Actions of what runs beside an aanmelding: spoed (L-13) and landelijke toegankelijkheid (SM-4, L-02)."""

from datetime import date, timedelta

from cimot.actions.besluit import besluit_zonder_aanvraag
from cimot.models import Aanmelding, Besluit, Besluitsoort, Kansweging, LandelijkeToegang, Spoedvoorziening
from kern.proces import actions as kern
from kern.proces.systeem import SYSTEEM
from kern.proces.weigering import Weigering
from kern.tijd import klok
from kern.tijd.kalender import datum_nl


def _bij(model, hoofd, soort: str, **waarden):
    """A linked dossier: same client, region, municipality and casemanager."""
    return model(
        soort=soort, hoofddossier_id=hoofd.pk, client=hoofd.client, regio=hoofd.regio, gemeente=hoofd.gemeente,
        behandelaar=hoofd.behandelaar, **waarden,
    )  # fmt: skip


def _open_neven(hoofd, actie: str, neven, *, door, op) -> Aanmelding:
    """Open it in the same transaction, named in the history of the first. Raises Weigering when one runs already."""

    def wijzig(a):
        if a.nevendossiers.filter(soort=neven.soort, gesloten_op__isnull=True).exists():
            raise Weigering("Dit loopt al bij deze aanmelding.")
        kern.openen(neven, door=door, op=op)
        # Who shares the first shares what runs beside it.
        neven.medebehandelaars.set(a.medebehandelaars.all())

    return kern.overgaan(hoofd, actie, door=door, op=op, wijzig=wijzig)


def spoed_openen(aanmelding, *, door, op, **feiten) -> Aanmelding:
    """Urgent: T-SPOED starts on the day of `op`; the investigation goes on beside it (L-13)."""
    neven = _bij(Spoedvoorziening, aanmelding, "spoed", geopend_op=klok.dag(op), **feiten)
    return _open_neven(aanmelding, "spoed_openen", neven, door=door, op=op)


def spoed_bij_melding(aanmelding, *, door, op) -> Spoedvoorziening:
    """A melding that is urgent: what runs beside it starts on the day of the melding, also when nobody knows who it is."""
    return kern.openen(_bij(Spoedvoorziening, aanmelding, "spoed", geopend_op=aanmelding.gemeld_op), door=door, op=op)


def spoed_beoordelen(spoed, *, door, op, **feiten) -> Spoedvoorziening:
    """Why it cannot wait, what the risk is, which help is needed now."""
    # `reden` is a fact of the dossier here, and not the reason of a step.
    return kern.overgaan(spoed, "spoed_beoordelen", door=door, op=op, wijzig=_zet(feiten))


def _zet(feiten: dict):
    def wijzig(dossier):
        for naam, waarde in feiten.items():
            setattr(dossier, naam, waarde)

    return wijzig


def _met_feiten(dossier, actie: str, *, door, op, reden="", namens=None, brief=None, **feiten):
    return kern.overgaan(dossier, actie, door=door, op=op, wijzig=_zet(feiten), reden=reden, namens=namens, brief=brief)


def _niet_te_lang(spoed, vanaf: date, tot: date) -> None:
    """Raises Weigering when the temporary provision would last longer than the region allows."""
    langst = spoed.regio.instelling("spoed.max_dagen", vanaf)
    if tot < vanaf:
        raise Weigering("De einddatum ligt vóór de begindatum.", "tijdelijk_tot")
    if langst and (tot - vanaf).days >= langst:
        uiterlijk = datum_nl(vanaf + timedelta(days=langst - 1))
        raise Weigering(f"Tijdelijke hulp duurt hoogstens {langst} dagen: uiterlijk {uiterlijk}.", "tijdelijk_tot")


def tijdelijk_besluiten(
    spoed, *, door, op, tijdelijk_vanaf: date, tijdelijk_tot: date, waarom: str, ondertekenaar, via: str, brief=None
) -> Spoedvoorziening:
    """Decide at once on a temporary provision, also without BSN or documents (Wmo 2.3.3, BRF-03): T-SPOED ends."""

    def wijzig(s):
        _niet_te_lang(s, tijdelijk_vanaf, tijdelijk_tot)
        s.tijdelijk_vanaf, s.tijdelijk_tot = tijdelijk_vanaf, tijdelijk_tot
        _tijdelijk_besluit(s, door=door, op=op, waarom=waarom, ondertekenaar=ondertekenaar, via=via)

    return kern.overgaan(spoed, "tijdelijk_besluiten", door=door, op=op, wijzig=wijzig, brief=brief)


def geen_spoed(spoed, *, door, op, reden: str) -> Spoedvoorziening:
    return kern.overgaan(spoed, "geen_spoed", door=door, op=op, reden=reden)


def voorziening_verlengen(
    spoed, *, door, op, tijdelijk_tot: date, reden: str, ondertekenaar, via: str, brief=None
) -> Spoedvoorziening:
    """Longer temporary help, within what the region allows: a besluit of its own, so T-BEZWAAR starts anew (L-13, L-55).

    Raises Weigering when the new day is not later.
    """

    def wijzig(s):
        if tijdelijk_tot <= s.tijdelijk_tot:
            raise Weigering(
                f"De hulp loopt al tot en met {datum_nl(s.tijdelijk_tot)}. Kies een latere dag.", "tijdelijk_tot"
            )
        _niet_te_lang(s, s.tijdelijk_vanaf, tijdelijk_tot)
        # For the letter, which tells until when it would have lasted.
        s.verlengd_na = s.tijdelijk_tot
        s.tijdelijk_tot = tijdelijk_tot
        _tijdelijk_besluit(s, door=door, op=op, waarom=reden, ondertekenaar=ondertekenaar, via=via)

    return kern.overgaan(spoed, "voorziening_verlengen", door=door, op=op, wijzig=wijzig, reden=reden, brief=brief)


def _tijdelijk_besluit(spoed, *, door, op, **waarden) -> Besluit:
    return besluit_zonder_aanvraag(
        spoed, Besluit.Uitkomst.TIJDELIJK, Besluitsoort.TIJDELIJK, door=door, dag=klok.dag(op), **waarden
    )


def voorziening_beeindigen(spoed, *, door, op, reden: str) -> Spoedvoorziening:
    return kern.overgaan(spoed, "voorziening_beeindigen", door=door, op=op, reden=reden)


def lt_openen(aanmelding, *, door, op, **feiten) -> Aanmelding:
    """The client comes from elsewhere, or goes there: where has he the best chance? The six weeks run on (SM-4, L-02)."""
    neven = _bij(LandelijkeToegang, aanmelding, "landelijk", geopend_op=klok.dag(op), **feiten)
    return _open_neven(aanmelding, "lt_openen", neven, door=door, op=op)


def signaal_aanvullen(landelijk, *, door, op, **feiten) -> LandelijkeToegang:
    return _met_feiten(landelijk, "signaal_aanvullen", door=door, op=op, **feiten)


def lt_onderzoeken(landelijk, *, door, op) -> LandelijkeToegang:
    return kern.overgaan(landelijk, "lt_onderzoeken", door=door, op=op)


def kans_wegen(landelijk, *, door, op, wegingen: dict[str, dict]) -> LandelijkeToegang:
    """`wegingen`: per criterium {voorkeur, toelichting} (R-LT-02)."""

    def wijzig(d):
        rijen = [Kansweging(landelijk=d, criterium=c, **waarden) for c, waarden in wegingen.items()]
        Kansweging.objects.bulk_create(
            rijen, update_conflicts=True, unique_fields=["landelijk", "criterium"], update_fields=["voorkeur", "toelichting"]
        )

    return kern.overgaan(landelijk, "kans_wegen", door=door, op=op, wijzig=wijzig)


def contact_andere_regio(landelijk, *, door, op, contact_naam: str, contact_gegevens: str, brief=None) -> LandelijkeToegang:
    """Spoken with the other region on the day of `op` (R-LT-04)."""
    return _met_feiten(
        landelijk, "contact_andere_regio", door=door, op=op,
        contact_naam=contact_naam, contact_gegevens=contact_gegevens, contact_op=klok.dag(op), brief=brief,
    )  # fmt: skip


def hier_helpen(landelijk, *, door, op, motivering: str, uitleg_via: str, brief=None) -> LandelijkeToegang:
    return _met_feiten(landelijk, "hier_helpen", door=door, op=op, motivering=motivering, uitleg_via=uitleg_via, brief=brief)


def tijdelijk_regelen(landelijk, *, door, op, tijdelijk: str, tijdelijk_toelichting: str) -> LandelijkeToegang:
    """Until the other region confirms, the client remains in the care of the region that he turned to (SM-4, L-13)."""
    return _met_feiten(
        landelijk, "tijdelijk_regelen", door=door, op=op, tijdelijk=tijdelijk, tijdelijk_toelichting=tijdelijk_toelichting
    )


def daar_helpen(landelijk, *, door, op, motivering: str, uitleg_via: str, brief=None) -> LandelijkeToegang:
    return _met_feiten(landelijk, "daar_helpen", door=door, op=op, motivering=motivering, uitleg_via=uitleg_via, brief=brief)


def akkoord_vastleggen(landelijk, *, door, op, akkoord_naam: str, namens: dict) -> LandelijkeToegang:
    """The other region agrees on the day of `op`; recorded on its behalf."""
    return _met_feiten(
        landelijk, "akkoord_vastleggen", door=door, op=op, namens=namens, akkoord_naam=akkoord_naam, akkoord_op=klok.dag(op)
    )


def overdragen(landelijk, *, door, op) -> LandelijkeToegang:
    return kern.overgaan(landelijk, "overdragen", door=door, op=op)


def geschil_melden(landelijk, *, door, op, reden: str, geschilstap: str) -> LandelijkeToegang:
    """The regions do not agree: contact persons, regional adviser, commission (L-102)."""
    return _met_feiten(landelijk, "geschil_melden", door=door, op=op, reden=reden, geschilstap=geschilstap)


def geschil_bijwerken(landelijk, *, door, op, geschilstap: str, geschil_uitkomst: str) -> LandelijkeToegang:
    return _met_feiten(
        landelijk, "geschil_bijwerken", door=door, op=op, geschilstap=geschilstap, geschil_uitkomst=geschil_uitkomst
    )


def geschil_overdragen(landelijk, *, door, op, reden: str) -> LandelijkeToegang:
    return kern.overgaan(landelijk, "geschil_overdragen", door=door, op=op, reden=reden)


def geschil_hier(landelijk, *, door, op, reden: str) -> LandelijkeToegang:
    return kern.overgaan(landelijk, "geschil_hier", door=door, op=op, reden=reden)


def overdracht_vastleggen(landelijk, *, door, op, gesprek_op, aangekomen_op, stukken: str) -> LandelijkeToegang:
    """The conversation with client and receiver, what was handed over on which ground, and the arrival."""
    return _met_feiten(
        landelijk, "overdracht_vastleggen", door=door, op=op,
        gesprek_op=gesprek_op, aangekomen_op=aangekomen_op, stukken=stukken,
    )  # fmt: skip


def overdracht_afronden(landelijk, *, door, op, overgenomen_naam: str, brief=None) -> LandelijkeToegang:
    """The receiver confirms that he takes over, on the day of `op` (R-LT-05)."""
    return _met_feiten(
        landelijk, "overdracht_afronden", door=door, op=op, brief=brief,
        overgenomen_naam=overgenomen_naam, overgenomen_op=klok.dag(op),
    )  # fmt: skip


def vervallen(landelijk, *, door, op, reden: str) -> LandelijkeToegang:
    return kern.overgaan(landelijk, "vervallen", door=door, op=op, reden=reden)


def elders_overgenomen(aanmelding, *, door, op) -> Aanmelding:
    """Another region confirmed that it helps the client: the aanmelding ends here (R-LT-05)."""
    return kern.overgaan(aanmelding, "elders_overgenomen", door=door, op=op, reden="Overgenomen door een andere regio.")


def zonder_antwoord_sluiten(aanmelding, *, op) -> None:
    """The aanmelding ended: nobody waits any more for the answer where the chance is best."""
    open_ = aanmelding.nevendossiers.filter(soort="landelijk", gesloten_op__isnull=True)
    for landelijk in kern.vergrendel_alle(open_.values_list("pk", flat=True)):
        # What was recorded with a day in the past still ends after its last step.
        dan = op if klok.dag(op) >= landelijk.status_sinds else klok.moment(landelijk.status_sinds)
        kern.overgaan(landelijk, "vervallen", door=SYSTEEM, op=dan, reden="De aanmelding is gesloten.")

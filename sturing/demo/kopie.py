"""What is copied in bulk, in which order, to which dossier each row belongs, and what differs in a copy."""

from cimot.models import (
    Aanmelding,
    Aanvraag,
    Aanvulling,
    Besluit,
    Besluitonderdeel,
    Expertiseadvies,
    Gesprek,
    Kansweging,
    LandelijkeToegang,
    Melding,
    Onderzoek,
    Spoedvoorziening,
    Verslag,
)
from kern.models import (
    Adres,
    Client,
    Contactmoment,
    Dossier,
    Gebeurtenis,
    Herinnering,
    Opschorting,
    Relatie,
    Signaal,
    Taak,
    Toelichting,
    Toestemming,
    Verantwoordelijkheid,
    WachtOp,
)
from sturing.demo import namen

# In this order: a dossier reads the sort name of its copied client.
MODELLEN = (
    Client,
    Adres,
    Relatie,
    Toestemming,
    Dossier,
    Aanmelding,
    Melding,
    Onderzoek,
    Gesprek,
    Expertiseadvies,
    Verslag,
    Aanvraag,
    Aanvulling,
    Spoedvoorziening,
    LandelijkeToegang,
    Kansweging,
    Besluit,
    Besluitonderdeel,
    Verantwoordelijkheid,
    Taak,
    Opschorting,
    Signaal,
    Contactmoment,
    Herinnering,
    WachtOp,
    Gebeurtenis,
    Toelichting,
)
# Keys without a foreign key: the logs have none, so that destruction never has to touch them.
LOSSE_SLEUTELS = {
    (Gebeurtenis, "dossier_id"): Dossier,
    (Gebeurtenis, "client_id"): Client,
    (Gebeurtenis, "verwijst_naar_id"): Gebeurtenis,
    (Toelichting, "gebeurtenis_id"): Gebeurtenis,
}
VAN_CLIENT = "(SELECT min(x.id) FROM kern_dossier x WHERE x.client_id = t.client_id AND x.id <= {laatste})"
# The dossier that a row `t` belongs to, where it has no column dossier_id.
DOSSIER_VAN = {
    Dossier: "t.id",
    Client: VAN_CLIENT.replace("t.client_id", "t.id"),
    **dict.fromkeys((Adres, Relatie, Toestemming), VAN_CLIENT),
    **dict.fromkeys((Aanmelding, Spoedvoorziening, LandelijkeToegang), "t.dossier_ptr_id"),
    **dict.fromkeys((Melding, Onderzoek, Verslag, Aanvraag), "t.aanmelding_id"),
    **dict.fromkeys((Gesprek, Expertiseadvies), "t.onderzoek_id"),
    Aanvulling: "t.aanvraag_id",
    Kansweging: "t.landelijk_id",
    Besluitonderdeel: "(SELECT x.dossier_id FROM cimot_besluit x WHERE x.id = t.besluit_id)",
    Signaal: "(SELECT x.dossier_id FROM kern_taak x WHERE x.id = t.taak_id)",
}
# No percent sign anywhere: what rests the triggers adds a parameter of its own to each statement.
WEKEN_TERUG = "(CASE WHEN d.loopt THEN 0 ELSE -7 * (1 + mod(c, 500)) END)"


# A client's own term that outlived its dossier and by now is over in the copy: the check would have closed it.
LAATSTE_CONTROLE = "(SELECT max(k.peildatum) FROM kern_controle k)"
VOORBIJ = f"(NOT d.loopt AND t.status = 'open' AND t.is_van_client AND t.vervalt_op + {WEKEN_TERUG} < {LAATSTE_CONTROLE})"


def _een_van(reeks: list[str], stap: int, sprong: int) -> str:
    """Walk through a list of names, so that neighbours and copies differ."""
    waarden = ", ".join(f"'{naam}'" for naam in reeks)
    return f"(ARRAY[{waarden}])[1 + mod(t.id * {stap} + c::bigint * {sprong}, {len(reeks)})::int]"


ANDERS = {
    (Client, "uuid"): "gen_random_uuid()",
    (Client, "achternaam"): _een_van(namen.MASSA_ACHTERNAMEN, 31, 17),
    (Client, "tussenvoegsel"): "''",
    (Client, "roepnaam"): _een_van(namen.MASSA_ROEPNAMEN, 13, 7),
    (Client, "voornamen"): "''",
    (Client, "geboren"): "CASE WHEN t.geboren = '' OR right(t.geboren, 3) = '-00' THEN t.geboren"
    " ELSE to_char(t.geboren::date - mod(c * 37, 3000), 'YYYY-MM-DD') END",
    (Client, "bsn_cijfer"): "''",
    (Client, "bsn_index"): "''",
    (Client, "bsn_reden"): "COALESCE(NULLIF(t.bsn_reden, ''), 'niet_vastgesteld')",
    # Far above every number that was given out; the counters follow at the end.
    (Dossier, "kenmerk"): f"split_part(t.kenmerk, '-', 1) || '-' || to_char(t.geopend_op + {WEKEN_TERUG}, 'YYYY')"
    " || '-' || ({hoogste_nummer} + {sleutel})",
    (Dossier, "sorteernaam"): "COALESCE((SELECT x.sorteernaam FROM kern_client x WHERE x.id = {client}), '')",
    (Gesprek, "uid"): "gen_random_uuid()",
    **dict.fromkeys(((Relatie, "bewijs_id"), (Toestemming, "bewijs_id"), (Opschorting, "document_id")), "NULL"),
    (Taak, "status"): f"CASE WHEN {VOORBIJ} THEN 'verstreken' ELSE t.status END",
    (Taak, "onderwerp"): "CASE WHEN split_part(t.onderwerp, ' ', 1) = 'besluit' THEN 'besluit ' || ({besluit})"
    " ELSE t.onderwerp END",
    (Taak, "gesloten_op"): f"CASE WHEN {VOORBIJ} THEN t.vervalt_op ELSE t.gesloten_op END + {WEKEN_TERUG}",
    # The steps name the old days; a closed deadline that moved has none to show.
    (Taak, "stappen"): "CASE WHEN d.loopt THEN t.stappen ELSE '[]'::jsonb END",
}

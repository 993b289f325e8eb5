"""What the walks of SC-01 do on the screens, from the melding to the final verslag; each as one person at work."""

import re


def melding_opnemen(balie):
    balie.link("Nieuwe melding")
    balie.vul(
        ontvangen_op="02-11-2026 14:01", naam="Wit, Petra de", geboren="03-03-2007", omschrijving="Moeder belt over school."
    )
    balie.kies(melder="familie", onderwerp="bw")
    balie.knop("Melding opslaan")
    balie.pagina.wait_for_url(re.compile(r"/aanmelding/\d+/"))


def melding_compleet(balie, detail):
    balie.link("Gegevens wijzigen")
    balie.pagina.select_option("[name=herkomst]", label="Rijssen-Holten")
    balie.pagina.select_option("[name=bsn_reden]", "niet_vastgesteld")
    balie.knop("Opslaan")
    balie.open(f"{detail}melding_wijzigen/")
    balie.kies(grond="toestemming")
    balie.pagina.check("[name=is_wlz_bekeken]")
    balie.pagina.check("[name=is_dubbel_bekeken]")
    balie.knop("Opslaan")
    balie.open(f"{detail}toewijzen/")
    balie.pagina.select_option("[name=behandelaar]", label="Anke")
    balie.knop("Opslaan")
    balie.open(f"{detail}bevestigen/")
    balie.vul(op="03-11-2026")
    balie.knop("Melding bevestigen")


def onderzoeken(cm, detail):
    cm.open(f"{detail}eerste_contact/")
    cm.vul(op="04-11-2026")
    cm.knop("Opslaan")
    cm.open(f"{detail}ondersteuning_vastleggen/")
    cm.kies(ondersteuning="ja")
    cm.vul(ondersteuning_op="04-11-2026")
    cm.knop("Opslaan")
    cm.open(f"{detail}plan_vastleggen/")
    cm.kies(plan="niet_gewenst", namens_kanaal="telefoon")
    cm.vul(op="04-11-2026")
    cm.knop("Opslaan")
    cm.open(f"{detail}onderzoek_starten/")
    cm.vul(op="05-11-2026")
    cm.knop("Onderzoek starten")
    cm.open(f"{detail}identiteit_vaststellen/")
    cm.pagina.select_option("[name=identiteitsbewijs]", "paspoort")
    cm.vul(identiteit_op="05-11-2026")
    cm.knop("Opslaan")
    cm.open(f"{detail}onderzoek_invullen/")
    cm.vul(**dict.fromkeys(["behoeften", "eigen_kracht", "mantelzorger", "algemene_voorziening"], "Besproken."))
    cm.vul(**dict.fromkeys(["samenwerking", "maatwerk", "bijdrage"], "Besproken."))
    cm.knop("Opslaan")
    cm.open(f"{detail}leefgebieden_invullen/")
    for vakje in cm.pagina.locator("main input[type=checkbox]").all():
        vakje.check()
    cm.knop("Opslaan")


def verslag(cm, detail, *, gemaakt="09-11-2026", gestuurd="10-11-2026", reactie="13-11-2026", definitief="16-11-2026"):
    cm.open(f"{detail}verslag_maken/")
    cm.vul(op=gemaakt)
    cm.knop("Verslag maken")
    cm.open(f"{detail}criteria_invullen/")
    for keuze in cm.pagina.locator("main input[type=radio][value=ja]").all():
        keuze.check(force=True)
    cm.knop("Opslaan")
    cm.open(f"{detail}beoordeling_vastleggen/")
    cm.kies(thuis="nee", is_beperkt="ja", is_verstoord="nee", woonvraag="nee", wlz="nee")
    cm.vul(thuis_toelichting="Hulp aan huis is niet genoeg.", woonvraag_toelichting="Er is elke dag hulp nodig.")
    cm.pagina.select_option("[name=instroombron]", "thuis")
    cm.knop("Opslaan")
    cm.open(f"{detail}verslag_schrijven/")
    cm.vul(conclusie="Petra heeft elke dag hulp nodig.", voorstel="Beschermd wonen met begeleiding.")
    cm.knop("Opslaan")
    cm.open(f"{detail}verslag_versturen/")
    cm.vul(op=gestuurd)
    cm.knop("Verslag naar cliënt sturen")
    cm.open(f"{detail}reactie_vastleggen/")
    cm.kies(reactie="akkoord", namens_kanaal="brief")
    cm.vul(op=reactie)
    cm.pagina.check("[name=is_ondertekend]")
    cm.knop("Opslaan")
    cm.open(f"{detail}definitief_maken/")
    cm.vul(op=definitief)
    cm.knop("Definitief verslag sturen")

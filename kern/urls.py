"""URLs of the kernel. The names are the words of the screens."""

from django.urls import path

from kern.beheer.views import gezondheid, storingen
from kern.brieven.views import brieven
from kern.personen.views import client, relaties, samenvoegen, zoeken
from kern.stukken.views import documenten
from kern.tijd.views import opschorten, termijnen
from kern.tijdlijn.views import tijdlijn
from kern.toegang.views import account, concept, inzage, tweede_stap, voorkeuren
from kern.werk.views import notities, team, werkvoorraad

urlpatterns = [
    path("", werkvoorraad.Werkvoorraad.as_view(), name="werkvoorraad"),
    path("mijn-zaken/", werkvoorraad.MijnZaken.as_view(), name="mijn_zaken"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("client/", client.ClientLijst.as_view(), name="client_lijst"),
    path("client/lijkt-op/", zoeken.lijkt_op, name="client_lijkt_op"),
    path("client/dubbel/", samenvoegen.dubbelen, name="client_dubbel"),
    path("client/<int:pk>/samenvoegen/", samenvoegen.Kiezen.as_view(), name="client_samenvoegen"),
    path("client/<int:pk>/samenvoegen/<int:met>/", samenvoegen.Samenvoegen.as_view(), name="client_samenvoegen_met"),
    path("samenvoeging/<int:pk>/ongedaan/", samenvoegen.ongedaan, name="samenvoeging_ongedaan"),
    path("client/<int:pk>/", client.ClientDetail.as_view(), name="client_detail"),
    path("client/<int:pk>/tijdlijn/", tijdlijn.ClientTijdlijn.as_view(), name="client_tijdlijn"),
    path("client/<int:pk>/wijzigen/", client.ClientWijzigen.as_view(), name="client_wijzigen"),
    path("client/<int:pk>/adres/", client.AdresToevoegen.as_view(), name="client_adres"),
    path("client/<int:pk>/relatie/", relaties.RelatieToevoegen.as_view(), name="relatie_toevoegen"),
    path("relatie/<int:pk>/wijzigen/", relaties.RelatieWijzigen.as_view(), name="relatie_wijzigen"),
    path("relatie/<int:pk>/beeindigen/", relaties.RelatieBeeindigen.as_view(), name="relatie_beeindigen"),
    path("client/<int:pk>/toestemming/", relaties.ToestemmingVastleggen.as_view(), name="toestemming_vastleggen"),
    path("toestemming/<int:pk>/intrekken/", relaties.ToestemmingIntrekken.as_view(), name="toestemming_intrekken"),
    path("dossier/<int:pk>/contact/", notities.ContactVastleggen.as_view(), name="contact_vastleggen"),
    path("contact/<int:pk>/wijzigen/", notities.ContactWijzigen.as_view(), name="contact_wijzigen"),
    path("dossier/<int:pk>/herinnering/", notities.HerinneringMaken.as_view(), name="herinnering_maken"),
    path("herinnering/<int:pk>/gedaan/", notities.herinnering_gedaan, name="herinnering_gedaan"),
    path("dossier/<int:pk>/wacht/", notities.WachtZetten.as_view(), name="wacht_zetten"),
    path("wacht/<int:pk>/klaar/", notities.wacht_klaar, name="wacht_klaar"),
    path("dossier/<int:pk>/label/", notities.LabelZetten.as_view(), name="label_zetten"),
    path("dossier/<int:pk>/terugdraaien/", notities.Corrigeren.as_view(), name="dossier_corrigeren"),
    path("dossier/<int:pk>/medebehandelaars/", team.Medebehandelaars.as_view(), name="dossier_medebehandelaars"),
    path(
        "dossier/<int:pk>/medebehandelaars/verwijderen/",
        team.medebehandelaar_verwijderen,
        name="medebehandelaar_verwijderen",
    ),
    path("team/", team.Team.as_view(), name="team"),
    path("team/<int:pk>/", team.TeamZaken.as_view(), name="team_zaken"),
    path("team/<int:pk>/afwezig/", team.TeamAfwezig.as_view(), name="team_afwezig"),
    path("dossier/<int:pk>/document/", documenten.DocumentToevoegen.as_view(), name="document_toevoegen"),
    path("document/<int:pk>/", documenten.DocumentDownloaden.as_view(), name="document_downloaden"),
    path("document/<int:pk>/intrekken/", documenten.DocumentIntrekken.as_view(), name="document_intrekken"),
    path("brief/<uuid:uuid>/", brieven.BriefLezen.as_view(), name="brief_lezen"),
    path("klaargezet/<int:pk>/intrekken/", brieven.klaargezet_intrekken, name="klaargezet_intrekken"),
    path("dagpost/", brieven.Dagposten.as_view(), name="dagpost"),
    path("dagpost/<int:pk>/", brieven.DagpostDetail.as_view(), name="dagpost_detail"),
    path("dagpost/<int:pk>/afdrukken/", brieven.DagpostAfdrukken.as_view(), name="dagpost_afdrukken"),
    path("concept/", concept.bewaren, name="concept_bewaren"),
    path("termijn/<int:pk>/opschorten/", opschorten.Opschorten.as_view(), name="termijn_opschorten"),
    path("termijn/<int:pk>/hervatten/", opschorten.Hervatten.as_view(), name="termijn_hervatten"),
    path("termijnen/berekenen/", termijnen.berekenen, name="termijn_berekenen"),
    path("inloggen/", account.Inloggen.as_view(), name="inloggen"),
    path("uitloggen/", account.Uitloggen.as_view(), name="uitloggen"),
    path("wachtwoord/vergeten/", account.WachtwoordVergeten.as_view(), name="wachtwoord_vergeten"),
    path("wachtwoord/verstuurd/", account.WachtwoordVerstuurd.as_view(), name="wachtwoord_verstuurd"),
    path("wachtwoord/nieuw/<uidb64>/<token>/", account.WachtwoordNieuw.as_view(), name="wachtwoord_nieuw"),
    path("wachtwoord/wijzigen/", account.WachtwoordWijzigen.as_view(), name="wachtwoord_wijzigen"),
    path("rol/", account.rol_kiezen, name="rol_kiezen"),
    path("tweede-stap/", tweede_stap.bevestigen, name="tweede_stap"),
    path("tweede-stap/instellen/", tweede_stap.instellen, name="tweede_stap_instellen"),
    path("tweede-stap/uitzetten/", tweede_stap.uitzetten, name="tweede_stap_uitzetten"),
    path("voorkeuren/", voorkeuren.voorkeuren, name="voorkeuren"),
    path("voorkeuren/afwezig/", voorkeuren.AfwezigMelden.as_view(), name="afwezig_melden"),
    path(
        "voorkeuren/afwezig/<int:pk>/intrekken/",
        voorkeuren.afwezigheid_intrekken,
        name="afwezigheid_intrekken",
    ),
    path("storingen/", storingen.StoringLijst.as_view(), name="storing_lijst"),
    path("storingen/<int:pk>/opnieuw/", storingen.opnieuw, name="storing_opnieuw"),
    path("inzage/", inzage.InzageLijst.as_view(), name="inzage_lijst"),
    path("gezondheid/levend/", gezondheid.levend, name="gezondheid_levend"),
    path("gezondheid/gereed/", gezondheid.gereed, name="gezondheid_gereed"),
]

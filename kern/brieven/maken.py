"""The letter that a transition sends: composed from the facts as they are after it, in the same transaction, for good.

Every addressee gets his own PDF, kept as a document of the dossier with its hash. Nothing of a letter changes after
that; when a step was reversed and done again, the new letter names the one that it replaces.
"""

from dataclasses import replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, Subquery

from kern.brieven import clausules, opmaak, pdf
from kern.brieven.soorten import ALGEMEEN, SOORTEN, Briefsoort, Geadresseerde, Opdracht
from kern.models import Bijlage, Bouwsteen, Brief, Briefhoofd, Briefsjabloon, Document, Exemplaar, Gebeurtenis, Gemeente
from kern.proces.weigering import Weigering
from kern.stukken import documenten
from kern.tijd import klok, termijnen
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Rol, Wereld

KANAAL_VAN_DOCUMENT = {Exemplaar.Kanaal.POST: "brief", Exemplaar.Kanaal.EMAIL: "email", Exemplaar.Kanaal.MEEGEVEN: "balie"}


EEN_BIJLAGE = "Een bijlage"


class Proef(Exception):
    """Ends a trial: the sheets that would have left. The transaction of the action goes back with it."""

    def __init__(self, bladen: list[tuple[Geadresseerde, pdf.Blad]]):
        super().__init__("proef")
        self.bladen = bladen


def sjabloon(code: str) -> Briefsjabloon:
    """The newest published text of a letter. Raises Weigering when there is none."""
    rij = Briefsjabloon.objects.filter(code=code, gepubliceerd_op__isnull=False).order_by("-versie").first()
    if rij is None:
        raise Weigering(
            f"Van de brief “{SOORTEN[code].naam}” is geen tekst gepubliceerd. Vraag het de functioneel beheerder."
        )
    return rij


def briefhoofd(regio, op: date) -> Briefhoofd:
    """The letterhead of the region on a day. Raises Weigering when there is none."""
    centrum = Gemeente.objects.filter(regio=OuterRef("regio"), is_centrum=True).order_by("pk").values("naam")[:1]
    rijen = Briefhoofd.objects.filter(regio=regio, geldig_vanaf__lte=op).annotate(centrum=Subquery(centrum))
    rij = rijen.order_by("-geldig_vanaf").first()
    if rij is None:
        raise Weigering(f"Er is geen briefhoofd voor de regio {regio}. Vraag het de functioneel beheerder.")
    return rij


def soorten_bij(dossier, overgang) -> list[Briefsoort]:
    """The letters that this transition sends about this dossier, now."""
    return [SOORTEN[code] for code in overgang.verstuurt if code in SOORTEN and SOORTEN[code].wanneer(dossier)]


def codes(dossier, overgang) -> str:
    """For the log: which letters leave; all that may, when there is nobody to write to."""
    return ", ".join(soort.code for soort in soorten_bij(dossier, overgang)) or ", ".join(overgang.verstuurt)


def maak(dossier, overgang, gebeurtenis, *, opdracht: Opdracht | None, door, op: datetime) -> list[Brief]:
    """Make the letters of one transition. Raises Weigering, naming what is missing; Proef when it was only a trial."""
    opdracht = opdracht or Opdracht()
    # The day of sending; where the step has the day of something that came in, the letter leaves now.
    if overgang.feit_van_buiten:
        op = klok.op_dag(opdracht.dagpost.dag if opdracht.dagpost else None)
    brieven, bladen = [], []
    for nummer, soort in enumerate(soorten_bij(dossier, overgang)):
        # What the sender wrote belongs to the first letter.
        eigen = opdracht if nummer == 0 else replace(opdracht, persoonlijk="", bouwstenen=(), bijlagen=())
        samengesteld = _Samengesteld(dossier, soort, eigen, gebeurtenis, door=door, op=op)
        if opdracht.proef:
            bladen += [(aan, samengesteld.blad(aan, concept=True)) for aan in samengesteld.aan]
        elif samengesteld.aan:
            brieven.append(samengesteld.bewaar())
    if opdracht.proef:
        raise Proef(bladen)
    return brieven


def concept(dossier, code: str, op: date) -> list[tuple[Geadresseerde, pdf.Blad]]:
    """The sheets of a letter as it would read now, before its step: what is not known yet is named in brackets.

    Raises Weigering when there is no text or letterhead. Writes nothing.
    """
    samengesteld = _Concept(dossier, SOORTEN[code], Opdracht(), None, door=None, op=klok.moment(op))
    return [(aan, samengesteld.blad(aan, concept=True)) for aan in samengesteld.aan]


class _Samengesteld:
    """One letter being made: its template, its data, its addressees."""

    def __init__(self, dossier, soort: Briefsoort, opdracht: Opdracht, gebeurtenis, *, door, op: datetime):
        self.dossier, self.soort, self.opdracht, self.gebeurtenis = dossier, soort, opdracht, gebeurtenis
        self.door, self.op, self.dag = door, op, klok.dag(op)
        self.sjabloon, self.hoofd = sjabloon(soort.code), briefhoofd(dossier.regio, self.dag)
        self.aan = [self._met_kanaal(aan) for aan in soort.ontvangers(dossier, self.dag)]
        self.bijlagen = self._bijlagen()
        eerdere = self._eerdere()
        # The letter that this one replaces: of the same kind, made by a step that was reversed since.
        self.vervangt = next((b for b in eerdere if b.code == soort.code and b.is_omgekeerd and not b.is_vervangen), None)
        self.nummer = len(eerdere) + 1
        self.gegevens = self._gegevens()
        self._compleet()

    def _met_kanaal(self, aan: Geadresseerde) -> Geadresseerde:
        kanaal = self.opdracht.kanalen.get(aan.sleutel, aan.kanaal)
        if kanaal == Exemplaar.Kanaal.POST and not aan.adres:
            raise Weigering(
                f"Van {aan.naam} is er geen adres. Kies een andere manier, of vul eerst het adres in.", "kanalen"
            )
        if kanaal == Exemplaar.Kanaal.EMAIL and not aan.email:
            raise Weigering(f"Van {aan.naam} is er geen e-mailadres. Kies een andere manier.", "kanalen")
        return replace(aan, kanaal=kanaal)

    def _bijlagen(self) -> list[Document]:
        rijen = self.dossier.documenten.filter(pk__in=self.opdracht.bijlagen, ingetrokken_op__isnull=True)
        rijen = [rij for rij in rijen if not documenten.weigering(rij)]
        if len(rijen) != len(set(self.opdracht.bijlagen)):
            raise Weigering("Een van de bijlagen is ingetrokken of kan niet worden geopend.", "bijlagen")
        return rijen

    def _eerdere(self) -> list[Brief]:
        """The letters of this dossier so far, the newest first."""
        terug = Gebeurtenis.objects.filter(
            dossier_id=self.dossier.pk, actie="corrigeren", verwijst_naar_id=OuterRef("gebeurtenis_id")
        )
        rijen = self.dossier.brieven.annotate(
            is_omgekeerd=Exists(terug), is_vervangen=Exists(Brief.objects.filter(vervangt=OuterRef("pk")))
        )
        return list(rijen.only("dossier", "code", "gedateerd_op").order_by("-id"))

    def _gegevens(self) -> dict:
        dossier = self.dossier
        behandelaar = dossier.behandelaar
        tekenaar = dossier.ondertekenaar or behandelaar or self.door
        # Each besluit has its own; the letter is about the last one.
        bezwaar = termijnen.nieuwste(dossier, "bezwaar") if self.soort.met_bezwaar(dossier) else None
        algemeen = {
            "datum": datum_nl(self.dag, kort=False),
            "kenmerk": dossier.kenmerk,
            "regio": dossier.regio.naam,
            "college": self.hoofd.centrum or dossier.regio.naam,
            "ontvanger.naam": "",
            "client.naam": dossier.client.naam if dossier.client else "",
            "aan_client": False,
            "voor_aanbieder": dossier.wereld == Wereld.AANBIEDERS,
            "contact.naam": behandelaar.naam if behandelaar else f"het team van Cimot {dossier.regio}",
            "contact.telefoon": self.hoofd.telefoon,
            "contact.email": self.hoofd.email,
            "ondertekenaar.naam": getattr(tekenaar, "naam", ""),
            "ondertekenaar.functie": _functie(tekenaar),
            "bezwaar_tot": datum_nl(bezwaar.vervalt_op, kort=False) if bezwaar else "",
            "bezwaar_adres": self.hoofd.bezwaar_adres,
            "vervangt": datum_nl(self.vervangt.gedateerd_op, kort=False) if self.vervangt else "",
        }
        return algemeen | self.soort.gegevens(dossier, self.dag)

    def _compleet(self) -> None:
        """Raises Weigering naming what the letter still needs."""
        nodig = {*self.soort.nodig, *(("bezwaar_tot",) if self.soort.met_bezwaar(self.dossier) else ())}
        namen = ALGEMEEN | self.soort.velden
        mist = [namen[veld] for veld in sorted(nodig) if not self.gegevens[veld]]
        if mist:
            raise Weigering(f"Voor de brief “{self.soort.naam}” ontbreekt nog: {'; '.join(mist)}.")

    def _vrij(self) -> dict[str, str]:
        rijen = {rij.pk: rij.tekst for rij in Bouwsteen.objects.filter(pk__in=self.opdracht.bouwstenen, is_actief=True)}
        delen = [rijen[pk] for pk in self.opdracht.bouwstenen if pk in rijen]
        return {"persoonlijk": "\n\n".join([*delen, self.opdracht.persoonlijk.strip()]).strip()}

    def _blokken(self, aan: Geadresseerde) -> list[dict]:
        eigen = {"ontvanger.naam": aan.naam, "aan_client": aan.sleutel == "client"}
        gegevens = self.gegevens | eigen
        bezwaar = self.soort.met_bezwaar(self.dossier)
        # A letter that is a besluit in one region and none in another carries the clause only where it is one.
        tekst = self.sjabloon.tekst if bezwaar else self.sjabloon.tekst.replace("[clausule bezwaar]", "")
        return opmaak.vul(tekst, gegevens, self._vrij())

    def _onderwerp(self) -> str:
        return " ".join(blok.get("tekst", "") for blok in opmaak.vul(self.sjabloon.onderwerp, self.gegevens, {})).strip()

    def blad(self, aan: Geadresseerde, *, concept: bool = False) -> pdf.Blad:
        hoofd = self.hoofd
        eerste = next((rij.naam for rij in self.aan if not rij.is_kopie), "")
        anderen = [rij.naam for rij in self.aan if rij != aan]
        return pdf.Blad(
            hoofd={
                "organisatie": hoofd.organisatie,
                "afzender": hoofd.afzender,
                "adres": hoofd.adres,
                "telefoon": hoofd.telefoon,
                "email": hoofd.email,
                "website": hoofd.website,
            },
            ontvanger=[aan.naam, *(() if aan.kanaal == Exemplaar.Kanaal.MEEGEVEN and not aan.adres else aan.adres)],
            # With its number: the same words sent twice are two letters, and two files.
            titel=f"{self._onderwerp()} – {self.dossier.kenmerk}, brief {self.nummer}",
            datum=datum_nl(self.dag, kort=False),
            kenmerk=self.dossier.kenmerk,
            onderwerp=self._onderwerp(),
            blokken=self._blokken(aan),
            kopie_aan=f"Kopie van de brief aan {eerste}" if aan.is_kopie else ", ".join(anderen),
            bijlagen=[self._titel(rij) for rij in self.bijlagen],
            concept=concept,
            gemaakt_op=self.dag,
        )

    def _titel(self, bijlage: Document) -> str:
        """The letter is read by more colleagues than an annex of another class: its title stays out of it."""
        return bijlage.titel if bijlage.klasse == self.dossier.proces.inhoud else EEN_BIJLAGE

    def bewaar(self) -> Brief:
        """Brief, one exemplaar per addressee with its PDF, and its annexes."""
        eerste = self.aan[0]
        brief = Brief.objects.create(
            dossier_id=self.dossier.pk,
            wereld=self.dossier.wereld,
            code=self.soort.code,
            sjabloon=self.sjabloon,
            briefhoofd=self.hoofd,
            gebeurtenis_id=self.gebeurtenis.pk,
            onderwerp=self._onderwerp()[:300],
            inhoud=self._blokken(eerste),
            clausules={naam: clausules.CLAUSULES[naam].versie for naam in sorted(opmaak.clausules(self.sjabloon.tekst))},
            vervangt=self.vervangt,
            dagpost=self.opdracht.dagpost,
            gedateerd_op=self.dag,
            door=self.door if self.door and self.door.pk else None,
        )
        for aan in self.aan:
            self._exemplaar(brief, aan)
        Bijlage.objects.bulk_create(Bijlage(brief=brief, document=rij, titel=rij.titel) for rij in self.bijlagen)
        return brief

    def _exemplaar(self, brief: Brief, aan: Geadresseerde) -> Exemplaar:
        document = documenten.eigen(
            self.dossier,
            pdf.pdf(self.blad(aan)),
            naam=f"{self.soort.naam} {self.dossier.kenmerk}.pdf",
            soort=self.soort.document,
            titel=f"{self.soort.naam} aan {aan.naam}"[:200],
            gedateerd_op=self.dag,
            kanaal=KANAAL_VAN_DOCUMENT[aan.kanaal],
            door=self.door,
            op=self.op,
        )
        return Exemplaar.objects.create(
            brief=brief,
            naam=aan.naam,
            rol=aan.rol,
            adres=list(aan.adres),
            email=aan.email,
            kanaal=aan.kanaal,
            is_kopie=aan.is_kopie,
            is_geheim=aan.is_geheim,
            document=document,
            sha256=document.sha256,
        )


class _Concept(_Samengesteld):
    """A letter of which not all that it needs is there."""

    def _compleet(self) -> None:
        namen = ALGEMEEN | self.soort.velden
        for veld in (*self.soort.nodig, "bezwaar_tot"):
            if self.gegevens.get(veld) in ("", None):
                self.gegevens[veld] = f"[{namen[veld]}]"


def _functie(gebruiker) -> str:
    """What a reader calls him: the name of the role in which he works."""
    rol = getattr(gebruiker, "rol", None)
    return Rol(rol).label if rol else ""


def te_kiezen_bouwstenen(soorten: list[Briefsoort]):
    """The standard blocks that fit these letters."""
    codes = [soort.code for soort in soorten]
    return Bouwsteen.objects.filter(Q(codes=[]) | Q(codes__overlap=codes), is_actief=True)

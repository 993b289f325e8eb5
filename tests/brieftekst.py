"""Reads a letter in a test: its words, as one text, and to whom it went."""


def tekst(brief) -> str:
    """Every word of the first copy, one block a line."""
    return "\n".join([brief.onderwerp, *_regels(brief.inhoud)])


def _regels(blokken):
    for blok in blokken:
        yield from filter(None, [blok.get("tekst")])
        yield from blok.get("regels", [])
        for rij in [blok.get("kop"), *blok.get("rijen", [])] if "rijen" in blok else []:
            yield " | ".join(rij)
        yield from _regels(blok.get("blokken", []))


def clausules(brief) -> list[str]:
    return [blok["naam"] for blok in brief.inhoud if blok["soort"] == "clausule"]


def de_brief(dossier, code):
    """The last letter of this kind, which must be there."""
    return dossier.brieven.filter(code=code).order_by("id").last()


def aan(brief) -> list[tuple[str, str, bool]]:
    """Name, how it went, and whether it is a copy."""
    return [(rij.naam, rij.kanaal, rij.is_kopie) for rij in brief.exemplaren.all()]

"""How long setting a letter takes, as a ratio to setting the very same letter again, in turn in the same process.

    .venv/bin/python -m benchmarks.brieven [--brieven N]

Setting a letter again costs what typst cannot leave out: writing the file. Each other letter differs in name, kenmerk
and one paragraph, as letters of one kind do. Trust the ratio, not the milliseconds.
"""

import argparse
import statistics
import time
from dataclasses import replace
from datetime import date

ZIN = "Wij hebben samen met u bekeken welke ondersteuning past bij uw situatie en wat u zelf al kunt regelen. "


def bladen(aantal):
    from kern.brieven.blad import Blad

    alinea = ZIN * 4
    basis = Blad(
        hoofd={
            "organisatie": "Cimot Almelo",
            "afzender": "Cimot, Postbus 5100, 7600 GC Almelo",
            "telefoon": "0546 12 34 56",
        },
        ontvanger=[],
        titel="Besluit beschermd wonen",
        datum="23 november 2026",
        kenmerk="",
        onderwerp="Besluit: u krijgt beschermd wonen",
        blokken=[],
        gemaakt_op=date(2026, 11, 23),
    )
    for nummer in range(aantal):
        teksten = [f"Beste mevrouw {nummer},", *[alinea] * 3, f"Uw plan heeft nummer {nummer}.", *[alinea] * 6]
        blokken = [{"soort": "alinea", "tekst": tekst} for tekst in teksten]
        yield replace(basis, ontvanger=[f"Mevrouw {nummer}"], kenmerk=f"BW-2026-{nummer:04}", blokken=blokken)


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--brieven", type=int, default=60)
    from kern.brieven.pdf import pdf

    metingen: dict[str, list[float]] = {"andere brief": [], "dezelfde brief": []}
    for blad in bladen(opties.parse_args().brieven):
        for tijden in metingen.values():
            begin = time.perf_counter()
            pdf(blad)
            tijden.append((time.perf_counter() - begin) * 1000)
    p50 = {naam: statistics.median(tijden[2:]) for naam, tijden in metingen.items()}
    for naam, ms in p50.items():
        print(f"| {naam} | {ms:.1f} | {ms / p50['dezelfde brief']:.1f} |")


if __name__ == "__main__":
    main()

from tests.test_rechten import urlnamen, ELDERS, MATRIX
def test_x():
    print(sorted(urlnamen()-ELDERS-{r["url"] for r in MATRIX}))
    print(sorted({r["url"] for r in MATRIX} - urlnamen()))

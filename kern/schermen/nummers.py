"""Numbers out of an address or a form: bounded before anything else looks at them."""

# As many figures as surely fit a bigint; int() of thousands of figures is slow, and refused.
MEESTE_CIJFERS = 18


def nummer(tekst: str) -> int | None:
    """The whole number that stands here in plain figures, None when it is none or could be no row's."""
    is_nummer = tekst.isascii() and tekst.isdecimal() and len(tekst) <= MEESTE_CIJFERS
    return int(tekst) if is_nummer else None

"""What the functional administrator keeps, in Django's own admin: configuration, never a case (domein.md 4.1 FB).

Which models and which rights: `kern.backends.BEHEERMODELLEN`. Business rules stay in `kern.gebruikers` and
`kern.opschorten`.
"""

from kern.admin import gebruiker, kalender, regio

__all__ = ["gebruiker", "kalender", "regio"]

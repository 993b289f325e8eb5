"""What the functional administrator keeps, in Django's own admin: configuration, never a case (domein.md 4.1 FB).

Which models and which rights: `kern.backends.BEHEERMODELLEN`. Business rules stay in `kern.gebruikers` and
`kern.opschorten`, those of the text of letters in `kern.brieven.beheer`.
"""

from kern.admin import brieven, gebruiker, kalender, regio

__all__ = ["brieven", "gebruiker", "kalender", "regio"]

"""What the functional administrator keeps, in Django's own admin: configuration, never a case (domein.md 4.1 FB).

Which models and which rights: `kern.toegang.rechten.BEHEERMODELLEN`. Business rules stay in `kern.toegang.gebruikers` and
`kern.tijd.opschorten`, those of the text of letters in `kern.brieven.beheer`.
"""

from kern.beheer.admin import brieven, gebruiker, kalender, regio

__all__ = ["brieven", "gebruiker", "kalender", "regio"]

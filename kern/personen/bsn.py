"""The BSN at rest: encrypted per client, and a blind index for exact search and uniqueness (L-72).

Encryption is AES-GCM, bound to the column and to the client's own uuid, so that a value copied to another row does not
decrypt. The index is an HMAC under a second key. Both carry a key version: the first key of the setting writes, the
others still read, and `manage.py roteer_bsn` writes everything again.
"""

import base64
import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings


@lru_cache
def _sleutels(instelling: tuple[str, ...]) -> dict[str, bytes]:
    """Version to key of 32 bytes, newest first. Raises ValueError when a key has the wrong size."""
    paren = (deel.split(":", 1) for deel in instelling)
    sleutels = {versie: base64.b64decode(waarde) for versie, waarde in paren}
    if not sleutels or any(len(sleutel) != 32 for sleutel in sleutels.values()):
        raise ValueError("A BSN key is 'version:base64 of 32 bytes'.")
    return sleutels


def _bij(uuid) -> bytes:
    return b"client.bsn:" + uuid.bytes


def versleutel(nummer: str, uuid) -> str:
    versie, sleutel = next(iter(_sleutels(tuple(settings.BSN_SLEUTELS)).items()))
    nonce = os.urandom(12)
    cijfer = AESGCM(sleutel).encrypt(nonce, nummer.encode(), _bij(uuid))
    return f"{versie}:{base64.b64encode(nonce + cijfer).decode()}"


def ontsleutel(waarde: str, uuid) -> str:
    """Raises KeyError for an unknown key version and cryptography's InvalidTag for a value of another client."""
    versie, inhoud = waarde.split(":", 1)
    ruw = base64.b64decode(inhoud)
    sleutel = _sleutels(tuple(settings.BSN_SLEUTELS))[versie]
    return AESGCM(sleutel).decrypt(ruw[:12], ruw[12:], _bij(uuid)).decode()


def indexen(nummer: str) -> list[str]:
    """The blind index under every key that is still known, newest first: a search must find old rows too."""
    return [
        f"{versie}:{hmac.new(sleutel, nummer.encode(), hashlib.sha256).hexdigest()}"
        for versie, sleutel in _sleutels(tuple(settings.BSN_INDEXSLEUTELS)).items()
    ]


def index(nummer: str) -> str:
    return indexen(nummer)[0]


def versies() -> tuple[str, str]:
    """The versions that write now: of the encryption and of the index."""
    return tuple(next(iter(_sleutels(tuple(deel)))) for deel in (settings.BSN_SLEUTELS, settings.BSN_INDEXSLEUTELS))

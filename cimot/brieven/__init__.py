"""The letters of SM-1 and SM-4: BRF-01 to BRF-16 and BRF-33 to BRF-35."""

from cimot.brieven import aanmelding, besluit, neven

__all__ = ["aanmelding", "besluit", "neven"]

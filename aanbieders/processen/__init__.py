"""The process tables of the providers, one file per kind of dossier."""

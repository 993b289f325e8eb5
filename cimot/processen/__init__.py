"""The process tables of the access domain, one file per kind of dossier."""

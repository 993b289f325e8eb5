"""The blocks of the pages of the providers, each with its data class (domein.md 4.2)."""

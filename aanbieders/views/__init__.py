"""The pages of the providers."""

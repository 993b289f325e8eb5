"""The actions of SM-9 and of the data of a provider."""

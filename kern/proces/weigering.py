"""An action that is refused: a value with a sentence, below everything that may refuse."""


class Weigering(Exception):
    """An action is refused. The message is a Dutch sentence for the user; `veld` names the form field, if one."""

    def __init__(self, zin: str, veld: str | None = None):
        super().__init__(zin)
        self.zin = zin
        self.veld = veld


class NietBevoegd(Weigering):
    """The role or the relation of the user does not allow the action."""

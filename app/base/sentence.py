"""Refusals: exceptions that are sentences about the domain."""


class Refusal(Exception):
    """This cannot be done."""

    status = 409

    def __init__(self, *args, **values):
        super().__init__(*args)
        self.values = values

    @property
    def sentence(self) -> str:
        """What the person reads, in English; pages translate it. `{name}` places are filled from `values`."""
        return (self.args[0] if self.args else self.__class__.__doc__ or "").strip()

    def __str__(self):
        return self.sentence.format(**self.values)

"""Why a decision cannot be read or taken."""


class DecisionRefused(ValueError):
    """`element` is the id (or name) of the place in the model, `sentence` what is wrong there."""

    def __init__(self, element: str, sentence: str) -> None:
        super().__init__(f"{element}: {sentence}" if element else sentence)
        self.element = element
        self.sentence = sentence

"""What is told about one file that was brought: that it was left out, or kept although something is wrong with it."""

from dataclasses import asdict, dataclass, field

from app.studio.bringing.words import WORDS

MENDED = frozenset(["form-named", "form-unnamed", "forms-out", "laid-out"])
"""What was put right in a file, as a repair puts a model right."""


@dataclass(frozen=True)
class Note:
    """`file` as its owner named it; `rule` is one of WORDS, `params` what its sentence mentions."""

    file: str
    rule: str
    params: dict = field(default_factory=dict)

    @property
    def mended(self) -> bool:
        return self.rule in MENDED

    def text(self, language: str = "en") -> str:
        texts = WORDS[self.rule]
        return texts.get(language, texts["en"]).format(file=self.file, **self.params)

    def as_dict(self) -> dict:
        """Plain values, to be kept with the revision."""
        return asdict(self)

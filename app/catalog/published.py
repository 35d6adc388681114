"""A published version ready for work: compiled diagram, forms, texts; held by the process, shared by its threads."""

import json
import logging
import zlib
from functools import cached_property

from sqlalchemy import select

from app.base import Refusal, db, pick
from app.catalog.bundle import models_of, unpack
from app.catalog.offer import LANGUAGES, Offer
from app.catalog.outcome import Outcome, outcomes_of
from app.catalog.outline import OutlineStep, outline
from app.catalog.service import ServiceVersion
from app.catalog.store import Store
from app.catalog.tongues import in_tongues
from app.engine import Diagram, compile_bundle, read_bundle
from app.forms import Form

ROOM = 128
log = logging.getLogger(__name__)


class FormMissing(LookupError):
    """The version has no form of this id."""


class VersionUnusable(Refusal):
    """The drawing this was started with cannot be worked with any more. The owner of the service has to look at it."""

    status = 500


class Published(Offer):
    """Everything a case of this version needs. Reading it costs no SQL; it never changes.

    `version.id` is the ServiceVersion's id, `version.number` counts the versions of the service.
    """

    def __init__(self, id: int, number: int, spec: dict, files: dict[str, bytes]):
        super().__init__(id, number, spec)
        self.files = files

    @property
    def diagram(self) -> Diagram:
        """Raises VersionUnusable when the stored files cannot be compiled; names and lists do without."""
        if self._compiled is None:
            raise VersionUnusable
        return self._compiled

    @cached_property
    def _compiled(self) -> Diagram | None:
        # The files were read in a child process when they were published; what is stored is trusted.
        try:
            return compile_bundle(self._bundle, self.spec["process"])
        except Exception:  # noqa: BLE001 whatever it is, it concerns this version only, and must not stop the others
            log.exception("Version %s of %s cannot be compiled", self.number, self.slug)
            return None

    @property
    def drawing(self) -> str:
        """The main drawing as BPMN text, for viewers."""
        return self.diagram.xml[self.spec["diagram"]]

    @property
    def start_form(self) -> Form | None:
        """The form a request begins with."""
        path = self.spec.get("form")
        id = self._form_ids.get(path) if path else self._start_facts_form
        return self.form(id) if id else None

    def form(self, id: str) -> Form:
        """The form of this id; raises FormMissing."""
        if id not in self._forms:
            raise FormMissing(id)
        return self._forms[id]

    def form_of(self, element: str, id: str) -> Form:
        """The form with which a step is done: its own, with the earlier answers that may be corrected there."""
        keys = self.correctable(element)
        if not keys or self.start_form is None:
            return self.form(id)
        if (element, id) not in self._correcting:
            self._correcting[element, id] = self.form(id).correcting(self.start_form, keys)
        return self._correcting[element, id]

    def correctable(self, element: str) -> frozenset[str]:
        """Keys of the answers of the start form that the element's property `correct` lets one correct."""
        found = self._element(element)
        said = found.facts.properties.get("correct", "") if found else ""
        return frozenset(key.strip() for key in said.split(",") if key.strip())

    def element_name(self, id: str, language: str) -> str:
        """What an element is called: the catalogue's translation, else the drawing's own name, else what it is and
        where it stands."""
        return pick(self.element_names(id), language) or self._unnamed(id, language)

    def element_names(self, id: str) -> dict[str, str]:
        """The element's names by language: the drawing's own, and those told in the yaml."""
        element = self._element(id)
        lanes = self._compiled.lanes if self._compiled else {}
        drawn = element.name if element else lanes.get(id) if lanes.get(id) != id else ""
        return in_tongues(drawn, self.spec.get("names", {}).get(id))

    def element_words(self, id: str) -> dict[str, str]:
        """What people call the element, in every language."""
        return self.element_names(id) or {language: self._unnamed(id, language) for language in LANGUAGES}

    def drawn_names(self, language: str) -> dict[str, str]:
        """What the process, its elements, arrows and lanes are called, for viewers; English is drawn already."""
        told = {id: texts[language] for id, texts in self.spec.get("names", {}).items() if texts.get(language)}
        return {self.spec["process"]: self.name(language), **told}

    def lane_name(self, id: str, language: str) -> str:
        return self.element_name(id, language)

    def lane_assignment(self, element: str) -> str | None:
        """The assignment expression of the lane in which the element lies, if the catalogue binds that lane."""
        found = self._element(element)
        return self.spec.get("lanes", {}).get(found.lane) if found and found.lane else None

    def outcomes(self, element: str) -> tuple[Outcome, ...]:
        """The decisions the element offers, the primary first; empty where none are named."""
        if element not in self._outcomes:
            found = self._element(element)
            names = self.spec.get("names", {})
            self._outcomes[element] = outcomes_of(found.facts.properties, names) if found else ()
        return self._outcomes[element]

    def steps(self, language: str) -> tuple[OutlineStep, ...]:
        """What people do in this service, in order, for those who never read a drawing."""
        return outline(self, language)

    def _unnamed(self, id: str, language: str) -> str:
        found = self._compiled.unnamed.get(id) if self._compiled else None
        return found.text(language, lambda near: pick(self.element_names(near), language)) if found else id

    def _element(self, id: str):
        return self._compiled.elements.get(id) if self._compiled else None

    @cached_property
    def _bundle(self):
        return read_bundle(models_of(self.files, self.spec["diagram"]), trusted=True)

    @cached_property
    def _forms(self) -> dict[str, Form]:
        own = {id: Form.read(self.files[path]) for path, id in self._form_ids.items()}
        drawn = {id: Form.read(json.dumps(schema)) for id, schema in self._bundle.forms.items() if id not in own}
        return {**drawn, **own}

    @property
    def _form_ids(self) -> dict[str, str]:
        return self.spec.get("forms", {})

    @cached_property
    def _start_facts_form(self) -> str | None:
        inside = (element for element in self.diagram.elements.values() if element.process == self.spec["process"])
        return next((one.facts.form for one in inside if one.kind == "startEvent" and one.facts.form), None)

    @cached_property
    def _correcting(self) -> dict:
        return {}

    @cached_property
    def _outcomes(self) -> dict:
        return {}


_offers = Store(4000)
_published = Store(ROOM)


def published(version_id: int) -> Published:
    """The version of this id, from the process's store: no SQL once it was used."""
    found = _published.get(version_id)
    if found is None:
        version = ServiceVersion
        number, spec, files = db.session.execute(
            select(version.number, version.spec, version.files).where(version.id == version_id)).one()
        found = Published(version_id, number, spec, _readable(files))
        found._compiled  # noqa: B018  compiled here, once, and not in the middle of the first step
        found = _published.put(version_id, found)
    return found


def _readable(packed: bytes) -> dict[str, bytes]:
    try:
        return unpack(packed)
    except (ValueError, zlib.error):
        log.exception("The files of a version cannot be unpacked")
        return {}


def offers(version_ids) -> dict[int, Offer]:
    """The offers of several versions, with at most one statement for those not yet known."""
    known = {id: _offers.get(id) for id in version_ids}
    missing = [id for id, offer in known.items() if offer is None]
    if missing:
        version = ServiceVersion
        rows = db.session.execute(select(version.id, version.number, version.spec).where(version.id.in_(missing)))
        known.update({id: _offers.put(id, Offer(id, number, spec)) for id, number, spec in rows})
    return {id: offer for id, offer in known.items() if offer}


def forget():
    """Empty the process's stores."""
    _offers.clear()
    _published.clear()

"""Whether a gathered version is fit to be published: what the engine, the forms and the order itself say."""

from collections.abc import Mapping

from app.catalog.bundle import hash_of, models_of
from app.catalog.fault import Fault
from app.catalog.folder import place
from app.catalog.grants import Grant
from app.catalog.store import Store
from app.catalog.told import SENT
from app.catalog.undecided import undecided
from app.engine import ModelRefused, check, compile_bundle, read_bundle
from app.forms import Form, FormBroken

_looked_at = Store(256)


def inspect(slug: str, spec: dict, files: dict[str, bytes], services: Mapping[str, Grant]) -> list[Fault]:
    """Faults of a version, errors and warnings; `services` are those there are (`grants()`), and who may call them.

    Reading models in a child process takes its time: what this process has looked at it need not look at again.
    """
    key = hash_of(spec, files), frozenset(services.items())
    return list(_looked_at.get(key) or _looked_at.put(key, tuple(_faults(slug, spec, files, services))))


def _faults(slug, spec, files, services) -> list[Fault]:
    models = models_of(files, spec["diagram"])
    faults = [fault for path in spec["forms"] for fault in _form(slug, path, files)]
    try:
        # With the forms, so that steps can be told which of them are missing.
        bundle = read_bundle({**models, **{path: files[path] for path in spec["forms"]}})
        findings = check(bundle, SENT)
        faults += [_fault(slug, finding, models) for finding in findings if finding.severity in ("error", "warning")]
        if any(finding.severity == "error" for finding in findings):
            return faults
        diagram = compile_bundle(bundle, spec["process"])
    except ModelRefused as refused:
        return faults + [_fault(slug, finding, models) for finding in refused.findings]
    known = {*spec["forms"].values(), *bundle.forms}
    return faults + [*_references(slug, diagram, models, known, services), *_decisions(slug, diagram, bundle, models),
                     *_calls(slug, spec, diagram, models, services), *_bindings(slug, spec, diagram)]


def _form(slug, path, files):
    try:
        Form.read(files[path])
    except FormBroken as broken:
        for finding in broken.findings:
            element = str(getattr(finding, "element", "") or "")
            yield Fault(slug, path, place({path: files[path]}, element)[1], element, finding.message, finding.remedy)


def _fault(slug, finding, models) -> Fault:
    path, line = place(models, finding.element)
    severity = "error" if finding.severity == "error" else "warning"
    return Fault(slug, path, line, finding.element, finding.message, finding.remedy, severity)


def _references(slug, diagram, models, forms, services):
    for element in diagram.elements.values():
        path, line = place(models, element.id)
        form, called = element.facts.form, element.facts.called
        if form and form not in forms:
            yield Fault(slug, path, line, element.id, f"There is no form with the id “{form}”.",
                        "Give the step the id that stands in the form's file.")
        if called and not called.startswith(("=", "$", "#")) and called not in {*services, *diagram.processes}:
            yield Fault(slug, path, line, element.id, f"“{called}” is neither a fragment in “uses” nor a service.",
                        "Name the fragment's diagram in “uses”, or call a service by its slug.")


def _decisions(slug, diagram, bundle, models):
    known = [one.get("id") for root in bundle.decisions.values() for one in root.iter("{*}decision")]
    for element, later in undecided(diagram.elements.values(), known):
        path, line = place(models, element.id)
        yield Fault(slug, path, line, element.id, f"The decision “{element.facts.decision}” is in none of the files.",
                    "Put the DMN file that holds it beside the drawing, or name another decision.",
                    "warning" if later else "error")


def _calls(slug, spec, diagram, models, services):
    """Calls of services whose departments have not said that this one's may call them."""
    for element in diagram.elements.values():
        called = element.facts.called
        grant = services.get(called) if called and called not in diagram.processes else None
        if grant is not None and not grant.allows(spec["department"]):
            path, line = place(models, element.id)
            yield Fault(slug, path, line, element.id,
                        f"“{called}” belongs to {grant.department}, which does not let {spec['department']} call it.",
                        f"Ask {grant.department} to name “{spec['department']}” in “callable_by” of “{called}”.")


def _bindings(slug, spec, diagram):
    for lane in spec.get("lanes") or {}:
        if lane not in diagram.lanes:
            yield Fault(slug, spec["diagram"], 0, lane, f"“lanes” binds “{lane}”, which is no lane of the drawing.",
                        severity="warning")

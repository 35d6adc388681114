"""Services that call this one, and what a new version would break for them."""

import re

from sqlalchemy import select

from app.base import db
from app.catalog import Published, Service, VersionUnusable, published
from app.catalog.questions import must_be_said, questions, top_parts
from app.forms import FormBroken
from app.studio.publishing.point import ACCEPT, Point, said
from app.studio.publishing.words import WORDS

ALWAYS_GIVEN = {"outcome", "number", "comment", "requester", "beneficiary"}
WORD = re.compile(r"[^\W\d]\w*")
QUOTED = re.compile(r"\"[^\"]*\"")


def callers_of(slug: str) -> list[Published]:
    """Live versions of other services whose drawings call this one."""
    offered = (Service.retired_at.is_(None), Service.current_version_id.is_not(None), Service.slug != slug)
    ids = db.session.scalars(select(Service.current_version_id).where(*offered).order_by(Service.slug)).all()
    return [version for version in map(published, ids) if calls_in(version, slug)]


def calls_in(version: Published, slug: str) -> list:
    """Elements of the version that call the service `slug`."""
    if not any(slug.encode() in data for path, data in version.files.items() if path.endswith(".bpmn")):
        return []
    try:
        return [one for one in version.diagram.elements.values() if one.facts.called == slug]
    except VersionUnusable:
        return []


def breaking(old: Published, new: Published) -> list[Point]:
    """What callers gave or read that the new version does not take or give any more, by their names."""
    before, after = _questions(old), _questions(new)
    lost = _variables(old) - _variables(new)
    found = {}
    for caller in callers_of(old.slug):
        for call in calls_in(caller, old.slug):
            given = {one.target for one in call.facts.inputs}
            read = {word for one in call.facts.outputs for word in _names(one.source)}
            must = {key for key, needed in after.items() if needed and not before.get(key)}
            found |= _points(caller, {
                "caller-loses-answer": given & (before.keys() - after.keys()),
                "caller-must-answer": set() if call.facts.propagate_all else must - given,
                "caller-loses-result": read & lost - ALWAYS_GIVEN,
            })
    return list(found.values())


def _points(caller, keys_by_rule) -> dict[str, Point]:
    points = (said(WORDS, rule, ACCEPT, which=f"{caller.slug}:{key}", caller=caller.names, key=key)
              for rule, keys in keys_by_rule.items() for key in sorted(keys))
    return {one.key: one for one in points}


def _questions(version) -> dict[str, bool]:
    """Keys of the start form, and whether each must be answered."""
    return {key: must_be_said(part) for key, part in questions(version).items()}


def _variables(version) -> set[str]:
    """Names of what a case of this version may know at its end, as far as drawings and forms say."""
    try:
        elements = version.diagram.elements.values()
    except VersionUnusable:
        return set()
    told = {one.target for element in elements for one in (*element.facts.outputs, *element.facts.inputs)}
    told |= {element.facts.result_variable for element in elements if element.facts.result_variable}
    scripts = {word for element in elements if element.facts.script for word in WORD.findall(element.facts.script)}
    return told | scripts | {key for path in version.spec.get("forms", {}) for key in _keys(version, path)}


def _keys(version, path):
    try:
        return [one.key for one in top_parts(version.form(version.spec["forms"][path]))]
    except (LookupError, FormBroken):
        return []


def _names(expression: str) -> set[str]:
    return set(WORD.findall(QUOTED.sub("", expression)))

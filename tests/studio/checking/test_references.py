"""What a drawing refers to, as far as the engine does not know it."""

from app.catalog import Service, published
from app.studio.checking import blocking, findings


def test_a_call_of_another_department_needs_its_leave(studio, clock):
    version = published(Service.query.filter_by(slug="new-employee").one().current_version_id)
    assert blocking(findings(version.spec, version.files, now=clock.now)) == []
    elsewhere = {**version.spec, "department": "legal"}
    found = blocking(findings(elsewhere, version.files, now=clock.now))
    assert [(one.rule, one.params["called"]) for one in found] == [("called-not-granted", "equipment")]
    assert "and IT does not let this department call it" in found[0].text("en")
    assert "فناوری اطلاعات" in found[0].text("fa")


def test_texts_that_are_missing_in_a_language_are_named(studio, clock):
    version = published(Service.query.filter_by(slug="leave").one().current_version_id)
    names = {**version.spec["names"], "Lane_hr": {"fa": "منابع انسانی"}}
    form = version.files["forms/hr/leave.form"].replace('"label:ar": "نوع الإجازة",'.encode(), b"")
    files = {**version.files, "forms/hr/leave.form": form}
    found = [one for one in findings({**version.spec, "names": names}, files, now=clock.now)
             if one.rule == "texts-untranslated"]
    assert [one.severity for one in found] == ["warning"]
    assert found[0].text("en") == "Missing in Arabic: Human resources, Leave › Kind of leave."


def test_a_call_says_what_the_called_service_would_ask_people_for(studio, clock):
    version = published(Service.query.filter_by(slug="new-employee").one().current_version_id)
    path = version.spec["diagram"]

    def untold(*changes) -> dict:
        text = version.files[path].decode().replace('processId="equipment"', 'processId="purchase"')
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        spec = {**version.spec, "department": "it"}  # which purchase lets call it
        found = findings(spec, {**version.files, path: text.encode()}, now=clock.now)
        return {one.element: one for one in found if one.rule == "call-untold"}

    [one] = untold().values()
    assert one.severity == "warning"
    assert "“Purchase requisition” and does not tell it: What is bought, in one line?" in one.text("en")
    assert "در یک خط" in one.text("fa")
    told = untold(('target="type"', 'target="title"'))[one.element]
    assert "in one line" not in told.text("en")
    assert untold(('propagateAllChildVariables="false"', 'propagateAllChildVariables="true"')) == {}

"""The static check tells owners what to mend, in three languages."""

from tests.forms.desk import NEEDED, choice, form, rows, text


def rules(drawn, severity=None):
    return [finding.rule for finding in drawn.findings() if finding.severity != "info" or severity == "info"]


def test_a_good_form_has_nothing_to_mend():
    drawn = form(text("reason", **NEEDED), choice("what", "a", "b"), rows("lines", text("reason")))
    assert rules(drawn) == []


def test_what_must_be_mended_is_found():
    drawn = form(
        {"type": "signature", "key": "s", "label": "Sign"},
        text("reason"),
        text("reason"),
        {"type": "textfield", "label": "No key"},
        {"type": "select", "key": "none", "label": "None"},
        choice("twice", "a", "a"),
        text("bad", conditional={"hide": "= 1 +"}, validate={"pattern": "(?=x)"}),
        {"type": "textfield", "key": "unnamed"},
        rules=[{"test": "reason = ", "at": "reason"}, {"test": "true", "at": "nowhere"}],
    )
    assert sorted(rules(drawn)) == sorted(
        [
            "form-unknown-type",
            "form-same-key",
            "form-no-key",
            "form-no-options",
            "form-same-option",
            "form-bad-formula",
            "form-bad-pattern",
            "form-no-label",
            "form-bad-formula",
            "form-bad-rule",
        ]
    )


def test_two_variants_of_one_field_may_share_a_key_if_both_can_be_hidden():
    hidden = {"conditional": {"hide": "=a"}}
    assert rules(form(text("x", **hidden), text("x", **hidden))) == []


def test_missing_translations_are_told_as_hints():
    drawn = form(choice("what", "a", properties={"label:fa": "چه", "label:ar": "ماذا", "option:a:ar": "أ"}))
    assert [finding.params["property"] for finding in drawn.findings()] == ["option:a:fa"]


def test_findings_speak_three_languages_and_name_the_field():
    found = form({"type": "select", "key": "c", "label": "Colour"}).findings()[0]
    assert found.message == "“Colour” offers nothing to choose."
    assert "Colour" in found.text("fa") and found.text("fa") != found.message
    assert found.remedy_text("ar") and found.as_dict()["element"]


def test_blocks_of_templates_are_told_as_not_carried_out():
    drawn = form({"type": "text", "text": "{{#if a}}yes{{/if}}"})
    assert rules(drawn) == ["form-block"]

"""Script tasks with nothing to run."""

from app.engine.bpmn import descendants
from app.engine.read.dialects import facts_of
from app.engine.repair.drawing import set_text

NOTHING = "pass"


def mend_scripts(root, pen) -> None:
    for task in descendants(root, "scriptTask"):
        if not facts_of(task).script and pen.may("script-empty-passes", task):
            set_text(task, "script", NOTHING)
            task.set("scriptFormat", "python")

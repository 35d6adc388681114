"""Script tasks (BPMN 13.3.3)."""

from app.engine.scripts import run_script
from app.engine.specs.activity import Activity


class ScriptTask(Activity):
    """Writes every variable the script changes; one that breaks stands as an incident unless its error is caught."""

    def work(self, token):
        script = self.facts.script or ""
        if script.strip():
            run_script(token, script, self.facts.script_language, self.facts.result_variable)
        return True

    def results(self, token, values):
        return values

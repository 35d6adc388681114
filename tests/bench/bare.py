"""The bare engine on the reference work: load with the spec inside, step, JSON, one SQLite commit an operation."""

import json
import sqlite3
from pathlib import Path

from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState


class Bare:
    """open, submit, approve: what the library does by itself, with Python's own `eval` for scripts."""

    def __init__(self, model: Path, folder: Path):
        parser = BpmnParser()
        parser.add_bpmn_file(str(model))
        self.spec = parser.get_spec("purchase_approval")
        self.serializer = BpmnWorkflowSerializer()
        self.database = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self.database.execute("pragma journal_mode=wal")
        self.database.execute("pragma synchronous=normal")
        self.database.execute("create table run (id integer primary key, state text)")

    def open(self) -> int:
        workflow = BpmnWorkflow(self.spec)
        workflow.do_engine_steps()
        self.database.execute("begin")
        id = self.database.execute(
            "insert into run (state) values (?)", (self.serializer.serialize_json(workflow),)
        ).lastrowid
        self.database.execute("commit")
        return id

    def complete(self, id: int, values: dict):
        self.database.execute("begin")
        (state,) = self.database.execute("select state from run where id = ?", (id,)).fetchone()
        workflow = self.serializer.deserialize_json(state)
        task = next(task for task in workflow.get_tasks(state=TaskState.READY) if task.task_spec.manual)
        task.data.update(json.loads(json.dumps(values)))
        task.run()
        workflow.do_engine_steps()
        self.database.execute("update run set state = ? where id = ?", (self.serializer.serialize_json(workflow), id))
        self.database.execute("commit")

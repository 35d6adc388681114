"""The executable flag: a drawing that was never meant for an engine can be tried in one."""

from app.engine.bpmn import descendants, nodes, true


def make_executable(root, pen) -> None:
    for process in descendants(root, "process"):
        if nodes(process) and not true(process, "isExecutable") and pen.may("not-executable", process):
            process.set("isExecutable", "true")

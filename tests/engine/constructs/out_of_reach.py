"""The conformance cases that cannot be met, and why: their own descriptions contradict what they expect.

None is refused by `check`: each construct runs as its clause says, and a refusal would hit sound models too.
"""

OUT_OF_REACH = {
    "AdHocSubProcess_Sequential.bpmn": "Expects a mark “task3” that no element of the model leaves behind: the script "
    "after the sub-process says “task1”. By 13.3.5 both inner tasks are done, one after the other, then that script: "
    "the model runs task1, task2, task1.",
    "Escalation_EndEvent_TopLevel.bpmn": "Expects that the script of the called process leaves nothing behind. It "
    "stands before the escalation end event, so it has been done when the escalation is thrown (13.3.4, 13.5.6), and a "
    "boundary event that does not interrupt takes nothing back (13.5.3): the model runs that script, then task1.",
    "Timer_BoundaryEvent_SubProcess_Interrupting_Activity.bpmn": "Expects a script to last longer than the two seconds "
    "of a boundary timer; the script no longer waits, and a timer ends an activity only while it is active (13.5.3). "
    "The model runs task1 and the timer never comes due: `check` says so at the timer (timer-in-vain).",
}

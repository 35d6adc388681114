"""Changes that a new version makes to the drawing of the sample services, as texts to put in place of others."""

SAME = ("<bpmn:process id=", "<!-- a word more --><bpmn:process id=")
RENAMED = ('name="Approve the need"', 'name="Say yes or no"')
ATTRIBUTES = ("id", "bpmnElement", "attachedToRef", "sourceRef", "targetRef")


def other_id(old: str, new: str) -> list[tuple[str, str]]:
    """A node has another id everywhere."""
    return [*((f'{name}="{old}"', f'{name}="{new}"') for name in ATTRIBUTES), (f">{old}<", f">{new}<")]


def step_before(element: str, way: str) -> list[tuple[str, str]]:
    """A new step named Check on the way into an element."""
    check = '<bpmn:userTask id="Check" name="Check the budget"/>'
    check += f'<bpmn:sequenceFlow id="F_check" sourceRef="Check" targetRef="{element}"/></bpmn:process>'
    shape = '<bpmndi:BPMNShape id="Check_di" bpmnElement="Check"><dc:Bounds x="60" y="500" width="100" height="80"/>'
    shape += '</bpmndi:BPMNShape><bpmndi:BPMNEdge id="F_check_di" bpmnElement="F_check"><di:waypoint x="160" y="500"/>'
    shape += '<di:waypoint x="290" y="300"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane>'
    into = (f'id="{way}" sourceRef="{{}}" targetRef="{element}"', f'id="{way}" sourceRef="{{}}" targetRef="Check"')
    source = {"F1": "Asked", "To_order": "Approved"}[way]
    moved = tuple(text.format(source) for text in into)
    ended = ("</bpmn:process>", check), ("</bpmndi:BPMNPlane>", shape)
    return [moved, (f"<bpmn:incoming>{way}</bpmn:incoming>", "<bpmn:incoming>F_check</bpmn:incoming>"), *ended]


def reminder_at(element: str) -> list[tuple[str, str]]:
    """A new timer named Late at a step, which ends the request a day later."""
    timer = f'<bpmn:boundaryEvent id="Late" attachedToRef="{element}"><bpmn:outgoing>F9</bpmn:outgoing>'
    timer += "<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>"
    timer += '</bpmn:boundaryEvent><bpmn:sequenceFlow id="F9" sourceRef="Late" targetRef="Bought"/></bpmn:process>'
    shape = '<bpmndi:BPMNShape id="Late_di" bpmnElement="Late"><dc:Bounds x="480" y="480" width="36" height="36"/>'
    shape += '</bpmndi:BPMNShape><bpmndi:BPMNEdge id="F9_di" bpmnElement="F9"><di:waypoint x="498" y="516"/>'
    shape += '<di:waypoint x="680" y="478"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane>'
    return [("</bpmn:process>", timer), ("</bpmndi:BPMNPlane>", shape)]

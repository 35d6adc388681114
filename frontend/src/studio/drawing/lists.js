// Some tools do not list at a step which arrows come and go. Those who read a drawing ask the step, and a file in which
// only the steps that were drawn here have such lists would be told to be incomplete: so all of them get theirs.
function Lists(eventBus) {
  eventBus.on("import.render.start", ({ definitions }) => definitions.rootElements?.forEach(complete));
}
Lists.$inject = ["eventBus"];

function complete(scope) {
  for (const one of scope.flowElements ?? []) {
    if (one.$type === "bpmn:SequenceFlow") {
      know(one.sourceRef, "outgoing", one);
      know(one.targetRef, "incoming", one);
    }
    complete(one);
  }
}

function know(step, list, flow) {
  if (step?.$instanceOf("bpmn:FlowNode") && !step.get(list).includes(flow)) step.get(list).push(flow);
}

export default { __init__: ["studioLists"], studioLists: ["type", Lists] };

// The sign of a step's kind stands in its corner: a name of several lines moves down as far as there is room, so that both can be read.
const SIGNED = ["User", "Service", "Send", "Receive", "Manual", "Script", "BusinessRule"].map((kind) => `bpmn:${kind}Task`);
const BELOW = 9, EDGE = 5;

function Signs(bpmnRenderer, textRenderer) {
  const { drawShape } = bpmnRenderer, write = textRenderer.createText;
  let drawn = null;
  bpmnRenderer.drawShape = function (parent, shape, ...rest) {
    drawn = SIGNED.includes(shape.type) ? shape : null;
    try {
      return drawShape.call(this, parent, shape, ...rest);
    } finally {
      drawn = null;
    }
  };
  textRenderer.createText = (text, options) => {
    const name = write.call(textRenderer, text, options), lines = name.querySelectorAll("tspan").length;
    if (!drawn || lines < 3 || options.align !== "center-middle") return name;
    const { fontSize, lineHeight } = textRenderer.getDefaultStyle();
    const free = (drawn.height - lines * fontSize * lineHeight) / 2;
    return write.call(textRenderer, text, { ...options, align: "center-top", padding: { top: free + Math.max(0, Math.min(BELOW, free - EDGE)), left: EDGE, right: EDGE } });
  };
}
Signs.$inject = ["bpmnRenderer", "textRenderer"];

export default { __init__: ["signs"], signs: ["type", Signs] };

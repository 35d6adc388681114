// Names that can be read: a name of several lines makes room for the sign in the corner of its step, and a label that another
// modeler measured for a narrower font is as wide as its longest word.
const SIGNED = ["User", "Service", "Send", "Receive", "Manual", "Script", "BusinessRule"].map((kind) => `bpmn:${kind}Task`);
const BELOW = 9, EDGE = 5, WIDEST = 120;

function Signs(bpmnRenderer, textRenderer) {
  const { drawShape } = bpmnRenderer, write = textRenderer.createText;
  let drawn = null;
  bpmnRenderer.drawShape = function (parent, shape, ...rest) {
    drawn = shape.labelTarget || SIGNED.includes(shape.type) ? shape : null;
    try {
      return drawShape.call(this, parent, shape, ...rest);
    } finally {
      drawn = null;
    }
  };
  textRenderer.createText = (text, options) => {
    if (drawn?.labelTarget) return label(text, options);
    const name = write.call(textRenderer, text, options), lines = name.querySelectorAll("tspan").length;
    if (!drawn || lines < 3 || options.align !== "center-middle") return name;
    const { fontSize, lineHeight } = textRenderer.getDefaultStyle();
    const free = (drawn.height - lines * fontSize * lineHeight) / 2;
    return write.call(textRenderer, text, { ...options, align: "center-top", padding: { top: free + Math.max(0, Math.min(BELOW, free - EDGE)), left: EDGE, right: EDGE } });
  };

  const long = (word) => textRenderer.getExternalLabelBounds({ x: 0, y: 0, width: 1000, height: 30 }, word).width;

  function label(text, options) {
    const given = options.box.width, width = Math.max(given, ...text.split(/\s+/).map((word) => Math.min(long(word), WIDEST)));
    const name = write.call(textRenderer, text, { ...options, box: { ...options.box, width } });
    if (width > given) name.setAttribute("transform", `translate(${(given - width) / 2} 0)`);
    return name;
  }
}
Signs.$inject = ["bpmnRenderer", "textRenderer"];

export default { __init__: ["signs"], signs: ["type", Signs] };

// What a step is beyond its shape, read from and written into the drawing in the words of the file's dialect.
import { children, dialectOf, extended, extension } from "./dialect.js";

const listed = (text) => (text ?? "").split(",").map((word) => word.trim()).filter(Boolean);

export class Facts {
  constructor(modeler, modeling, moddle, bpmnFactory) {
    Object.assign(this, { modeler, modeling, moddle, bpmnFactory });
  }

  get dialect() { return dialectOf(this.modeler.getDefinitions()) }

  get family() { return this.dialect.kind !== "zeebe" }

  attribute(thing, name) { return thing.get(`${this.dialect.prefix}:${name}`) }

  /** Our own properties: `outcomes`, `due`, `calendar`, `state`, ... */
  property(thing, name) {
    return children(extension(thing, "properties", this.dialect), "property").find((one) => one.name === name)?.value ?? "";
  }

  properties(thing) {
    return children(extension(thing, "properties", this.dialect), "property").map(({ name, value }) => ({ name: name ?? "", value: value ?? "" }));
  }

  setProperties(element, pairs, thing = element.businessObject) {
    const kept = pairs.filter(({ name }) => name);
    this.extend(element, { properties: kept.length ? { $: kept.map(({ name, value }) => ["property", { name, value }]) } : null }, thing);
  }

  setProperty(element, changes, thing = element.businessObject) {
    const kept = this.properties(thing).filter(({ name }) => !(name in changes));
    const added = Object.entries(changes).filter(([, value]) => value).map(([name, value]) => ({ name, value }));
    this.setProperties(element, [...kept, ...added], thing);
  }

  form(thing) {
    if (this.family) return this.attribute(thing, "formRef") ?? this.attribute(thing, "formKey") ?? "";
    const found = extension(thing, "formDefinition", this.dialect);
    return found?.formId ?? found?.formKey ?? "";
  }

  setForm(element, id) {
    if (!this.family) return this.extend(element, { formDefinition: id ? { formId: id } : null });
    const old = this.attribute(element.businessObject, "formRef") === undefined ? "formKey" : "formRef";
    this.set(element, { [old]: id || undefined });
  }

  /** {assignee, users, groups}; expressions stay as they are written. */
  people(thing) {
    const found = this.family ? Object.fromEntries(["assignee", "candidateUsers", "candidateGroups"].map((name) => [name, this.attribute(thing, name)]))
      : extension(thing, "assignmentDefinition", this.dialect);
    return { assignee: found?.assignee ?? "", users: found?.candidateUsers ?? "", groups: found?.candidateGroups ?? "" };
  }

  setWho(element, who) {
    if (this.family) return this.set(element, { assignee: who || undefined, candidateUsers: undefined, candidateGroups: undefined });
    this.extend(element, { assignmentDefinition: who ? { assignee: who } : null });
  }

  outcomes(thing) { return listed(this.property(thing, "outcomes")) }

  comments(thing) {
    const said = this.properties(thing).find(({ name }) => name === "comment");
    return said ? listed(said.value) : ["rejected", "sent_back"];
  }

  topic(thing) {
    if (this.family) return this.attribute(thing, "topic") ?? this.attribute(thing, "class") ?? this.attribute(thing, "delegateExpression") ?? "";
    return extension(thing, "taskDefinition", this.dialect)?.type ?? "";
  }

  setTopic(element, topic) {
    // Whatever another engine ran in its place is gone as soon as something else is called.
    const code = Object.fromEntries(["class", "delegateExpression", "expression"].map((name) => [name, undefined]));
    if (this.family) return this.set(element, { ...code, type: topic ? "external" : undefined, topic: topic || undefined });
    this.extend(element, { taskDefinition: topic ? { type: topic } : null });
  }

  called(thing) { return extension(thing, "calledElement", this.dialect)?.processId ?? thing.calledElement ?? "" }

  /** Lists of {source, target}, expressions as written. */
  mappings(thing) {
    if (!this.family) {
      const found = extension(thing, "ioMapping", this.dialect);
      const read = (name) => children(found, name).map(({ source = "", target = "" }) => ({ source, target }));
      return { inputs: read("input"), outputs: read("output") };
    }
    const found = extension(thing, "inputOutput", this.dialect);
    const read = (name) => children(found, name).map((one) => ({ source: one.$body ?? "", target: one.name ?? "", fixed: Boolean(one.$children?.length) }));
    return { inputs: read("inputParameter"), outputs: read("outputParameter") };
  }

  setMappings(element, { inputs, outputs }) {
    const named = (list) => list.filter(({ target }) => target);
    this.extend(element, this.mapped(named(inputs), named(outputs)));
  }

  mapped(inputs, outputs) {
    const any = inputs.length || outputs.length;
    if (!this.family) {
      const pairs = (name, list) => list.map(({ source, target }) => [name, { source, target }]);
      return { ioMapping: any ? { $: [...pairs("input", inputs), ...pairs("output", outputs)] } : null };
    }
    const pairs = (name, list) => list.map(({ source, target }) => [name, { name: target, $body: source }]);
    return { inputOutput: any ? { $: [...pairs("inputParameter", inputs), ...pairs("outputParameter", outputs)] } : null };
  }

  /** A user task nobody has worked on yet. */
  userTask() {
    const thing = this.bpmnFactory.create("bpmn:UserTask");
    if (!this.family) thing.extensionElements = extended(thing, { userTask: {} }, this.moddle, this.dialect);
    return thing;
  }

  /** A call of a fragment or service with its declared inputs and outputs filled in. */
  call(part) {
    const thing = this.bpmnFactory.create("bpmn:CallActivity", { name: part.name });
    const parts = this.callParts(part);
    if (this.family) thing.calledElement = part.process;
    thing.extensionElements = extended(thing, parts, this.moddle, this.dialect);
    return thing;
  }

  setCalled(element, part) {
    if (this.family) this.modeling.updateProperties(element, { calledElement: part.process || undefined });
    this.extend(element, this.callParts(part));
  }

  callParts({ process, inputs = [], outputs = [] }) {
    const called = process ? { processId: process, propagateAllChildVariables: "false", propagateAllParentVariables: "false" } : null;
    const given = inputs.map(({ key, value }) => ({ target: key, source: value })), got = outputs.map(({ key, target }) => ({ source: `=${key}`, target }));
    return { ...(this.family ? {} : { calledElement: called }), ...this.mapped(given, got) };
  }

  decision(thing) {
    if (this.family) return { id: this.attribute(thing, "decisionRef") ?? "", variable: this.attribute(thing, "resultVariable") ?? "" };
    const found = extension(thing, "calledDecision", this.dialect);
    return { id: found?.decisionId ?? "", variable: found?.resultVariable ?? "" };
  }

  setDecision(element, { id, variable }) {
    if (this.family) return this.set(element, { decisionRef: id || undefined, resultVariable: variable || undefined });
    this.extend(element, { calledDecision: id ? { decisionId: id, resultVariable: variable } : null });
  }

  /** The loop over a list: {collection, item, results, result}. */
  loop(thing) {
    const loop = thing.loopCharacteristics;
    if (!loop?.$instanceOf("bpmn:MultiInstanceLoopCharacteristics")) return null;
    if (this.family) return { collection: this.attribute(loop, "collection") ?? "", item: this.attribute(loop, "elementVariable") ?? "", results: "", result: "" };
    const found = extension(loop, "loopCharacteristics", this.dialect);
    return { collection: found?.inputCollection ?? "", item: found?.inputElement ?? "", results: found?.outputCollection ?? "", result: found?.outputElement ?? "" };
  }

  setLoop(element, { collection, item, results, result }) {
    const loop = element.businessObject.loopCharacteristics;
    if (this.family) return this.set(element, { collection: collection || undefined, elementVariable: item || undefined }, loop);
    const told = { inputCollection: collection, inputElement: item, outputCollection: results, outputElement: result };
    const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value));
    this.extend(element, { loopCharacteristics: Object.keys(said).length ? said : null }, loop);
  }

  /** Puts extension elements into a thing of an element, as one step of undo. */
  extend(element, parts, thing = element.businessObject) {
    const extensionElements = extended(thing, parts, this.moddle, this.dialect);
    this.modeling.updateModdleProperties(element, thing, { extensionElements });
  }

  set(element, attributes, thing = element.businessObject) {
    const named = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`${this.dialect.prefix}:${name}`, value]));
    this.modeling.updateModdleProperties(element, thing, named);
  }
}
Facts.$inject = ["bpmnjs", "modeling", "moddle", "bpmnFactory"];

/** For those who only look: the same reading, nothing to write with. */
export class ReadFacts extends Facts {
  constructor(modeler, moddle) {
    super(modeler, null, moddle, null);
  }
}
ReadFacts.$inject = ["bpmnjs", "moddle"];

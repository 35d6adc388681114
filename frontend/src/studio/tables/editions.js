// The editor knows one edition of DMN, 1.3; Camunda 7 and others write older and newer ones, whose tables differ by their namespace only.
const EDITION = "https://www.omg.org/spec/DMN/20191111/";
const MODELS = /http:\/\/www\.omg\.org\/spec\/DMN\/20151101\/dmn(?:11)?\.xsd|https?:\/\/www\.omg\.org\/spec\/DMN\/20(?:151101|180521|211108|230324)\/MODEL\//g;
const DRAWINGS = /https?:\/\/www\.omg\.org\/spec\/DMN\/20(?:180521|211108|230324)\/DMNDI\//g;

/** The same tables in the edition of the editor. */
export const edited = (xml) => xml.replace(MODELS, `${EDITION}MODEL/`).replace(DRAWINGS, `${EDITION}DMNDI/`);

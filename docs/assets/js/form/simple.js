// Questions with one answer: one kind of control per kind of rule, whatever the field is called.
import { swedishDate } from "../core/dates.js";
import { element } from "../core/element.js";
import { valuesOf } from "../record/violations.js";
import { fillBeside } from "./beside.js";
import { grouped } from "./choices.js";
import { describedBy, faultLine, helpLine, helpText, newId, register } from "./frame.js";
import { isClock, isRead } from "./meant.js";
import { pasteInOneLine } from "./pasted.js";
import { getAt, setAt } from "./values.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./frame.js").Rule} Rule */
/** @typedef {import("./frame.js").Need} Need */
/** @typedef {import("./frame.js").Context} Context */
/** @typedef {import("../record/types.js").Value} Value */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input */

const LONG = 160; // past this many characters a text gets several lines
const [FEWEST_COUNTED, MOST_COUNTED] = [100, 2000]; // limits between these are counted down while one writes
const PAUSE_MS = 1000; // without a key before the count is spoken

/** @param {Rule} rule @param {Path} path @param {Need} needed @param {Context} context */
export function singleQuestion(rule, path, needed, context) {
  const id = newId();
  const values = valuesOf(rule, context.data.vokabular);
  const control = values ? select(values) : input(rule);
  control.id = id;
  control.setAttribute("aria-describedby", describedBy(id));
  // Not `required`: what is empty would be announced as wrong before anybody has written.
  if (needed === true) control.setAttribute("aria-required", "true");
  control.value = String(getAt(context.values, path) ?? "");
  const fault = faultLine(id);
  const explained = values ? explanation(values, control) : suggested(rule, control, context);
  const meant = isRead(rule) ? element("p", { class: "not forstatt", hidden: true }) : null;
  follow(control, rule, path, meant, context);
  const help = helpLine(id, helpText(rule, needed, !values && !rule["x-forslag"]));
  const most = isCounted(rule) && !values ? counter(rule.maxLength ?? 0, control, context) : null;
  const box = element("div", { class: "fraga" },
    element("label", { for: id }, rule.title), help, fault, control, meant, explained, most);
  register({ box, focus: control, fault, path }, context);
  return box;
}

/** What is written goes into the form's values at once. @param {Input} control @param {Rule} rule @param {Path} path
 * @param {HTMLElement | null} line where it is told how it was understood @param {Context} context */
function follow(control, rule, path, line, context) {
  const write = (/** @type {boolean} */ isDone) => {
    setAt(context.values, path, control.value === "" ? undefined : control.value);
    context.changed(path, isDone);
  };
  control.addEventListener("input", () => {
    if (line) line.hidden = true;
    write(false);
  });
  control.addEventListener("change", () => {
    const usual = control instanceof HTMLSelectElement ? null : context.tidy(control.value, rule);
    if (usual && usual.text !== control.value) control.value = usual.text;
    write(true);
    if (line && usual) tellMeant(line, usual, fillBeside(path, usual, context), rule, context);
  });
  if (control instanceof HTMLInputElement) pasteInOneLine(control);
}

/** How it was understood, where more than a space was read into it. @param {HTMLElement} line
 * @param {import("./frame.js").Tidied} usual @param {string} beside what was filled in beside it @param {Rule} rule
 * @param {Context} context */
function tellMeant(line, { text, isMeant }, beside, rule, context) {
  line.hidden = !isMeant;
  if (!isMeant) return;
  const shown = rule.format === "date" ? swedishDate(text, context.data.tillit.manader) : text;
  line.textContent = [`Vi läser det som ${shown}.`, beside].filter(Boolean).join(" ");
  context.say(line.textContent);
}

/** @param {Value[]} values */
function select(values) {
  const option = (/** @type {Value} */ one) => element("option", { value: one.const }, one.title);
  const groups = grouped(values).map(([label, own]) =>
    (label ? [element("optgroup", { label }, ...own.map(option))] : own.map(option)));
  return element("select", {}, element("option", { value: "" }, "Välj"), ...groups.flat());
}

/** What the chosen value means. @param {Value[]} values @param {Input} control */
function explanation(values, control) {
  const shown = element("span", { class: "not" });
  const explain = () => {
    shown.textContent = values.find((one) => one.const === control.value)?.description ?? "";
  };
  control.addEventListener("input", explain);
  control.addEventListener("change", explain);
  explain();
  return shown;
}

/** @param {Rule} rule @param {Input} control @param {Context} context */
function suggested(rule, control, context) {
  const kind = rule["x-forslag"];
  return kind && control instanceof HTMLInputElement ? context.suggestions.connect(control, kind, context.say) : null;
}

/** @param {Rule} rule @returns {HTMLInputElement | HTMLTextAreaElement} */
function input(rule) {
  const made = (/** @type {Record<string, any>} */ more) =>
    element("input", { type: "text", autocomplete: "off", ...more });
  const most = rule.maxLength ?? 0;
  // Not a browser's own field for days and times: those take nothing that is pasted, and old ones lack them.
  if (rule.format === "date") return made({ class: "halv" });
  if (isClock(rule)) return made({ class: "smal" });
  const inputmode = rule.type === "integer" ? "numeric" : "decimal";
  if (rule.type !== "string") return made({ inputmode, class: "smal" });
  if (most > LONG && rule["x-text"]) return element("textarea", { rows: most > 1000 ? 8 : 3, autocomplete: "off" });
  return made({ class: most > 60 || !most ? "" : "halv" });
}

/** @param {Rule} rule */
const isCounted = ({ maxLength = 0 }) => maxLength >= FEWEST_COUNTED && maxLength <= MOST_COUNTED;

/** How many characters are left. @param {number} most @param {Input} control @param {Context} context */
function counter(most, control, context) {
  const shown = element("p", { class: "not raknare" });
  let timer = 0;
  const show = () => {
    const left = most - [...control.value.trim()].length;
    shown.textContent = left >= 0 ? `${left} tecken kvar.` : `${-left} tecken för mycket.`;
    shown.classList.toggle("for-mycket", left < 0);
    return left;
  };
  control.addEventListener("input", () => {
    const left = show();
    clearTimeout(timer);
    // Spoken after a pause and only near the limit: a voice for every key helps nobody.
    if (left < most / 5) timer = window.setTimeout(() => context.say(shown.textContent ?? ""), PAUSE_MS);
  });
  show();
  return shown;
}

/** A yes to tick. @param {Rule} rule @param {Path} path @param {Context} context */
export function checkbox(rule, path, context) {
  const id = newId();
  const control = element("input", { type: "checkbox", id, "aria-describedby": describedBy(id) });
  const was = getAt(context.values, path);
  control.checked = was === true;
  control.addEventListener("change", () => {
    setAt(context.values, path, control.checked ? true : was === false ? false : undefined);
    context.changed(path, true);
  });
  const fault = faultLine(id);
  const ticked = element("p", { class: "kryss" }, control, element("label", { for: id }, rule.title));
  const box = element("div", { class: "fraga" }, ticked, helpLine(id, helpText(rule, false, false)), fault);
  register({ box, focus: control, fault, path }, context);
  return box;
}

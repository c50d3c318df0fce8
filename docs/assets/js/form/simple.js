// Questions with one answer, and choices to tick: one kind of control per kind of rule, whatever the field is called.
import { element } from "../core/element.js";
import { valuesOf } from "../record/violations.js";
import { describedBy, faultLine, fieldset, helpLine, helpText, newId, register } from "./frame.js";
import { getAt, setAt } from "./values.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./frame.js").Rule} Rule */
/** @typedef {import("./frame.js").Need} Need */
/** @typedef {import("./frame.js").Context} Context */
/** @typedef {import("../record/types.js").Value} Value */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input */

const LONG = 160; // past this many characters a text gets several lines
const [FEWEST_COUNTED, MOST_COUNTED] = [100, 2000]; // limits between these are counted down while one writes
const MIDNIGHT = "24:00"; // the end of a day; a browser's own field for times does not know it
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
  follow(control, rule, path, context);
  const help = helpLine(id, helpText(rule, needed, !values && !rule["x-forslag"]));
  const most = isCounted(rule) && !values ? counter(rule.maxLength ?? 0, control, context) : null;
  const box = element("div", { class: "fraga" },
    element("label", { for: id }, rule.title), help, fault, control, explained, most);
  register({ box, focus: control, fault, path }, context);
  return box;
}

/** What is written goes into the form's values at once. @param {Input} control @param {Rule} rule @param {Path} path
 * @param {Context} context */
function follow(control, rule, path, context) {
  const write = (/** @type {boolean} */ isDone) => {
    setAt(context.values, path, control.value === "" ? undefined : control.value);
    context.changed(path, isDone);
  };
  control.addEventListener("input", () => write(false));
  control.addEventListener("change", () => {
    const usual = control instanceof HTMLSelectElement ? control.value : context.tidy(control.value, rule);
    if (usual !== control.value) control.value = usual;
    write(true);
  });
}

/** @param {Value[]} values */
function select(values) {
  const options = values.map((one) => element("option", { value: one.const }, one.title));
  return element("select", {}, element("option", { value: "" }, "Välj"), ...options);
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
  if (rule.format === "date") return made({ type: "date", autocomplete: null });
  if (isTime(rule) && !accepts(rule, MIDNIGHT)) return made({ type: "time", autocomplete: null });
  const inputmode = rule.type === "integer" ? "numeric" : "decimal";
  if (rule.type !== "string") return made({ inputmode, class: "smal" });
  if (most > LONG && rule["x-text"]) return element("textarea", { rows: most > 1000 ? 8 : 3, autocomplete: "off" });
  return made({ class: most > 60 || !most ? "" : "halv" });
}

/** @param {Rule} rule @param {string} value */
const accepts = (rule, value) => new RegExp(rule.pattern ?? "", "u").test(value);

/** A time of day. Not one that may be the end of the day: a browser's own control knows no 24:00. @param {Rule} rule */
function isTime({ type, examples, pattern = "" }) {
  const isClock = type === "string" && /^\d\d:\d\d$/.test(String(examples?.[0] ?? ""));
  return isClock && !new RegExp(pattern, "u").test("24:00");
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

/** Values to tick, several of them. @param {Rule} rule @param {Path} path @param {Need} needed
 * @param {Context} context */
export function checkboxes(rule, path, needed, context) {
  const values = valuesOf(rule.items, context.data.vokabular) ?? [];
  const { box, fault, id } = fieldset(rule.title, helpText(rule, needed, false), "val");
  const order = element("p", { class: "not", "aria-live": "polite" });
  const chosen = () => /** @type {string[]} */ (getAt(context.values, path) ?? []);
  const choose = (/** @type {string} */ slug, /** @type {boolean} */ isChosen) => {
    const rest = chosen().filter((other) => other !== slug);
    const now = isChosen ? [...rest, slug] : rest;
    setAt(context.values, path, now.length ? now : undefined);
    order.textContent = orderText(now, values);
    context.changed(path, true);
  };
  order.textContent = orderText(chosen(), values);
  const rows = values.map((one, index) => choice(one, `${id}-${index}`, chosen().includes(one.const), choose));
  box.append(element("ul", { class: "rutor" }, ...rows), order);
  const focus = /** @type {HTMLElement} */ (box.querySelector("input"));
  register({ box, focus, fault, path }, context);
  return box;
}

/**
 * @param {Value} value @param {string} id @param {boolean} isChosen
 * @param {(slug: string, isChosen: boolean) => void} choose
 */
function choice(value, id, isChosen, choose) {
  const box = element("input", { type: "checkbox", id, "aria-describedby": `${id}-hjalp` });
  box.checked = isChosen;
  box.addEventListener("change", () => choose(value.const, box.checked));
  return element("li", {},
    element("span", { class: "kryss" }, box, element("label", { for: id }, value.title)),
    element("span", { class: "not", id: `${id}-hjalp` }, value.description));
}

/** @param {string[]} chosen @param {Value[]} values */
function orderText(chosen, values) {
  const titles = chosen.map((slug) => values.find((one) => one.const === slug)?.title ?? slug);
  return titles.length > 1 ? `Ordning: ${titles.join(", ")}. Det du kryssar först står först.` : "";
}

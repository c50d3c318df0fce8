// Questions that take in one field what a record has in several: hours in one's own words, and a few addresses of which
// one will do. What was understood stands below, as it will be read. Which these are comes with the page (`x-viktigast`
// in the schema).
import { element } from "../core/element.js";
import { ruleAt } from "../record/messages.js";
import { valuesOf } from "../record/violations.js";
import { button, describedBy, faultLine, helpLine, keyOf, newId, register } from "./frame.js";
import { fits, isRead } from "./meant.js";
import { dayWords, hoursMeant, hoursText } from "./meant-hours.js";
import { pasteInOneLine } from "./pasted.js";
import { getAt, setAt } from "./values.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./frame.js").Rule} Rule */
/** @typedef {import("./frame.js").Context} Context */
/** A question of the shortest way. `del`: one part of the field, `delar`: several in one line, `slag`: all of it in
 * one's own words. @typedef {{falt: string, del?: string, delar?: string[], slag?: string, titel?: string,
 *   text?: string}} Short */
/** How a line is written into the form's values, and told: `understand` writes and gives what it will be read as.
 * @typedef {{text: string, understand: (written: string) => string[]}} Way */

/** @param {Short} asked @param {boolean} isNeeded @param {Context} context @param {Way} way @param {boolean} isLong
 * @param {Path} path @returns {HTMLElement} */
function line(asked, isNeeded, context, way, isLong, path) {
  const id = newId();
  const look = { id, autocomplete: "off", "aria-describedby": `${describedBy(id)} ${id}-tolkat`,
    "aria-required": isNeeded ? "true" : null };
  const control = isLong ? element("textarea", { rows: 2, ...look }) : element("input", { type: "text", ...look });
  control.value = way.text;
  const told = element("ul", { class: "forstatt", id: `${id}-tolkat`, hidden: true, "aria-live": "polite" });
  const tell = (/** @type {string[]} */ lines) => {
    told.hidden = !lines.length;
    told.replaceChildren(...lines.map((one) => element("li", {}, one)));
  };
  const write = (/** @type {boolean} */ isDone) => {
    const lines = way.understand(control.value);
    if (isDone) tell(lines);
    context.changed(path, isDone);
  };
  control.addEventListener("input", () => write(false));
  control.addEventListener("change", () => write(true));
  if (control instanceof HTMLInputElement) pasteInOneLine(control);
  const must = isNeeded ? "Måste fyllas i. " : "";
  const fault = faultLine(id);
  const box = element("div", { class: "fraga" }, element("label", { for: id }, asked.titel),
    helpLine(id, `${must}${asked.text}`), fault, control, told);
  const made = { box, focus: control, fault, path };
  register(made, context);
  context.controls.set(keyOf([asked.falt]), made); // that the whole field is missing is told here, too
  return box;
}

/** The hours of a field, or null when what stands there cannot be said in a line. @param {Short} asked
 * @param {Rule} rule @param {boolean} isNeeded @param {Context} context @param {() => HTMLElement} inRows
 * @returns {HTMLElement | null} */
export function hoursLine(asked, rule, isNeeded, context, inRows) {
  const { data } = context;
  const parts = Object.values(rule.items?.properties ?? {});
  const values = parts.map((part) => valuesOf(part, data.vokabular)).find((one) => one !== null) ?? [];
  const words = dayWords(values, data.tidord);
  const rows = getAt(context.values, [asked.falt]) ?? [];
  const text = rows.length ? hoursText(rows, words) : "";
  if (text === null) return null;
  const understand = (/** @type {string} */ written) => {
    const { rows: made, unclear } = hoursMeant(context.plain(written), words);
    setAt(context.values, [asked.falt], made.length ? made : undefined);
    const title = (/** @type {string} */ slug) => values.find((one) => one.const === slug)?.title ?? slug;
    return made.map((row) => rowText(row, title, unclear));
  };
  const box = line(asked, isNeeded, context, { text, understand }, true, [asked.falt]);
  const change = () => {
    const made = inRows();
    box.replaceWith(made);
    made.querySelector("button")?.focus();
  };
  box.append(element("p", { class: "knappar" }, button("Skriv dag för dag", change)));
  return box;
}

/** @param {Record<string, any>} row @param {(slug: string) => string} title @param {string[]} unclear */
function rowText({ dag, fran, till, vad }, title, unclear) {
  if (unclear.includes(vad)) return `Vi förstår inte tiden i ”${vad}”. Den visas som den är skriven.`;
  if (!dag) return `Visas som text: ${vad}`;
  const clock = fran && till ? ` ${fran}–${till}` : fran ? ` från ${fran}` : "";
  return `${title(dag)}${clock}${vad ? `: ${vad}` : ""}`;
}

/** A few parts of a field of which one or some are written in one line. Null when one of the parts that stand there
 * would be lost in it. @param {Short} asked @param {Path} path of the group @param {boolean} isNeeded
 * @param {Context} context @returns {HTMLElement | null} */
export function partsLine(asked, path, isNeeded, context) {
  const group = ruleAt(path, context.data.regel);
  const parts = (asked.delar ?? []).map((name) => ({ name, rule: /** @type {Rule} */ (group?.properties?.[name]) }));
  const values = () => parts.map(({ name }) => getAt(context.values, [...path, name]) ?? "");
  const text = values().filter(Boolean).join(", ");
  const understand = (/** @type {string} */ written) => {
    const held = partsMeant(context.plain(written).trim(), parts, context);
    for (const { name } of parts) setAt(context.values, [...path, name], held.get(name));
    return parts.filter(({ name, rule }) => held.has(name) && !rule["x-text"]).map(({ name, rule }) =>
      `${rule.title}: ${held.get(name)}`);
  };
  const before = JSON.stringify(values());
  if (text) understand(text);
  if (before === JSON.stringify(values())) return line(asked, isNeeded, context, { text, understand }, false, path);
  return null;
}

/** Each piece goes to the part that takes it; what none takes goes whole to the one that it looks most like.
 * @param {string} text @param {{name: string, rule: Rule}[]} parts @param {Context} context
 * @returns {Map<string, string>} part -> its text */
function partsMeant(text, parts, context) {
  /** @type {Map<string, string>} */
  const held = new Map();
  const pieces = text.split(/[,;\n]| (?:och|eller) /).map((piece) => piece.trim()).filter(Boolean);
  for (const piece of pieces) {
    const taker = parts.find(({ name, rule }) => isRead(rule) && !held.has(name) && taken(piece, rule, context) !== "");
    if (!taker) return text ? new Map([[closestPart(text, parts), text]]) : new Map();
    held.set(taker.name, taken(piece, taker.rule, context));
  }
  return held;
}

/** As the part takes it, or "". @param {string} piece @param {Rule} rule @param {Context} context */
function taken(piece, rule, context) {
  const { text } = context.tidy(piece, rule);
  return fits(text, rule) ? text : "";
}

/** A part of free text takes anything. Else the one whose example is written with the same signs.
 * @param {string} text @param {{name: string, rule: Rule}[]} parts */
function closestPart(text, parts) {
  const free = parts.find(({ rule }) => rule["x-text"]);
  const signOf = (/** @type {unknown} */ one) => ["@", "/"].find((sign) => String(one).includes(sign)) ?? "";
  const like = parts.find(({ rule }) => signOf(rule.examples?.[0]) === signOf(text));
  return (free ?? like ?? parts[0]).name;
}

// The frame that every question has: title, help, place for a fault. The modules that make questions use it.
import { element } from "../core/element.js";

/** @typedef {import("../record/types.js").Path} Path */
/** @typedef {import("../record/types.js").Rule} Rule */
/** `box` holds a question, `focus` is its control, `fault` the line for what is wrong.
 * @typedef {{box: HTMLElement, focus: HTMLElement, fault: HTMLElement, path: Path}} Control */
/** What every question needs to know. `values`: what stands in the form; `changed` is told of each change, and whether
 * the writer is done with it; `say` speaks a text; `tidy` gives a text as it should stand when its field is left,
 * `plain` without what nobody sees.
 * @typedef {{data: import("./form.js").FormData, values: any, controls: Map<string, Control>,
 *   changed: (path: Path, isDone: boolean) => void, say: (text: string) => void,
 *   tidy: (text: string, rule: Rule) => Tidied, plain: (text: string) => string,
 *   suggestions: import("./suggestions.js").Suggestions}} Context */
/** @typedef {import("./meant.js").Meant & {isMeant: boolean}} Tidied */
/** @typedef {boolean | "group"} Need `group`: only when something else of its group is filled in */

let numbers = 0;

/** An id that no other element has. */
export const newId = () => `f${(numbers += 1)}`;

/** @param {Path} path */
export const keyOf = (path) => JSON.stringify(path);

/** A quiet button. @param {string} text @param {() => void} press @param {Record<string, any>} more */
export function button(text, press, more = {}) {
  return element("button", { type: "button", class: "knapp knapp-tyst", click: press, ...more }, text);
}

/** @param {string} id of the control that the fault and the help belong to */
export const faultLine = (id) => element("p", { class: "fel-text", id: `${id}-fel`, hidden: true });

/** @param {string} id @param {string} text */
export const helpLine = (id, text) => element("p", { class: "not", id: `${id}-hjalp` }, text);

/** @param {string} id */
export const describedBy = (id) => `${id}-hjalp ${id}-fel`;

/** @param {Rule} rule @param {Need} needed @param {boolean} withExample */
export function helpText(rule, needed, withExample) {
  const first = rule.examples?.[0];
  const isShown = withExample && first !== undefined && typeof first !== "object";
  const example = isShown ? ` Till exempel: ${String(first).replace(/\.$/, "")}.` : "";
  const must = needed === "group" ? "Behövs om du fyller i något annat här. " : needed ? "Måste fyllas i. " : "";
  return `${must}${rule.description ?? ""}${example}`;
}

/** @param {string} title @param {string} help @param {string} kind */
export function fieldset(title, help, kind) {
  const id = newId();
  const fault = faultLine(id);
  const box = element("fieldset", { class: `fraga ${kind}`, id, tabindex: "-1", "aria-describedby": describedBy(id) },
    element("legend", {}, title), helpLine(id, help), fault);
  return { box, fault, id };
}

/** @param {Control} control @param {Context} context */
export function register(control, context) {
  context.controls.set(keyOf(control.path), control);
}

/** What is for those with a script is shown, what is for those without is taken away: a style sheet does it at once in
 * browsers that know how. */
export function showScripted() {
  for (const node of document.querySelectorAll("[data-bara-utan]")) node.remove();
  for (const node of document.querySelectorAll("[data-bara-med]")) {
    node.removeAttribute("data-bara-med");
    node.removeAttribute("hidden");
  }
}

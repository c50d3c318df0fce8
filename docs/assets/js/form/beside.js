// What somebody wrote in one field that belongs to another of the same group: the end of a span of time, and what an
// amount is for. Goes there only where nothing stands; which field it is follows from the group's rule.
import { ruleAt } from "../record/messages.js";
import { fold } from "../record/likeness.js";
import { valuesOf } from "../record/violations.js";
import { keyOf } from "./frame.js";
import { isClock } from "./meant.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./frame.js").Rule} Rule */
/** @typedef {import("./frame.js").Context} Context */

const SHORTEST = 2; // letters of a unit

/** What was filled in, for the writer. @param {Path} path @param {import("./meant.js").Meant} meant
 * @param {Context} context @returns {string} */
export function fillBeside(path, { until, per }, context) {
  const group = ruleAt(path.slice(0, -1), context.data.regel);
  const [own] = path.slice(-1);
  const found = until ? endOf(String(own), until, group) : per ? unitOf(per, group, context) : null;
  if (!found || !write([...path.slice(0, -1), found.name], found.value, context)) return "";
  return `${found.title}: ${found.told}.`;
}

/** The time that needs this one. @param {string} own @param {string} until @param {Rule | undefined} group */
function endOf(own, until, group) {
  const [name] = Object.entries(group?.dependentRequired ?? {}).find(([, needs]) => needs.includes(own)) ?? [];
  const rule = name === undefined ? undefined : group?.properties?.[name];
  return name !== undefined && rule && isClock(rule) ? { name, value: until, title: rule.title, told: until } : null;
}

/** @param {string} per @param {Rule | undefined} group @param {Context} context */
function unitOf(per, group, context) {
  const word = fold(per);
  for (const [name, rule] of Object.entries(group?.properties ?? {})) {
    for (const one of word.length < SHORTEST ? [] : valuesOf(rule, context.data.vokabular) ?? []) {
      const title = fold(one.title);
      const isIt = title.startsWith(word) || (word.startsWith(title) && word.length <= title.length + 2) ||
        word.slice(0, -2) === title.slice(0, -1);
      if (isIt) return { name, value: one.const, title: rule.title, told: one.title };
    }
  }
  return null;
}

/** @param {Path} path @param {string} value @param {Context} context */
function write(path, value, context) {
  const control = /** @type {HTMLInputElement | undefined} */ (context.controls.get(keyOf(path))?.focus);
  if (!control || control.value) return false;
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

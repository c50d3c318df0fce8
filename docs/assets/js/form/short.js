// The shortest way to a new entry: one step with what matters most, as the page says it (`x-viktigast` in the schema).
// The same fields stand in the steps with all of them: only one of the two is shown at a time.
import { ruleAt } from "../record/messages.js";
import { question } from "./field.js";
import { hoursLine, partsLine } from "./line.js";

/** @typedef {import("./frame.js").Context} Context */
/** @typedef {import("./line.js").Short} Short */
/** A step that asks in its own way. @typedef {import("./parts.js").Part & {fragor: Short[]}} ShortPart */

/** @param {Short} asked @param {Context} context @returns {HTMLElement} */
export function askShort(asked, context) {
  const { properties, required } = context.data.regel;
  const rule = properties[asked.falt];
  const isNeeded = required.includes(asked.falt);
  const whole = () => question(rule, [asked.falt], isNeeded, context);
  const group = rule.items ? [asked.falt, 0] : [asked.falt];
  if (asked.slag) return hoursLine(asked, rule, isNeeded, context, whole) ?? whole();
  if (asked.delar) return partsLine(asked, group, isNeeded, context) ?? whole();
  const path = asked.del ? [...group, asked.del] : [asked.falt];
  const own = ruleAt(path, context.data.regel) ?? rule;
  const said = { ...own, title: asked.titel ?? own.title };
  if (asked.text) Object.assign(said, { description: asked.text, examples: undefined }); // it has its own example
  return question(said, path, isNeeded, context);
}

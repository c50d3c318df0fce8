// A field of the schema -> its question in the form, and what is made of several: groups, and lists that grow. Which
// kind it becomes follows from its rule, never from its name. `form.js` owns the values; here they are read and written
// through `Context`.
import { element } from "../core/element.js";
import { valuesOf } from "../record/violations.js";
import { choices } from "./choices.js";
import { foldedGroup, foldedRow, rowWords } from "./folded.js";
import { button, fieldset, helpText, keyOf, register } from "./frame.js";
import { checkbox, singleQuestion } from "./simple.js";
import { getAt, setAt } from "./values.js";

const MOST_OPEN = 8; // questions of a group that all stand there at once

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./frame.js").Rule} Rule */
/** @typedef {import("./frame.js").Need} Need */
/** @typedef {import("./frame.js").Context} Context */

/** @param {Rule} rule @param {Path} path @param {Need} needed @param {Context} context @returns {HTMLElement} */
export function question(rule, path, needed, context) {
  if (rule.properties) return group(rule, path, needed, context);
  if (rule.type === "boolean") return checkbox(rule, path, context);
  if (rule.type !== "array") return singleQuestion(rule, path, needed, context);
  if (valuesOf(rule.items, context.data.vokabular)) return choices(rule, path, needed, context);
  return list(rule, path, needed, context);
}

/** @param {Rule} rule @param {Path} path @param {Need} needed @param {Context} context */
function group(rule, path, needed, context) {
  const { box, fault } = fieldset(rule.title, helpText(rule, needed, false), "grupp");
  register({ box, focus: box, fault, path }, context);
  const parts = inside(rule, path, context, needed === true || "group");
  const count = Object.keys(rule.properties ?? {}).length;
  const answered = () => Object.values(getAt(context.values, path) ?? {}).filter((value) => value !== undefined).length;
  box.append(...(count > MOST_OPEN ? [foldedGroup(parts, count, answered)] : parts));
  return box;
}

/**
 * @param {Rule} rule @param {Path} path @param {Context} context
 * @param {Need} required how much its required fields are so
 */
function inside(rule, path, context, required) {
  /** @type {HTMLElement[]} */
  const out = [];
  let heading = "";
  for (const [name, inner] of Object.entries(rule.properties ?? {})) {
    const above = inner["x-rubrik"] ?? "";
    if (above && above !== heading) out.push(element("p", { class: "mellanrubrik" }, above));
    heading = above || heading;
    out.push(question(inner, [...path, name], (rule.required ?? []).includes(name) && required, context));
  }
  return out;
}

/** @param {Rule} rule @param {Path} path @param {Need} needed @param {Context} context */
function list(rule, path, needed, context) {
  const { box, fault } = fieldset(rule.title, helpText(rule, needed, false), "lista");
  const made = new GrowingList(rule, path, context);
  register({ box, focus: box, fault, path }, context);
  made.draw();
  box.append(made.rows, element("p", { class: "knappar" }, made.adder, made.undoer));
  return box;
}

/** Rows and the button that adds one. All are drawn anew when a row comes or goes: paths of later rows change. */
class GrowingList {
  /** @param {Rule} rule @param {Path} path @param {Context} context */
  constructor(rule, path, context) {
    this.rule = rule;
    this.items = /** @type {Rule} */ (rule.items);
    this.path = path;
    this.context = context;
    this.rows = element("div", { class: "rader" });
    this.adder = button("", () => this.add());
    this.undoer = button("", () => this.undo(), { hidden: true });
    /** The rows before one was taken away. @type {any[]} */
    this.before = [];
    /** The row that was added last stands open. */
    this.added = -1;
  }

  /** @returns {any[]} */
  get all() {
    return getAt(this.context.values, this.path) ?? [];
  }

  draw() {
    const name = lowered(this.items.title);
    this.forgetControls();
    this.rows.replaceChildren(...this.all.map((_, index) => this.row(index)));
    this.adder.textContent = this.all.length ? `Lägg till ${name} till` : `Lägg till ${name}`;
    this.undoer.hidden = true;
    this.adder.hidden = this.all.length >= (this.rule.maxItems ?? Infinity);
  }

  /** Those of rows that are about to be replaced. */
  forgetControls() {
    const below = `${keyOf(this.path).slice(0, -1)},`;
    const { controls } = this.context;
    for (const key of [...controls.keys()]) if (key.startsWith(below)) controls.delete(key);
  }

  /** @param {number} index @returns {HTMLElement} */
  row(index) {
    const title = numbered(this.items.title, index);
    const path = [...this.path, index];
    const look = { class: "knapp knapp-tyst liten", "aria-label": `Ta bort: ${title}` };
    const remover = button("Ta bort", () => this.remove(index), look);
    if (!this.items.properties) {
      return element("div", { class: "rad" }, question({ ...this.items, title }, path, false, this.context), remover);
    }
    const { box, fault } = fieldset(title, this.items.description, "rad");
    register({ box, focus: box, fault, path }, this.context);
    box.append(...inside(this.items, path, this.context, true), remover);
    const held = () => this.all[index] ?? {};
    const told = () => rowWords(this.items, held(), this.context.data.vokabular);
    return foldedRow(title, box, told, index === this.added || !Object.keys(held()).length);
  }

  add() {
    this.added = this.all.length;
    setAt(this.context.values, this.path, [...this.all, this.items.properties ? {} : ""]);
    this.draw();
    const first = this.rows.lastElementChild?.querySelector("input, select, textarea");
    if (first instanceof HTMLElement) first.focus();
    this.context.changed(this.path, false);
  }

  /** @param {number} index */
  remove(index) {
    const title = numbered(this.items.title, index);
    const before = this.all;
    this.replace(before.filter((_, other) => other !== index));
    this.before = before;
    this.undoer.textContent = `Ångra: ta tillbaka ${lowered(title)}`;
    this.undoer.hidden = false;
    (this.adder.hidden ? this.undoer : this.adder).focus();
    this.context.say(`Borttagen: ${title}.`);
  }

  undo() {
    this.replace(this.before);
    this.adder.focus();
    this.context.say("Raden är tillbaka.");
  }

  /** @param {any[]} rows */
  replace(rows) {
    this.added = -1;
    setAt(this.context.values, this.path, rows.length ? rows : undefined);
    this.draw();
    this.context.changed(this.path, true);
  }
}

/** First letter small, unless the word is an abbreviation. @param {string} text */
function lowered(text) {
  return /^[A-ZÅÄÖ](?![A-ZÅÄÖ])/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** "En tid", the first of them -> "Tid 1". @param {string} title @param {number} index */
function numbered(title, index) {
  const bare = title.replace(/^(en|ett) /i, "");
  return `${bare[0].toUpperCase()}${bare.slice(1)} ${index + 1}`;
}

// Choices to tick, several of them. Where there are many, one writes a part of a word and sees those that fit, under
// their headings; what is chosen stands above, in its order. Whatever the field is called.
import { element } from "../core/element.js";
import { fold } from "../record/likeness.js";
import { valuesOf } from "../record/violations.js";
import { button, fieldset, helpText, register } from "./frame.js";
import { getAt, setAt } from "./values.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./frame.js").Rule} Rule */
/** @typedef {import("./frame.js").Need} Need */
/** @typedef {import("./frame.js").Context} Context */
/** @typedef {import("../record/types.js").Value} Value */

const FEW = 9; // so many are all shown at once
const SHORTEST_INSIDE = 4; // letters that are looked for inside a word

/** @param {Rule} rule @param {Path} path @param {Need} needed @param {Context} context */
export function choices(rule, path, needed, context) {
  const made = new Choices(rule, path, needed, context);
  register({ box: made.box, focus: made.focus, fault: made.fault, path }, context);
  return made.box;
}

/** The values under their headings, in the order in which the headings come. @param {Value[]} values
 * @returns {[string, Value[]][]} */
export function grouped(values) {
  /** @type {Map<string, Value[]>} */
  const groups = new Map();
  for (const one of values) {
    const heading = one["x-rubrik"] ?? "";
    groups.set(heading, [...(groups.get(heading) ?? []), one]);
  }
  return [...groups];
}

/** Those that every word of a question fits: what they are called first, then other words for them, then what is said
 * of them. @param {Value[]} values @param {string} asked @returns {Value[]} */
export function fitting(values, asked) {
  const words = wordsOf(asked);
  const scored = values.map((value) => ({ value, score: Math.min(...words.map((word) => scoreOf(value, word))) }));
  const found = scored.filter(({ score }) => score > 0);
  return found.sort((one, other) => other.score - one.score).map(({ value }) => value);
}

/** @param {string} text */
const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** @param {Value} value @param {string} word */
function scoreOf(value, word) {
  const texts = [[value.title], value["x-alias"] ?? [], value["x-ord"] ?? [], [value.description]];
  const begins = texts.findIndex((own) => own.some((text) => wordsOf(text).some((one) => one.startsWith(word))));
  if (begins >= 0) return 2 * (texts.length - begins);
  const named = texts.slice(0, 3).flat();
  return word.length >= SHORTEST_INSIDE && named.some((text) => fold(text).includes(word)) ? 1 : 0;
}

class Choices {
  /** @param {Rule} rule @param {Path} path @param {Need} needed @param {Context} context */
  constructor(rule, path, needed, context) {
    this.values = valuesOf(rule.items, context.data.vokabular) ?? [];
    this.path = path;
    this.context = context;
    const { box, fault, id } = fieldset(rule.title, helpText(rule, needed, false), "val");
    this.box = box;
    this.fault = fault;
    this.id = id;
    this.order = element("p", { class: "not", "aria-live": "polite" });
    this.list = element("div", { class: "valen", id: `${id}-val` });
    this.isAll = this.values.length <= FEW;
    this.isMany = !this.isAll;
    this.picked = element("ul", { class: "valda", hidden: true });
    this.search = this.searchField(needed);
    this.told = element("p", { class: "not", role: "status" });
    this.opener = button("", () => this.toggle(), { "aria-controls": `${id}-val` });
    if (this.isMany) box.append(this.picked, this.order, ...this.searchParts(), this.list);
    else box.append(this.list, this.order);
    this.draw();
    this.focus = this.isMany ? this.search : /** @type {HTMLElement} */ (box.querySelector("input"));
  }

  /** @returns {string[]} */
  get chosen() {
    return getAt(this.context.values, this.path) ?? [];
  }

  /** @param {Need} needed */
  searchField(needed) {
    const made = element("input", {
      type: "text", id: `${this.id}-sok`, autocomplete: "off", class: "halv", enterkeyhint: "done",
      "aria-describedby": `${this.id}-hjalp ${this.id}-fel`, "aria-required": needed === true ? "true" : null,
    });
    made.addEventListener("input", () => this.draw());
    made.addEventListener("keydown", (event) => this.key(event));
    return made;
  }

  searchParts() {
    const label = element("label", { for: this.search.id }, `Sök bland ${this.values.length} val`);
    return [label, this.search, this.told, element("p", { class: "knappar" }, this.opener)];
  }

  /** Enter chooses the first that fits; with nothing written it goes on, as in any field.
   * @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape" && this.search.value) {
      event.preventDefault();
      this.search.value = "";
      this.draw();
    }
    if (event.key !== "Enter" || !this.search.value.trim()) return;
    event.preventDefault();
    const [first] = this.shown();
    if (!first) return;
    this.search.value = "";
    this.choose(first.const, true);
    this.draw();
    this.context.say(`Valt: ${first.title}.`);
  }

  toggle() {
    this.isAll = !this.isAll;
    this.search.value = "";
    this.draw();
  }

  /** @returns {Value[]} */
  shown() {
    if (this.search.value.trim()) return fitting(this.values, this.search.value);
    return this.isAll ? this.values : [];
  }

  /** The list anew; what is chosen, too. */
  draw() {
    const asked = this.search.value.trim();
    const found = this.shown();
    // What fits best stands first: headings are for who looks through all.
    const groups = asked ? /** @type {[string, Value[]][]} */ ([["", found]]) : grouped(found);
    this.list.replaceChildren(...groups.filter(([, values]) => values.length).map((group) => this.group(group)));
    this.list.hidden = !found.length;
    this.told.textContent = asked ? countText(found.length, asked) : "";
    this.opener.textContent = this.isAll ? "Dölj listan" : `Visa alla ${this.values.length}`;
    this.opener.setAttribute("aria-expanded", String(this.isAll));
    this.drawChosen();
  }

  /** @param {[string, Value[]]} group */
  group([heading, values]) {
    const rows = element("ul", { class: "rutor" }, ...values.map((one) => this.row(one)));
    if (!heading) return rows;
    return element("div", { role: "group", "aria-label": heading },
      element("p", { class: "mellanrubrik" }, heading), rows);
  }

  /** @param {Value} value */
  row(value) {
    const id = `${this.id}-${value.const}`;
    const box = element("input", { type: "checkbox", id, "aria-describedby": `${id}-hjalp` });
    box.checked = this.chosen.includes(value.const);
    box.addEventListener("change", () => this.choose(value.const, box.checked));
    // Enter in a box would send the step: it is meant for the box.
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      box.click();
    });
    return element("li", {},
      element("span", { class: "kryss" }, box, element("label", { for: id }, value.title)),
      element("span", { class: "not", id: `${id}-hjalp` }, value.description));
  }

  /** @param {string} slug @param {boolean} isChosen */
  choose(slug, isChosen) {
    const rest = this.chosen.filter((other) => other !== slug);
    const now = isChosen ? [...rest, slug] : rest;
    setAt(this.context.values, this.path, now.length ? now : undefined);
    this.drawChosen();
    this.context.changed(this.path, true);
  }

  drawChosen() {
    const titles = this.chosen.map((slug) => this.titleOf(slug));
    const isOrdered = titles.length > 1;
    this.order.textContent = isOrdered ? `Ordning: ${titles.join(", ")}. Det du väljer först står först.` : "";
    if (!this.isMany) return;
    this.picked.hidden = !titles.length;
    this.picked.replaceChildren(...this.chosen.map((slug) => element("li", {}, this.titleOf(slug),
      button("Ta bort", () => this.drop(slug), {
        class: "knapp knapp-tyst liten", "aria-label": `Ta bort: ${this.titleOf(slug)}`,
      }))));
  }

  /** @param {string} slug */
  drop(slug) {
    this.choose(slug, false);
    this.draw();
    this.search.focus();
    this.context.say(`Borttaget: ${this.titleOf(slug)}.`);
  }

  /** @param {string} slug */
  titleOf(slug) {
    return this.values.find((one) => one.const === slug)?.title ?? slug;
  }
}

/** @param {number} count @param {string} asked */
function countText(count, asked) {
  if (!count) return `Inget val passar ”${asked}”. Prova ett annat ord, eller visa alla.`;
  return count === 1 ? "Ett val passar. Enter väljer det." : `${count} val passar. Enter väljer det första.`;
}

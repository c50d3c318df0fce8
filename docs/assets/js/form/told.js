// A change in plain words, as elements: each field before and after, and what the reader will see.
import { element } from "../core/element.js";

/** @typedef {import("../record/telling.js").Told} Told */

const SEEN = "Det här ser läsaren:";

/** @param {Told} told @param {string} unknown what is said of nothing known @returns {HTMLElement} */
export function rowsBox({ rows }, unknown) {
  const side = (/** @type {string} */ name, /** @type {string[]} */ lines) =>
    element("dd", {}, element("span", { class: "not" }, name),
      ...(lines.length ? lines : [unknown]).map((line) => element("span", { class: "andrat-rad" }, line)));
  return element("dl", { class: "andrat" }, ...rows.map(({ title, before, after }) =>
    element("div", {}, element("dt", {}, title), side("Före", before), side("Efter", after))));
}

/** What is new, where there was nothing before. @param {Told} told @returns {HTMLElement} */
export function newRowsBox({ rows }) {
  return element("dl", { class: "andrat" }, ...rows.map(({ title, after }) =>
    element("div", {}, element("dt", {}, title),
      element("dd", {}, ...after.map((line) => element("span", { class: "andrat-rad" }, line))))));
}

/** @param {string[]} sentences @returns {HTMLElement[]} */
export function seenBox(sentences) {
  if (!sentences.length) return [];
  const list = element("ul", {}, ...sentences.map((text) => element("li", {}, text)));
  return [element("p", {}, SEEN), list];
}

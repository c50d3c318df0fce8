// The conditions: how each is asked comes with the data. Made once, then brought up to date for each state.

import { count } from "../core/bits.js";
import { element } from "../core/element.js";
import { fewer } from "./fewer.js";
import { withValues } from "./state.js";
import { weekField } from "./week.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {import("./source.js").Condition} Condition */
/** @typedef {import("./source.js").Facet} Facet */
/** @typedef {import("./state.js").State} State */
/** @typedef {(change: (state: State) => State) => void} Change */
/** What stands on the page, and how it follows the state.
 * @typedef {{part: HTMLElement, show: (state: State) => void}} Field */

const OTHERS = "Annan kommun";
const [ALL, ANY] = ["Alla val ska stämma.", "Det räcker att ett val stämmer."];

/** @param {Source} source @param {Change} change @returns {{parts: HTMLElement[], show: (state: State) => void}} */
export function makePanel(source, change) {
  /** @type {Field[]} */
  const fields = [];
  const parts = source.conditions.map(({ rubrik, rader }) => {
    const own = rader.map((row) => fieldOf(row, source, change));
    fields.push(...own);
    return element("fieldset", { class: "matcha-del" }, element("legend", {}, rubrik), ...own.map(({ part }) => part));
  });
  return { parts, show: (state) => fields.forEach(({ show }) => show(state)) };
}

/** @param {Condition} row @param {Source} source @param {Change} change @returns {Field} */
function fieldOf(row, source, change) {
  const facet = source.byId.get(row.facett);
  if (!facet) throw new RangeError(row.facett);
  const title = source.titleOf(facet);
  if (row.slag === "en") return oneField(facet, title, change, source.order.inom);
  if (row.slag === "tal") return numberField(facet, title, change);
  if (row.slag === "vecka") {
    const other = row.nagon ?? facet.id;
    return folded(title, weekField(facet, other, change), [facet.id, other]);
  }
  const numberOf = (/** @type {number} */ set) => count(source.bits(set));
  return folded(title, severalField(facet, title, change, numberOf), [facet.id]);
}

/** @param {Facet} facet @param {string} title @param {Change} change
 * @param {string[]} inside the city's own, which come first @returns {Field} */
function oneField(facet, title, change, inside) {
  const id = `matcha-${facet.id}`;
  const [own, others] = [true, false].map((isOwn) => facet.varden.filter(({ id }) => inside.includes(id) === isOwn)
    .map((value) => element("option", { value: value.id, hidden: value.dold }, value.titel)));
  const select = element("select", { id }, element("option", { value: "" }, "Inte valt"), ...own,
    element("optgroup", { label: OTHERS }, ...others));
  select.addEventListener("change", () =>
    change((state) => withValues(state, facet.id, select.value ? [select.value] : [])));
  const part = element("div", { class: "matcha-rad" }, element("label", { for: id }, title), select);
  return { part, show: ({ chosen }) => (select.value = [...(chosen.get(facet.id) ?? [""])][0]) };
}

/** @param {Facet} facet @param {string} title @param {Change} change @returns {Field} */
function numberField(facet, title, change) {
  const [id, last] = [`matcha-${facet.id}`, facet.varden.length - 1];
  const [low, high] = [facet.varden[0].id, facet.varden[last].id];
  const field = element("input", { id, inputmode: "numeric", autocomplete: "off", maxlength: 3, size: 4,
    "aria-describedby": `${id}-fel` });
  const fault = element("span", { id: `${id}-fel`, class: "matcha-fel", role: "status" });
  const isValue = () => facet.varden.some(({ id }) => id === field.value.trim());
  field.addEventListener("input", () => {
    fault.textContent = "";
    change((state) => withValues(state, facet.id, isValue() ? [field.value.trim()] : []));
  });
  field.addEventListener("change", () => {
    if (field.value.trim() && !isValue()) fault.textContent = `Skriv ett helt tal, ${low}–${high}.`;
  });
  const part = element("div", { class: "matcha-rad" }, element("label", { for: id }, title), field, fault);
  return { part, show: ({ chosen }) => {
    const value = [...(chosen.get(facet.id) ?? [""])][0];
    if (document.activeElement === field || field.value === value) return;
    field.value = value;
    fault.textContent = "";
  } };
}

/** @param {Facet} facet @param {string} title @param {Change} change
 * @param {(set: number) => number} numberOf how many records a set holds @returns {Field} */
function severalField(facet, title, change, numberOf) {
  const boxes = facet.varden.filter(({ dold }) => !dold).map((value) =>
    ({ value, box: element("input", { type: "checkbox", name: `matcha-${facet.id}`, value: value.id }) }));
  for (const { box } of boxes) {
    box.addEventListener("change", () => change((state) => withValues(state, facet.id,
      boxes.filter((one) => one.box.checked).map(({ value }) => value.id))));
  }
  const rule = element("p", { class: "not" }, facet.alla ? ALL : ANY);
  const items = boxes.map(({ value, box }) => element("li", {}, element("label", {}, box, " ", value.titel)));
  const few = fewer(items, boxes.map(({ value }) => numberOf(value.mangd)));
  const list = element("ul", { class: "matcha-val", "aria-label": title }, ...items);
  const part = element("div", {}, rule, list, few.button);
  return { part, show: ({ chosen }) => {
    const ids = chosen.get(facet.id);
    for (const { value, box } of boxes) box.checked = ids?.has(value.id) ?? false;
    few.update();
  } };
}

/** A field that is folded until it is needed; the fold tells how much is chosen.
 * @param {string} title @param {Field} field @param {string[]} ids the facets that it chooses in @returns {Field} */
function folded(title, field, ids) {
  const number = element("span", { class: "matcha-antal" });
  const summary = element("summary", {}, title, " ", number);
  const details = element("details", { class: "matcha-fall" }, summary, field.part);
  return { part: details, show: (state) => {
    const size = ids.reduce((sum, id) => sum + (state.chosen.get(id)?.size ?? 0), 0);
    number.textContent = size ? `${size} val` : "";
    field.show(state);
  } };
}

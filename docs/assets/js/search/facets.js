// The facets on the page: made once, then brought up to date for each state. Closed ones show no counts, and are not
// counted until they are opened.

import { element } from "../core/element.js";
import { inSwedish } from "../core/text.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("../core/address.js").State} State */
/** @typedef {(facet: number) => number[]} Counts the counts of a facet's values */
/** @typedef {{details: HTMLDetailsElement, update: (state: State, counts: Counts) => void}} View */
/** @typedef {(facet: string, id: string, on: boolean) => void} OnChoose */

/** @param {Index} index @param {OnChoose} onChoose */
export function makeFacets(index, onChoose) {
  const views = index.facetter.map((facet, place) => makeFacet(facet, place, onChoose));
  const groups = index.grupper.map((group) => {
    const own = views.filter((_, i) => index.facetter[i].grupp === group.id).map((view) => view.details);
    if (!group.titel) return element("div", {}, ...own);
    return element("details", { class: "sok-grupp" }, element("summary", {}, group.titel), ...own);
  });
  /** @type {[State, Counts] | undefined} */
  let shown;
  for (const view of views) view.details.addEventListener("toggle", () => shown && view.update(...shown));
  return {
    elements: groups,
    /** @param {State} state @param {Counts} counts */
    update: (state, counts) => {
      shown = [state, counts];
      for (const view of views) view.update(state, counts);
    },
  };
}

/** @param {import("./index.js").Facet} facet @param {number} place @param {OnChoose} onChoose
 * @returns {View} */
function makeFacet(facet, place, onChoose) {
  const chosen = element("span", { class: "sok-valda" });
  const values = facet.varden.map((value) => makeValue(facet.id, value, onChoose));
  const list = element("ul", { class: "sok-varden", "aria-label": facet.titel }, ...values.map((value) => value.item));
  const details = element("details", { class: "sok-facett" }, element("summary", {}, facet.titel, chosen), list);
  return { details, update: (state, counts) => {
    const ids = state.chosen.get(facet.id);
    const told = ids?.size ? `${ids.size} vald${ids.size > 1 ? "a" : ""}` : "";
    if (chosen.textContent !== told) chosen.textContent = told;
    values.forEach((value, i) => value.check(ids?.has(facet.varden[i].id) ?? false));
    if (details.open) counts(place).forEach((number, i) => values[i].tell(number));
  } };
}

/** @param {string} facet @param {import("./index.js").Value} value
 * @param {OnChoose} onChoose */
function makeValue(facet, value, onChoose) {
  const box = element("input", { type: "checkbox", name: facet, value: value.id });
  box.addEventListener("change", () => onChoose(facet, value.id, box.checked));
  const number = element("span", { class: "sok-antal" });
  const item = element("li", {}, element("label", {}, box, element("span", {}, value.titel), number));
  let told = -1;
  /** @param {number} found */
  function tell(found) {
    if (found === told) return;
    told = found;
    number.textContent = found ? inSwedish(found) : "inga";
    item.classList.toggle("sok-tom", !found);
  }
  /** @param {boolean} isChosen */
  function check(isChosen) {
    if (box.checked !== isChosen) box.checked = isChosen;
  }
  return { item, tell, check };
}

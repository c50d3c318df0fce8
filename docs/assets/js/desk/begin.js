// What stands beside the conditions before one is chosen: what the answers mean, and whole examples to press. Each is
// told in the data's own words; one that asks for what can no longer be chosen is left out.

import { element } from "../core/element.js";
import { emptyState, withValues, writeState } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./source.js").Source} Source */

/** @type {[string, string][]} */
const ANSWERS = [
  ["Passar", "Det som står i katalogen säger ja till allt du har valt."],
  ["Kan passa", "Inget säger nej, men något är okänt. Du ser vad du behöver fråga."],
  ["Nära", "Ett villkor stämmer inte. Du ser vilket, och vad som skulle öppna."],
];
/** Facet and value. @type {[string, string][][]} */
const EXAMPLES = [
  [["hemma", "farsta"], ["beslut", "inget"]],
  [["alder-ar", "22"], ["beslut", "sol"]],
  [["hemma", "jarva"], ["timmar", "10"]],
  [["hemma", "sodermalm"], ["pass", "mandag-formiddag"]],
];

/** @param {Source} source @returns {HTMLElement[]} */
export const beginView = (source) => [
  element("dl", { class: "matcha-svar" }, ...ANSWERS.flatMap(([name, text]) =>
    [element("dt", {}, name), element("dd", {}, text)])),
  element("h2", {}, "Till exempel"),
  element("ul", { class: "matcha-exempel" }, ...EXAMPLES.flatMap((example) => exampleRow(example, source))),
];

/** @param {[string, string][]} example @param {Source} source @returns {HTMLElement[]} */
function exampleRow(example, source) {
  const isKnown = example.every(([facet, value]) => source.byId.get(facet)?.varden.some(({ id }) => id === value));
  const state = example.reduce((made, [facet, value]) => withValues(made, facet, [value]), emptyState());
  return isKnown ? [element("li", {}, element("a", { href: writeState(state) }, chosenWords(state, source)))] : [];
}

/** "Bor i: Bromma. Ålder: 24 år." @param {State} state @param {Source} source */
export function chosenWords({ chosen }, { byId, titleOf }) {
  return [...chosen].flatMap(([id, ids]) => {
    const facet = byId.get(id);
    const titles = facet?.varden.filter((value) => ids.has(value.id)).map(({ titel }) => titel) ?? [];
    return facet ? [`${titleOf(facet)}: ${titles.join(", ")}.`] : [];
  }).join(" ");
}

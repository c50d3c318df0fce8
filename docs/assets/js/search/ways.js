// Nothing is left: the least to give up that brings results back. No DOM.

import { SHOWN } from "../core/address.js";

/** @typedef {import("../core/address.js").State} State */
/** `says` follows "Ta bort" when `drops`, else stands for itself.
 * @typedef {{says: string, drops: boolean, give: (state: State) => State}} Gift */
/** @typedef {{label: string, state: State, total: number}} Way */

/** The single thing to give up that brings most back; when none does, two things; else every choice. Null when even
 * that gives nothing. @param {State} state @param {import("./index.js").Facet[]} facets
 * @param {(state: State) => number} count how many results a state gives @returns {Way | null} */
export function bestWay(state, facets, count) {
  const choices = facets.filter((facet) => state.valda.has(facet.id)).map((facet) => dropFacet(state, facet));
  const gifts = [...choices, ...others(state)];
  const pairs = gifts.flatMap((one, i) => gifts.slice(i + 1).map((two) => [one, two]));
  const tries = [gifts.map((one) => [one]), pairs, [choices], [gifts]];
  for (const sets of tries) {
    const ways = sets.filter((set) => set.length).map((set) => way(state, set, count)).sort((a, b) => b.total - a.total);
    if (ways.length && ways[0].total) return ways[0];
  }
  return null;
}

/** @param {State} state @param {Gift[]} gifts @param {(state: State) => number} count @returns {Way} */
function way(state, gifts, count) {
  const left = gifts.reduce((made, gift) => gift.give(made), { ...state, antal: SHOWN });
  const dropped = gifts.filter((gift) => gift.drops).map((gift) => gift.says);
  const parts = [dropped.length ? `ta bort ${inWords(dropped)}` : "", ...gifts.filter((gift) => !gift.drops).map((gift) => gift.says)];
  const label = inWords(parts.filter(Boolean));
  return { label: label[0].toUpperCase() + label.slice(1), state: left, total: count(left) };
}

/** @param {State} state @param {import("./index.js").Facet} facet @returns {Gift} */
function dropFacet(state, facet) {
  const own = facet.varden.filter((value) => state.valda.get(facet.id)?.has(value.id));
  return { says: own.length === 1 ? quoted(own[0].titel) : `valen i ${facet.titel}`, drops: true, give: (from) => {
    const valda = new Map(from.valda);
    valda.delete(facet.id);
    return { ...from, valda };
  } };
}

/** @param {State} state @returns {Gift[]} */
function others(state) {
  /** @type {Gift[]} */
  const gifts = [];
  if (!state.visa) gifts.push({ says: "visa även exempel och stängda", drops: false, give: (from) => ({ ...from, visa: true }) });
  if (state.valda.size && state.fraga.trim()) gifts.push({ says: quoted(state.fraga.trim()), drops: true, give: (from) => ({ ...from, fraga: "" }) });
  return gifts;
}

/** @param {string} text */
const quoted = (text) => `”${text}”`;

/** @param {string[]} parts */
const inWords = (parts) => [parts.slice(0, -1).join(", "), parts.at(-1)].filter(Boolean).join(" och ");

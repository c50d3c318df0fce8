// Nothing is left: the least to give up that brings results back. No DOM.

import { SHOWN } from "../core/address.js";
import { inWords } from "../match/words.js";

/** @typedef {import("../core/address.js").State} State */
/** `says` follows "Ta bort" when `drops`, else stands for itself.
 * @typedef {{says: string, drops: boolean, give: (state: State) => State}} Gift */
/** @typedef {import("../match/match.js").Count} Count */
/** @typedef {{label: string, state: State, total: Count}} Way */

/** The single thing to give up that brings most back; when none does, two things; else every choice. Null when even
 * that gives nothing. @param {State} state @param {import("./index.js").Facet[]} facets
 * @param {{read: string[], away: string[]}} words of the question that were read as choices; places out of reach
 * @param {(state: State) => Count} count how many results a state gives @returns {Way | null} */
export function bestWay(state, facets, { read, away }, count) {
  const ticked = facets.filter((facet) => state.chosen.has(facet.id)).map((facet) => dropFacet(state, facet));
  const choices = [...ticked, ...read.map(dropRead)];
  const gifts = [...choices, ...others(state, away)];
  const pairs = gifts.flatMap((one, i) => gifts.slice(i + 1).map((two) => [one, two]));
  const tries = [gifts.map((one) => [one]), pairs, [choices], [gifts]];
  for (const sets of tries) {
    const ways = sets.filter((set) => set.length).map((set) => way(state, set, count));
    ways.sort((a, b) => sum(b) - sum(a));
    if (ways.length && sum(ways[0])) return ways[0];
  }
  return null;
}

/** @param {Way} way */
const sum = ({ total: { fits, maybe } }) => fits + maybe;

/** @param {State} state @param {Gift[]} gifts @param {(state: State) => Count} count @returns {Way} */
function way(state, gifts, count) {
  const left = gifts.reduce((made, gift) => gift.give(made), { ...state, number: SHOWN });
  const dropped = gifts.filter((gift) => gift.drops).map((gift) => gift.says);
  const others = gifts.filter((gift) => !gift.drops).map((gift) => gift.says);
  const label = inWords(dropped.length ? [`ta bort ${inWords(dropped)}`, ...others] : others);
  return { label: label[0].toUpperCase() + label.slice(1), state: left, total: count(left) };
}

/** @param {State} state @param {import("./index.js").Facet} facet @returns {Gift} */
function dropFacet(state, facet) {
  const own = facet.varden.filter((value) => state.chosen.get(facet.id)?.has(value.id));
  return { says: own.length === 1 ? quoted(own[0].titel) : `valen i ${facet.titel}`, drops: true, give: (from) => {
    const chosen = new Map(from.chosen);
    chosen.delete(facet.id);
    return { ...from, chosen };
  } };
}

/** @param {string} words @returns {Gift} */
const dropRead = (words) =>
  ({ says: quoted(words), drops: true, give: (from) => ({ ...from, literal: [...from.literal, words] }) });

/** @param {string} word @returns {Gift} */
const dropWord = (word) => ({ says: quoted(named(word)), drops: true, give: (from) =>
  ({ ...from, question: from.question.split(" ").filter((own) => !own.toLowerCase().startsWith(word)).join(" ") }) });

/** A name as it is written. @param {string} word folded */
export const named = (word) => word[0].toUpperCase() + word.slice(1);

/** @param {State} state @param {string[]} away @returns {Gift[]} */
function others(state, away) {
  const gifts = away.map(dropWord);
  const asked = state.question.trim();
  if (!state.showsAll) {
    const says = "visa även exempel och stängda";
    gifts.push({ says, drops: false, give: (from) => ({ ...from, showsAll: true }) });
  }
  if (state.chosen.size && asked) {
    gifts.push({ says: quoted(asked), drops: true, give: (from) => ({ ...from, question: "" }) });
  }
  return gifts;
}

/** @param {string} text */
const quoted = (text) => `”${text}”`;

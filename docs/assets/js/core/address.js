// The address of a search <-> its state: question, chosen values, order, what is shown. No DOM.
// Everything that decides what the reader sees stands in the address, so that Back, reload and sharing keep it.

/** `showsAll`: what is hidden by default too; `order` "" is the order of fit; `number` how many results are shown.
 * @typedef {{question: string, chosen: Map<string, Set<string>>, showsAll: boolean, order: string,
 *   number: number}} State */

export const SHOWN = 25;
const MAX_QUESTION = 200;
const ORDERS = ["a-o", "senast"];

/** @returns {State} */
export const emptyState = () => ({ question: "", chosen: new Map(), showsAll: false, order: "", number: SHOWN });

/** State from the query part of an address. What the data does not know is left out.
 * @param {string} search @param {{id: string, varden: {id: string}[]}[]} facets @returns {State} */
export function readState(search, facets) {
  const query = new URLSearchParams(search);
  const state = emptyState();
  state.question = (query.get("q") ?? "").slice(0, MAX_QUESTION);
  state.showsAll = query.get("visa") === "alla";
  const order = query.get("ordning") ?? "";
  state.order = ORDERS.includes(order) ? order : "";
  state.number = Math.max(SHOWN, Math.min(10_000, Number.parseInt(query.get("antal") ?? "", 10) || SHOWN));
  for (const facet of facets) {
    const known = new Set(facet.varden.map((value) => value.id));
    const ids = query.getAll(facet.id).filter((id) => known.has(id));
    if (ids.length) state.chosen.set(facet.id, new Set(ids));
  }
  return state;
}

/** The query part of the address of a state; empty when nothing is chosen. @param {State} state */
export function writeState(state) {
  const query = new URLSearchParams();
  if (state.question.trim()) query.set("q", state.question.trim());
  for (const [facet, ids] of state.chosen) for (const id of ids) query.append(facet, id);
  if (state.order) query.set("ordning", state.order);
  if (state.showsAll) query.set("visa", "alla");
  if (state.number > SHOWN) query.set("antal", String(state.number));
  const text = query.toString();
  return text && `?${text}`;
}

/** The same state with a value chosen or not; the number shown starts again.
 * @param {State} state @param {string} facet @param {string} id @param {boolean} on @returns {State} */
export function choose(state, facet, id, on) {
  const chosen = new Map([...state.chosen].map(([name, ids]) => [name, new Set(ids)]));
  const ids = chosen.get(facet) ?? new Set();
  if (on) ids.add(id);
  else ids.delete(id);
  if (ids.size) chosen.set(facet, ids);
  else chosen.delete(facet);
  return { ...state, chosen, number: SHOWN };
}

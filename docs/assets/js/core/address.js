// The address of a search <-> its state: question, chosen values, order, what is shown. No DOM.
// Everything that decides what the reader sees stands in the address, so that Back, reload and sharing keep it.

/** `literal`: words of the question that mean a choice, and that the reader wants looked for as words instead;
 * `showsAll`: what is hidden by default too; `order` "" is the order of fit; `number` how many results are shown;
 * `unknown`: what the address asks for and nobody can choose.
 * @typedef {{question: string, chosen: Map<string, Set<string>>, showsAll: boolean, order: string,
 *   number: number, literal: string[], unknown: Unknown[]}} State */
/** @typedef {{title: string, value: string}} Unknown */
/** `forr`: names that the value had before, as they stood in addresses.
 * @typedef {{id: string, titel: string, varden: {id: string, titel: string, forr?: string[]}[]}} Facet */

export const SHOWN = 25;
const MAX_QUESTION = 200;
const ORDERS = ["a-o", "senast"];
const ALL = "alla";
const LITERAL = "som-ord";
const MAX_SHOWN = 60; // letters of something unknown
// What others hang on a link to count its readers is no question to us.
const TRACKING = /^(utm|mtm|pk|mc|hsa?|_)_|clid$|^(ref|si|igshid)$/i;

/** @returns {State} */
export const emptyState = () =>
  ({ question: "", chosen: new Map(), showsAll: false, order: "", number: SHOWN, literal: [], unknown: [] });

/** State from the query part of an address. Names and values are read in any case and spelling, and by their former
 * names. @param {string} search @param {Facet[]} facets @returns {State} */
export function readState(search, facets) {
  const query = new URLSearchParams(inUtf8(search));
  const state = emptyState();
  state.question = (query.get("q") ?? "").slice(0, MAX_QUESTION);
  state.number = Math.max(SHOWN, Math.min(10_000, Number.parseInt(query.get("antal") ?? "", 10) || SHOWN));
  if (state.question) state.literal = query.getAll(LITERAL).map((words) => words.slice(0, MAX_QUESTION));
  for (const [name, value] of query) {
    if (!value.trim() || ["q", "antal", LITERAL].includes(name)) continue;
    const title = take(state, name.trim().toLowerCase(), value, facets);
    if (title) state.unknown.push({ title, value: value.slice(0, MAX_SHOWN) });
  }
  return state;
}

/** Letters that an old page coded as one byte each (%F6 for ö), coded as today. @param {string} search */
function inUtf8(search) {
  try {
    return decodeURIComponent(search) && search;
  } catch {
    const letter = (/** @type {string} */ code) => String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return search.replace(/%[89a-f][0-9a-f]/gi, (code) => encodeURIComponent(letter(code)));
  }
}

/** Take up one choice of the address; what it is called when there is no such choice, else "".
 * @param {State} state @param {string} name @param {string} value @param {Facet[]} facets */
function take(state, name, value, facets) {
  const slug = asSlug(value);
  if (name === "visa" && slug === ALL) state.showsAll = true;
  else if (name === "ordning" && ORDERS.includes(slug)) state.order = slug;
  else {
    const facet = facets.find(({ id }) => id === name);
    const found = facet?.varden.find(({ id, titel, forr = [] }) => [id, titel, ...forr].map(asSlug).includes(slug));
    if (!facet || !found) return TRACKING.test(name) ? "" : (facet?.titel ?? name.slice(0, MAX_SHOWN));
    state.chosen.set(facet.id, (state.chosen.get(facet.id) ?? new Set()).add(found.id));
  }
  return "";
}

/** "Hägersten-Älvsjö" -> "hagersten-alvsjo". @param {string} text */
const asSlug = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

/** The query part of the address of a state; empty when nothing is chosen. @param {State} state */
export function writeState(state) {
  const query = new URLSearchParams();
  if (state.question.trim()) query.set("q", state.question.trim());
  if (state.question.trim()) for (const words of state.literal) query.append(LITERAL, words);
  for (const [facet, ids] of state.chosen) for (const id of ids) query.append(facet, id);
  if (state.order) query.set("ordning", state.order);
  if (state.showsAll) query.set("visa", ALL);
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

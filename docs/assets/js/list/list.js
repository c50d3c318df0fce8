// The reader's own list: ids of records in the order they were saved, under one key in this browser, and nothing else.
// Where the browser keeps nothing the list lives as long as the page. Tells whoever wants to know of every change, also
// one made in another tab.
import { canKeep, forget, keepText, keptText } from "../core/storage.js";
import { cleaned, followed, readIds } from "./ids.js";

export { MOST } from "./ids.js";

const KEY = "hitta-lista";

/** What a browser that keeps nothing remembers meanwhile. @type {string[]} */
let here = [];
/** Did keeping the list fail on this page? */
let isLost = false;
/** @type {Set<() => void>} */
const told = new Set();

/** The ids of the list, in order. */
export const ids = () => (isLost ? [...here] : readIds(keptText(KEY)));

/** @param {string} id */
export const has = (id) => ids().includes(id);

/** Add one, last. False when the list is full, or it is no id. @param {string} id */
export function add(id) {
  const there = ids();
  const wanted = cleaned([...there, id]);
  if (wanted.length > there.length) keep(wanted);
  return wanted.includes(id);
}

/** @param {string} id */
export function remove(id) {
  const there = ids();
  if (there.includes(id)) keep(there.filter((one) => one !== id));
}

/** The list is these from now on, as many as fit. @param {string[]} wanted */
export const replace = (wanted) => keep(cleaned(wanted));

/** Ids that have been renamed become what they are today. @param {Record<string, string>} moved old id -> new id */
export function follow(moved) {
  const there = ids();
  const wanted = followed(there, moved);
  if (wanted.join() !== there.join()) keep(wanted);
}

/** Call `fn` after every change; gives what ends that. @param {() => void} fn */
export function onChange(fn) {
  told.add(fn);
  return () => told.delete(fn);
}

/** Does this browser keep nothing? Then the list is gone with the page. */
export const isBlocked = () => isLost || !canKeep(`${KEY}-prov`);

/** @param {string[]} wanted */
function keep(wanted) {
  const text = JSON.stringify(wanted);
  if (wanted.length) keepText(KEY, text);
  else forget([KEY]);
  isLost = wanted.length ? keptText(KEY) !== text : keptText(KEY) !== null;
  here = wanted;
  tell();
}

function tell() {
  for (const fn of told) fn();
}

addEventListener("storage", ({ key }) => (key === null || key === KEY) && tell());
// A page that the browser has kept asleep hears nothing meanwhile.
addEventListener("pageshow", ({ persisted }) => persisted && tell());

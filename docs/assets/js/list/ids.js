// Lists of ids as text: what is kept, what a link carries. Whatever else stands there is left out. Pure.

export const MOST = 40; // ids in a list
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 100; // letters of an id

/** Those that are ids, each once, as many as a list holds. @param {unknown[]} wanted @returns {string[]} */
export function cleaned(wanted) {
  const ids = wanted.filter((id) => typeof id === "string" && id.length <= LONGEST && ID.test(id));
  return /** @type {string[]} */ ([...new Set(ids)]).slice(0, MOST);
}

/** The ids of a text that was kept. @param {string | null} text */
export function readIds(text) {
  try {
    const found = JSON.parse(text ?? "[]");
    return cleaned(Array.isArray(found) ? found : []);
  } catch {
    return [];
  }
}

/** With the ids of today for those that were renamed. @param {string[]} ids @param {Record<string, string>} moved */
export const followed = (ids, moved) => cleaned(ids.map((id) => (Object.hasOwn(moved, id) ? moved[id] : id)));

/** What stands after the number sign of an address, by word: `#lista=a,b` -> `{lista: ["a", "b"]}`.
 * @param {string} hash @returns {Map<string, string[]>} */
export function readHash(hash) {
  const parts = hash.replace(/^#/, "").split("&").map((part) => part.split("="));
  return new Map(parts.filter(([, ids]) => ids).map(([word, ids]) => [word, cleaned(ids.split(/,|%2c/i))]));
}

/** @param {string} word @param {string[]} ids */
export const asHash = (word, ids) => `#${word}=${ids.join(",")}`;

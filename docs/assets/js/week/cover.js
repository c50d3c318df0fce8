// Which parts of the support a week covers: said by the place itself, or by its type. Pure.

/** @typedef {import("./data.js").PlaceData} PlaceData */
/** `stated` and `byType`: places with a time in the week; `waiting`: places of the list that have none.
 * @typedef {{stated: PlaceData[], byType: PlaceData[], waiting: PlaceData[]}} Cover */

/** One for each part, in their order. @param {PlaceData[]} places @param {Set<string>} planned ids with a time
 * @param {number} parts how many there are @returns {Cover[]} */
export function coverOf(places, planned, parts) {
  const open = places.filter(({ marke }) => !marke);
  return Array.from({ length: parts }, (_, part) => ({
    stated: open.filter(({ id, delar }) => planned.has(id) && delar?.includes(part)),
    byType: open.filter(({ id, typdelar }) => planned.has(id) && typdelar?.includes(part)),
    waiting: open.filter(({ id, delar, typdelar }) =>
      !planned.has(id) && (delar?.includes(part) || typdelar?.includes(part))),
  }));
}

/** The numbers of the parts that no place in the week covers. @param {Cover[]} covers */
export const missingIn = (covers) =>
  covers.flatMap(({ stated, byType }, part) => (stated.length || byType.length ? [] : [part]));

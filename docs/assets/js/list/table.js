// Places -> the rows of a comparison, in the order of a record's page. Pure.

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./place.js").Line} Line */
/** `id` and `titel` of a section, and the names and titles of its rows in order.
 * @typedef {{id: string, titel: string, rader: [string, string][]}} Group */
/** What a place says in a row; what is to be asked where it says nothing, "" where there is nothing to ask.
 * @typedef {{lines: Line[], ask: string}} Cell */
/** @typedef {{title: string, cells: Cell[]}} TableRow */
/** @typedef {{title: string, rows: TableRow[]}} TableGroup */

/** Rows in which a place says something, or something can be asked. @param {Place[]} places @param {Group[]} groups
 * @returns {TableGroup[]} */
export function tableOf(places, groups) {
  return groups.map((group) => ({ title: group.titel, rows: rowsOf(places, group) }))
    .filter(({ rows }) => rows.length);
}

/** @param {Place[]} places @param {Group} group @returns {TableRow[]} */
function rowsOf(places, { id, rader }) {
  const titles = new Map(rader);
  // What a page tells in a row that is no field's stands first there.
  const others = places.flatMap(({ groups }) => [...(groups.get(id) ?? [])])
    .filter(([name, { lines }]) => !titles.has(name) && lines.length);
  const found = new Map([...others.map(([name, { title }]) => /** @type {const} */ ([name, title])), ...rader]);
  return [...found].map(([name, title]) => ({ title, cells: places.map((place) => cellOf(place, id, name)) }))
    .filter(({ cells }) => cells.some(({ lines, ask }) => lines.length || ask));
}

/** @param {Place} place @param {string} group @param {string} name @returns {Cell} */
function cellOf(place, group, name) {
  const lines = place.groups.get(group)?.get(name)?.lines ?? [];
  return { lines, ask: place.asks.get(name) ?? "" };
}

// A record and what its owner says -> the record as it will be: confirmed or closed, as scripts/katalog/edit/changes.py
// does it; which fields that touches comes with the page. Pure.

/** @typedef {import("./types.js").Data} Data */
/** `okand`: a field, the value that means unknown, and the one it becomes; `stangd`: a field and what means closed.
 * @typedef {{okand: [string, string, string], stangd: [string, string], vidare: string, ar: string, dag: string,
 *   av: string}} Fields */

/** The owner has gone through all of it on a day. @param {Data} record @param {string} dag ISO date
 * @param {string} av @param {Fields} fields @returns {Data} */
export function confirmed(record, dag, av, fields) {
  const [field, unknown, open] = fields.okand;
  const known = record[field] === unknown ? { [field]: open } : {};
  return { ...record, ...known, [fields.ar]: Number(dag.slice(0, 4)), [fields.dag]: dag, [fields.av]: av };
}

/** It is closed; `instead` is the id of where to go, "" when that is no other record. @param {Data} record
 * @param {string} instead @param {Fields} fields @returns {Data} */
export function closed(record, instead, fields) {
  const [field, value] = fields.stangd;
  return { ...record, [field]: value, ...(instead ? { [fields.vidare]: instead } : {}) };
}

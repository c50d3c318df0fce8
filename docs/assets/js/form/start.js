// What the form begins with: a record that exists, or what a link fills in.
import { isId } from "../record/identity.js";
import { Unreadable } from "../record/lines.js";
import { readRecord } from "../record/read.js";

/** @typedef {import("../record/types.js").Data} Data */
/** @typedef {{id: string, old: string | null, from: Data}} Start `old` is the text of the record's file */

const UNREADABLE =
  "Filen är skriven på ett sätt som formuläret inte kan läsa. Rätta den för hand, eller säg till den som " +
  "sköter katalogen.";

/** A record could not be had; the message is for the reader. */
export class Unavailable extends Error {}

/** @param {string} id @param {string} address of the record's file
 * @param {import("../record/types.js").Layout} layout @returns {Promise<Start>} */
export async function existingRecord(id, address, layout) {
  const old = await fetchText(id, address);
  try {
    return { id, old, from: readRecord(old, layout).data };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unavailable(UNREADABLE);
  }
}

/** @param {string} id @param {string} address */
async function fetchText(id, address) {
  try {
    const answer = isId(id) ? await fetch(address) : null;
    // Not `text()`, which takes away a mark for the order of bytes: the file is told of, and changed, as it is.
    if (answer?.ok) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  } catch {
    // no connection: told below
  }
  throw new Unavailable("Verksamheten gick inte att hämta. Kontrollera länken.");
}

/** A new entry, with what a link fills in.
 * @param {URLSearchParams} query @param {import("../record/types.js").EngineData} data @returns {Start} */
export function newRecord(query, data) {
  /** @type {Data} */
  const from = {};
  for (const [word, { falt: field, nyckel: key, vokabular: vocabulary }] of Object.entries(data.fyll)) {
    const value = query.get(word);
    if (!data.vokabular[vocabulary].some((one) => one.const === value)) continue;
    const row = key ? { [key]: value } : value;
    const filled = { [field]: data.regel.properties[field].items ? [row] : row };
    // What the link says of itself goes before what is taken for granted.
    Object.assign(from, { ...data.planerad, ...from }, filled);
  }
  return { id: "", old: null, from };
}

// What the form begins with: a record that exists, what a link fills in, and the draft that lies in this browser.
import { las } from "./las.js";
import { arFilnamn } from "./skicka.js";

/** @typedef {{id: string, old: string | null, from: Record<string, any>}} Start `old` is the text of the record's file */
/** @typedef {{format: number, tid: string, tillstand: any, namn: string}} Sparat */

const DRAFT = 1; // drafts of another shape are left alone

/** A record could not be had; the message is for the reader. */
export class Otillganglig extends Error {}

/** @param {string} id @param {string} address of the record's file @returns {Promise<Start>} */
export async function postenMed(id, address) {
  const old = await text(id, address);
  try {
    return { id, old, from: las(old).data };
  } catch {
    throw new Otillganglig("Filen är skriven på ett sätt som formuläret inte kan läsa. Rätta den för hand, eller säg till den som sköter katalogen.");
  }
}

/** @param {string} id @param {string} address */
async function text(id, address) {
  try {
    const answer = arFilnamn(id) ? await fetch(address) : null;
    if (answer?.ok) return await answer.text();
  } catch {
    // no connection: told below
  }
  throw new Otillganglig("Verksamheten gick inte att hämta. Kontrollera länken.");
}

/** @param {URLSearchParams} query @param {any} data @returns {Start} a new entry, with what a link fills in */
export function nyPost(query, data) {
  /** @type {Record<string, any>} */
  const from = {};
  for (const [word, name] of Object.entries(data.fyll)) {
    const value = query.get(word);
    const rule = data.regel.properties[name];
    const values = data.vokabular[(rule.items ?? rule)["x-vokabular"]] ?? [];
    if (value && values.some((/** @type {any} */ v) => v.const === value)) Object.assign(from, data.planerad, { [name]: rule.items ? [value] : value });
  }
  return { id: "", old: null, from };
}

/** The draft of one form. A browser that stores nothing still fills in and sends the form. */
export class Utkast {
  /** @param {string} key */
  constructor(key) {
    this.key = key;
  }

  /** @returns {Sparat | null} */
  hamta() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key) ?? "null");
      return found?.format === DRAFT ? found : null;
    } catch {
      return null;
    }
  }

  /** @param {any} tillstand @param {string} namn of the file, when somebody has chosen it */
  spara(tillstand, namn) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ format: DRAFT, tid: new Date().toISOString(), tillstand, namn }));
    } catch {
      // full, or switched off
    }
  }

  rensa() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // nothing was stored
    }
  }
}

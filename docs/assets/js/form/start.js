// What the form begins with: a record that exists, what a link fills in, and the draft that lies in this browser.
import { arFilnamn } from "../record/identity.js";
import { las } from "../record/read.js";
import { lika } from "../record/likeness.js";

/** @typedef {{id: string, old: string | null, from: Record<string, any>}} Start `old` is the text of the record's file */
/** @typedef {{format: number, tid: string, tillstand: any, namn: string, fran?: Record<string, any>}} Sparat `fran`: what it began with */

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
  for (const [word, { falt, nyckel, vokabular }] of Object.entries(data.fyll)) {
    const value = query.get(word);
    if (!data.vokabular[vokabular].some((/** @type {any} */ v) => v.const === value)) continue;
    const row = nyckel ? { [nyckel]: value } : value;
    // What the link says of itself goes before what is taken for granted.
    Object.assign(from, { ...data.planerad, ...from }, { [falt]: data.regel.properties[falt].items ? [row] : row });
  }
  return { id: "", old: null, from };
}

/**
 * The draft on top of the record as it is today. What others have changed since, in fields that the draft left alone,
 * must not be undone by it.
 * @param {Sparat | null} sparat @param {Record<string, any>} now @returns {Record<string, any>}
 */
export function fortsatt(sparat, now) {
  const draft = sparat?.tillstand ?? structuredClone(now);
  const base = sparat?.fran ?? now;
  for (const key of new Set([...Object.keys(base), ...Object.keys(now)])) {
    const isUntouched = lika(draft[key] ?? null, base[key] ?? null);
    if (!isUntouched || lika(base[key] ?? null, now[key] ?? null)) continue;
    if (Object.hasOwn(now, key)) draft[key] = structuredClone(now[key]);
    else delete draft[key];
  }
  return draft;
}

/** The draft of one form, by its address. A browser that stores nothing still fills in and sends the form. */
export class Utkast {
  /** @param {string} path of the form's page @param {string} search */
  constructor(path, search) {
    this.sida = `hitta-formular${path}`;
    this.key = `${this.sida}${search}`;
  }

  /** @returns {Sparat | null} */
  hamta() {
    return last(this.key);
  }

  /** @returns {{adress: string, sparat: Sparat}[]} drafts of other records, and of entries begun from another link */
  andra() {
    return nycklar(this.sida).filter((key) => key !== this.key).flatMap((key) => {
      const sparat = last(key);
      return sparat ? [{ adress: key.slice(this.sida.length) || location.pathname, sparat }] : [];
    });
  }

  /** Does this browser keep anything? */
  sparar() {
    try {
      localStorage.setItem(`${this.sida}#`, "");
      localStorage.removeItem(`${this.sida}#`);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {any} tillstand @param {string} namn of the file, when somebody has chosen it @param {Record<string, any>} fran */
  spara(tillstand, namn, fran) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ format: DRAFT, tid: new Date().toISOString(), tillstand, namn, fran }));
    } catch {
      // full, or switched off
    }
  }

  rensa() {
    glom([this.key]);
  }

  rensaAlla() {
    glom(nycklar(this.sida));
  }
}

/** @param {string} key @returns {Sparat | null} */
function last(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "null");
    return found?.format === DRAFT ? found : null;
  } catch {
    return null;
  }
}

/** @param {string} beginning @returns {string[]} */
function nycklar(beginning) {
  try {
    return Object.keys(localStorage).filter((key) => key === beginning || key.startsWith(`${beginning}?`)).sort();
  } catch {
    return [];
  }
}

/** @param {string[]} keys */
function glom(keys) {
  try {
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // nothing was stored
  }
}

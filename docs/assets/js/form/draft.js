// The draft that lies in this browser until it is cleared, one for each address of the form. Two tabs never write over
// each other: who finds that another has written goes on under an address of their own, and both are told. A browser
// that keeps nothing still fills in and sends the form.
import { now } from "../core/day.js";
import { canKeep, forget, keepText, keptKeys, keptText } from "../core/storage.js";
import { areEqual } from "../record/likeness.js";

/** @typedef {import("../record/types.js").Data} Data */
/** What is kept, and when: what stands in the form, the file's name, and what the form began with.
 * @typedef {{format: number, tid: string, tillstand: any, namn: string, fran?: Data}} Saved */
/** What another tab has done: this tab went on under an address of its own (`moved`), another tab did (`beside`),
 * somebody writes in the draft that this tab shows (`behind`), the draft was taken away (`gone`), or a draft of another
 * address came or went (`list`).
 * @typedef {"moved" | "beside" | "behind" | "gone" | "list"} Word */

const FORMAT = 1; // drafts of another shape are left alone
const OWN = "utkast"; // the word in the address that tells drafts of one and the same address apart

/**
 * The draft on top of the record as it is today. What others have changed since, in fields that the draft left alone,
 * must not be undone by it.
 * @param {Saved | null} saved @param {Data} now @returns {Data}
 */
export function resumed(saved, now) {
  const draft = saved?.tillstand ?? structuredClone(now);
  const base = saved?.fran ?? now;
  for (const key of new Set([...Object.keys(base), ...Object.keys(now)])) {
    const isUntouched = areEqual(draft[key] ?? null, base[key] ?? null);
    if (!isUntouched || areEqual(base[key] ?? null, now[key] ?? null)) continue;
    if (Object.hasOwn(now, key)) draft[key] = structuredClone(now[key]);
    else delete draft[key];
  }
  return draft;
}

export class Draft {
  /** @param {string} path of the form's page @param {string} search @param {(word: Word) => void} told */
  constructor(path, search, told) {
    this.path = path;
    this.page = `hitta-formular${path}`;
    this.key = `${this.page}${search}`;
    this.told = told;
    /** What lay under the key when this tab last looked or wrote. @type {string | null} */
    this.seen = null;
    /** What this tab has written, while it lies there. */
    this.mine = "";
    window.addEventListener("storage", (event) => this.hear(event.key));
    // A page that the browser has kept asleep hears nothing meanwhile.
    window.addEventListener("pageshow", (event) => event.persisted && this.hear(this.key));
  }

  load() {
    this.seen = keptText(this.key);
    return savedFrom(this.seen);
  }

  /** Drafts of other records, and of entries begun from another link. @returns {{address: string, saved: Saved}[]} */
  others() {
    return this.keys().filter((key) => key !== this.key).flatMap((key) => {
      const saved = savedFrom(keptText(key));
      return saved ? [{ address: key.slice(this.page.length) || this.path, saved }] : [];
    });
  }

  /** Does this browser keep anything? */
  isKept() {
    return canKeep(`${this.page}#`);
  }

  /** @param {any} values @param {string} name of the file, when somebody has chosen it @param {Data} from */
  save(values, name, from) {
    const saved = { format: FORMAT, tid: now(), tillstand: values, namn: name, fran: from };
    const there = keptText(this.key);
    if (there !== null && there !== this.seen) this.move();
    this.write(JSON.stringify(saved));
  }

  /** @param {string} text */
  write(text) {
    keepText(this.key, text);
    this.mine = text;
    this.seen = keptText(this.key);
  }

  /** From here on under an address of its own, which a reload finds again. */
  move() {
    const query = new URLSearchParams(this.key.slice(this.page.length));
    query.set(OWN, Math.random().toString(36).slice(2, 8));
    history.replaceState(history.state, "", `${this.path}?${query}${location.hash}`);
    this.key = `${this.page}?${query}`;
    this.told("moved");
  }

  /** Another tab has written. @param {string | null} key null: everything was taken away */
  hear(key) {
    if (key !== null && key !== this.page && !key.startsWith(`${this.page}?`)) return;
    if (key !== null && key !== this.key) {
      this.told(baseOf(key) === baseOf(this.key) && keptText(key) !== null ? "beside" : "list");
      return;
    }
    const there = keptText(this.key);
    if (there === this.seen) return;
    this.seen = there === null ? null : this.seen;
    if (there === null) this.told("gone");
    else if (this.mine === "") this.told("behind");
    else {
      this.move();
      this.write(this.mine);
    }
  }

  clear() {
    forget([this.key]);
  }

  clearAll() {
    forget(this.keys());
  }

  keys() {
    return keptKeys().filter((key) => key === this.page || key.startsWith(`${this.page}?`));
  }
}

/** A key without the word that tells drafts of one address apart. @param {string} key */
function baseOf(key) {
  const [page, search] = key.split("?", 2);
  const query = new URLSearchParams(search);
  query.delete(OWN);
  return `${page}?${query}`;
}

/** @param {string | null} text @returns {Saved | null} */
function savedFrom(text) {
  try {
    const found = JSON.parse(text ?? "null");
    return found?.format === FORMAT ? found : null;
  } catch {
    return null;
  }
}

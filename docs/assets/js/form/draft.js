// The draft that lies in this browser until it is cleared, one for each address of the form. A browser that keeps
// nothing still fills in and sends the form.
import { now } from "../core/day.js";
import { canKeep, forget, keep, kept, keptKeys } from "../core/storage.js";
import { areEqual } from "../record/likeness.js";

/** @typedef {import("../record/types.js").Data} Data */
/** What is kept, and when: what stands in the form, the file's name, and what the form began with.
 * @typedef {{format: number, tid: string, tillstand: any, namn: string, fran?: Data}} Saved */

const FORMAT = 1; // drafts of another shape are left alone

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
  /** @param {string} path of the form's page @param {string} search */
  constructor(path, search) {
    this.page = `hitta-formular${path}`;
    this.key = `${this.page}${search}`;
  }

  load() {
    return savedAt(this.key);
  }

  /** Drafts of other records, and of entries begun from another link. @returns {{address: string, saved: Saved}[]} */
  others() {
    return this.keys().filter((key) => key !== this.key).flatMap((key) => {
      const saved = savedAt(key);
      return saved ? [{ address: key.slice(this.page.length) || location.pathname, saved }] : [];
    });
  }

  /** Does this browser keep anything? */
  isKept() {
    return canKeep(`${this.page}#`);
  }

  /** @param {any} values @param {string} name of the file, when somebody has chosen it @param {Data} from */
  save(values, name, from) {
    keep(this.key, { format: FORMAT, tid: now(), tillstand: values, namn: name, fran: from });
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

/** @param {string} key @returns {Saved | null} */
function savedAt(key) {
  const found = kept(key);
  return found?.format === FORMAT ? found : null;
}

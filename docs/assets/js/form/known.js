// All records by name, fetched once and only when somebody needs them: to suggest one, to judge a reference, or to see
// if a file's name is free.

/** @typedef {import("../record/identity.js").Known} Known */

export class KnownRecords {
  /** @param {string} address @param {number} format that the answer must have */
  constructor(address, format) {
    this.address = address;
    this.format = format;
    /** @type {Promise<Known | null> | null} */
    this.answer = null;
    /** The ids that there are, once they have come. @type {Set<string> | null} */
    this.ids = null;
    /** What each is called, once they have come. @type {Map<string, string>} */
    this.names = new Map();
  }

  /** Null when they could not be had; the next one who asks tries again. @returns {Promise<Known | null>} */
  async load() {
    this.answer = this.answer ?? this.ask();
    const known = await this.answer;
    if (known === null) this.answer = null;
    else {
      this.ids = this.ids ?? new Set(known.records.map((record) => record.id));
      for (const { id, name } of known.records) this.names.set(id, name);
    }
    return known;
  }

  /** What a record is called, as far as that is known yet. @param {string} id */
  nameOf(id) {
    return this.names.get(id) ?? id;
  }

  /** @returns {Promise<Known | null>} */
  async ask() {
    try {
      const answer = await fetch(this.address);
      const raw = answer.ok ? await answer.json() : null;
      if (raw?.format !== this.format) return null;
      const records = raw.poster.map((/** @type {[string, string, string, string, string, string[]]} */ row) => {
        const [id, name, more, file, district, former] = row;
        return { id, name, more, file, district, former };
      });
      return { records, moved: raw.flyttade };
    } catch {
      return null;
    }
  }
}

/** What a reader calls a record. @param {Known} known @param {string} id */
export function calledBy(known, id) {
  const record = known.records.find((one) => one.id === id);
  return record ? `${record.name}, ${record.more}` : id;
}

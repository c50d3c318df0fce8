// All records by name, fetched once and only when somebody needs them: to suggest one, or to see if a file's name is free.

/** @typedef {{id: string, namn: string, mer: string, fil: string}} Kand */
/** @typedef {{poster: Kand[], flyttade: Record<string, string>}} Kanda `flyttade`: an id that was -> the id that is */

export class Poster {
  /** @param {string} address @param {number} format that the answer must have */
  constructor(address, format) {
    this.address = address;
    this.format = format;
    /** @type {Promise<Kanda | null> | null} */
    this.svar = null;
  }

  /** @returns {Promise<Kanda | null>} null when they could not be had; the next one who asks tries again */
  async hamta() {
    this.svar ??= this.fraga();
    const known = await this.svar;
    if (known === null) this.svar = null;
    return known;
  }

  /** @returns {Promise<Kanda | null>} */
  async fraga() {
    try {
      const answer = await fetch(this.address);
      const raw = answer.ok ? await answer.json() : null;
      if (raw?.format !== this.format) return null;
      return { poster: raw.poster.map((/** @type {string[]} */ [id, namn, mer, fil]) => ({ id, namn, mer, fil })), flyttade: raw.flyttade };
    } catch {
      return null;
    }
  }
}

/** @param {Kanda} kanda @param {string} id @returns {string} what a reader calls it */
export function kallas(kanda, id) {
  const post = kanda.poster.find((one) => one.id === id);
  return post ? `${post.namn}, ${post.mer}` : id;
}

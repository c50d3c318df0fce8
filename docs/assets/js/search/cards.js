// The cards' columns and the facets' sets -> one card. No DOM.

import { hasBit } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{id: string, address: string, heading: string, text: string, rows: [string, string][], level: string,
 *   freshness: string, confirmed: string, notes: string[]}} Card */
/** @typedef {ReturnType<typeof readCards>} Cards */

/** @param {any} data the parsed kort.json @param {Index} index @param {string} root address of the site's root */
export function readCards(data, index, root) {
  const ids = data.id.split("\n");
  const headings = data.rubrik.split("\n");
  const texts = data.text.split("\n");
  const rows = index.kort_rader.flatMap((id) => index.facetter.filter((facet) => facet.id === id));

  /** @param {import("./index.js").Facet} facet @param {number} doc @returns {string} */
  const answers = (facet, doc) =>
    facet.varden.filter((value) => hasBit(index.bits(value.mangd), doc)).map((value) => value.titel).join(", ");

  /** @param {number} doc @returns {[string, string][]} */
  function rowsOf(doc) {
    const all = rows.map((facet) => /** @type {[string, string]} */ ([facet.titel, answers(facet, doc)]));
    return all.filter(([, text]) => text);
  }

  /** @param {number} doc @returns {Card} */
  function card(doc) {
    const [level, freshness, confirmed] = data.aktualiteter[data.aktualitet[doc]];
    return {
      id: ids[doc],
      address: root + data.adress.replace("{id}", ids[doc]),
      heading: headings[doc],
      text: texts[doc],
      rows: rowsOf(doc),
      level,
      freshness,
      confirmed,
      notes: index.dolda.filter((set) => hasBit(index.bits(set.mangd), doc)).map((set) => set.marke),
    };
  }

  /** When each record was last confirmed, "" for never. @param {number} doc @returns {string} */
  const confirmed = (doc) => data.aktualiteter[data.aktualitet[doc]][2];
  const swedish = new Intl.Collator("sv");

  return {
    card,
    headings,
    /** Records in the orders that a reader may choose, each sorted when first asked for.
     * @type {Record<string, () => Uint32Array>} */
    ranks: {
      "a-o": once(() => ranks(ids.length, (a, b) => swedish.compare(headings[a], headings[b]))),
      senast: once(() => ranks(ids.length, (a, b) => compareText(confirmed(b), confirmed(a)))),
    },
    /** @param {number} doc a document after the records @returns {{address: string, title: string}} */
    page: (doc) => ({ address: root + data.sidor[doc - index.antal][0], title: data.sidor[doc - index.antal][1] }),
  };
}

/** @param {string} a @param {string} b */
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Each record's place in an order; equal ones in the site's order. @param {number} size
 * @param {(a: number, b: number) => number} compare */
function ranks(size, compare) {
  const made = new Uint32Array(size);
  [...made.keys()].sort((a, b) => compare(a, b) || a - b).forEach((doc, rank) => (made[doc] = rank));
  return made;
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

// In which order those of one answer stand: points of what is answered, and where the person lives. No DOM.
// The browser's half of scripts/katalog/derive/desk_order.py; a test holds the two together.

import { eachOf } from "../core/bits.js";

/** `facett`: asks where the person lives; `dar`: why a place answers that lies there; `inom`: the homes in the city;
 * `utanfor`: sets of the places in another municipality, `sist` of what stands last, `minus`: by how many points.
 * @typedef {{facett: string, dar: string, inom: string[], utanfor: number, sist: number, minus: number}} SentOrder */

const [UNKNOWN, LIKELY] = [1, 3]; // levels of an answer

/** @param {import("./source.js").Source} source
 * @param {Pick<ReturnType<typeof import("../match/match.js").makeMatch>, "points">} match */
export function makeOrder(source, match) {
  const { facett, dar, inom, utanfor, sist, minus } = source.order;
  const home = source.byId.get(facett);
  const weight = source.weights[facett] ?? 1;

  /** @param {import("../match/match.js").Chosen} chosen each record's points */
  function points(chosen) {
    const sums = Int16Array.from(match.points(chosen, source.weights));
    const ids = chosen.get(facett);
    if (ids?.size) addNear(sums, ids);
    eachOf(source.bits(sist), (doc) => (sums[doc] -= minus));
    return sums;
  }

  /** @param {Int16Array} sums @param {Set<string>} ids */
  function addNear(sums, ids) {
    const levels = match.points(new Map([[facett, ids]]), {});
    /** @param {Iterable<number>} docs @param {number} level @param {number} more */
    const add = (docs, level, more) => {
      for (const doc of docs) if (levels[doc] === level) sums[doc] += more;
    };
    add(docsIn(thereOf(ids)), LIKELY, weight);
    if ([...ids].every((id) => inom.includes(id))) add(docsIn([utanfor]), UNKNOWN, -weight);
  }

  /** Each record once, also one that lies in two municipalities. @param {number[]} sets */
  function docsIn(sets) {
    const docs = /** @type {Set<number>} */ (new Set());
    for (const set of sets) eachOf(source.bits(set), (doc) => docs.add(doc));
    return docs;
  }

  /** The sets of the places that lie where one of these homes is. @param {Set<string>} ids */
  const thereOf = (ids) => (home?.varden ?? []).filter(({ id }) => ids.has(id))
    .flatMap(({ kan = [] }) => kan.filter(([kind]) => kind === dar).map(([, set]) => set));

  return points;
}

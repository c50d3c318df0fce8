// Chosen values -> who fits, who may, and what every other choice would give. No DOM, no facet's name.
// Unknown is never no: only what is known not to fit is left out. The reference is scripts/katalog/derive/match.py.

import { count, countBoth, eachOf, hasBit, intersect, meet, subtract, unite } from "../core/bits.js";
import { STEPS, makeLadders } from "./ladder.js";

/** @typedef {import("./ladder.js").Facet} Facet */
/** @typedef {import("./ladder.js").Value} Value */
/** @typedef {import("./ladder.js").Ladder} Ladder */
/** @typedef {import("./ladder.js").Source} Source */
/** @typedef {Map<string, Set<string>>} Chosen facet id -> value ids; an empty set chooses nothing */
/** @typedef {{fits: number, maybe: number}} Count */
/** What keeps a record from fitting plainly. @typedef {{facet: Facet, value: Value, kind: string}} Reason */
/** `left`: the records at each step or above; `level`: how far a record fits, 4 plainly, 0 not at all; `counts`: what
 * each value of a facet would give, made when asked for, since closed facets show none.
 * @typedef {{left: Ladder, total: Count, level: (doc: number) => number, counts: (facet: number) => Count[]}} Match */

const [MAYBE, KNOWN, LIKELY, FITS] = [0, 1, 2, STEPS - 1];

/** @param {Source} source */
export function makeMatch(source) {
  const { facetter } = source;
  const ladders = makeLadders(source);

  /** @param {Uint32Array} start the records to choose among @param {Chosen} chosen @returns {Match} */
  function apply(start, chosen) {
    const narrow = facetter.map((facet) => ladders.chosenIn(facet, chosen.get(facet.id)));
    const left = narrowed(start, narrow, -1);
    return {
      left,
      total: { fits: count(left[FITS]), maybe: count(left[MAYBE]) - count(left[FITS]) },
      level: (doc) => left.findLastIndex((bits) => hasBit(bits, doc)) + 1,
      counts: (place) => {
        const facet = facetter[place];
        const around = narrow[place] && !facet.alla ? narrowed(start, narrow, place) : left;
        return facet.varden.map((value) => countIn(around, ladders.of(facet, value)));
      },
    };
  }

  /** The ladders of what is asked for, with their facets. @param {Chosen} chosen */
  const asked = (chosen) => facetter.flatMap((facet) => {
    const ladder = ladders.chosenIn(facet, chosen.get(facet.id));
    return ladder ? [{ facet, ladder }] : [];
  });

  /** The records that one facet alone keeps away. @param {Uint32Array} start @param {Chosen} chosen */
  function near(start, chosen) {
    const [once, more] = [new Uint32Array(start.length), new Uint32Array(start.length)];
    for (const { ladder } of asked(chosen)) {
      const missed = subtract(start.slice(), ladder[MAYBE]);
      unite(more, intersect(missed.slice(), once));
      unite(once, missed);
    }
    return subtract(once, more);
  }

  /** How much of what is asked for each record answers, all facets together: an order among those of one answer.
   * @param {Chosen} chosen @param {Record<string, number>} weights of facets; what has none counts once */
  function points(chosen, weights) {
    const sums = new Uint16Array(source.antal);
    for (const { facet, ladder } of asked(chosen)) {
      const weight = weights[facet.id] ?? 1;
      for (const bits of ladder) eachOf(bits, (doc) => (sums[doc] += weight));
    }
    return sums;
  }

  /** What speaks against each record that is left: one reason for each facet that it does not plainly fit.
   * @param {number} doc @param {Chosen} chosen @returns {Reason[]} */
  function reasons(doc, chosen) {
    const found = [];
    for (const [id, ids] of chosen) {
      const facet = facetter.find((one) => one.id === id);
      const reason = facet && reasonIn(facet, [...ids], doc);
      if (reason) found.push(reason);
    }
    return found;
  }

  /** @param {Facet} facet @param {string[]} ids @param {number} doc @returns {Reason | null} */
  function reasonIn(facet, ids, doc) {
    const values = ids.flatMap((id) => facet.varden.filter((value) => value.id === id));
    const level = (/** @type {Value} */ value) =>
      ladders.of(facet, value).findLastIndex((bits) => hasBit(bits, doc)) + 1;
    const decides = values.length && Math[facet.alla ? "min" : "max"](...values.map(level));
    const value = values.find((one) => level(one) === decides);
    const kind = value ? ladders.kind(facet, value, doc) : "";
    return value && kind ? { facet, value, kind } : null;
  }

  /** The facets of which some record that is left says nothing: what there is to ask.
   * @param {Match} match @param {Chosen} chosen @returns {Facet[]} */
  function unanswered({ left }, chosen) {
    return facetter.filter((facet) => {
      const own = ladders.chosenIn(facet, chosen.get(facet.id));
      return own && meet(left[MAYBE], subtract(own[MAYBE], own[KNOWN]));
    });
  }

  /** Of which values do any of these records tell, by facet? All of a facet are false when they would not tell records
   * apart: one value, and everybody has it. @param {Uint32Array} start @returns {boolean[][]} */
  function told(start) {
    const size = count(start);
    return facetter.map((facet) => {
      const numbers = facet.varden.map((value) => countBoth(start, ladders.of(facet, value)[LIKELY]));
      const isOne = numbers.filter(Boolean).length === 1 && numbers.includes(size);
      return numbers.map((number) => number > 0 && !isOne);
    });
  }

  return { apply, near, points, reasons, unanswered, told };
}

/** @param {Uint32Array} start @param {(Ladder | null)[]} narrow @param {number} skip @returns {Ladder} */
function narrowed(start, narrow, skip) {
  const left = Array.from({ length: STEPS }, () => start.slice());
  narrow.forEach((ladder, i) => i !== skip && ladder?.forEach((bits, step) => intersect(left[step], bits)));
  return left;
}

/** @param {Ladder} around @param {Ladder} own @returns {Count} */
function countIn(around, own) {
  const fits = countBoth(around[FITS], own[FITS]);
  return { fits, maybe: countBoth(around[MAYBE], own[MAYBE]) - fits };
}

// What a facet's values say of every record, as a ladder of sets: those that fit at a step or above. No DOM.
// The browser's half of scripts/katalog/derive/match.py; a test holds the two together.

import { bitset, hasBit, intersect, subtract, union, unite } from "../core/bits.js";

/** `mangd`: those that say so; `kan`: those that may, by why; `nej`: those that deny it; `vid`: says so little that
 * others may hold too; `forr`: names it had before; `dold`: no choice of a reader's.
 * @typedef {{id: string, titel: string, mangd: number, kan?: [string, number][], nej?: number, vid?: boolean,
 *   forr?: string[], dold?: boolean}} Value */
/** `sluten`: the records for which nothing holds but what they name; `alla`: all chosen values must hold; `aldras`
 * false: age does not matter; `fraga`: what to ask when nothing is known; `egennamn`: values keep their capitals.
 * @typedef {{id: string, titel: string, grupp: string, fraga: string, varden: Value[], sluten?: number, alla?: boolean,
 *   aldras?: boolean, egennamn?: boolean}} Facet */
/** What the engine needs of the data; sets are named by numbers. `gamla`: from a day on these records' words are too
 * old, being from a year; `day`: the reader's.
 * @typedef {{antal: number, day: string, facetter: Facet[], gamla: [string, string, number][],
 *   bits: (set: number) => Uint32Array}} Source */
/** The records at each step or above: may (nothing is said), may (said widely), may (likely), fits.
 * @typedef {Uint32Array[]} Ladder */

const WIDE = "vid";
export const STEPS = 4;

/** @param {Source} source */
export function makeLadders(source) {
  const everyone = bitset(Array(source.antal).keys(), source.antal);
  const expired = source.gamla.filter(([day]) => day <= source.day).map(([, , set]) => source.bits(set));
  const old = union(new Uint32Array(everyone.length), expired);
  /** @type {Map<Value, Ladder>} */
  const made = new Map();

  /** @param {Facet} facet @param {Value} value @returns {Ladder} */
  function of(facet, value) {
    const known = made.get(value) ?? make(facet, value);
    made.set(value, known);
    return known;
  }

  /** @param {Facet} facet @param {Value} value @returns {Ladder} */
  function make(facet, value) {
    const said = source.bits(value.mangd);
    const fits = facet.aldras === false ? said : subtract(said.slice(), old);
    const [wide, likely] = [true, false].map((isWide) =>
      (value.kan ?? []).filter(([kind]) => (kind === WIDE) === isWide).map(([, set]) => source.bits(set)));
    const atLikely = union(said, likely);
    const atWide = union(atLikely, wide);
    return [union(atWide, [open(facet, value)]), atWide, atLikely, fits];
  }

  /** Those that neither deny it nor name everything there is. @param {Facet} facet @param {Value} value */
  function open(facet, value) {
    const bits = everyone.slice();
    for (const set of [facet.sluten, value.nej]) if (set !== undefined) subtract(bits, source.bits(set));
    return bits;
  }

  /** Several values widen, unless all must hold; null when none is chosen.
   * @param {Facet} facet @param {Iterable<string> | undefined} ids @returns {Ladder | null} */
  function chosenIn(facet, ids) {
    if (!ids) return null;
    const asked = new Set(ids);
    const [first, ...rest] = facet.varden.filter(({ id }) => asked.has(id)).map((value) => of(facet, value));
    if (!first) return null;
    const joined = first.map((bits) => bits.slice());
    const join = facet.alla ? intersect : unite;
    for (const ladder of rest) joined.forEach((bits, step) => join(bits, ladder[step]));
    return joined;
  }

  /** Why a record's answer to a value is no plain yes; "" when it is.
   * @param {Facet} facet @param {Value} value @param {number} doc */
  function kind(facet, value, doc) {
    const has = (/** @type {number | undefined} */ set) => set !== undefined && hasBit(source.bits(set), doc);
    if (has(value.mangd)) return facet.aldras !== false && hasBit(old, doc) ? "gammal" : "";
    const maybe = value.kan?.find(([, set]) => has(set));
    if (maybe) return maybe[0];
    return has(value.nej) ? "nej" : has(facet.sluten) ? "annat" : "okand";
  }

  return { of, chosenIn, kind };
}

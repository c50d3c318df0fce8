// Lists of record numbers from the few letters that tell them. The browser's half of scripts/katalog/browser/lists.py,
// which says how. No DOM.
import { CODES, decode } from "./numbers.js";

const LEAST = 3;
const LETTER = 6; // bits

/** How many numbers each list holds, and the bits that tell them.
 * @typedef {{antalen: string, listor: string}} Packed */
/** The numbers of list `i` stand in `numbers` from `starts[i]` to `starts[i + 1]`.
 * @typedef {{starts: Uint32Array, numbers: Uint32Array}} Lists */

/** @param {Packed} packed @param {number} size numbers are below this @returns {Lists} */
export function unpack({ antalen, listor }, size) {
  const counts = decode(antalen);
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => (starts[i + 1] = starts[i] + count));
  const numbers = new Uint32Array(starts[counts.length]);
  const bits = makeBits(listor);
  const [kept, besides] = [new Uint32Array(size), new Uint32Array(size)];
  const order = byLength(counts, size);
  for (let place = 0; place < order.length; place++) {
    const [from, to] = [starts[order[place]], starts[order[place] + 1]];
    if (to - from < LEAST || !bits.oneOf(2)) {
      bits.rising(numbers, from, to, 0, size - 1);
      continue;
    }
    const like = order[bits.oneOf(place)];
    const other = numbers.subarray(starts[like], starts[like + 1]);
    const both = bits.oneOf(Math.min(to - from, other.length) + 1);
    bits.rising(kept, 0, both, 0, other.length - 1);
    bits.rising(besides, 0, to - from - both, 0, size - other.length - 1);
    merge(numbers, from, to, other, kept, both, besides);
  }
  return { starts, numbers };
}

/** The numbers of the lists, longest first, equal ones in order: a counting sort.
 * @param {number[]} counts @param {number} size */
function byLength(counts, size) {
  const places = new Uint32Array(size + 2);
  for (const count of counts) places[size - count + 1]++;
  for (let i = 1; i < places.length; i++) places[i] += places[i - 1];
  const order = new Uint32Array(counts.length);
  counts.forEach((count, i) => (order[places[size - count]++] = i));
  return order;
}

/** @param {string} text */
function makeBits(text) {
  let [at, held, left] = [0, 0, 0];

  /** The next bits as a number. @param {number} width */
  function read(width) {
    while (left < width) {
      held = (held << LETTER) | CODES[text.charCodeAt(at++)];
      left += LETTER;
    }
    left -= width;
    const value = held >>> left;
    held &= (1 << left) - 1;
    return value;
  }

  /** A whole number below `number`. @param {number} number */
  function oneOf(number) {
    if (number < 2) return 0;
    const width = 32 - Math.clz32(number - 1);
    const short = (1 << width) - number;
    let turned = read(width - 1);
    if (turned >= short) turned = turned * 2 + read(1) - short;
    return (turned + ((number - short) >>> 1)) % number;
  }

  /** Rising numbers between two that are known, into `numbers` from place `from` to `to`.
   * @param {Uint32Array} numbers @param {number} from @param {number} to @param {number} low @param {number} high */
  function rising(numbers, from, to, low, high) {
    if (from === to) return;
    if (high - low + 1 === to - from) {
      for (let i = from; i < to; i++) numbers[i] = low + i - from;
      return;
    }
    const middle = from + ((to - from) >>> 1);
    const least = low + middle - from;
    const value = least + oneOf(high - (to - 1 - middle) - least + 1);
    numbers[middle] = value;
    rising(numbers, from, middle, low, value - 1);
    rising(numbers, middle + 1, to, value + 1, high);
  }

  return { oneOf, rising };
}

/** What is kept of another list, by place, and what it does not hold, counted among those: together, in order.
 * @param {Uint32Array} numbers @param {number} from @param {number} to @param {Uint32Array} other
 * @param {Uint32Array} kept @param {number} both how many are kept @param {Uint32Array} besides */
function merge(numbers, from, to, other, kept, both, besides) {
  for (let at = from, i = 0, j = 0, passed = 0; at < to; at++) {
    const old = i < both ? other[kept[i]] : Infinity;
    if (j === to - from - both) {
      numbers[at] = old;
      i++;
      continue;
    }
    while (passed < other.length && other[passed] - passed <= besides[j]) passed++;
    const fresh = besides[j] + passed;
    if (old < fresh) i++;
    else j++;
    numbers[at] = Math.min(old, fresh);
  }
}

/** The same as one array for each list. @param {Packed} packed @param {number} size @returns {number[][]} */
export function listsOf(packed, size) {
  const { starts, numbers } = unpack(packed, size);
  return Array.from({ length: starts.length - 1 }, (_, i) => [...numbers.subarray(starts[i], starts[i + 1])]);
}

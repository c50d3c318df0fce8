// Sets of small whole numbers, a bit each. No DOM.

/** The set bits of those `numbers` that are below `size`. @param {Iterable<number>} numbers @param {number} size */
export function bitset(numbers, size) {
  const bits = new Uint32Array((size + 31) >>> 5);
  for (const number of numbers) if (number < size) bits[number >>> 5] |= 1 << (number & 31);
  return bits;
}

/** @param {Uint32Array} bits @param {number} number */
export const hasBit = (bits, number) => ((bits[number >>> 5] >>> (number & 31)) & 1) === 1;

/** Call `fn` with each number, rising. @param {Uint32Array} bits @param {(number: number) => void} fn */
export function eachOf(bits, fn) {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]; rest; rest &= rest - 1) fn(word * 32 + 31 - Math.clz32(rest & -rest));
  }
}

/** @param {Uint32Array} bits */
export const count = (bits) => countBoth(bits, bits);

/** How many are in both. @param {Uint32Array} a @param {Uint32Array} b */
export function countBoth(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    let word = a[i] & b[i];
    if (!word) continue;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    sum += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}

/** Is any in both? @param {Uint32Array} a @param {Uint32Array} b */
export const meet = (a, b) => a.some((word, i) => (word & b[i]) !== 0);

/** A new set: these and those of the others. @param {Uint32Array} first @param {Uint32Array[]} others
 * @returns {Uint32Array} */
export function union(first, others) {
  const bits = first.slice();
  for (const other of others) unite(bits, other);
  return bits;
}

/** Each of these changes and returns `a`. @param {Uint32Array} a @param {Uint32Array} b */
export function intersect(a, b) {
  for (let i = 0; i < a.length; i++) a[i] &= b[i];
  return a;
}

/** @param {Uint32Array} a @param {Uint32Array} b */
export function unite(a, b) {
  for (let i = 0; i < a.length; i++) a[i] |= b[i];
  return a;
}

/** @param {Uint32Array} a @param {Uint32Array} b */
export function subtract(a, b) {
  for (let i = 0; i < a.length; i++) a[i] &= ~b[i];
  return a;
}

// Are two values the same? Which allowed word was probably meant? The latter as scripts/katalog/record/suggest.py
// answers it, with Python's difflib (Ratcliff and Obershelp's measure): 2 * matching characters / all characters. Pure.

const SHORTEST = 4; // letters of a spelling that may stand in a longer one

/** @param {string} word */
export function fold(word) {
  const plain = word.trim().toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "");
  return plain.replace(/[ _]/g, "-");
}

/**
 * @param {string} word @param {Map<string, string>} known folded spelling -> target @param {number} cutoff
 * @returns {string | null}
 */
export function closest(word, known, cutoff) {
  const folded = fold(word);
  const exact = known.get(folded);
  if (exact !== undefined) return exact;
  let best = cutoff;
  /** @type {string | null} */
  let found = null;
  for (const spelling of known.keys()) {
    const score = ratio([...spelling], [...folded]);
    if (score > best || (score === best && (found === null || spelling > found))) {
      best = score;
      found = spelling;
    }
  }
  return found === null ? within(folded, known) : known.get(found) ?? null;
}

/** The one target whose spelling stands whole in a longer text. @param {string} folded
 * @param {Map<string, string>} known @returns {string | null} */
function within(folded, known) {
  const holds = (/** @type {string} */ text, /** @type {string} */ part) => `-${text}-`.includes(`-${part}-`);
  const told = [...known.keys()].filter((one) => [...one].length >= SHORTEST && holds(folded, one));
  const whole = told.filter((one) => !told.some((other) => one !== other && holds(other, one)));
  const targets = new Set(whole.map((one) => known.get(one)));
  return targets.size === 1 ? [...targets][0] ?? null : null;
}

/** @param {string[]} one @param {string[]} other */
export function ratio(one, other) {
  const total = one.length + other.length;
  if (total === 0) return 1;
  // From 200 characters difflib leaves out what is common ("autojunk").
  const counts = new Map();
  for (const ch of other) counts.set(ch, (counts.get(ch) ?? 0) + 1);
  const most = Math.floor(other.length / 100) + 1;
  const places = new Map();
  other.forEach((ch, index) => {
    if (other.length >= 200 && counts.get(ch) > most) return;
    places.set(ch, [...(places.get(ch) ?? []), index]);
  });
  return (2 * matches(one, other, places, 0, one.length, 0, other.length)) / total;
}

/**
 * @param {string[]} one @param {string[]} other @param {Map<string, number[]>} places
 * @param {number} aLow @param {number} aHigh @param {number} bLow @param {number} bHigh @returns {number}
 */
function matches(one, other, places, aLow, aHigh, bLow, bHigh) {
  let [bestA, bestB, size] = [aLow, bLow, 0];
  let lengths = new Map();
  for (let i = aLow; i < aHigh; i += 1) {
    const next = new Map();
    for (const j of places.get(one[i]) ?? []) {
      if (j < bLow) continue;
      if (j >= bHigh) break;
      const length = (lengths.get(j - 1) ?? 0) + 1;
      next.set(j, length);
      if (length > size) [bestA, bestB, size] = [i - length + 1, j - length + 1, length];
    }
    lengths = next;
  }
  while (bestA > aLow && bestB > bLow && one[bestA - 1] === other[bestB - 1]) {
    [bestA, bestB, size] = [bestA - 1, bestB - 1, size + 1];
  }
  while (bestA + size < aHigh && bestB + size < bHigh && one[bestA + size] === other[bestB + size]) size += 1;
  if (size === 0) return 0;
  return (
    size +
    matches(one, other, places, aLow, bestA, bLow, bestB) +
    matches(one, other, places, bestA + size, aHigh, bestB + size, bHigh)
  );
}

/** @param {any} one @param {any} other @returns {boolean} */
export function areEqual(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && areEqual(one[key], other[key]));
}

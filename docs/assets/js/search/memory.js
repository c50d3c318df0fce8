// Remembers what the last two questions needed: the next key changes one word only. No DOM.

/** `turn` begins a new question. @template T
 * @typedef {{turn: () => void, get: (key: string, make: () => T) => T}} Memory */

/** @template T @returns {Memory<T>} */
export function makeMemory() {
  let [now, before] = [/** @type {Map<string, T>} */ (new Map()), /** @type {Map<string, T>} */ (new Map())];
  return {
    turn: () => {
      [now, before] = [new Map(), now];
    },
    get: (key, make) => {
      const known = now.get(key) ?? before.get(key) ?? make();
      now.set(key, known);
      return known;
    },
  };
}

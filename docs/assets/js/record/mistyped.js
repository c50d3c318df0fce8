// A value of the wrong kind, or with a character that looks like another -> the cure that fits what was written: the
// browser's half of scripts/katalog/record/mistyped.py, which sends its patterns with the page. Pure.

/** @typedef {import("./types.js").EngineData} EngineData */
/** @typedef {[string, Record<string, unknown>] | null} Cure name of a text, and what fills it in */

/** A text where a list or a group of fields should be. @param {string} kind @param {string} value
 * @param {EngineData} data @returns {Cure} */
export function textFor(kind, value, { feltyp }) {
  for (const [pattern, name] of feltyp.text_for[kind] ?? []) {
    const found = new RegExp(pattern, "u").exec(value);
    if (found) return [name, { fel: feltyp.tecken[found[1]] ?? found[1] }];
  }
  return null;
}

/** A text where a number should be. @param {string} kind @param {string} value @param {EngineData} data
 * @returns {Cure} */
export function textForNumber(kind, value, { feltyp }) {
  const found = new RegExp(feltyp.tal, "u").exec(value);
  if (!found) {
    const two = new RegExp(feltyp.tva_tal, "u").exec(value);
    return two ? ["tal-ett", { tal: two[1] }] : null;
  }
  const [before, digits, point, decimals, after] = found.slice(1).map((part) => part ?? "");
  const whole = digits.replace(/[^0-9]/g, "");
  const isWhole = /^0*$/.test(decimals);
  if (kind === "integer" && !isWhole) return ["tal-helt", { tal: whole }];
  const tal = isWhole ? whole : `${whole}.${decimals}`;
  if (before.trim() || after.trim()) return before.trim().endsWith("-") ? null : ["tal-bara", { tal }];
  return [point === "," ? "tal-punkt" : whole === digits ? "tal-utan-citat" : "tal-ihop", { tal }];
}

/** The first character that looks like the right one, when nothing else is wrong. @param {string} value
 * @param {string} pattern @param {EngineData} data @returns {Cure} */
export function lookalike(value, pattern, { feltyp }) {
  const all = [...value];
  const odd = all.find((character) => character in feltyp.menade);
  const meant = all.map((character) => feltyp.menade[character] ?? character).join("");
  if (odd === undefined || !new RegExp(pattern, "u").test(meant)) return null;
  const right = feltyp.menade[odd];
  return ["forvaxlat", { tecken: feltyp.tecken[odd], ratt: feltyp.kallas[right] ?? right }];
}

/** True when a number would be right as it stands, between quotes. @param {number} value
 * @param {string | undefined} pattern */
export function fitsQuoted(value, pattern) {
  return pattern === undefined || (Number.isInteger(value) && new RegExp(pattern, "u").test(String(value)));
}

// One record's data -> which rules of the schema it breaks, in the words of JSON Schema. Pure: `kontroll.js` puts them in
// order and `felord.js` says them in Swedish.
import { lika } from "./likeness.js";

/** @typedef {(string | number)[]} Vag */
/** @typedef {{slag: string, path: Vag, regel: any, varde: any, falt?: string, villkor?: boolean}} Brott */
/** @typedef {(slag: string, more?: object) => Brott} Funnet */

/** @param {any} regel @param {any} data @returns {any[] | null} the vocabulary of a field */
export function varden(regel, data) {
  return data.vokabular[regel["x-vokabular"]] ?? null;
}

/** @param {any} value */
function slagAv(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/** @param {any} value @param {any} regel @param {Vag} path @param {any} data @returns {Generator<Brott>} */
export function* brott(value, regel, path, data) {
  const kind = slagAv(value);
  if (regel.type && kind !== regel.type && !(kind === "integer" && regel.type === "number")) {
    yield { slag: "type", path, regel, varde: value };
    return;
  }
  const found = (/** @type {string} */ slag, /** @type {object} */ more = {}) => ({ slag, path, regel, varde: value, ...more });
  const values = varden(regel, data);
  if (values && !values.some((v) => v.const === value)) yield found("enum");
  if (kind === "string") yield* textbrott(value, regel, found);
  if (kind === "integer" || kind === "number") {
    if (value < regel.minimum) yield found("minimum");
    if (value > regel.maximum) yield found("maximum");
  }
  if (kind === "array") yield* listbrott(value, regel, path, data, found);
  if (kind === "object") yield* gruppbrott(value, regel, path, data, found);
}

/** @param {string} value @param {any} regel @param {Funnet} found @returns {Generator<Brott>} */
function* textbrott(value, regel, found) {
  const length = [...value].length;
  if (regel.pattern && !new RegExp(regel.pattern, "u").test(value)) yield found("pattern");
  if (regel.format === "date" && !isDate(value)) yield found("format");
  if (length > regel.maxLength) yield found("maxLength");
  if (length < regel.minLength) yield found("minLength");
}

/** @param {string} value */
function isDate(value) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

/**
 * @param {any[]} value @param {any} regel @param {Vag} path @param {any} data
 * @param {Funnet} found @returns {Generator<Brott>}
 */
function* listbrott(value, regel, path, data, found) {
  if (value.length < regel.minItems) yield found("minItems");
  if (value.length > regel.maxItems) yield found("maxItems");
  if (regel.uniqueItems && upprepad(value) >= 0) yield found("uniqueItems");
  if (regel.items) for (const [index, row] of value.entries()) yield* brott(row, regel.items, [...path, index], data);
}

/** @param {any[]} list position of the first row that stood before, or -1 */
export function upprepad(list) {
  return list.findIndex((row, index) => list.slice(0, index).some((earlier) => lika(earlier, row)));
}

/**
 * @param {Record<string, any>} value @param {any} regel @param {Vag} path @param {any} data
 * @param {Funnet} found @returns {Generator<Brott>}
 */
function* gruppbrott(value, regel, path, data, found) {
  const keys = Object.keys(value);
  if (keys.length < regel.minProperties) yield found("minProperties");
  yield* saknade(value, regel, found);
  if (regel.additionalProperties === false && keys.some((key) => !Object.hasOwn(regel.properties, key))) yield found("additionalProperties");
  for (const key of keys) {
    if (Object.hasOwn(regel.properties ?? {}, key)) yield* brott(value[key], regel.properties[key], [...path, key], data);
  }
}

/** @param {Record<string, any>} value @param {any} regel @param {Funnet} found @returns {Generator<Brott>} */
function* saknade(value, regel, found) {
  const has = (/** @type {string} */ name) => Object.hasOwn(value, name);
  for (const name of regel.required ?? []) if (!has(name)) yield found("required", { falt: name });
  for (const [name, needs] of Object.entries(regel.dependentRequired ?? {})) {
    for (const falt of has(name) ? needs : []) if (!has(falt)) yield found("required", { falt });
  }
  if (regel.anyOf && !regel.anyOf.some((/** @type {any} */ way) => way.required.every(has))) yield found("anyOf");
  if (regel.if && galler(value, regel.if)) {
    for (const falt of regel.then.required ?? []) if (!has(falt)) yield found("required", { falt, villkor: true });
  }
}

/** @param {Record<string, any>} value @param {any} villkor constants and presence: all that a condition of ours says */
function galler(value, villkor) {
  const present = (villkor.required ?? []).every((/** @type {string} */ name) => Object.hasOwn(value, name));
  return present && Object.entries(villkor.properties).every(([name, rule]) => !Object.hasOwn(value, name) || value[name] === rule.const);
}

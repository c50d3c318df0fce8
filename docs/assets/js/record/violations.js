// One record's data -> which rules of the schema it breaks, in the words of JSON Schema. Pure: `check.js` puts them in
// order and `messages.js` says them in Swedish.
import { areEqual } from "./likeness.js";

/** @typedef {import("./types.js").Path} Path */
/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("./types.js").Data} Data */
/** @typedef {Record<string, import("./types.js").Value[]>} Vocabularies */
/** `field` is missing; `isConditional` when only a condition asks for it.
 * @typedef {{kind: string, path: Path, rule: Rule, value: any, field?: string, isConditional?: boolean}} Violation */
/** @typedef {(kind: string, more?: Partial<Violation>) => Violation} Found */

/** The vocabulary of a field. @param {Rule | undefined} rule @param {Vocabularies} vocabularies */
export function valuesOf(rule, vocabularies) {
  return vocabularies[rule?.["x-vokabular"] ?? ""] ?? null;
}

/** What a value may be; empty when the rule does not say. @param {Rule} rule */
export const kindsOf = (rule) => [rule.type ?? []].flat();

/** @param {any} value */
function typeOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/**
 * @param {any} value @param {Rule} rule @param {Path} path @param {Vocabularies} vocabularies
 * @returns {Generator<Violation>}
 */
export function* violations(value, rule, path, vocabularies) {
  const type = typeOf(value);
  const kinds = kindsOf(rule);
  if (kinds.length && !kinds.includes(type) && !(type === "integer" && kinds.includes("number"))) {
    yield { kind: "type", path, rule, value };
    return;
  }
  const found = (/** @type {string} */ kind, more = {}) => ({ kind, path, rule, value, ...more });
  const values = valuesOf(rule, vocabularies);
  if (values && !values.some((one) => one.const === value)) yield found("enum");
  if (type === "string") yield* inText(value, rule, found);
  if (type === "integer" || type === "number") {
    if (value < (rule.minimum ?? -Infinity)) yield found("minimum");
    if (value > (rule.maximum ?? Infinity)) yield found("maximum");
  }
  if (type === "array") yield* inList(value, rule, path, vocabularies, found);
  if (type === "object") yield* inGroup(value, rule, path, vocabularies, found);
}

/** @param {string} value @param {Rule} rule @param {Found} found @returns {Generator<Violation>} */
function* inText(value, rule, found) {
  const length = [...value].length;
  if (rule.pattern && !new RegExp(rule.pattern, "u").test(value)) yield found("pattern");
  if (rule.format === "date" && !isDate(value)) yield found("format");
  if (length > (rule.maxLength ?? Infinity)) yield found("maxLength");
  if (length < (rule.minLength ?? 0)) yield found("minLength");
}

/** @param {string} value */
function isDate(value) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

/**
 * @param {any[]} value @param {Rule} rule @param {Path} path @param {Vocabularies} vocabularies @param {Found} found
 * @returns {Generator<Violation>}
 */
function* inList(value, rule, path, vocabularies, found) {
  if (value.length < (rule.minItems ?? 0)) yield found("minItems");
  if (value.length > (rule.maxItems ?? Infinity)) yield found("maxItems");
  if (rule.uniqueItems && findRepeated(value) >= 0) yield found("uniqueItems");
  if (!rule.items) return;
  for (const [index, row] of value.entries()) yield* violations(row, rule.items, [...path, index], vocabularies);
}

/** The position of the first row that stood before, or -1. @param {any[]} list */
export function findRepeated(list) {
  return list.findIndex((row, index) => list.slice(0, index).some((earlier) => areEqual(earlier, row)));
}

/**
 * @param {Data} value @param {Rule} rule @param {Path} path @param {Vocabularies} vocabularies @param {Found} found
 * @returns {Generator<Violation>}
 */
function* inGroup(value, rule, path, vocabularies, found) {
  const keys = Object.keys(value);
  const known = rule.properties ?? {};
  if (keys.length < (rule.minProperties ?? 0)) yield found("minProperties");
  yield* missing(value, rule, found);
  if (rule.additionalProperties === false && keys.some((key) => !Object.hasOwn(known, key))) {
    yield found("additionalProperties");
  }
  for (const key of keys) {
    if (Object.hasOwn(known, key)) yield* violations(value[key], known[key], [...path, key], vocabularies);
  }
}

/** @param {Data} value @param {Rule} rule @param {Found} found @returns {Generator<Violation>} */
function* missing(value, rule, found) {
  const has = (/** @type {string} */ name) => Object.hasOwn(value, name);
  for (const field of rule.required ?? []) if (!has(field)) yield found("required", { field });
  for (const [name, needs] of Object.entries(rule.dependentRequired ?? {})) {
    for (const field of has(name) ? needs : []) if (!has(field)) yield found("required", { field });
  }
  if (rule.anyOf && !rule.anyOf.some((way) => way.required.every(has))) yield found("anyOf");
  if (rule.if && holds(value, rule.if)) {
    for (const field of rule.then?.required ?? []) {
      if (!has(field)) yield found("required", { field, isConditional: true });
    }
  }
}

/** @param {Data} value @param {import("./types.js").Condition} condition */
function holds(value, condition) {
  const isPresent = (condition.required ?? []).every((name) => Object.hasOwn(value, name));
  const says = Object.entries(condition.properties);
  return isPresent && says.every(([name, rule]) => !Object.hasOwn(value, name) || value[name] === rule.const);
}

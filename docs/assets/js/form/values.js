// What stands in the form -> the record's data. The form keeps what was typed as it was typed; here empty fields,
// groups and rows fall away, numbers become numbers, and breaks and invisible characters that a file may not hold go.
// Pure.
import { today } from "../core/day.js";
import { makePattern } from "../core/pattern.js";
import { fits, isNumber, isRead, meantBy } from "./meant.js";

/** @typedef {import("../record/types.js").Path} Path */
/** @typedef {import("../record/types.js").Rule} Rule */
/** Which row of the form a row of the data came from, and which part of it when it is written as that part alone.
 * @typedef {{rows?: number[], short?: string, inner?: Record<string, Origin>}} Origin */
/** @typedef {import("./meant.js").Meant} Meant */
/** `kept`: texts, and groups of one part, that stand in the record's file already; `calendar` is asked when it is
 * needed: a day may pass while one writes.
 * @typedef {{forbidden: RegExp, isProse: (rule: Rule | undefined) => boolean, folded: Record<string, string>,
 *   kept: Set<string>, calendar: () => import("./meant-times.js").Calendar}} Cleaning */
/** `value` is undefined when nothing was filled in. @typedef {{value: any, origin: Origin}} Cleaned */

/** How typed text becomes the file's. What stands in the file already is left as it stands: who changes one thing
 * proposes that thing and no other. @param {import("../record/types.js").EngineData} data
 * @param {Record<string, any>} from the record as its file has it @returns {Cleaning} */
export function makeCleaning(data, from) {
  const prose = Object.keys(data.form.vik).map((name) => data.regel.properties[name]);
  const forbidden = makePattern(data.form.forbjudna, "gu");
  const kept = new Set(keptIn(from));
  return {
    forbidden, isProse: (rule) => rule !== undefined && prose.includes(rule), folded: data.feltyp.menade, kept,
    calendar: () => ({ months: data.tillit.manader, today: today() }),
  };
}

/** @param {any} value @returns {Generator<string>} */
function* keptIn(value) {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  const inner = Object.values(value);
  if (!Array.isArray(value) && inner.length === 1) yield JSON.stringify(value);
  for (const one of inner) yield* keptIn(one);
}

/** @param {any} value @param {Rule | undefined} rule @param {Cleaning} how @returns {Cleaned} */
export function clean(value, rule, how) {
  if (value === undefined || value === null || value === "") return { value: undefined, origin: {} };
  if (typeof value === "string") {
    const isOfNumber = rule !== undefined && isNumber(rule);
    return { value: isOfNumber ? cleanNumber(value, rule, how) : cleanText(value, rule, how), origin: {} };
  }
  if (Array.isArray(value)) return cleanList(value, rule, how);
  return typeof value === "object" ? cleanGroup(value, rule, how) : { value, origin: {} };
}

/** @param {any[]} list @param {Rule | undefined} rule @param {Cleaning} how @returns {Cleaned} */
function cleanList(list, rule, how) {
  /** @type {number[]} */
  const rows = [];
  /** @type {Record<string, Origin>} */
  const inner = {};
  const made = [];
  for (const [index, row] of list.entries()) {
    const { value, origin } = clean(row, rule?.items, how);
    if (value === undefined) continue;
    const isKept = how.kept.has(JSON.stringify(value));
    const short = isKept ? undefined : shortPart(value, rule?.items);
    inner[made.length] = short ? { ...origin, short } : origin;
    rows.push(index);
    made.push(short ? value[short] : value);
  }
  return { value: made.length ? made : undefined, origin: { rows, inner } };
}

/** The part that alone says all of a row, where such a row is written as a text (`x-enkel`).
 * @param {any} row @param {Rule | undefined} rule */
function shortPart(row, rule) {
  const part = rule?.["x-enkel"];
  return part && typeof row[part] === "string" && Object.keys(row).length === 1 ? part : undefined;
}

/** A record with the rows that are written as a text as the groups they stand for: so the form asks for them.
 * @param {Record<string, any>} record @param {Rule} rule @returns {Record<string, any>} */
export function spelledOut(record, rule) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => {
    const part = rule.properties?.[name]?.items?.["x-enkel"];
    const isList = part !== undefined && Array.isArray(value);
    return [name, isList ? value.map((row) => (typeof row === "string" ? { [part]: row } : row)) : value];
  }));
}

/** @param {Record<string, any>} group @param {Rule | undefined} rule @param {Cleaning} how @returns {Cleaned} */
function cleanGroup(group, rule, how) {
  /** @type {Record<string, any>} */
  const made = {};
  /** @type {Record<string, Origin>} */
  const inner = {};
  for (const [key, one] of Object.entries(group)) {
    const { value, origin } = clean(one, rule?.properties?.[key], how);
    if (value === undefined) continue;
    made[key] = value;
    inner[key] = origin;
  }
  return { value: Object.keys(made).length ? made : undefined, origin: { inner } };
}

/** A number, or the text when it cannot be told which.
 * @param {string} value @param {Rule} rule @param {Cleaning} how */
function cleanNumber(value, rule, how) {
  const text = value.replace(how.forbidden, "").trim();
  if (text === "") return undefined;
  const plain = (meantBy(text, rule, how.calendar())?.text ?? text).replace(",", ".").replace("\u2212", "-");
  const isPlain = plain !== text || /^[-+]?(?:[0-9]+\.?|[0-9]*\.[0-9]{1,2})$/.test(plain);
  return isPlain && /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/.test(plain) ? Number(plain) : text;
}

/** What was typed, as it is shown when the field is left: without characters that nobody sees, without breaks in a
 * single line, and where a number or a pattern is asked for, as the field takes it. `isMeant`: more than a space or a
 * dash was read into it. @param {string} value @param {Rule} rule @param {Cleaning} how
 * @returns {Meant & {isMeant: boolean}} */
export function tidied(value, rule, how) {
  const plain = shown(value, rule, how);
  const isOfNumber = isNumber(rule);
  if (!isOfNumber && fits(plain.trim(), rule)) return { text: plain, isMeant: false };
  const usual = [...plain.normalize("NFKC")].map((ch) => how.folded[ch] ?? ch).join("").replace(/[\t ]+/g, " ").trim();
  const meant = isRead(rule) && usual ? meantBy(usual, rule, how.calendar()) : null;
  const isSame = meant !== null && meant.text.replace(/[ -]/g, "") === usual.replace(/[ -]/g, "");
  return meant ? { ...meant, isMeant: !isSame } : { text: usual, isMeant: false };
}

/** @param {string} value @param {Rule} rule @param {Cleaning} how */
function shown(value, rule, how) {
  const plain = visible(value, how);
  if (how.isProse(rule) || !plain.includes("\n")) return plain;
  return plain.split("\n").map((line) => line.trim()).filter(Boolean).join(" ");
}

/** Without what nobody sees, and without halves of characters. @param {string} value @param {Cleaning} how */
export function visible(value, how) {
  const whole = value.replace(/[\ud800-\udfff]/gu, "").replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
  return whole.normalize("NFC").replace(how.forbidden, "");
}

/** @param {string} value @param {Rule | undefined} rule @param {Cleaning} how */
function cleanText(value, rule, how) {
  if (how.kept.has(value)) return value;
  let plain = visible(value, how).replace(/\t/g, " ");
  const lines = plain.split("\n");
  const inOne = () => lines.map((line) => line.trim()).filter(Boolean).join(" ");
  plain = (how.isProse(rule) ? lines.map(withoutLast).join("\n") : inOne()).trim();
  // Help written for those who edit the file says "inom citattecken": taken at its word, the marks go.
  if (rule?.pattern && !rule["x-text"]) plain = oneSpelling(plain).replace(/^"(.*)"$/, "$1");
  if (plain && isRead(rule)) plain = meantBy(plain, rule, how.calendar())?.text ?? plain;
  return plain === "" ? undefined : plain;
}

/** What a number or a code is written with, whatever dash, space or digit was pasted. @param {string} text */
function oneSpelling(text) {
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const parts = plain.replace(/[\p{Pd}\u2212]/gu, "-").replace(/\p{Zs}/gu, " ").split("-");
  return parts.map((part) => part.trim()).join("-");
}

/** Spaces at the end of a line are seen by nobody. @param {string} line */
function withoutLast(line) {
  let end = line.length;
  while (line[end - 1] === " ") end -= 1;
  return line.slice(0, end);
}

/** A place in the data -> the place in the form that it came from. @param {Path} path @param {Origin} origin
 * @returns {Path} */
export function placeInForm(path, origin) {
  /** @type {Path} */
  const out = [];
  /** @type {Origin | undefined} */
  let at = origin;
  for (const step of path) {
    out.push(typeof step === "number" ? (at?.rows?.[step] ?? step) : step);
    at = at?.inner?.[step];
  }
  return at?.short ? [...out, at.short] : out;
}

/** @param {any} root @param {Path} path */
export function getAt(root, path) {
  return path.reduce((node, step) => node?.[step], root);
}

/** @param {any} root @param {Path} path @param {any} value undefined takes the key away */
export function setAt(root, path, value) {
  let node = root;
  for (const [index, step] of path.slice(0, -1).entries()) {
    const isMissing = typeof node[step] !== "object" || node[step] === null;
    if (isMissing) node[step] = typeof path[index + 1] === "number" ? [] : {};
    node = node[step];
  }
  const last = path[path.length - 1];
  if (value === undefined && !Array.isArray(node)) delete node[last];
  else node[last] = value;
}

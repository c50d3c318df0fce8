// One record's data -> its faults about people: the same as scripts/katalog/record/rules/persondata.py finds, with its
// patterns, word lists and texts, which come with the page. Pure; `check.js` uses it, and tests compare with the
// command.
import { fill } from "../core/text.js";
import { fold } from "./likeness.js";
import { quoted } from "./messages.js";

/** @typedef {import("./types.js").Path} Path */
/** @typedef {import("./types.js").Fault} Fault */
/** `all`: every match of the pattern of that name.
 * @typedef {{all: (name: string, text: string) => RegExpMatchArray[], firstNames: Set<string>, functionWords: string[],
 *   addressField: string, nameFields: (string | number)[], texts: import("./types.js").Texts}} Words */

/**
 * @param {import("./types.js").PeopleData} data @param {import("./types.js").Texts} texts
 * @returns {(record: import("./types.js").Data) => Fault[]}
 */
export function makePeopleCheck(data, texts) {
  const patterns = Object.entries(data.monster).map(([name, source]) => [name, new RegExp(source, "gu")]);
  /** @type {Record<string, RegExp>} */
  const find = Object.fromEntries(patterns);
  const words = {
    all: (/** @type {string} */ name, /** @type {string} */ text) => [...text.matchAll(find[name])],
    firstNames: new Set(data.fornamn), functionWords: data.funktionsord, addressField: data.adressfalt,
    nameFields: data.namnfalt, texts,
  };
  return (record) => [...textsIn(record, [])].flatMap(([path, text]) => textFaults(path, text, words));
}

/** @param {Path} path @param {string} text @param {Words} words @returns {Fault[]} */
function textFaults(path, text, words) {
  const fault = (/** @type {string} */ code, shown = "") => {
    return { path, code, message: fill(words.texts[code], { text: quoted(shown) }), target: path };
  };
  const isAddress = path.at(-1) === words.addressField;
  const out = numberCodes(text, isAddress, words).map((code) => fault(code));
  const mail = words.all("epost", text).find((match) => isPersonal(match[1], words));
  if (mail) out.push(fault("persondata-epost", mail[0]));
  const name = isAddress ? undefined : personName(path, text, words);
  if (name) out.push(fault("persondata-namn", name));
  return out;
}

/** @param {string} text @param {boolean} isAddress @param {Words} words @returns {string[]} */
function numberCodes(text, isAddress, words) {
  if (!words.all("langt_tal", text).length) return [];
  const codes = words.all("personnummer", text).some(isIdentityNumber) ? ["persondata-personnummer"] : [];
  return !isAddress && words.all("mobil", text).length ? [...codes, "persondata-mobil"] : codes;
}

/** @param {RegExpMatchArray} match */
function isIdentityNumber(match) {
  const [year, month, day, tail] = match.slice(1);
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12 && ((d >= 1 && d <= 31) || (d >= 61 && d <= 91)))) return false;
  const doubled = [...(year + month + day + tail)].map((digit, index) => Number(digit) * (2 - (index % 2)));
  return doubled.reduce((sum, value) => sum + Math.floor(value / 10) + (value % 10), 0) % 10 === 0;
}

/** @param {string} local what stands before the @ @param {Words} words */
function isPersonal(local, words) {
  const parts = fold(local).replaceAll("-", ".").split(/[._-]/).filter(Boolean);
  if (words.functionWords.some((word) => parts.some((part) => part.includes(word)))) return false;
  if (parts.some((part) => words.firstNames.has(part))) return true;
  return local.includes(".") && parts.length === 2 && parts.every((part) => /^\p{L}+$/u.test(part));
}

/** @param {Path} path @param {string} text @param {Words} words @returns {string | undefined} */
function personName(path, text, words) {
  const titled = words.all("titel_namn", text)[0];
  if (titled) return titled[0];
  const full = words.nameFields.includes(path[0]) ? words.all("helt_namn", text)[0] : undefined;
  return full && words.firstNames.has(fold(full[1])) ? full[0] : undefined;
}

/** @param {any} value @param {Path} path @returns {Generator<[Path, string]>} */
function* textsIn(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [index, row] of value.entries()) yield* textsIn(row, [...path, index]);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, key]);
  }
}

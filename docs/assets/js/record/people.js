// One record's data -> its faults about people: the same as scripts/katalog/rules/persondata.py finds, with its patterns,
// word lists and texts, which come with the page. Pure; `kontroll.js` uses it, and tests compare with the command.
import { citat, fyll } from "./messages.js";
import { fold } from "./likeness.js";

/** @typedef {import("./violations.js").Vag} Vag */
/** @typedef {import("./messages.js").Fel} Fel */
/**
 * @typedef {{alla: (name: string, text: string) => RegExpMatchArray[], fornamn: Set<string>, funktionsord: string[],
 *   adressfalt: string, namnfalt: (string | number)[], texter: Record<string, string>}} Ordlistor
 */

/** @param {any} data the part of the page's data about people @returns {(post: any) => Fel[]} */
export function skapaPersondata(data) {
  /** @type {Record<string, RegExp>} */
  const find = Object.fromEntries(Object.entries(data.monster).map(([name, source]) => [name, new RegExp(String(source), "gu")]));
  const ord = { ...data, fornamn: new Set(data.fornamn), alla: (/** @type {string} */ name, /** @type {string} */ text) => [...text.matchAll(find[name])] };
  return (post) => [...texterI(post, [])].flatMap(([path, text]) => textfel(path, text, ord));
}

/** @param {Vag} path @param {string} text @param {Ordlistor} ord @returns {Fel[]} */
function textfel(path, text, ord) {
  const fault = (/** @type {string} */ code, /** @type {string} */ shown = "") => ({ path, code, message: fyll(ord.texter[code], { text: citat(shown) }), mal: path });
  const isAddress = path.at(-1) === ord.adressfalt;
  const out = nummer(text, isAddress, ord).map((code) => fault(code));
  const mail = ord.alla("epost", text).find((match) => isPersonal(match[1], ord));
  if (mail) out.push(fault("persondata-epost", mail[0]));
  const name = isAddress ? undefined : personnamn(path, text, ord);
  if (name) out.push(fault("persondata-namn", name));
  return out;
}

/** @param {string} text @param {boolean} isAddress @param {Ordlistor} ord @returns {string[]} codes */
function nummer(text, isAddress, ord) {
  if (!ord.alla("langt_tal", text).length) return [];
  const codes = ord.alla("personnummer", text).some(isPersonnummer) ? ["persondata-personnummer"] : [];
  return !isAddress && ord.alla("mobil", text).length ? [...codes, "persondata-mobil"] : codes;
}

/** @param {RegExpMatchArray} match */
function isPersonnummer(match) {
  const [year, month, day, tail] = match.slice(1);
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12 && ((d >= 1 && d <= 31) || (d >= 61 && d <= 91)))) return false;
  const doubled = [...(year + month + day + tail)].map((digit, index) => Number(digit) * (2 - (index % 2)));
  return doubled.reduce((sum, value) => sum + Math.floor(value / 10) + (value % 10), 0) % 10 === 0;
}

/** @param {string} local what stands before the @ @param {Ordlistor} ord */
function isPersonal(local, ord) {
  const parts = fold(local).replaceAll("-", ".").split(/[._-]/).filter(Boolean);
  if (ord.funktionsord.some((word) => parts.some((part) => part.includes(word)))) return false;
  if (parts.some((part) => ord.fornamn.has(part))) return true;
  return local.includes(".") && parts.length === 2 && parts.every((part) => /^\p{L}+$/u.test(part));
}

/** @param {Vag} path @param {string} text @param {Ordlistor} ord @returns {string | undefined} */
function personnamn(path, text, ord) {
  const titled = ord.alla("titel_namn", text)[0];
  if (titled) return titled[0];
  const full = ord.namnfalt.includes(path[0]) ? ord.alla("helt_namn", text)[0] : undefined;
  return full && ord.fornamn.has(fold(full[1])) ? full[0] : undefined;
}

/** @param {any} value @param {Vag} path @returns {Generator<[Vag, string]>} */
function* texterI(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [index, row] of value.entries()) yield* texterI(row, [...path, index]);
  else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) yield* texterI(inner, [...path, key]);
}

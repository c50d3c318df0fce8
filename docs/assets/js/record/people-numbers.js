// Identity numbers, mobile numbers and mailboxes in a folded text: as scripts/katalog/record/people/numbers.py and
// mailboxes.py, with their patterns. Pure.
import { isSurname } from "./people-words.js";

/** @typedef {import("./people-words.js").Words} Words */
/** @typedef {Record<string, RegExp>} Patterns */

const MOST_ASKED = 1000; // mailboxes of one text
const LONGEST_PART = 64; // letters: a mailbox holds no more before its @ (RFC 5321)

/** @param {string} text @param {Patterns} patterns */
export const withoutAddresses = (text, patterns) => text.replace(patterns.adress, " ");

/** @param {string} text @param {boolean} isAddress @param {Patterns} patterns */
export function hasIdentityNumber(text, isAddress, patterns) {
  if (text.search(patterns.langt_tal) < 0) return false;
  const loose = isAddress ? [] : [...withoutAddresses(text, patterns).matchAll(patterns.personnummer)];
  return [...loose, ...text.matchAll(patterns.personnummer_i_adress)].some(isIdentity);
}

/** @param {string} text @param {Patterns} patterns */
export function hasMobileNumber(text, patterns) {
  return text.search(patterns.langt_tal) >= 0 && withoutAddresses(text, patterns).search(patterns.mobil) >= 0;
}

/** A day, and the check digit is right (Luhn's sum). @param {RegExpMatchArray} match */
function isIdentity(match) {
  const digits = [...match.slice(1).filter(Boolean).join("").matchAll(/\d/g)].map(([digit]) => Number(digit));
  const [month, day] = [digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]];
  if (!(month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91)))) return false;
  const doubled = digits.map((digit, index) => digit * (2 - (index % 2)));
  return doubled.reduce((sum, value) => sum + Math.floor(value / 10) + (value % 10), 0) % 10 === 0;
}

/** The first mailbox that looks like a person's. @param {string} text @param {Patterns} patterns
 * @param {Words} words @returns {string | undefined} */
export function findMailbox(text, patterns, words) {
  if (text.search(patterns.kanske_epost) < 0) return undefined;
  return [...text.matchAll(patterns.epost)].slice(0, MOST_ASKED).find((match) => isPersonal(match, words))?.[0];
}

/** @param {string} text @param {Patterns} patterns */
export function withoutMailboxes(text, patterns) {
  return text.search(patterns.kanske_epost) < 0 ? text : text.replace(patterns.epost, " , ");
}

/** A part of an address without the digits around it. @param {string} part */
function withoutDigits(part) {
  const isDigit = (/** @type {number} */ at) => part[at] >= "0" && part[at] <= "9";
  let [start, end] = [0, part.length];
  while (isDigit(start)) start += 1;
  while (end > start && isDigit(end - 1)) end -= 1;
  return part.slice(start, end);
}

/** @param {RegExpMatchArray} match @param {Words} words */
function isPersonal([, local, at, domain], words) {
  if (!at.includes("@") && !/[^\p{L}\p{N}_-]/u.test(domain)) return false;
  const parts = words.plain.word(local).split(/[._+%'-]/).map(withoutDigits).filter(Boolean);
  const accepted = words.accepted.get(parts[0]) ?? [];
  if (accepted.some((phrase) => phrase.join(" ") === parts.join(" "))) return false;
  return hasName(parts, words) || (/[._]/.test(local) && isPair(parts, words));
}

/** @param {string[]} parts @param {Words} words */
function hasName(parts, words) {
  const firsts = parts.filter((part) => words.first.has(part));
  const others = parts.filter((part) => !words.first.has(part));
  if (others.some((part) => isSurname(part, words) || runsTogether(part, words))) return true;
  if (others.some((part) => isFunction(part, words))) return false;
  const isMany = firsts.length > 1 || (firsts.length > 0 && others.length > 0);
  return isMany || firsts.some((part) => !words.strict.has(part));
}

/** @param {string[]} parts @param {Words} words */
function isPair(parts, words) {
  const whole = parts.filter((part, index) => [...part].length > 1 || index === 0);
  if (parts.some((part) => isFunction(part, words))) return false;
  return whole.length === 2 && parts.length <= 3 && parts.every((part) => /^\p{L}+$/u.test(part));
}

/** `asvensson`, `annasvensson`. @param {string} part @param {Words} words */
function runsTogether(part, words) {
  const letters = [...part];
  for (let at = 1; at < Math.min(letters.length, LONGEST_PART) - 4; at += 1) {
    const isStart = at <= 2 || words.first.has(letters.slice(0, at).join(""));
    if (isStart && words.surnames.has(letters.slice(at).join(""))) return true;
  }
  return false;
}

/** @param {string} part @param {Words} words */
function isFunction(part, words) {
  return words.functions.some((word) =>
    (word.length > 3 ? part.startsWith(word) || part.endsWith(word) : [word, `${word}et`, `${word}en`].includes(part)));
}

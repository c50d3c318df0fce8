// What somebody sends -> a block of text that `katalog receive` reads back (scripts/katalog/upkeep/block.py). It lives
// through a mail: white space counts for nothing in its hash, and no line is long enough to be broken by a program.
// Pure; tests hold both sides together.

/** `arende`: all is right, fields follow, closed, or a new record. `grund`: the hash of the file that the sender saw.
 * `dag` and `av`: who confirms, and when. `sedan` and `vart`: since when it is closed, and where people go, in words.
 * `falt`: each changed field with its whole new value; null takes it away.
 * @typedef {object} Errand
 * @property {string} id
 * @property {"stammer" | "andra" | "stangt" | "ny"} arende
 * @property {string} [grund]
 * @property {string} [dag]
 * @property {string} [av]
 * @property {string} [sedan]
 * @property {string} [vart]
 * @property {Record<string, any>} [falt]
 */

const VERSION = 1;
const HEAD = /** @type {const} */ (["id", "arende", "grund", "dag", "av", "sedan", "vart"]);
const WIDTH = 70; // mail programs break plain text from 72 characters on (RFC 5322, 2.1.1 says at most 78)
const POLYNOMIAL = 0xedb88320; // CRC-32 as in zlib and PNG (RFC 1952, 8)
// White space as Python's `str.isspace` has it, and what has no width.
const BLANK = /[\s\u001c-\u001f\u0085\u200b\ufeff]+/gu;
const ODD_BLANK = /[\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/gu;
const LIKE_A_LINE = /^(?:[\p{L}\p{N}_-]+:$|-|>)/u; // a key, a marker, a quote

/** The block, its lines ended with a line feed. @param {Errand} errand */
export function writeBlock(errand) {
  const head = HEAD.filter((key) => errand[key]).map((key) => `${key}: ${onOneLine(String(errand[key]))}`);
  const fields = Object.entries(errand.falt ?? {}).map(([name, value]) => `${name}: ${json(value)}`);
  const lines = [...head, ...fields].flatMap(wrapped);
  const hash = hashOf(lines.join("\n"));
  return [`--- hitta-sysselsattning ${VERSION} ---`, ...lines, `--- slut ${hash} ---`, ""].join("\n");
}

/** The hash that stands in a block's last line. @param {string} block */
export const hashIn = (block) => /--- slut ([0-9a-f]{8}) ---/.exec(block)?.[1] ?? "";

/** As somebody reads it aloud: "5e1b-77c0". @param {string} hash */
export const spoken = (hash) => `${hash.slice(0, 4)}-${hash.slice(4)}`;

/** The hash of what stands between the markers; white space and how letters are composed make no difference.
 * @param {string} text */
export const hashOf = (text) => crc32(text.replace(BLANK, "").normalize("NFC"));

/** CRC-32 of the text in UTF-8, as eight hexadecimal digits. @param {string} text */
export function crc32(text) {
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

/** What a line of the head can hold. @param {string} text */
const onOneLine = (text) => text.replace(BLANK, " ").trim();

/** JSON as Python writes it, with a space where a line may be broken. White space that a mail program may change is
 * written as its number. @param {any} value @returns {string} */
function json(value) {
  if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value).replace(ODD_BLANK, numbered);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${json(part)}`).join(", ")}}`;
}

/** @param {string} blank */
const numbered = (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A line in pieces; each but the first belongs to the one before. It is broken at a lone space, and never so that a
 * piece begins as a line of its own does. @param {string} line */
function wrapped(line) {
  const [first, ...words] = line.split(" ");
  const pieces = [first];
  for (const [index, word] of words.entries()) {
    const last = pieces[pieces.length - 1];
    const isLone = index > 0 && word !== "" && words[index - 1] !== "";
    const isTooLong = last.length + 1 + word.length > WIDTH;
    if (isLone && isTooLong && !LIKE_A_LINE.test(word)) pieces.push(word);
    else pieces[pieces.length - 1] = `${last} ${word}`;
  }
  return pieces;
}

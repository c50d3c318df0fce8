// One value of a record's file, where it begins: plain words, a list in brackets, a text in quotes. Pure; `read.js`
// finds where they stand. What is not known is refused with `Unreadable`.
import { Unreadable, beginsWord, depthOf, isBlank, skipWhite, tailAt, wordFrom } from "./lines.js";
import { quotedAt } from "./quotes.js";

/** @typedef {import("./types.js").Node} Node */
/** @typedef {import("./read.js").Source} Source */

/** @type {Record<string, any>} */
const WORDS = {
  "": null, "~": null, null: null, Null: null, NULL: null, true: true, True: true, TRUE: true, false: false,
  False: false, FALSE: false,
};
const LONGEST_NUMBER = 40; // characters; as the loader, which leaves what is longer or not safe as text
const PRINTED = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a";

/** @param {any} value @param {number} end @param {string} tail @returns {Node} */
function alone(value, end, tail) {
  return { kind: "value", value, depth: 0, end, tail };
}

/** @param {number} end @returns {Node} */
export const nothing = (end) => alone(null, end, "");

/** A text in quotes and nothing more. @param {Source} source @param {number} at @param {number} start
 * @param {number} depth @returns {Node} */
export function single(source, at, start, depth) {
  const { text, line, column } = quotedAt(source, at, start, depth);
  const tail = tailAt(source.lines[line], column);
  return alone(text, line + 1, line === at ? tail : "");
}

/** Words without quotes, on this line and those below that are indented more. @param {Source} source
 * @param {number} at @param {number} start @param {number} depth @returns {Node} */
export function wordsAt({ lines }, at, start, depth) {
  const { end: stop, sign } = wordFrom(lines[at], start, false);
  const tail = sign === "#" ? lines[at].slice(stop) : "";
  if (sign === ":") throw new Unreadable("colon");
  const parts = [lines[at].slice(start, stop)];
  let end = at + 1;
  for (let next = end; sign === "" && next < lines.length; next += 1) {
    if (isBlank(lines[next])) {
      parts.push("");
      continue;
    }
    if (depthOf(lines[next]) <= depth || lines[next][depthOf(lines[next])] === "#") break;
    parts.push(continuation(lines[next]));
    end = next + 1;
  }
  parts.length = end - at;
  if (parts.length > 1) return alone(unprinted(flow(parts)), end, "");
  return alone(typed(unprinted(parts[0])), end, tail);
}

/** A further line of words. One that looks like a row is refused: it would become a part of the text.
 * @param {string} line */
function continuation(line) {
  const start = depthOf(line);
  const { end, sign } = wordFrom(line, start, false);
  if (sign !== "" || ("-*\u2022".includes(line[start]) && line[start + 1] === " ")) throw new Unreadable("line");
  return line.slice(start, end);
}

/** Lines of flowing text as one: a break is a space, an empty line a break. @param {string[]} parts */
export function flow(parts) {
  let out = parts[0];
  let blank = 0;
  for (const part of parts.slice(1)) {
    if (part === "") blank += 1;
    else {
      out += (blank ? "\n".repeat(blank) : " ") + part;
      blank = 0;
    }
  }
  return out;
}

/** Between a word processor's quotes: YAML's own were meant, and the loader refuses it. @param {string} text */
export function isPrintQuoted(text) {
  const [first, last, inner] = [text[0], text.at(-1) ?? "", text.slice(1, -1)];
  const isQuoted = text.length > 1 && PRINTED.includes(first) && (PRINTED + '"').includes(last);
  return isQuoted && ![...inner].some((ch) => (PRINTED + '"').includes(ch));
}

/** @param {string} text */
function unprinted(text) {
  if (isPrintQuoted(text)) throw new Unreadable("printed quotes");
  return text;
}

/** @param {string} text a plain word as the project's reader types it (YAML 1.2 core) */
function typed(text) {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  if (text.length >= LONGEST_NUMBER) return text;
  const isWhole = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text);
  const isNumber = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?$/.test(text);
  const number = isWhole || isNumber ? Number(text) : NaN;
  return (isWhole ? Number.isSafeInteger(number) : Number.isFinite(number)) ? number : text;
}

/** A list in brackets on one line. @param {Source} source @param {number} at @param {number} start
 * @returns {Node} */
export function bracketsAt(source, at, start) {
  const line = source.lines[at];
  const values = [];
  let column = skipWhite(line, start + 1);
  while (line[column] !== "]") {
    const item = itemAt(source, line, column);
    values.push(item.value);
    column = skipWhite(line, item.end);
    if (line[column] === ",") column = skipWhite(line, column + 1);
    else if (line[column] !== "]") throw new Unreadable("brackets");
  }
  return alone(values, at + 1, tailAt(line, column + 1));
}

/** A group of nothing, which is all that is read of groups in brackets: so `writeRecord` and Python write one.
 * @param {Source} source @param {number} at @param {number} start @returns {Node} */
export function emptyGroupAt({ lines }, at, start) {
  const end = skipWhite(lines[at], start + 1);
  if (lines[at][end] !== "}") throw new Unreadable("sign");
  return alone({}, at + 1, tailAt(lines[at], end + 1));
}

/** @param {Source} source @param {string} line @param {number} start */
function itemAt(source, line, start) {
  if (line[start] === '"' || line[start] === "'") {
    const { text, column } = quotedAt({ lines: [line], forbidden: source.forbidden }, 0, start, start);
    return { value: text, end: column };
  }
  if (!beginsWord(line, start, true)) throw new Unreadable("brackets");
  const { end, at, sign } = wordFrom(line, start, true);
  if (sign !== "," && sign !== "]") throw new Unreadable("brackets");
  return { value: typed(unprinted(line.slice(start, end))), end: at };
}

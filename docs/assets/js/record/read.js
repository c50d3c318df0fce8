// The text of a record's file -> its data, and which lines each part stands on. Reads the YAML that records are
// written in: fields and lists on lines of their own, one-line lists in brackets, quotes, long prose, comments. What it
// reads, Python's loader (scripts/katalog/record/load.py) reads as the same data; what is written in another way, or
// refused there, it refuses with `Unreadable`: better no correction here than a wrong one. Pure; `patch.js` uses it.

import { makePattern } from "../core/pattern.js";
import { Unreadable, beginsWord, depthOf, isBlank, isGap, isRow, isWhite, skipWhite, wordFrom } from "./lines.js";
import { endOfQuote, proseAt, quotedAt } from "./quotes.js";
import { bracketsAt, emptyGroupAt, nothing, single, wordsAt } from "./scalars.js";

/** @typedef {import("./types.js").Node} Node */
/** @typedef {import("./types.js").Entry} Entry */
/** What stands in the file: its lines, and the pattern of what no file may hold.
 * @typedef {{lines: string[], forbidden: RegExp}} Source */

const MOST_BYTES = 256_000; // as the loader; longer files are not records
const DEEPEST = 10; // levels; the loader takes 20, a record has four
const LONGEST_KEY = 500; // characters; YAML takes 1024

/**
 * @param {string} text @param {{forbjudna: string}} how what a file may not hold, as a pattern
 * @returns {{data: Record<string, any>, node: Node, lines: string[]}}
 */
export function readRecord(text, { forbjudna }) {
  const plain = (text.startsWith("\ufeff") ? text.slice(1) : text).normalize("NFC");
  const source = { lines: plain.split(/\r\n|\r|\n/), forbidden: makePattern(forbjudna, "u") };
  if (new TextEncoder().encode(text).length > MOST_BYTES) throw new Unreadable("size");
  if (source.forbidden.test(plain) || source.lines.some(isOdd)) throw new Unreadable("characters");
  const lines = [...source.lines];
  // A last line of white without an end is a line to YAML, and to the loader.
  if (isWhite(plain.at(-1))) source.lines.push("");
  const first = skipEmpty(source.lines, 0);
  if (first >= source.lines.length || depthOf(source.lines[first]) !== 0) throw new Unreadable("start");
  const node = block(source, first, 0, 1);
  if (node.kind !== "group" || skipEmpty(source.lines, node.end) < source.lines.length) throw new Unreadable("end");
  return { data: node.value, node, lines };
}

/** A line that the loader refuses whatever it belongs to: indented with something else than spaces, the beginning or
 * end of a document, or a mark that a merge left behind. @param {string} line */
function isOdd(line) {
  const first = line[depthOf(line)] ?? "";
  if (first !== "" && /[\t\p{Zs}]/u.test(first)) return true;
  return /^(?:---|\.\.\.)(?:[ \t]|$)/.test(line) || /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line);
}

/** The next line that says something. @param {string[]} lines @param {number} at */
function skipEmpty(lines, at) {
  while (at < lines.length && (isBlank(lines[at]) || lines[at][depthOf(lines[at])] === "#")) at += 1;
  return at;
}

/** @param {Source} source @param {number} at @param {number} depth @param {number} level @returns {Node} */
function block(source, at, depth, level) {
  if (level > DEEPEST) throw new Unreadable("levels");
  return isRow(source.lines[at]) ? list(source, at, depth, level) : group(source, at, depth, level);
}

/** @param {Source} source @param {number} at @param {number} depth @param {number} level @returns {Node} */
function list(source, at, depth, level) {
  const { lines } = source;
  /** @type {Entry[]} */
  const rows = [];
  let end = at;
  while (at < lines.length && depthOf(lines[at]) === depth && isRow(lines[at])) {
    const node = row(source, at, depth, level);
    rows.push({ line: at, end: node.end, node });
    end = node.end;
    at = skipEmpty(lines, end);
  }
  if (at < lines.length && depthOf(lines[at]) > depth) throw new Unreadable("depth");
  return { kind: "list", value: rows.map((one) => one.node.value), depth, rows, end };
}

/** @param {Source} source @param {number} at @param {number} depth @param {number} level @returns {Node} */
function row(source, at, depth, level) {
  const { lines } = source;
  const rest = lines[at].slice(depth + 1);
  const inner = depth + 1 + depthOf(rest);
  if (lines[at][inner] === "\t") throw new Unreadable("tab after a dash");
  if (!isRow(rest) && !keyAt(source, at, inner)) return valueAt(source, at, depth + 1, depth, level, false);
  // What stands after the dash is a block of its own, as far in as it begins.
  lines[at] = " ".repeat(inner) + lines[at].slice(inner);
  return block(source, at, inner, level + 1);
}

/** @param {Source} source @param {number} at @param {number} depth @param {number} level @returns {Node} */
function group(source, at, depth, level) {
  const { lines } = source;
  /** @type {Map<string, Entry>} */
  const found = new Map();
  let end = at;
  while (at < lines.length && depthOf(lines[at]) === depth && !isRow(lines[at])) {
    const key = keyAt(source, at, depth);
    if (!key) throw new Unreadable("key");
    if (found.has(key.name)) throw new Unreadable("double");
    const node = valueAt(source, at, key.end, depth, level, true);
    found.set(key.name, { line: at, end: node.end, node });
    end = node.end;
    at = skipEmpty(lines, end);
  }
  if (at < lines.length && depthOf(lines[at]) > depth) throw new Unreadable("depth");
  const data = Object.fromEntries([...found].map(([key, entry]) => [key, entry.node.value]));
  return { kind: "group", value: data, depth, fields: found, end };
}

/** A field's name and the index after its colon, or null when no field begins here.
 * @param {Source} source @param {number} at @param {number} start */
function keyAt(source, at, start) {
  const line = source.lines[at];
  if (line[start] === '"' || line[start] === "'") return quotedKeyAt(source, at, start);
  if (!beginsWord(line, start, false)) return null;
  const { end, at: colon, sign } = wordFrom(line, start, false);
  return sign === ":" && end > start ? checkedKey(line.slice(start, end), start, colon) : null;
}

/** @param {Source} source @param {number} at @param {number} start */
function quotedKeyAt(source, at, start) {
  const line = source.lines[at];
  const end = endOfQuote(line, start);
  const colon = end < 0 ? end : skipWhite(line, end);
  if (line[colon] !== ":" || !isGap(line[colon + 1])) return null;
  return checkedKey(quotedAt(source, at, start, start).text, start, colon);
}

/** @param {string} name @param {number} start @param {number} colon */
function checkedKey(name, start, colon) {
  if (name === "" || colon - start > LONGEST_KEY) throw new Unreadable("key");
  return { name, end: colon + 1 };
}

/**
 * What stands after a key or a dash: from index `from` of line `at`.
 * @param {Source} source @param {number} at @param {number} from @param {number} depth @param {number} level
 * @param {boolean} isField @returns {Node}
 */
function valueAt(source, at, from, depth, level, isField) {
  const { lines } = source;
  const start = skipWhite(lines[at], from);
  const first = lines[at][start];
  if (first === undefined || first === "#") return below(source, at, depth, level, isField);
  if (first === "|" || first === ">") return proseAt(source, at, start, depth);
  if (first === "[") return bracketsAt(source, at, start);
  if (first === "{") return emptyGroupAt(source, at, start);
  if (first === '"' || first === "'") return single(source, at, start, depth);
  if (!beginsWord(lines[at], start, false)) throw new Unreadable("sign");
  return wordsAt(source, at, start, depth);
}

/** Nothing on the line itself: what it holds stands below, or it is empty. @param {Source} source @param {number} at
 * @param {number} depth @param {number} level @param {boolean} isField @returns {Node} */
function below(source, at, depth, level, isField) {
  const next = skipEmpty(source.lines, at + 1);
  const inner = next < source.lines.length ? depthOf(source.lines[next]) : -1;
  const isBelow = inner > depth || (isField && inner === depth && isRow(source.lines[next]));
  return isBelow ? block(source, next, inner, level + 1) : nothing(at + 1);
}

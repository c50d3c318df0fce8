// The text of a record's file -> its data, and which lines each part stands on. Reads the YAML that records are
// written in: fields and lists on lines of their own, one-line lists in brackets, quotes, long prose, comments. What it
// does not know it refuses with `Unreadable`: better no correction here than a wrong one. Pure; `patch.js` uses it.

import { Unreadable, alone, brackets, depthOf, plainWords, prose, quotedText } from "./scalars.js";

/** @typedef {import("./types.js").Node} Node */
/** @typedef {import("./types.js").Entry} Entry */

const KEY = /^((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[\]{},&*!|>%@`?:-][^#:]*?|[-?:][^\s#:][^#:]*?)):(?=\s|$)/;
const TAIL = /^(\s+#.*|\s*)$/;

/** @param {string} text @returns {{data: Record<string, any>, node: Node, lines: string[]}} */
export function readRecord(text) {
  const lines = text.replace(/^\ufeff/, "").normalize("NFC").split(/\r\n|\r|\n/);
  const work = [...lines];
  const first = skipEmpty(work, 0);
  if (first >= work.length || depthOf(work[first]) !== 0) throw new Unreadable("start");
  const node = block(work, first, 0);
  if (node.kind !== "group" || skipEmpty(work, node.end) < work.length) throw new Unreadable("end");
  return { data: node.value, node, lines };
}

/** The next line that says something. @param {string[]} lines @param {number} at */
function skipEmpty(lines, at) {
  while (at < lines.length && /^\s*(#.*)?$/.test(lines[at])) at += 1;
  if (at < lines.length && /^\s*\t/.test(lines[at])) throw new Unreadable("tab");
  return at;
}

/** @param {string} line */
function isRow(line) {
  return /^-(\s|$)/.test(line.trimStart());
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Node} */
function block(lines, at, depth) {
  return isRow(lines[at]) ? list(lines, at, depth) : group(lines, at, depth);
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Node} */
function list(lines, at, depth) {
  /** @type {Entry[]} */
  const rows = [];
  let end = at;
  while (at < lines.length && depthOf(lines[at]) === depth && isRow(lines[at])) {
    const rest = lines[at].slice(depth + 1);
    const inner = depth + 1 + depthOf(rest);
    let node;
    if (isRow(rest) || KEY.test(rest.trimStart())) {
      lines[at] = " ".repeat(inner) + rest.trimStart();
      node = block(lines, at, inner);
    } else node = valueAt(lines, at, rest, depth, false);
    rows.push({ line: at, end: node.end, node });
    end = node.end;
    at = skipEmpty(lines, end);
  }
  if (at < lines.length && depthOf(lines[at]) > depth) throw new Unreadable("depth");
  return { kind: "list", value: rows.map((row) => row.node.value), depth, rows, end };
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Node} */
function group(lines, at, depth) {
  /** @type {Map<string, Entry>} */
  const found = new Map();
  let end = at;
  while (at < lines.length && depthOf(lines[at]) === depth && !isRow(lines[at])) {
    const match = KEY.exec(lines[at].slice(depth));
    if (!match) throw new Unreadable("key");
    const key = keyOf(match[1]);
    if (found.has(key)) throw new Unreadable("double");
    const node = valueAt(lines, at, lines[at].slice(depth + match[0].length), depth, true);
    found.set(key, { line: at, end: node.end, node });
    end = node.end;
    at = skipEmpty(lines, end);
  }
  if (at < lines.length && depthOf(lines[at]) > depth) throw new Unreadable("depth");
  const data = Object.fromEntries([...found].map(([key, entry]) => [key, entry.node.value]));
  return { kind: "group", value: data, depth, fields: found, end };
}

/** @param {string} raw */
function keyOf(raw) {
  if (raw[0] !== '"' && raw[0] !== "'") return raw.trimEnd();
  return quotedText([raw], 0, 0).text;
}

/**
 * What stands after a key or a dash.
 * @param {string[]} lines @param {number} at @param {string} rest @param {number} depth
 * @param {boolean} isField @returns {Node}
 */
function valueAt(lines, at, rest, depth, isField) {
  const text = rest.trimStart();
  const start = lines[at].length - text.length;
  if (text === "" || text.startsWith("#")) {
    const next = skipEmpty(lines, at + 1);
    const inner = next < lines.length ? depthOf(lines[next]) : -1;
    const isBelow = inner > depth || (isField && inner === depth && isRow(lines[next]));
    return isBelow ? block(lines, next, inner) : alone(null, at + 1, "");
  }
  if ("&*!%@`?{".includes(text[0]) && !/^\?\S/.test(text)) throw new Unreadable("sign");
  if (text[0] === "|" || text[0] === ">") return prose(lines, at, text, depth);
  if (text[0] === '"' || text[0] === "'") {
    const { text: value, line, column } = quotedText(lines, at, start);
    const tail = lines[line].slice(column);
    if (!TAIL.test(tail)) throw new Unreadable("after a quote");
    return alone(value, line + 1, line === at ? tail : "");
  }
  if (text[0] === "[") return brackets(text, at);
  return plainWords(lines, at, text, depth);
}

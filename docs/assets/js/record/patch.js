// A correction: the old file's text and the record's new data -> the old text with only the changed lines changed.
// Comments, order and layout stay. Pure. When the result would not read as the new data, the whole file is written anew
// and `isWhole` says so: then comments are lost and the form tells it.
import { areEqual } from "./likeness.js";
import { readRecord } from "./read.js";
import { fieldLines, inOrder, rowLines, writeRecord } from "./write.js";

/** @typedef {import("./types.js").Node} Node */
/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("./types.js").Data} Data */
/** @typedef {import("./types.js").Layout} Layout */
/** @typedef {{from: number, to: number, lines: string[]}} Edit lines `from` to before `to` give way to `lines` */
/** @typedef {{source: string[], layout: Layout}} File the old file's lines, and how new ones are written */

/**
 * @param {string} text @param {Data} record @param {Rule} rule @param {Layout} layout
 * @returns {{text: string, isWhole: boolean}}
 */
export function patchRecord(text, record, rule, layout) {
  try {
    const { data, node, lines } = readRecord(text, layout);
    if (areEqual(data, record)) return { text, isWhole: false };
    const edits = [...groupEdits(node, record, rule, { source: lines, layout })];
    // A last line without an end stays so, if the record can be read like that.
    for (const next of [false, true].map((isEnded) => applied(text, lines, edits, isEnded))) {
      if (readsAs(next, record, layout)) return { text: next, isWhole: false };
    }
  } catch {
    // told by `isWhole`
  }
  return { text: writeRecord(record, rule, layout), isWhole: true };
}

/** @param {string} text @param {Data} record @param {Layout} layout */
function readsAs(text, record, layout) {
  try {
    return areEqual(readRecord(text, layout).data, record);
  } catch {
    return false;
  }
}

/** @param {string} text @param {string[]} lines @param {Edit[]} edits @param {boolean} isEnded by the end of a line,
 * whether the old text was or not */
function applied(text, lines, edits, isEnded) {
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const isOpen = lines.at(-1) !== "";
  const out = isOpen ? [...lines, ""] : [...lines];
  // From below, so that line numbers above still hold; of insertions at one place the later stands below.
  const numbered = edits.map((edit, index) => ({ ...edit, index }));
  numbered.sort((one, other) => other.from - one.from || other.to - one.to || other.index - one.index);
  for (const edit of numbered) out.splice(edit.from, edit.to - edit.from, ...edit.lines);
  if (isOpen && !isEnded) out.pop();
  return (text.startsWith("\ufeff") ? "\ufeff" : "") + out.join(end);
}

/** @param {Node} node @param {Data} record @param {Rule | undefined} rule @param {File} file
 * @returns {Generator<Edit>} */
function* groupEdits(node, record, rule, file) {
  const old = node.fields ?? new Map();
  for (const [key, entry] of old) {
    if (!Object.hasOwn(record, key)) yield { from: entry.line, to: entry.end, lines: [] };
    else if (!areEqual(entry.node.value, record[key])) {
      yield* fieldEdits(key, entry, record[key], node.depth, rule, file);
    }
  }
  const order = inOrder(record, rule);
  const first = Math.min(...[...old.values()].map((entry) => entry.line));
  for (const [index, key] of order.entries()) {
    if (old.has(key)) continue;
    const before = order.slice(0, index).filter((name) => old.has(name)).map((name) => old.get(name).end);
    const at = before.length ? Math.max(...before) : first;
    yield { from: at, to: at, lines: fieldLines(key, record[key], rule, node.depth, file.layout) };
  }
}

/**
 * @param {string} key @param {Entry} entry @param {any} value @param {number} depth @param {Rule | undefined} rule
 * @param {File} file @returns {Generator<Edit>}
 */
function* fieldEdits(key, { line, end, node }, value, depth, rule, file) {
  const inner = rule?.properties?.[key];
  const isList = Array.isArray(value) && value.length > 0;
  const isGroup = !Array.isArray(value) && typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (node.kind === "group" && isGroup) yield* groupEdits(node, value, inner, file);
  else if (node.kind === "list" && isList) yield* listEdits(node, value, inner?.items, file);
  else {
    const lines = fieldLines(key, value, rule, depth, file.layout);
    if (lines.length === 1 && node.tail) lines[0] += node.tail;
    // The first field of a row in a list stands after the dash: what was before it stays.
    lines[0] = file.source[line].slice(0, depth) + lines[0].slice(depth);
    yield { from: line, to: end, lines };
  }
}

/** Rows that stand the same at both ends are left alone; as many new as gone between them are mended one by one.
 * @param {Node} node @param {any[]} values @param {Rule | undefined} rule @param {File} file
 * @returns {Generator<Edit>} */
function* listEdits(node, values, rule, file) {
  const rows = node.rows ?? [];
  const [head, tail] = sameEnds(rows, values);
  const gone = rows.slice(head, rows.length - tail);
  const come = values.slice(head, values.length - tail);
  if (gone.length === come.length) {
    for (const [index, row] of gone.entries()) {
      if (!areEqual(row.node.value, come[index])) yield* rowEdits(row, come[index], node.depth, rule, file);
    }
    return;
  }
  for (const row of gone) yield { from: row.line, to: row.end, lines: [] };
  const at = gone.length ? gone[0].line : head > 0 ? rows[head - 1].end : rows[0].line;
  yield { from: at, to: at, lines: come.flatMap((value) => rowLines(value, rule, node.depth, file.layout)) };
}

/** How many rows are the same from the beginning, and from the end. @param {Entry[]} rows @param {any[]} values */
function sameEnds(rows, values) {
  const isSame = (/** @type {Entry} */ row, /** @type {any} */ value) => areEqual(row.node.value, value);
  const shortest = Math.min(rows.length, values.length);
  let head = 0;
  while (head < shortest && isSame(rows[head], values[head])) head += 1;
  let tail = 0;
  while (tail < shortest - head && isSame(rows[rows.length - 1 - tail], values[values.length - 1 - tail])) tail += 1;
  return [head, tail];
}

/**
 * @param {Entry} row @param {any} value @param {number} depth @param {Rule | undefined} rule @param {File} file
 * @returns {Generator<Edit>}
 */
function* rowEdits({ line, end, node }, value, depth, rule, file) {
  const first = node.fields ? [...node.fields.keys()][0] : undefined;
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  if (node.kind === "group" && first !== undefined && isGroup && inOrder(value, rule)[0] === first) {
    yield* groupEdits(node, value, rule, file);
    return;
  }
  const lines = rowLines(value, rule, depth, file.layout);
  if (lines.length === 1 && node.tail) lines[0] += node.tail;
  yield { from: line, to: end, lines };
}

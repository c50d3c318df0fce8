// One value of a record's file: plain words, quotes, a list in brackets, long prose. Pure; `read.js` finds where they
// stand. What is not known is refused with `Unreadable`.

/** @typedef {import("./types.js").Node} Node */

export class Unreadable extends Error {}

/** @type {Record<string, any>} */
const WORDS = {
  "": null, "~": null, null: null, Null: null, NULL: null, true: true, True: true, TRUE: true, false: false,
  False: false, FALSE: false,
};
/** @type {Record<string, string>} */
const ESCAPES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"',
  "/": "/", "\\": "\\", N: "\u0085", _: "\u00a0", L: "\u2028", P: "\u2029",
};
// A list on one line: quoted texts and plain words with commas between, then perhaps a comment.
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/;
const WORD = /[^\s"'[\]{},&*!|>%@`#:?-][^"'[\]{},#:]*/;
const LIST = new RegExp(`^\\[((?:\\s*(?:${QUOTED.source}|${WORD.source})\\s*,?)*)\\](\\s+#.*|\\s*)$`);

/** How far in a line begins. @param {string} line */
export function depthOf(line) {
  return line.length - line.trimStart().length;
}

/** @param {any} value @param {number} end @param {string} tail @returns {Node} */
export function alone(value, end, tail) {
  return { kind: "value", value, depth: 0, end, tail };
}

/** @param {string[]} lines @param {number} at @param {string} text @param {number} depth @returns {Node} */
export function plainWords(lines, at, text, depth) {
  const comment = /\s+#.*$/.exec(text);
  const parts = [(comment ? text.slice(0, comment.index) : text).trimEnd()];
  let next = at + 1;
  let end = next;
  const isMore = (/** @type {string} */ line) => (line.trim() === "" || depthOf(line) > depth) && !/^\s*#/.test(line);
  while (!comment && next < lines.length && isMore(lines[next])) {
    const line = lines[next].trim();
    if (/\s#/.test(line)) throw new Unreadable("comment");
    parts.push(line);
    next += 1;
    if (line !== "") end = next;
  }
  while (parts.length > 1 && parts.at(-1) === "") parts.pop();
  const value = flow(parts);
  if (/:(\s|$)/.test(value)) throw new Unreadable("colon");
  return alone(parts.length === 1 ? typed(value) : value, end, comment && parts.length === 1 ? comment[0] : "");
}

/** Lines of flowing text as one: a break is a space, an empty line a break. @param {string[]} parts */
function flow(parts) {
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

/** @param {string} text a plain word as the project's reader types it (YAML 1.2 core) */
function typed(text) {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  if (/^(?:[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15})$/.test(text)) return Number(text);
  const isNumber = text.length < 40 && /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?$/.test(text);
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** @param {string} text @param {number} at @returns {Node} */
export function brackets(text, at) {
  const close = LIST.exec(text);
  if (!close) throw new Unreadable("brackets");
  const rows = close[1].match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,"'][^,]*/g) ?? [];
  const isQuoted = (/** @type {string} */ row) => row[0] === '"' || row[0] === "'";
  const values = rows.map((row) => (isQuoted(row) ? quotedText([row], 0, 0).text : typed(row.trim())));
  return alone(values, at + 1, close[2]);
}

/** A text in quotes from `start` on line `at`, and where it ends.
 * @param {string[]} lines @param {number} at @param {number} start
 * @returns {{text: string, line: number, column: number}} */
export function quotedText(lines, at, start) {
  const quote = lines[at][start];
  let line = at;
  let column = start + 1;
  let out = "";
  for (;;) {
    if (line >= lines.length) throw new Unreadable("quote");
    if (column >= lines[line].length) {
      // A break inside quotes: spaces around it go, one break is a space, each empty line a break.
      let breaks = 0;
      out = out.replace(/[ \t]+$/, "");
      do {
        line += 1;
        breaks += 1;
        if (line >= lines.length) throw new Unreadable("quote");
      } while (lines[line].trim() === "");
      out += breaks === 1 ? " " : "\n".repeat(breaks - 1);
      column = depthOf(lines[line]);
      continue;
    }
    const ch = lines[line][column];
    column += 1;
    if (ch === quote && quote === "'" && lines[line][column] === "'") {
      out += "'";
      column += 1;
    } else if (ch === quote) return { text: out.normalize("NFC"), line, column };
    else if (ch === "\\" && quote === '"') {
      const code = lines[line][column];
      if (code === undefined) throw new Unreadable("end of line");
      const hex = { x: 2, u: 4, U: 8 }[code];
      if (hex) {
        out += String.fromCodePoint(Number.parseInt(lines[line].slice(column + 1, column + 1 + hex), 16));
        column += 1 + hex;
      } else if (code in ESCAPES) {
        out += ESCAPES[code];
        column += 1;
      } else throw new Unreadable("escape");
    } else out += ch;
  }
}

/** @param {string[]} lines @param {number} at @param {string} text @param {number} depth @returns {Node} */
export function prose(lines, at, text, depth) {
  const head = /^([|>])([+-]?)([1-9]?)([+-]?)(\s+#.*|\s*)$/.exec(text);
  if (!head) throw new Unreadable("prose");
  const chomp = head[2] || head[4];
  let next = at + 1;
  /** @type {string[]} */
  const own = [];
  let inner = head[3] ? depth + Number(head[3]) : -1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line.trim() === "") own.push(inner < 0 ? "" : line.slice(inner));
    else if (inner < 0 && depthOf(line) > depth) own.push(line.slice((inner = depthOf(line))));
    else if (inner >= 0 && depthOf(line) >= inner) own.push(line.slice(inner));
    else break;
  }
  let trailing = 0;
  while (own.length && own.at(-1)?.trim() === "") {
    own.pop();
    trailing += 1;
  }
  const end = next - trailing;
  const isLast = next >= lines.length;
  const body = head[1] === "|" ? own.join("\n") : foldProse(own);
  const kept = chomp === "+" ? "\n".repeat(trailing + (isLast ? 0 : 1)) : chomp === "-" || body === "" ? "" : "\n";
  return alone(body + kept, Math.max(end, at + 1), "");
}

/** @param {string[]} own lines of folded prose: indented ones keep their breaks */
function foldProse(own) {
  let out = "";
  let blank = 0;
  let before = "";
  own.forEach((line, index) => {
    if (line === "") {
      blank += 1;
      return;
    }
    const isFlowing = !/^[ \t]/.test(line) && !/^[ \t]/.test(before);
    if (index - blank === 0) out += "\n".repeat(blank);
    else if (isFlowing) out += blank ? "\n".repeat(blank) : " ";
    else out += "\n".repeat(blank + 1);
    out += line;
    before = line;
    blank = 0;
  });
  return out;
}

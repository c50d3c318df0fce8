// Texts whose end is told by their beginning: within quotes, and long prose after | or >. Pure; `read.js` and
// `scalars.js` use it. What is not known is refused with `Unreadable`.
import { Unreadable, depthOf, isBlank, isWhite, skipWhite, tailAt } from "./lines.js";

/** @typedef {import("./types.js").Node} Node */
/** @typedef {import("./read.js").Source} Source */

/** @type {Record<string, string>} */
const ESCAPES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"',
  "/": "/", "\\": "\\", N: "\u0085", _: "\u00a0", L: "\u2028", P: "\u2029",
};
/** How many digits follow. @type {Record<string, number>} */
const HEX = { x: 2, u: 4, U: 8 };

/** A text in quotes from `start` on line `at`, and where it ends. Its further lines stand further in than `depth`.
 * @param {Source} source @param {number} at @param {number} start @param {number} depth
 * @returns {{text: string, line: number, column: number}} */
export function quotedAt({ lines, forbidden }, at, start, depth) {
  const quote = lines[at][start];
  let [line, column] = [at, start + 1];
  let out = "";
  let white = ""; // seen, and a part of the text only when more follows on the line
  for (;;) {
    const ch = lines[line][column];
    if (ch === undefined) {
      const next = nextLine(lines, line, depth);
      out += next - line === 1 ? " " : "\n".repeat(next - line - 1);
      [line, column, white] = [next, skipWhite(lines[next], 0), ""];
    } else if (isWhite(ch)) [white, column] = [white + ch, column + 1];
    else if (ch === quote && !(quote === "'" && lines[line][column + 1] === "'")) {
      const text = (out + white).normalize("NFC");
      if (forbidden.test(text)) throw new Unreadable("characters");
      return { text, line, column: column + 1 };
    } else if (ch === "\\" && quote === '"' && lines[line][column + 1] === undefined) {
      // The break is no part of the text; empty lines after it are.
      const next = nextLine(lines, line, depth);
      out += white + "\n".repeat(next - line - 1);
      [line, column, white] = [next, skipWhite(lines[next], 0), ""];
    } else {
      const part = ch === "\\" && quote === '"' ? escaped(lines[line], column + 1) : { text: ch, end: column + 1 };
      [out, column, white] = [out + white + part.text, part.end + (ch === "'" && quote === "'" ? 1 : 0), ""];
    }
  }
}

/** The index after the quote that ends on the line where it begins, or -1. @param {string} line
 * @param {number} start */
export function endOfQuote(line, start) {
  const quote = line[start];
  for (let at = start + 1; at < line.length; at += 1) {
    if (quote === '"' && line[at] === "\\") at += 1;
    else if (quote === "'" && line[at] === "'" && line[at + 1] === "'") at += 1;
    else if (line[at] === quote) return at + 1;
  }
  return -1;
}

/** The next line that is not blank. @param {string[]} lines @param {number} line @param {number} depth */
function nextLine(lines, line, depth) {
  do line += 1;
  while (line < lines.length && isBlank(lines[line]));
  if (line >= lines.length || depthOf(lines[line]) <= depth) throw new Unreadable("quote");
  return line;
}

/** What an escape stands for; `at` is the character after the backslash. @param {string} line @param {number} at */
function escaped(line, at) {
  const digits = HEX[line[at]];
  if (digits === undefined) {
    if (!Object.hasOwn(ESCAPES, line[at])) throw new Unreadable("escape");
    return { text: ESCAPES[line[at]], end: at + 1 };
  }
  const hex = line.slice(at + 1, at + 1 + digits);
  const point = hex.length === digits && /^[0-9a-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : NaN;
  if (!(point <= 0x10ffff) || (point >= 0xd800 && point <= 0xdfff)) throw new Unreadable("escape");
  return { text: String.fromCodePoint(point), end: at + 1 + digits };
}

/** Long prose: its head on line `at`, its lines below. @param {Source} source @param {number} at
 * @param {number} start @param {number} depth @returns {Node} */
export function proseAt({ lines }, at, start, depth) {
  const head = headAt(lines[at], start);
  const { own, next } = proseLines(lines, at + 1, head.indent ? depth + head.indent : 0, depth);
  let last = own.length;
  while (last > 0 && own[last - 1] === "") last -= 1;
  if (last === 0) throw new Unreadable("prose without words");
  const trailing = own.length - last;
  // The last element of the lines is what stands after the last break: nothing, or a line without an end.
  const breaks = trailing + (next < lines.length ? 1 : 0);
  const body = (head.isFolded ? foldProse : joined)(own.slice(0, last));
  const kept = head.chomp === "+" ? breaks : head.chomp === "-" ? 0 : Math.min(breaks, 1);
  return { kind: "value", value: body + "\n".repeat(kept), depth: 0, end: next - trailing, tail: "" };
}

/** @param {string[]} own */
const joined = (own) => own.join("\n");

/** @param {string} line @param {number} start */
function headAt(line, start) {
  let [at, chomp, indent] = [start + 1, "", 0];
  for (; at < line.length && !isWhite(line[at]); at += 1) {
    if ("+-".includes(line[at]) && chomp === "") chomp = line[at];
    else if (line[at] >= "1" && line[at] <= "9" && indent === 0) indent = Number(line[at]);
    else throw new Unreadable("head of prose");
  }
  tailAt(line, at);
  return { isFolded: line[start] === ">", chomp, indent };
}

/** The lines of prose without their indent, and the line after. @param {string[]} lines @param {number} at
 * @param {number} told how far in they stand, 0 when the first one says @param {number} depth */
function proseLines(lines, at, told, depth) {
  /** @type {string[]} */
  const own = [];
  let inner = told;
  let widest = 0;
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (isBlank(line)) {
      widest = Math.max(widest, line.length);
      own.push("");
      continue;
    }
    if (inner === 0 && depthOf(line) > depth) inner = depthOf(line);
    if (inner === 0 || depthOf(line) < inner) break;
    own.push(line.slice(inner));
  }
  // White beyond the indent would be a part of the text, and nobody sees it.
  if (widest > inner) throw new Unreadable("white lines");
  return { own, next };
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
    const isFlowing = !isWhite(line[0]) && !isWhite(before[0]);
    if (index - blank === 0) out += "\n".repeat(blank);
    else if (isFlowing) out += blank ? "\n".repeat(blank) : " ";
    else out += "\n".repeat(blank + 1);
    out += line;
    before = line;
    blank = 0;
  });
  return out;
}

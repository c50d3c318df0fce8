// Data -> the text of a record's file, as the project writes its records: fields in the schema's order, lists indented
// two spaces, double quotes only where YAML needs them, long prose folded. What is written is read back and compared.
// Pure; `patch.js` and the form use it. The choices are those of PyYAML 6.0 (emitter.py, resolver.py), which wrote the
// records that exist; tests compare.
import { areEqual } from "./likeness.js";
import { readRecord } from "./read.js";
import { isPrintQuoted } from "./scalars.js";

/** @typedef {import("./types.js").Layout} Layout */
/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {Layout & {isQuoted?: boolean}} Style every text within quotes, when it must be */
/** How one value is written. @typedef {{width: number, isFolded?: boolean, isQuoted?: boolean, isKey?: boolean}} Way */

const BREAKS = "\n\u0085\u2028\u2029";
const SPACES = "\0 \t\r" + BREAKS;
const ENDLESS = 100_000;
/** @type {Record<string, string>} */
const ESCAPES = {
  "\0": "0", "\x07": "a", "\x08": "b", "\x09": "t", "\x0a": "n", "\x0b": "v", "\x0c": "f", "\x0d": "r", "\x1b": "e",
  '"': '"', "\\": "\\", "\u0085": "N", "\u00a0": "_", "\u2028": "L", "\u2029": "P",
};
const MARKED = /(\\(?:x[0-9A-F]{2}|u[0-9A-F]{4}|U[0-9A-F]{8}|[^ \n]))(\p{M}*)/gu;
// What a plain word may not look like: other types in YAML 1.1 (PyYAML) and in 1.2 (this project's own reader).
const TYPED = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
  /^(?:[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^(?:<<|=|~|null|Null|NULL|)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/,
  /^(?:[-+]?[0-9]+|0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?)$/,
];

/**
 * The whole file.
 * @param {Record<string, any>} data @param {Rule | undefined} rule the schema of the record @param {Layout} layout
 */
export function writeRecord(data, rule, layout) {
  const lines = inOrder(data, rule).flatMap((key) => fieldLines(key, data[key], rule, 0, layout));
  return layout.huvud + lines.map((line) => `${line}\n`).join("");
}

/**
 * The keys of `data` in the schema's order; unknown ones last, as they stand.
 * @param {Record<string, any>} data @param {Rule | undefined} rule @returns {string[]}
 */
export function inOrder(data, rule) {
  const known = Object.keys(rule?.properties ?? {});
  const place = (/** @type {string} */ key) => (known.includes(key) ? known.indexOf(key) : known.length);
  return Object.keys(data).sort((one, other) => place(one) - place(other));
}

/**
 * One field as lines. Folding loses some unusual spacing, and then something else is read back. Within quotes it is
 * kept, but an emoji may be split; on one line nothing is lost.
 * @param {string} key @param {any} value @param {Rule | undefined} rule of the group that the field stands in
 * @param {number} indent @param {Layout} layout @returns {string[]}
 */
export function fieldLines(key, value, rule, indent, layout) {
  const surest = { ...layout, isQuoted: true, vik: {} };
  for (const way of indent === 0 ? [layout, { ...layout, isQuoted: true }] : []) {
    const lines = linesOf(key, value, rule, indent, way);
    if (readsAs(lines, { [key]: value }, layout)) return lines;
  }
  return linesOf(key, value, rule, indent, indent === 0 ? surest : layout);
}

/** @param {string[]} lines @param {Record<string, any>} data @param {Layout} layout */
function readsAs(lines, data, layout) {
  try {
    return areEqual(readRecord(lines.map((line) => `${line}\n`).join(""), layout).data, data);
  } catch {
    return false;
  }
}

/** @param {string} key @param {any} value @param {Rule | undefined} rule @param {number} indent @param {Style} layout
 * @returns {string[]} */
function linesOf(key, value, rule, indent, layout) {
  const name = scalar(key, 0, 0, { width: ENDLESS, isKey: true });
  const head = `${" ".repeat(indent)}${name}:`;
  const inner = rule?.properties?.[key];
  const fold = indent === 0 ? layout.vik[key] : undefined;
  if (isFilled(value)) return [head, ...below(value, inner, indent + 2, layout)];
  const isFolded = fold !== undefined && typeof value === "string" && [...value].length > fold.over && !layout.isQuoted;
  const way = { width: fold?.bredd ?? ENDLESS, isFolded, isQuoted: layout.isQuoted };
  return `${head} ${scalar(value, head.length + 1, indent + 2, way)}`.split("\n");
}

/**
 * One row of a list as lines.
 * @param {any} value @param {Rule | undefined} rule of the row @param {number} indent @param {Style} layout
 * @returns {string[]}
 */
export function rowLines(value, rule, indent, layout) {
  const head = `${" ".repeat(indent)}- `;
  if (!isFilled(value)) {
    return [head + scalar(value, head.length, indent + 2, { width: ENDLESS, isQuoted: layout.isQuoted })];
  }
  const [first, ...rest] = below(value, rule, indent + 2, layout);
  return [head + first.slice(indent + 2), ...rest];
}

/** @param {any} value @param {Rule | undefined} rule @param {number} indent @param {Style} layout
 * @returns {string[]} */
function below(value, rule, indent, layout) {
  if (Array.isArray(value)) return value.flatMap((row) => rowLines(row, rule?.items, indent, layout));
  return inOrder(value, rule).flatMap((key) => linesOf(key, value[key], rule, indent, layout));
}

/** @param {any} value */
function isFilled(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** @param {any} value @param {number} column where it begins @param {number} indent of its further lines
 * @param {Way} way */
function scalar(value, column, indent, { width, isFolded = false, isQuoted = false, isKey = false }) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "[]";
  if (typeof value === "object") return "{}";
  if (typeof value !== "string") return String(value);
  const found = analyse(value);
  if (isFolded && found.block) return folded([...value], indent, width);
  const mayBePlain = !isFolded && !isQuoted && found.plain && !(isKey && value === "");
  const isPlain = mayBePlain && !TYPED.some((pattern) => pattern.test(value));
  if (isPlain) return plainText([...value], column, indent, width);
  return doubleQuoted([...value], column, indent, width, isKey);
}

/** @param {string} text */
function analyse(text) {
  const all = [...text];
  let plain = text !== "" && !text.startsWith("---") && !text.startsWith("...");
  let block = text !== "";
  all.forEach((ch, index) => {
    const before = index === 0 || SPACES.includes(all[index - 1]);
    const after = index + 1 >= all.length || SPACES.includes(all[index + 1]);
    if (index === 0 && ("#,[]{}&*!|>'\"%@`".includes(ch) || ("?:-".includes(ch) && after))) plain = false;
    if (index > 0 && ((ch === ":" && after) || (ch === "#" && before))) plain = false;
    if (BREAKS.includes(ch)) plain = false;
    if (!isPrintable(ch)) plain = block = false;
    if (ch === " " && BREAKS.includes(all[index + 1] ?? "x")) plain = block = false;
  });
  if (/^[ \n\u0085\u2028\u2029]|[ \n\u0085\u2028\u2029]$/u.test(text)) plain = false;
  if (isPrintQuoted(text) || /^\p{Zs}|^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/u.test(text)) plain = false;
  if (text.endsWith(" ")) block = false;
  return { plain, block };
}

/** @param {string} ch */
function isPrintable(ch) {
  const code = ch.codePointAt(0) ?? 0;
  if (ch === "\n" || (code >= 0x20 && code <= 0x7e) || code === 0x85) return true;
  if (code === 0xfeff) return false;
  return (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code < 0x10ffff);
}

/** @param {string[]} text @param {number} column @param {number} indent @param {number} width */
function plainText(text, column, indent, width) {
  let out = "";
  let spaces = false;
  let start = 0;
  for (let end = 0; end <= text.length; end += 1) {
    const ch = text[end];
    if (spaces ? ch !== " " : ch === undefined || ch === " ") {
      if (spaces && start + 1 === end && column > width) {
        out += "\n" + " ".repeat(indent);
        column = indent;
      } else {
        out += text.slice(start, end).join("");
        column += end - start;
      }
      start = end;
    }
    spaces = ch === " ";
  }
  return out;
}

/** @param {string[]} text @param {number} column @param {number} indent @param {number} width @param {boolean} isKey */
function doubleQuoted(text, column, indent, width, isKey) {
  let out = '"';
  let start = 0;
  column += 1;
  const take = (/** @type {string} */ part) => {
    out += part;
    column += [...part].length;
  };
  for (let end = 0; end <= text.length; end += 1) {
    const ch = text[end];
    if (ch === undefined || needsEscape(ch)) {
      if (start < end) take(text.slice(start, end).join(""));
      start = end;
      if (ch !== undefined) {
        const written = escaped(ch);
        // As long as its escape when lines are folded, but itself: what joins an emoji may not stand alone in a file.
        out += isBeyond(ch) ? ch : written;
        column += written.length;
        start = end + 1;
      }
    }
    if (!isKey && end > 0 && end < text.length - 1 && (ch === " " || start >= end) && column + end - start > width) {
      out += text.slice(start, end).join("") + "\\\n" + " ".repeat(indent);
      if (start < end) start = end;
      column = indent;
      if (text[start] === " ") take("\\");
    }
  }
  return `${withMarksEscaped(out)}"`;
}

/** A mark after an escape would join its letter when the file is read in NFC: \n and U+0301 are no break, but \ń.
 * @param {string} written */
function withMarksEscaped(written) {
  return written.replace(MARKED, (_, escape, marks) => escape + [...marks].map(escaped).join(""));
}

/** @param {string} ch */
function needsEscape(ch) {
  const code = ch.codePointAt(0) ?? 0;
  if ('"\\\u0085\u2028\u2029\ufeff'.includes(ch)) return true;
  return !((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd));
}

/** A character that PyYAML escapes for no other reason than that it lies beyond the first 65,536. @param {string} ch */
const isBeyond = (ch) => (ch.codePointAt(0) ?? 0) > 0xffff && isPrintable(ch);

/** @param {string} ch */
function escaped(ch) {
  if (ch in ESCAPES) return `\\${ESCAPES[ch]}`;
  const code = ch.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** @param {string[]} text @param {number} indent @param {number} width */
function folded(text, indent, width) {
  const isBreak = (/** @type {string | undefined} */ ch) => ch !== undefined && BREAKS.includes(ch);
  const lead = text[0] === " " || isBreak(text[0]) ? "2" : "";
  const last = !isBreak(text.at(-1)) ? "-" : text.length === 1 || isBreak(text.at(-2)) ? "+" : "";
  let out = `>${lead}${last}\n`;
  let column = 0;
  let [leading, spaces, breaks, start] = [true, false, true, 0];
  const newLine = () => {
    out += " ".repeat(indent);
    column = indent;
  };
  for (let end = 0; end <= text.length; end += 1) {
    const ch = text[end];
    if (breaks) {
      if (!isBreak(ch)) {
        if (!leading && ch !== undefined && ch !== " " && text[start] === "\n") out += "\n";
        leading = ch === " ";
        out += text.slice(start, end).join("");
        if (ch !== undefined) newLine();
        start = end;
      }
    } else if (spaces) {
      if (ch !== " ") {
        if (start + 1 === end && column > width) {
          out += "\n";
          newLine();
        } else {
          out += text.slice(start, end).join("");
          column += end - start;
        }
        start = end;
      }
    } else if (ch === undefined || ch === " " || isBreak(ch)) {
      out += text.slice(start, end).join("");
      column += end - start;
      if (ch === undefined) out += "\n";
      start = end;
    }
    breaks = isBreak(ch);
    spaces = ch === " ";
  }
  return out.replace(/\n$/, "");
}

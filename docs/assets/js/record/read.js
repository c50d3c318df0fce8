// The text of a record's file -> its data, and which lines each part stands on. Reads the YAML that records are
// written in: fields and lists on lines of their own, one-line lists in brackets, quotes, long prose, comments. What it
// does not know it refuses with `Olasbar`: better no correction here than a wrong one. Pure; `rad.js` uses it.

export class Olasbar extends Error {}

/**
 * @typedef {{rad: number, slut: number, nod: Nod, fore: string}} Post lines `rad` to before `slut`; `fore` stands before the key
 * @typedef {{varde: any, typ: "falt" | "lista" | "varde", indrag: number, falt?: Map<string, Post>, rader?: Post[], svans?: string, slut: number}} Nod
 */

const KEY = /^((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[\]{},&*!|>%@`?:-][^#:]*?|[-?:][^\s#:][^#:]*?)):(?=\s|$)/;
const TAIL = /^(\s+#.*|\s*)$/;
/** @type {Record<string, any>} */
const WORDS = { "": null, "~": null, null: null, Null: null, NULL: null, true: true, True: true, TRUE: true, false: false, False: false, FALSE: false };
/** @type {Record<string, string>} */
const ESCAPES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/",
  "\\": "\\", N: "\u0085", _: "\u00a0", L: "\u2028", P: "\u2029",
};

/** @param {string} text @returns {{data: Record<string, any>, nod: Nod, rader: string[]}} */
export function las(text) {
  const rader = text.replace(/^\ufeff/, "").normalize("NFC").split(/\r\n|\r|\n/);
  const work = [...rader];
  const first = nasta(work, 0);
  if (first >= work.length || indrag(work[first]) !== 0) throw new Olasbar("start");
  const nod = block(work, first, 0);
  if (nod.typ !== "falt" || nasta(work, nod.slut) < work.length) throw new Olasbar("slut");
  return { data: nod.varde, nod, rader };
}

/** @param {string} line */
function indrag(line) {
  return line.length - line.trimStart().length;
}

/** @param {string[]} lines @param {number} at the next line that says something */
function nasta(lines, at) {
  while (at < lines.length && /^\s*(#.*)?$/.test(lines[at])) at += 1;
  if (at < lines.length && /^\s*\t/.test(lines[at])) throw new Olasbar("tabb");
  return at;
}

/** @param {string} line */
function isRow(line) {
  return /^-(\s|$)/.test(line.trimStart());
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Nod} */
function block(lines, at, depth) {
  return isRow(lines[at]) ? lista(lines, at, depth) : falt(lines, at, depth);
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Nod} */
function lista(lines, at, depth) {
  /** @type {Post[]} */
  const rows = [];
  let slut = at;
  while (at < lines.length && indrag(lines[at]) === depth && isRow(lines[at])) {
    const rest = lines[at].slice(depth + 1);
    const inner = depth + 1 + indrag(rest);
    let nod;
    if (isRow(rest) || KEY.test(rest.trimStart())) {
      lines[at] = " ".repeat(inner) + rest.trimStart();
      nod = block(lines, at, inner);
    } else nod = varde(lines, at, rest, depth, false);
    rows.push({ rad: at, slut: nod.slut, nod, fore: "" });
    slut = nod.slut;
    at = nasta(lines, slut);
  }
  if (at < lines.length && indrag(lines[at]) > depth) throw new Olasbar("indrag");
  return { typ: "lista", varde: rows.map((row) => row.nod.varde), indrag: depth, rader: rows, slut };
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Nod} */
function falt(lines, at, depth) {
  /** @type {Map<string, Post>} */
  const found = new Map();
  let slut = at;
  while (at < lines.length && indrag(lines[at]) === depth && !isRow(lines[at])) {
    const match = KEY.exec(lines[at].slice(depth));
    if (!match) throw new Olasbar("nyckel");
    const key = nyckel(match[1]);
    if (found.has(key)) throw new Olasbar("dubbel");
    const nod = varde(lines, at, lines[at].slice(depth + match[0].length), depth, true);
    found.set(key, { rad: at, slut: nod.slut, nod, fore: "" });
    slut = nod.slut;
    at = nasta(lines, slut);
  }
  if (at < lines.length && indrag(lines[at]) > depth) throw new Olasbar("indrag");
  const data = Object.fromEntries([...found].map(([key, post]) => [key, post.nod.varde]));
  return { typ: "falt", varde: data, indrag: depth, falt: found, slut };
}

/** @param {string} raw */
function nyckel(raw) {
  if (raw[0] !== '"' && raw[0] !== "'") return raw.trimEnd();
  return citerat([raw], 0, 0).text;
}

/**
 * What stands after a key or a dash.
 * @param {string[]} lines @param {number} at @param {string} rest @param {number} depth @param {boolean} isField @returns {Nod}
 */
function varde(lines, at, rest, depth, isField) {
  const text = rest.trimStart();
  const start = lines[at].length - text.length;
  if (text === "" || text.startsWith("#")) {
    const next = nasta(lines, at + 1);
    const deeper = next < lines.length && (indrag(lines[next]) > depth || (isField && indrag(lines[next]) === depth && isRow(lines[next])));
    return deeper ? block(lines, next, indrag(lines[next])) : ensam(null, at + 1, "");
  }
  if ("&*!%@`?{".includes(text[0]) && !/^\?\S/.test(text)) throw new Olasbar("tecken");
  if (text[0] === "|" || text[0] === ">") return stycke(lines, at, text, depth);
  if (text[0] === '"' || text[0] === "'") {
    const { text: value, line, column } = citerat(lines, at, start);
    const tail = lines[line].slice(column);
    if (!TAIL.test(tail)) throw new Olasbar("efter citat");
    return ensam(value, line + 1, line === at ? tail : "");
  }
  if (text[0] === "[") return hakparentes(text, at);
  return ord(lines, at, text, depth);
}

/** @param {any} value @param {number} slut @param {string} svans @returns {Nod} */
function ensam(value, slut, svans) {
  return { typ: "varde", varde: value, indrag: 0, slut, svans };
}

/** @param {string[]} lines @param {number} at @param {string} text @param {number} depth @returns {Nod} */
function ord(lines, at, text, depth) {
  const comment = /\s+#.*$/.exec(text);
  const parts = [(comment ? text.slice(0, comment.index) : text).trimEnd()];
  let next = at + 1;
  let slut = next;
  while (!comment && next < lines.length && (lines[next].trim() === "" || indrag(lines[next]) > depth) && !/^\s*#/.test(lines[next])) {
    const line = lines[next].trim();
    if (/\s#/.test(line)) throw new Olasbar("kommentar");
    parts.push(line);
    next += 1;
    if (line !== "") slut = next;
  }
  while (parts.length > 1 && parts.at(-1) === "") parts.pop();
  const value = vik(parts);
  if (/:(\s|$)/.test(value)) throw new Olasbar("kolon");
  return ensam(parts.length === 1 ? typad(value) : value, slut, comment && parts.length === 1 ? comment[0] : "");
}

/** @param {string[]} parts lines of flowing text: a break is a space, an empty line a break */
function vik(parts) {
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
function typad(text) {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  if (/^(?:[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15})$/.test(text)) return Number(text);
  if (text.length < 40 && /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?$/.test(text) && Number.isFinite(Number(text))) {
    return Number(text);
  }
  return text;
}

/** @param {string} text @param {number} at @returns {Nod} */
function hakparentes(text, at) {
  const close = /^\[((?:\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{},&*!|>%@`#:?-][^"'[\]{},#:]*)\s*,?)*)\](\s+#.*|\s*)$/.exec(text);
  if (!close) throw new Olasbar("hakparentes");
  const rows = close[1].match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,"'][^,]*/g) ?? [];
  const values = rows.map((row) => (row[0] === '"' || row[0] === "'" ? citerat([row], 0, 0).text : typad(row.trim())));
  return ensam(values, at + 1, close[2]);
}

/** @param {string[]} lines @param {number} at @param {number} start @returns {{text: string, line: number, column: number}} */
function citerat(lines, at, start) {
  const quote = lines[at][start];
  let line = at;
  let column = start + 1;
  let out = "";
  for (;;) {
    if (line >= lines.length) throw new Olasbar("citat");
    if (column >= lines[line].length) {
      // A break inside quotes: spaces around it go, one break is a space, each empty line a break.
      let breaks = 0;
      out = out.replace(/[ \t]+$/, "");
      do {
        line += 1;
        breaks += 1;
        if (line >= lines.length) throw new Olasbar("citat");
      } while (lines[line].trim() === "");
      out += breaks === 1 ? " " : "\n".repeat(breaks - 1);
      column = indrag(lines[line]);
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
      if (code === undefined) throw new Olasbar("radslut");
      const hex = { x: 2, u: 4, U: 8 }[code];
      if (hex) {
        out += String.fromCodePoint(Number.parseInt(lines[line].slice(column + 1, column + 1 + hex), 16));
        column += 1 + hex;
      } else if (code in ESCAPES) {
        out += ESCAPES[code];
        column += 1;
      } else throw new Olasbar("kod");
    } else out += ch;
  }
}

/** @param {string[]} lines @param {number} at @param {string} text @param {number} depth @returns {Nod} */
function stycke(lines, at, text, depth) {
  const head = /^([|>])([+-]?)([1-9]?)([+-]?)(\s+#.*|\s*)$/.exec(text);
  if (!head) throw new Olasbar("stycke");
  const chomp = head[2] || head[4];
  let next = at + 1;
  /** @type {string[]} */
  const own = [];
  let inner = head[3] ? depth + Number(head[3]) : -1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line.trim() === "") own.push(inner < 0 ? "" : line.slice(inner));
    else if (inner < 0 && indrag(line) > depth) own.push(line.slice((inner = indrag(line))));
    else if (inner >= 0 && indrag(line) >= inner) own.push(line.slice(inner));
    else break;
  }
  let trailing = 0;
  while (own.length && own.at(-1)?.trim() === "") {
    own.pop();
    trailing += 1;
  }
  const slut = next - trailing;
  const isLast = next >= lines.length;
  const body = head[1] === "|" ? own.join("\n") : vikStycke(own);
  const kept = chomp === "+" ? "\n".repeat(trailing + (isLast ? 0 : 1)) : chomp === "-" || body === "" ? "" : "\n";
  return ensam(body + kept, Math.max(slut, at + 1), "");
}

/** @param {string[]} own lines of folded prose: indented ones keep their breaks */
function vikStycke(own) {
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

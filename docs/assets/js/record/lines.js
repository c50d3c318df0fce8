// The lines of a record's file, as YAML and Python's loader see them: a break is CR LF, CR or LF, and white is a space
// or a tab and nothing else. Scanned from left to right, never with a pattern that may try its way. Pure; `read.js`,
// `scalars.js` and `quotes.js` use it.

/** The text is written in a way that the form does not read. The message is for developers. */
export class Unreadable extends Error {}

/** @param {string | undefined} ch */
export const isWhite = (ch) => ch === " " || ch === "\t";

/** White, or the end of the line. @param {string | undefined} ch */
export const isGap = (ch) => ch === undefined || isWhite(ch);

/** Where the next thing on the line stands. @param {string} line @param {number} at */
export function skipWhite(line, at) {
  while (isWhite(line[at])) at += 1;
  return at;
}

/** How far in a line begins. @param {string} line */
export function depthOf(line) {
  let depth = 0;
  while (line[depth] === " ") depth += 1;
  return depth;
}

/** @param {string} line */
export const isBlank = (line) => skipWhite(line, 0) === line.length;

/** @param {string} line */
export function isRow(line) {
  const at = depthOf(line);
  return line[at] === "-" && isGap(line[at + 1]);
}

/** The rest of a line after a value: nothing, or a comment with white before it. @param {string} line
 * @param {number} at */
export function tailAt(line, at) {
  const next = skipWhite(line, at);
  if (next < line.length && !(line[next] === "#" && next > at)) throw new Unreadable("something after the value");
  return next < line.length ? line.slice(at) : "";
}

const NEVER_FIRST = ",[]{}#&*!|>'\"%@`";

/** May a word without quotes begin here? @param {string} line @param {number} at @param {boolean} inBrackets */
export function beginsWord(line, at, inBrackets) {
  const ch = line[at];
  if (ch === undefined || NEVER_FIRST.includes(ch)) return false;
  if (inBrackets && "?:".includes(ch)) return false;
  return !"-?:".includes(ch) || !(isGap(line[at + 1]) || (inBrackets && ",]".includes(line[at + 1])));
}

/**
 * A word without quotes from `start`: the index after its last character, and where and at what the scan stopped: a
 * colon with a gap after it, a comment, within brackets what belongs to them, or "" for the end of the line.
 * @param {string} line @param {number} start @param {boolean} inBrackets
 * @returns {{end: number, at: number, sign: string}}
 */
export function wordFrom(line, start, inBrackets) {
  let end = start;
  for (let at = start; at < line.length; at += 1) {
    const ch = line[at];
    if (isWhite(ch)) continue;
    const isColon = ch === ":" && (isGap(line[at + 1]) || (inBrackets && ",[]{}?".includes(line[at + 1])));
    const isComment = ch === "#" && at > start && isWhite(line[at - 1]);
    if (isColon || isComment || (inBrackets && ",[]{}".includes(ch))) return { end, at, sign: ch };
    end = at + 1;
  }
  return { end, at: line.length, sign: "" };
}

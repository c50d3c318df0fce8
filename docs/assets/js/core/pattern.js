// A pattern that says what may not stand before it. Safari has known that (lookbehind) since version 16.4; for older
// browsers what stands first in a pattern, or in one of its alternatives, is looked at here instead. Pure.

/** What must, or must not, stand before. @typedef {{isThere: boolean, before: RegExp}} Condition */
/** @typedef {{conditions: Condition[], here: RegExp}} Branch `here` is sticky */

const MOST_BEFORE = 24; // characters that anything of ours looks back

/** Where the group that begins at `start` ends, or the text. @param {string} source @param {number} start */
function endOfGroup(source, start) {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "[") at = endOfClass(source, at);
    else if (source[at] === "(") depth += 1;
    else if (source[at] === ")" && (depth -= 1) === 0) return at;
  }
  return source.length;
}

/** @param {string} source @param {number} start */
function endOfClass(source, start) {
  let at = start + 1;
  while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
  return at;
}

/** The alternatives of a pattern, without the groups that hold only alternatives. @param {string} source
 * @returns {string[]} */
function alternatives(source) {
  if (source.startsWith("(?:") && endOfGroup(source, 0) === source.length - 1) return alternatives(source.slice(3, -1));
  let [start, found] = [0, /** @type {string[]} */ ([])];
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "[") at = endOfClass(source, at);
    else if (source[at] === "(") at = endOfGroup(source, at);
    else if (source[at] === "|") [start, found] = [at + 1, [...found, source.slice(start, at)]];
  }
  const all = [...found, source.slice(start)];
  return all.length === 1 ? all : all.flatMap(alternatives);
}

/** @param {string} source of one alternative @returns {Branch} */
function branch(source) {
  /** @type {Condition[]} */
  const conditions = [];
  let rest = source;
  while (rest.startsWith("(?<!") || rest.startsWith("(?<=")) {
    const end = endOfGroup(rest, 0);
    conditions.push({ isThere: rest[3] === "=", before: new RegExp(`(?:${rest.slice(4, end)})$`, "u") });
    rest = rest.slice(end + 1);
  }
  return { conditions, here: new RegExp(rest, conditions.length ? "uy" : "ug") };
}

/** The first match of one alternative. @param {Branch} one @param {string} text @param {number} from */
function firstOf({ conditions, here }, text, from) {
  const holds = (/** @type {number} */ at) => {
    const before = text.slice(Math.max(0, at - MOST_BEFORE), at);
    return conditions.every((one) => one.before.test(before) === one.isThere);
  };
  for (let at = from; at <= text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) {
    if (conditions.length && !holds(at)) continue;
    here.lastIndex = at;
    const found = here.exec(text);
    if (found || !conditions.length) return found;
  }
  return null;
}

/** As a regular expression that looks back itself: what searches, tests and replaces by `exec` does not see it. */
export class Looking extends RegExp {
  /** @param {string | RegExp} source @param {string} flags */
  constructor(source, flags) {
    /** @type {string} */
    const written = typeof source === "string" ? source : /** @type {any} */ (source).written;
    super("(?:)", flags);
    this.written = written;
    this.branches = alternatives(written).map(branch);
  }

  /** @param {string} text */
  exec(text) {
    /** @type {RegExpExecArray | null} */
    let best = null;
    const from = this.global ? this.lastIndex : 0;
    for (const one of from <= text.length ? this.branches : []) {
      const found = firstOf(one, text, from);
      if (found && (!best || found.index < best.index)) best = found;
    }
    if (this.global) this.lastIndex = best ? best.index + best[0].length : 0;
    return best;
  }
}

/** @param {string} source @param {string} flags */
export function makePattern(source, flags) {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    if (!source.includes("(?<")) throw error;
    return new Looking(source, flags);
  }
}

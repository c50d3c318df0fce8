// What follows from the passes of a week: how long it is, what collides, where one has to go from one district to
// another. Tests hold it to the same reckoned in Python. Pure.

/** @typedef {import("./data.js").Pass} Pass */
/** @typedef {import("./data.js").Span} Span */
/** @typedef {{from: number, to: number}} Piece */
/** Two places at once. @typedef {{day: number, from: number, to: number, ids: [string, string]}} Clash */
/** From one place to another; `gap` is the minutes between. `isKnown`: it is known where both lie.
 * @typedef {{day: number, at: number, ids: [string, string], gap: number, isKnown: boolean}} Move */

export const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Pieces of time that cover the same as these, without overlap, in order.
 * @param {Piece[]} pieces @returns {Piece[]} */
export function joined(pieces) {
  /** @type {Piece[]} */
  const found = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** @param {Piece[]} pieces */
export const lengthOf = (pieces) => joined(pieces).reduce((sum, { from, to }) => sum + to - from, 0);

/** Minutes with a place to be at, by day and of the whole week, each minute once. @param {Span[]} passes */
export function totals(passes) {
  const byDay = DAYS.map((day) => lengthOf(passes.filter((pass) => pass.id && pass.day === day)));
  return { byDay, week: byDay.reduce((sum, minutes) => sum + minutes, 0) };
}

/** Minutes at one place. @param {Span[]} passes @param {string} id */
export const timeAt = (passes, id) => totals(passes.filter((pass) => pass.id === id)).week;

/** Where two places want the same minutes, in the order of the week; two times of one place do not collide.
 * @param {Span[]} passes @returns {Clash[]} */
export function clashesOf(passes) {
  const ids = [...new Set(passes.map(({ id }) => id))];
  return DAYS.flatMap((day) => ids.flatMap((one, at) => ids.slice(at + 1).flatMap((other) =>
    shared(passes, day, one, other).map(({ from, to }) =>
      ({ day, from, to, ids: /** @type {[string, string]} */ ([one, other]) })))))
    .sort((a, b) => a.day - b.day || a.from - b.from || a.to - b.to);
}

/** @param {Span[]} passes @param {number} day @param {string} one @param {string} other */
function shared(passes, day, one, other) {
  const [mine, theirs] = [one, other].map((id) => passes.filter((pass) => pass.day === day && pass.id === id));
  return joined(mine.flatMap((a) => theirs.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
    .filter(({ from, to }) => from < to)));
}

/** Moves within each day between places that do not lie in the same district or municipality. What collides is told as
 * that alone: nobody goes from one to the other.
 * @param {Span[]} passes @param {(id: string) => {number: number, isKnown: boolean}} whereIs @returns {Move[]} */
export function movesOf(passes, whereIs) {
  return DAYS.flatMap((day) => {
    const held = passes.filter((pass) => pass.id && pass.day === day).sort((a, b) => a.from - b.from || a.to - b.to);
    return held.slice(1).flatMap((pass, at) => moveBetween(held[at], pass, whereIs));
  });
}

/** @param {Span} before @param {Span} after @param {(id: string) => {number: number, isKnown: boolean}} whereIs
 * @returns {Move[]} */
function moveBetween(before, after, whereIs) {
  const [there, here] = [before, after].map(({ id }) => whereIs(id));
  const isKnown = there.isKnown && here.isKnown;
  const gap = after.from - before.to;
  if (gap < 0 || before.id === after.id || (isKnown && there.number === here.number)) return [];
  return [{ day: after.day, at: after.from, ids: [before.id, after.id], gap, isKnown }];
}

/** What is left of `pieces` when `taken` is taken away. @param {Piece[]} pieces @param {Piece[]} taken
 * @returns {Piece[]} */
export function without(pieces, taken) {
  return joined(taken).reduce((left, { from, to }) => left.flatMap((piece) => [
    { from: piece.from, to: Math.min(piece.to, from) },
    { from: Math.max(piece.from, to), to: piece.to },
  ].filter((one) => one.from < one.to)), pieces);
}

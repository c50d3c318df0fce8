// Passes of a day that overlap stand beside each other: each in a lane. Pure.

/** @typedef {import("./data.js").Pass} Pass */

/** @param {Pass[]} passes of one day, by when they begin @returns {{pass: Pass, lane: number, lanes: number}[]} */
export function inLanes(passes) {
  /** @type {{pass: Pass, lane: number, lanes: number}[]} */
  const placed = [];
  /** @type {number[]} */
  let ends = [];
  let first = 0;
  passes.forEach((pass) => {
    if (ends.every((end) => end <= pass.from)) [ends, first] = [[], placed.length];
    const free = ends.findIndex((end) => end <= pass.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = pass.to;
    placed.push({ pass, lane, lanes: 1 });
    for (const one of placed.slice(first)) one.lanes = ends.length;
  });
  return placed;
}

// While somebody types, only the cards that can be seen are made and laid out in the key's own frame; the others follow
// in slices when the typing pauses, or at once when the reader moves. How many can be seen is measured, never reckoned:
// in a pause, when the layout stands still and reading it costs nothing.

import { makePause } from "../core/pause.js";

/** @typedef {{finish: (number: number) => boolean, firstLate: () => Element | null, all: () => Element[]}} Cards */

const AT_FIRST = 6; // cards, before anything was measured
const PAUSE_MS = 400; // so long after the last key the reader types no more
const SLICE = 4; // cards that are made at a time
const AHEAD = 1.1; // of the window's height: a little more than what is seen

/** @param {Cards} cards */
export function makeSight(cards) {
  let number = AT_FIRST;
  const pause = makePause(PAUSE_MS, settle);
  let isSettling = false;

  /** A key was answered: what is out of sight is late. */
  function typed() {
    isSettling = false;
    pause.wait();
    if (cards.firstLate()) painted(fill);
  }

  /** Cards may be shorter than those that were measured: none stays empty in sight. */
  function fill() {
    const first = cards.firstLate();
    if (!first || !isSeen(first)) return;
    number += SLICE;
    if (cards.finish(SLICE)) painted(fill);
  }

  function settle() {
    isSettling = cards.finish(SLICE);
    if (isSettling) setTimeout(() => isSettling && settle());
    else painted(measure);
  }

  /** All at once. */
  function hurry() {
    if (!isTyping()) return;
    pause.stop();
    isSettling = false;
    cards.finish(Infinity);
  }

  function measure() {
    const all = cards.all();
    const beyond = all.findIndex((card) => !isSeen(card));
    number = beyond < 0 ? Math.max(number, all.length) : beyond;
  }

  const isTyping = () => isSettling || pause.isWaiting();

  /** @param {Element} card */
  const isSeen = (card) => card.getBoundingClientRect().top < window.innerHeight * AHEAD;

  for (const moves of ["scroll", "resize", "beforeprint"]) window.addEventListener(moves, hurry, { passive: true });
  painted(measure);
  return { typed, hurry, number: () => number, isTyping };
}

/** After the next paint: then the layout stands still. @param {() => void} then */
const painted = (then) => requestAnimationFrame(() => setTimeout(then));

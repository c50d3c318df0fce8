// Something is done when nobody has asked for it again for so long. The timer is let run, and looks at the clock when
// it goes off: to stop one and to set another with each key takes as long as a small part of a search does.

/** `wait` begins anew; `stop` takes it back.
 * @typedef {{wait: () => void, stop: () => void, isWaiting: () => boolean}} Pause */

/** @param {number} ms @param {() => unknown} then @returns {Pause} */
export function makePause(ms, then) {
  let until = 0; // 0 while nothing waits
  let isSet = false;

  /** @param {number} left */
  function look(left) {
    isSet = true;
    setTimeout(goOff, left);
  }

  function goOff() {
    isSet = false;
    if (!until) return;
    const left = until - performance.now();
    if (left > 1) return look(left);
    until = 0;
    then();
  }

  function wait() {
    until = performance.now() + ms;
    if (!isSet) look(ms);
  }

  return { wait, stop: () => void (until = 0), isWaiting: () => until > 0 };
}

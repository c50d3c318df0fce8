// Reads pieces one after the other. Pausing stops the voice and remembers the piece: the browsers' own pause is silent
// for good on many phones.

/** `isStart`: a heading begins here.
 * @typedef {{text: string, element: HTMLElement, isStart: boolean}} Piece */
/** @typedef {{say: (text: string, done: () => void, failed: () => void) => void, hush: () => void}} Mouth */
/** @typedef {ReturnType<typeof makeReader>} Reader */

/** @param {Piece[]} pieces @param {Mouth} mouth
 * @param {(piece: Piece | undefined) => void} follow told of each piece that begins; of none when all is over */
export function makeReader(pieces, mouth, follow) {
  let at = 0;
  let turn = 0; // what a piece says of its end counts only while no other has begun
  let isReading = false;

  function read() {
    const mine = (turn += 1);
    const piece = pieces[at];
    if (!piece) return stop();
    isReading = true;
    follow(piece);
    const next = () => {
      if (mine !== turn) return;
      at += 1;
      read();
    };
    mouth.say(piece.text, next, () => mine === turn && stop());
  }

  function hush() {
    turn += 1;
    isReading = false;
    mouth.hush();
  }

  function stop() {
    hush();
    at = 0;
    follow(undefined);
  }

  /** @param {number} to */
  function jump(to) {
    const wasReading = isReading;
    hush();
    at = to;
    if (wasReading) read();
    else follow(pieces[at]);
  }

  /** The heading before that of the piece in hand, or that one itself once some of its text is read. */
  function back() {
    const starts = pieces.flatMap(({ isStart }, index) => (isStart && index < at ? [index] : []));
    jump(starts[starts.length - 1] ?? 0);
  }

  function forward() {
    const to = pieces.findIndex(({ isStart }, index) => isStart && index > at);
    if (to >= 0) jump(to);
    else stop();
  }

  return { read, pause: hush, stop, back, forward, isReading: () => isReading };
}

// "Lyssna": the page read aloud by a voice that the device has itself. Nothing is fetched or sent; it starts only when
// pressed, and there is no button where there is no such voice.

import { element } from "../core/element.js";
import { blocksOf } from "./blocks.js";
import { pieces } from "./pieces.js";
import { makeReader } from "./reader.js";
import { spoken } from "./spoken.js";
import { localVoice, whenVoice } from "./voices.js";

/** @typedef {import("./reader.js").Piece} Piece */
/** @typedef {import("./reader.js").Mouth} Mouth */

const READ = "lyssna-har";
const synthesis = window.speechSynthesis;

/** @param {HTMLElement} place where the button goes */
export function startListening(place) {
  whenVoice(synthesis, () => {
    const button = element("button", { type: "button", class: "knapp knapp-tyst" }, "Lyssna");
    button.addEventListener("click", () => listen(place, button));
    place.append(button);
  });
}

/** @param {HTMLElement} place @param {HTMLButtonElement} button */
function listen(place, button) {
  const voice = localVoice(synthesis.getVoices());
  if (!voice) return button.remove();
  const bar = makeBar();
  /** @type {Piece | undefined} */
  let marked;
  const reader = makeReader(piecesOf(place), mouthOf(voice), (piece) => {
    mark(marked, piece);
    marked = piece;
    if (piece) bar.tell(piece);
    else close();
  });
  const onKey = (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && reader.stop();
  const away = { pagehide: reader.stop, hashchange: reader.stop, keydown: onKey };
  function close() {
    const hadFocus = bar.root.contains(document.activeElement);
    bar.root.remove();
    button.disabled = false;
    if (hadFocus) button.focus();
    for (const [name, heard] of Object.entries(away)) window.removeEventListener(name, /** @type {any} */ (heard));
  }
  for (const [name, heard] of Object.entries(away)) window.addEventListener(name, /** @type {any} */ (heard));
  bar.open(reader);
  button.disabled = true;
  reader.read();
}

/** @param {HTMLElement} place @returns {Piece[]} */
function piecesOf(place) {
  const root = place.closest("article") ?? document.getElementById("innehall") ?? document.body;
  return blocksOf(root, place.dataset.lyssnaInte ?? "").flatMap(({ element: block, text, isHeading }) =>
    pieces(spoken(text)).map((piece, index) => ({ text: piece, element: block, isStart: isHeading && !index })));
}

/** @param {SpeechSynthesisVoice} voice @returns {Mouth} */
function mouthOf(voice) {
  /** @type {SpeechSynthesisUtterance | undefined} */
  let kept; // browsers forget an utterance that nobody holds, and never tell its end
  return {
    say: (text, done, failed) => {
      kept = new SpeechSynthesisUtterance(text);
      Object.assign(kept, { voice, lang: voice.lang, onend: done, onerror: failed });
      synthesis.speak(kept);
    },
    hush: () => synthesis.cancel(),
  };
}

/** The page follows the voice, unless the reader has scrolled away from it.
 * @param {Piece | undefined} before @param {Piece | undefined} now */
function mark(before, now) {
  if (before?.element === now?.element) return;
  const isFollowed = !before || isSeen(before.element);
  before?.element.classList.remove(READ);
  now?.element.classList.add(READ);
  if (now && isFollowed && !isSeen(now.element)) now.element.scrollIntoView({ block: "start" });
}

/** @param {HTMLElement} block */
function isSeen(block) {
  const { top, bottom } = block.getBoundingClientRect();
  const foot = document.querySelector(".lyssna-remsa")?.getBoundingClientRect().top ?? window.innerHeight;
  return bottom > 0 && top < foot && (top >= 0 || bottom <= foot) && (bottom <= foot || top < foot / 2);
}

function makeBar() {
  const told = element("strong");
  const pause = element("button", { type: "button", class: "knapp" }, "Paus");
  const heading = element("p", {}, "Läser: ", told);
  const root = element("section", { class: "lyssna-remsa", "aria-label": "Uppläsning" }, heading, pause);
  return {
    root,
    /** @param {Piece} piece */
    tell: (piece) => {
      if (piece.isStart) told.textContent = piece.element.textContent;
    },
    /** @param {import("./reader.js").Reader} reader */
    open: (reader) => {
      pause.addEventListener("click", () => {
        if (reader.isReading()) reader.pause();
        else reader.read();
        pause.textContent = reader.isReading() ? "Paus" : "Fortsätt";
      });
      root.append(
        barButton("Förra", "Förra rubriken", reader.back),
        barButton("Nästa", "Nästa rubrik", reader.forward),
        barButton("Sluta", "Sluta läsa", reader.stop),
      );
      document.body.append(root);
      pause.focus();
    },
  };
}

/** @param {string} text @param {string} name what it is called to those who hear it @param {() => void} press */
function barButton(text, name, press) {
  return element("button", { type: "button", class: "knapp", "aria-label": name, click: press }, text);
}

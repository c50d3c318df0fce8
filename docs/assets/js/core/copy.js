// A text to the clipboard, and what to tell the reader. A browser may refuse.

import { unhyphenated } from "./text.js";

const COPIED = "Texten är kopierad.";
const NOT_COPIED = "Det gick inte att kopiera. Markera texten och kopiera den.";

/** @param {string} text @returns {Promise<boolean>} */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(unhyphenated(text));
    return true;
  } catch {
    return false;
  }
}

/** @param {boolean} isCopied */
export const copyWords = (isCopied) => (isCopied ? COPIED : NOT_COPIED);

// Text in any script -> words that can be compared: small letters, no marks over or under them, one form of each
// letter. Swedish å, ä and ö become a, a and o here; words.js is what tells them apart. No DOM.

const VOWELS = [0, 1, 2, 3, 4, 5, 6];
// What decomposing does not part from its mark, and letters that are written in two ways: Arabic, Persian, Polish,
// Tigrinya and the Nordic ones.
const ONE_FORM = new Map(Object.entries({
  ł: "l", đ: "d", ø: "o", æ: "a", ß: "ss", ı: "i", ى: "ي", ی: "ي", ئ: "ي", ک: "ك",
  ة: "ه", ۀ: "ه", ؤ: "و", ء: "",
  "ـ": "", ґ: "г", አ: "ኣ",
  ...sameRow("ሠ", "ሰ"), ...sameRow("ፀ", "ጸ"), ...sameRow("ኀ", "ሐ"),
}));
const ODD = new RegExp(`[${[...ONE_FORM.keys()].join("")}]`, "gu");
const MARKS = /[\p{M}\p{Cf}'’ʼʻ`´]/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Two rows of Ethiopic syllables that sound alike. @param {string} row @param {string} instead */
function sameRow(row, instead) {
  const letter = (/** @type {string} */ first, /** @type {number} */ vowel) =>
    String.fromCharCode(first.charCodeAt(0) + vowel);
  return Object.fromEntries(VOWELS.map((vowel) => [letter(row, vowel), letter(instead, vowel)]));
}

/** The words of a text, in order. What stands between two words with an apostrophe is one word.
 * @param {string} text @returns {string[]} */
export function plainWords(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(MARKS, "");
  return bare.replace(ODD, (letter) => ONE_FORM.get(letter) ?? "").match(WORD) ?? [];
}

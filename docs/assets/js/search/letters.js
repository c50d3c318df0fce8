// Text in any script -> words that can be compared: small letters, no marks over or under them, one form of each
// letter. Swedish å, ä and ö become a, a and o here; words.js is what tells them apart. No DOM.

// What decomposing does not part from its mark, and letters that are written in two ways: Arabic, Persian, Polish and
// the Nordic ones.
const ONE_FORM = new Map(Object.entries({
  ł: "l", đ: "d", ø: "o", æ: "a", ß: "ss", ı: "i", ى: "ي", ی: "ي", ئ: "ي", ک: "ك",
  ة: "ه", ۀ: "ه", ؤ: "و", ء: "",
  "ـ": "", ґ: "г",
}));
const ODD = new RegExp(`[${[...ONE_FORM.keys()].join("")}]`, "gu");
const MARKS = /[\p{M}\p{Cf}'’ʼʻ`´]/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text, in order. What stands between two words with an apostrophe is one word.
 * @param {string} text @returns {string[]} */
export function plainWords(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(MARKS, "");
  return bare.replace(ODD, (letter) => ONE_FORM.get(letter) ?? "").match(WORD) ?? [];
}

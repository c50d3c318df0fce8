// Written text -> text as it is said aloud: clocks, spans, money, telephone numbers, addresses and short forms. A voice
// of the browser reads all of these in its own way, and badly: "9-12" as minus, "bl.a." as letters and two full stops.

const LETTER = "\\p{L}\\p{N}";
const HOST = "(?:[\\p{L}\\d-]+\\.)+(?:se|nu|com|org|net|eu)";
/** @type {[form: string, day: string][]} */
const DAYS = [["mån", "måndag"], ["tis", "tisdag"], ["ons", "onsdag"], ["tors?", "torsdag"], ["fre", "fredag"],
  ["lör", "lördag"], ["sön", "söndag"]];

/** @typedef {[pattern: RegExp, said: string | ((...parts: string[]) => string)]} Rule */

/** A short form as a word of its own. One that may end a sentence keeps its full stop before a capital letter.
 * @param {string} form @param {string} said @param {{ends?: boolean, flags?: string}} [how] @returns {Rule} */
function word(form, said, { ends = false, flags = "giu" } = {}) {
  const next = ends ? "(?=(\\s+\\p{Lu})?)" : "()";
  const pattern = new RegExp(`(^|[^${LETTER}])(?:${form})(?![${LETTER}])${next}`, flags);
  return [pattern, (_, before, capital) => `${before}${said}${capital?.trim() ? "." : ""}`];
}

/** Digit by digit, with a pause between groups: `08-508 00` -> `0 8, 5 0 8, 0 0`. @param {string} number */
export function digits(number) {
  const groups = number.match(/\d+/g) ?? [];
  const plus = number.trim().startsWith("+") ? "plus " : "";
  return plus + groups.map((group) => [...group].join(" ")).join(", ");
}

/** @param {string} address */
const dotted = (address) => address.replace(/\./g, " punkt ");

/** A mail address as it is said; any other word as it is. @param {string} word */
function mail(word) {
  if (!word.includes("@")) return word;
  const end = ".,;:!?)".includes(word.slice(-1)) ? word.slice(-1) : "";
  const bare = word.slice(0, word.length - end.length);
  return dotted(bare.replace(/-/g, " streck ").replace("@", " snabel-a ")) + end;
}

/** @param {string} hour @param {string} minute */
const clock = (hour, minute) => (minute === "00" ? String(Number(hour)) : `${Number(hour)} och ${minute}`);

/** In this order: what holds dots, dashes and blanks of its own is said before the rules for those. @type {Rule[]} */
const RULES = [
  [/\S+/gu, mail],
  [new RegExp(`(?:https?://)?(?:www\\.)?(${HOST})(?![${LETTER}])(?:/(?:[^\\s.,;)]|[.,;](?=\\S))*)?`, "gu"),
    (_, host) => dotted(host)],
  [/(^|[^\d])((?:\+46 ?|0)\d{1,3}[- \u00a0]\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3})(?!\d)/gu,
    (_, before, number) => before + digits(number)],
  [/(^|[^\d])(112|1177)(?![\d ]*\d)/gu, (_, before, number) => before + digits(number)],
  [/(\d)[\u00a0\u202f](?=\d{3}(?!\d))/gu, "$1"],
  [/(^|[^\d.,:])([01]?\d|2[0-4])[.:]([0-5]\d)(?![\d:]|[.,]\d)/gu,
    (_, before, hour, minute) => before + clock(hour, minute)],
  word("bl\\.? ?a\\.", "bland annat"),
  word("t\\.? ?ex\\.?", "till exempel"),
  word("m\\. ?m\\.|m m", "med mera", { ends: true }),
  word("m\\. ?fl\\.|m fl", "med flera", { ends: true }),
  word("o\\. ?s\\. ?v\\.|osv\\.?", "och så vidare", { ends: true }),
  word("d\\. ?v\\. ?s\\.|dvs\\.?", "det vill säga"),
  word("s\\. ?k\\.", "så kallad"),
  word("f\\. ?d\\.", "före detta"),
  word("fr\\. ?o\\. ?m\\.|fr o m", "från och med"),
  word("t\\. ?o\\. ?m\\.|t o m", "till och med"),
  word("p\\. ?g\\. ?a\\.|pga\\.?", "på grund av"),
  word("ca\\.?", "cirka"),
  word("kl\\.?", "klockan"),
  word("tel\\.", "telefon"),
  word("resp\\.", "respektive"),
  word("ev\\.", "eventuellt"),
  word("inkl\\.?", "inklusive"),
  word("nr", "nummer"),
  word("s:t", "Sankt"),
  word("s:ta", "Sankta"),
  word("SoL", "socialtjänstlagen", { flags: "gu" }),
  [/(\d) ?kr\/(?=\p{L})/gu, "$1 kronor per "],
  word("kr", "kronor"),
  [/(\d) ?%/gu, "$1 procent"],
  [/ ?§ ?/gu, " paragraf "],
  [/ & /gu, " och "],
  ...DAYS.map(([form, day]) => word(form, day, { flags: "gu" })),
  [/(^|[^\d-])(\d{1,4}) ?[–-] ?(?=\d{1,4}(?![\d-]))/gu, "$1$2 till "],
  [/(\p{L}) ?– ?(?=\d)|(\p{L})–(?=\p{L})/gu, "$1$2 till "],
  [/ [–-] /gu, ", "],
  [/ ?\/ ?(?=\p{L})/gu, ", "],
  [/[•·›→≈✓✕☆★"”“]/gu, " "],
  [/\s+/gu, " "],
];

/** @param {string} text as it is written @returns {string} as it is said */
export function spoken(text) {
  return RULES.reduce((said, [pattern, by]) => said.replace(pattern, /** @type {any} */ (by)), text).trim();
}

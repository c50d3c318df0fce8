// One record's data -> its faults about people: the same as scripts/katalog/record/rules/persondata.py finds, with its
// patterns, word lists and texts, which come with the page. Pure; `check.js` uses it, and tests compare with the
// command.
import { makePattern } from "../core/pattern.js";
import { fill } from "../core/text.js";
import { quoted } from "./messages.js";
import { makeNameFinder } from "./people-names.js";
import {
  findMailbox, hasIdentityNumber, hasMobileNumber, withoutAddresses, withoutMailboxes,
} from "./people-numbers.js";
import { makeWords } from "./people-words.js";

const NEVER = /(?!)/;

/** @typedef {import("./types.js").Path} Path */
/** @typedef {import("./types.js").Fault} Fault */

/** @param {import("./types.js").PeopleData} data @param {import("./types.js").Texts} texts
 * @returns {(record: import("./types.js").Data) => Fault[]} */
export function makePeopleCheck(data, texts) {
  const compiled = (/** @type {(source: string) => RegExp} */ make) =>
    Object.fromEntries(Object.entries(data.monster).map(([name, source]) => [name, make(source)]));
  const patterns = compiled((source) => makePattern(source, "gu"));
  const words = makeWords(data);
  // Of gaps between words: none looks back.
  const whole = compiled((source) => (source.includes("(?<") ? NEVER : new RegExp(`^(?:${source})$`, "u")));
  const findName = makeNameFinder(words, patterns, whole);

  /** @param {Path} path @param {string} text @returns {Generator<Fault>} */
  function* textFaults(path, text) {
    const fault = (/** @type {string} */ code, shown = "") =>
      ({ path, code, message: fill(texts[code], { text: quoted(shown) }), target: path });
    const plain = words.plain.text(text);
    const isAddress = path.at(-1) === data.adressfalt;
    if (hasIdentityNumber(plain, isAddress, patterns)) yield fault("persondata-personnummer");
    if (!isAddress && hasMobileNumber(plain, patterns)) yield fault("persondata-mobil");
    const mailbox = findMailbox(plain, patterns, words);
    if (mailbox) yield fault("persondata-epost", mailbox);
    if (isAddress) return;
    const name = findName(withoutMailboxes(withoutAddresses(plain, patterns), patterns), path[0] === data.ensamfalt);
    if (name?.isCertain) yield fault("persondata-namn", name.text);
    else if (name) yield { ...fault("persondata-kanske-namn", name.text), isWarning: true };
  }

  return (record) => [...textsIn(record, [])].flatMap(([path, text]) => [...textFaults(path, text)]);
}

/** @param {any} value @param {Path} path @returns {Generator<[Path, string]>} */
function* textsIn(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [index, row] of value.entries()) yield* textsIn(row, [...path, index]);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, key]);
  }
}

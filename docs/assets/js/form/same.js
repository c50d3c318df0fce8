// Is there a record of the same name already? Better told while it is written than after all the steps. Names are
// compared without accents, small words and the names of districts, with those that a record had before; what lies in
// the same district stands first.
import { element } from "../core/element.js";
import { fold, ratio } from "../record/likeness.js";
import { calledBy } from "./known.js";

/** @typedef {import("./known.js").Known} Known */
/** @typedef {import("../record/identity.js").KnownRecord} KnownRecord */

const [MOST_TOLD, SHORTEST] = [3, 3];
const PAUSE_MS = 300; // without a key before anything is looked for
const LIKE = 0.86; // so much alike are two spellings of one name: a letter or two apart
const SMALL = new Set(["i", "pa", "vid", "och", "av", "for", "the", "ab", "hos", "en", "ett"]);

/** The records that a new one may be, the likeliest first. @param {string} name
 * @param {string} district of the new one, "" when it is not known yet @param {Known} known
 * @returns {KnownRecord[]} */
export function sameAs(name, district, known) {
  const places = new Set(known.records.flatMap(({ more }) => wordsOf(more)));
  const own = keyOf(name, places);
  if (own.length < SHORTEST) return [];
  const scored = known.records.map((record) => ({ record, score: scoreOf(own, record, district, places) }));
  const found = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  return found.slice(0, MOST_TOLD).map(({ record }) => record);
}

/** @param {string} text */
const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !SMALL.has(word));

/** A name without what tells where it is, unless nothing else is left. @param {string} name
 * @param {Set<string>} places */
function keyOf(name, places) {
  const words = wordsOf(name);
  const rest = words.filter((word) => !places.has(word) && !places.has(word.replace(/s$/, "")));
  return (rest.length ? rest : words).join(" ");
}

/** @param {string} own @param {KnownRecord} record @param {string} district @param {Set<string>} places */
function scoreOf(own, record, district, places) {
  const names = [record.name, ...record.former].map((name) => keyOf(name, places));
  const here = district && record.district === district ? 1 : 0;
  if (names.includes(own)) return 4 + here;
  if (here && names.some((name) => begins(name, own) || begins(own, name))) return 2;
  return names.some((name) => ratio([...name], [...own]) >= LIKE) ? 1 + here : 0;
}

/** @param {string} long @param {string} short */
const begins = (long, short) => short.length > SHORTEST && `${long} `.startsWith(`${short} `);

/** What the notice needs to know of the form. @typedef {{known: import("./known.js").KnownRecords, name: () => string,
 * district: () => string, place: () => HTMLElement | undefined, say: (text: string) => void}} Surroundings */

/** The notice below the name, while it is written. */
export class SameNotice {
  /** @param {Surroundings} around */
  constructor(around) {
    this.around = around;
    this.timer = 0;
    this.shown = "";
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.look(), PAUSE_MS);
  }

  async look() {
    const { known: records, name, district, place, say } = this.around;
    const known = name().trim().length < SHORTEST ? null : await records.load();
    const found = known ? sameAs(name(), district(), known) : [];
    const there = place()?.querySelector(".finns");
    const ids = found.map(({ id }) => id).join(" ");
    if (there && ids === this.shown) return; // a link that is replaced while it is being pressed loses its click
    there?.remove();
    this.shown = ids;
    if (!known || !found.length) return;
    place()?.append(sameBox(known, found));
    say(`Finns redan? ${found.map(({ id }) => calledBy(known, id)).join(". ")}.`);
  }
}

/** @param {Known} known @param {KnownRecord[]} found @returns {HTMLElement} */
function sameBox(known, found) {
  const rows = found.map(({ id }) => element("li", {}, element("a", { href: `?post=${id}` }, calledBy(known, id))));
  return element("div", { class: "finns" }, element("p", {}, "Finns redan? Då kan du rätta den i stället:"),
    element("ul", {}, ...rows));
}

// The three answers in words. The words come with the data: scripts/katalog/wording/match.py. No DOM.

import { hasBit } from "../core/bits.js";
import { fill, inSwedish } from "../core/text.js";

/** @typedef {import("./ladder.js").Facet} Facet */
/** @typedef {import("./ladder.js").Source} Source */
/** @typedef {import("./match.js").Reason} Reason */
/** @typedef {{passar: string, kan: string, inte: string, fraga: string, darfor: string, antal: string,
 *   bara_kan: string, rad: Record<string, string>, kolumner: Record<string, string>,
 *   skal: Record<string, string>}} Words */

const DENIES = ["annat", "nej"];
const ANSWERS = /** @type {const} */ (["inte", "kan", "kan", "kan", "passar"]);

/** `sager`: what a record says of a facet in few words, where a list of its values would be long.
 * @param {Source & {svar: Words, sager?: (facet: Facet, doc: number) => string[] | null}} source */
export function makeTeller(source) {
  const { svar } = source;

  /** What to ask about some values of a facet: follows "fråga". @param {Facet} facet @param {Iterable<string>} ids */
  function ask(facet, ids) {
    const asked = new Set(ids);
    const titles = facet.varden.filter(({ id }) => asked.has(id)).map(({ titel }) => titel);
    const chosen = facet.egennamn ? titles : titles.map((titel) => titel.toLowerCase());
    return fill(facet.fraga, { val: inWords(chosen) });
  }

  /** What a record says of a facet. @param {Facet} facet @param {string} kind @param {number} doc */
  const ownOf = (facet, kind, doc) => source.sager?.(facet, doc) ?? facet.varden.filter(({ mangd, vid }) =>
    hasBit(source.bits(mangd), doc) && (kind !== "vid" || vid)).map(({ titel }) => titel);

  /** One reason. @param {Reason} reason @param {number} doc */
  function said({ facet, value, kind }, doc) {
    const own = ownOf(facet, kind, doc);
    const pattern = svar.skal[kind === "annat" && !own.length ? "annat_utan" : kind];
    return fill(pattern, { varde: value.titel, sagt: inWords(own), titel: facet.titel, ar: yearOf(doc),
      fraga: ask(facet, [value.id]) });
  }

  /** The year that a record's words are from. @param {number} doc */
  const yearOf = (doc) => source.gamla.find(([, , set]) => hasBit(source.bits(set), doc))?.[1] ?? "";

  /** The answer with its reasons, as a sentence. @param {number} level @param {Reason[]} reasons @param {number} doc */
  function sentence(level, reasons, doc) {
    const answer = svar[ANSWERS[level]];
    if (!level) {
      const told = reasons.filter(({ kind }) => DENIES.includes(kind)).map((reason) => said(reason, doc));
      return `${answer}, ${fill(svar.darfor, { skal: inWords(told) })}.`;
    }
    const asked = reasons.filter(({ kind }) => kind === "okand").map(({ facet, value }) => ask(facet, [value.id]));
    const others = reasons.filter(({ kind }) => kind !== "okand").map((reason) => said(reason, doc));
    const first = asked.length ? `${answer}, ${fill(svar.fraga, { fragor: inWords(asked) })}.` : `${answer}.`;
    return [first, ...others].join(" ");
  }

  /** The two numbers. @param {import("./match.js").Count} count */
  const numbers = ({ fits, maybe }) =>
    fill(fits || !maybe ? svar.antal : svar.bara_kan, { passar: inSwedish(fits), kan: inSwedish(maybe) });

  /** The same beside a choice, both without what is nought: in words, and the two figures.
   * @param {import("./match.js").Count} count */
  const beside = (count) =>
    ({ words: inRow(count, svar.rad), fits: figure(count.fits), maybe: figure(count.maybe) });

  return { ask, ownOf, said, sentence, numbers, beside };
}

/** @param {number} number */
const figure = (number) => (number ? inSwedish(number) : "");

/** What is not nought. @param {import("./match.js").Count} count @param {Record<string, string>} said */
function inRow({ fits, maybe }, { passar, kan, inget }) {
  const told = [[fits, passar], [maybe, kan]].filter(([number]) => number);
  return told.map(([number, text]) => fill(String(text), { antal: inSwedish(Number(number)) })).join(", ") || inget;
}

/** "a", "a och b", "a, b och c". @param {string[]} parts @param {string} [last] the word before the last */
export const inWords = (parts, last = "och") =>
  [parts.slice(0, -1).join(", "), parts.at(-1)].filter(Boolean).join(` ${last} `);

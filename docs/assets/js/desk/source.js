// The search's index and the desk's own data -> one source for the matching engine, and the texts of the table's
// columns. No DOM. What is asked, shown and told comes with the data: scripts/katalog/browser/desk.py.

import { hasBit } from "../core/bits.js";
import { once } from "../core/once.js";
import { fill } from "../core/text.js";
import { readSets, setColumn } from "../search/sets.js";

export const FORMAT = 3;

/** `ord`: the column that tells in few words what a record says of it.
 * @typedef {import("../match/ladder.js").Facet & {ord?: string}} Facet */
/** `nagon`: the facet that stands for this one where any of the choices is enough; `vikt`: how much it counts in the
 * order; `alla`: here all choices must hold; `visar`: the column that comes with the question.
 * @typedef {{facett: string, slag: "en" | "flera" | "tal" | "vecka", nagon?: string, vikt?: number,
 *   alla?: boolean, visar?: string}} Condition */
/** A column tells the values of a facet, or texts with the sets of the records that say them.
 * @typedef {{id: string, titel: string, forst?: boolean, facett?: string, varden?: string[],
 *   mangder?: string}} SentColumn */
/** @typedef {{id: string, titel: string, forst: boolean, text: (doc: number) => string}} Column */
/** What matcha.json holds. `titlar`: how a facet is asked where the record says otherwise; `oppnar`: what would open
 * a near miss, by facet; `hela`: those of which that tells what fails, too;
 * `troligt`: how a likely value is told, by why; `falt`: the field that answers a facet;
 * `formular`: the address of the form; `ordning`: what counts beside what is answered.
 * @typedef {{format: number, facetter: Facet[], villkor: {rubrik: string, rader: Condition[]}[],
 *   kolumner: SentColumn[], titlar: Record<string, string>, oppnar: Record<string, string>,
 *   hela: string[], troligt: Record<string, string>, falt: Record<string, string>, formular: string,
 *   ordning: import("./order.js").SentOrder,
 *   mangder: import("../search/sets.js").SentSets}} Data */
/** @typedef {ReturnType<typeof makeSource>} Source */

/** @param {import("../search/index.js").Index} index @param {Data} data */
export function makeSource(index, data) {
  if (data.format !== FORMAT) throw new RangeError(`table of format ${data.format}, module of ${FORMAT}`);
  const sets = readSets(data.mangder, index.antal);
  const asked = data.villkor.flatMap(({ rader }) => rader);
  const strict = new Set(asked.filter(({ alla }) => alla).map(({ facett }) => facett));
  const facetter = [.../** @type {Facet[]} */ (index.facetter), ...data.facetter.map(withOwnSets)]
    .map((facet) => (strict.has(facet.id) ? { ...facet, alla: true } : facet));
  const byId = new Map(facetter.map((facet) => [facet.id, facet]));

  /** The desk's own sets are told from the index's by their sign. @param {number} set */
  const bits = (set) => (set < 0 ? sets.of(~set).bits(index.antal) : index.bits(set));

  /** @param {SentColumn} column @returns {Column} */
  function columnOf({ id, titel, forst = false, facett, varden = [], mangder = "" }) {
    const facet = facett === undefined ? undefined : byId.get(facett);
    if (facet) return { id, titel, forst, text: (doc) => valuesOf(facet, doc) };
    const texts = once(() => textsOf(varden, setColumn(mangder).map((set) => sets.of(set).docs)));
    return { id, titel, forst, text: (doc) => texts().get(doc) ?? "" };
  }

  /** @param {Facet} facet @param {number} doc */
  const valuesOf = (facet, doc) => facet.varden.flatMap(({ titel, mangd, kan = [] }) => {
    if (hasBit(bits(mangd), doc)) return [titel];
    const likely = kan.find(([kind, set]) => kind in data.troligt && hasBit(bits(set), doc));
    return likely ? [fill(data.troligt[likely[0]], { varde: titel })] : [];
  }).join(", ");

  const columns = data.kolumner.map(columnOf);
  const coming = asked.flatMap(({ facett, nagon, visar }) => (visar ? [{ ids: [facett, nagon], visar }] : []));

  /** The columns that are shown: the chosen ones, else the first and those that come with what is asked.
   * @param {string[] | null} wanted @param {import("../match/match.js").Chosen} chosen */
  function columnsFor(wanted, chosen) {
    const more = coming.filter(({ ids }) => ids.some((id) => chosen.has(id ?? ""))).map(({ visar }) => visar);
    return columns.filter(({ id, forst }) => (wanted ? wanted.includes(id) : forst || more.includes(id)));
  }

  return {
    antal: index.antal,
    day: index.day,
    gamla: index.gamla,
    svar: index.svar,
    facetter,
    bits,
    byId,
    columns,
    columnsFor,
    conditions: data.villkor,
    opens: data.oppnar,
    toldWhole: data.hela,
    /** How a facet is asked. @param {Facet} facet */
    titleOf: ({ id, titel }) => data.titlar[id] ?? titel,
    order: { ...data.ordning, utanfor: ~data.ordning.utanfor, sist: ~data.ordning.sist },
    weights: Object.fromEntries(asked.flatMap(({ facett, nagon = facett, vikt = 1 }) =>
      [[facett, vikt], [nagon, vikt]])),
    form: data.formular,
    /** The field that answers a facet, "" for none. @param {string} id */
    fieldOf: (id) => data.falt[id] ?? id,
    /** @param {Facet} facet @param {number} doc @returns {string[] | null} */
    sager: (facet, doc) => {
      const told = facet.ord && columns.find(({ id }) => id === facet.ord);
      return told ? [told.text(doc)].filter(Boolean) : null;
    },
  };
}

/** @param {Facet} facet @returns {Facet} */
function withOwnSets(facet) {
  const moved = (/** @type {number | undefined} */ set) => (set === undefined ? undefined : ~set);
  const varden = facet.varden.map((value) => ({
    ...value,
    mangd: ~value.mangd,
    kan: value.kan?.map(([kind, set]) => /** @type {[string, number]} */ ([kind, ~set])),
    nej: moved(value.nej),
  }));
  return { ...facet, sluten: moved(facet.sluten), varden };
}

/** @param {string[]} texts @param {number[][]} docs the records that say each */
const textsOf = (texts, docs) =>
  new Map(texts.flatMap((text, at) => docs[at].map((doc) => /** @type {const} */ ([doc, text]))));

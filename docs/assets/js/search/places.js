// A place in a question -> how near each record lies: the place itself, then its district, then its neighbours. A place
// says where, never what: with a wish beside it only what answers to the wish is shown, the nearest first. No DOM.

import { listsOf } from "../core/lists.js";
import { inOrder } from "./rank.js";
import { HARDLY, MAIN } from "./scores.js";
import { passedBy, setColumn } from "./sets.js";
import { isPlain } from "./wish.js";
import { makeWritten } from "./written.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */
/** Columns, a place on each line: names ("name|other", see names.js), areas by concept, which are whole areas,
 * neighbours further down, the places that have records and the sets of those, and of those that tell of them; pairs of
 * areas beside each other, areas of one city, areas that are everywhere, words that only say that a place follows, and
 * what stands before a name when it is not "i".
 * @typedef {{ortnamn: string, omraden: Packed, hela: string, grannar: Packed, poster: [string, string],
 *   namns: [string, string], grannomraden: [number, number][], stad: number[], overallt: number[],
 *   smaord: string[], forsatser: Record<string, string[]>}} Data */
/** @typedef {import("../core/lists.js").Packed} Packed */
/** `wish`: which units are no place; `order`: their answer by nearness; `says`: what to tell when none of `docs`, the
 * first results, lies in the place itself, else "".
 * @typedef {{wish: number[], order: (scores: Float64Array) => {docs: number[], scores: Float64Array},
 *   says: (docs: number[]) => string}} Where */

// How much of a wish's score is left: in the place, where a text names it, beside it in its area, in its area, beside
// it, in an area beside its own, everywhere, in the same city, elsewhere.
const [HERE, TOLD, NEXT, SAME, BESIDE, AREA, WIDE, CITY, FAR] = [1, 0.95, 0.9, 0.8, 0.7, 0.55, 0.4, 0.25, 0.12];
const SLACK = 0.01; // the numbers are kept with less than full precision
const ENOUGH = 5; // so many records answer to a place alone; with fewer its surroundings are shown too
const SHOWN = 2;
const OTHERS = 0.9; // of the score that they come after

/** @param {Index} index @param {(text: string) => import("./matches.js").Token[]} tokenise */
export function makePlaces(index, tokenise) {
  const { orter: data, kallade: names, size } = index;
  const { formsOf } = makeWritten(index, index.language);
  const byForm = new Map(names.flatMap((all, place) => all.flatMap((name) =>
    formsOf(index.language.words(name).join(" ")).map((form) => [form, place]))));
  const small = new Set(data.smaord.flatMap((word) => tokenise(word).map((token) => token.word)));
  const whole = new Set(passedBy(data.hela));
  const areasOf = listsOf(data.omraden, index.begrepp.length);
  const neighbours = listsOf(data.grannar, names.length)
    .flatMap((others, place) => others.map((other) => /** @type {[number, number]} */ ([place, other])));
  const [here, told] = [data.poster, data.namns].map(([places, sets]) => setsAt(passedBy(places), setColumn(sets)));

  const docsOf = (/** @type {number | undefined} */ set) => (set === undefined ? [] : index.set(set).docs);
  const docsIn = (/** @type {number} */ area) => index.set(index.begrepp[area].mangd).docs;
  const beside = (/** @type {[number, number][]} */ pairs, /** @type {number} */ one) =>
    pairs.flatMap(([a, b]) => (a === one ? [b] : b === one ? [a] : []));

  /** The place that a unit names, spelled right or nearly. @param {Unit} unit */
  function placeOf(unit) {
    const written = byForm.get(unit.tokens.map(({ word }) => word).join(" "));
    const near = unit.tokens.length === 1 ? unit.tokens[0].near : undefined;
    return written ?? (near === undefined ? undefined : byForm.get(near));
  }

  /** @param {Unit[]} units @param {UnitScores[]} scored @returns {Where | null} */
  function find(units, scored) {
    const found = units.map(placeOf);
    const places = found.flatMap((place) => place ?? []);
    if (!places.length) return null;
    const isSmall = (/** @type {Unit} */ { tokens }) => tokens.length === 1 && small.has(tokens[0].word);
    const beside = [...units.keys()].filter((i) => found[i] === undefined && !isSmall(units[i]));
    const isIdle = beside.every((i) => isPlain(units[i])) && !units.some(({ isUnknown }) => isUnknown);
    const wish = isIdle ? [] : beside;
    const nearness = measure(places);
    const others = /** @type {Set<number>} */ (new Set());
    const least = wish.every((i) => isPlain(units[i]) || isWhom(scored[i])) ? ENOUGH : 1;
    const order = (/** @type {Float64Array} */ scores) => (wish.length
      ? byNearness(scores, nearness, scored, others, least)
      : alone(nearness, places.every((place) => whole.has(place))));
    const asked = wish.map((i) => units[i].said ?? units[i].tokens.map(({ word }) => word).join(" ")).join(" ");
    /** @param {number[]} docs */
    function told(docs) {
      const answers = docs.filter((doc) => !others.has(doc));
      return says(places, nearness, asked, answers, docs.length - answers.length);
    }
    return { wish, order, says: told };
  }

  /** Does it tell whom it is for, and not what? @param {UnitScores} scores */
  function isWhom({ concepts }) {
    const [concept, strength] = [...concepts].reduce((most, one) => (one[1] > most[1] ? one : most), [-1, HARDLY]);
    return strength > HARDLY && index.vikter.onskan[index.begrepp[concept].klass] < MAIN;
  }

  /** How near each document lies to the nearest of the places. @param {number[]} places @returns {Float32Array} */
  function measure(places) {
    const made = new Float32Array(size).fill(FAR);
    const raise = (/** @type {number[]} */ docs, /** @type {number} */ value) => {
      for (const doc of docs) if (made[doc] < value) made[doc] = value;
    };
    data.overallt.forEach((area) => raise(docsIn(area), WIDE));
    for (const place of places) {
      const near = beside(neighbours, place);
      const areas = areasOf[place];
      if (areas.some((area) => data.stad.includes(area))) data.stad.forEach((area) => raise(docsIn(area), CITY));
      areas.flatMap((area) => beside(data.grannomraden, area)).forEach((area) => raise(docsIn(area), AREA));
      for (const other of near) {
        const isSame = areasOf[other].some((area) => areas.includes(area));
        raise(docsOf(here.get(other)), isSame ? NEXT : BESIDE);
      }
      areas.forEach((area) => raise(docsIn(area), whole.has(place) ? HERE : SAME));
      raise(docsOf(told.get(place)), TOLD);
      raise(docsOf(here.get(place)), HERE);
    }
    return made;
  }

  /** @param {Float64Array} scores @param {Float32Array} nearness @param {UnitScores[]} scored
   * @param {Set<number>} others gets those that lie there and do not answer to the wish
   * @param {number} least so many must answer there, else what does not is shown too */
  function byNearness(scores, nearness, scored, others, least) {
    const made = scores.map((score, doc) => {
      const isNamed = score > 0 && scored.length > 1 && scored.every(({ named }) => named[doc]);
      return score * nearness[doc] + (isNamed ? index.vikter.namnfras : 0);
    });
    addOthers(made, nearness, others, least);
    return { scores: made, docs: inOrder(made, index.everyone, index.vikter.minst_av_basta) };
  }

  /** Where hardly anything there answers to the wish, what else lies there is shown too: who asks for something in
   * Södertälje lives there. It comes after what answers there, or where nothing does after the best.
   * @param {Float64Array} made @param {Float32Array} nearness @param {Set<number>} others
   * @param {number} least */
  function addOthers(made, nearness, others, least) {
    const isThere = (/** @type {number} */ doc) => nearness[doc] >= SAME - SLACK;
    const best = made.reduce((most, score) => Math.max(most, score), 0);
    const there = made.filter((score, doc) => score > 0 && isThere(doc));
    if (!best || there.length >= least) return;
    for (let doc = 0; doc < index.oppna; doc++) if (isThere(doc) && !made[doc]) others.add(doc);
    const last = Math.min(best, ...there);
    others.forEach((doc) => (made[doc] = last * OTHERS));
  }

  /** A place and no wish: what lies there, and so much of its surroundings that there is something to choose.
   * @param {Float32Array} nearness @param {boolean} isWhole is it a whole area: then one record there is enough */
  function alone(nearness, isWhole) {
    let least = HERE;
    for (const step of [HERE, TOLD, NEXT, SAME, BESIDE, AREA]) {
      least = step;
      let open = 0;
      for (let doc = 0; doc < index.oppna; doc++) if (nearness[doc] >= least - SLACK) open++;
      if (open >= (isWhole || step === BESIDE ? 1 : ENOUGH)) break;
    }
    const scores = Float64Array.from(nearness, (value) => (value >= least - SLACK ? value : 0));
    return { scores, docs: inOrder(scores, index.everyone, 0) };
  }

  /** @param {number[]} places @param {Float32Array} nearness @param {string} asked @param {number[]} docs
   * @param {number} others how many more lie there and do not answer to it */
  function says(places, nearness, asked, docs, others) {
    const told = [...new Set(places)].map((place) => `${before(names[place][0])} ${names[place][0]}`).join(" eller ");
    const also = others ? `Annat ${told} står också med.` : "";
    if (!docs.length || docs.some((doc) => nearness[doc] > NEXT + SLACK)) return also;
    const none = asked ? `Inget för ”${asked}” ${told}.` : `Vi hittar inget ${told}.`;
    const best = docs.filter((doc) => Math.abs(nearness[doc] - WIDE) > SLACK && nearness[doc] > FAR + SLACK);
    const near = [...new Set(best.map(nameOf))].filter(Boolean).slice(0, SHOWN);
    return [none, near.length && `Närmast: ${near.join(" och ")}.`, also]
      .filter(Boolean).join(" ");
  }

  /** "i", "på" or "vid". @param {string} name */
  function before(name) {
    const fits = Object.entries(data.forsatser).find(([, all]) => all.some((end) => name.endsWith(end)));
    return fits?.[0] ?? "i";
  }

  /** What a record's place is called: its own, else its area. @param {number} doc */
  function nameOf(doc) {
    const place = [...here].find(([, set]) => index.set(set).docs.includes(doc));
    if (place) return names[place[0]][0];
    const area = areasOf.flat().find((one) => docsIn(one).includes(doc));
    return area === undefined ? "" : index.begrepp[area].titel;
  }

  return { find };
}

/** @param {number[]} places in order @param {number[]} sets @returns {Map<number, number>} */
const setsAt = (places, sets) => new Map(places.map((place, i) => [place, sets[i]]));

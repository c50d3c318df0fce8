// The facets on the page: made once, then brought up to date for each state. Values of which nobody tells are not
// shown, nor those that are no choice (`dold`), nor facets without any. Closed ones show no counts, and are not counted
// until they are opened.

import { element, setShown, setText } from "../core/element.js";
import { makeHeadings, makeRows } from "./facet-rows.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("../match/match.js").Chosen} Chosen */
/** @typedef {import("../match/match.js").Count} Count */
/** @typedef {import("./facet-rows.js").Said} Said */
/** @typedef {import("./index.js").Value} Value */
/** What a facet shows: the choices, of which values somebody tells, and what each value gives.
 * @typedef {{chosen: Chosen, told: boolean[][], counts: (facet: number) => Count[], beside: (count: Count) => Said}}
 *   Shown */
/** @typedef {{details: HTMLDetailsElement, update: (shown: Shown) => void}} View */
/** @typedef {(facet: string, id: string, on: boolean) => void} OnChoose */

// So many of the first facets are seen at once, so many of them open where there is room beside the results, of each
// so many values, the commonest of those that give something: the others are a press away.
const FIRST = 5;
const OPEN = 2;
const COMMONEST = 5;
const IS_WIDE = "(min-width: 60em)";

/** @param {Index} index @param {OnChoose} onChoose */
export function makeFacets(index, onChoose) {
  const headings = () => makeHeadings(index.svar.kolumner);
  const views = index.facetter.map((facet, place) => makeFacet(facet, place, headings(), onChoose));
  const groups = index.grupper.map((group) => {
    const own = views.filter((_, i) => index.facetter[i].grupp === group.id).map((view) => view.details);
    return group.titel ? folded(group.titel, own) : element("div", {}, ...own.slice(0, FIRST),
      own.length > FIRST ? folded("Fler val", own.slice(FIRST)) : null);
  });
  if (matchMedia(IS_WIDE).matches) for (const view of views.slice(0, OPEN)) view.details.open = true;
  /** @type {Shown | undefined} */
  let last;
  for (const view of views) view.details.addEventListener("toggle", () => last && view.update(last));
  return {
    elements: groups,
    /** @param {Shown} shown */
    update: (shown) => {
      last = shown;
      for (const view of views) view.update(shown);
    },
  };
}

/** @param {string} title @param {HTMLElement[]} facets */
const folded = (title, facets) =>
  element("details", { class: "sok-grupp" }, element("summary", {}, title), ...facets);

/** @param {import("./index.js").Facet} facet @param {number} place @param {HTMLElement} headings of its two figures
 * @param {OnChoose} onChoose @returns {View} */
function makeFacet(facet, place, headings, onChoose) {
  const chosen = element("span", { class: "sok-valda" });
  const list = element("ul", { class: "sok-varden", "aria-label": facet.titel });
  const rows = makeRows(list, facet, (value, isOn) => onChoose(facet.id, value.id, isOn));
  const rule = facet.alla ? element("p", { class: "sok-regel" }, "Alla val ska stämma.") : null;
  const more = makeMore(list, showAll);
  const details = element("details", { class: "sok-facett" }, element("summary", {}, facet.titel, chosen, headings),
    rule, list, more.button);
  /** @type {Shown | undefined} */
  let last;
  /** @type {Value[]} */
  let seen = [];

  /** Is it closed, and all that it shows as it was? @param {Shown} shown */
  const isAsBefore = (shown) => !details.open && last?.told[place] === shown.told[place] &&
    last.chosen.get(facet.id) === shown.chosen.get(facet.id);

  /** @param {Shown} shown */
  function update(shown) {
    const isDone = isAsBefore(shown);
    last = shown;
    if (isDone) return;
    const ids = shown.chosen.get(facet.id);
    setText(chosen, ids?.size ? `${ids.size} vald${ids.size > 1 ? "a" : ""}` : "");
    const lines = facet.varden.map((value, i) => ({ value, isChosen: ids?.has(value.id) ?? false, place: i }));
    const isOffered = lines.map(({ value, isChosen }, i) => (shown.told[place][i] && !value.dold) || isChosen);
    setShown(details, isOffered.includes(true));
    const counts = details.open ? shown.counts(place) : null;
    const isCommon = more.common(isOffered, counts);
    const shownLines = lines.filter(({ isChosen }, i) => isOffered[i] && (isCommon[i] || isChosen));
    rows.show(shownLines.map((line) => ({ ...line, count: counts?.[line.place] ?? null })), shown.beside);
    seen = shownLines.map(({ value }) => value);
  }

  /** The reader goes on with the first of those that come. */
  function showAll() {
    const before = new Set(seen);
    if (last) update(last);
    const first = seen.find((value) => !before.has(value));
    if (first) rows.focus(first);
  }

  return { details, update };
}

/** Which values are seen before the reader asks for all. None moves from below the keyboard.
 * @param {HTMLElement} list @param {() => void} showAll */
function makeMore(list, showAll) {
  /** @type {boolean[] | undefined} */
  let commonest;
  let isWhole = false;
  const button = element("button", { type: "button", class: "sok-lank", hidden: true, click: () => {
    isWhole = true;
    button.hidden = true;
    showAll();
  } });

  /** @param {boolean[]} isOffered @param {Count[] | null} counts null while the facet is closed @returns {boolean[]} */
  function common(isOffered, counts) {
    const number = isOffered.filter(Boolean).length;
    const everyone = isOffered.map(() => true);
    if (isWhole || number <= COMMONEST + 1) return everyone;
    const isHeld = commonest && list.contains(document.activeElement);
    if (counts && !isHeld) commonest = mostFitting(isOffered, counts);
    setShown(button, true);
    setText(button, `Visa alla ${number}`);
    return commonest ?? everyone;
  }

  return { button, common };
}

/** @param {boolean[]} isShown @param {Count[]} counts @returns {boolean[]} */
function mostFitting(isShown, counts) {
  const places = counts.map((_, i) => i).filter((i) => isShown[i]);
  const giving = places.filter((i) => counts[i].fits || counts[i].maybe);
  const byMost = (/** @type {number} */ a, /** @type {number} */ b) =>
    counts[b].fits - counts[a].fits || counts[b].maybe - counts[a].maybe || a - b;
  const first = new Set((giving.length ? giving : places).sort(byMost).slice(0, COMMONEST));
  return counts.map((_, i) => first.has(i));
}

// The rows of one facet: a box with a value's name and what it gives. A row belongs to no value: which values are shown
// changes with a key, and then a row takes another text. That costs a tenth of hiding one row and showing another.

import { element, setShown, setText } from "../core/element.js";

/** @typedef {import("./index.js").Facet} Facet */
/** @typedef {import("./index.js").Value} Value */
/** @typedef {import("../match/match.js").Count} Count */
/** `count` is null where nothing is counted. @typedef {{value: Value, isChosen: boolean, count: Count | null}} Line */
/** What a value gives: for who listens, and two columns for who looks.
 * @typedef {{words: string, fits: string, maybe: string}} Said */
/** @typedef {ReturnType<typeof makeRow>} Row */

/** @param {HTMLElement} list @param {Facet} facet
 * @param {(value: Value, isOn: boolean) => void} onChoose */
export function makeRows(list, facet, onChoose) {
  /** @type {Row[]} */
  const rows = [];

  /** @param {number} place */
  function rowAt(place) {
    if (!rows[place]) {
      rows[place] = makeRow(facet.id, `sok-rad-${facet.id}-${place}`, onChoose);
      list.append(rows[place].item);
    }
    return rows[place];
  }

  /** Which row shows the value? @param {Value | null | undefined} value */
  const rowOf = (value) => rows.find((row) => !row.item.hidden && row.value() === value);

  /** Show these and no others, in order. The keyboard stays with the value on which it stands.
   * @param {Line[]} lines @param {(count: Count) => Said} beside */
  function show(lines, beside) {
    const held = rows.find(({ box }) => box === document.activeElement);
    const value = held?.value();
    lines.forEach((line, i) => rowAt(i).show(line, beside));
    rows.forEach(({ item }, i) => setShown(item, i < lines.length));
    if (held && held.value() !== value) rowOf(value)?.box.focus();
  }

  return { show, focus: (/** @type {Value} */ value) => rowOf(value)?.box.focus() };
}

/** What the two figures of each row are. @param {Record<string, string>} said */
export const makeHeadings = ({ passar, kan }) =>
  element("span", { class: "sok-kolumner", "aria-hidden": "true" }, column(passar), column(kan));

/** @param {string} text */
const column = (text) => element("span", { class: "sok-siffror", "aria-hidden": "true" }, text);

/** What a value gives stands in words beside its row, only for who listens: what is not drawn is not laid out.
 * @param {string} facet @param {string} id @param {(value: Value, isOn: boolean) => void} onChoose */
function makeRow(facet, id, onChoose) {
  const [titleId, wordsId] = [`${id}-namn`, `${id}-antal`];
  const box = element("input", { type: "checkbox", name: facet, "aria-labelledby": `${titleId} ${wordsId}` });
  const title = element("span", { id: titleId });
  const words = element("span", { class: "sok-antal", id: wordsId, hidden: true });
  const figures = [column(""), column("")];
  const item = element("li", {}, element("label", {}, box, title, ...figures), words);
  /** @type {Value | null} */
  let value = null;
  let [fits, maybe] = [-1, -1];
  box.addEventListener("change", () => value && onChoose(value, box.checked));

  /** @param {Line} line @param {(count: Count) => Said} beside */
  function show({ value: next, isChosen, count }, beside) {
    if (next !== value) name(next);
    if (box.checked !== isChosen) box.checked = isChosen;
    if (!count || (count.fits === fits && count.maybe === maybe)) return;
    tell(beside(count));
    ({ fits, maybe } = count);
    item.classList.toggle("sok-tom", !fits && !maybe);
  }

  /** What the value before gave is not said of this one. A line does not begin with "/". @param {Value} next */
  function name(next) {
    value = next;
    box.value = next.id;
    setText(title, next.titel.replaceAll(" / ", "\u00a0/ "));
    [fits, maybe] = [-1, -1];
  }

  /** @param {Said} said */
  function tell(said) {
    setText(words, said.words);
    setText(figures[0], said.fits);
    setText(figures[1], said.maybe);
  }

  return { item, box, show, value: () => value };
}

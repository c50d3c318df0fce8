// Two to five places side by side, row by row as on a record's page. What is not known is a question that can be
// ticked, to be asked and printed. On a narrow screen each row tells of one place after the other.
import { trustElement } from "../core/card.js";
import { element } from "../core/element.js";
import { asHash } from "./ids.js";
import { MOST_ON_SHEET } from "./list-view.js";
import { askedOf, button, copyButton, lineList, linkButton } from "./parts.js";
import { HOLIDAY } from "./place.js";
import { tableOf } from "./table.js";
import { lineText, rowText, trustText } from "./text.js";

/** @typedef {import("./parts.js").Room} Room */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./table.js").Cell} Cell */

const NOTHING = "Ingen uppgift";
const CONTACT = "Så tar du kontakt";
const SURE = "Så säkert är det";

/** @param {Room} room @param {Place[]} places */
export function compareView(room, places) {
  const groups = tableOf(places, room.data.grupper);
  const columns = 1 + places.length;
  return [
    element("div", { class: "lista-gor skarm" },
      places.length <= MOST_ON_SHEET ? linkButton("Blad att ta med", asHash("blad", places.map(({ id }) => id))) : null,
      button("Skriv ut jämförelsen", () => window.print()),
      copyButton(() => asText(room, places), room.tell),
      linkButton("Till listan", "#", "knapp knapp-tyst")),
    element("p", { class: "skarm" }, "Kryssa i det du vill fråga om. Det följer med till bladet och till texten du " +
      "kopierar, tills du stänger eller laddar om sidan."),
    element("table", { class: `jamfor jamfor-${places.length}`, role: "table", "aria-label": "Jämförelse" },
      head(places),
      group("", [
        row(CONTACT, places, (place) => contactCell(place)),
        row(SURE, places, ({ trust }) => [trust.label ? trustElement(trust, trust.text) : trust.text || NOTHING]),
      ], columns),
      ...groups.map(({ title, rows }) => group(title, rows.map((one) =>
        row(one.title, places, (place, at) => cellContent(one.cells[at], place, room))), columns))),
  ];
}

/** @param {Place[]} places */
const head = (places) => element("thead", { role: "rowgroup" },
  element("tr", { role: "row" },
    element("td", { role: "cell" }),
    ...places.map(({ name, address }) => element("th", { role: "columnheader", scope: "col" },
      element("a", { href: address }, name)))));

/** @param {string} title @param {HTMLElement[]} rows @param {number} columns */
const group = (title, rows, columns) => element("tbody", { role: "rowgroup" },
  title ? element("tr", { role: "row", class: "jamfor-rubrik" },
    element("th", { role: "rowheader", scope: "rowgroup", colspan: columns }, title)) : null,
  ...rows);

/** @param {string} title @param {Place[]} places @param {(place: Place, at: number) => (Node | string)[]} told */
const row = (title, places, told) => element("tr", { role: "row" },
  element("th", { role: "rowheader", scope: "row" }, title),
  ...places.map((place, at) => element("td", { role: "cell" },
    element("span", { class: "jamfor-vem", "aria-hidden": "true" }, place.name), ...told(place, at))));

/** @param {Place} place */
const contactCell = ({ stop, first, ways }) =>
  (stop.length ? [lineList(stop)] : [element("p", {}, first), lineList(ways)]);

/** What is said of holidays is the same of every place. @param {import("./place.js").Line} line */
const isOwn = ({ mark }) => mark !== HOLIDAY;

/** @param {Cell} cell @param {Place} place @param {Room} room @returns {(Node | string)[]} */
function cellContent({ lines, ask }, place, room) {
  const own = lines.filter(isOwn);
  const told = own.length ? [lineList(own)] : [];
  if (ask) return [...told, question(ask, place, room)];
  return told.length ? told : [element("span", { class: "saknas" }, NOTHING)];
}

/** @param {string} ask @param {Place} place @param {Room} room */
function question(ask, place, { asked }) {
  const ticked = asked.get(place.id) ?? new Set();
  asked.set(place.id, ticked);
  const box = element("input", {
    type: "checkbox",
    change: () => {
      if (box.checked) ticked.add(ask);
      else ticked.delete(ask);
    },
  });
  box.checked = ticked.has(ask);
  return element("label", { class: "jamfor-fraga" }, box, element("span", {}, `Fråga: ${ask}`));
}

/** @param {Room} room @param {Place[]} places */
function asText(room, places) {
  const rows = [
    rowText(CONTACT, places, ({ stop, first, ways }) =>
      (stop.length ? stop.map(lineText) : [first, ...ways.map(lineText)]).join(" ")),
    rowText(SURE, places, ({ trust }) => trustText(trust)),
    ...tableOf(places, room.data.grupper).flatMap(({ rows: told }) => told.map(({ title, cells }) =>
      rowText(title, places, (place) => cellText(cells[places.indexOf(place)])))),
  ];
  const asks = places.filter((place) => askedOf(room, place).length)
    .map((place) => [`Att fråga ${place.name}:`, ...askedOf(room, place).map((ask) => `- ${ask}`)].join("\n"));
  return [...rows, ...asks].join("\n\n");
}

/** @param {Cell} cell */
const cellText = ({ lines, ask }) =>
  [...lines.filter(isOwn).map(lineText), ...(ask ? [`Fråga: ${ask}`] : [])].join("; ") || NOTHING;

// A sheet for the one who is to go there: one to three places in large print, with the first step, the hours, the way,
// a code that leads to each place's own page, and room to write.
import { swedishDate } from "../core/dates.js";
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { asHash } from "./ids.js";
import { trustText } from "./text.js";
import { askedOf, button, inWords, lineList, linkButton, wholeAddress } from "./parts.js";

/** @typedef {import("./parts.js").Room} Room */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./place.js").Row} Row */

const NOT_KNOWN = "Det vet vi inte.";

/** @param {Room} room @param {Place[]} places @param {string[]} months */
export function sheetView(room, places, months) {
  const compared = asHash("jamfor", places.map(({ id }) => id));
  return [
    element("div", { class: "lista-gor skarm" },
      button("Skriv ut bladet", () => window.print(), "knapp"),
      places.length > 1 ? linkButton("Jämför", compared, "knapp knapp-tyst") : null,
      linkButton("Till listan", "#", "knapp knapp-tyst")),
    element("div", { class: "blad-ta-med" },
      element("p", { class: "not" }, `${room.data.sajt}, ${swedishDate(today(), months)}. ` +
        "Uppgifterna kan ha ändrats sedan dess."),
      element("p", { class: "ingress" }, "Titta på ett i taget. Du behöver inte bestämma dig i dag."),
      ...places.map((place) => placePart(place, room)),
      element("section", { class: "blad-rum", "aria-label": "Egna anteckningar" },
        element("h2", {}, "Egna anteckningar"), ...writingLines(3)),
      element("p", { class: "blad-akut" }, "Är det bråttom, eller mår du mycket dåligt? ",
        room.data.akut.map(([number, text]) => `${number}: ${text}`).join(" "))),
  ];
}

/** @param {Place} place @param {Room} room */
function placePart(place, room) {
  return element("section", { class: "blad-stalle" },
    element("h2", {}, place.name),
    codePart(place, room),
    element("p", {}, place.lead),
    ...place.notices.map((text) => element("p", { class: "just-nu" }, text)),
    place.stop.length ? lineList(place.stop) : contactPart(place),
    place.trust.text ? element("p", { class: "not" }, trustText(place.trust)) : null,
    element("dl", { class: "blad-rader" }, ...room.data.blad.flatMap((name) => rowPart(place, name, room))),
    questions(place, room),
    element("p", { class: "blad-skriv" }, "Dag och tid:"),
    wayToPage(place, room));
}

/** @param {Place} place */
const contactPart = ({ first, ways }) => element("div", { class: "blad-kontakt" },
  element("h3", {}, "Så tar du kontakt"), element("p", {}, first), lineList(ways));

/** What the place says in a row, or what to ask. @param {Place} place @param {string} name @param {Room} room */
function rowPart(place, name, { data }) {
  const row = [...place.groups.values()].map((rows) => rows.get(name)).find((found) => found?.lines.length);
  const ask = place.asks.get(name);
  if (!row && !ask) return [];
  const title = row?.title ?? data.grupper.flatMap(({ rader }) => rader).find(([one]) => one === name)?.[1] ?? "";
  return [element("div", {}, element("dt", {}, title),
    element("dd", {}, row ? lineList(row.lines) : `${NOT_KNOWN} Fråga: ${ask}`))];
}

/** What the reader has ticked to be asked, each with a line for the answer. @param {Place} place @param {Room} room */
function questions(place, room) {
  const asks = askedOf(room, place).filter((ask) => !room.data.blad.some((name) => place.asks.get(name) === ask));
  return asks.length ? element("div", {}, element("h3", {}, "Att fråga"),
    ...asks.map((ask) => element("p", { class: "blad-skriv" }, ask))) : null;
}

/** A code that leads to the place's own page; nothing for what nobody can go to.
 * @param {Place} place @param {Room} room */
const codePart = (place, { data }) => (data.kod && !place.stop.length
  ? element("img", { class: "qr", src: place.address + data.kod, alt: "", width: 160, height: 160 }) : null);

/** @param {Place} place @param {Room} room */
function wayToPage(place, { data }) {
  if (!data.adress) return element("p", {}, `Läs mer på ${inWords(place, data)}`);
  const how = place.stop.length ? "" : "rikta telefonens kamera mot rutan, eller skriv ";
  return element("p", {}, `Läs mer: ${how}`,
    element("span", { class: "blad-adress" }, bare(wholeAddress(place, data))));
}

/** An address as people write it. @param {string} address */
const bare = (address) => address.replace(/^https?:\/\//, "").replace(/\/$/, "");

/** @param {number} number */
const writingLines = (number) => Array.from({ length: number }, () => element("div", { class: "blad-rad" }));

// Places as plain text, to be pasted into a mail or a document. Pure.

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./place.js").Line} Line */

/** What a line says: one that answers yes needs no sign here. @param {string} text @param {string} mark */
export const saidOf = (text, mark) => (mark === "ja" ? text.replace(/ finns$/, "") : text);

/** All that a line says, on one line. @param {Line} line */
export const lineText = ({ text, note, mark }) => [saidOf(text, mark), note].filter(Boolean).join(" – ");

/** How sure it is. @param {Place["trust"]} trust */
export const trustText = ({ label, text }) => (label ? `${label}. ${text}` : text);

/** @param {Place[]} places @param {(place: Place) => string} whereTo how its page is found
 * @param {(place: Place) => string[]} asked what is to be asked there */
export function listText(places, whereTo, asked) {
  return places.map((place) => [
    place.name,
    place.lead,
    ...place.stop.map(lineText),
    ...place.notices,
    ...(place.stop.length ? [] : [place.first, ...place.ways.map(lineText)]),
    trustText(place.trust),
    ...asked(place).map((ask) => `Fråga: ${ask}`),
    whereTo(place),
  ].map((line) => line.trim()).filter(Boolean).join("\n")).join("\n\n");
}

/** A comparison, row by row. @param {string} title @param {Place[]} places
 * @param {(place: Place) => string} told what the row says of a place */
export const rowText = (title, places, told) =>
  [title, ...places.map((place) => `- ${place.name}: ${told(place)}`)].join("\n");

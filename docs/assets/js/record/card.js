// A record that is being written -> its card, as the lists will show it. Pure; made as scripts/katalog/wording/card.py
// does, by the same statement in the schema (`x-kort`); tests compare.
import { trustOn } from "../core/trust.js";
import { noticeText, oldHours, shortHours } from "./hours.js";
import { basisOf, tellsYear } from "./trust.js";
import { valuesOf } from "./violations.js";

/** @typedef {import("../core/card.js").Card} Card */
/** @typedef {import("./types.js").Data} Data */
/** @typedef {import("./types.js").EngineData} EngineData */
/** @typedef {import("./types.js").Rule} Rule */

const CLOSED = "avslutad";
const PICTURES = new URL("../../bilder.svg", import.meta.url).pathname;

/** What the rows of a card are made of. `nameOf`: what a record is called by its id, "" while nobody knows.
 * @typedef {{record: Data, data: EngineData, day: string, nameOf: (id: string) => string}} Making */

/** @param {Data} record as far as it is written @param {EngineData} data @param {string} day ISO date
 * @param {(id: string) => string} nameOf @returns {Card} */
export function cardOf(record, data, day, nameOf) {
  const making = { record, data, day, nameOf };
  const rows = Object.entries(data.kort).map(([field, row]) =>
    ({ label: row.etikett, text: rowText(field, row, making), isPlain: row.tyst ?? false }));
  return {
    address: "",
    heading: String(record.namn ?? ""),
    text: String(record.sammanfattning ?? ""),
    mark: markOf(record, data),
    picture: `${PICTURES}#${data.bild.falt.flatMap((field) => distinct(record[field]))[0] ?? data.bild.annars}`,
    rows: rows.filter(({ text }) => text),
    trust: trustOn(basisOf(record, data.tillit), day, data.tillit),
  };
}

/** @param {Data} record @param {EngineData} data */
function markOf(record, data) {
  if (record.forebild === true) return data.regel.properties.forebild.title;
  if (record.status === CLOSED) return labelOf("status", undefined, record.status, data);
  return distinct(record.for_vem).map((one) => labelOf("for_vem", undefined, one, data)).join(", ");
}

/** What a row says, by its kind; a row without a kind says values of a vocabulary.
 * @type {Record<string, (making: Making) => string>} */
const KINDS = {
  tider: ({ record, data: { tidord, tillit }, day }) => {
    if (!record.tider?.length || tidord.inte_nu.includes(record.status)) return "";
    const old = oldHours(record, tidord, day, (year) => tellsYear(basisOf(record, tillit), year));
    return [...shortHours(record.tider, tidord), ...(old ? [old] : [])].join(", ");
  },
  notis: ({ record, data: { tidord, tillit }, day }) => noticeText(record.tillfalligt, tidord, tillit.manader, day),
  slutet: ({ record }) => {
    const remarks = record.status === CLOSED ? [record.anmarkning ?? []].flat() : [];
    return remarks.find((one) => one?.galler?.includes("status"))?.text ?? "";
  },
  ersattare: ({ record, nameOf }) => (record.ersatt_av ? nameOf(record.ersatt_av) : ""),
};

/** @param {string} field @param {import("./types.js").CardRow} row @param {Making} making */
function rowText(field, row, making) {
  if (row.slag) return KINDS[row.slag](making);
  const { record, data } = making;
  const values = distinct(record[field], row.nyckel).slice(0, row.antal);
  return values.map((value) => {
    const more = row.mer?.[value];
    const nearer = more ? distinct(record[more]).map((one) => labelOf(more, undefined, one, data)).join(", ") : "";
    const said = nearer || labelOf(field, row.nyckel, value, data);
    return row.tyst ? said.split(" / ", 1)[0] : said; // without a label, what something is stands once
  }).join(", ");
}

/** The distinct values of a field, of a list's groups by one of their keys; what is only likely is left out.
 * @param {any} value @param {string} [key] @returns {any[]} */
function distinct(value, key) {
  const stated = [value].flat().filter((item) => item?.tolkad !== true);
  const items = stated.map((item) => (key ? item?.[key] : item));
  return [...new Set(items.filter((item) => item !== undefined && item !== null))];
}

/** What a value of a vocabulary is called. @param {string} field @param {string | undefined} key @param {any} value
 * @param {EngineData} data @returns {string} */
function labelOf(field, key, value, data) {
  const rule = data.regel.properties[field];
  const inner = rule.items ?? rule;
  const values = valuesOf(key ? inner.properties?.[key] : inner, data.vokabular);
  return values?.find((one) => one.const === value)?.title ?? String(value);
}

// A link may ask for just some fields of a record (`&falt=tider,plats`): the form shows those alone, in one step, and
// says so, with the way to all. Names that are no fields are told. What each field is comes with the page as data.
import { element } from "../core/element.js";

/** @typedef {{known: string[], unknown: string[]}} Wanted */

const MAX_NAMES = 40;
const MAX_SHOWN = 60; // letters of something unknown
const STEP = { id: "svar", titel: "Fyll i det du har fått veta", text: "Det du lämnar tomt visas som okänt." };

/** The fields that an address asks for, each once, in its order. @param {URLSearchParams} query
 * @param {string[]} names of all fields @returns {Wanted} */
export function wantedIn(query, names) {
  const asked = query.getAll("falt").flatMap((list) => list.split(",")).map((name) => name.trim()).filter(Boolean);
  const found = [...new Set(asked)].slice(0, MAX_NAMES);
  return {
    known: found.filter((name) => names.includes(name)),
    unknown: found.filter((name) => !names.includes(name)),
  };
}

/** The form's steps before the last: one with what is asked for, or all of them.
 * @param {import("./parts.js").Part[]} all @param {Wanted} wanted @returns {import("./parts.js").Part[]} */
export function partsFor(all, { known }) {
  return known.length ? [{ ...STEP, falt: known }] : all;
}

/** What the reader is told of it; nothing for an ordinary link.
 * @param {Wanted} wanted @param {string} id @returns {HTMLElement[]} */
export function wantedNotice({ known, unknown }, id) {
  const lines = [];
  if (known.length) {
    const all = element("a", { href: `?post=${id}` }, "Visa alla frågor");
    const which = known.length === 1 ? "frågan" : `de ${known.length} frågor`;
    lines.push(element("p", {}, `Här är ${which} som länken gäller. `, all, "."));
  }
  if (unknown.length) {
    const names = unknown.map((name) => name.slice(0, MAX_SHOWN)).join(", ");
    lines.push(element("p", {}, `Länken frågar efter något som inte finns här: ${names}.`));
  }
  return lines.length ? [element("div", { class: "lank-besked" }, ...lines)] : [];
}

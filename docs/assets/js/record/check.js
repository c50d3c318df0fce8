// One record's data -> its faults, with the codes and texts of `katalog validate`: those of the schema
// (scripts/katalog/shape.py) and those about people (rules/persondata.py). Every text, limit and word list comes with
// the page; no field is named here. Pure; tests drive both engines with the same cases and compare.
import { brott } from "./violations.js";
import { menade, okanda, okantFalt, saknat, vardefel } from "./messages.js";
import { skapaPersondata } from "./people.js";

/** @typedef {import("./violations.js").Brott} Brott */
/** @typedef {import("./messages.js").Fel} Fel */

/**
 * @param {any} data what the page carries
 * @returns {(post: Record<string, any>) => Fel[]}
 */
export function skapaKontroll(data) {
  const persondata = skapaPersondata(data.persondata);
  return (post) => [...formfel(post, data), ...persondata(post)];
}

/** @param {Record<string, any>} post @param {any} data @returns {Fel[]} */
function formfel(post, data) {
  const all = [...brott(post, data.regel, [], data)].slice(0, data.granser.mest);
  const meant = menade(all, data);
  // A field that is there under another spelling is not missing as well.
  const spelled = new Set([...meant.values()].map((path) => JSON.stringify(path)));
  const told = new Set();
  return iOrdning(all, data.granser.ordning).flatMap((b) => {
    if (b.slag === "additionalProperties") return okanda(b).map((name) => okantFalt(b, name, meant, data));
    if (b.slag === "anyOf") return [saknat(b, data)];
    const isMissing = b.slag === "required";
    const place = JSON.stringify(isMissing ? [...b.path, b.falt] : b.path);
    if (told.has(place) || (isMissing && spelled.has(place))) return [];
    told.add(place);
    return [isMissing ? saknat(b, data) : vardefel(b, data)];
  });
}

/** @param {Brott[]} all @param {string[]} order the weightiest rule of a value first; what a condition asks comes last */
function iOrdning(all, order) {
  const rank = (/** @type {Brott} */ b) => (order.includes(b.slag) ? order.indexOf(b.slag) : order.length);
  return [...all].sort((one, other) => rank(one) - rank(other) || Number(one.villkor ?? false) - Number(other.villkor ?? false));
}

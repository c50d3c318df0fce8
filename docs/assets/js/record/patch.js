// A correction: the old file's text and the record's new data -> the old text with only the changed lines changed.
// Comments, order and layout stay. Pure. When the result would not read as the new data, the whole file is written anew
// and `hel` says so: then comments are lost and the form tells it.
import { lika } from "./likeness.js";
import { las } from "./read.js";
import { entry, item, ordnad, skriv } from "./write.js";

/** @typedef {import("./read.js").Nod} Nod */
/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("./write.js").Form} Form */
/** @typedef {{fran: number, till: number, ny: string[]}} Byte lines `fran` to before `till` give way to `ny` */

/**
 * @param {string} text @param {Record<string, any>} post @param {any} regel @param {Form} form
 * @returns {{text: string, hel: boolean}}
 */
export function ratta(text, post, regel, form) {
  try {
    const { data, nod, rader } = las(text);
    if (lika(data, post)) return { text, hel: false };
    const next = tillampa(text, rader, [...faltbyten(nod, post, regel, rader, form)]);
    if (lika(las(next).data, post)) return { text: next, hel: false };
  } catch {
    // told by `hel`
  }
  return { text: skriv(post, regel, form), hel: true };
}

/** @param {string} text @param {string[]} rader @param {Byte[]} byten */
function tillampa(text, rader, byten) {
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const out = [...rader];
  if (out.at(-1) !== "") out.push("");
  // From below, so that line numbers above still hold; of insertions at one place the later stands below.
  const ordered = byten.map((b, index) => ({ ...b, index })).sort((x, y) => y.fran - x.fran || y.till - x.till || y.index - x.index);
  for (const b of ordered) out.splice(b.fran, b.till - b.fran, ...b.ny);
  return (text.startsWith("\ufeff") ? "\ufeff" : "") + out.join(end);
}

/** @param {Nod} nod @param {Record<string, any>} post @param {any} regel @param {string[]} rader @param {Form} form @returns {Generator<Byte>} */
function* faltbyten(nod, post, regel, rader, form) {
  const old = nod.falt ?? new Map();
  for (const [key, place] of old) {
    if (!Object.hasOwn(post, key)) yield { fran: place.rad, till: place.slut, ny: [] };
    else if (!lika(place.nod.varde, post[key])) yield* faltbyte(key, place, post[key], nod.indrag, regel, rader, form);
  }
  const order = ordnad(post, regel);
  const first = Math.min(...[...old.values()].map((place) => place.rad));
  for (const [index, key] of order.entries()) {
    if (old.has(key)) continue;
    const before = order.slice(0, index).filter((name) => old.has(name)).map((name) => old.get(name).slut);
    const at = before.length ? Math.max(...before) : first;
    yield { fran: at, till: at, ny: entry(key, post[key], regel, nod.indrag, form) };
  }
}

/** @param {string} key @param {Post} place @param {any} value @param {number} depth @param {any} regel @param {string[]} rader @param {Form} form @returns {Generator<Byte>} */
function* faltbyte(key, place, value, depth, regel, rader, form) {
  const { nod } = place;
  const inner = regel?.properties?.[key];
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
  if (nod.typ === "falt" && isGroup) yield* faltbyten(nod, value, inner, rader, form);
  else if (nod.typ === "lista" && Array.isArray(value) && value.length) yield* listbyten(nod, value, inner?.items, rader, form);
  else {
    const ny = entry(key, value, regel, depth, form);
    if (ny.length === 1 && nod.svans) ny[0] += nod.svans;
    // The first field of a row in a list stands after the dash: what was before it stays.
    ny[0] = rader[place.rad].slice(0, depth) + ny[0].slice(depth);
    yield { fran: place.rad, till: place.slut, ny };
  }
}

/** @param {Nod} nod @param {any[]} values @param {any} regel @param {string[]} rader @param {Form} form @returns {Generator<Byte>} */
function* listbyten(nod, values, regel, rader, form) {
  const rows = nod.rader ?? [];
  const same = (/** @type {Post} */ row, /** @type {any} */ value) => lika(row.nod.varde, value);
  let head = 0;
  while (head < Math.min(rows.length, values.length) && same(rows[head], values[head])) head += 1;
  let tail = 0;
  const most = Math.min(rows.length, values.length) - head;
  while (tail < most && same(rows[rows.length - 1 - tail], values[values.length - 1 - tail])) tail += 1;
  const gone = rows.slice(head, rows.length - tail);
  const come = values.slice(head, values.length - tail);
  const paired = gone.length === come.length;
  for (const [index, row] of gone.entries()) {
    if (!paired) yield { fran: row.rad, till: row.slut, ny: [] };
    else if (!same(row, come[index])) yield* radbyte(row, come[index], nod.indrag, regel, rader, form);
  }
  if (paired) return;
  const at = gone.length ? gone[0].rad : head > 0 ? rows[head - 1].slut : rows[0].rad;
  yield { fran: at, till: at, ny: come.flatMap((value) => item(value, regel, nod.indrag, form)) };
}

/** @param {Post} row @param {any} value @param {number} depth @param {any} regel @param {string[]} rader @param {Form} form @returns {Generator<Byte>} */
function* radbyte(row, value, depth, regel, rader, form) {
  const { nod } = row;
  const first = nod.falt ? [...nod.falt.keys()][0] : undefined;
  const order = typeof value === "object" && value !== null && !Array.isArray(value) ? ordnad(value, regel) : [];
  if (nod.typ === "falt" && first !== undefined && order[0] === first) {
    yield* faltbyten(nod, value, regel, rader, form);
    return;
  }
  const ny = item(value, regel, depth, form);
  if (ny.length === 1 && nod.svans) ny[0] += nod.svans;
  yield { fran: row.rad, till: row.slut, ny };
}

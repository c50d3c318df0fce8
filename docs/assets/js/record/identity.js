// A record's id, which is its file's name: made of what a thing is called, and judged as scripts/katalog/rules/identitet.py
// and moved.py judge it, with their codes and texts. Pure; tests drive both with the same names.
import { citat, fyll } from "./messages.js";
import { fold } from "./likeness.js";

/** @typedef {import("../form/known.js").Kanda} Kanda */

const MOST = 60;

/** @param {string} namn what a thing is called @param {string} utan what a name without letters becomes */
export function filnamn(namn, utan) {
  return fold(namn).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, MOST).replace(/-+$/, "") || utan;
}

/** @param {string} namn */
export function arFilnamn(namn) {
  return namn.length <= MOST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(namn);
}

/**
 * What is wrong with a new file's name.
 * @param {string} namn without its ending @param {Kanda | null} kanda null when nobody could say what there is
 * @param {Record<string, string>} texter @returns {{code: string, message: string, finns: string} | null} `finns` is the record that is there
 */
export function idfel(namn, kanda, texter) {
  if (!arFilnamn(namn)) return { code: "id-form", message: fyll(texter["id-form"], { forslag: filnamn(namn, texter.utan) }), finns: "" };
  const there = kanda?.poster.find((post) => post.id === namn);
  if (there) return { code: "id-dubblett", message: fyll(texter["id-dubblett"], { id: namn, fil: there.fil }), finns: namn };
  const moved = kanda?.flyttade[namn];
  if (moved) return { code: "omdirigering", message: fyll(texter.omdirigering, { id: citat(namn) }), finns: moved };
  return null;
}

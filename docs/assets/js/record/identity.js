// A record's id, which is its file's name: made of what a thing is called, and judged as
// scripts/katalog/record/rules/identitet.py and moved.py judge it, with their codes and texts. Pure; tests drive both
// with the same names.
import { fill } from "../core/text.js";
import { fold } from "./likeness.js";
import { quoted } from "./messages.js";

/** `more` tells a record from others of its name, `former` are names that it had.
 * @typedef {{id: string, name: string, more: string, file: string, district: string, former: string[]}} KnownRecord */
/** `moved`: an id that was -> the id that is.
 * @typedef {{records: KnownRecord[], moved: Record<string, string>}} Known */
/** `existing` is the id of the record that is there.
 * @typedef {{code: string, message: string, existing: string}} IdFault */

const MOST = 60;
// What Windows keeps for devices: scripts/katalog/record/entry.py has the same.
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;

/** @param {string} name what a thing is called @param {string} without what a name without letters becomes */
export function makeId(name, without) {
  const plain = fold(name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const made = plain.slice(0, MOST).replace(/-$/, "") || without;
  return DEVICE.test(made) ? `${made}-1` : made;
}

/** @param {string} text */
export function isId(text) {
  return text.length <= MOST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !DEVICE.test(text);
}

/**
 * What is wrong with a new file's name.
 * @param {string} id the name without its ending @param {Known | null} known null when nobody could say what there is
 * @param {import("./types.js").Texts} texts @returns {IdFault | null}
 */
export function judgeId(id, known, texts) {
  if (!isId(id)) {
    const text = texts[DEVICE.test(id) ? "id-enhet" : "id-form"];
    return { code: "id-form", message: fill(text, { id, forslag: makeId(id, texts.utan) }), existing: "" };
  }
  const there = known?.records.find((record) => record.id === id);
  if (there) return { code: "id-dubblett", message: fill(texts["id-dubblett"], { id, fil: there.file }), existing: id };
  const moved = known?.moved[id];
  if (moved) return { code: "omdirigering", message: fill(texts.omdirigering, { id: quoted(id) }), existing: moved };
  return null;
}

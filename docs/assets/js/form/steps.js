// The form's steps: all of them, the first one of a new entry with what matters most, or the one with what a link asks
// for; and last the one to look through and send. Makes elements; `form.js` shows them.
import { question } from "./field.js";
import { makeStep } from "./parts.js";
import { askShort } from "./short.js";
import { partsFor } from "./wanted.js";

/** @typedef {import("./parts.js").Part} Part */
/** What the steps need to know. `last` is the content of the last one.
 * @typedef {{data: import("./form.js").FormData, wanted: import("./wanted.js").Wanted, isNew: boolean,
 *   isWhole: boolean, last: HTMLElement, context: import("./frame.js").Context, back: () => void,
 *   toLast: () => void}} Surroundings */

export const LAST = {
  id: "skicka",
  titel: "Granska och skicka",
  text: "Läs igenom. Skicka sedan förslaget: någon läser det innan det visas.",
  falt: [],
};

/** @param {Surroundings} around @returns {import("./parts.js").Step[]} */
export function stepsFor(around) {
  const { data, wanted, isNew, isWhole, back, toLast } = around;
  const isPart = wanted.known.length > 0;
  const parts = partsFor(isWhole ? data.steg : [data.viktigast], wanted);
  return [...parts, LAST].map((part, index) => {
    const isLast = part === LAST;
    return makeStep(part, index, isLast ? [around.last] : contentOf(part, around), {
      back: index && !isPart ? back : undefined,
      onward: isLast ? "" : parts.length > 1 ? "Fortsätt" : "Fortsätt och granska",
      // Who corrects one thing need not walk through all the steps.
      last: isLast || isNew || isPart ? undefined : toLast,
    });
  });
}

/** @param {Part} part @param {Surroundings} around @returns {HTMLElement[]} */
function contentOf(part, { data, wanted, context }) {
  const { viktigast: first, regel: { properties, required } } = data;
  if (part === first) return first.fragor.map((one) => askShort(one, context));
  // Who answers one question may do it in words.
  const inWords = wanted.known.length ? first.fragor.filter((one) => one.slag) : [];
  const boxes = part.falt.map((name) => {
    const own = inWords.find((one) => one.falt === name);
    return own ? askShort(own, context) : question(properties[name], [name], required.includes(name), context);
  });
  if (wanted.known.length === 1) openGroup(boxes[0]);
  return boxes;
}

/** Who asked for one group of questions sees them at once. @param {HTMLElement} box */
function openGroup(box) {
  const group = box.querySelector(":scope > details");
  if (group instanceof HTMLDetailsElement) group.open = true;
}

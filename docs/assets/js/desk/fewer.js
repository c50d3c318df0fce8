// A long list of choices: the commonest stand there from the first, and what is chosen; the others are a press away.

import { element } from "../core/element.js";

const COMMONEST = 5;
const LONG = 12; // a shorter list is read whole

/** @param {HTMLElement[]} items each with a box @param {number[]} numbers how many records name each
 * @returns {{button: HTMLElement, update: () => void}} `update`: after a box has changed */
export function fewer(items, numbers) {
  const first = commonest(numbers);
  let isWhole = items.length <= LONG;
  const update = () => items.forEach((item, at) => {
    item.hidden = !isWhole && !first.has(at) && !item.querySelector("input")?.checked;
  });
  const button = element("button", { type: "button", class: "knapp knapp-tyst", hidden: isWhole, click: () => {
    const next = items.find((item) => item.hidden);
    isWhole = button.hidden = true;
    update();
    next?.querySelector("input")?.focus();
  } }, `Visa alla ${items.length}`);
  update();
  return { button, update };
}

/** @param {number[]} numbers @returns {Set<number>} */
const commonest = (numbers) =>
  new Set(numbers.map((_, at) => at).sort((a, b) => numbers[b] - numbers[a] || a - b).slice(0, COMMONEST));

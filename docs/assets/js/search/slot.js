// One place among the results: an element that stays where it is and tells of one record after the other. What it shows
// is a copy of a whole card (core/card.js), of which only what differs is written: hardly any key makes an element that
// the browser must give a style and a box anew.

import { element } from "../core/element.js";

/** @typedef {ReturnType<typeof makeSlot>} Slot */

const VARYING = ["class", "href"]; // the attributes in which two cards differ

/** It has two elements, of which one stands in the list: a light one while the record is only named. */
export function makeSlot() {
  const light = makeLight();
  const whole = element("li", { class: "kort" });
  let shown = "";

  /** Name a record, which is told of later: in the whole card where that stands and tells of it already.
   * @param {import("./cards.js").Named} named */
  function name(named) {
    if (named.id === shown && whole.parentNode) return whole;
    light.name(named);
    return light.element;
  }

  /** Show a whole card. @param {string} id @param {HTMLElement} card it is copied */
  function tell(id, card) {
    takeContent(whole, card);
    if (id !== shown) whole.setAttribute("data-verksamhet", id);
    shown = id;
    return whole;
  }

  return { name, tell };
}

/** A card that only names a record: it takes its place and is not laid out (sok.css). */
function makeLight() {
  const text = document.createTextNode("");
  const link = element("a", {}, text);
  const made = element("li", { class: "kort sok-sen" }, element("h3", {}, link));
  let named = "";
  return {
    element: made,
    /** @param {import("./cards.js").Named} named */
    name: ({ id, address, heading }) => {
      if (id === named) return;
      named = id;
      made.setAttribute("data-verksamhet", id);
      link.setAttribute("href", address);
      text.data = heading;
    },
  };
}

/** @param {Element} made @param {Element} wanted */
function takeContent(made, wanted) {
  let there = made.firstChild;
  for (let next = wanted.firstChild; next; next = next.nextSibling) {
    const alike = likeNext(there, next);
    for (; alike && there !== alike; there = dropped(there));
    if (alike) become(alike, next);
    else made.insertBefore(next.cloneNode(true), there);
    there = alike ? alike.nextSibling : there;
  }
  while (there) there = dropped(there);
}

/** The first from there on that is like another one. @param {ChildNode | null} there @param {ChildNode} wanted */
function likeNext(there, wanted) {
  while (there && !isAlike(there, wanted)) there = there.nextSibling;
  return there;
}

/** Gone, and the one that follows; what others have put on a card to be pressed stays, and stands last.
 * @param {ChildNode | null} node */
function dropped(node) {
  const next = node?.nextSibling ?? null;
  if (node?.nodeName !== "BUTTON") node?.remove();
  return next;
}

/** Is one made into the other by another text? A paragraph of a card is what its first class says.
 * @param {Node} one @param {Node} other */
const isAlike = (one, other) =>
  one.nodeName === other.nodeName && (one.nodeName !== "P" || kindOf(one) === kindOf(other));

/** @param {Node} paragraph */
const kindOf = (paragraph) => /** @type {Element} */ (paragraph).classList[0];

/** @param {ChildNode} made @param {ChildNode} wanted */
function become(made, wanted) {
  if (made instanceof Element && wanted instanceof Element) {
    for (const name of VARYING) takeAttribute(made, name, wanted.getAttribute(name));
    takeContent(made, wanted);
  } else if (made.nodeValue !== wanted.nodeValue) made.nodeValue = wanted.nodeValue;
}

/** @param {Element} made @param {string} name @param {string | null} value */
function takeAttribute(made, name, value) {
  if (made.getAttribute(name) === value) return;
  if (value === null) made.removeAttribute(name);
  else made.setAttribute(name, value);
}

// State and results -> elements. Text enters by textContent only. What stands here is the page's look and words; every
// facet, value and row comes from the data.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("../core/address.js").State} State */
/** @typedef {import("./cards.js").Cards} Cards */
/** @typedef {{facet: import("./index.js").Facet, value: import("./index.js").Value}} Choice */

/** An element with attributes and children; null children are left out.
 * @param {string} name @param {Record<string, string | boolean | EventListener | undefined>} [attributes]
 * @param {(Node | string | null)[]} children @returns {any} */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export const SWEDISH = new Intl.NumberFormat("sv");

/** @param {number} number @param {string} one @param {string} many */
export const counted = (number, one, many) => `${SWEDISH.format(number)} ${number === 1 ? one : many}`;

/** Splits a text so that every second part is a word. */
export const WORDS = /([\p{L}\p{N}]+)/u;

/** A text with the words that answer to the question marked.
 * @param {string} text @param {(word: string) => boolean} isMatch @returns {(Node | string)[]} */
export function marked(text, isMatch) {
  return text.split(WORDS).map((part, i) => (i % 2 && isMatch(part) ? element("mark", {}, part) : part));
}

/** One result. `reason` tells why it is one when no word of it does.
 * @param {import("./cards.js").Card} card @param {(word: string) => boolean} isMatch @param {string} reason
 * @returns {HTMLElement} */
export function cardElement(card, isMatch, reason) {
  const rows = card.rows.map(([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, ...marked(text, isMatch))));
  const fresh = { class: `aktualitet aktualitet-${card.level}`, "data-bekraftad": card.confirmed || undefined };
  return element(
    "li",
    { class: "kort", "data-verksamhet": card.id },
    element("h3", {}, element("a", { href: card.address }, ...marked(card.heading, isMatch))),
    ...card.notes.map((note) => element("p", { class: "kort-marke" }, note)),
    element("p", {}, ...marked(card.text, isMatch)),
    rows.length ? element("dl", { class: "kort-fakta" }, ...rows) : null,
    reason ? element("p", { class: "kort-varfor" }, reason) : null,
    element("p", fresh, card.freshness),
  );
}

/** The chosen values as buttons that take them away.
 * @param {Choice[]} choices @param {(choice: Choice) => void} onRemove @param {() => void} onClear */
export function chipElements(choices, onRemove, onClear) {
  const chips = choices.map((choice) =>
    element("li", {}, element("button", { type: "button", class: "sok-bricka", click: () => onRemove(choice) },
      element("span", { class: "sok-dold" }, "Ta bort "), choice.value.titel, element("span", { "aria-hidden": "true" }, " ×"))));
  if (chips.length) chips.push(element("li", {}, element("button", { type: "button", class: "sok-lank", click: onClear }, "Rensa allt")));
  return chips;
}

// State and results -> elements. Text enters by textContent only. What stands here is the page's look and words; every
// facet, value and row comes from the data.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./tillstand.js").State} State */
/** @typedef {import("./kort.js").Cards} Cards */
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

const SWEDISH = new Intl.NumberFormat("sv");

/** @param {number} number @param {string} one @param {string} many */
export const counted = (number, one, many) => `${SWEDISH.format(number)} ${number === 1 ? one : many}`;

/** A text with the words that answer to the question marked.
 * @param {string} text @param {(word: string) => boolean} isMatch @returns {(Node | string)[]} */
export function marked(text, isMatch) {
  return text.split(/([\p{L}\p{N}]+)/u).map((part, i) => (i % 2 && isMatch(part) ? element("mark", {}, part) : part));
}

/** One result. @param {import("./kort.js").Card} card @param {(word: string) => boolean} isMatch @param {string[]} why */
export function cardElement(card, isMatch, why) {
  const rows = card.rows.map(([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, ...marked(text, isMatch))));
  const fresh = { class: `aktualitet aktualitet-${card.level}`, "data-bekraftad": card.confirmed || undefined };
  const heading = element("h3", {}, element("a", { href: card.address }, ...marked(card.heading, isMatch)));
  const text = element("p", {}, ...marked(card.text, isMatch));
  const isShown = [heading, text, ...rows].some((part) => part.querySelector("mark"));
  const reason = why.length && !isShown ? `Passar din sökning: ${why.slice(0, 3).join(", ")}` : "";
  return element(
    "li",
    { class: "kort", "data-verksamhet": card.id },
    heading,
    ...card.notes.map((note) => element("p", { class: "kort-marke" }, note)),
    text,
    rows.length ? element("dl", { class: "kort-fakta" }, ...rows) : null,
    reason ? element("p", { class: "kort-varfor" }, reason) : null,
    element("p", fresh, card.freshness),
  );
}

/** All facets, made once. Returns the elements and a function that brings them up to date.
 * @param {Index} index @param {(facet: string, id: string, on: boolean) => void} onChoose */
export function makeFacets(index, onChoose) {
  const updates = /** @type {((state: State, counts: number[][]) => void)[]} */ ([]);
  const groups = index.grupper.map((group) => {
    const own = index.facetter
      .map((facet, i) => ({ facet, i }))
      .filter(({ facet }) => facet.grupp === group.id)
      .map(({ facet, i }) => facetElement(facet, i, onChoose, updates));
    return group.titel ? element("details", { class: "sok-grupp" }, element("summary", {}, group.titel), ...own) : element("div", {}, ...own);
  });
  return {
    elements: groups,
    /** @param {State} state @param {number[][]} counts */
    update: (state, counts) => updates.forEach((update) => update(state, counts)),
  };
}

/** @param {import("./index.js").Facet} facet @param {number} place @param {(facet: string, id: string, on: boolean) => void} onChoose
 * @param {((state: State, counts: number[][]) => void)[]} updates */
function facetElement(facet, place, onChoose, updates) {
  const chosen = element("span", { class: "sok-valda" });
  const items = facet.varden.map((value, i) => {
    const box = element("input", { type: "checkbox", name: facet.id, value: value.id, change: () => onChoose(facet.id, value.id, box.checked) });
    const number = element("span", { class: "sok-antal" });
    let told = -1;
    const item = element("li", {}, element("label", {}, box, element("span", {}, value.titel), number));
    updates.push((state, counts) => {
      const found = counts[place][i];
      const isChosen = state.valda.get(facet.id)?.has(value.id) ?? false;
      if (box.checked !== isChosen) box.checked = isChosen;
      if (found === told) return;
      told = found;
      number.textContent = found ? SWEDISH.format(found) : "inga";
      item.classList.toggle("sok-tom", !found);
    });
    return item;
  });
  const list = element("ul", { class: "sok-varden", "aria-label": facet.titel }, ...items);
  const details = element("details", { class: "sok-facett" }, element("summary", {}, facet.titel, chosen), list);
  updates.push((state) => {
    const number = state.valda.get(facet.id)?.size ?? 0;
    chosen.textContent = number ? `${number} vald${number > 1 ? "a" : ""}` : "";
  });
  return details;
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

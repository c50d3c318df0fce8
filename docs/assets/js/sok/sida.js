// The page /sok/: state -> results on the page, and the reader's choices -> state and address.

import { countBoth } from "./filter.js";
import { SHOWN, choose, emptyState, readState, writeState } from "./tillstand.js";
import { cardElement, chipElements, counted, element, makeFacets } from "./vy.js";

/** @typedef {import("./tillstand.js").State} State */
/** @typedef {import("./main.js").Engine} Engine */
/** @typedef {import("./vy.js").Choice} Choice */

const MAX_PAGES = 3;
// While the reader types, the first results are painted before the rest are made, and the address follows in a pause:
// writing it costs more than a search.
const FIRST_CARDS = 5;
const ADDRESS_PAUSE_MS = 200;
const FRAME_MS = 16;

/** Take over the page. @param {HTMLElement} root the element marked data-sok-sida @param {Engine} engine */
export function startPage(root, engine) {
  const { index, search, filter, cards } = engine;
  const part = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(`[data-sok-${name}]`));
  const field = /** @type {HTMLInputElement} */ (root.querySelector("input[name=q]"));
  const [surface, status, list, chips, panel, more, notice, empty, pages, sort] = [
    "yta", "antal", "traffar", "brickor", "panel", "fler", "dolda", "tomt", "sidor", "ordning"].map(part);
  const [opener, closer] = [part("oppna"), part("stang")];
  const facets = makeFacets(index, (facet, id, on) => go(choose(state, facet, id, on), "push"));
  let state = emptyState();
  const later = { address: 0, cards: 0 };
  /** @type {{text: string, found: ReturnType<typeof search.search> | null}} */
  let asked = { text: "", found: null };

  /** The answer to the question, asked once. @param {string} text */
  function ask(text) {
    if (asked.text !== text) asked = { text, found: text.trim() ? search.search(text) : null };
    return asked.found;
  }

  /** @param {State} next @param {"push" | "replace" | "keep"} history */
  function go(next, history) {
    state = next;
    clearTimeout(later.address);
    clearTimeout(later.cards);
    if (history === "push") writeAddress("pushState");
    if (history === "replace") later.address = setTimeout(() => writeAddress("replaceState"), ADDRESS_PAUSE_MS);
    show(history === "replace" ? FIRST_CARDS : state.antal);
  }

  /** @param {"pushState" | "replaceState"} how */
  function writeAddress(how) {
    const address = location.pathname + writeState(state);
    if (address !== location.pathname + location.search) window.history[how](null, "", address);
  }

  /** @param {number} atOnce how many cards to make before the next frame */
  function show(atOnce) {
    if (field.value.trim() !== state.fraga.trim()) field.value = state.fraga;
    const found = ask(state.fraga);
    const start = filter.base(found ? found.hits.map((hit) => hit.doc) : null, state.visa);
    const { left, counts, total } = filter.apply(start, state.valda);
    facets.update(state, counts);
    const docs = inOrder(found, left);
    status.textContent = total ? sentence(total) : "Inga träffar";
    closer.textContent = total ? `Visa ${counted(total, "träff", "träffar")}` : "Inga träffar, ändra valen";
    showCards(docs, found, atOnce);
    showChips();
    showHidden(found);
    showPages(found);
    showEmpty(total, found);
    sort.value = state.ordning;
    part("ordningsrad").hidden = total < 2;
    surface.hidden = false;
  }

  /** @param {number} total */
  function sentence(total) {
    const asked = state.fraga.trim() ? ` för ”${state.fraga.trim()}”` : "";
    const near = ask(state.fraga)?.near ?? [];
    return counted(total, "träff", "träffar") + asked + (near.length ? `. Vi sökte på ”${near.join(" ")}”` : "");
  }

  /** @param {ReturnType<typeof ask>} found @param {Uint32Array} left @returns {number[]} */
  function inOrder(found, left) {
    const isLeft = (/** @type {number} */ doc) => doc < index.antal && ((left[doc >>> 5] >>> (doc & 31)) & 1) === 1;
    const docs = (found ? found.hits.map((hit) => hit.doc) : Array.from({ length: index.antal }, (_, i) => i)).filter(isLeft);
    if (state.ordning === "a-o") docs.sort((a, b) => cards.headings[a].localeCompare(cards.headings[b], "sv") || a - b);
    if (state.ordning === "senast") docs.sort((a, b) => cards.confirmed(b).localeCompare(cards.confirmed(a)) || a - b);
    return docs;
  }

  /** @param {number[]} docs @param {ReturnType<typeof ask>} found @param {number} atOnce */
  function showCards(docs, found, atOnce) {
    const isMatch = found ? found.isMatch : () => false;
    const make = (/** @type {number} */ doc) => cardElement(cards.card(doc), isMatch, found ? found.why(doc) : []);
    list.replaceChildren(...docs.slice(0, atOnce).map(make));
    const rest = docs.slice(atOnce, state.antal);
    if (rest.length) later.cards = setTimeout(() => list.append(...rest.map(make)), 2 * FRAME_MS);
    more.hidden = docs.length <= state.antal;
    more.textContent = `Visa fler (${docs.length - state.antal} till)`;
  }

  /** @returns {Choice[]} */
  function choices() {
    return index.facetter.flatMap((facet) =>
      facet.varden.filter((value) => state.valda.get(facet.id)?.has(value.id)).map((value) => ({ facet, value })));
  }

  function showChips() {
    const made = choices();
    chips.replaceChildren(...chipElements(made, (choice) => drop(choice), () => clear()));
    opener.textContent = made.length ? `Filter (${counted(made.length, "vald", "valda")})` : "Filter";
  }

  /** @param {Choice} choice */
  function drop(choice) {
    go(choose(state, choice.facet.id, choice.value.id, false), "push");
    /** @type {HTMLElement | null} */ (chips.querySelector("button") ?? status)?.focus();
  }

  function clear() {
    go({ ...emptyState(), ordning: state.ordning }, "push");
    field.focus();
  }

  /** Examples and closed places: how many are left out, and the way to see them. @param {ReturnType<typeof ask>} found */
  function showHidden(found) {
    const all = filter.apply(filter.base(found ? found.hits.map((hit) => hit.doc) : null, true), state.valda).left;
    const kinds = index.dolda.map((set) => ({ set, number: countBoth(index.bits(set.mangd), all) })).filter(({ number }) => number);
    const told = kinds.map(({ set, number }) => counted(number, set.en, set.flera)).join(" och ");
    notice.hidden = !told;
    if (!told) return;
    const button = element("button", { type: "button", class: "sok-lank", click: () => go({ ...state, visa: !state.visa, antal: SHOWN }, "push") },
      state.visa ? "Göm dem" : "Visa även dem");
    notice.replaceChildren(state.visa ? `Här ingår ${told}. ` : `Visas inte här: ${told}. `, button);
  }

  /** @param {ReturnType<typeof ask>} found */
  function showPages(found) {
    const hits = found && !state.valda.size ? found.hits.filter((hit) => hit.doc >= index.antal).slice(0, MAX_PAGES) : [];
    pages.hidden = !hits.length;
    pages.replaceChildren(element("h2", {}, "Sidor om det du söker"),
      element("ul", {}, ...hits.map((hit) => cards.page(hit.doc)).map((page) => element("li", {}, element("a", { href: page.address }, page.title)))));
  }

  /** @param {number} total @param {ReturnType<typeof ask>} found */
  function showEmpty(total, found) {
    empty.hidden = total > 0;
    if (total) return;
    const way = bestDrop();
    const text = found && !found.hits.length ? `Vi hittar inget här om ”${state.fraga.trim()}”.` : "Ingenting passar alla dina val på en gång.";
    const advice = way ? null : "Katalogen handlar om sysselsättning, träffpunkter, arbetsträning och stöd till arbete. Prova ett annat ord, eller titta i listorna längre ner.";
    const button = way && element("button", { type: "button", class: "sok-knapp", click: () => { go(way.state, "push"); status.focus(); } },
      `${way.label} och få ${counted(way.total, "träff", "träffar")}`);
    const parts = [element("p", {}, element("strong", {}, text)), advice && element("p", {}, advice), button];
    empty.replaceChildren(...parts.filter(Boolean));
  }

  /** The one thing to give up that brings most results back. */
  function bestDrop() {
    const ways = index.facetter.filter((facet) => state.valda.has(facet.id)).map((facet) => {
      const valda = new Map(state.valda);
      valda.delete(facet.id);
      const own = choices().filter((choice) => choice.facet.id === facet.id).map((choice) => choice.value.titel);
      return { label: `Ta bort ${own.length === 1 ? own[0] : `valen i ${facet.titel}`}`, state: { ...state, valda, antal: SHOWN } };
    });
    if (!state.visa) ways.push({ label: "Visa även exempel och stängda", state: { ...state, visa: true } });
    if (state.valda.size && state.fraga) ways.push({ label: `Ta bort ”${state.fraga.trim()}”`, state: { ...state, fraga: "" } });
    const counted = ways.map((way) => {
      const found = ask(way.state.fraga);
      return { ...way, total: filter.apply(filter.base(found ? found.hits.map((hit) => hit.doc) : null, way.state.visa), way.state.valda).total };
    });
    return counted.sort((a, b) => b.total - a.total).find((way) => way.total > 0);
  }

  /** On a phone the facets lie over the page. @param {boolean} open */
  function setPanel(open) {
    root.classList.toggle("sok-oppen", open);
    opener.setAttribute("aria-expanded", String(open));
    part("funna").inert = open;
    (open ? panel.querySelector("summary") : opener)?.focus();
  }

  part("facetter").append(...facets.elements);
  opener.addEventListener("click", () => setPanel(!root.classList.contains("sok-oppen")));
  closer.addEventListener("click", () => setPanel(false));
  panel.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && root.classList.contains("sok-oppen")) setPanel(false);
  });
  more.addEventListener("click", () => {
    const next = state.antal;
    state = { ...state, antal: next + SHOWN };
    writeAddress("replaceState");
    go(state, "keep");
    list.children[next]?.querySelector("a")?.focus();
  });
  sort.addEventListener("change", () => go({ ...state, ordning: sort.value }, "push"));
  field.addEventListener("input", () => go({ ...state, fraga: field.value, antal: SHOWN }, "replace"));
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...state, fraga: field.value, antal: SHOWN }, "push");
    status.focus();
  });
  window.addEventListener("pagehide", () => writeAddress("replaceState"));
  window.addEventListener("popstate", () => go(readState(location.search, index.facetter), "keep"));
  const first = readState(location.search, index.facetter);
  if (field.value && !first.fraga) first.fraga = field.value;
  go(first, "keep");
  return { choose: (/** @type {State} */ next) => go(next, "push"), state: () => state };
}

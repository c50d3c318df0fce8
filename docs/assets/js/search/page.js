// The page /sok/: state -> results on the page, and the reader's choices -> state and address.

import { SHOWN, choose, emptyState, readState, writeState } from "../core/address.js";
import { element } from "../core/element.js";
import { counted } from "../core/text.js";
import { makeVoice } from "../core/voice.js";
import { makeCardList } from "./card-list.js";
import { makeFacets } from "./facets.js";
import { countBoth } from "./filter.js";
import { hasBit } from "./index.js";
import { startPanel } from "./panel.js";
import { chipElements } from "./view.js";
import { bestWay } from "./ways.js";

/** @typedef {import("../core/address.js").State} State */
/** @typedef {import("./main.js").Engine} Engine */
/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {import("./view.js").Choice} Choice */

const MAX_PAGES = 3;
const MAX_UNKNOWN = 5;
// While the reader types, the first results are painted before the rest are made, and the address follows in a pause:
// writing it costs more than a search.
const FIRST_CARDS = 2; // as many as a common window shows below the search field
const ADDRESS_PAUSE_MS = 200;
const ADVICE =
  "Katalogen handlar om sysselsättning, träffpunkter, arbetsträning och stöd till arbete. Prova ett annat ord, " +
  "eller titta i listorna längre ner.";

/** Take over the page. @param {HTMLElement} root the element marked data-sok-sida @param {Engine} engine */
export function startPage(root, engine) {
  const { index, search, filter, cards } = engine;
  const part = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(`[data-sok-${name}]`));
  const field = /** @type {HTMLInputElement} */ (root.querySelector("input[name=q]"));
  const [surface, summary, list, chips, panel, more, notice, empty, pages, sort] = [
    "yta", "antal", "traffar", "brickor", "panel", "fler", "dolda", "tomt", "sidor", "ordning"].map(part);
  const [opener, closer, unknown] = ["oppna", "stang", "okant"].map(part);
  const [voice, panelVoice] = ["rost", "panelantal"].map((name) => makeVoice(part(name)));
  const facets = makeFacets(index, (facet, id, on) => go(choose(state, facet, id, on), "push"));
  const cardList = makeCardList(list, cards);
  let state = emptyState();
  let waiting = 0;

  /** The answer to the state's question; null without one. @param {State} state */
  const ask = ({ question }) => (question.trim() ? search.search(question) : null);

  /** What is left of the answer, or of everyone. @param {State} state @param {boolean} all hidden ones too */
  const filtered = (state, all) => filter.apply(filter.base(ask(state)?.docs ?? null, all), state.chosen);

  /** @param {State} next @param {"push" | "replace" | "keep"} history */
  function go(next, history) {
    state = history === "keep" ? next : { ...next, unknown: [] };
    clearTimeout(waiting);
    waiting = 0;
    if (history === "push") writeAddress("pushState");
    if (history === "replace") waiting = setTimeout(() => writeAddress("replaceState"), ADDRESS_PAUSE_MS);
    show(history === "replace" ? FIRST_CARDS : state.number);
  }

  /** @param {"pushState" | "replaceState"} how */
  function writeAddress(how) {
    waiting = 0;
    const address = location.pathname + writeState(state);
    if (address !== location.pathname + location.search) window.history[how](null, "", address);
  }

  /** @param {number} atOnce how many cards to make before the next frame */
  function show(atOnce) {
    if (field.value.trim() !== state.question.trim()) field.value = state.question;
    const answer = ask(state);
    const { left, counts, total } = filtered(state, state.showsAll);
    facets.update(state, counts);
    tellTotal(total, answer);
    showCards(inOrder(answer, left), answer, atOnce);
    showChips();
    showUnknown();
    showHidden();
    showPages(answer);
    showEmpty(total, answer);
    sort.value = state.order;
    part("ordningsrad").hidden = total < 2;
    surface.removeAttribute("data-sok-vantar");
  }

  /** @param {number} total @param {Answer | null} answer */
  function tellTotal(total, answer) {
    const found = counted(total, "träff", "träffar");
    const asked = state.question.trim() ? ` för ”${state.question.trim()}”` : "";
    const near = answer?.near.length ? `. Vi sökte på ”${answer.near.join(" ")}”` : "";
    summary.textContent = total ? found + asked + near : "Inga träffar";
    closer.textContent = total ? `Visa ${found}` : "Inga träffar, ändra valen";
    // The results' own count is out of reach while the panel lies over them.
    if (root.classList.contains("sok-oppen")) panelVoice.say(total ? found : "Inga träffar");
    else voice.say(summary.textContent);
  }

  /** @param {Answer | null} answer @param {Uint32Array} left @returns {number[]} */
  function inOrder(answer, left) {
    const docs = (answer?.docs ?? index.everyone).filter((doc) => doc < index.antal && hasBit(left, doc));
    const rank = cards.ranks[state.order]?.();
    return rank ? docs.sort((a, b) => rank[a] - rank[b]) : docs;
  }

  /** @param {number[]} docs @param {Answer | null} answer @param {number} atOnce */
  function showCards(docs, answer, atOnce) {
    cardList.show(docs.slice(0, state.number), answer, atOnce);
    more.hidden = docs.length <= state.number;
    more.textContent = `Visa fler (${docs.length - state.number} till)`;
  }

  function showChips() {
    const made = index.facetter.flatMap((facet) =>
      facet.varden.filter((value) => state.chosen.get(facet.id)?.has(value.id)).map((value) => ({ facet, value })));
    if (made.length || chips.firstChild) chips.replaceChildren(...chipElements(made, drop, clear));
    opener.textContent = made.length ? `Filter (${counted(made.length, "vald", "valda")})` : "Filter";
  }

  /** @param {Choice} choice */
  function drop(choice) {
    go(choose(state, choice.facet.id, choice.value.id, false), "push");
    /** @type {HTMLElement | null} */ (chips.querySelector("button") ?? summary)?.focus();
  }

  function clear() {
    go({ ...emptyState(), order: state.order }, "push");
    field.focus();
  }

  /** What the address asks for and nobody can choose. */
  function showUnknown() {
    unknown.hidden = !state.unknown.length;
    const told = state.unknown.slice(0, MAX_UNKNOWN).map(({ title, value }) => `${title} ”${value}”`).join(", ");
    unknown.textContent = told && `Adressen innehåller val som inte finns: ${told}. Träffarna visas utan dem.`;
  }

  /** Examples and closed places: how many are left out, and the way to see them. */
  function showHidden() {
    const { left } = filtered(state, true);
    const kinds = index.dolda.map((set) => ({ set, number: countBoth(index.bits(set.mangd), left) }));
    const some = kinds.filter(({ number }) => number);
    const told = some.map(({ set, number }) => counted(number, set.en, set.flera)).join(" och ");
    notice.hidden = !told;
    if (!told) return;
    const turn = () => go({ ...state, showsAll: !state.showsAll, number: SHOWN }, "push");
    const label = state.showsAll ? "Göm dem" : "Visa även dem";
    const button = element("button", { type: "button", class: "sok-lank", click: turn }, label);
    notice.replaceChildren(state.showsAll ? `Här ingår ${told}. ` : `Visas inte här: ${told}. `, button);
  }

  /** @param {Answer | null} answer */
  function showPages(answer) {
    const found = answer && !state.chosen.size ? answer.docs.filter((doc) => doc >= index.antal) : [];
    const docs = found.slice(0, MAX_PAGES);
    pages.hidden = !docs.length;
    if (!docs.length) return;
    const links = docs.map(cards.page).map((page) => element("a", { href: page.address }, page.title));
    part("sidlista").replaceChildren(...links.map((link) => element("li", {}, link)));
  }

  /** @param {number} total @param {Answer | null} answer */
  function showEmpty(total, answer) {
    empty.hidden = total > 0;
    if (total) return;
    const way = bestWay(state, index.facetter, (other) => filtered(other, other.showsAll).total);
    const isUnknown = answer && !answer.docs.length;
    const unknown = `Vi hittar inget här om ”${state.question.trim()}”.`;
    const text = isUnknown ? unknown : "Ingenting passar alla dina val på en gång.";
    const next = way ? wayButton(way) : element("p", {}, ADVICE);
    empty.replaceChildren(element("p", {}, element("strong", {}, text)), next);
  }

  /** @param {import("./ways.js").Way} way */
  function wayButton(way) {
    const follow = () => {
      go(way.state, "push");
      summary.focus();
    };
    const label = `${way.label} och få ${counted(way.total, "träff", "träffar")}`;
    return element("button", { type: "button", class: "sok-knapp", click: follow }, label);
  }

  function showMore() {
    const next = state.number;
    state = { ...state, number: next + SHOWN };
    writeAddress("replaceState");
    go(state, "keep");
    list.children[next]?.querySelector("a")?.focus();
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    go({ ...state, question: field.value, number: SHOWN }, "push");
    summary.focus();
  }

  /** What was typed last stands in the address, and in this entry of the history how far the reader had come: a page
   * that is made anew on the way back is as long as it was, but stands at its top. */
  function leave() {
    if (waiting) writeAddress("replaceState");
    window.history.replaceState({ ...window.history.state, rullat: window.scrollY }, "");
  }

  function comeBack() {
    const scrolled = window.history.state?.rullat;
    if (scrolled) window.scrollTo({ top: scrolled, behavior: "instant" });
  }

  function listen() {
    more.addEventListener("click", showMore);
    sort.addEventListener("change", () => go({ ...state, order: sort.value }, "push"));
    field.addEventListener("input", () => go({ ...state, question: field.value, number: SHOWN }, "replace"));
    field.form?.addEventListener("submit", submit);
    window.addEventListener("pagehide", leave);
    window.addEventListener("popstate", () => go(readState(location.search, index.facetter), "keep"));
  }

  part("facetter").replaceChildren(...facets.elements);
  startPanel(root, { panel, opener, closer });
  listen();
  const first = readState(location.search, index.facetter);
  if (field.value && !first.question) first.question = field.value;
  go(first, "keep");
  comeBack();
  return { choose: (/** @type {State} */ next) => go(next, "push") };
}

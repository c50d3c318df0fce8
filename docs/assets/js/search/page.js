// The page /sok/: state -> results on the page, and the reader's choices -> state and address.

import { SHOWN, choose, emptyState, readState } from "../core/address.js";
import { setShown, setText } from "../core/element.js";
import { isComposing } from "../core/typing.js";
import { makeAsking } from "./asking.js";
import { makeFacets } from "./facets.js";
import { makeNotes } from "./notes.js";
import { startPanel } from "./panel.js";
import { makeResults } from "./results.js";
import { makeSight } from "./sight.js";
import { makeTelling } from "./telling.js";
import { makeTrail } from "./trail.js";

/** @typedef {import("../core/address.js").State} State */
/** @typedef {import("./main.js").Engine} Engine */

/** Take over the page. @param {HTMLElement} root the element marked data-sok-sida @param {Engine} engine */
export function startPage(root, engine) {
  const { index, filter, search } = engine;
  const part = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(`[data-sok-${name}]`));
  const field = /** @type {HTMLInputElement} */ (root.querySelector("input[name=q]"));
  const asking = makeAsking(engine);
  const [order, orderRow, key, surface] = ["ordning", "ordningsrad", "nyckel", "yta"].map(part);
  const results = makeResults(part, engine);
  const sight = makeSight(results);
  const telling = makeTelling(root, part, engine, asking, (next) => go(next, "push"));
  const facets = makeFacets(index, (facet, id, on) => go(choose(state, facet, id, on), "push"));
  const notes = makeNotes(root, engine);
  const trail = makeTrail(() => state);
  const [best] = order.options;
  const bestName = best.textContent; // of a question: without one nothing is better than another
  let state = emptyState();
  let isBusy = false; // an input method is composing: what stands in the field is its own

  /** @param {State} next @param {"push" | "replace" | "keep"} history */
  function go(next, history) {
    state = history === "keep" ? next : { ...next, unknown: [] };
    trail.follow(history);
    show(history === "replace");
  }

  /** @param {boolean} isTyping then cards out of sight come after */
  function show(isTyping = false) {
    if (!isBusy && field.value.trim() !== state.question.trim()) field.value = state.question;
    const outcome = asking.ask(state);
    search.showing(outcome.answer);
    const told = filter.told(state.showsAll);
    facets.update({ chosen: state.chosen, told, counts: outcome.match.counts, beside: filter.words.beside });
    telling.tell(state, outcome);
    const first = [outcome.fits, outcome.maybe].flatMap((docs) => docs.slice(0, SHOWN)).slice(0, SHOWN);
    notes.show(outcome.answer, first, outcome.page);
    results.show(outcome, state.number, isTyping ? sight.number() : Infinity);
    if (isTyping) sight.typed();
    setText(best, state.question.trim() ? bestName : best.dataset.utan);
    if (order.value !== state.order) order.value = state.order;
    const found = outcome.fits.length + outcome.maybe.length;
    setShown(orderRow, found > 1);
    setShown(key, found + outcome.past.length > 0);
    surface.removeAttribute("data-sok-vantar");
  }

  /** @param {string} question @param {"push" | "replace"} history */
  function askAnew(question, history) {
    const literal = question.trim() === state.question.trim() ? state.literal : [];
    go({ ...state, question, literal, number: SHOWN }, history);
  }

  function showMore() {
    const next = state.number;
    state = { ...state, number: next + SHOWN };
    trail.write("replaceState");
    go(state, "keep");
    results.all()[next]?.querySelector("a")?.focus();
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    askAnew(field.value, "push");
    (notes.heading() ?? telling.summary).focus();
  }

  function listen() {
    results.more.addEventListener("click", showMore);
    order.addEventListener("change", () => go({ ...state, order: order.value }, "push"));
    field.addEventListener("input", (event) => isComposing(event) || askAnew(field.value, "replace"));
    field.addEventListener("compositionstart", () => (isBusy = true));
    field.addEventListener("compositionend", () => {
      isBusy = false;
      askAnew(field.value, "replace");
    });
    field.addEventListener("blur", sight.hurry); // the keyboard may be on its way to a card
    field.form?.addEventListener("submit", submit);
    search.onLearned(() => show(sight.isTyping()));
    window.addEventListener("pagehide", trail.leave);
    window.addEventListener("popstate", () => go(readState(location.search, index.facetter), "keep"));
  }

  part("facetter").replaceChildren(...facets.elements);
  startPanel(root, { panel: part("panel"), opener: part("oppna"), closers: [part("stang"), part("kryss")] });
  listen();
  const first = readState(location.search, index.facetter);
  if (field.value && !first.question) first.question = field.value;
  go(first, "keep");
  trail.comeBack();
  return { choose: (/** @type {State} */ next) => go(next, "push") };
}

// The list of questions: whom to ask, how to reach them, what to ask, room for answers on paper, and the form for what
// they say.

import { element } from "../core/element.js";
import { whole } from "./ways-out.js";

/** @typedef {import("./page.js").Desk} Desk */
/** @typedef {import("./state.js").State} State */

const GUARD = "Fråga om platsen, inte om personen. Säg inte vem det gäller innan personen har sagt ja.";
const ALL_TOLD = "Fråga om det finns plats.";

/** @param {Desk} desk @param {State} state @param {number[]} docs @param {HTMLElement[]} buttons */
export function callList(desk, state, docs, buttons) {
  const title = element("h2", { id: "matcha-fragelista", tabindex: -1 }, "Frågelista");
  return element("section", { class: "matcha-fragor", "aria-labelledby": title.id }, title,
    element("p", {}, GUARD), element("p", { class: "matcha-knappar" }, ...buttons),
    element("ol", { class: "matcha-stallen" }, ...docs.map((doc) => place(desk, state, doc))));
}

/** The same as plain values. @param {Desk} desk @param {State} state @param {number[]} docs
 * @returns {import("./told.js").Called[]} */
export const calledPlaces = (desk, state, docs) => docs.map((doc) => {
  const { heading, address } = desk.card(doc);
  return { name: heading, address: whole(address), reach: desk.reach(doc), questions: questionsOf(desk, state, doc) };
});

/** @param {Desk} desk @param {State} state @param {number} doc */
function questionsOf(desk, state, doc) {
  const { questions } = desk.rows.asks(doc, state);
  return questions.length ? questions : [ALL_TOLD];
}

/** @param {Desk} desk @param {State} state @param {number} doc */
function place(desk, state, doc) {
  const { id, address, heading } = desk.card(doc);
  const { fields } = desk.rows.asks(doc, state);
  const fill = element("a", { href: desk.formAddress(id, fields), class: "matcha-fyll" }, "Fyll i svaret",
    element("span", { class: "dold" }, ` från ${heading}`));
  return element("li", { "data-verksamhet": id }, element("h3", {}, element("a", { href: address }, heading)),
    element("p", { class: "matcha-na" }, desk.reach(doc)),
    element("p", { class: "skrivrad matcha-papper" }, element("span", {}, "Dag, och vilken funktion som svarade:")),
    element("ul", { class: "matcha-fraga" }, ...questionsOf(desk, state, doc).map(question)),
    fields.length ? element("p", { class: "skarm" }, fill) : null);
}

/** With a line to write on, on paper. @param {string} text */
const question = (text) =>
  element("li", {}, text, element("span", { class: "skrivrad matcha-papper", "aria-hidden": "true" }));

// What stands above the results: the card for somebody in crisis, the way to the guide for who has no strength, the
// page that answers, where the nearest is when the place itself has nothing, and what was understood of a question in
// another language.

import { element, setShown } from "../core/element.js";

/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {import("./crisis.js").Crisis} Crisis */
/** @typedef {import("./pages.js").PageAnswer} PageAnswer */

const RIGHT_TO_LEFT = ["ar", "fa"];
const NAMES = new Intl.DisplayNames("sv", { type: "language" });

/** @param {HTMLElement} root the element marked data-sok-sida
 * @param {Pick<import("./main.js").Engine, "index" | "cards">} engine */
export function makeNotes(root, { index, cards }) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-sok-${name}]`));
  const [card, note, page, calm] = ["kris", "not", "svar", "lugn"].map(part);
  const calmSigns = (calm.dataset.sokLugn ?? "").split(" ");
  let shown = "";
  let noted = "";
  let answered = "null";

  /** @param {Answer | null} answer @param {number[]} docs the results that are left, in order
   * @param {PageAnswer | null} found the page that answers */
  function show(answer, docs, found) {
    showCrisis(answer?.crisis ?? null);
    showCalm(answer, found);
    showPage(found);
    const notes = answer?.crisis ? [] : [answer?.place?.says(docs), languageNote(answer)];
    showNote(notes.filter(Boolean).join(" "), answer?.crisis ? null : answer?.foreign?.page ?? null);
  }

  /** With the way to the pages of the question's own language. What stands there already is not read aloud again.
   * @param {string} text @param {import("./languages.js").FirstPage | null} own */
  function showNote(text, own) {
    const told = `${text} ${own?.[0] ?? ""}`;
    if (told !== noted) note.replaceChildren(text, ...(own ? [" ", ownPage(own)] : []));
    noted = told;
    setShown(note, text !== "");
  }

  /** @param {import("./languages.js").FirstPage} own */
  const ownPage = ([address, name, dir]) =>
    element("a", { href: cards.address(address), lang: address.split("/")[0], dir }, name);

  /** A card that stands there stays: it is read aloud once, however much is typed. @param {Crisis | null} crisis */
  function showCrisis(crisis) {
    root.toggleAttribute("data-sok-ensamt", crisis?.alone === true);
    const name = crisis ? `${crisis.id} ${crisis.said?.lang ?? ""}` : "";
    if (name === shown) return;
    shown = name;
    card.replaceChildren(...(crisis ? [cardElement(crisis)] : []));
  }

  /** Who foremost tells of having no strength need not read all the results. The page's HTML says what that is known
   * by: a need, or the section that answers. @param {Answer | null} answer @param {PageAnswer | null} found */
  function showCalm(answer, found) {
    const need = index.begrepp[answer?.concepts()[0] ?? -1]?.varde ?? "";
    const isCalm = calmSigns.includes(need) || calmSigns.includes(found?.address ?? "");
    setShown(/** @type {HTMLElement} */ (calm.firstElementChild), isCalm && !answer?.crisis);
  }

  /** @param {PageAnswer | null} found */
  function showPage(found) {
    const told = JSON.stringify(found);
    if (told === answered) return;
    answered = told;
    setShown(page, found !== null);
    if (!found) return page.replaceChildren();
    const link = element("a", { href: cards.address(found.address) }, found.title);
    page.replaceChildren(element("section", { "aria-labelledby": "sok-svar" },
      element("h2", { id: "sok-svar" }, link), element("p", {}, found.text),
      found.page ? element("p", { class: "not" }, `Från sidan ${found.page}`) : null));
  }

  /** @param {Crisis} crisis */
  function cardElement({ heading, text, lines, said }) {
    const rows = lines.map(({ kallas, nummer, vad }, at) => element("li", at ? {} : { class: "kris-forst" },
      element("a", { href: `tel:${nummer.replace(/[^0-9]/g, "")}` },
        element("span", { class: "kris-namn" }, kallas), " ",
        element("strong", { class: "kris-nummer" }, nummer)),
      " ", element("span", { class: "kris-vad" }, vad)));
    const dir = said && (RIGHT_TO_LEFT.includes(said.lang) ? "rtl" : "ltr");
    return element("section", { class: "kris-kort", "aria-labelledby": "sok-kris" },
      element("h2", { id: "sok-kris", tabindex: -1 }, heading),
      said && element("p", { class: "kris-sager", lang: said.lang, dir }, said.text),
      element("p", {}, text),
      element("ul", { class: "kris-linjer" }, ...rows),
      element("p", { class: "kris-mer" }, element("a", { href: card.dataset.sokKris ?? "" }, "Mer om akut hjälp")));
  }

  return { show, heading: () => /** @type {HTMLElement | null} */ (card.querySelector("h2")) };
}

/** @param {Answer | null} answer */
function languageNote(answer) {
  if (!answer?.foreign?.language) return "";
  const { language, words } = answer.foreign;
  return `Vi läser frågan på ${NAMES.of(language)} och förstod: ${words.join(", ")}.`;
}

// What the page says around the results: how many, what was read out of the question, what is left out, what to do when
// there is nothing. Text enters by textContent only.

import { SHOWN, choose, emptyState } from "../core/address.js";
import { countBoth, subtract } from "../core/bits.js";
import { element, setShown, setText } from "../core/element.js";
import { counted } from "../core/text.js";
import { makeVoice } from "../core/voice.js";
import { inWords } from "../match/words.js";
import { chipElements } from "./view.js";
import { bestWay, named } from "./ways.js";

/** @typedef {import("../core/address.js").State} State */
/** @typedef {import("./asking.js").Outcome} Outcome */
/** @typedef {import("../match/match.js").Count} Count */
/** @typedef {(next: State) => void} Go */

const MAX_UNKNOWN = 5;
const ADVICE =
  "Katalogen handlar om sysselsättning, träffpunkter, arbetsträning och stöd till arbete. Prova ett annat ord, " +
  "eller titta i listorna längre ner.";
const REACH = "Katalogen gäller mest Stockholms län.";
const NONE = "Inga träffar";
const ONLY_PAST = "Vi hittar bara gamla uppgifter";

/** @param {HTMLElement} root @param {(name: string) => any} part @param {import("./main.js").Engine} engine
 * @param {import("./asking.js").Asking} asking @param {Go} go */
export function makeTelling(root, part, { index, filter, cards }, asking, go) {
  const [summary, chips, notice, empty, unknown, missed, silent] =
    ["antal", "brickor", "dolda", "tomt", "okant", "okanda", "tyst"].map(part);
  const [opener, closer] = ["oppna", "stang"].map(part);
  const [voice, panelVoice] = ["rost", "panelantal"].map((name) => makeVoice(part(name)));

  // What is said of those that are left out, and the way to see them.
  const words = document.createTextNode("");
  const turner = element("button", { type: "button", class: "sok-lank", click: () => turn() });
  let turn = () => {};
  notice.replaceChildren(words);

  /** @param {State} state @param {Outcome} outcome */
  function tell(state, outcome) {
    tellTotal(state, outcome);
    showChips(state, outcome);
    showUnknown(state);
    showMissed(outcome);
    showSilent(outcome);
    showHidden(state, outcome);
    showEmpty(state, outcome);
  }

  /** One number as long as nothing is chosen: then everything that is found fits. @param {Count} total
   * @param {boolean} isNarrowed */
  function inNumbers(total, isNarrowed) {
    if (!total.fits && !total.maybe) return NONE;
    return isNarrowed ? filter.words.numbers(total) : counted(total.fits, "träff", "träffar");
  }

  /** @param {State} state @param {Outcome} outcome */
  function tellTotal({ question }, { answer, chosen, match, page, past }) {
    const found = inNumbers(match.total, chosen.size > 0);
    const asked = question.trim() ? ` för ”${question.trim()}”` : "";
    const near = answer?.near.length ? `. Vi sökte på ”${answer.near.join(" ")}”` : "";
    const none = page ? "Ingen verksamhet, men en sida som kan hjälpa dig" : past.length ? ONLY_PAST : NONE;
    setText(summary, found === NONE ? none : found + asked + near);
    const shown = counted(match.total.fits + match.total.maybe, "träff", "träffar");
    setText(closer, found === NONE ? `${NONE}, ändra valen` : `Visa ${shown}`);
    // The results' own count is out of reach while the panel lies over them.
    if (root.classList.contains("sok-oppen")) panelVoice.say(found);
    else voice.say(page ? `${summary.textContent}. Överst: ${page.title}` : summary.textContent);
  }

  /** What is chosen, and what was read out of the question. @param {State} state @param {Outcome} outcome */
  function showChips(state, { read }) {
    const ticked = index.facetter.flatMap((facet) =>
      facet.varden.filter(({ id }) => state.chosen.get(facet.id)?.has(id)).map(({ id, titel }) => ({
        text: titel, group: facet.id, joint: facet.alla ? "och" : "eller", origin: "",
        drop: () => drop(choose(state, facet.id, id, false)),
      })));
    const said = read.map(({ words, chosen }) => ({
      text: titlesOf(chosen), group: "", joint: "", origin: "Ur din fråga: ",
      drop: () => drop({ ...state, literal: [...state.literal, words], number: SHOWN }),
    }));
    const made = [...ticked, ...said];
    if (made.length || chips.firstChild) chips.replaceChildren(...chipElements(made, () => clear(state)));
    setText(opener, made.length ? `Filter (${counted(made.length, "vald", "valda")})` : "Filter");
  }

  /** @param {Map<string, string[]>} chosen */
  function titlesOf(chosen) {
    const titles = [...chosen].map(([id, ids]) => {
      const values = index.facetter.find((facet) => facet.id === id)?.varden ?? [];
      return inWords(values.filter((value) => ids.includes(value.id)).map(({ titel }) => titel), "eller");
    });
    return titles.join(", ");
  }

  /** @param {State} next */
  function drop(next) {
    go(next);
    /** @type {HTMLElement | null} */ (chips.querySelector("button") ?? summary)?.focus();
  }

  /** @param {State} state */
  function clear({ order }) {
    go({ ...emptyState(), order });
    root.querySelector("input")?.focus();
  }

  /** What the address asks for and nobody can choose. @param {State} state */
  function showUnknown(state) {
    setShown(unknown, state.unknown.length > 0);
    const told = state.unknown.slice(0, MAX_UNKNOWN).map(({ title, value }) => `${title} ”${value}”`).join(", ");
    setText(unknown, told && `Adressen innehåller val som inte finns: ${told}. Träffarna visas utan dem.`);
  }

  /** What of the question nobody here knows, where the rest of it has results. @param {Outcome} outcome */
  function showMissed({ answer, isAsked, match: { total } }) {
    const words = isAsked && total.fits + total.maybe ? [...new Set(answer?.unknown)] : [];
    setShown(missed, words.length > 0);
    const told = inWords(words.slice(0, MAX_UNKNOWN).map((word) => `”${word}”`), "eller");
    setText(missed, told && `Vi hittar inget om ${told} här. Träffarna svarar på resten av din fråga.`);
  }

  /** What the reader asks for and no record tells of. @param {Outcome} outcome */
  function showSilent(outcome) {
    const titles = outcome.silent.map(({ chosen }) => `”${titlesOf(chosen)}”`);
    setShown(silent, titles.length > 0);
    setText(silent, titles.length
      ? `${inWords(titles)}: det vet vi inte. Ingen verksamhet här har berättat om det. Fråga dem.` : "");
  }

  /** Examples and closed places: how many are left out, and the way to see them.
   * @param {State} state @param {Outcome} outcome */
  function showHidden(state, { answer, isAsked, chosen, isRescued, match }) {
    const [all] = filter.apply(filter.base(isAsked && answer ? answer.docs : null, true), chosen).left;
    if (!state.showsAll && !isRescued) subtract(all, match.left[0]);
    const kinds = index.dolda.map((set) => ({ set, number: countBoth(index.bits(set.mangd), all) }));
    const some = kinds.filter(({ number }) => number);
    const told = some.map(({ set, number }) => counted(number, set.en, set.flera)).join(" och ");
    setShown(notice, told !== "");
    const text = told && hiddenText(told, state, isRescued);
    if (words.data !== text) words.data = text;
    if (!told || isRescued) return turner.remove();
    setText(turner, state.showsAll ? "Göm dem" : "Visa även dem");
    if (!turner.parentNode) notice.append(turner);
    turn = () => go({ ...state, showsAll: !state.showsAll, number: SHOWN });
  }

  /** @param {string} told @param {State} state @param {boolean} isRescued */
  function hiddenText(told, { showsAll }, isRescued) {
    if (isRescued) return `Vi hittar bara ${told}.`;
    return showsAll ? `Här ingår ${told}. ` : `Visas inte här: ${told}. `;
  }

  /** @param {State} state @param {Outcome} outcome */
  function showEmpty(state, { answer, isAsked, chosen, read, page, past, match: { total } }) {
    setShown(empty, !(total.fits + total.maybe + past.length || answer?.crisis || page));
    if (empty.hidden) return;
    const isUnknown = isAsked && !answer?.docs.length;
    // Where the wish itself is unknown, the words of a condition would only find what nobody asked for.
    const said = isUnknown ? [] : read.map(({ words }) => words);
    const away = answer?.away ?? [];
    const way = bestWay(state, index.facetter, { read: said, away }, asking.total);
    const unknown = away.length ? `Vi hittar inget i ${inWords(away.map(named))}. ${REACH}`
      : `Vi hittar inget här om ”${state.question.trim()}”.`;
    const text = isUnknown || !chosen.size ? unknown : "Ingenting passar alla dina val på en gång.";
    const next = way ? [wayButton(way)] : [element("p", {}, ADVICE), element("p", {}, guideLink())];
    empty.replaceChildren(element("p", {}, element("strong", {}, text)), ...next);
  }

  function guideLink() {
    const { adress, rubrik } = index.sidsvar;
    return element("a", { href: cards.address(adress) }, rubrik);
  }

  /** @param {import("./ways.js").Way} way */
  function wayButton(way) {
    const follow = () => {
      go(way.state);
      summary.focus();
    };
    const isNarrowed = way.state.chosen.size > 0 || way.total.maybe > 0;
    const label = `${way.label}: ${inNumbers(way.total, isNarrowed)}`;
    return element("button", { type: "button", class: "sok-knapp", click: follow }, label);
  }

  return { tell, summary };
}

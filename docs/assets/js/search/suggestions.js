// Suggestions below a search field while the reader types: the ARIA combobox pattern with a list
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, read 2026-11). Nothing typed leaves the page.

import { element } from "../core/element.js";
import { makePause } from "../core/pause.js";
import { makeVoice } from "../core/voice.js";
import { isComposing } from "../core/typing.js";
import { makeSuggest } from "./suggest.js";
import { marked } from "./view.js";

/** @typedef {import("./main.js").Engine} Engine */
/** @typedef {import("./suggest.js").Suggestion} Suggestion */

const PAUSE_MS = 80;
let lists = 0;

/** Give a field its list. @param {HTMLInputElement} field @param {Engine} engine
 * @param {(address: string) => void} follow */
export function startSuggestions(field, engine, follow) {
  const id = `sok-forslag-${++lists}`;
  const list = element("ul", { id, role: "listbox", class: "sok-forslag", "aria-label": "Förslag", hidden: true });
  const suggest = makeSuggest(engine, new URL(field.form?.action ?? "", document.baseURI).pathname);
  let active = -1;
  // After the results: they are what the reader waits for.
  const pause = makePause(PAUSE_MS, open);
  const role = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries({ ...role, autocomplete: "off" })) field.setAttribute(name, value);
  const status = element("p", { class: "sok-dold", role: "status" });
  const voice = makeVoice(status);
  field.after(list, status);

  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);

  /** @param {number} place */
  function point(place) {
    active = place;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    const chosen = options()[active];
    if (chosen) {
      field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function close() {
    pause.stop();
    list.hidden = true;
    voice.hush();
    field.setAttribute("aria-expanded", "false");
    point(-1);
  }

  /** @param {Suggestion} item @param {number} place @param {(word: string) => boolean} isMatch */
  function option(item, place, isMatch) {
    const look = { id: `${id}-${place}`, role: "option", "aria-selected": "false", "data-adress": item.address };
    const made = element("li", look,
      element("span", { class: "sok-forslag-text" }, ...marked(item.text, isMatch)),
      element("span", { class: "sok-forslag-slag" }, item.kind));
    made.addEventListener("pointerdown", (event) => event.preventDefault());
    made.addEventListener("click", () => {
      close();
      follow(item.address);
    });
    return made;
  }

  function open() {
    const typed = field.value;
    const isMatch = (/** @type {string} */ word) => word.toLowerCase().startsWith(typed.trim().toLowerCase());
    const made = suggest(typed).map((item, place) => option(item, place, isMatch));
    list.replaceChildren(...made);
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = !made.length;
    if (made.length) voice.say(`${made.length} förslag. Välj med piltangenterna.`);
    else voice.hush();
    field.setAttribute("aria-expanded", String(made.length > 0));
  }

  /** What waits for a pause comes now: a list that is renewed under the reader's arrow loses the place. */
  function settle() {
    if (!pause.isWaiting()) return;
    pause.stop();
    open();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (isComposing(event)) return;
    if (event.key.startsWith("Arrow")) settle();
    const last = options().length - 1;
    const isOpen = !list.hidden;
    if (event.key === "Escape" && (isOpen || pause.isWaiting())) close();
    else if (event.key === "ArrowDown") isOpen ? point(active >= last ? 0 : active + 1) : open();
    else if (event.key === "ArrowUp" && isOpen) point(active <= 0 ? last : active - 1);
    else if (event.key === "Enter" && isOpen && active >= 0) options()[active].click();
    else if (event.key === "Enter") return close();
    else return;
    event.preventDefault();
  }

  // What an input method is still composing is left alone.
  field.addEventListener("input", (event) => isComposing(event) || pause.wait());
  field.addEventListener("compositionend", pause.wait);
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", close);
  if (field === document.activeElement && field.value) open();
}

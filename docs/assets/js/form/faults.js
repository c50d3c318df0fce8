// Faults as the writer meets them: at each question, and as a summary at the top with links (GOV.UK's pattern).
import { el, nyckel } from "./frame.js";

/** @typedef {import("./frame.js").Vag} Vag */
/** @typedef {import("./frame.js").Kontroll} Kontroll */
/** @typedef {Map<string, Kontroll>} Kontroller */
/** @typedef {{code: string, message: string, plats: Vag}} Platsfel where it is in the form */

/** @param {Kontroller} kontroller @param {Vag} plats @returns {Kontroll | undefined} the control that stands nearest to a place */
export function kontrollVid(kontroller, plats) {
  for (let path = plats; path.length; path = path.slice(0, -1)) {
    const found = kontroller.get(nyckel(path));
    if (found) return found;
  }
  return undefined;
}

/** @param {Kontroller} kontroller @param {Platsfel[]} faults those that may be told now */
export function markera(kontroller, faults) {
  /** @type {Map<Kontroll | undefined, string[]>} */
  const told = new Map();
  for (const fel of faults) {
    const control = kontrollVid(kontroller, fel.plats);
    told.set(control, [...(told.get(control) ?? []), fel.message]);
  }
  for (const control of kontroller.values()) markeraEn(control, told.get(control) ?? []);
}

/** @param {Kontroll} control @param {string[]} messages */
function markeraEn(control, messages) {
  const isWrong = messages.length > 0;
  control.fel.hidden = !isWrong;
  control.fel.replaceChildren(...(isWrong ? [el("span", { class: "dold" }, "Fel: "), messages.join(" ")] : []));
  control.ruta.classList.toggle("har-fel", isWrong);
  if (!control.fokus.matches("input, select, textarea")) return;
  if (isWrong) control.fokus.setAttribute("aria-invalid", "true");
  else control.fokus.removeAttribute("aria-invalid");
}

export function felruta() {
  return el("div", { class: "felruta", tabindex: "-1", hidden: true, "aria-labelledby": "fel-rubrik" });
}

/** @param {HTMLElement} box @param {Kontroller} kontroller @param {Platsfel[]} faults @param {{titel: (plats: Vag) => string, hoppa: (plats: Vag) => void}} ways */
export function sammanfatta(box, kontroller, faults, ways) {
  // In the order of the page, not of the check.
  const order = [...kontroller.values()];
  const place = (/** @type {Platsfel} */ fel) => order.indexOf(/** @type {Kontroll} */ (kontrollVid(kontroller, fel.plats)));
  const sorted = [...faults].sort((one, other) => place(one) - place(other));
  const count = faults.length === 1 ? "Ett fel att rätta" : `${faults.length} fel att rätta`;
  box.replaceChildren(el("h2", { id: "fel-rubrik" }, count), el("ul", {}, ...sorted.map((fel) => punkt(fel, kontrollVid(kontroller, fel.plats), ways))));
  box.hidden = false;
  box.focus();
  box.scrollIntoView({ block: "start" });
}

/** @param {Platsfel} fel @param {Kontroll | undefined} target @param {{titel: (plats: Vag) => string, hoppa: (plats: Vag) => void}} ways */
function punkt(fel, target, ways) {
  const text = `${ways.titel(fel.plats)}: ${fel.message}`;
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    ways.hoppa(fel.plats);
  };
  return el("li", {}, target ? el("a", { href: `#${target.fokus.id}`, onclick: go }, text) : text);
}

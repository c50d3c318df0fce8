// Elements: any element, and the frame that every question has (title, help, place for a fault). Text enters by
// `textContent`. All other modules of the form that make elements use it.

/** @typedef {(string | number)[]} Vag */
/**
 * @typedef {{data: any, tillstand: any, kontroller: Map<string, Kontroll>, andrad: (path: Vag, isDone: boolean) => void,
 *   sag: (text: string) => void, forslag: import("./suggestions.js").Forslag}} Grund what every question needs to know
 * @typedef {{ruta: HTMLElement, fokus: HTMLElement, fel: HTMLElement, path: Vag}} Kontroll
 */

let numbers = 0;

/** An id that no other element has. */
export const nyttId = () => `f${(numbers += 1)}`;

/** @param {Vag} path */
export const nyckel = (path) => JSON.stringify(path);

/**
 * An element with attributes and children; strings become text.
 * @param {string} tag @param {Record<string, any>} attributes @param {...(Node | string | null | undefined)} children
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined).map((child) => /** @type {Node | string} */ (child)));
  return node;
}

/** @param {string} text @param {() => void} press @param {Record<string, any>} more a quiet button */
export function knapp(text, press, more = {}) {
  return /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "knapp knapp-tyst", onclick: press, ...more }, text));
}

/** @param {string} id of the control that the fault and the help belong to */
export const felrad = (id) => el("p", { class: "fel-text", id: `${id}-fel`, hidden: true });

/** @param {string} id @param {string} text */
export const hjalprad = (id, text) => el("p", { class: "not", id: `${id}-hjalp` }, text);

/** @param {string} id */
export const beskrivs = (id) => `${id}-hjalp ${id}-fel`;

/** @typedef {boolean | "villkor"} Behovs `villkor`: only when something else of its group is filled in */

/** @param {any} regel @param {Behovs} needed @param {boolean} withExample */
export function hjalp(regel, needed, withExample) {
  const first = regel.examples?.[0];
  const example = withExample && first !== undefined && typeof first !== "object" ? ` Till exempel: ${String(first).replace(/\.$/, "")}.` : "";
  const must = needed === "villkor" ? "Behövs om du fyller i något annat här. " : needed ? "Måste fyllas i. " : "";
  return `${must}${regel["x-formular"] ?? regel.description ?? ""}${example}`;
}

/** @param {string} title @param {string} help @param {string} kind */
export function ram(title, help, kind) {
  const id = nyttId();
  const fel = felrad(id);
  const ruta = el("fieldset", { class: `fraga ${kind}`, id, tabindex: "-1", "aria-describedby": beskrivs(id) },
    el("legend", {}, title), hjalprad(id, help), fel);
  return { ruta, fel, id };
}

/** @param {HTMLElement} ruta @param {HTMLElement} fokus @param {HTMLElement} fel @param {Vag} path @param {Grund} g */
export function anmal(ruta, fokus, fel, path, g) {
  g.kontroller.set(nyckel(path), { ruta, fokus, fel, path });
}

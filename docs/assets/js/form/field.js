// A field of the schema -> its question in the form, and what is made of several: groups, and lists that grow. Which kind
// it becomes follows from its rule, never from its name. `formular.js` owns the state; here it is read and written
// through `Grund`.
import { varden } from "../record/violations.js";
import { anmal, el, hjalp, knapp, nyckel, ram } from "./frame.js";
import { enkelt, kryss, kryssrutor } from "./simple.js";
import { hamta, satt } from "./values.js";

/** @typedef {import("./frame.js").Vag} Vag */
/** @typedef {import("./frame.js").Grund} Grund */

/** @param {any} regel @param {Vag} path @param {import("./frame.js").Behovs} needed @param {Grund} g @returns {HTMLElement} */
export function falt(regel, path, needed, g) {
  if (regel.type === "object") return grupp(regel, path, needed, g);
  if (regel.type === "array") return varden(regel.items, g.data) ? kryssrutor(regel, path, needed, g) : lista(regel, path, needed, g);
  if (regel.type === "boolean") return kryss(regel, path, g);
  return enkelt(regel, path, needed, g);
}

/** @param {any} regel @param {Vag} path @param {import("./frame.js").Behovs} needed @param {Grund} g */
function grupp(regel, path, needed, g) {
  const { ruta, fel } = ram(regel.title, hjalp(regel, needed, false), "grupp");
  anmal(ruta, ruta, fel, path, g);
  ruta.append(...inre(regel, path, g, needed === true || "villkor"));
  return ruta;
}

/** @param {any} regel @param {Vag} path @param {Grund} g @param {import("./frame.js").Behovs} required how much its required fields are so */
function inre(regel, path, g, required) {
  /** @type {HTMLElement[]} */
  const out = [];
  let heading = "";
  for (const [name, rule] of Object.entries(regel.properties)) {
    if (rule["x-rubrik"] && rule["x-rubrik"] !== heading) out.push(el("p", { class: "mellanrubrik" }, (heading = rule["x-rubrik"])));
    out.push(falt(rule, [...path, name], (regel.required ?? []).includes(name) && required, g));
  }
  return out;
}

/** @param {any} regel @param {Vag} path @param {import("./frame.js").Behovs} needed @param {Grund} g */
function lista(regel, path, needed, g) {
  const { ruta, fel } = ram(regel.title, hjalp(regel, needed, false), "lista");
  const lista = new Lista(regel, path, g);
  anmal(ruta, lista.lagg, fel, path, g);
  lista.rita();
  ruta.append(lista.rader, el("p", { class: "knappar" }, lista.lagg, lista.angra));
  return ruta;
}

/** Rows and the button that adds one. Everything is drawn anew when a row comes or goes: paths of later rows change. */
class Lista {
  /** @param {any} regel @param {Vag} path @param {Grund} g */
  constructor(regel, path, g) {
    this.regel = regel;
    this.path = path;
    this.g = g;
    this.rader = el("div", { class: "rader" });
    this.lagg = knapp("", () => this.laggTill());
    this.angra = knapp("", () => this.angraBorttag(), { hidden: true });
    /** @type {any[]} */
    this.innan = []; // the rows before one was taken away
  }

  /** @returns {any[]} */
  get alla() {
    return hamta(this.g.tillstand, this.path) ?? [];
  }

  rita() {
    const name = gemen(this.regel.items.title);
    this.glomRader();
    this.rader.replaceChildren(...this.alla.map((_, index) => this.rad(index)));
    this.lagg.textContent = this.alla.length ? `Lägg till ${name} till` : `Lägg till ${name}`;
    this.angra.hidden = true;
    this.lagg.hidden = this.alla.length >= (this.regel.maxItems ?? Infinity);
  }

  /** The controls of rows that are about to be replaced. */
  glomRader() {
    const below = `${nyckel(this.path).slice(0, -1)},`;
    for (const key of [...this.g.kontroller.keys()]) if (key.startsWith(below)) this.g.kontroller.delete(key);
  }

  /** @param {number} index @returns {HTMLElement} */
  rad(index) {
    const { items } = this.regel;
    const title = `${items.title} ${index + 1}`;
    const at = [...this.path, index];
    const remove = knapp("Ta bort", () => this.tabort(index), { class: "knapp knapp-tyst liten", "aria-label": `Ta bort: ${title}` });
    if (items.type !== "object") return el("div", { class: "rad" }, falt({ ...items, title }, at, false, this.g), remove);
    const { ruta, fel } = ram(title, items.description, "rad");
    anmal(ruta, ruta, fel, at, this.g);
    ruta.append(...inre(items, at, this.g, true), remove);
    return ruta;
  }

  laggTill() {
    satt(this.g.tillstand, this.path, [...this.alla, this.regel.items.type === "object" ? {} : ""]);
    this.rita();
    const first = this.rader.lastElementChild?.querySelector("input, select, textarea");
    if (first instanceof HTMLElement) first.focus();
    this.g.andrad(this.path, false);
  }

  /** @param {number} index */
  tabort(index) {
    const title = `${this.regel.items.title} ${index + 1}`;
    const before = this.alla;
    this.bytUt(before.filter((_, other) => other !== index));
    this.innan = before;
    this.angra.textContent = `Ångra: ta tillbaka ${gemen(title)}`;
    this.angra.hidden = false;
    (this.lagg.hidden ? this.angra : this.lagg).focus();
    this.g.sag(`Borttagen: ${title}.`);
  }

  angraBorttag() {
    this.bytUt(this.innan);
    this.lagg.focus();
    this.g.sag("Raden är tillbaka.");
  }

  /** @param {any[]} rows */
  bytUt(rows) {
    satt(this.g.tillstand, this.path, rows.length ? rows : undefined);
    this.rita();
    this.g.andrad(this.path, true);
  }
}

/** @param {string} text first letter small, unless the word is an abbreviation */
function gemen(text) {
  return /^[A-ZÅÄÖ](?![A-ZÅÄÖ])/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

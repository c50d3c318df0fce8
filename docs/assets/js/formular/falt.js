// The controls of the form, made from the schema: one kind of control per kind of rule, whatever the field is called.
// Text enters by `textContent`. `formular.js` owns the state; here it is read and written through `Grund`.
import { varden } from "./kontroll.js";
import { hamta, satt } from "./tillstand.js";

/** @typedef {(string | number)[]} Vag */
/**
 * @typedef {{data: any, tillstand: any, kontroller: Map<string, Kontroll>, andrad: (path: Vag, isDone: boolean) => void,
 *   sag: (text: string) => void}} Grund
 * @typedef {{ruta: HTMLElement, fokus: HTMLElement, fel: HTMLElement, path: Vag}} Kontroll
 */

const LONG = 160; // past this many characters a text gets several lines
let numbers = 0;

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

/** @param {Vag} path */
export const nyckel = (path) => JSON.stringify(path);

/** @param {any} regel @param {Vag} path @param {boolean} needed @param {Grund} g @returns {HTMLElement} */
export function falt(regel, path, needed, g) {
  if (regel.type === "object") return grupp(regel, path, needed, g);
  if (regel.type === "array") return varden(regel.items, g.data) ? kryssrutor(regel, path, needed, g) : lista(regel, path, needed, g);
  if (regel.type === "boolean") return kryss(regel, path, g);
  return enkelt(regel, path, needed, g);
}

/** @param {any} regel @param {boolean} needed @param {boolean} withExample */
function hjalp(regel, needed, withExample) {
  const first = regel.examples?.[0];
  const example = withExample && first !== undefined && typeof first !== "object" ? ` Till exempel: ${String(first).replace(/\.$/, "")}.` : "";
  return `${needed ? "Måste fyllas i. " : ""}${regel["x-formular"] ?? regel.description ?? ""}${example}`;
}

/** @param {HTMLElement} ruta @param {HTMLElement} fokus @param {HTMLElement} fel @param {Vag} path @param {Grund} g */
function anmal(ruta, fokus, fel, path, g) {
  g.kontroller.set(nyckel(path), { ruta, fokus, fel, path });
}

/** @param {any} regel @param {Vag} path @param {boolean} needed @param {Grund} g */
function enkelt(regel, path, needed, g) {
  const id = `f${(numbers += 1)}`;
  const values = varden(regel, g.data);
  const control = /** @type {HTMLInputElement} */ (values ? valjare(values) : inmatning(regel));
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-hjalp ${id}-fel`);
  const now = hamta(g.tillstand, path);
  control.value = now === undefined || now === null ? "" : String(now);
  const fel = el("p", { class: "fel-text", id: `${id}-fel`, hidden: true });
  const explained = values ? el("span", { class: "not" }) : null;
  const explain = () => {
    if (explained) explained.textContent = values?.find((v) => v.const === control.value)?.description ?? "";
  };
  const counter = regel.maxLength && !values && regel.maxLength <= 2000 && regel.maxLength >= 100 ? raknare(regel.maxLength, control, g) : null;
  const write = (/** @type {boolean} */ done) => {
    satt(g.tillstand, path, control.value === "" ? undefined : control.value);
    explain();
    g.andrad(path, done);
  };
  control.addEventListener("input", () => write(false));
  control.addEventListener("change", () => write(true));
  explain();
  const ruta = el("div", { class: "fraga" },
    el("label", { for: id }, regel.title),
    el("p", { class: "not", id: `${id}-hjalp` }, hjalp(regel, needed, !values)),
    fel, control, explained, counter);
  anmal(ruta, control, fel, path, g);
  return ruta;
}

/** @param {any[]} values */
function valjare(values) {
  return el("select", {}, el("option", { value: "" }, "Välj"), ...values.map((v) => el("option", { value: v.const }, v.title)));
}

/** @param {any} regel */
function inmatning(regel) {
  const example = String(regel.examples?.[0] ?? "");
  if (regel.format === "date") return el("input", { type: "date" });
  if (regel.type === "string" && /^\d\d:\d\d$/.test(example)) return el("input", { type: "time" });
  if (regel.type !== "string") return el("input", { type: "text", inputmode: regel.type === "integer" ? "numeric" : "decimal", autocomplete: "off", class: "smal" });
  if (regel.maxLength > LONG && !regel.pattern) return el("textarea", { rows: regel.maxLength > 1000 ? 8 : 3, autocomplete: "off" });
  return el("input", { type: "text", autocomplete: "off", class: regel.maxLength > 60 || !regel.maxLength ? "" : "halv" });
}

/** @param {number} most @param {HTMLInputElement} control @param {Grund} g */
function raknare(most, control, g) {
  const shown = el("p", { class: "not raknare" });
  let timer = 0;
  const say = () => {
    const left = most - [...control.value.trim()].length;
    shown.textContent = left >= 0 ? `${left} tecken kvar.` : `${-left} tecken för mycket.`;
    shown.classList.toggle("for-mycket", left < 0);
    return left;
  };
  control.addEventListener("input", () => {
    const left = say();
    clearTimeout(timer);
    // Spoken after a pause and only near the limit: a voice for every key helps nobody.
    if (left < most / 5) timer = window.setTimeout(() => g.sag(shown.textContent ?? ""), 1000);
  });
  say();
  return shown;
}

/** @param {any} regel @param {Vag} path @param {Grund} g */
function kryss(regel, path, g) {
  const id = `f${(numbers += 1)}`;
  const control = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id, "aria-describedby": `${id}-hjalp ${id}-fel` }));
  const was = hamta(g.tillstand, path);
  control.checked = was === true;
  control.addEventListener("change", () => {
    satt(g.tillstand, path, control.checked ? true : was === false ? false : undefined);
    g.andrad(path, true);
  });
  const fel = el("p", { class: "fel-text", id: `${id}-fel`, hidden: true });
  const ruta = el("div", { class: "fraga" }, el("p", { class: "kryss" }, control, el("label", { for: id }, regel.title)), el("p", { class: "not", id: `${id}-hjalp` }, hjalp(regel, false, false)), fel);
  anmal(ruta, control, fel, path, g);
  return ruta;
}

/** @param {string} title @param {string} help @param {string} kind */
function ram(title, help, kind) {
  const id = `f${(numbers += 1)}`;
  const fel = el("p", { class: "fel-text", id: `${id}-fel`, hidden: true });
  const ruta = el("fieldset", { class: `fraga ${kind}`, id, tabindex: "-1", "aria-describedby": `${id}-hjalp ${id}-fel` },
    el("legend", {}, title), el("p", { class: "not", id: `${id}-hjalp` }, help), fel);
  return { ruta, fel, id };
}

/** @param {any} regel @param {Vag} path @param {boolean} needed @param {Grund} g */
function grupp(regel, path, needed, g) {
  const { ruta, fel } = ram(regel.title, hjalp(regel, needed, false), "grupp");
  anmal(ruta, ruta, fel, path, g);
  ruta.append(...inre(regel, path, g));
  return ruta;
}

/** @param {any} regel @param {Vag} path @param {Grund} g */
function inre(regel, path, g) {
  /** @type {HTMLElement[]} */
  const out = [];
  let heading = "";
  for (const [name, rule] of Object.entries(regel.properties)) {
    if (rule["x-rubrik"] && rule["x-rubrik"] !== heading) out.push(el("p", { class: "mellanrubrik" }, (heading = rule["x-rubrik"])));
    out.push(falt(rule, [...path, name], (regel.required ?? []).includes(name), g));
  }
  return out;
}

/** @param {any} regel @param {Vag} path @param {boolean} needed @param {Grund} g */
function kryssrutor(regel, path, needed, g) {
  const values = varden(regel.items, g.data) ?? [];
  const { ruta, fel, id } = ram(regel.title, hjalp(regel, needed, false), "val");
  const order = el("p", { class: "not", "aria-live": "polite" });
  const chosen = () => /** @type {string[]} */ (hamta(g.tillstand, path) ?? []);
  const tell = () => {
    const titles = chosen().map((slug) => values.find((v) => v.const === slug)?.title ?? slug);
    order.textContent = titles.length > 1 ? `Ordning: ${titles.join(", ")}. Det du kryssar först står först.` : "";
  };
  const rows = values.map((v, index) => {
    const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id: `${id}-${index}`, "aria-describedby": `${id}-${index}-hjalp` }));
    box.checked = chosen().includes(v.const);
    box.addEventListener("change", () => {
      const rest = chosen().filter((slug) => slug !== v.const);
      const now = box.checked ? [...rest, v.const] : rest;
      satt(g.tillstand, path, now.length ? now : undefined);
      tell();
      g.andrad(path, true);
    });
    return el("li", {}, el("span", { class: "kryss" }, box, el("label", { for: `${id}-${index}` }, v.title)), el("span", { class: "not", id: `${id}-${index}-hjalp` }, v.description));
  });
  tell();
  ruta.append(el("ul", { class: "rutor" }, ...rows), order);
  anmal(ruta, /** @type {HTMLElement} */ (ruta.querySelector("input")), fel, path, g);
  return ruta;
}

/** @param {any} regel @param {Vag} path @param {boolean} needed @param {Grund} g */
function lista(regel, path, needed, g) {
  const { ruta, fel } = ram(regel.title, hjalp(regel, needed, false), "lista");
  const name = gemen(regel.items.title);
  const rows = el("div", { class: "rader" });
  const add = /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "knapp knapp-tyst" }));
  const all = () => /** @type {any[]} */ (hamta(g.tillstand, path) ?? []);
  const draw = () => {
    for (const key of [...g.kontroller.keys()]) if (key !== nyckel(path) && key.startsWith(nyckel(path).slice(0, -1) + ",")) g.kontroller.delete(key);
    rows.replaceChildren(...all().map((_, index) => rad(index)));
    add.textContent = all().length ? `Lägg till ${name} till` : `Lägg till ${name}`;
    add.hidden = all().length >= (regel.maxItems ?? Infinity);
  };
  const rad = (/** @type {number} */ index) => {
    const title = `${regel.items.title} ${index + 1}`;
    const at = [...path, index];
    const isGroup = regel.items.type === "object";
    const remove = el("button", { type: "button", class: "knapp knapp-tyst liten", "aria-label": `Ta bort: ${title}`, onclick: () => tabort(index) }, "Ta bort");
    if (!isGroup) return el("div", { class: "rad" }, falt({ ...regel.items, title }, at, false, g), remove);
    const { ruta: row, fel: rowFault } = ram(title, regel.items.description, "rad");
    anmal(row, row, rowFault, at, g);
    row.append(...inre(regel.items, at, g), remove);
    return row;
  };
  const tabort = (/** @type {number} */ index) => {
    const left = all().filter((_, other) => other !== index);
    satt(g.tillstand, path, left.length ? left : undefined);
    draw();
    add.focus();
    g.sag(`Borttagen: ${regel.items.title} ${index + 1}.`);
    g.andrad(path, true);
  };
  add.addEventListener("click", () => {
    satt(g.tillstand, path, [...all(), regel.items.type === "object" ? {} : ""]);
    draw();
    const last = rows.lastElementChild?.querySelector("input, select, textarea");
    if (last instanceof HTMLElement) last.focus();
    g.andrad(path, false);
  });
  anmal(ruta, add, fel, path, g);
  draw();
  ruta.append(rows, add);
  return ruta;
}

/** @param {string} text first letter small, unless the word is an abbreviation */
function gemen(text) {
  return /^[A-ZÅÄÖ](?![A-ZÅÄÖ])/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

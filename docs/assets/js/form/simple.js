// Questions with one answer, and choices to tick: one kind of control per kind of rule, whatever the field is called.
import { varden } from "../record/violations.js";
import { anmal, beskrivs, el, felrad, hjalp, hjalprad, nyttId, ram } from "./frame.js";
import { hamta, satt } from "./values.js";

/** @typedef {import("./frame.js").Vag} Vag */
/** @typedef {import("./frame.js").Grund} Grund */

const LONG = 160; // past this many characters a text gets several lines
const [FEWEST_COUNTED, MOST_COUNTED] = [100, 2000]; // limits between these are counted down while one writes
const PAUSE = 1000; // milliseconds without a key before the count is spoken

/** @param {any} regel @param {Vag} path @param {import("./frame.js").Behovs} needed @param {Grund} g */
export function enkelt(regel, path, needed, g) {
  const id = nyttId();
  const values = varden(regel, g.data);
  const control = values ? valjare(values) : inmatning(regel);
  control.id = id;
  control.setAttribute("aria-describedby", beskrivs(id));
  control.value = String(hamta(g.tillstand, path) ?? "");
  const fel = felrad(id);
  const explained = values ? forklaring(values, control) : forslag(regel, control, g);
  const write = (/** @type {boolean} */ isDone) => {
    satt(g.tillstand, path, control.value === "" ? undefined : control.value);
    g.andrad(path, isDone);
  };
  control.addEventListener("input", () => write(false));
  control.addEventListener("change", () => write(true));
  const ruta = el("div", { class: "fraga" },
    el("label", { for: id }, regel.title), hjalprad(id, hjalp(regel, needed, !values && !regel["x-forslag"])), fel, control, explained,
    isCounted(regel) && !values ? raknare(regel.maxLength, control, g) : null);
  anmal(ruta, control, fel, path, g);
  return ruta;
}

/** @param {any[]} values */
function valjare(values) {
  const options = values.map((v) => el("option", { value: v.const }, v.title));
  return /** @type {HTMLSelectElement} */ (el("select", {}, el("option", { value: "" }, "Välj"), ...options));
}

/** @param {any[]} values @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control what the chosen value means */
function forklaring(values, control) {
  const shown = el("span", { class: "not" });
  const explain = () => {
    shown.textContent = values.find((v) => v.const === control.value)?.description ?? "";
  };
  control.addEventListener("input", explain);
  control.addEventListener("change", explain);
  explain();
  return shown;
}

/** @param {any} regel @param {HTMLElement} control @param {Grund} g */
function forslag(regel, control, g) {
  const kind = regel["x-forslag"];
  return kind && control instanceof HTMLInputElement ? g.forslag.koppla(control, kind, g.sag) : null;
}

/** @param {any} regel @returns {HTMLInputElement | HTMLTextAreaElement} */
function inmatning(regel) {
  const input = (/** @type {object} */ more) => /** @type {HTMLInputElement} */ (el("input", { type: "text", autocomplete: "off", ...more }));
  if (regel.format === "date") return input({ type: "date", autocomplete: null });
  if (isTime(regel)) return input({ type: "time", autocomplete: null });
  if (regel.type !== "string") return input({ inputmode: regel.type === "integer" ? "numeric" : "decimal", class: "smal" });
  if (regel.maxLength > LONG && !regel.pattern) {
    return /** @type {HTMLTextAreaElement} */ (el("textarea", { rows: regel.maxLength > 1000 ? 8 : 3, autocomplete: "off" }));
  }
  return input({ class: regel.maxLength > 60 || !regel.maxLength ? "" : "halv" });
}

/** @param {any} regel */
const isTime = (regel) => regel.type === "string" && /^\d\d:\d\d$/.test(String(regel.examples?.[0] ?? ""));

/** @param {any} regel */
const isCounted = (regel) => regel.maxLength >= FEWEST_COUNTED && regel.maxLength <= MOST_COUNTED;

/** @param {number} most @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control @param {Grund} g */
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
    if (left < most / 5) timer = window.setTimeout(() => g.sag(shown.textContent ?? ""), PAUSE);
  });
  say();
  return shown;
}

/** @param {any} regel @param {Vag} path @param {Grund} g */
export function kryss(regel, path, g) {
  const id = nyttId();
  const control = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id, "aria-describedby": beskrivs(id) }));
  const was = hamta(g.tillstand, path);
  control.checked = was === true;
  control.addEventListener("change", () => {
    satt(g.tillstand, path, control.checked ? true : was === false ? false : undefined);
    g.andrad(path, true);
  });
  const fel = felrad(id);
  const ruta = el("div", { class: "fraga" },
    el("p", { class: "kryss" }, control, el("label", { for: id }, regel.title)), hjalprad(id, hjalp(regel, false, false)), fel);
  anmal(ruta, control, fel, path, g);
  return ruta;
}

/** @param {any} regel @param {Vag} path @param {import("./frame.js").Behovs} needed @param {Grund} g */
export function kryssrutor(regel, path, needed, g) {
  const values = varden(regel.items, g.data) ?? [];
  const { ruta, fel, id } = ram(regel.title, hjalp(regel, needed, false), "val");
  const order = el("p", { class: "not", "aria-live": "polite" });
  const chosen = () => /** @type {string[]} */ (hamta(g.tillstand, path) ?? []);
  const choose = (/** @type {string} */ slug, /** @type {boolean} */ isChosen) => {
    const rest = chosen().filter((other) => other !== slug);
    const now = isChosen ? [...rest, slug] : rest;
    satt(g.tillstand, path, now.length ? now : undefined);
    order.textContent = ordning(now, values);
    g.andrad(path, true);
  };
  order.textContent = ordning(chosen(), values);
  ruta.append(el("ul", { class: "rutor" }, ...values.map((v, index) => ruteval(v, `${id}-${index}`, chosen().includes(v.const), choose))), order);
  anmal(ruta, /** @type {HTMLElement} */ (ruta.querySelector("input")), fel, path, g);
  return ruta;
}

/** @param {any} v @param {string} id @param {boolean} isChosen @param {(slug: string, isChosen: boolean) => void} choose */
function ruteval(v, id, isChosen, choose) {
  const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id, "aria-describedby": `${id}-hjalp` }));
  box.checked = isChosen;
  box.addEventListener("change", () => choose(v.const, box.checked));
  return el("li", {}, el("span", { class: "kryss" }, box, el("label", { for: id }, v.title)), el("span", { class: "not", id: `${id}-hjalp` }, v.description));
}

/** @param {string[]} chosen @param {any[]} values */
function ordning(chosen, values) {
  const titles = chosen.map((slug) => values.find((v) => v.const === slug)?.title ?? slug);
  return titles.length > 1 ? `Ordning: ${titles.join(", ")}. Det du kryssar först står först.` : "";
}

// The form's page: which step is shown, what has been tried, and what follows from what stands in the form. What the form
// asks comes with the page as data; no field is named here. Nothing is sent anywhere: the draft lies in this browser until
// it is cleared.
import { inledning, oversikt, ritaLage, steg, utkastruta } from "./parts.js";
import { el, nyckel } from "./frame.js";
import { falt } from "./field.js";
import { felruta, kontrollVid, markera, sammanfatta } from "./faults.js";
import { Forslag } from "./suggestions.js";
import { filnamn, idfel } from "../record/identity.js";
import { skapaKontroll } from "../record/check.js";
import { Kort } from "./preview.js";
import { Poster } from "./known.js";
import { finnsRad, Slut } from "./last.js";
import { fortsatt, nyPost, Otillganglig, postenMed, Utkast } from "./start.js";
import { iFormularet, rensa } from "./values.js";

/** @typedef {import("./frame.js").Vag} Vag */
/** @typedef {import("./faults.js").Platsfel} Platsfel */
/** @typedef {{post: Record<string, any>, fel: Platsfel[]}} Lage */

const FORMAT = 2;
const LAST = { id: "skicka", titel: "Granska och skicka", text: "Läs igenom. Skicka sedan förslaget: någon läser det innan det visas.", falt: [] };

class Formular {
  /** @param {HTMLElement} root @param {any} data @param {import("./start.js").Start} start */
  constructor(root, data, start) {
    this.data = data;
    this.start = start;
    this.kontroll = skapaKontroll(data);
    this.stada = stadning(data);
    /** @type {Set<string>} */
    this.provade = new Set(); // steps that have been left or looked through: their faults are told
    /** @type {Set<string>} */
    this.rorda = new Set(); // fields that have been changed
    this.utkast = new Utkast(location.pathname, location.search);
    this.sparat = this.utkast.hamta();
    this.tillstand = fortsatt(this.sparat, start.from);
    this.namn = start.id ? "" : (this.sparat?.namn ?? "");
    /** @type {import("./faults.js").Kontroller} */
    this.kontroller = new Map();
    this.status = el("p", { class: "dold", role: "status" });
    this.sammanfattning = felruta();
    this.kort = new Kort(data);
    this.poster = new Poster(new URL(data.kanda, location.href).href, FORMAT);
    this.forslag = new Forslag({ post: () => this.andraPoster(), falt: async () => this.ifylldaFalt() }, data);
    this.slut = new Slut({
      data, start, poster: this.poster, namn: () => this.namn, sattNamn: (name) => this.sattNamn(name),
      rensa: () => this.rensaUtkast(), sag: (text) => this.sag(text),
    });
    this.steg = this.byggSteg();
    this.nu = this.steg[0];
    this.visaDelar(root);
    this.visa(this.steget(), false);
    window.addEventListener("hashchange", () => this.visa(this.steget(), true));
  }

  /** @param {HTMLElement} root */
  visaDelar(root) {
    const form = el("form", { novalidate: true, autocomplete: "off", onsubmit: (/** @type {Event} */ event) => event.preventDefault() }, ...this.steg.map((s) => s.sektion));
    root.replaceChildren(inledning(this.start.id ? this.kallas(this.start.from) : null), this.sammanfattning, oversikt(this.steg), form, this.kort.sektion,
      utkastruta(this.sparat?.tid, this.utkast, (post) => this.kallas(post), () => this.rensaUtkast()), this.status, ...Object.values(this.forslag.listor));
  }

  byggSteg() {
    const { properties, required } = this.data.regel;
    const g = this.grund();
    const parts = (/** @type {string[]} */ names) => names.map((name) => falt(properties[name], [name], required.includes(name), g));
    const all = [...this.data.steg, LAST];
    return all.map((del, index) => steg(del, index, del === LAST ? [this.slut.ruta] : parts(del.falt), {
      tillbaka: index ? () => this.ga(-1) : undefined,
      vidare: del === LAST ? undefined : () => this.vidare(),
      // Who corrects one thing need not walk through all the steps.
      slut: del === LAST || !this.start.id ? undefined : () => this.tillSlut(),
    }));
  }

  /** @param {any} post */
  kallas(post) {
    return String(post?.[this.data.fil.id] ?? "") || "en verksamhet utan namn";
  }

  tillSlut() {
    location.hash = `steg-${LAST.id}`;
  }

  /** @returns {import("./frame.js").Grund} */
  grund() {
    return {
      data: this.data, tillstand: this.tillstand, kontroller: this.kontroller,
      andrad: (path, isDone) => this.andrad(path, isDone),
      sag: (text) => this.sag(text),
      forslag: this.forslag,
    };
  }

  /** @returns {Promise<import("./suggestions.js").Val[] | null>} records to point at: all but this one */
  async andraPoster() {
    const known = await this.poster.hamta();
    return known && known.poster.filter((post) => post.id !== this.start.id).map(({ id, namn, mer }) => ({ varde: id, namn, mer }));
  }

  /** @returns {import("./suggestions.js").Val[]} fields to point at: those that are filled in */
  ifylldaFalt() {
    const { post } = this.lage();
    const { properties } = this.data.regel;
    return Object.keys(properties).filter((name) => Object.hasOwn(post, name)).map((name) => ({ varde: name, namn: properties[name].title, mer: "" }));
  }

  steget() {
    const wanted = location.hash.replace(/^#steg-/, "");
    return this.steg.find((s) => s.id === wanted) ?? this.steg[0];
  }

  /** @param {number} by */
  ga(by) {
    location.hash = `steg-${this.steg[this.steg.indexOf(this.nu) + by].id}`;
  }

  vidare() {
    this.provade.add(this.nu.id);
    const faults = this.rita().fel.filter((fel) => this.hor(this.nu, fel));
    if (faults.length) this.berattaFel(faults);
    else this.ga(1);
  }

  /** @param {import("./parts.js").Steg} now @param {boolean} focus */
  visa(now, focus) {
    this.nu = now;
    for (const s of this.steg) s.sektion.hidden = s !== now;
    this.sammanfattning.hidden = true;
    const isLast = now.id === LAST.id;
    if (isLast) for (const s of this.steg) this.provade.add(s.id);
    const { fel } = this.rita();
    if (isLast && fel.length) this.berattaFel(fel);
    else if (focus) now.sektion.querySelector("h2")?.focus();
  }

  /** @param {Vag} path @param {boolean} isDone */
  andrad(path, isDone) {
    if (isDone) this.rorda.add(nyckel(path));
    if (isDone && !this.start.id && path.length === 1 && path[0] === this.data.fil.id) this.seEfter(path);
    this.utkast.spara(this.tillstand, this.namn, this.start.from);
    this.rita();
  }

  /** @param {Vag} path of what the new file is named after: better told now than after all the steps */
  async seEfter(path) {
    const known = await this.poster.hamta();
    const control = kontrollVid(this.kontroller, path);
    const name = String(this.lage().post[this.data.fil.id] ?? "");
    const found = name && known && idfel(filnamn(name, this.data.identitet.utan), known, this.data.identitet);
    control?.ruta.querySelector(".finns")?.remove();
    if (!found || !found.finns) return;
    const line = finnsRad(known, found.finns);
    control?.ruta.append(line);
    this.sag(line.textContent ?? "");
  }

  /** @param {string} name of the new file */
  sattNamn(name) {
    this.namn = name;
    this.utkast.spara(this.tillstand, this.namn, this.start.from);
  }

  /** @returns {Lage} */
  lage() {
    const { varde, karta } = rensa(this.tillstand, this.data.regel, this.stada);
    const post = varde ?? {};
    return { post, fel: this.kontroll(post).map(({ code, message, mal }) => ({ code, message, plats: iFormularet(mal, karta) })) };
  }

  /** Everything that follows from what stands in the form. */
  rita() {
    const lage = this.lage();
    markera(this.kontroller, lage.fel.filter((fel) => this.farBerattas(fel)));
    for (const s of this.steg) ritaLage(s, this.stegetsLage(s, lage));
    this.kort.rita(lage.post);
    if (this.nu.id === LAST.id) this.slut.rita(lage.post, lage.fel.length);
    return lage;
  }

  /** @param {import("./parts.js").Steg} s @param {Platsfel} fel */
  hor(s, fel) {
    return s.falt.includes(String(fel.plats[0]));
  }

  /** @param {Platsfel} fel nobody is told of a fault before they had a chance to write */
  farBerattas(fel) {
    const control = kontrollVid(this.kontroller, fel.plats);
    return (control !== undefined && this.rorda.has(nyckel(control.path))) || this.steg.some((s) => this.provade.has(s.id) && this.hor(s, fel));
  }

  /** @param {import("./parts.js").Steg} s @param {Lage} lage */
  stegetsLage(s, lage) {
    const wrong = lage.fel.filter((fel) => this.hor(s, fel)).length;
    const filled = s.falt.filter((name) => Object.hasOwn(lage.post, name)).length;
    return { fel: this.provade.has(s.id) ? wrong : 0, ifyllda: filled, isNow: s === this.nu };
  }

  /** @param {Platsfel[]} faults */
  berattaFel(faults) {
    const titel = (/** @type {Vag} */ plats) => this.data.regel.properties[plats[0]]?.title ?? String(plats[0] ?? "");
    sammanfatta(this.sammanfattning, this.kontroller, faults, { titel, hoppa: (plats) => this.hoppa(plats) });
  }

  /** @param {Vag} plats */
  hoppa(plats) {
    const s = this.steg.find((one) => one.falt.includes(String(plats[0])));
    if (s && s !== this.nu) {
      history.pushState(null, "", `#steg-${s.id}`);
      this.visa(s, false);
    }
    const control = kontrollVid(this.kontroller, plats);
    control?.ruta.scrollIntoView({ block: "center" });
    control?.fokus.focus();
  }

  rensaUtkast() {
    this.utkast.rensa();
    history.replaceState(null, "", location.pathname + location.search);
    location.reload();
  }

  /** @param {string} text for ears only */
  sag(text) {
    this.status.textContent = text;
  }
}

/** @param {any} data how typed text becomes the file's */
function stadning(data) {
  const folded = Object.keys(data.form.vik).map((name) => data.regel.properties[name]);
  return { forbjudna: new RegExp(data.forbjudna, "gu"), stycken: (/** @type {any} */ regel) => folded.includes(regel) };
}

/** @param {HTMLElement} root @param {any} data */
async function oppna(root, data) {
  if (data.format !== FORMAT) return;
  const query = new URLSearchParams(location.search);
  const id = query.get("post") ?? "";
  document.querySelector("[data-utan-skript]")?.remove();
  root.hidden = false;
  try {
    if (id) root.replaceChildren(el("p", { role: "status" }, "Hämtar uppgifterna …"));
    const address = new URL(`${root.dataset.rot ?? ""}${data.poster}${id}/post.yml`, location.href).href;
    new Formular(root, data, id ? await postenMed(id, address) : nyPost(query, data));
  } catch (error) {
    if (!(error instanceof Otillganglig)) throw error;
    root.replaceChildren(el("p", { class: "felruta", role: "alert" }, error.message), el("p", {}, el("a", { href: "../" }, "Lägg till eller rätta")));
  }
}

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-formular]"));
const raw = document.querySelector("[data-formular-data]")?.textContent;
if (root && raw) oppna(root, JSON.parse(raw));

// The form's page: steps, draft, checks, preview and the ways out. What the form asks comes with the page as data; no
// field is named here. Nothing is sent anywhere: the draft lies in this browser until it is cleared.
import { el, falt, nyckel } from "./falt.js";
import { lika, skapaKontroll } from "./kontroll.js";
import { las } from "./las.js";
import { ratta } from "./rad.js";
import { arFilnamn, filnamn, skillnad, utgangar } from "./skicka.js";
import { iFormularet, rensa } from "./tillstand.js";
import { aktualitet, svensktDatum } from "./visning.js";
import { skriv } from "./yaml.js";

/** @typedef {import("./falt.js").Vag} Vag */
/** @typedef {{post: any, karta: import("./tillstand.js").Karta, fel: {code: string, message: string, plats: Vag}[]}} Lage */

const FORMAT = 1;
const LAST = "skicka";

/** @param {HTMLElement} root @param {any} data */
async function start(root, data) {
  if (data.format !== FORMAT) return;
  const query = new URLSearchParams(location.search);
  const id = query.get("post") ?? "";
  document.querySelector("[data-utan-skript]")?.remove();
  root.hidden = false;
  /** @type {string | null} */
  let old = null;
  let from = {};
  if (id) {
    root.replaceChildren(el("p", { role: "status" }, "Hämtar uppgifterna …"));
    try {
      old = await hamtaPost(root.dataset.rot ?? "", data.poster, id);
      from = las(old).data;
    } catch {
      const words = old === null ? "Verksamheten gick inte att hämta. Kontrollera länken." : "Filen är skriven på ett sätt som formuläret inte kan läsa. Rätta den för hand, eller säg till den som sköter katalogen.";
      root.replaceChildren(el("p", { class: "felruta", role: "alert" }, words), el("p", {}, el("a", { href: "../" }, "Lägg till eller rätta")));
      return;
    }
  }
  new Formular(root, data, { id, old, from: id ? from : ifyllt(query, data) });
}

/** @param {string} rot @param {string} folder @param {string} id */
async function hamtaPost(rot, folder, id) {
  if (!arFilnamn(id)) throw new Error("id");
  const answer = await fetch(new URL(`${rot}${folder}${id}/post.yml`, location.href));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/** @param {URLSearchParams} query @param {any} data what a link fills in: an area or a need that somebody could meet */
function ifyllt(query, data) {
  /** @type {Record<string, any>} */
  const post = {};
  for (const [word, name] of Object.entries(data.fyll)) {
    const value = query.get(word);
    const rule = data.regel.properties[name];
    const values = data.vokabular[(rule.items ?? rule)["x-vokabular"]] ?? [];
    if (value && values.some((/** @type {any} */ v) => v.const === value)) Object.assign(post, data.planerad, { [name]: rule.items ? [value] : value });
  }
  return post;
}

class Formular {
  /** @param {HTMLElement} root @param {any} data @param {{id: string, old: string | null, from: any}} start */
  constructor(root, data, start) {
    this.data = data;
    this.start = start;
    this.kontroll = skapaKontroll(data);
    this.forbjudna = new RegExp(data.forbjudna, "gu");
    this.key = `hitta-formular${location.pathname}${location.search}`;
    this.provade = new Set();
    this.rorda = new Set();
    this.saved = utkast(this.key);
    this.tillstand = this.saved?.tillstand ?? structuredClone(start.from);
    this.namn = start.id || (this.saved?.namn ?? "");
    /** @type {Map<string, import("./falt.js").Kontroll>} */
    this.kontroller = new Map();
    this.status = el("p", { class: "dold", role: "status" });
    this.toast = el("p", { class: "besked", role: "status" });
    this.bygg(root);
    window.addEventListener("hashchange", () => this.visa(this.steget(), true));
    this.visa(this.steget(), false);
  }

  /** @param {HTMLElement} root */
  bygg(root) {
    const g = {
      data: this.data, tillstand: this.tillstand, kontroller: this.kontroller,
      andrad: (/** @type {Vag} */ path, /** @type {boolean} */ done) => this.andrad(path, done),
      sag: (/** @type {string} */ text) => this.sag(text),
    };
    const required = this.data.regel.required;
    this.steg = [
      ...this.data.steg.map((/** @type {any} */ s) => {
        const parts = s.falt.map((/** @type {string} */ name) => falt(this.data.regel.properties[name], [name], required.includes(name), g));
        return { ...s, sektion: this.sektion(s.id, s.titel, s.text, parts) };
      }),
      { id: LAST, titel: "Granska och skicka", text: "Läs igenom. Skicka sedan förslaget: någon läser det innan det visas.", falt: [], sektion: null },
    ];
    this.slut = el("div", {});
    this.steg.at(-1).sektion = this.sektion(LAST, this.steg.at(-1).titel, this.steg.at(-1).text, [this.slut]);
    for (const [index, s] of this.steg.entries()) {
      s.lank = el("a", { href: `#steg-${s.id}` }, `${index + 1}. ${s.titel}`);
      s.lage = el("span", { class: "not" });
    }
    this.oversikt = el("ol", { class: "steg" }, ...this.steg.map((/** @type {any} */ s) => el("li", {}, s.lank, s.lage)));
    this.sammanfattning = el("div", { class: "felruta", tabindex: "-1", hidden: true, "aria-labelledby": "fel-rubrik" });
    this.forhandsvisning = el("ul", { class: "kortlista" });
    this.rad = el("p", { class: "aktualitet" });
    const form = el("form", { novalidate: true, autocomplete: "off", onsubmit: (/** @type {Event} */ event) => event.preventDefault() }, ...this.steg.map((s) => s.sektion));
    root.replaceChildren(
      this.inledning(), this.sammanfattning, el("nav", { "aria-label": "Delar av formuläret" }, this.oversikt), form,
      el("section", { class: "forhandsvisning", "aria-labelledby": "forhand" }, el("h2", { id: "forhand" }, "Så ser läsaren det"), this.forhandsvisning, this.rad),
      this.utkastruta(), this.status);
    this.rita();
  }

  inledning() {
    const title = document.querySelector("[data-rubrik]");
    if (title) title.textContent = this.start.id ? "Rätta uppgifterna" : "Lägg till en verksamhet";
    const text = this.start.id
      ? "Ändra det som är fel. Det du inte rör står kvar som det är."
      : "Fyll i det du vet. Det du lämnar tomt visas som okänt.";
    return el("div", {}, el("p", { class: "ingress" }, text),
      el("p", {}, "Skriv aldrig om personer: inga namn, mobilnummer eller personlig e-post. Formuläret kontrollerar mallen och personuppgifter medan du skriver. Fler kontroller görs när förslaget har kommit in."));
  }

  utkastruta() {
    const text = el("p", {}, this.saved ? `Vi hämtade ditt utkast från ${klocka(this.saved.tid)}. ` : "", "Det du skriver sparas som utkast i den här webbläsaren. Det ligger kvar tills du rensar det. Ingenting skickas förrän du själv skickar.");
    const clear = el("button", { type: "button", class: "knapp knapp-tyst", onclick: () => this.rensaUtkast() }, "Rensa utkastet (på en delad dator)");
    return el("section", { class: "utkast", "aria-label": "Utkast" }, text, clear);
  }

  /** @param {string} id @param {string} titel @param {string} text @param {HTMLElement[]} parts */
  sektion(id, titel, text, parts) {
    const knappar = el("p", { class: "knappar" });
    if (id !== this.data.steg[0].id) knappar.append(el("button", { type: "button", class: "knapp knapp-tyst", onclick: () => this.ga(-1) }, "Tillbaka"));
    if (id !== LAST) knappar.append(el("button", { type: "button", class: "knapp", onclick: () => this.vidare() }, "Fortsätt"));
    return el("section", { class: "formsteg", hidden: true, "data-steg": id, "aria-labelledby": `rubrik-${id}` },
      el("h2", { id: `rubrik-${id}`, tabindex: "-1" }, titel), el("p", {}, text), ...parts, knappar);
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
    const faults = this.rita().fel.filter((fel) => this.nu.falt.includes(fel.plats[0]));
    if (faults.length) this.berattaFel(faults);
    else this.ga(1);
  }

  /** @param {any} steg @param {boolean} focus */
  visa(steg, focus) {
    this.nu = steg;
    for (const s of this.steg) s.sektion.hidden = s !== steg;
    this.sammanfattning.hidden = true;
    if (steg.id === LAST) for (const s of this.steg) this.provade.add(s.id);
    const lage = this.rita();
    if (steg.id === LAST && lage.fel.length) this.berattaFel(lage.fel);
    else if (focus) steg.sektion.querySelector("h2")?.focus();
  }

  /** @param {Vag} path @param {boolean} done */
  andrad(path, done) {
    if (done) this.rorda.add(nyckel(path));
    spara(this.key, { format: FORMAT, tid: new Date().toISOString(), tillstand: this.tillstand, namn: this.start.id ? "" : this.namn });
    this.rita();
  }

  /** @returns {Lage} */
  lage() {
    const val = { forbjudna: this.forbjudna, stycken: (/** @type {any} */ regel) => Object.keys(this.data.form.vik).some((name) => this.data.regel.properties[name] === regel) };
    const { varde, karta } = rensa(this.tillstand, this.data.regel, val);
    const post = varde ?? {};
    const fel = this.kontroll(post).map(({ code, message, mal }) => ({ code, message, plats: iFormularet(mal, karta) }));
    return { post, karta, fel };
  }

  /** Everything that follows from what stands in the form. */
  rita() {
    const lage = this.lage();
    this.ritaFel(lage.fel);
    this.ritaOversikt(lage);
    this.ritaKort(lage.post);
    if (this.nu?.id === LAST) this.ritaSlut(lage);
    return lage;
  }

  /** @param {{message: string, plats: Vag}[]} faults */
  ritaFel(faults) {
    /** @type {Map<any, string[]>} */
    const shown = new Map();
    for (const fel of faults) {
      const control = this.kontrollVid(fel.plats);
      const isTried = this.steg.some((s) => this.provade.has(s.id) && s.falt.includes(fel.plats[0]));
      if (control && (isTried || this.rorda.has(nyckel(control.path)))) shown.set(control, [...(shown.get(control) ?? []), fel.message]);
    }
    for (const control of this.kontroller.values()) {
      const messages = shown.get(control) ?? [];
      control.fel.hidden = !messages.length;
      control.fel.replaceChildren(...(messages.length ? [el("span", { class: "dold" }, "Fel: "), messages.join(" ")] : []));
      control.ruta.classList.toggle("har-fel", messages.length > 0);
      if (control.fokus.matches("input, select, textarea")) control.fokus.toggleAttribute("aria-invalid", false);
      if (messages.length && control.fokus.matches("input, select, textarea")) control.fokus.setAttribute("aria-invalid", "true");
    }
  }

  /** @param {Vag} plats the control that stands nearest to a place */
  kontrollVid(plats) {
    for (let path = plats; path.length; path = path.slice(0, -1)) {
      const found = this.kontroller.get(nyckel(path));
      if (found) return found;
    }
    return undefined;
  }

  /** @param {{message: string, plats: Vag}[]} faults GOV.UK's pattern: a summary at the top, focus there, links down */
  berattaFel(faults) {
    // In the order of the page, not of the check.
    const order = [...this.kontroller.values()];
    const place = (/** @type {Vag} */ plats) => order.indexOf(/** @type {any} */ (this.kontrollVid(plats)));
    const items = [...faults].sort((one, other) => place(one.plats) - place(other.plats)).map((fel) => {
      const target = this.kontrollVid(fel.plats);
      const title = this.data.regel.properties[fel.plats[0]]?.title ?? String(fel.plats[0] ?? "");
      const go = (/** @type {Event} */ event) => {
        event.preventDefault();
        this.hoppa(fel.plats);
      };
      return el("li", {}, target ? el("a", { href: `#${target.fokus.id}`, onclick: go }, `${title}: ${fel.message}`) : `${title}: ${fel.message}`);
    });
    const count = faults.length === 1 ? "Ett fel att rätta" : `${faults.length} fel att rätta`;
    this.sammanfattning.replaceChildren(el("h2", { id: "fel-rubrik" }, count), el("ul", {}, ...items));
    this.sammanfattning.hidden = false;
    this.sammanfattning.focus();
    this.sammanfattning.scrollIntoView({ block: "start" });
  }

  /** @param {Vag} plats */
  hoppa(plats) {
    const steg = this.steg.find((s) => s.falt.includes(plats[0]));
    if (steg && steg !== this.nu) {
      history.pushState(null, "", `#steg-${steg.id}`);
      this.visa(steg, false);
    }
    const control = this.kontrollVid(plats);
    control?.ruta.scrollIntoView({ block: "center" });
    control?.fokus.focus();
  }

  /** @param {Lage} lage */
  ritaOversikt(lage) {
    // In place: a link that is replaced while it is being pressed loses its click.
    for (const s of this.steg) {
      const wrong = lage.fel.filter((fel) => s.falt.includes(fel.plats[0])).length;
      const filled = s.falt.filter((/** @type {string} */ name) => Object.hasOwn(lage.post, name)).length;
      const isWrong = this.provade.has(s.id) && wrong > 0;
      s.lage.textContent = isWrong ? `${wrong} fel` : filled ? `${filled} av ${s.falt.length} ifyllda` : "";
      s.lage.classList.toggle("for-mycket", isWrong);
      if (s === this.nu) s.lank.setAttribute("aria-current", "step");
      else s.lank.removeAttribute("aria-current");
    }
  }

  /** @param {string} name @param {string} slug of the vocabulary that a field's values come from @param {any} [regel] */
  etikett(name, slug, regel = this.data.regel.properties[name]) {
    const rule = regel?.items && !regel.items.properties ? regel.items : regel;
    return this.data.vokabular[rule?.["x-vokabular"]]?.find((/** @type {any} */ v) => v.const === slug)?.title ?? slug;
  }

  /** @param {any} post the card of the lists, with the same classes */
  ritaKort(post) {
    const { kort } = this.data;
    const fresh = aktualitet(post, this.data.aktualitet, idag());
    const facts = el("dl", { class: "kort-fakta" });
    const place = post[kort.var.falt];
    const more = place === kort.var.utom ? (post[kort.var.mer] ?? []).map((/** @type {string} */ slug) => this.etikett(kort.var.mer, slug)) : [];
    if (place) facts.append(el("div", {}, el("dt", {}, kort.var.etikett), el("dd", {}, this.etikett(kort.var.falt, place) + (more.length ? `: ${more.join(", ")}` : ""))));
    const way = post[kort.hur.falt]?.[0]?.[kort.hur.inre];
    if (way) facts.append(el("div", {}, el("dt", {}, kort.hur.etikett), el("dd", {}, this.etikett("", way, this.data.regel.properties[kort.hur.falt].items.properties[kort.hur.inre]))));
    const when = fresh.datum ? `, ${svensktDatum(fresh.datum, this.data.aktualitet.manader)}` : fresh.ar ? `, uppgifter från ${fresh.ar}` : "";
    this.forhandsvisning.replaceChildren(el("li", { class: "kort" },
      el("h3", {}, String(post[kort.namn] ?? "Namnet står här")), el("p", {}, String(post[kort.text] ?? "Sammanfattningen står här.")),
      facts.childElementCount ? facts : null,
      el("p", { class: `aktualitet aktualitet-${fresh.niva}` }, el("strong", { class: "aktualitet-ord" }, fresh.etikett), when)));
    this.rad.className = `aktualitet aktualitet-${fresh.niva}`;
    this.rad.replaceChildren(el("strong", { class: "aktualitet-ord" }, `${this.data.aktualitet.etiketter[fresh.niva]}.`), " ", el("span", { class: "aktualitet-text" }, fresh.text));
  }

  /** @param {Lage} lage */
  ritaSlut(lage) {
    if (lage.fel.length) {
      const count = lage.fel.length === 1 ? "ett fel" : `${lage.fel.length} fel`;
      this.slut?.replaceChildren(el("p", { class: "stopp" }, `Formuläret har ${count} att rätta. När de är rättade kan du skicka här.`));
      return;
    }
    const { fil } = this.data;
    const folder = String((this.start.id ? this.start.from : lage.post)[fil.mapp]);
    const made = this.namn || filnamn(String(lage.post[fil.id]));
    const result = this.start.old === null ? { text: skriv(lage.post, this.data.regel, this.data.form), hel: false } : ratta(this.start.old, lage.post, this.data.regel, this.data.form);
    const ways = el("div", {});
    const draw = (/** @type {string} */ name) => {
      const file = `${name}.yml`;
      const proposal = { stig: `${fil.rot}${folder}/${file}`, namn: file, text: result.text, gammal: this.start.old, id: name, titel: String(lage.post[fil.id]) };
      ways.replaceChildren(el("p", {}, "Filen: ", el("code", {}, proposal.stig)), utgangar(proposal, this.data.skicka, (text) => this.besked(text)), this.toast, this.klart());
    };
    const isSame = this.start.old !== null && lika(lage.post, las(this.start.old).data);
    if (isSame) {
      this.slut?.replaceChildren(el("p", { class: "stopp" }, "Inget är ändrat än. Gå till den del som du vill rätta."));
      return;
    }
    draw(made);
    const parts = [el("p", { class: "bra" }, "Mallen och kontrollen av personuppgifter säger ja. Andra regler och varningar visas i förslaget.")];
    if (this.start.old === null) parts.push(this.filfalt(made, draw));
    else {
      parts.push(el("h3", {}, "Det här ändras"), el("pre", { tabindex: "0", "aria-label": "Det här ändras" }, el("code", {}, skillnad(this.start.old, result.text).join("\n"))));
      if (result.hel) parts.push(el("p", { class: "not" }, "Filen skrivs om helt. Kommentarer i den följer inte med."));
      const moved = lage.post[fil.mapp];
      if (moved !== folder) parts.push(el("p", {}, `Filen ska också flyttas till mappen ${fil.rot}${moved}/.`));
    }
    parts.push(ways, el("h3", {}, "Texten"), el("pre", { tabindex: "0", "aria-label": "Texten", "data-resultat": "" }, el("code", {}, result.text)));
    this.slut?.replaceChildren(...parts);
  }

  /** @param {string} made @param {(name: string) => void} draw */
  filfalt(made, draw) {
    const fault = el("p", { class: "fel-text", id: "filnamn-fel", hidden: true }, "Skriv små bokstäver a–z, siffror och bindestreck, högst 60 tecken.");
    const input = /** @type {HTMLInputElement} */ (el("input", { type: "text", id: "filnamn", autocomplete: "off", "aria-describedby": "filnamn-hjalp filnamn-fel" }));
    input.value = made;
    input.addEventListener("input", () => {
      const isRight = arFilnamn(input.value);
      fault.hidden = isRight;
      input.setAttribute("aria-invalid", String(!isRight));
      if (!isRight) return;
      this.namn = input.value;
      spara(this.key, { format: FORMAT, tid: new Date().toISOString(), tillstand: this.tillstand, namn: this.namn });
      draw(input.value);
    });
    return el("div", { class: "fraga" }, el("label", { for: "filnamn" }, "Filens namn"), el("p", { class: "not", id: "filnamn-hjalp" }, "Det blir också sidans adress. Små bokstäver a–z, siffror och bindestreck."), fault, input);
  }

  klart() {
    return el("p", {}, el("button", { type: "button", class: "knapp knapp-tyst", onclick: () => this.rensaUtkast() }, "Jag har skickat: ta bort utkastet"));
  }

  rensaUtkast() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // nothing was stored
    }
    history.replaceState(null, "", location.pathname + location.search);
    location.reload();
  }

  /** @param {string} text for ears only */
  sag(text) {
    this.status.textContent = text;
  }

  /** @param {string} text */
  besked(text) {
    this.toast.textContent = text;
  }
}

function idag() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** @param {string} tid */
function klocka(tid) {
  return new Date(tid).toLocaleString("sv-SE", { dateStyle: "long", timeStyle: "short" });
}

/** @param {string} key @returns {any} */
function utkast(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "null");
    return found?.format === FORMAT ? found : null;
  } catch {
    return null;
  }
}

/** @param {string} key @param {any} value */
function spara(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that stores nothing still fills in and sends the form.
  }
}

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-formular]"));
const raw = document.querySelector("[data-formular-data]")?.textContent;
if (root && raw) start(root, JSON.parse(raw));

// The last step: what the file will be, what changes, and the ways to send it.
import { tabort } from "./parts.js";
import { el } from "./frame.js";
import { filnamn, idfel } from "../record/identity.js";
import { las } from "../record/read.js";
import { lika } from "../record/likeness.js";
import { kallas } from "./known.js";
import { ratta } from "../record/patch.js";
import { skillnad, utgangar } from "./send.js";
import { skriv } from "../record/write.js";

/** @typedef {{text: string, hel: boolean}} Resultat */
/**
 * @typedef {{data: any, start: import("./start.js").Start, poster: import("./known.js").Poster, namn: () => string,
 *   sattNamn: (name: string) => void, rensa: () => void, sag: (text: string) => void}} Sammanhang what the last step needs
 */

/** The last step's content; `rita` fills it anew. */
export class Slut {
  /** @param {Sammanhang} s */
  constructor(s) {
    this.s = s;
    this.ruta = el("div", {});
    this.vagar = el("div", {});
    this.bra = el("p", { class: "bra" }, "Vi hittade inga fel. Fler kontroller görs när förslaget har kommit in.");
    this.besked = el("p", { class: "besked", role: "status" });
  }

  /** @param {Record<string, any>} post @param {number} faults */
  rita(post, faults) {
    const { old } = this.s.start;
    if (faults) this.stopp(`Formuläret har ${faults === 1 ? "ett fel" : `${faults} fel`} att rätta. När de är rättade kan du skicka här.`);
    else if (old !== null && lika(post, las(old).data)) this.stopp("Inget är ändrat än. Gå till den del som du vill rätta.");
    else this.forslag(post);
  }

  /** @param {string} text */
  stopp(text) {
    this.ruta.replaceChildren(el("p", { class: "stopp" }, text));
  }

  /** @param {Record<string, any>} post */
  forslag(post) {
    const { data, start } = this.s;
    const result = start.old === null ? { text: skriv(post, data.regel, data.form), hel: false } : ratta(start.old, post, data.regel, data.form);
    this.vagar.replaceChildren();
    this.ruta.replaceChildren(
      this.bra,
      ...(start.old === null ? [this.filfalt(post, result)] : this.andringar(start.old, post, result)),
      this.vagar, el("h3", {}, "Texten"), textruta("Texten", result.text, { "data-resultat": "" }));
    if (start.id) this.ritaVagar(start.id, post, result);
  }

  /** @param {string} old @param {Record<string, any>} post @param {Resultat} result */
  andringar(old, post, result) {
    const { fil } = this.s.data;
    const parts = [el("h3", {}, "Det här ändras"), textruta("Det här ändras", skillnad(old, result.text).join("\n"))];
    if (result.hel) parts.push(el("p", { class: "not" }, "Filen skrivs om helt. Kommentarer i den följer inte med."));
    const moved = post[fil.mapp];
    if (moved !== this.mapp(post)) parts.push(el("p", {}, `Filen ska också flyttas till mappen ${fil.rot}${moved}/.`));
    return parts;
  }

  /** @param {Record<string, any>} post where the file lies today, or will lie */
  mapp(post) {
    const { data, start } = this.s;
    return String((start.id ? start.from : post)[data.fil.mapp]);
  }

  /** @param {string} name @param {Record<string, any>} post @param {Resultat} result */
  ritaVagar(name, post, result) {
    const { data, start } = this.s;
    const file = `${name}.yml`;
    const proposal = { stig: `${data.fil.rot}${this.mapp(post)}/${file}`, namn: file, text: result.text, gammal: start.old, id: name, titel: String(post[data.fil.id]) };
    const tell = (/** @type {string} */ text) => {
      this.besked.textContent = text;
    };
    this.vagar.replaceChildren(el("p", {}, "Filen: ", el("code", {}, proposal.stig)), utgangar(proposal, data.skicka, tell), this.besked,
      tabort("Jag har skickat: ta bort utkastet", this.s.rensa));
  }

  /** @param {Record<string, any>} post @param {Resultat} result the new file's name, and below it the ways as soon as the name will do */
  filfalt(post, result) {
    const { data, namn, sattNamn } = this.s;
    const fault = el("div", { class: "fel-text", id: "filnamn-fel", hidden: true });
    const input = /** @type {HTMLInputElement} */ (el("input", { type: "text", id: "filnamn", autocomplete: "off", "aria-describedby": "filnamn-hjalp filnamn-fel" }));
    const box = el("div", { class: "fraga" }, el("label", { for: "filnamn" }, "Filens namn"), el("p", { class: "not", id: "filnamn-hjalp" }, "Det blir också sidans adress. Små bokstäver a–z, siffror och bindestreck."), fault, input);
    input.value = namn() || filnamn(String(post[data.fil.id]), data.identitet.utan);
    const judge = () => this.prova(input, fault, post, result);
    input.addEventListener("input", () => {
      sattNamn(skrivet(input));
      judge();
    });
    judge();
    return box;
  }

  /** @param {HTMLInputElement} input @param {HTMLElement} fault @param {Record<string, any>} post @param {Resultat} result */
  async prova(input, fault, post, result) {
    const name = skrivet(input);
    const known = await this.s.poster.hamta();
    if (name !== skrivet(input)) return; // the answer is for what stood there before
    const found = idfel(name, known, this.s.data.identitet);
    fault.hidden = !found;
    this.bra.hidden = found !== null;
    fault.replaceChildren(...(found ? [el("span", { class: "dold" }, "Fel: "), found.message] : []));
    fault.parentElement?.classList.toggle("har-fel", found !== null);
    input.setAttribute("aria-invalid", String(found !== null));
    if (!found) this.ritaVagar(name, post, result);
    else this.vagar.replaceChildren(...(known && found.finns ? [finnsRad(known, found.finns)] : []), el("p", { class: "stopp" }, "När filen har ett namn som går bra kan du skicka här."));
    if (found) this.s.sag(found.message);
    if (!known) this.vagar.prepend(el("p", { class: "not" }, "Det gick inte att se efter om namnet är upptaget. Någon gör det när förslaget har kommit in."));
  }
}

/** @param {HTMLInputElement} input a name with its ending means the same as without */
const skrivet = (input) => input.value.trim().replace(/\.ya?ml$/i, "");

/** @param {import("./known.js").Kanda} known @param {string} id of a record that may be the same as the new one */
export function finnsRad(known, id) {
  return el("p", { class: "finns" }, "Det finns redan: ", el("a", { href: `?post=${id}` }, kallas(known, id)), ". Är det samma verksamhet? Då kan du rätta den i stället.");
}

/** @param {string} label @param {string} text @param {Record<string, string>} more */
function textruta(label, text, more = {}) {
  return el("pre", { tabindex: "0", "aria-label": label, ...more }, el("code", {}, text));
}

// The preview: the card of the lists and the freshness line, with the same classes and words as the reader will see.
import { el } from "./frame.js";
import { aktualitet, svensktDatum } from "../record/freshness.js";

/** The preview's box; `rita` fills it. */
export class Kort {
  /** @param {any} data */
  constructor(data) {
    this.data = data;
    this.kort = el("ul", { class: "kortlista" });
    this.rad = el("p", { class: "aktualitet" });
    this.sektion = el("section", { class: "forhandsvisning", "aria-labelledby": "forhand" },
      el("h2", { id: "forhand" }, "Så ser läsaren det"), this.kort, this.rad);
  }

  /** @param {Record<string, any>} post */
  rita(post) {
    const { kort } = this.data;
    const fresh = aktualitet(post, this.data.aktualitet, idag());
    const facts = [this.var(post), this.hur(post)].filter((fact) => fact !== null);
    this.kort.replaceChildren(el("li", { class: "kort" },
      el("h3", {}, String(post[kort.namn] ?? "Namnet står här")), el("p", {}, String(post[kort.text] ?? "Sammanfattningen står här.")),
      facts.length ? el("dl", { class: "kort-fakta" }, ...facts) : null,
      el("p", { class: `aktualitet aktualitet-${fresh.niva}` }, el("strong", { class: "aktualitet-ord" }, fresh.etikett), this.nar(fresh))));
    this.rad.className = `aktualitet aktualitet-${fresh.niva}`;
    this.rad.replaceChildren(el("strong", { class: "aktualitet-ord" }, `${this.data.aktualitet.etiketter[fresh.niva]}.`), " ", el("span", { class: "aktualitet-text" }, fresh.text));
  }

  /** @param {Record<string, any>} post */
  var(post) {
    const { etikett: title, falt, utom, mer } = this.data.kort.var;
    const place = post[falt];
    if (!place) return null;
    const more = place === utom ? (post[mer] ?? []).map((/** @type {string} */ slug) => this.ord(slug, this.regel(mer).items)) : [];
    return fakta(title, this.ord(place, this.regel(falt)) + (more.length ? `: ${more.join(", ")}` : ""));
  }

  /** @param {Record<string, any>} post */
  hur(post) {
    const { etikett: title, falt, inre } = this.data.kort.hur;
    const way = post[falt]?.[0]?.[inre];
    return way ? fakta(title, this.ord(way, this.regel(falt).items.properties[inre])) : null;
  }

  /** @param {{datum: string | null, ar: any}} fresh */
  nar(fresh) {
    if (fresh.datum) return `, ${svensktDatum(fresh.datum, this.data.aktualitet.manader)}`;
    return fresh.ar ? `, uppgifter från ${fresh.ar}` : "";
  }

  /** @param {string} name */
  regel(name) {
    return this.data.regel.properties[name];
  }

  /** @param {string} slug @param {any} regel what a value of a vocabulary is called */
  ord(slug, regel) {
    return this.data.vokabular[regel["x-vokabular"]]?.find((/** @type {any} */ v) => v.const === slug)?.title ?? slug;
  }
}

/** @param {string} title @param {string} text */
function fakta(title, text) {
  return el("div", {}, el("dt", {}, title), el("dd", {}, text));
}

function idag() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

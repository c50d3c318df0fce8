// The preview: the card of the lists and the freshness line, with the same classes and words as the reader will see.
import { swedishDate } from "../core/dates.js";
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { freshnessOf } from "../record/freshness.js";
import { valuesOf } from "../record/violations.js";

/** @typedef {import("../record/types.js").Data} Data */
/** @typedef {import("../record/types.js").Rule} Rule */

/** The preview's box; `draw` fills it. */
export class Preview {
  /** @param {import("./form.js").FormData} data */
  constructor(data) {
    this.data = data;
    this.card = element("ul", { class: "kortlista" });
    this.line = element("p", { class: "aktualitet" });
    this.section = element("section", { class: "forhandsvisning", "aria-labelledby": "forhand" },
      element("h2", { id: "forhand" }, "Så ser läsaren det"), this.card, this.line);
  }

  /** @param {Data} record */
  draw(record) {
    const { kort: keys, aktualitet: words } = this.data;
    const fresh = freshnessOf(record, words, today());
    const facts = [this.where(record), this.how(record)].filter((fact) => fact !== null);
    const strong = (/** @type {string} */ text) => element("strong", { class: "aktualitet-ord" }, text);
    const look = `aktualitet aktualitet-${fresh.level}`;
    this.card.replaceChildren(element("li", { class: "kort" },
      element("h3", {}, String(record[keys.namn] ?? "Namnet står här")),
      element("p", {}, String(record[keys.text] ?? "Sammanfattningen står här.")),
      facts.length ? element("dl", { class: "kort-fakta" }, ...facts) : null,
      element("p", { class: look }, strong(fresh.label), this.when(fresh))));
    this.line.className = look;
    const text = element("span", { class: "aktualitet-text" }, fresh.text);
    this.line.replaceChildren(strong(`${words.etiketter[fresh.level]}.`), " ", text);
  }

  /** @param {Data} record */
  where(record) {
    const { etikett: title, falt: field, utom: elsewhere, mer: more } = this.data.kort.var;
    const place = record[field];
    if (!place) return null;
    const slugs = place === elsewhere ? (record[more] ?? []) : [];
    const names = slugs.map((/** @type {string} */ slug) => this.wordFor(slug, this.ruleOf(more).items));
    return fact(title, this.wordFor(place, this.ruleOf(field)) + (names.length ? `: ${names.join(", ")}` : ""));
  }

  /** @param {Data} record */
  how(record) {
    const { etikett: title, falt: field, inre: inner } = this.data.kort.hur;
    const way = record[field]?.[0]?.[inner];
    return way ? fact(title, this.wordFor(way, this.ruleOf(field).items?.properties?.[inner])) : null;
  }

  /** @param {import("../record/freshness.js").Freshness} fresh */
  when(fresh) {
    if (fresh.date) return `, ${swedishDate(fresh.date, this.data.aktualitet.manader)}`;
    return fresh.year ? `, uppgifter från ${fresh.year}` : "";
  }

  /** @param {string} name */
  ruleOf(name) {
    return this.data.regel.properties[name];
  }

  /** What a value of a vocabulary is called. @param {string} slug @param {Rule | undefined} rule */
  wordFor(slug, rule) {
    return valuesOf(rule, this.data.vokabular)?.find((one) => one.const === slug)?.title ?? slug;
  }
}

/** @param {string} title @param {string} text */
function fact(title, text) {
  return element("div", {}, element("dt", {}, title), element("dd", {}, text));
}

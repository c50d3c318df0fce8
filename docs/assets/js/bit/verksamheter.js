// <hitta-verksamheter omrade="farsta" typ="traffpunkt" antal="5" niva="3">: a list of the catalogue inside the page of
// another website. One module without imports, published at /bit/v1/verksamheter.js; it reads /api/v1/kort/ and nothing
// else. The names of the attributes and of the file's keys last. Without a script the page shows what stands inside.

/** @typedef {{dag: string, text: string, steg?: string}} Later what is said from a day on; "" for nothing more */
/** @typedef {{rubrik: string, text: string, sedan: Later[]}} Row */
/** @typedef {{steg: string, text: string, sedan: Later[]}} Trust */
/** @typedef {{namn: string, sida: string, text: string, typer: string[], rader: Row[], tillit: Trust}} Card */
/** @typedef {{id: string, titel: string, sida: string}} Named */
/** @typedef {{dag: string, omrade: Named, typer: Named[], kort: Card[]}} Cards scripts/katalog/exports/api_cards.py */
/** @typedef {{data: Cards, kind: Named | undefined, cards: Card[], most: number, level: number}} Wanted */

const SITE = new URL("../../", import.meta.url);
const STYLE = new URL("bit.css", import.meta.url).href;
const WHOLE = "alla";
const MOST = 10;
const TOP = 2;
const DEEPEST = 5;
const NAME = "Hitta sysselsättning";
const EMPTY = "Här finns inget i katalogen än. Det kan ändå finnas något: fråga din handläggare.";
const LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";
const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
  "november", "december"];

class HittaVerksamheter extends HTMLElement {
  static observedAttributes = ["omrade", "typ", "antal", "niva"];

  /** @type {AbortController | null} */
  #asking = null;
  #waits = false;
  #root = made("div", { class: "bit", lang: "sv" });

  connectedCallback() {
    if (!this.shadowRoot) {
      const shadow = this.attachShadow({ mode: "open" });
      shadow.append(made("link", { rel: "stylesheet", href: STYLE }), this.#root);
    }
    this.#begin();
  }

  disconnectedCallback() {
    this.#asking?.abort();
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.#begin();
  }

  /** Attributes that change together are answered once. */
  #begin() {
    if (this.#waits) return;
    this.#waits = true;
    queueMicrotask(() => {
      this.#waits = false;
      if (this.isConnected) this.#show();
    });
  }

  async #show() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.#root.setAttribute("aria-busy", "true");
    this.#root.replaceChildren(made("p", { role: "status" }, "Hämtar listan …"));
    const parts = await this.#parts(asking.signal);
    if (asking.signal.aborted) return;
    this.#root.replaceChildren(...parts);
    this.#root.removeAttribute("aria-busy");
  }

  /** @param {AbortSignal} signal */
  async #parts(signal) {
    try {
      return listParts(await this.#wanted(signal));
    } catch {
      return faultParts(() => this.#again());
    }
  }

  async #again() {
    this.#root.tabIndex = -1;
    this.#root.focus(); // the button that was pressed is gone
    await this.#show();
  }

  /** @param {AbortSignal} signal @returns {Promise<Wanted>} */
  async #wanted(signal) {
    const area = encodeURIComponent(this.getAttribute("omrade") || WHOLE);
    const answer = await fetch(new URL(`api/v1/kort/${area}.json`, SITE), { signal, credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    /** @type {Cards} */
    const data = await answer.json();
    const asked = this.getAttribute("typ");
    const kind = data.typer.find(({ id }) => id === asked);
    if (asked && !kind) throw new Error(asked);
    const cards = data.kort.filter(({ typer }) => !kind || typer.includes(kind.id));
    const level = Math.min(numberOf(this.getAttribute("niva"), TOP), DEEPEST);
    return { data, kind, cards, most: numberOf(this.getAttribute("antal"), MOST), level };
  }
}

/** @param {Wanted} wanted */
function listParts({ data, kind, cards, most, level }) {
  const isWhole = data.omrade.id === WHOLE;
  const place = isWhole ? "" : data.omrade.titel;
  const heading = [kind?.titel, place].filter(Boolean).join(", ") || NAME;
  const day = [data.dag, today()].sort().at(-1) ?? data.dag;
  const list = made("ul", { class: "bit-lista" });
  list.append(...cards.slice(0, most).map((card) => cardElement(card, day, level + 1, [place, kind?.titel])));
  const page = new URL((isWhole && kind ? kind : data.omrade).sida, SITE).href;
  return [
    made(`h${level}`, {}, heading),
    made("p", { class: "bit-dag", role: "status" }, aboutText(cards.length, most, data.dag)),
    cards.length ? list : made("p", {}, EMPTY),
    made("p", { class: "bit-fot" }, link(page, `Visa ${cards.length > most ? "fler" : "listan"} hos ${NAME}`)),
    made("p", { class: "bit-fot" },
      `Uppgifterna kommer från ${NAME} och är fria att använda (`, link(LICENCE, "CC0"), ")."),
  ];
}

/** @param {number} count @param {number} most @param {string} day */
function aboutText(count, most, day) {
  const all = count === 1 ? "1 verksamhet" : `${count} verksamheter`;
  const told = count > most ? `${most} av ${all}. ` : count ? `${all}. ` : "";
  return `${told}Listan gjordes den ${swedishDate(day)}. Uppgifterna kan vara äldre.`;
}

/** @param {Card} card @param {string} day @param {number} level @param {(string | undefined)[]} above headings that say
 *   what a row would say again */
function cardElement({ namn, sida, text, rader, tillit }, day, level, above) {
  const rows = rader.map((row) => [row.rubrik, saidOn(row, day).text])
    .filter(([, said]) => said && !above.includes(said));
  const facts = made("dl", {});
  facts.append(...rows.map(([label, said]) => made("div", {}, made("dt", {}, label), " ", made("dd", {}, said))));
  const trust = saidOn(tillit, day);
  return made("li", { class: "bit-kort" },
    made(`h${level}`, {}, link(new URL(sida, SITE).href, namn)),
    made("p", {}, text),
    ...(rows.length ? [facts] : []),
    made("p", { class: `bit-tillit bit-${trust.steg}` }, trust.text));
}

/** @param {() => void} again */
function faultParts(again) {
  const button = made("button", { type: "button" }, "Försök igen");
  button.addEventListener("click", again);
  return [
    made("p", { role: "alert" }, "Listan gick inte att hämta."),
    made("p", {}, button),
    made("p", { class: "bit-fot" }, link(SITE.href, `Öppna ${NAME}`)),
  ];
}

/** What holds on a day. @template {{text: string, sedan: Later[]}} Said @param {Said} said @param {string} day
 * @returns {{text: string, steg?: string}} */
const saidOn = (said, day) => said.sedan.findLast(({ dag }) => dag <= day) ?? said;

/** @param {string} href @param {string} text */
const link = (href, text) => made("a", { href, target: "_top" }, text);

/** A whole number from 1, or what stands for none. @param {string | null} text @param {number} otherwise */
function numberOf(text, otherwise) {
  const number = Number.parseInt(text ?? "", 10);
  return number > 0 ? number : otherwise;
}

/** The reader's day, as an ISO date. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {string} day ISO date */
function swedishDate(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** An element with attributes and children; strings become text, never HTML. @param {string} tag
 * @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function made(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

if (!customElements.get("hitta-verksamheter")) customElements.define("hitta-verksamheter", HittaVerksamheter);

export { HittaVerksamheter };

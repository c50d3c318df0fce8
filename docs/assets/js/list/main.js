// The page of the reader's own list: what it shows stands after the number sign of its address, which is never sent.
import { dayThatHolds } from "../core/freshness.js";
import { element } from "../core/element.js";
import { compareView } from "./compare-view.js";
import { asHash, readHash } from "./ids.js";
import { follow, ids, isBlocked, onChange, replace } from "./list.js";
import { MOST_COMPARED, MOST_ON_SHEET, listView } from "./list-view.js";
import { tellIn } from "./parts.js";
import { fetchPlace } from "./place.js";
import { receivedView } from "./received-view.js";
import { sheetView } from "./sheet-view.js";

/** @typedef {import("./parts.js").Room} Room */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./place.js").Missing} Missing */

const FORMAT = 1;
const LIST = "lista";
const COMPARE = "jamfor";
const SHEET = "blad";
const FIRST_CHOSEN = 3;

/** @param {HTMLElement} area */
function start(area) {
  const data = /** @type {import("./parts.js").ListData} */ (readData("[data-lista-data]"));
  if (data.format !== FORMAT) throw new Error(`format ${data.format}`);
  document.querySelector("[data-utan-skript]")?.remove();
  follow(data.flyttade);
  const page = new ListPage(area, data, readData("[data-aktualitet]"));
  page.show();
  window.addEventListener("hashchange", () => page.show(true));
  onChange(() => page.changed());
}

/** @param {string} place @returns {any} */
const readData = (place) => JSON.parse(document.querySelector(place)?.textContent ?? "");

class ListPage {
  /** @param {HTMLElement} area @param {import("./parts.js").ListData} data
   * @param {import("../core/freshness.js").Steps} steps */
  constructor(area, data, steps) {
    this.steps = steps;
    this.root = new URL(area.dataset.rot ?? "", location.href).href;
    this.title = { heading: document.querySelector("[data-rubrik]")?.textContent ?? "", whole: document.title };
    this.told = element("div", { class: "lista-besked", role: "status" });
    this.view = element("div", {});
    area.replaceChildren(this.told, this.view);
    /** @type {Room} */
    this.room = { data, root: this.root, asked: new Map(), tell: (text, undo) => this.tell(text, undo) };
    /** @type {Map<string, Promise<Place | Missing>>} */
    this.known = new Map();
    /** @type {Set<string> | undefined} */
    this.chosen = undefined;
    this.turn = 0;
  }

  /** What the address asks for. @param {boolean} [isFollowed] by a link of the page */
  async show(isFollowed = false) {
    const turn = (this.turn += 1);
    const wanted = readHash(location.hash);
    const [word, asked] = [LIST, COMPARE, SHEET].map((one) => /** @type {const} */ ([one, wanted.get(one)]))
      .find(([, sent]) => sent?.length) ?? ["", []];
    const sent = this.renamed(asked ?? []);
    if (word === LIST && !ids().length && isBlocked()) replace(sent);
    const isReceived = word === LIST && sent.join() !== ids().join();
    const found = await this.places(word === LIST && !isReceived || !word ? ids() : sent);
    if (turn !== this.turn) return; // something else was asked for meanwhile
    const [heading, parts] = this.made(isReceived || word !== LIST ? word : "", sent, found);
    this.view.replaceChildren(...parts.filter((part) => part !== null));
    this.head(heading, isFollowed);
  }

  /** @param {string} word @param {string[]} sent @param {(Place | Missing)[]} found
   * @returns {[string, (Node | null)[]]} heading and content */
  made(word, sent, found) {
    const places = /** @type {Place[]} */ (found.filter((one) => "name" in one));
    if (word === LIST) {
      return ["En lista till dig", receivedView(sent, found, (text, undo) => this.received(text, undo))];
    }
    if (word === COMPARE && places.length) return ["Jämför", compareView(this.room, places.slice(0, MOST_COMPARED))];
    if (word === SHEET && places.length) {
      const { manader } = this.steps.tillit;
      return ["Ställen att titta på", sheetView(this.room, places.slice(0, MOST_ON_SHEET), manader)];
    }
    this.chosen ??= new Set(places.slice(0, FIRST_CHOSEN).map(({ id }) => id));
    return [this.title.heading, listView(this.room, found, this.chosen)];
  }

  /** @param {string} heading @param {boolean} isFollowed */
  head(heading, isFollowed) {
    const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-rubrik]"));
    if (place) place.textContent = heading;
    document.title = this.title.whole.replace(this.title.heading, heading);
    if (isFollowed) place?.focus();
  }

  /** @param {string[]} sent */
  renamed(sent) {
    const { flyttade } = this.room.data;
    return [...new Set(sent.map((id) => (Object.hasOwn(flyttade, id) ? flyttade[id] : id)))];
  }

  /** The records' own pages, each fetched once; one that could not be had is tried again.
   * @param {string[]} wanted */
  places(wanted) {
    const day = dayThatHolds();
    return Promise.all(wanted.map(async (id) => {
      const coming = this.known.get(id) ?? fetchPlace(id, this.root + this.room.data.poster, day, this.steps);
      this.known.set(id, coming);
      const found = await coming;
      if (!("name" in found)) this.known.delete(id);
      return found;
    }));
  }

  /** The list has changed, here or in another tab. */
  changed() {
    if (isBlocked()) history.replaceState(null, "", ids().length ? asHash(LIST, ids()) : location.pathname);
    this.show();
  }

  /** What became of a list that came by a link. @param {string} text @param {() => void} [undo] */
  async received(text, undo) {
    history.replaceState(null, "", location.pathname);
    this.chosen = undefined;
    await this.show(true);
    this.tell(text, undo);
  }

  /** @param {string} text @param {() => void} [undo] */
  tell(text, undo) {
    tellIn(this.told, text, undo, "[data-rubrik]")?.focus();
  }
}

const area = /** @type {HTMLElement | null} */ (document.querySelector("[data-lista]"));
if (area) start(area);

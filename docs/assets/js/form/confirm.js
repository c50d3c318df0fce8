// A record's confirm page: three big buttons, each with one screen. Without this script each is a link that does the
// same by hand. What all pages share is fetched once; what is this record's own stands in the page.
import { element } from "../core/element.js";
import { makePeopleCheck } from "../record/people.js";
import { showScripted } from "./frame.js";
import { KnownRecords } from "./known.js";
import { makeScreen } from "./screens.js";
import { peopleIn } from "./who.js";

/** What the page says of its record (scripts/katalog/browser/confirm.py). `post` holds the fields that confirming
 * touches, and what trust rests on; `ratta`: the ways to mend, what and where.
 * @typedef {{format: number, id: string, kallas: string, fil: string, grund: string, av: string,
 *   ratta: [string, string][], post: import("../record/types.js").Data}} Own */
/** What all confirm pages share.
 * @typedef {import("../record/speech.js").SpeechData & {format: number,
 *   bekrafta: import("../record/confirmed.js").Fields, persondata: import("../record/types.js").PeopleData,
 *   regler: {persondata: import("../record/types.js").Texts}, kanda: {format: number, fil: string},
 *   skicka: import("./send.js").Destinations}} Shared */
/** @typedef {import("./screens.js").Screen} Screen */

const FORMAT = 2;
const NOT_STARTED = "Något gick fel. Ladda om sidan. Hjälper inte det: skriv ut sidan och fyll i den för hand.";

class ConfirmPage {
  /** @param {HTMLElement} root holds the buttons and the place of the screens */
  constructor(root) {
    this.root = root;
    this.buttons = /** @type {HTMLElement} */ (root.querySelector("[data-val]"));
    this.place = /** @type {HTMLElement} */ (root.querySelector("[data-skarm]"));
    this.address = new URL(root.dataset.gemensamt ?? "", location.href).href;
    /** @type {Map<string, Screen>} */
    this.screens = new Map();
    /** @type {Promise<Shared> | null} */
    this.shared = null;
    /** The screen that is shown. */
    this.now = "";
    for (const link of this.links()) link.addEventListener("click", (event) => this.press(event, link));
    window.addEventListener("hashchange", () => this.show());
    this.show();
  }

  /** @returns {HTMLAnchorElement[]} */
  links() {
    return [...this.buttons.querySelectorAll("a")];
  }

  /** @param {Event} event @param {HTMLAnchorElement} link */
  press(event, link) {
    event.preventDefault();
    location.hash = link.dataset.arende ?? "";
  }

  async show() {
    const errand = this.links().map((link) => link.dataset.arende).find((name) => `#${name}` === location.hash);
    const left = this.links().find((link) => link.dataset.arende === this.now);
    this.now = errand ?? "";
    if (!errand) {
      this.place.replaceChildren();
      this.buttons.hidden = false;
      left?.focus();
      return;
    }
    try {
      const screen = this.screens.get(errand) ?? await this.make(errand);
      if (location.hash !== `#${errand}`) return;
      this.buttons.hidden = true;
      this.place.replaceChildren(screen.box);
      screen.title.focus({ preventScroll: true });
      screen.box.scrollIntoView();
    } catch (error) {
      this.tell(error);
    }
  }

  /** @param {string} errand */
  async make(errand) {
    const own = readOwn();
    this.shared ??= fetchShared(this.address);
    const shared = await this.shared;
    const check = makePeopleCheck(shared.persondata, shared.regler.persondata);
    const known = new KnownRecords(new URL(shared.kanda.fil, this.address).href, shared.kanda.format);
    const people = peopleIn(check, shared.persondata.ensamfalt);
    const anywhere = peopleIn(check, "");
    const back = () => {
      location.hash = "";
    };
    const screen = makeScreen(errand, { own, shared, known, people, anywhere, back });
    this.screens.set(errand, screen);
    return screen;
  }

  /** @param {unknown} error */
  tell(error) {
    this.shared = null;
    const cause = element("code", {}, String(error));
    this.place.replaceChildren(element("div", { class: "felruta", role: "alert" },
      element("p", {}, NOT_STARTED), element("p", { class: "not" }, "Till den som sköter katalogen: ", cause)));
  }
}

/** @returns {Own} */
function readOwn() {
  const own = JSON.parse(document.querySelector("[data-bekrafta-data]")?.textContent ?? "");
  if (own.format !== FORMAT) throw new Error(`format ${own.format}`);
  return own;
}

/** @param {string} address @returns {Promise<Shared>} */
async function fetchShared(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const shared = await answer.json();
  if (shared.format !== FORMAT) throw new Error(`format ${shared.format}`);
  return shared;
}

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-bekrafta]"));
if (root) {
  showScripted();
  new ConfirmPage(root);
}

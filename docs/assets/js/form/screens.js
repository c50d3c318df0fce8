// The three screens of a confirm page. Each asks the least there is to ask, tells in words what follows, and ends with
// the ways to send it.
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { writeBlock } from "../record/block.js";
import { closed, confirmed } from "../record/confirmed.js";
import { areEqual } from "../record/likeness.js";
import { tellChange } from "../record/telling.js";
import { Since, Where } from "./closing.js";
import { linesWay } from "./forge.js";
import { button, newId } from "./frame.js";
import { waysOut } from "./send.js";
import { rowsBox, seenBox } from "./told.js";
import { Waiting } from "./waiting.js";
import { Who, asked, tellFault } from "./who.js";

/** `people` gives the faults about people in who confirms, `anywhere` in any other text.
 * @typedef {{own: import("./confirm.js").Own, shared: import("./confirm.js").Shared,
 *   known: import("./known.js").KnownRecords, people: (text: string) => string[],
 *   anywhere: (text: string) => string[], back: () => void}} Surroundings */
/** @typedef {{box: HTMLElement, title: HTMLElement}} Screen */
/** @typedef {import("../record/types.js").Data} Data */
/** @typedef {import("../record/block.js").Errand} Errand */

const TITLES = /** @type {Record<string, string>} */ (
  { stammer: "Allt stämmer", andra: "Något är fel", stangt: "Vi har stängt" });
const SAYS = "Det här säger du";
const ROWS = "Allt som ändras";
const PICK = "Välj det som är fel. Du får det som står i dag att ändra i.";
const OWN_WORDS = "Eller skriv vad som är fel";
const OWN_HELP = "Skriv vad som är fel och vad som är rätt. Skriv inga namn på personer.";
const NOTHING = "Skriv vad som är fel, så kan du skicka det här.";
const SHORTEST = 3;

/** @param {string} errand @param {Surroundings} around @returns {Screen} */
export function makeScreen(errand, around) {
  const make = { stammer: confirmScreen, andra: mendScreen, stangt: closeScreen }[errand] ?? mendScreen;
  const title = element("h2", { tabindex: "-1" }, TITLES[errand] ?? "");
  const parts = make(around);
  const box = element("section", { class: "bekrafta-skarm" }, title, ...parts,
    element("p", {}, button("Tillbaka", around.back)));
  return { box, title };
}

/** @param {Surroundings} around @param {() => void} changed */
function makeWho({ own, shared, people }, changed) {
  return new Who({ av: own.av, from: own.post[shared.bekrafta.dag] ?? "", people, changed });
}

/** @param {Surroundings} around */
function confirmScreen(around) {
  const { own, shared } = around;
  const end = element("div");
  const who = makeWho(around, () => draw());
  const waiting = new Waiting(shared.skicka, () => who.try());
  const draw = () => {
    const fault = who.fault();
    if (fault) return waiting.show(end, fault);
    const after = confirmed(own.post, who.dag, who.av, shared.bekrafta);
    const errand = { arende: /** @type {const} */ ("stammer"), dag: who.dag, av: who.av };
    end.replaceChildren(...ending(around, errand, [], after));
  };
  draw();
  return [who.box, end];
}

/** @param {Surroundings} around */
function closeScreen(around) {
  const { own, shared } = around;
  const end = element("div");
  const since = new Since(shared.tillit.manader, () => draw());
  const where = new Where(around.known, own.id, around.anywhere, () => draw());
  const who = makeWho(around, () => draw());
  const waiting = new Waiting(shared.skicka, () => [since, where, who].map((one) => one.try()).find(Boolean));
  const draw = () => {
    const fault = since.fault() || where.fault() || who.fault();
    if (fault) return waiting.show(end, fault);
    const errand = {
      arende: /** @type {const} */ ("stangt"), dag: who.dag, av: who.av, sedan: since.value, vart: where.words,
      falt: where.id ? { [shared.bekrafta.vidare]: where.id } : {},
    };
    end.replaceChildren(...ending(around, errand, [...since.said(), ...where.said()],
      closed(own.post, where.id, shared.bekrafta)));
  };
  draw();
  return [since.box, where.box, who.box, end];
}

/** What is wrong: one thing in a short form, all of it, or a sentence. @param {Surroundings} around */
function mendScreen(around) {
  const links = around.own.ratta.map(([text, href]) =>
    element("li", {}, element("a", { class: "knapp knapp-tyst", href }, text)));
  const end = element("div");
  const id = newId();
  const text = element("textarea", { id, rows: 4, "aria-describedby": `${id}-hjalp ${id}-fel`, maxlength: 1200 });
  const question = asked(OWN_WORDS, OWN_HELP, { id });
  question.input.replaceWith(text);
  question.box.querySelector("label")?.setAttribute("for", id);
  const draw = () => {
    const words = text.value.trim();
    const fault = around.anywhere(words)[0] ?? "";
    tellFault({ ...question, input: /** @type {any} */ (text) }, fault);
    if (words.length < SHORTEST || fault) end.replaceChildren(element("p", { class: "not" }, fault ? "" : NOTHING));
    else end.replaceChildren(...ending(around, { arende: "andra", dag: "", av: "" }, [words], null));
  };
  text.addEventListener("input", draw);
  draw();
  return [element("p", {}, PICK), element("ul", { class: "ratta-val" }, ...links), question.box, end];
}

/** What is said, what follows, and the ways to send it. @param {Surroundings} around
 * @param {Omit<Errand, "id" | "grund">} errand @param {string[]} said @param {Data | null} after
 * @returns {HTMLElement[]} */
function ending(around, errand, said, after) {
  const { own, shared, known } = around;
  const speech = { data: shared, today: today(), nameOf: (/** @type {string} */ id) => known.nameOf(id) };
  const told = after ? tellChange(own.post, after, speech) : { rows: [], seen: [] };
  const block = writeBlock({ id: own.id, grund: own.grund, ...errand });
  const title = TITLES[errand.arende];
  const words = [`${title}: ${own.kallas}`, ...said].join("\n\n");
  const message = { subject: `${title}: ${own.kallas}`, words, block, name: `${own.id}-${errand.arende}.txt` };
  const lines = after ? changedLines(own.post, after) : "";
  const [first = "", ...more] = told.seen;
  const rows = element("details", { class: "fallt" },
    element("summary", {}, ROWS), rowsBox(told, shared.sagt.andring.saknas), ...seenBox(more));
  return [
    element("section", { class: "det-sags", "aria-label": SAYS },
      ...[...said, first].filter(Boolean).map((text) => element("p", {}, text))),
    ...(told.rows.length ? [rows] : []),
    waysOut(message, shared.skicka, (sent) => linesWay(own.fil, lines, shared.skicka, sent)),
  ];
}

/** As a file holds them: what is plain in JSON is plain in YAML, too. @param {Data} before @param {Data} after */
function changedLines(before, after) {
  const names = Object.keys(after).filter((name) => !areEqual(before[name], after[name]));
  return names.map((name) => `${name}: ${JSON.stringify(after[name])}`).join("\n");
}

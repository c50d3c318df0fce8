// What only a closing asks: since when, and where people go instead. Both may be left empty.
import { swedishDate } from "../core/dates.js";
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { fold } from "../record/likeness.js";
import { newId } from "./frame.js";
import { asked, tellFault } from "./who.js";

const SINCE = "Sedan när?";
const SINCE_HELP = "Till exempel: 2026, september 2026 eller 2026-09-14. Lämna tomt om du inte vet.";
const SINCE_ODD = "Skriv ett år, en månad eller en dag: 2026, september 2026 eller 2026-09-14.";
const SINCE_LATE = "Den dagen har inte varit än.";
const WHERE = "Vart kan de gå som var hos er?";
const WHERE_HELP = "Skriv namnet på en verksamhet och välj i listan, eller skriv en mening. Det får vara tomt.";
const LONGEST = 300;
const SHORTEST = 3; // letters that tell a month

export class Since {
  /** @param {string[]} months their names, January first @param {() => void} changed */
  constructor(months, changed) {
    this.months = months;
    this.asked = asked(SINCE, SINCE_HELP, { type: "text", autocomplete: "off", class: "halv", maxlength: 30 });
    this.asked.input.addEventListener("input", changed);
    this.asked.input.addEventListener("change", () => tellFault(this.asked, this.fault()));
    this.box = this.asked.box;
  }

  get text() {
    return this.asked.input.value.trim();
  }

  /** "2026", "2026-09" or "2026-09-14"; "" for nothing, and for what nobody can read. */
  get value() {
    return readSince(this.text, this.months);
  }

  fault() {
    if (!this.text) return "";
    if (!this.value) return SINCE_ODD;
    return this.value > today().slice(0, this.value.length) ? SINCE_LATE : "";
  }

  /** Tells what is wrong, and gives the field where it is. */
  try() {
    tellFault(this.asked, this.fault());
    return this.fault() ? this.asked.input : undefined;
  }

  said() {
    if (!this.value) return [];
    const [year, month, day] = this.value.split("-");
    const named = month ? `${this.months[Number(month) - 1]} ${year}` : year;
    return [`Stängt sedan ${day ? swedishDate(this.value, this.months) : named}.`];
  }
}

/** A year, a month or a day as people write them. @param {string} text @param {string[]} months @returns {string} */
export function readSince(text, months) {
  const plain = text.toLowerCase().replace(/[./\s]+/g, " ").trim();
  const named = /^(?:(\d{1,2}) )?(\p{L}+) (\d{4})$/u.exec(plain);
  const word = named && named[2].length >= SHORTEST ? named[2] : "?";
  const number = months.findIndex((month) => month.startsWith(word)) + 1;
  const parts = named ? [named[3], String(number), named[1]] : plain.split(/[- ]/);
  const [year = "", month, day] = parts.filter((part) => part !== undefined);
  const isWhole = /^(?:19|20)\d{2}$/.test(year) && parts.length <= 3 && [month, day].every(isShort);
  if (!isWhole) return "";
  const iso = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, "0")).join("-");
  const asDay = `${iso}${"-01".repeat(3 - iso.split("-").length)}`;
  return isDay(asDay) ? iso : "";
}

/** @param {string | undefined} part */
const isShort = (part) => part === undefined || /^\d{1,2}$/.test(part);

/** @param {string} iso */
function isDay(iso) {
  const moment = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment) && Number(iso.slice(8)) <= daysIn(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)));
}

/** @param {number} year @param {number} month */
function daysIn(year, month) {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export class Where {
  /** @param {import("./known.js").KnownRecords} known @param {string} own this record's id
   * @param {(text: string) => string[]} people the faults about people in a text @param {() => void} changed */
  constructor(known, own, people, changed) {
    this.people = people;
    /** @type {{id: string, name: string, shown: string}[]} */
    this.choices = [];
    const list = newId();
    this.asked = asked(WHERE, WHERE_HELP, { type: "text", autocomplete: "off", list, maxlength: LONGEST });
    this.names = element("datalist", { id: list });
    this.asked.box.append(this.names);
    const { input } = this.asked;
    input.addEventListener("input", changed);
    input.addEventListener("change", () => tellFault(this.asked, this.fault()));
    input.addEventListener("focus", async () => {
      const { records } = (await known.load()) ?? { records: [] };
      if (this.choices.length || !records.length) return;
      this.choices = records.filter(({ id }) => id !== own)
        .map(({ id, name, more }) => ({ id, name, shown: `${name}, ${more}` }));
      this.names.replaceChildren(...this.choices.map(({ shown }) => element("option", { value: shown })));
      changed();
    });
    this.box = this.asked.box;
  }

  get text() {
    return this.asked.input.value.replace(/\s+/g, " ").trim();
  }

  /** The record that is meant, by its name; "" for none, or a sentence. */
  get id() {
    const text = fold(this.text);
    if (!text) return "";
    const whole = this.choices.filter(({ shown }) => fold(shown) === text);
    const found = whole.length ? whole : this.choices.filter(({ name }) => fold(name) === text);
    return found.length === 1 ? found[0].id : "";
  }

  /** The sentence, when no record is meant. */
  get words() {
    return this.id ? "" : this.text;
  }

  fault() {
    return this.words ? this.people(this.words)[0] ?? "" : "";
  }

  /** Tells what is wrong, and gives the field where it is. */
  try() {
    tellFault(this.asked, this.fault());
    return this.fault() ? this.asked.input : undefined;
  }

  said() {
    return this.words ? [`Dit kan man gå: ${this.words}`] : [];
  }
}

// The ways out: a prepared e-mail, the phone's share sheet, copy, download, and the forge's own pages. Makes elements
// and addresses; nothing is sent before somebody presses, and what comes next is then told in a receipt.
import { copyText, copyWords } from "../core/copy.js";
import { element } from "../core/element.js";
import { button } from "./frame.js";
import { receipt } from "./receipt.js";

/** What is given away. `words`: for whoever reads it; `block`: for `katalog receive`; `name`: of the file that can be
 * downloaded. @typedef {{subject: string, words: string, block: string, name: string}} Message */
/** Where the site sends what somebody has written; "" for what there is not. `mottagare`: who is given a
 * text that is copied; `mest`: so long may an address of the forge's be.
 * @typedef {{ny: string, redigera: string, brevlada: string, mottagare: string, mest: number}} Destinations */
/** @typedef {import("./receipt.js").Way} Way */

const MOST_IN_MAIL = 2000; // longer addresses are cut off by some mail programs (Outlook on Windows: 2,083)
const MAIL = "Mejla till redaktionen";
export const OPEN = "Öppna filen";
const SHARE = "Dela";
const COPY = "Kopiera texten";
const OTHERWISE = "Eller ge den vidare på ett annat sätt:";
const TOO_LONG = "Texten är för lång för ett färdigt mejl. Filen laddas ner när du trycker. Bifoga den i mejlet.";

/**
 * @param {Message} message @param {Destinations} to
 * @param {(sent: () => void) => HTMLElement | null} [forge] the way for those who work in the catalogue's files
 * @returns {HTMLElement}
 */
export function waysOut(message, to, forge = () => null) {
  const text = textOf(message);
  const after = element("div", {});
  const voice = element("p", { class: "besked", role: "status" });
  const sent = (/** @type {Way} */ way) => {
    const { box, title } = receipt(message.subject, text, way, to.mottagare);
    after.replaceChildren(box);
    title.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  };
  const say = (/** @type {string} */ told) => {
    voice.textContent = told;
  };
  const isMailed = to.brevlada !== "";
  const ownWay = forge(() => sent("smedja"));
  const isForgeFirst = !isMailed && to.redigera !== "";
  const loud = isMailed ? mailWay(message, text, to.brevlada, sent) : [isForgeFirst ? ownWay : null];
  return element("div", { class: "utgangar" }, ...loud,
    isMailed || isForgeFirst ? element("p", {}, OTHERWISE) : null,
    element("p", { class: "knappar" }, ...handWays(message, text, isMailed || isForgeFirst, sent, say)),
    voice, after, isForgeFirst ? null : ownWay);
}

/** What the loudest way out will be called. @param {Destinations} to */
export const firstWay = ({ brevlada, redigera }) =>
  (brevlada ? MAIL : redigera ? OPEN : "share" in navigator ? SHARE : COPY);

/** All that is given away, as one text. @param {Message} message */
export const textOf = ({ words, block }) => (words ? `${words}\n\n${block}` : block);

/** A link that opens the reader's own mail program with everything in it. @param {string} mailbox
 * @param {string} subject @param {string} body */
export function mailAddress(mailbox, subject, body) {
  const lines = body.replace(/\r?\n/g, "\r\n"); // RFC 6068, 5: a line in a mail's body ends with CRLF
  return `mailto:${mailbox}?subject=${inAddress(subject)}&body=${inAddress(lines)}`;
}

/** Half an emoji, which no address can hold, is left out. @param {string} text */
export const inAddress = (text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ""));

/** @param {Message} message @param {string} text @param {string} mailbox @param {(way: Way) => void} sent */
function mailWay({ subject, words, name }, text, mailbox, sent) {
  const whole = mailAddress(mailbox, subject, text);
  const isWhole = whole.length < MOST_IN_MAIL;
  const attached = `${[...words].slice(0, 300).join("")}\n\nTexten är bifogad: ${name}`.trim();
  const link = element("a", { class: "knapp", href: isWhole ? whole : mailAddress(mailbox, subject, attached) },
    MAIL);
  link.addEventListener("click", () => {
    if (!isWhole) download(name, text);
    sent(isWhole ? "mejl" : "bifoga");
  });
  const told = isWhole ? `Ett färdigt mejl till ${mailbox} öppnas. Du skickar det själv.` : TOO_LONG;
  return [element("p", { class: "knappar" }, link), element("p", { class: "not" }, told)];
}

/** What needs no address: the share sheet where there is one, copy, download.
 * @param {Message} message @param {string} text @param {boolean} isQuiet is there a louder way?
 * @param {(way: Way) => void} sent @param {(told: string) => void} say */
function handWays({ subject, name }, text, isQuiet, sent, say) {
  const share = async () => {
    try {
      await navigator.share({ title: subject, text });
      sent("dela");
    } catch {
      // the reader changed their mind, or there was nothing to share with
    }
  };
  const copy = async () => {
    const isCopied = await copyText(text);
    say(copyWords(isCopied));
    if (isCopied) sent("kopiera");
  };
  const load = () => {
    download(name, text);
    sent("ladda");
  };
  const ways = /** @type {[string, () => void][]} */ ([[COPY, copy], ["Ladda ner som fil", load]]);
  if ("share" in navigator) ways.unshift([SHARE, share]);
  return ways.map(([title, press], index) =>
    index === 0 && !isQuiet ? button(title, press, { class: "knapp" }) : button(title, press));
}

/** @param {string} name @param {string} text */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

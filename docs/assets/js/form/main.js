// The form's entry: the page's data, and the record that the address names, or a new one. What stands on the page for
// readers without a script goes last; when anything fails before that, it is shown again with what to do.
import "../core/older.js";
import { element } from "../core/element.js";
import { FORMAT, Form } from "./form.js";
import { showScripted } from "./frame.js";
import { keepPresses } from "./pressed.js";
import { Unavailable, existingRecord, newRecord } from "./start.js";

const NOT_STARTED =
  "Formuläret kunde inte starta. Ladda om sidan. Hjälper inte det: prova en nyare webbläsare, eller skriv en " +
  "textfil efter mallen här nedanför.";

/** @param {HTMLElement} root */
async function open(root) {
  /** @type {import("./form.js").FormData} */
  const data = JSON.parse(document.querySelector("[data-formular-data]")?.textContent ?? "");
  if (data.format !== FORMAT) throw new Error(`format ${data.format}`);
  const query = new URLSearchParams(location.search);
  const id = query.get("post") ?? "";
  if (id) root.replaceChildren(element("p", { role: "status" }, "Hämtar uppgifterna …"));
  const address = new URL(`${root.dataset.rot ?? ""}${data.poster}${id}/post.yml`, location.href).href;
  new Form(root, data, id ? await existingRecord(id, address, data.form) : withGranted(newRecord(query, data), data));
}

/** With what holds of a new entry until somebody says otherwise. @param {import("./start.js").Start} start
 * @param {import("./form.js").FormData} data */
const withGranted = (start, data) => ({ ...start, from: { ...data.nytt, ...start.from } });

/** @param {HTMLElement} root @param {Unavailable} error */
function tellUnavailable(root, error) {
  const back = element("p", {}, element("a", { href: "../" }, "Lägg till eller rätta"));
  root.replaceChildren(element("p", { class: "felruta", role: "alert" }, error.message), back);
}

/** With nothing that an old browser may lack. @param {HTMLElement} root @param {unknown} error */
function tellNotStarted(root, error) {
  const [told, cause, code] = ["p", "p", "code"].map((tag) => document.createElement(tag));
  told.className = "felruta";
  told.setAttribute("role", "alert");
  told.textContent = NOT_STARTED;
  cause.className = "not";
  cause.textContent = "Till den som sköter katalogen: ";
  code.textContent = String(error);
  cause.appendChild(code);
  root.textContent = "";
  root.appendChild(told);
  root.appendChild(cause);
}

/** @param {HTMLElement} root @param {HTMLElement | null} without what stands there for readers without a script */
async function start(root, without) {
  root.hidden = false;
  showScripted();
  keepPresses(root);
  if (without) without.hidden = true;
  try {
    await open(root);
  } catch (error) {
    if (error instanceof Unavailable) tellUnavailable(root, error);
    else {
      tellNotStarted(root, error);
      if (without) without.hidden = false;
      return;
    }
  }
  if (without) without.parentNode?.removeChild(without);
}

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-formular]"));
if (root) start(root, document.querySelector("[data-utan-skript]"));

// The form's entry: the page's data, and the record that the address names, or a new one.
import { element } from "../core/element.js";
import { FORMAT, Form } from "./form.js";
import { Unavailable, existingRecord, newRecord } from "./start.js";

/** @param {HTMLElement} root @param {import("./form.js").FormData} data */
async function open(root, data) {
  if (data.format !== FORMAT) return;
  const query = new URLSearchParams(location.search);
  const id = query.get("post") ?? "";
  document.querySelector("[data-utan-skript]")?.remove();
  root.hidden = false;
  try {
    if (id) root.replaceChildren(element("p", { role: "status" }, "Hämtar uppgifterna …"));
    const address = new URL(`${root.dataset.rot ?? ""}${data.poster}${id}/post.yml`, location.href).href;
    new Form(root, data, id ? await existingRecord(id, address, data.form) : newRecord(query, data));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const back = element("p", {}, element("a", { href: "../" }, "Lägg till eller rätta"));
    root.replaceChildren(element("p", { class: "felruta", role: "alert" }, error.message), back);
  }
}

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-formular]"));
const raw = document.querySelector("[data-formular-data]")?.textContent;
if (root && raw) open(root, JSON.parse(raw));

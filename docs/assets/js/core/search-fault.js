// What stands for the search while it cannot be had: the question in its field, and a sentence with a way to the lists.
import { element } from "./element.js";

/** The sentence of each form. @type {WeakMap<HTMLFormElement, HTMLElement>} */
const told = new WeakMap();

export const searchForms = () =>
  /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form[data-sokform]")]);

/** On the search's own page: the form that its address fills. @returns {HTMLFormElement | null} */
export const pageForm = () => document.querySelector("[data-sok-sida] form[data-sokform]");

/** The question of the address stands in the page's field, whatever becomes of the search. */
export function fillQuestion() {
  const field = /** @type {HTMLInputElement | null | undefined} */ (pageForm()?.querySelector("input[name=q]"));
  if (field && !field.value) field.value = new URLSearchParams(location.search).get("q") ?? "";
}

/** Tell below a form that the search cannot be had now. @param {HTMLFormElement} form */
export function tellFault(form) {
  const place = told.get(form) ?? element("p", { class: "sok-fel", role: "alert" });
  told.set(form, place);
  form.after(place);
  const lists = `${form === pageForm() ? "" : `${form.dataset.rot}sok/`}#sok-listor`;
  place.replaceChildren(
    "Sökningen går inte att använda just nu. Gå till sökrutan igen för ett nytt försök, eller välj i ",
    element("a", { href: lists }, "listorna"), ".");
  document.querySelector("[data-sok-yta]")?.setAttribute("hidden", "");
}

/** All is well again. */
export function takeFaultsBack() {
  for (const form of searchForms()) told.get(form)?.remove();
  document.querySelector("[data-sok-yta]")?.removeAttribute("hidden");
}

// Small helps on every page; everything can be read without them. No request is made and nothing is stored.
import { freshness } from "./core/freshness.js";

freshness(document, new Date());

for (const button of document.querySelectorAll("[data-skriv-ut]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}

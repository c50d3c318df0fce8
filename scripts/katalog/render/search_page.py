"""The body of the page /sok/ and the search form of every page's header, as HTML.

Input: `Vocabularies`, the address of the site's root as seen from the page. Output: HTML whose
hooks (data-sok-*) are read by docs/assets/js/search/page.js. Without JavaScript the page is a way to the static lists.
"""

from __future__ import annotations

from html import escape

from katalog.render.search import POINTER
from katalog.vocabulary import Vocabularies

# Vocabulary -> (folder of its static lists, heading). Values that no list exists for are the caller's to leave out.
LISTS = {
    "omrade": ("stadsdel", "Stadsdelar"),
    "insatstyp": ("insatstyp", "Typer av insatser"),
    "inriktning": ("inriktning", "Vad du kan göra"),
    "malgrupp": ("malgrupp", "Vem det är för"),
}


def render_search_form(root: str, *, field_id: str, value: str = "", label: str = "Sök") -> str:
    """A search form. `root` is the relative address of the site's root (`../`). Without JavaScript
    it leads to /sok/."""
    return (
        f'<form class="sok-form" role="search" aria-label="{escape(label)}" '
        f'action="{escape(root)}sok/" method="get" data-sokform '
        f'data-rot="{escape(root) or "./"}" data-sok="{escape(root + POINTER)}">'
        f'<label for="{escape(field_id)}">{escape(label)}</label>'
        f'<div class="sok-rad"><div class="sok-faltyta"><input class="sok-falt" id="{escape(field_id)}" name="q" '
        f'type="search" maxlength="200" value="{escape(value)}" autocomplete="off" enterkeyhint="search"></div>'
        '<button class="sok-knapp" type="submit">Sök</button></div></form>'
    )


def render_search_body(vocabularies: Vocabularies, root: str) -> str:
    """The body of /sok/, below the page's h1."""
    form = render_search_form(root, field_id="sok-fraga", label="Vad letar du efter?")
    return f'<div class="sok" data-sok-sida>{form}{_TOOLS}{_lists(vocabularies, root)}</div>'


_TOOLS = """
<p class="sok-fel" data-sok-fel role="alert" hidden></p>
<noscript><p>Sökrutan behöver JavaScript. Här under finns alla verksamheter i listor.</p></noscript>
<div class="sok-yta" data-sok-yta hidden>
  <button type="button" class="sok-oppna" data-sok-oppna aria-expanded="false" aria-controls="sok-panel">Filter</button>
  <section class="sok-panel" id="sok-panel" data-sok-panel aria-labelledby="sok-panel-rubrik">
    <h2 id="sok-panel-rubrik">Välj det som passar dig</h2>
    <p class="sok-dold" role="status" data-sok-panelantal></p>
    <div data-sok-facetter></div>
    <button type="button" class="sok-knapp sok-stang" data-sok-stang>Visa träffar</button>
  </section>
  <section class="sok-resultat" data-sok-funna aria-labelledby="sok-antal">
    <div role="status"><h2 class="sok-antalrad" id="sok-antal" data-sok-antal tabindex="-1"></h2></div>
    <ul class="sok-brickor" data-sok-brickor aria-label="Dina val"></ul>
    <p class="sok-ordning" data-sok-ordningsrad><label for="sok-ordning">Ordning</label>
      <select id="sok-ordning" data-sok-ordning><option value="">Bäst träff först</option>
      <option value="a-o">Namn, A till Ö</option><option value="senast">Senast bekräftad först</option></select></p>
    <div class="sok-tomt" data-sok-tomt hidden></div>
    <ol class="kort-lista sok-traffar" data-sok-traffar></ol>
    <button type="button" class="sok-knapp sok-fler" data-sok-fler hidden>Visa fler</button>
    <p class="sok-dolda" data-sok-dolda hidden></p>
    <aside class="sok-sidor" data-sok-sidor hidden></aside>
  </section>
</div>
"""


def _lists(vocabularies: Vocabularies, root: str) -> str:
    parts = []
    for name, (folder, title) in LISTS.items():
        items = "".join(
            f'<li><a href="{escape(root)}{folder}/{escape(slug)}/">{escape(term.label)}</a></li>'
            for slug, term in vocabularies.terms(name).items()
        )
        parts.append(f"<details><summary>{escape(title)}</summary><ul>{items}</ul></details>")
    everything = f'<p><a href="{escape(root)}a-o/">Alla verksamheter från A till Ö</a></p>'
    heading = '<h2 id="sok-listor">Listor</h2>'
    return f'<nav class="sok-listor" aria-labelledby="sok-listor">{heading}{everything}{"".join(parts)}</nav>'

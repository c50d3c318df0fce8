"""`/oppna-data/badda-in/`: lists for other websites, shown as they look there, with what to copy and what to allow.

Input: `Site`. Output: one page. It alone may frame a page, one of our own.
"""

from __future__ import annotations

from katalog.exports.embed import LISTS, SCRIPT, STYLE, list_path
from katalog.pages.page import Page, style
from katalog.pages.site import Site

_ADDRESS = "oppna-data/badda-in/"
_TITLE = "Visa listor på er webbplats"
_TEXT = "Så visar ni verksamheter i er stadsdel på en egen webbplats. Listan uppdateras av sig själv."
_UNKNOWN = "https://SAJTENS-ADRESS/"  # where the site does not know its own
_SHOWN = ("farsta", "traffpunkt")  # an area and a kind, as they are shown


def embed_page(site: Site) -> Page:
    words, root = site.words, "../" * _ADDRESS.count("/")
    lists = [
        (words.listed[name].heading, [(term.label, list_path(words.listed[name], term)) for term in terms.values()])
        for name in LISTS
        for terms in (words.terms(name),)
    ]
    area, kind = _SHOWN
    shown = words.terms("omrade")[area]
    body = site.render(
        "badda-in.html",
        _ADDRESS,
        title=_TITLE,
        text=_TEXT,
        own=site.settings.site_url or _UNKNOWN,
        source=_origin(site.settings.site_url or _UNKNOWN),
        lists=lists,
        area=shown,
        kind=words.terms(LISTS[1])[kind],
        areas=words.terms("omrade").values(),
        kinds=words.terms(LISTS[1]).values(),
        framed=list_path(words.listed["omrade"], shown),
        script=SCRIPT,
        sheet=STYLE,
    )
    head = f'{style(_ADDRESS, "badda-in")}<script type="module" src="{root}{SCRIPT}"></script>'
    return Page(address=_ADDRESS, title=_TITLE, text=_TEXT, body=body, head=head, frames_own=True)


def _origin(address: str) -> str:
    """Scheme and host: what a policy names."""
    return "/".join(address.split("/")[:3])

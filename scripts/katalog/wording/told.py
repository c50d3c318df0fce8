"""The words around a record's values, and those that tell a change of them: once, for the page, for `katalog review`
and for the form in the browser (docs/assets/js/record/values.js and telling.js), which gets them with its data.

Places to fill in are named as `str.format` has them.
"""

from __future__ import annotations

from collections.abc import Mapping

VALUES: Mapping[str, str] = {
    "ja": "ja",
    "nej": "nej",
    "fran": "Från {fran} {enhet}",
    "till": "Till och med {till} {enhet}",
    "ar": "år",
    "timmar": "timmar i veckan",
    "veckor": "veckor",
    "omkring": "omkring ",
    "klockan_fran": "från {fran}",
    "gratis": "gratis",
    "kronor": "{tal} kr",
    "per": " per {enhet}",
    "aret": " ({ar})",
    "utan_ar": " (årtal saknas)",
    "hallplats": "Hållplats: {text}",
    "finns": " finns",
    "finns_inte": "Finns inte.",
    "inte_kant": "Inte känt: {text}.",
    "uppgift_fran": "Uppgift från {dag}.",
    "ingen_ny": "Ingen ny uppgift",
    "for_gammal": "Den senaste är äldre än {dagar} dagar.",
    "troligen": "Troligen: {text}",
    "galler": "Gäller: {text}.",
    "galler_vem": "Det gäller {text}.",
    "galler_sagt": "Du som bor i ",  # an explanation that begins so says itself for whom a way is
    # What a source or a remark speaks of, where the field's title says nothing in the middle of a sentence.
    "om_namn": "namnet",
    "om_sammanfattning": "meningen överst",
    "om_vad_du_gor": "det man gör där",
    "om_beskrivning": "det som berättas mer",
    "om_uppgifter_fran": "året som uppgifterna är från",
    "om_anmarkning": "det som anmärks på sidan",
    "den": " den {dag}",
    "av": " av {tal}",
    "procent": "{tal} procent",
    "period": "Period: {text}",
    "kalla": "Källa: {text}.",
    "kalla_ar": "Från {ar}",
    "kalla_utan_ar": "Årtal saknas",
    "telefon": "Telefon",
    "epost": "E-post",
    "webb": "Webbplats",
    "formular": "Formulär",
}
# What the reader will see of a change, most visible first (`upkeep/review.py`).
CHANGES: Mapping[str, str] = {
    "saknas": "uppgift saknas",
    "ny": "En ny sida och ett nytt kort: {text}",
    "stangd": "Verksamheten visas som stängd och hamnar sist i listorna.{vidare}",
    "vidare": " Läsaren hänvisas till {namn}.",
    "kort": "Kortet i listor och sökträffar får ny text.",
    "finns_nu": "Finns nu i listorna {listor}.",
    "finns_inte": "Finns inte längre i listorna {listor}.",
    "tillit": "Om uppgifterna står det: ”{text}”",
    "under": "Ändringarna står på verksamhetens sida under {delar}.",
}
CARD = ("namn", "sammanfattning")  # fields that change what a card says
CLOSED = ("status", "avslutad")  # the field that tells what has closed, and how
INSTEAD = "ersatt_av"  # the field that tells where to go instead

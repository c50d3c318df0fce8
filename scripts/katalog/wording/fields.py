"""The wording of those fields that deserve their own: ages, times, money, ways in, sources and more.

Each function turns one field's value into `Line`s. `rows` calls them through `LINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from katalog.derive.freshness import PLACES_DAYS, are_places_current, day_after, places_end
from katalog.derive.swedish import swedish_date
from katalog.record.model import Group, is_stated
from katalog.wording.contact import lines_of as contact_lines
from katalog.wording.told import VALUES
from katalog.wording.view import Line, View, bare_address, number, sentence, span


def amount(view: View, group: Group, units: str) -> str:
    """`35 kr per gång (2012)`; an amount without a year says that the year is missing."""
    if "belopp_kr" not in group:
        return ""
    if group["belopp_kr"] == 0:
        return f"{VALUES['gratis']}{_year(group)}"
    unit = VALUES["per"].format(enhet=view.words.label(units, group["enhet"])) if "enhet" in group else ""
    sum_ = VALUES["kronor"].format(tal=number(group["belopp_kr"]))
    return f"{sum_}{unit}{_year(group) or VALUES['utan_ar']}"


def _year(group: Group) -> str:
    return VALUES["aret"].format(ar=group["ar"]) if "ar" in group else ""


def _age(view: View, age: Group) -> Iterable[Line]:
    yield Line(text=span(age.get("fran"), age.get("till"), VALUES["ar"]))


def _organiser(view: View, organiser: Group) -> Iterable[Line]:
    kind = view.words.label("driftsform", organiser["driftsform"]) if "driftsform" in organiser else ""
    short = f" ({organiser['kortnamn']})" if "kortnamn" in organiser and "namn" in organiser else ""
    name = organiser.get("namn") or organiser.get("kortnamn")
    yield Line(text=f"{name}{short}" if name else kind, note=kind if name else "", link=organiser.get("webb"))
    yield from contact_lines({key: value for key, value in organiser.items() if key != "webb"})


def _municipalities(view: View, slugs: Iterable[str]) -> Iterable[Line]:
    yield Line(text=", ".join(view.words.label("kommun", slug) for slug in slugs))


def _area(view: View, slug: str) -> Iterable[Line]:
    """A district's name says enough; the wider values need their explanation."""
    is_district = view.words.terms("omrade")[slug].notes["slag"] == "stadsdel"
    yield view.term("omrade", slug, is_explained=not is_district)


def _welcome(view: View, slugs: Iterable[str]) -> Iterable[Line]:
    """Where a reader may live: the explanations tell where a place lies, which is something else."""
    yield Line(text=", ".join(view.words.label("omrade", slug) for slug in slugs))


def _place(view: View, place: Group) -> Iterable[Line]:
    town = " ".join(place[key] for key in ("postnummer", "ort") if key in place)
    address = ", ".join(part for part in (place.get("adress", ""), town) if part)
    if address:
        yield Line(text=address)
    if "hallplats" in place:
        yield Line(text=VALUES["hallplats"].format(text=place["hallplats"]))


def _access(view: View, answers: Group) -> Iterable[Line]:
    """Known answers first; what nobody has answered is told apart from a no."""
    items = view.words.schema.fields["tillganglighet"]["properties"]
    for word in ("ja", "nej"):
        for key, node in items.items():
            if answers.get(key) == word:
                yield Line(text=node["title"], mark=word, note="" if word == "ja" else VALUES["finns_inte"])
    unknown = [node["title"] for key, node in items.items() if key not in answers]
    if unknown:
        yield Line(text=VALUES["inte_kant"].format(text=", ".join(map(_lower, unknown))), mark="okant")


def _languages(view: View, slugs: Iterable[str]) -> Iterable[Line]:
    yield Line(text=", ".join(view.words.label("sprak", slug) for slug in slugs))


def _times(view: View, times: Iterable[Group]) -> Iterable[Line]:
    for time in times:
        day = view.words.label("dag", time["dag"]) if "dag" in time else ""
        when = " ".join(part for part in (day, _clock(time)) if part)
        yield Line(text=when or time["vad"], note=time.get("vad", "") if when else "")


def _clock(time: Group) -> str:
    if "fran" not in time:
        return ""
    clock = f"{time['fran']}–{time['till']}" if "till" in time else VALUES["klockan_fran"].format(fran=time["fran"])
    return f"{VALUES['omkring'] if time.get('ungefar') else ''}{clock}"


def _extent(view: View, extent: Group) -> Iterable[Line]:
    for unit in ("timmar", "veckor"):
        low, high = extent.get(f"{unit}_fran"), extent.get(f"{unit}_till")
        if low is not None or high is not None:
            yield Line(text=span(low, high, VALUES[unit]))
    if "forklaring" in extent:
        yield Line(text=extent["forklaring"])


def _count(view: View, group: Group) -> Iterable[Line]:
    about = VALUES["omkring"] if group.get("ungefar") else ""
    count = f"{about}{number(group['antal'])}{_year(group)}".capitalize() if "antal" in group else ""
    explained = group.get("forklaring", "")
    yield Line(text=count or explained + _year(group), note=explained if count else "")


# What stands in the place of a statement about free places that is too old to be told.
PLACES_PASSED = Line(text=VALUES["ingen_ny"], note=VALUES["for_gammal"].format(dagar=PLACES_DAYS))


def _free_places(view: View, state: Group) -> Iterable[Line]:
    if are_places_current(state["datum"], view.derived.idag):
        since = VALUES["uppgift_fran"].format(dag=swedish_date(state["datum"]))
        text, ends = view.words.label("platslage", state["lage"]), places_end(state["datum"])
        yield Line(text=text, note=since, ends=ends)
    else:
        yield PLACES_PASSED


def _ways_in(view: View, ways: Iterable[Group]) -> Iterable[Line]:
    for way in ways:
        explained = way.get("forklaring", "")
        whom = "" if explained.startswith(VALUES["galler_sagt"]) else _who(view, way)
        line = view.term("ingang", way["vag"], note=sentence(explained, whom), is_explained=not explained)
        likely = VALUES["troligen"].format(text=_lower(line.text))
        yield line if is_stated(way) else replace(line, text=likely, about=LIKELY)


LIKELY = "Det är vår tolkning. Fråga först."


def _who(view: View, group: Group) -> str:
    if "galler_for" not in group:
        return ""
    return VALUES["galler_vem"].format(text=_lower(view.words.label("galler-for", group["galler_for"])))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _decision(view: View, decision: Group) -> Iterable[Line]:
    dated = VALUES["den"].format(dag=swedish_date(decision["datum"])) if "datum" in decision else ""
    yield Line(text=f"{decision['namnd']}{dated}", note=decision.get("villkor", ""))


def _contact(view: View, contact: Group) -> Iterable[Line]:
    return contact_lines(contact)


def _pay(view: View, items: Iterable[Group]) -> Iterable[Line]:
    for item in items:
        term = view.words.terms("ersattning")[item["slag"]]
        sum_ = amount(view, item, "enhet")
        yield Line(text=f"{term.label}: {sum_}" if sum_ else f"{term.label}{_year(item)}", about=term.text)


def _costs(view: View, items: Iterable[Group]) -> Iterable[Line]:
    for item in items:
        sum_ = amount(view, item, "enhet")
        yield Line(text=f"{item['vad']}: {sum_}" if sum_ else f"{item['vad']}{_year(item)}")


def _payers(view: View, items: Iterable[Group]) -> Iterable[Line]:
    for item in items:
        term = view.words.terms("betalning")[item["slag"]]
        yield Line(text=term.label, about=term.text, note=_who(view, item))


def _price(view: View, price: Group) -> Iterable[Line]:
    yield Line(text=amount(view, price, "pris-enhet"))


def _results(view: View, results: Iterable[Group]) -> Iterable[Line]:
    for result in results:
        figures = _figures(result)
        text = f"{result['matt']}: {figures}" if figures else result["matt"]
        source = VALUES["kalla"].format(text=result["kalla"]) if "kalla" in result else ""
        period = VALUES["period"].format(text=_lower(result["period"]))
        yield Line(text=text, note=sentence(period, source))


def _figures(result: Group) -> str:
    whole = VALUES["av"].format(tal=number(result["av"])) if "av" in result else ""
    count = f"{number(result['antal'])}{whole}" if "antal" in result else ""
    percent = VALUES["procent"].format(tal=number(result["procent"])) if "procent" in result else ""
    share = f"{percent}{whole if not count else ''}" if percent else ""
    return ", ".join(part for part in (count, share) if part)


def _sources(view: View, sources: Iterable[Group]) -> Iterable[Line]:
    for source in sources:
        title = source.get("titel") or bare_address(source["webb"])
        year = VALUES["kalla_ar"].format(ar=source["ar"]) if "ar" in source else VALUES["kalla_utan_ar"]
        kind = view.words.label("kallslag", source["slag"]) if "slag" in source else ""
        told = sentence(year, kind, _about(view, source))
        yield Line(text=title, note=told, link=source.get("webb"))


def _about(view: View, group: Group) -> str:
    """Which fields a source or a remark speaks of."""
    named = ((name, view.words.title(name)) for name in group.get("galler", ()))
    fields = ", ".join(VALUES.get(f"om_{name}", _lower(title)) for name, title in named)
    return VALUES["galler"].format(text=fields) if fields else ""


def _remarks(view: View, remarks: Iterable[Group]) -> Iterable[Line]:
    for remark in remarks:
        yield Line(text=remark["text"], note=_about(view, remark))


def _for_now(view: View, notice: Group) -> Iterable[Line]:
    """A notice until its last day, and never after it."""
    if notice["till"] >= view.derived.idag:
        yield Line(text=notice["text"], note=notice_days(notice), ends=day_after(notice["till"]))


NOTICE = {"till": "Det gäller till och med {till}.", "fran": "Det gäller från {fran} till och med {till}."}


def notice_days(notice: Group) -> str:
    """When a notice holds: its last day is written, for those whose browser takes nothing back."""
    days = {key: swedish_date(notice[key]) for key in ("fran", "till") if key in notice}
    return NOTICE["fran" if "fran" in days else "till"].format(**days)


def _date(view: View, date: str) -> Iterable[Line]:
    yield Line(text=swedish_date(date))


def _types(view: View, slugs: Iterable[str]) -> Iterable[Line]:
    return (view.term("insatstyp", slug) for slug in slugs)


LINES: Mapping[str, Callable[[View, Any], Iterable[Line]]] = {
    "alder": _age,
    "anordnare": _organiser,
    "omrade": _area,
    "tar_emot_fran": _welcome,
    "kommun": _municipalities,
    "plats": _place,
    "tillganglighet": _access,
    "sprak": _languages,
    "medlemmar": _count,
    "tillfalligt": _for_now,
    "tider": _times,
    "omfattning": _extent,
    "platser": _count,
    "personal": _count,
    "platslage": _free_places,
    "ingang": _ways_in,
    "beslut_utan_provning": _decision,
    "kontakt": _contact,
    "ersattning": _pay,
    "kostnad_for_dig": _costs,
    "betalning": _payers,
    "pris": _price,
    "resultat": _results,
    "anmarkning": _remarks,
    "kallor": _sources,
    "senast_bekraftad": _date,
    "insatstyp": _types,
}

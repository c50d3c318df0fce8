"""What Hypothesis draws from: texts that look like YAML, and JSON values that no field expects."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

# Pieces that YAML's grammar is made of: random text alone seldom gets past the first line.
_PIECES = st.sampled_from(
    [
        *"[]{},:-?&*!|>'\"%@`#~= \n\t\r\\",
        *(
            "\n  ",
            "\n    ",
            "- ",
            ": ",
            "? ",
            "--- ",
            "\n---\n",
            "\n...\n",
            "&a ",
            "*a",
            "!!str ",
            "!x ",
            "<<: ",
            "|\n",
        ),
        *(
            "namn",
            "status",
            "kallor",
            "tider",
            "plats",
            "ersatt_av",
            "okand",
            "å",
            "a\u030a",
            "\u202e",
            "\ufeff",
            "\x00",
        ),
        *("1", "-0.5", "1e999", "0x1F", "0o17", "2026-02-30", "true", "null", "no", "12:30", ".inf", "9" * 30),
        *('"\\u202e"', '"\\ud800"', '"\\x1b"', "%YAML 1.1\n", "\U0001f600", "\x85", "\u2028"),
    ]
)
yaml_like = st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=40).map("".join)
# What two readers of YAML take differently, if they do: white that is none, ends, quotes, brackets, blocks, escapes.
_SNAGS = st.sampled_from(
    [
        *"[]{},:-?&*!|>'\"%@`#~= \n\t\r\\\u00a0\u2009\u3000\u0085\u2028\u200b\u00ad\ufeff\u201d\u2019\u0301",
        *("\n  ", "\n    ", "  ", "\n\n", "\n   \n", "\r\n", " #", "\t#", "\u00a0#", ":\t", "-\t", "- ", ": ", "''"),
        *(">\n  ", "---", "\n---\n", "\n...\n", "<<<<<<<", "=======", "\u2022 ", "__proto__", "constructor", "<<: "),
        *("[a, b]", "[a: b]", "[]", "[,]", "[-]", "[?a]", "[a, ]", "[10:30]", "{}", "|\n", ">2-", "|+", "|-", ">-"),
        *("\\ud800", "\\x1b", "\\u00e5", "\\\n", "\\ ", "\\N", "\U0001f469\u200d\U0001f373", "\ufe0f"),
        *("1", "-0.5", "1e999", "0x1F", "0o17", "true", "null", "no", "12:30", "9" * 17, "9" * 30, "-0"),
    ]
)


@st.composite
def near_yaml(draw: st.DrawFn, samples: Sequence[str]) -> str:
    """A part of one of `samples`, with a few places changed: most of these load, which random text seldom does."""
    lines = draw(st.sampled_from(samples)).split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + draw(st.integers(1, 12))]) + draw(st.sampled_from(["", "\n"]))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.one_of(_SNAGS, st.just(""))) + text[place + draw(st.integers(0, 3)) :]
    return text


# JSON has more kinds of values than any field takes; texts are sometimes what only a rule could object to.
_words = st.sampled_from(
    ["granne", "fall", "811218-9876", "070-174 06 05", "a.b@c.se", "2026-11-23", "09:00", "x" * 500]
)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), _words),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=10,
)
# What a text is made of that YAML may take for something else: lists in it, ends, long lines, long words, signs, emoji.
_BITS = st.sampled_from(
    [
        *("- ", "  - ", "    - ", "   ", " ", "\n", "\n\n", "\n  ", "\t", "#", " #", ": ", ":", "? ", "| ", "> "),
        *(
            "%",
            "@",
            "[a]",
            "{",
            "=",
            "<<",
            "~",
            "null",
            "1",
            "true",
            "12:30",
            "0x1F",
            "1e3",
            "2026-01-01",
            "---",
            "...",
        ),
        *(
            "å",
            "”",
            "”x”",
            "\u00a0",
            "\u2009",
            '"',
            "'",
            "\\",
            "\\U0001F600",
            "\U0001f469\u200d\U0001f373",
            "\u2600\ufe0f",
        ),
        *("ord " * 30, "x" * 130, "Lång text som går på. " * 6),
    ]
)
awkward_texts = st.lists(st.one_of(_BITS, st.text(max_size=3)), min_size=1, max_size=12).map("".join)

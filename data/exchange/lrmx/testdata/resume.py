"""Résumés in the layouts found in files, and what they say."""

INDENT = " " * 18


def dotted(ym):
    return f"{ym // 100}.{ym % 100:02d}"


# Month form, dash, what stands after the span, what replaces dash and blanks
# when there is no end.
STYLES = {
    "official": (dotted, "--", "  ", "--" + " " * 9),
    "em": (dotted, "—", " ", "—— "),
    "two em": (dotted, "——", "  ", "——至今 "),
    "bar": (dotted, "―", "", "―"),
    "box": (dotted, " ─ ", "\u3000", "─\u3000"),
    "en": (dotted, " – ", "\u00a0\u00a0", "–今 "),
    "wide": (dotted, "－", "\u3000\u3000", "－－\u3000\u3000"),
    "tilde": (lambda ym: f"{ym // 100}.{ym % 100}", "~", " ", "~至今"),
    "wide tilde": (dotted, "～", "\t", "～\t"),
    "wave": (dotted, "〜", " ", "〜 "),
    "until": (dotted, "至", "", "至今"),
    "words": (lambda ym: f"{ym // 100}年{ym % 100}月", "至", "，", "至今，"),
    "digits": (str, "-", "\t", "-\t"),
    "two dots": (lambda ym: f"{ym // 100}..{ym % 100:02d}", "--", "  ", "--  "),
    "invisible": (dotted, "\u200b--\ufeff", "  ", "\u200b--  "),
}


def segment_lines(rng, style, start, end, lines, wrap):
    month, dash, after, now = STYLES[style]
    text = [after.strip() + lines[0]] + lines[1:]  # a comma is content
    prefix = month(start) + (dash + month(end) + after if end else now)
    if not end:
        text[0] = "，" * now.endswith("，") + lines[0]
    if wrap and len(text[0]) > 12:
        cut = rng.randint(8, len(text[0]) - 2)
        text[0:1] = [text[0][:cut], text[0][cut:]]
    shown = [prefix.rstrip("，") + text[0]]
    for line in text[1:]:
        note = line.startswith("（")
        shown.append((rng.choice(["", "  ", INDENT]) if note else rng.choice([INDENT, "\u3000" * 9])) + line)
    return shown, text


def render(rng, person, tame):
    """The text of the résumé and the segments a reader should find."""
    style = "official" if tame else rng.choice(list(STYLES))
    layout = rng.choice(["lines"] * 4 + ["spread", "one line", "one line tight"]) if not tame else "lines"
    if layout.startswith("one line"):
        return one_line(rng, person, layout.endswith("tight"))
    wrap = not tame and rng.random() < 0.3
    shown, found = [], []
    for start, end, lines in person.resume:
        block, text = segment_lines(rng, style, start, end, lines, wrap)
        shown += block + [""] * (layout == "spread")
        found.append({"from": start, "to": end, "text": "\n".join(text)})
    if person.annex:
        shown += ["", person.annex]
        found.append({"from": 0, "to": 0, "text": person.annex})
    return "\n".join(shown).strip(), found


def one_line(rng, person, tight):
    """Everything run together, as after a paste into a cell."""
    shown, found = "", []
    glue = "" if tight else INDENT
    for start, end, lines in person.resume:
        span = dotted(start) + "--" + (dotted(end) + "  " if end else " " * 9)
        shown += span + glue.join(lines)
        found.append({"from": start, "to": end, "text": ("" if tight else "\n").join(lines)})
    return shown, found

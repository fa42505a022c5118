#!/usr/bin/env bash
# Makes the embedded fonts of assets/fonts anew: subsets of Noto Sans and Serif CJK SC from Debian's fonts-noto-cjk.
# Run it once when the font's version or the set of characters changes, and commit the result.
#
# CFF for the window: Fyne decodes its glyphs when they are drawn; glyf fonts are unfolded whole on opening.
# TrueType for PDF: gopdf knows nothing else.
# Without layout features and vertical tables: lines run from left to right, and they are a third of the size.
set -euo pipefail
cd "$(dirname "$0")/.."

for p in fonts-noto-cjk python3-fonttools unicode-data; do
  if ! dpkg -s "$p" >/dev/null 2>&1; then
    echo "缺少软件包 $p，请先运行：apt-get install -y --no-install-recommends fonts-noto-cjk python3-fonttools unicode-data" >&2
    exit 1
  fi
done

# python3-fonttools lives in the system's Python; the first one on the PATH may be another.
/usr/bin/python3 - /usr/share/fonts/opentype/noto assets/fonts <<'PY'
import bz2
import os
import sys

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, newTable

source, target = sys.argv[1:]

# Whole blocks; what the font lacks is passed over.
RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x017F), (0x01CD, 0x01DC), (0x0250, 0x02DF),  # Latin, tones of pinyin
    (0x0370, 0x03FF), (0x0400, 0x045F),                                      # Greek, Cyrillic
    (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF),  # punctuation, currency, number forms, arrows
    (0x2200, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x27BF), (0x2900, 0x2BFF),  # mathematics, circled, box drawing, shapes, symbols
    (0x2E80, 0x303F), (0x3040, 0x312F), (0x31A0, 0x33FF),                    # radicals, punctuation, kana, bopomofo, strokes
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),                    # ideographs: extension A, basic, compatibility
    (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),                                      # upright punctuation, full and half width
    (0x20000, 0x323AF),                                                      # ideographs: extensions B to H, compatibility supplement
]

# Symbols the font lacks and the screens need borrow a glyph of the same shape.
ALIASES = {"✕": "×", "✖": "×", "✗": "×", "✘": "×", "✔": "✓", "☐": "□"}

# Without these the font is no use.
REQUIRED = "㛃䶮𬭎𫖯〇○●■□▲▼△▽←→↑↓✓✕✗›‹＋①⑩⑳≥≤±×÷·—…“”‘’《》〈〉【】〔〕、。，：；！？％￥℃№"


def join_dashes(font):
    """Draws the dash as wide as an ideograph: the font joins “——” by a feature, which is dropped here."""
    name = font.getBestCmap()[ord("—")]
    glyphs = font.getGlyphSet()
    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    half = (bounds.bounds[3] - bounds.bounds[1]) / 2
    low, high = 380 - half, 380 + half  # 380 is the middle of an ideograph
    chars = font["CFF "].cff.topDictIndex[0].CharStrings
    old = chars[name]
    pen = T2CharStringPen(1000 - old.private.nominalWidthX, glyphs)
    pen.moveTo((0, low))
    for point in ((1000, low), (1000, high), (0, high)):
        pen.lineTo(point)
    pen.closePath()
    chars[name] = pen.getCharString(old.private, old.globalSubrs)
    font["hmtx"][name] = (1000, 0)


def to_truetype(font):
    """Turns cubic CFF outlines into quadratic glyf ones, to within a thousandth of an em."""
    glyphs, order, curves = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        curves[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, curves
    for name in order:
        curves[name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(curves[name], "xMin", 0))
    limits = font["maxp"]
    limits.tableVersion, limits.maxZones = 0x00010000, 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements"):
        setattr(limits, field, 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"


def align_digits(font):
    """Gives all digits one width, so that numbers and dates line up: the font does it by a feature, which is dropped here."""
    names = [font.getBestCmap()[ord(d)] for d in "0123456789"]
    wide = max(font["hmtx"][name][0] for name in names)
    for name in names:
        glyph, shift = font["glyf"][name], (wide - font["hmtx"][name][0]) // 2
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (wide, glyph.xMin)


def common():
    """The 8105 characters of 通用规范汉字表 and those of GB 2312."""
    with bz2.open("/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8") as lines:
        table = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    return table | {c for c in range(0x3400, 0xA000) if chr(c).encode("gb2312", "ignore")}


def cut(family, weight, kind, wanted):
    path = os.path.join(source, f"Noto{family}CJK-{weight}.ttc")
    fonts = TTCollection(path, lazy=True).fonts
    font = next(f for f in fonts if f["name"].getDebugName(1) == f"Noto {family} CJK SC")
    font.recalcTimestamp = False  # no time of the run: a second one gives the same bytes
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            for alias, like in ALIASES.items():
                if ord(alias) not in table.cmap and ord(like) in table.cmap:
                    table.cmap[ord(alias)] = table.cmap[ord(like)]

    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GDEF", "GPOS", "GSUB"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    join_dashes(font)
    if kind == "ttf":
        to_truetype(font)
        align_digits(font)

    have = font.getBestCmap()
    missing = [c for c in REQUIRED if ord(c) not in have]
    if missing:
        sys.exit(f"{family} {weight} 缺字：{''.join(missing)}")
    out = os.path.join(target, f"Noto{family}CJKsc-{weight}.{kind}")
    font.save(out)
    han = sum(1 for c in have if 0x3400 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF or c >= 0x20000)
    print(f"{out}：{os.path.getsize(out) / 1e6:.1f} MB，{len(have)} 个字符，其中汉字 {han} 个")


everything = [c for a, b in RANGES for c in range(a, b + 1)]
usual = [c for c in everything if c < 0x3400 or 0xFE10 <= c <= 0xFFFF] + sorted(common())
cut("Sans", "Regular", "otf", everything)
cut("Sans", "Bold", "otf", everything)
cut("Serif", "Regular", "ttf", everything)
cut("Serif", "Bold", "ttf", usual)
cut("Sans", "Regular", "ttf", usual)
PY

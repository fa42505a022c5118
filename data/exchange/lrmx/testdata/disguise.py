"""Turns a person into the bytes of a file, the way some program would."""

import base64
import re
import textwrap

import resume

ORDER = (
    "XingMing XingBie ChuShengNianYue MinZu JiGuan ChuShengDi RuDangShiJian CanJiaGongZuoShiJian DaoLingNianYue "
    "JianKangZhuangKuang ZhuanYeJiShuZhiWu ShuXiZhuanYeYouHeZhuanChang QuanRiZhiJiaoYu_XueLi QuanRiZhiJiaoYu_XueWei "
    "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi ZaiZhiJiaoYu_XueLi ZaiZhiJiaoYu_XueWei "
    "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi XianRenZhiWu NiRenZhiWu NiMianZhiWu JianLi "
    "JiangChengQingKuang NianDuKaoHeJieGuo RenMianLiYou JiaTingChengYuan ChengBaoDanWei GaiGeQianRenZhiNianLingJieXian "
    "JiSuanNianLingShiJian TianBiaoShiJian TianBiaoRen ShenFenZheng ZhaoPian Version ZhengZhiMianMao"
).split()
MEMBER = "ChengWei XingMing ChuShengRiQi ZhengZhiMianMao GongZuoDanWeiJiZhiWu".split()
OPTIONAL = {"DaoLingNianYue", "GaiGeQianRenZhiNianLingJieXian", "ZhengZhiMianMao"}

# Codec, declaration, whether the two contradict each other.
ENCODINGS = [
    ("utf-8", '<?xml version="1.0" encoding="utf-8"?>', False),
    ("utf-8", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>", False),
    ("utf-8", '<?xml version="1.0"?>', False),
    ("utf-8", "", False),
    ("utf-8-sig", '<?xml version="1.0" encoding="utf-8"?>', False),
    ("utf-8-sig", '<?xml version="1.0" encoding="gb2312"?>', False),
    ("gb18030", '<?xml version="1.0" encoding="GB18030"?>', False),
    ("gb18030", '<?xml version="1.0" encoding="gbk"?>', False),
    ("gb18030", '<?xml version="1.0" encoding="GB2312"?>', False),
    ("gb18030", '<?xml version="1.0" encoding="utf-8"?>', True),
    ("gb18030", "", True),
    ("utf-8", '<?xml version="1.0" encoding="gb2312"?>', True),
    ("utf-16", '<?xml version="1.0" encoding="utf-16"?>', False),
    ("utf-16-be", '\ufeff<?xml version="1.0" encoding="utf-16"?>', False),
]

# Name, attributes, text, markup: what a newer version might bring along.
UNKNOWN = [
    ("BeiZhu", "", "  留存\n备查 & <待核>  ", ""),
    ("KuoZhan", ' laiyuan="甲系统" bz="a&gt;b"', "1", ""),
    ("Kong", "", "", ""),
    ("GongZi", "", "\n    13二档\n  ", '\n    <Ji>13</Ji><Dang xh="1">二档</Dang>\n  '),
    ("xsi:Biao", ' xsi:nil="true"', "", ""),
]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Disguise:
    def __init__(self, rng, tame):
        self.rng, self.tame = rng, tame
        self.encoding, self.declaration, mismatch = ENCODINGS[0] if tame else rng.choice(ENCODINGS)
        self.faults = ["mismatch"] * mismatch
        self.breaks = self.pick("plain", ["plain", "plain", "reference", "escaped", "element", "cdata"])
        self.empty = self.pick("<{0}></{0}>", ["<{0}></{0}>", "<{0}/>", "<{0}>\n  </{0}>", "<{0}>\u3000 </{0}>", "", "<{0} />"])
        self.glued = self.pick(False, [False] * 9 + [True])
        self.padded = self.pick("{}", ["{}", "{}", "  {} ", "\n    {}\n  ", "\u3000{}\ufeff"])
        self.noise = self.pick("", [""] * 6 + ["\x01", "\x0b", "\x1f", "&#2;", "&#xB;"])

    def pick(self, plain, choices):
        return plain if self.tame else self.rng.choice(choices)

    def value(self, text):
        """A value in XML; the reader is to get back text."""
        if self.breaks == "cdata" and ("\n" in text or "&" in text):
            return "<![CDATA[" + self.padded.format(text) + "]]>"
        out = escape(self.padded.format(text))
        if self.glued and "&amp;" in out:
            out = out.replace("&amp;", "&")
            self.fault("glued")
        if self.noise and self.rng.random() < 0.2:
            cut = self.rng.choice([0, len(out)])
            out = out[:cut] + self.noise + out[cut:]
            self.fault("noise")
        lines = {"reference": self.rng.choice(["&#xD;\n", "&#13;&#10;"]), "escaped": self.rng.choice(["&lt;br/&gt;", "&lt;BR&gt;"])}
        lines["element"] = "<br/>"
        if self.glued and self.breaks == "element" and "\n" in text:
            lines["element"] = "<br>"
            self.fault("glued")
        break_ = lines.get(self.breaks, "\n")
        head, body, tail = re.fullmatch(r"(?s)(\s*)(.*?)(\s*)", out).groups()
        return head + body.replace("\n", break_) + tail

    def fault(self, name):
        if name not in self.faults:
            self.faults.append(name)

    def element(self, name, text):
        if text == "":
            return self.empty.format(name)
        return f"<{name}>{self.value(text)}</{name}>"

    def member(self, values):
        inner = [self.element(name, values[name]) for name in self.shuffled(MEMBER)]
        extra = self.pick("", [""] * 8 + ["<BeiZhu>同住</BeiZhu>"])
        return "<Item>" + "".join(inner) + extra + "</Item>", bool(extra)

    def family(self, members):
        """The family and what the reader should find in it."""
        shown, found = [], []
        filler = self.pick(0, [0, 0, 2])
        for values in members + [dict.fromkeys(MEMBER, "")] * filler:
            item, extra = self.member(values)
            shown.append("    " + item + "\n")
            found.append([values[name] for name in MEMBER] + (["BeiZhu=同住"] if extra else []))
        if not shown:
            return self.empty.format("JiaTingChengYuan"), []
        return "<JiaTingChengYuan>\n" + "".join(shown) + "  </JiaTingChengYuan>", found

    def photo(self, person):
        """The photo, its type for the reader, and the text when it is none."""
        if not person.photo:
            return self.empty.format("ZhaoPian"), "", ""
        text = base64.b64encode(person.photo).decode()
        if self.pick(False, [False] * 15 + [True]):
            text = self.rng.choice(["照片见附件", "QUJD" * 5, text[:9]])
            self.fault("photo")
            return f"<ZhaoPian> {text}\n</ZhaoPian>", "", text
        layout = self.pick("{}", ["{}", "{}", "lines", "indented", f"data:image/{person.photo_type};base64,{{}}", "unpadded"])
        if layout in ("lines", "indented"):
            lines = textwrap.wrap(text, 76)
            gap = "\n      " if layout == "indented" else "\n"
            text = gap + gap.join(lines) + "\n  "
        elif layout == "unpadded":
            text = text.rstrip("=")
        else:
            text = layout.format(text)
        return f"<ZhaoPian>{text}</ZhaoPian>", person.photo_type, ""

    def shuffled(self, items):
        items = list(items)
        if self.pick(False, [False, True]):
            self.rng.shuffle(items)
        return items

    def unknown(self):
        return [u for u in UNKNOWN if self.pick(False, [False, False, True])]


def unknown_element(name, attrs, text, markup):
    return f"<{name}{attrs}>{markup or escape(text)}</{name}>"


def disguise(rng, person, tame=False):
    d = Disguise(rng, tame)
    values = dict(person.values)
    values["JianLi"], segments = resume.render(rng, person, tame)
    if not tame and rng.random() < 0.2:
        values["ShenFenZheng"] = ""
    elements = {name: d.element(name, values.get(name, "")) for name in ORDER if name in values or name not in OPTIONAL}
    elements["JiaTingChengYuan"], family = d.family(person.family)
    elements["ZhaoPian"], photo_type, values["ZhaoPian"] = d.photo(person)
    body = d.shuffled(elements.values())
    if not tame and rng.random() < 0.1 and values["TianBiaoRen"]:
        body.insert(0, "<TianBiaoRen> </TianBiaoRen>")
        d.fault("twice")
    unknown = d.unknown()
    places = sorted(rng.randint(0, len(body)) for _ in unknown)
    for shift, (place, u) in enumerate(zip(places, unknown)):
        body.insert(place + shift, unknown_element(*u))
    attrs = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' if any(":" in u[0] for u in unknown) else ""
    comment = d.pick("", ["", "", "<!-- 导出程序 & 版本 -->"])
    lines = [d.declaration, f"<Person{attrs}>", "  " + comment] + ["  " + e for e in body if e] + ["</Person>", ""]
    text = "\n".join(lines).lstrip("\n")
    if not tame and rng.random() < 0.05:
        text += "以下空白"
        d.fault("tail")
    if d.pick("\r\n", ["\n", "\r\n"]) == "\r\n":
        text = text.replace("\n", "\r\n")
    want = {
        "faults": d.faults,
        "tags": {name: values.get(name, "") for name in ORDER if name != "JiaTingChengYuan"},
        "unknown": [list(u) for u in unknown],
        "attrs": attrs,
        "family": family,
        "photo": {"type": photo_type} if photo_type else None,
        "name": person.name,
        "party": {"joined": person.joined, "parties": person.parties, "rest": person.party_rest},
        "resume": segments,
    }
    return text.encode(d.encoding), want

"""Invented people of the invented 清源县: the values before any disguise."""

import pictures

COUNTY = "清源县"
TOWNS = "青石镇 白鹿乡 柳河镇 云门街道 石泉镇 双塔镇 梅林乡 清江街道 桃源镇 下坝乡 龙潭镇 望山乡 沙溪镇 铜鼓镇 南坪乡".split()
OFFICES = (
    "发展和改革局 教育局 财政局 农业农村局 住房和城乡建设局 交通运输局 水利局 卫生健康局 审计局 司法局 民政局 "
    "文化和旅游局 公安局 应急管理局 自然资源局 人力资源和社会保障局"
).split()
PARTY_OFFICES = ["委组织部", "委宣传部", "纪委监委"]

SURNAMES = list("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张") + ["欧阳", "司徒", "诸葛"]
GIVEN = list("文武明亮志强建国芳兰梅静雅晨曦浩宇嘉禾㛃䶮𬭎喆堃玥") + ["晓东", "思远", "若谷", "怀瑾", "㛃文", "䶮飞", "𬭎毅"]
MINORITY = ["买合木提·艾力江", "阿孜古丽·图尔荪", "扎西·顿珠次仁", "巴特尔·那音太", "古丽米热·阿卜杜拉"]
DOTS = ["·", "•", "・", ".", "．", "。", "‧"]

# As the file has it, what it says, and what is left over.
PARTIES = [
    ("{ym}", True, [], ""), ("{y}.{m}", True, [], ""), ("（{ym}）", True, [], ""), ("{ym}；民盟", True, ["民盟"], ""),
    ("{ym};九三学社", True, ["九三学社"], ""), ("{y}年{n}月、民建会员", True, ["民建"], ""), ("民盟", False, ["民盟"], ""),
    ("民进（201105）", False, ["民进"], "（201105）"), ("无党派", False, ["无党派"], ""), ("无党派人士", False, ["无党派"], ""),
    ("农工党；致公党", False, ["农工党", "致公党"], ""), ("", False, [], ""), ("中共党员", False, [], "中共党员"),
]


def month_add(ym, months):
    total = ym // 100 * 12 + ym % 100 - 1 + months
    return total // 12 * 100 + total % 12 + 1


def id_number(rng, birth, male):
    digits = f"990101{birth}{rng.randint(1, 28):02d}{rng.randint(0, 99):02d}{rng.choice('13579' if male else '02468')}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights)) % 11]


class Person:
    """values: tag → clean value. resume: (from, to, [lines])."""

    def __init__(self, rng, number):
        self.rng = rng
        self.male = rng.random() < 0.6
        self.birth = rng.randint(1968, 1998) * 100 + rng.randint(1, 12)
        self.resume = self.make_resume()
        self.annex = rng.choice(["", "", "", "中共江原市第四届委员会委员", "江原省第十三届人大代表"])
        self.values = self.make_values(number)
        self.family = [self.make_member() for _ in range(rng.choice([0, 1, 3, 4, 4, 5, 7, 9]))]
        self.photo_type = rng.choice(["", "jpeg", "jpeg", "jpeg", "png", "png", "gif", "bmp"])
        self.photo = pictures.KINDS[self.photo_type](rng) if self.photo_type else b""

    def make_name(self):
        """The name in the file and the name to compare by."""
        rng = self.rng
        if rng.random() < 0.12:
            name = rng.choice(MINORITY)
            return name.replace("·", rng.choice(DOTS)), name
        surname, given = rng.choice(SURNAMES), rng.choice(GIVEN)
        gap = rng.choice(["", "", " ", "\u3000", "  "]) if len(surname + given) == 2 else ""
        return surname + gap + given, surname + given

    def make_post(self):
        rng = self.rng
        if rng.random() < 0.5:
            town = rng.choice(TOWNS)
            head = "主任" if town.endswith("街道") else town[-1] + "长"
            body = "党工委" if town.endswith("街道") else "党委"
            return f"{COUNTY}{town}" + rng.choice([f"{body}副书记、{head}", f"{body}委员、副{head}", f"{body}书记"])
        if rng.random() < 0.2:
            return f"{COUNTY}{rng.choice(PARTY_OFFICES)}" + rng.choice(["副部长", "干部科科长", "四级主任科员"])
        return f"{COUNTY}{rng.choice(OFFICES)}" + rng.choice(["党组成员、副局长", "党组书记、局长", "办公室主任", "一级科员"])

    def make_resume(self):
        rng = self.rng
        start = self.birth // 100 * 100 + 1809
        end = start // 100 * 100 + 407
        self.school = f"{rng.choice(['江原', '南岭', '东明'])}大学{rng.choice(['法学院法学', '农学院农学', '经济学院财政学'])}专业"
        segments = [(start, end, [self.school + "学生"])]
        for _ in range(rng.randint(1, 5)):
            start, end = end, month_add(end, rng.randint(8, 50))
            if end > 202601:
                break
            segments.append((start, end, [self.make_post()] + self.make_notes(start)))
        segments.append((segments[-1][1], 0, [self.make_post()] + self.make_notes(segments[-1][1])))
        return segments

    def make_notes(self, start):
        rng = self.rng
        first, last = month_add(start, 1), month_add(start, 7)
        span = f"{first // 100}.{first % 100:02d}--{last // 100}.{last % 100:02d}"
        return rng.choice([[], [], [], [f"（其间：{span}  在省委党校中青年干部培训班学习）"], [f"（{span}挂职）"], ["（主持工作）"]])

    def make_values(self, number):
        rng = self.rng
        joined = month_add(self.birth, 12 * 21)
        raw, self.name = self.make_name()
        party, is_member, self.parties, self.party_rest = rng.choice(PARTIES)
        self.joined = joined if is_member else 0
        year, month = divmod(joined, 100)
        version = rng.choice(["3.2.1.6", "3.2.1.16", "2.0", "4.0"])
        day = rng.choice(["20260601", "202606"])
        values = {
            "XingMing": raw,
            "XingBie": "男" if self.male else "女",
            "ChuShengNianYue": rng.choice(["{0}{1:02d}", "{0}.{1:02d}", "{0}{1:02d}05"]).format(*divmod(self.birth, 100)),
            "MinZu": "汉族" if "·" not in self.name else rng.choice(["维吾尔族", "藏族", "蒙古族"]),
            "JiGuan": "江原清源",
            "ChuShengDi": "江原清源",
            "RuDangShiJian": party.format(ym=joined, y=year, m=f"{month:02d}", n=month),
            "CanJiaGongZuoShiJian": str(self.resume[1][0]),
            "JianKangZhuangKuang": "健康",
            "ZhuanYeJiShuZhiWu": rng.choice(["", "", "工程师", "会计师 <中级>"]),
            "ShuXiZhuanYeYouHeZhuanChang": rng.choice(["", "财政管理", "农业农村工作；R&D 管理", '“三农”工作 "专长"']),
            "QuanRiZhiJiaoYu_XueLi": "大学",
            "QuanRiZhiJiaoYu_XueWei": "学士",
            "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi": self.school,
            "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi": "",
            "ZaiZhiJiaoYu_XueLi": rng.choice(["", "研究生"]),
            "ZaiZhiJiaoYu_XueWei": rng.choice(["", "公共管理硕士"]),
            "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi": rng.choice(["", "省委党校公共管理专业"]),
            "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi": "",
            "XianRenZhiWu": self.resume[-1][2][0],
            "NiRenZhiWu": rng.choice(["", self.make_post()]),
            "NiMianZhiWu": rng.choice(["", self.resume[-1][2][0]]),
            "JiangChengQingKuang": rng.choice(["无", "", "2019年12月记三等功一次；\n2021年6月获评县优秀共产党员。"]),
            "NianDuKaoHeJieGuo": "2023、2024、2025年年度考核均为称职。",
            "RenMianLiYou": rng.choice(["", "工作需要。", "经研究，\n\n建议任现职。"]),
            "ChengBaoDanWei": rng.choice(["", "中共清源县委组织部"]),
            "JiSuanNianLingShiJian": day,
            "TianBiaoShiJian": day,
            "TianBiaoRen": rng.choice(["", "录入员甲"]),
            "ShenFenZheng": id_number(rng, self.birth, self.male),
            "Version": version,
        }
        if version == "4.0":
            values["DaoLingNianYue"] = str(month_add(self.birth, 12 * 60 + 8))
            values["GaiGeQianRenZhiNianLingJieXian"] = "改革前任职年龄界限为60岁"
        if number % 9 == 0:
            values["ZhengZhiMianMao"] = "中共党员"
        return values

    def make_member(self):
        rng = self.rng
        return {
            "ChengWei": rng.choice(["妻子", "丈夫", "儿子", "女儿", "父亲", "母亲"]),
            "XingMing": self.make_name()[0],
            "ChuShengRiQi": str(rng.randint(1940, 2020) * 100 + rng.randint(1, 12)),
            "ZhengZhiMianMao": rng.choice(["中共党员", "群众", "共青团员", ""]),
            "GongZuoDanWeiJiZhiWu": rng.choice(["清源县第一小学教师", "务农", "清源县青石镇村民（已去世）", "甲&乙商店", ""]),
        }

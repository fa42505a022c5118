package data

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestParseResume(t *testing.T) {
	student := ResumeSegment{200809, 201207, "某大学学生"}
	clerk := ResumeSegment{201207, 201605, "清源县财政局科员"}
	mayor := ResumeSegment{201605, 0, "清源县青石镇党委副书记、镇长"}
	all := []ResumeSegment{student, clerk, mayor}
	cases := []struct {
		name, text string
		want       []ResumeSegment
	}{
		{"empty", " \r\n\u3000\n", nil},
		{"official", "2008.09--2012.07  某大学学生\r\n2012.07--2016.05  清源县财政局科员\r\n2016.05--         清源县青石镇党委副书记、镇长", all},
		{"dashes", "2008.09—2012.07某大学学生\n2012.07——2016.05 清源县财政局科员\n2016.05―清源县青石镇党委副书记、镇长", all},
		{"more dashes", "2008.09－2012.07\t某大学学生\n2012.07~2016.05\u3000清源县财政局科员\n2016.05〜 清源县青石镇党委副书记、镇长", all},
		{"words", "2008.09至2012.07 某大学学生\n2012年7月至2016年5月清源县财政局科员\n2016.05至今清源县青石镇党委副书记、镇长", all},
		{"open word", "2008.09至2012.07 某大学学生\n2012.07至2016.05清源县财政局科员\n2016.05至         清源县青石镇党委副书记、镇长", all},
		{"open word, no breaks", "2008.09至2012.07  某大学学生2012.07至2016.05  清源县财政局科员2016.05至         清源县青石镇党委副书记、镇长", all},
		{"until now", "200809-201207 某大学学生\n2012.7--2016..05  清源县财政局科员\n2016.05--今 清源县青石镇党委副书记、镇长", all},
		{"odd months", "２００８．０９--２０１２．０７  某大学学生\n2012-07--2016-05 清源县财政局科员\n2016/05-至今 清源县青石镇党委副书记、镇长", all},
		{"invisible", "\ufeff2008.09\u200b--2012.07\u00a0\u00a0某大学学生\n\u30002012.07 – 2016.05 清源县财政局科员\n\t2016.05 ─ 清源县青石镇党委副书记、镇长", all},
		{"empty lines between", "2008.09--2012.07  某大学学生\n\n2012.07--2016.05  清源县财政局科员\n\n\n2016.05--         清源县青石镇党委副书记、镇长\n", all},
		{"month alone on its line", "2008.09--2012.07\n某大学学生\n2012.07--2016.05\n                  清源县财政局科员\n2016.05--\n清源县青石镇党委副书记、镇长", all},
		{"no breaks", "2008.09--2012.07  某大学学生2012.07--2016.05  清源县财政局科员2016.05--         清源县青石镇党委副书记、镇长", all},
		{"no breaks, no blanks", "2008.09-2012.07某大学学生2012.07-2016.05清源县财政局科员2016.05至今清源县青石镇党委副书记、镇长", all},
		{
			"no breaks, notes",
			"2008.09--2012.07  某大学学生2012.07--2016.05  清源县财政局科员（其间：2013.01--2014.01在省委党校学习）2016.05--         镇长                    （主持工作）",
			[]ResumeSegment{student, {201207, 201605, "清源县财政局科员（其间：2013.01--2014.01在省委党校学习）"}, {201605, 0, "镇长\n（主持工作）"}},
		},
		{
			"notes and wrapped lines",
			"2012.07--2016.05  清源县财政局\n                  科员\n（其间：2013.01--2014.01  在省委党校学习）\n                  2015.03 下派\n2016.05--         镇长",
			[]ResumeSegment{{201207, 201605, "清源县财政局\n科员\n（其间：2013.01--2014.01  在省委党校学习）\n2015.03 下派"}, {201605, 0, "镇长"}},
		},
		{
			"note wrapped before a month",
			"2012.07--2016.05  科员（其间：\n2013.01--2014.01在省委党校学习）\n2016.05--  镇长",
			[]ResumeSegment{{201207, 201605, "科员（其间：\n2013.01--2014.01在省委党校学习）"}, {201605, 0, "镇长"}},
		},
		{
			"annex",
			"2012.07--2016.05  科员\n2016.05--         镇长\n\n中共某市第四届委员会委员\n某省第十三届人大代表\n\n（其间：兼任）",
			[]ResumeSegment{{201207, 201605, "科员"}, {201605, 0, "镇长"}, {0, 0, "中共某市第四届委员会委员\n某省第十三届人大代表\n（其间：兼任）"}},
		},
		{
			"one month only",
			"1998.09  参加工作\n1998.09--         科员",
			[]ResumeSegment{{199809, 199809, "参加工作"}, {199809, 0, "科员"}},
		},
		{
			"years only",
			"1998--2001.07  某校学生\n2001年至2003年 农民\n2003.13--2004.05 工人\n2004.05--2006.01  科员",
			[]ResumeSegment{{0, 0, "1998--2001.07  某校学生"}, {0, 0, "2001年至2003年 农民"}, {0, 0, "2003.13--2004.05 工人"}, {200405, 200601, "科员"}},
		},
		{
			"days are not months",
			"2012.07.01--2016.05.02  科员\n20120701--20160502 科员",
			[]ResumeSegment{{0, 0, "2012.07.01--2016.05.02  科员\n20120701--20160502 科员"}},
		},
		{
			"words that look like an end",
			"2016.05--今日清源报社记者\n2018.05--         110指挥中心主任\n2020.01--2月 借调",
			[]ResumeSegment{{201605, 0, "今日清源报社记者"}, {201805, 0, "110指挥中心主任"}, {0, 0, "2020.01--2月 借调"}},
		},
		{
			"heading and no month at all",
			"简历如下：\n2012.07--2016.05  科员",
			[]ResumeSegment{{0, 0, "简历如下："}, {201207, 201605, "科员"}},
		},
		{"only text", "自幼务农\n后参军", []ResumeSegment{{0, 0, "自幼务农\n后参军"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := ParseResume(c.text)
			if !reflect.DeepEqual(got, c.want) {
				t.Fatalf("got  %q\nwant %q", got, c.want)
			}
			checkResume(t, c.text)
		})
	}
}

func TestFormatResume(t *testing.T) {
	segments := []ResumeSegment{
		{0, 0, "1998--2001  某校学生"},
		{201207, 201605, "清源县财政局科员\n（其间：2013.01--2014.01  在省委党校学习）"},
		{201605, 0, "清源县青石镇镇长"},
		{202001, 202002, ""},
		{202002, 0, "2019.01--2019.02  如此"},
		{0, 0, "某市第四届人大代表\n某省第十三届人大代表"},
	}
	want := strings.Join([]string{
		"1998--2001  某校学生",
		"2012.07--2016.05  清源县财政局科员",
		"                  （其间：2013.01--2014.01  在省委党校学习）",
		"2016.05--         清源县青石镇镇长",
		"2020.01--2020.02",
		"2020.02--",
		"                  2019.01--2019.02  如此",
		"",
		"某市第四届人大代表",
		"某省第十三届人大代表",
	}, "\n")
	got := FormatResume(segments)
	if got != want {
		t.Fatalf("got\n%s\nwant\n%s", got, want)
	}
	if again := ParseResume(got); !reflect.DeepEqual(again, segments) {
		t.Fatalf("read again: %q", again)
	}
}

func TestResumeGaps(t *testing.T) {
	cases := []struct {
		name string
		in   []ResumeSegment
		want []string
	}{
		{"seamless", []ResumeSegment{{201001, 201207, ""}, {201207, 201605, ""}, {201606, 0, ""}, {0, 0, "某届代表"}}, nil},
		{"gap", []ResumeSegment{{201001, 202103, ""}, {202105, 0, ""}}, []string{"2021.03 至 2021.05 无记录"}},
		{"overlap", []ResumeSegment{{201001, 202103, ""}, {202012, 202205, ""}}, []string{"2020.12 至 2021.03 有两段记录重叠"}},
		{"within", []ResumeSegment{{201001, 202103, ""}, {201201, 201301, ""}, {202103, 0, ""}}, []string{"2012.01 至 2013.01 有两段记录重叠"}},
		{"open overlap", []ResumeSegment{{201001, 202103, ""}, {202012, 0, ""}}, []string{"2020.12 至 2021.03 有两段记录重叠"}},
		{"open too early", []ResumeSegment{{201001, 0, ""}, {202012, 0, ""}}, []string{"2010.01 起的一段没有止月，其后又有 2020.12 起的一段"}},
		{"reversed", []ResumeSegment{{201209, 201207, ""}, {201209, 0, ""}}, []string{"起月 2012.09 晚于止月 2012.07"}},
		{"rough months between", []ResumeSegment{{201001, 201207, ""}, {0, 0, "2012--2016 农民"}, {201609, 0, ""}}, nil},
		{"point", []ResumeSegment{{199809, 199809, "参加工作"}, {199809, 0, ""}}, nil},
	}
	for _, c := range cases {
		var got []string
		for _, gap := range ResumeGaps(c.in) {
			got = append(got, gap.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// checkResume holds what must be true of any text: nothing said is lost, and
// what was read is written so that it reads the same.
func checkResume(t *testing.T, text string) {
	t.Helper()
	segments := ParseResume(text)
	written := FormatResume(segments)
	if again := ParseResume(written); !reflect.DeepEqual(again, segments) {
		t.Fatalf("text    %q\nread    %q\nwritten %q\nagain   %q", text, segments, written, again)
	}
	if a, b := resumeContent(text), resumeContent(written); a != b {
		t.Fatalf("text %q\nsaid    %q\nwritten %q", text, a, b)
	}
	for _, s := range segments {
		if s.From != 0 && !s.From.Valid() || s.To != 0 && !s.To.Valid() || s.From == 0 && (s.To != 0 || s.Text == "") {
			t.Fatalf("text %q: segment %q", text, s)
		}
	}
}

// resumeContent is what a text says besides blanks and the parts of months and
// spans, in sorted order.
func resumeContent(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) ||
			strings.ContainsRune("0123456789０１２３４５６７８９.．。·/年月至今现在-‐‑‒–—―─━−－﹣~～〜", r) {
			return -1
		}
		return r
	}, text)
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

// TestResumeRandom strings the pieces of résumés together at random, which
// finds layouts nobody would think of faster than changing single bytes does.
func TestResumeRandom(t *testing.T) {
	pieces := []string{
		"2008.09", "2012.07", "201207", "2016年5月", "2011..9", "2003-07", "2003.13", "1998", "1998年", "２０１２．０７", "20120701",
		"--", "—", "——", "-", "～", "至", "至今", "今", "现在", "  ", "         ", "                  ", "\t", "\u3000", "\u200b",
		"\n", "\r\n", "\n\n", "\n                  ", "（", "）", "(", ")", "（其间：", "其间：", "科员", "局长", "、", "。", ".", "5", "/", "<br/>",
	}
	random := rand.New(rand.NewPCG(7, 7))
	for range 30000 {
		var text strings.Builder
		for range 1 + random.IntN(14) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkResume(t, text.String())
	}
}

func FuzzResume(f *testing.F) {
	f.Add("2008.09--2012.07  某大学学生\r\n2012.07--2016.05  科员（其间：\n2013.01--2014.01在省委党校学习）\n2016.05--         镇长\n\n代表")
	f.Add("2008.09-2012.07某大学学生2012.07-2016.05科员2016.05至今镇长                    （主持工作）")
	f.Add("2008.09--\n                  2010.01--2011.02 B）\n（1998.09 参加")
	f.Add("1998--2001年 2011..9 — 今\u3000日\n\t\t\t２０１２年7月至现在")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		checkResume(t, strings.ToValidUTF8(text, ""))
	})
}

package data

import (
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// surnames are the readings, as surnames, of characters that read otherwise
// in running text; the library gets these wrong.
var surnames = map[string]string{
	"单": "shan", "解": "xie", "曾": "zeng", "查": "zha", "区": "ou", "仇": "qiu", "朴": "piao",
	"翟": "zhai", "尉": "yu", "盖": "ge", "华": "hua", "任": "ren", "乐": "yue", "召": "shao",
	"种": "chong", "秘": "bi", "冼": "xian", "员": "yun", "缪": "miao", "纪": "ji", "繁": "po",
	"覃": "qin", "谌": "chen", "隗": "wei", "燕": "yan", "应": "ying", "宁": "ning", "牟": "mou",
	"佴": "nai", "黑": "he", "洗": "xian", "折": "she", "阚": "kan", "车": "che", "祭": "zhai",
	"能": "nai", "逄": "pang", "卜": "bu", "郇": "xun", "晟": "cheng", "贾": "jia", "石": "shi",
	"万": "wan", "俞": "yu", "柏": "bai", "尹": "yin", "沈": "shen", "臧": "zang", "长": "zhang",
	"行": "xing", "那": "na", "褚": "chu", "哈": "ha", "瞿": "qu", "莘": "shen", "粘": "nian",
	"尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "单于": "chan yu", "澹台": "tan tai",
	"宰父": "zai fu", "令狐": "ling hu", "皇甫": "huang fu", "鲜于": "xian yu", "夏侯": "xia hou",
}

// Pinyin returns the reading of a name without tones, syllables separated by a
// space, and the first letters. A character without a known reading stays as
// it is, so that it can still be searched.
func Pinyin(name string) (full, initials string) {
	runes := []rune(strings.ReplaceAll(name, "·", ""))
	var syllables []string
	for n := 2; n >= 1 && len(syllables) == 0; n-- {
		if len(runes) >= n {
			if reading, ok := surnames[string(runes[:n])]; ok {
				syllables = strings.Fields(reading)
				runes = runes[n:]
			}
		}
	}
	args := pinyin.NewArgs()
	args.Fallback = func(r rune, _ pinyin.Args) []string { return []string{string(r)} }
	for _, readings := range pinyin.Pinyin(string(runes), args) {
		syllables = append(syllables, readings[0])
	}
	var first strings.Builder
	for _, s := range syllables {
		first.WriteString(string([]rune(s)[:1]))
	}
	return strings.Join(syllables, " "), first.String()
}

// Matches reports whether a text contains what was typed, or is pronounced
// like it.
func Matches(text, typed string) bool { return ReadingOf(text).Matches(typed) }

// Reading is how a text is pronounced: for each character, every reading it
// may have. 长乐乡 is Changle to its people and Zhangle character by character; a
// search must find it by both.
type Reading struct {
	text      string
	syllables [][]string
}

// ReadingOf returns the readings of a text. Keep the result when a list is
// searched again with every letter.
func ReadingOf(text string) Reading {
	r := Reading{text: strings.ToLower(text)}
	args := pinyin.NewArgs()
	args.Heteronym = true
	args.Fallback = func(r rune, _ pinyin.Args) []string { return []string{string(r)} }
	r.syllables = pinyin.Pinyin(r.text, args)
	runes := []rune(r.text)
	for n := 1; n <= min(2, len(runes)); n++ {
		for i, syllable := range strings.Fields(surnames[string(runes[:n])]) {
			r.syllables[i] = append(r.syllables[i], syllable)
		}
	}
	return r
}

// Fit says how closely a text matches what was typed.
type Fit int

// The fits, the closest first.
const (
	FitsWhole  Fit = iota // from the first character to the last
	FitsStart             // from the first character on
	FitsWithin            // somewhere
	FitsNot
)

// Matches reports whether the text matches what was typed.
func (r Reading) Matches(typed string) bool { return r.Fit(typed) < FitsNot }

// Fit says how closely the text matches what was typed: it contains it, or
// from some character on is pronounced like it, in any mix of syllables and
// initials: xwzzb, xianwei, xwzuzhi.
func (r Reading) Fit(typed string) Fit {
	typed = strings.ToLower(strings.Join(strings.Fields(typed), ""))
	fit := FitsNot
	switch at := strings.Index(r.text, typed); {
	case typed == r.text:
		return FitsWhole
	case at == 0:
		fit = FitsStart
	case at > 0:
		fit = FitsWithin
	}
	for from := range r.syllables {
		ok, whole := reads(r.syllables[from:], typed)
		switch {
		case from == 0 && whole:
			return FitsWhole
		case from == 0 && ok:
			fit = FitsStart
		case ok:
			fit = min(fit, FitsWithin)
		}
	}
	return fit
}

// reads reports whether what was typed can be read as the first of the
// syllables, the last one cut short at any letter, and whether as all of them.
func reads(syllables [][]string, typed string) (ok, whole bool) {
	if typed == "" {
		return true, len(syllables) == 0
	}
	if len(syllables) == 0 {
		return false, false
	}
	for _, syllable := range syllables[0] {
		if strings.HasPrefix(syllable, typed) {
			ok, whole = true, whole || len(syllables) == 1
		}
		for _, part := range []string{syllable, string([]rune(syllable)[:1])} {
			if rest, cut := strings.CutPrefix(typed, part); cut {
				restOK, restWhole := reads(syllables[1:], rest)
				ok, whole = ok || restOK, whole || restWhole
			}
		}
	}
	return ok, whole
}

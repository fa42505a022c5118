package lrmx

import (
	"regexp"
	"slices"
	"strings"

	"huoshui/data"
)

// partyNames gives the short form for the ways in which files name the eight
// democratic parties and those without one.
var partyNames = map[string]string{
	"民革": "民革", "民革党员": "民革", "中国国民党革命委员会": "民革",
	"民盟": "民盟", "民盟盟员": "民盟", "中国民主同盟": "民盟",
	"民建": "民建", "民建会员": "民建", "中国民主建国会": "民建",
	"民进": "民进", "民进会员": "民进", "中国民主促进会": "民进",
	"农工党": "农工党", "农工党党员": "农工党", "中国农工民主党": "农工党",
	"致公党": "致公党", "致公党党员": "致公党", "中国致公党": "致公党",
	"九三": "九三学社", "九三学社": "九三学社", "九三学社社员": "九三学社",
	"台盟": "台盟", "台盟盟员": "台盟", "台湾民主自治同盟": "台盟",
	"无党派": "无党派", "无党派人士": "无党派", "无党派民主人士": "无党派",
}

var partyPiece = regexp.MustCompile(`[()（）]|[^()（）；;，,、\s\p{Zs}]+`)

// ParseParty reads RuDangShiJian: “201206”, “2012.06”, “民盟”, “201206；民盟”, any
// of them in parentheses. Parties are returned in their short form, in the
// order of the text. Rest is the text that is neither a month nor a party; it
// also holds a second month, and a month in parentheses after a party, which
// is the month of joining that party.
func ParseParty(text string) (joined data.Month, parties []string, rest string) {
	var left strings.Builder
	bracketed := false
	for _, piece := range partyPiece.FindAllString(normalise(text), -1) {
		if strings.Contains("()（）", piece) {
			bracketed = strings.Contains("(（", piece)
			continue
		}
		word := strings.TrimFunc(piece, blank)
		month, err := data.ParseMonth(word)
		party, isParty := partyNames[word]
		switch {
		case word == "" || slices.Contains(parties, party):
		case isParty:
			parties = append(parties, party)
		case err == nil && joined == 0 && (!bracketed || len(parties) == 0):
			joined = month
		case bracketed && (joined != 0 || len(parties) > 0 || left.Len() > 0):
			left.WriteString("（" + word + "）")
		case left.Len() == 0:
			left.WriteString(word)
		default:
			left.WriteString("；" + word)
		}
	}
	return joined, parties, left.String()
}

// FormatParty is the inverse of ParseParty: “201206；民盟”.
func FormatParty(joined data.Month, parties []string, rest string) string {
	var pieces []string
	if joined != 0 {
		pieces = append(pieces, strings.ReplaceAll(joined.String(), ".", ""))
	}
	pieces = append(pieces, parties...)
	if strings.HasPrefix(rest, "（") {
		return strings.Join(pieces, "；") + rest
	}
	if rest != "" {
		pieces = append(pieces, rest)
	}
	return strings.Join(pieces, "；")
}

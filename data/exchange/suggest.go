package exchange

import (
	"regexp"
	"strings"

	"huoshui/data"
)

// Suggestion is the unit and the post that a title seems to mean. A unit with
// an ID is stored, or will be made for another title.
type Suggestion struct {
	Unit data.Unit
	Post data.Post
}

// Suggest splits a title (清源县青石镇党委副书记、镇长) into a unit and a post, and guesses
// from the words of the trade their level, rank, managing office, and whether
// the post is a team post. A person must look at the result. It returns false
// when the title names no unit, or a unit of another place.
func Suggest(title string, office data.Office) (s Suggestion, ok bool) {
	r := reader{office: office, own: levelWord(office)}
	unit, post, ok := r.split(underOwn(plain(title), office.Place))
	if !ok {
		return Suggestion{}, false
	}
	s.Unit = unit
	s.Post = data.Post{Name: post}
	r.guess(&s)
	return s, true
}

// reader reads titles for one office.
type reader struct {
	office data.Office
	own    string // 县, 市, 区 or 旗: the word for the office's own level
}

// levelWord is how units of the office's own level begin: 县财政局, 区财政局.
func levelWord(office data.Office) string {
	for _, word := range []string{"县", "区", "旗", "市"} {
		if strings.HasSuffix(office.Place, word) {
			return word
		}
	}
	if office.Level == "" {
		return string(data.County)
	}
	return string(office.Level)
}

var remarks = regexp.MustCompile(`（[^（）]*）|\([^()]*\)`)

// plain takes blanks and what stands in brackets (（主持工作）) out of a title,
// and 中共 from before it.
func plain(title string) string {
	title = remarks.ReplaceAllString(strings.Join(strings.Fields(title), ""), "")
	return underOwn(title, "")
}

// underOwn takes away what stands before the own place: 兼, 中共, and the
// province and city that it lies in.
func underOwn(title, place string) string {
	title = concurrent.ReplaceAllString(title, "")
	title = strings.TrimPrefix(title, "中国共产党")
	title = strings.TrimPrefix(title, "中共")
	if at := strings.Index(title, place); place != "" && at > 0 && placesAbove.MatchString(title[:at]) {
		title = title[at:]
	}
	return title
}

// A place before a title: 清源县, 清江市. Zones and “城市” are none.
var (
	placeBefore = regexp.MustCompile(`^[^、县市区旗镇乡局委部院]{2,7}?(?:自治县|[县市区旗])`)
	noPlace     = regexp.MustCompile(`(?:开发|园|新城|示范|风|景|保护|库|矿|林|社|市|校|工业|管理|功能)区$|城市$|都市$`)
	placesAbove = regexp.MustCompile(`^(?:[^、]{2,7}?(?:省|自治区|自治州|[市州盟]|地区)){1,2}$`)
	above       = regexp.MustCompile(`^(?:中央|国家|省|自治区)|^[^、]{2,3}(?:省|自治区)`)
)

// placeOf is the place a title begins with; empty for none.
func placeOf(title string) string {
	text := plain(title)
	place := placeBefore.FindString(text)
	if noPlace.MatchString(place) || strings.HasPrefix(text[len(place):], "场") { // 市场 is no 市
		return ""
	}
	return place
}

// commonPlace is the place most of the titles begin with: the county itself,
// for an office that has not entered its name yet.
func commonPlace(titles []string) string {
	counts, best := map[string]int{}, ""
	for _, title := range titles {
		if place := placeOf(title); place != "" {
			counts[place]++
			if counts[place] > counts[best] {
				best = place
			}
		}
	}
	if counts[best]*2 < len(titles) {
		return ""
	}
	return best
}

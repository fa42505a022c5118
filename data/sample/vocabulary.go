package sample

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
)

// vocabulary is everything the asset files say, of one level.
type vocabulary struct {
	names   nameWords
	schools schoolWords
	words   phraseWords
	duty    dutyWords
	lessons lessonWords
	nurture nurtureWords
	place   placeWords
}

func mustVocabulary(level string) *vocabulary {
	v := &vocabulary{}
	for file, into := range map[string]any{
		"names": &v.names, "schools": &v.schools, "words": &v.words, level: &v.place,
		"duty": &v.duty, "lessons": &v.lessons, "nurture": &v.nurture,
	} {
		raw, err := assets.Sample.ReadFile("sample/" + file + ".toml")
		if err != nil {
			panic(fmt.Sprintf("sample: %v", err))
		}
		meta, err := toml.Decode(string(raw), into)
		if err != nil {
			panic(fmt.Sprintf("sample: %s.toml: %v", file, err))
		}
		if rest := meta.Undecoded(); len(rest) > 0 {
			panic(fmt.Sprintf("sample: %s.toml: nobody reads %v", file, rest))
		}
	}
	return v
}

// nameWords is names.toml.
type nameWords struct {
	Surnames map[string]int
	Given    []struct {
		Before       int
		Male, Female givenWords
	}
	Single map[string]int
	Avoid  struct{ Names []string }
	Rare   []struct{ Name, Sex string }
	Dotted struct {
		Nation       string
		Native       [2]string
		Male, Female []string
	}
	Nations map[string]int
}

type givenWords struct{ First, Last, Single string }

// schoolWords is schools.toml.
type schoolWords struct {
	School   []*school
	Major    []*major
	Entry    []entryShares
	Selected []entryShares
	Part     []*partCourse
}

type school struct {
	Name, Grade string
	Weight      int
	Fields      []string
}

type major struct {
	Name, Field, College, Bachelor, Master, Short, Good string
	Weight                                              int
}

type entryShares struct {
	Before int
	Shares map[string]int
}

// partCourse is a way to a further qualification in service.
type partCourse struct {
	From                       []string
	Edu, Degree, School, Major string
	Years, Before, Weight      int
}

// phraseWords is words.toml.
type phraseWords struct {
	Places struct {
		Local     int
		Home      string
		Near, Far [][2]string
	}
	Family  map[string][]string
	Rewards map[string][]string
	Lateral []*lateralJob
	Pro     map[string][]string
}

type lateralJob struct {
	Title, How string
	Fields     []string
	Weight     int
}

// placeWords is county.toml or city.toml.
type placeWords struct {
	Place, Stem, Committee, Office, Level, Elsewhere string
	Documents                                        map[string]string
	Towns                                            []string // where phrases need a township and the units have none
	Terms                                            struct{ Lower, Own []string }
	Class                                            []*class
	Nonleading                                       []*nonleading
	Group                                            []*group
	Folder                                           []struct {
		Name  string
		Kinds []string
	}
	Unit    []*unitWords
	Extra   []extraUnits
	Outside []*outsideJobs
}

type nonleading struct {
	Name, Former, Managed string
	Grade                 int
	Share                 float64
}

type group struct {
	Name, Sex, Staff string
	Mids             []string
	Posts            []*postWords
	Township         bool
}

type postWords struct {
	Name, Class, Duty, Rank, Title, Sex string
	Former                              string
	FormerUntil                         string `toml:"former_until"`
	FormerTitle                         string `toml:"former_title"`
	N, Grade                            int
	Key, Linked                         bool
	With                                []string
}

type unitWords struct {
	Short, Name, Kind, Group, Title, Since string
	Size, Pick                             int
	Young                                  bool
	Before                                 [][2]string
	Mids, Fields                           []string
}

type extraUnits struct {
	Names, Mids []string
	Staff       string
}

type outsideJobs struct {
	Titles map[string]string
	Only   []string
}

// share is one choice among several and how often it comes.
type share[T any] struct {
	of     T
	weight int
}

// shares puts a table of the asset files into a fixed order, so that chance
// alone decides and not the order of a map.
func shares[K cmp.Ordered](table map[K]int) []share[K] {
	list := make([]share[K], 0, len(table))
	for _, k := range slices.Sorted(maps.Keys(table)) {
		list = append(list, share[K]{k, table[k]})
	}
	return list
}

// mustMonth reads a month of the asset files; empty is none.
func mustMonth(text string) data.Month {
	m, err := data.ParseMonth(text)
	if err != nil {
		panic("sample: " + err.Error())
	}
	return m
}

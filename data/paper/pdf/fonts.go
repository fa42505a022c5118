package pdf

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"huoshui/assets"
	"huoshui/data/paper"
)

// role is what a piece of text is set in, as the font scheme names it.
type role int

const (
	title role = iota
	body
	hei
	kai
	song
	allSong // 宋体, its letters and digits too: page numbers, forms
)

// files are the font files under which computers keep the faces of official
// papers, by the name of the face; the later ones stand in for the first.
var files = map[string][]string{
	"方正小标宋简体":         {"FZXBSJW.TTF", "FZXBSJW--GB1-0.TTF", "FZXBSK.TTF", "STZHONGS.TTF"},
	"方正小标宋_GBK":       {"FZXBSK.TTF", "FZXBSJW.TTF"},
	"华文中宋":            {"STZHONGS.TTF"},
	"仿宋_GB2312":       {"仿宋_GB2312.ttf", "FS_GB2312.TTF", "simfang.ttf"},
	"仿宋":              {"simfang.ttf"},
	"楷体_GB2312":       {"楷体_GB2312.ttf", "KT_GB2312.TTF", "simkai.ttf"},
	"楷体":              {"simkai.ttf"},
	"黑体":              {"simhei.ttf"},
	"宋体":              {"simsun.ttc"},
	"Times New Roman": {"times.ttf"},
}

// wider holds the characters that the old faces lack: of GBK, then beyond the
// basic plane.
var wider = map[role][]string{
	title: {"STZHONGS.TTF"},
	body:  {"simfang.ttf", "simsunb.ttf"},
	kai:   {"simkai.ttf", "simsunb.ttf"},
	song:  {"simsunb.ttf"},
}

// folders are where a computer keeps its fonts: Windows' own, and those of one
// user. Other systems have none of these faces.
func folders() []string {
	if runtime.GOOS != "windows" {
		return nil
	}
	var folders []string
	for variable, below := range map[string]string{"WINDIR": "Fonts", "LOCALAPPDATA": `Microsoft\Windows\Fonts`} {
		if root := os.Getenv(variable); root != "" {
			folders = append(folders, filepath.Join(root, below))
		}
	}
	slices.Sort(folders) // the order of a map is chance
	return folders
}

// shelf holds the faces of one paper. They are read when first asked for.
type shelf struct {
	folders []string
	scheme  paper.Fonts
	files   map[string]*face // by file; nil where there is none
	chains  map[role][]*face // faces of a role, the best first
	chosen  map[place]*face
}

// place is a character in a role.
type place struct {
	role role
	char rune
}

func newShelf(scheme paper.Fonts, folders []string) *shelf {
	return &shelf{
		folders: folders, scheme: scheme.OrDefault(),
		files: map[string]*face{}, chains: map[role][]*face{}, chosen: map[place]*face{},
	}
}

// face is the face a character is set in: of letters and digits the Latin one,
// otherwise the best of the role's that has it. Nil means that none has.
func (s *shelf) face(of role, r rune) *face {
	f, ok := s.chosen[place{of, r}]
	if !ok {
		f = s.choose(of, r)
		s.chosen[place{of, r}] = f
		if f == nil && !invisible(r) {
			slog.Warn("no font has a character", "code", fmt.Sprintf("%U", r))
		}
	}
	return f
}

func (s *shelf) choose(of role, r rune) *face {
	if r < 0x80 && of != allSong {
		if latin := s.office(s.scheme.Latin); latin != nil && latin.width(r) >= 0 {
			return latin
		}
	}
	for _, f := range s.chain(of) {
		if f.width(r) >= 0 {
			return f
		}
	}
	return nil
}

// chain lists the faces of a role: the office's, what it keeps for rare
// characters, then the embedded ones.
func (s *shelf) chain(of role) []*face {
	if chain, ok := s.chains[of]; ok {
		return chain
	}
	var chain []*face
	add := func(f *face) {
		if f != nil {
			chain = append(chain, f)
		}
	}
	name := [...]string{s.scheme.Title, s.scheme.Body, s.scheme.Hei, s.scheme.Kai, s.scheme.Song, s.scheme.Song}[of]
	add(s.office(name))
	if len(chain) > 0 {
		for _, file := range wider[of] {
			add(s.read(file))
		}
	}
	switch of {
	case title:
		add(s.embedded("NotoSerifCJKsc-Bold", assets.FontTitle))
	case hei:
		add(s.embedded("NotoSansCJKsc-Regular", assets.FontHei))
	}
	add(s.embedded("NotoSerifCJKsc-Regular", assets.FontSong))
	s.chains[of] = chain
	return chain
}

// office is the face of the given name, if the computer has it.
func (s *shelf) office(name string) *face {
	for _, file := range files[name] {
		if f := s.read(file); f != nil {
			return f
		}
	}
	return nil
}

// read opens a font file of the computer; nil when there is none that can be used.
func (s *shelf) read(file string) *face {
	if f, ok := s.files[file]; ok {
		return f
	}
	var found *face
	for _, folder := range s.folders {
		data, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			continue
		}
		if found, err = openFace(s.named(file), single(data)); err == nil {
			break
		}
		slog.Warn("read font", "file", file, "err", err)
	}
	s.files[file] = found
	return found
}

func (s *shelf) embedded(name string, data []byte) *face {
	if f, ok := s.files[name]; ok {
		return f
	}
	f, err := openFace(s.named(name), data)
	if err != nil {
		slog.Error("read embedded font", "file", name, "err", err)
	}
	s.files[name] = f
	return f
}

// named is a name for the font within the file. It may hold ASCII letters and
// digits alone, must be told from others, and six capitals before a plus sign
// say that the font is a subset.
func (s *shelf) named(file string) string {
	letters := func(r rune) rune {
		if r == '-' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
			return r
		}
		return -1
	}
	return fmt.Sprintf("HUOSH%c+%s", 'A'+rune(len(s.files)%26), strings.Map(letters, strings.TrimSuffix(file, filepath.Ext(file))))
}

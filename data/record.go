package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// The field types beside Month, Date, Code, string, int and bool.
type (
	// Ref is the ID of another record; empty is “none”.
	Ref string
	// Long is text of several lines, separated by "\n".
	Long string
	// Blob is the name (SHA-256 in hex) of bytes kept by the store, such as a
	// photo; empty is “none”. Records and the log carry the name only.
	Blob string
)

// Type says how a field is typed in, checked, stored and shown.
type Type int

// The types of a field.
const (
	TypeText  Type = iota // one line
	TypeLong              // several lines
	TypeInt               // a whole number, 0 is a value
	TypeBool              // 是 or 否
	TypeMonth             // YYYYMM, 0 is empty
	TypeDate              // YYYYMMDD, 0 is empty
	TypeCode              // one of a closed list
	TypeRef               // another record
	TypeBlob              // bytes by name
)

// Field describes one field of a record. All code that shows, reads, checks or
// stores a record uses this description.
type Field struct {
	Key      string // column and JSON name
	Label    string // Chinese name in forms, grids, templates and logs
	Type     Type
	List     string // TypeCode: its code list; TypeText: the list offered, other text allowed
	Kind     string // TypeRef: the kind referred to
	Group    string // heading in the form under which the field stands
	Required bool
	Max      int    // longest text in characters; 0 is no limit
	From, To int    // TypeInt: the least and the greatest number; To 0 is no limit
	NoZero   bool   // TypeInt: 0 says that there is no number, and is shown as nothing
	Help     string // one line for the clerk, with the source of the rule where there is one
	Owner    bool   // TypeRef: this record belongs to that one and is part of its history
	Moment   string // TypeRef: the field over there that says when; empty for none

	index int // position in the Go struct
}

// Kind describes one kind of record: a Go struct whose first field is ID.
type Kind struct {
	Name   string // table and JSON name
	Label  string // Chinese name
	Fields []Field
	Story  string // a line of the timeline, fields by label in braces: 参加{班次}

	typ    reflect.Type
	byKey  map[string]int
	title  int // field by which a record is called, -1 for none
	moment int // field that says when, -1 for none
	dated  bool
}

var (
	kinds  []*Kind
	byName = map[string]*Kind{}
	byType = map[reflect.Type]*Kind{}
)

// Preparer is a record with columns that follow from its other fields and are
// kept only to search and sort by; the store calls Prepare before each write.
type Preparer interface{ Prepare() }

// describe registers the struct T as a kind. Its tags: label, list, group,
// max, range (of a number, “0-100”; without it none below 0), help; required and
// owner without value; ref names the kind of a Ref. nozero marks a number that is
// not there when it is 0.
// title marks the field a record is called by, moment the one that says when
// (of a Ref: the field over there). dated marks the begin of a rule, see
// Kind.Dated. story is the record's line in a timeline.
func describe[T any](name, label, story string) *Kind {
	k := read[T](name, label, story)
	kinds, byName[name] = append(kinds, k), k
	return k
}

// Sketch describes, by the same tags, a struct that is typed in but not
// stored, such as a line of a document that moves many records. Forms show it
// like a record.
func Sketch[T any](name, label string) *Kind { return read[T](name, label, "") }

func read[T any](name, label, story string) *Kind {
	typ := reflect.TypeFor[T]()
	k := &Kind{Name: name, Label: label, Story: story, typ: typ, byKey: map[string]int{}, title: -1, moment: -1}
	group := ""
	for i := 1; i < typ.NumField(); i++ {
		sf := typ.Field(i)
		if g, ok := sf.Tag.Lookup("group"); ok {
			group = g
		}
		f := Field{
			Key: snake(sf.Name), Label: sf.Tag.Get("label"), Type: typeOf(sf.Type),
			List: sf.Tag.Get("list"), Kind: sf.Tag.Get("ref"), Help: sf.Tag.Get("help"),
			Group: group, index: i,
		}
		_, f.Required = sf.Tag.Lookup("required")
		_, f.Owner = sf.Tag.Lookup("owner")
		_, f.NoZero = sf.Tag.Lookup("nozero")
		if _, ok := sf.Tag.Lookup("dated"); ok {
			k.dated = true
		}
		f.Max, _ = strconv.Atoi(sf.Tag.Get("max"))
		from, to, _ := strings.Cut(sf.Tag.Get("range"), "-")
		f.From, _ = strconv.Atoi(from)
		f.To, _ = strconv.Atoi(to)
		if _, ok := sf.Tag.Lookup("title"); ok {
			k.title = len(k.Fields)
		}
		var ok bool
		if f.Moment, ok = sf.Tag.Lookup("moment"); ok {
			k.moment = len(k.Fields)
		}
		k.byKey[f.Key] = len(k.Fields)
		k.Fields = append(k.Fields, f)
	}
	byType[typ] = k
	return k
}

// Kinds lists every kind of record, in the order in which they refer to each
// other: a kind stands after those it belongs to.
func Kinds() []*Kind { return kinds }

// KindNamed finds a kind by its table name; nil when there is none.
func KindNamed(name string) *Kind { return byName[name] }

// KindOf is the kind of a record or of a pointer to one. Anything that is not
// a described struct is a mistake of the programmer and panics.
func KindOf(record any) *Kind {
	typ := reflect.TypeOf(record)
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	k, ok := byType[typ]
	if !ok {
		panic(fmt.Sprintf("data: %s is not a described record", typ))
	}
	return k
}

// New makes an empty record of the kind, as a pointer.
func (k *Kind) New() any { return reflect.New(k.typ).Interface() }

// Field finds a field by key; nil when the kind lacks it.
func (k *Kind) Field(key string) *Field {
	if i, ok := k.byKey[key]; ok {
		return &k.Fields[i]
	}
	return nil
}

// Title is the field that names a record of the kind. It may be a reference to
// another record that has the name. Nil when there is none.
func (k *Kind) Title() *Field {
	if k.title < 0 {
		return nil
	}
	return &k.Fields[k.title]
}

// Moment is the field that places a record in time; a reference when the time
// is the other record's. Nil when the kind has none.
func (k *Kind) Moment() *Field {
	if k.moment < 0 {
		return nil
	}
	return &k.Fields[k.moment]
}

// Dated reports a kind whose records are rules of the office, in force from the
// field “since” up to the field “until”. The figures, lights and papers of a
// month are made by the rules in force then, so that changing a rule means
// changing it from a month on.
func (k *Kind) Dated() bool { return k.dated }

// Refers lists the kinds that records of this kind refer to, each once.
func (k *Kind) Refers() []*Kind {
	var list []*Kind
	for i := range k.Fields {
		if f := &k.Fields[i]; f.Type == TypeRef && !slices.Contains(list, KindNamed(f.Kind)) {
			list = append(list, KindNamed(f.Kind))
		}
	}
	return list
}

// OwnedBy reports whether records of the kind belong to records of the other,
// and by which field.
func (k *Kind) OwnedBy(other *Kind) *Field {
	for i := range k.Fields {
		if f := &k.Fields[i]; f.Owner && f.Kind == other.Name {
			return f
		}
	}
	return nil
}

// Hidden reports a field that serves search and order only and is shown
// nowhere: it has no label.
func (f *Field) Hidden() bool { return f.Label == "" }

// Problem is what is wrong with the record as a Chinese sentence, or nil: a
// required field left empty, a month or code that does not exist, a number out
// of range, a text that cannot be kept, bytes without a
// proper name, or a rule of the kind itself.
func (k *Kind) Problem(record any) error {
	if err := k.TextProblem(record); err != nil {
		return err
	}
	for i := range k.Fields {
		f := &k.Fields[i]
		v := f.of(record)
		if f.Required && v.IsZero() {
			return fmt.Errorf("%s缺少“%s”", k.Label, f.Label)
		}
		if v.IsZero() {
			continue
		}
		if bad := f.Type == TypeMonth && !Month(v.Int()).Valid() ||
			f.Type == TypeDate && !Date(v.Int()).Valid(); bad {
			return fmt.Errorf("%s的“%s”不是有效的日期", k.Label, f.Label)
		}
		if f.Type == TypeInt {
			if err := f.inRange(v.Int()); err != nil {
				return fmt.Errorf("%s的%w", k.Label, err)
			}
		}
		if f.Type == TypeBlob && !blobName.MatchString(v.String()) {
			return fmt.Errorf("%s的“%s”没有对应的文件", k.Label, f.Label)
		}
		if f.Type == TypeCode {
			if _, ok := ListNamed(f.List).byCode[Code(v.String())]; !ok {
				return fmt.Errorf("%s的“%s”不在代码表中", k.Label, f.Label)
			}
		}
	}
	if own, ok := record.(checker); ok {
		return own.problem()
	}
	return nil
}

// checker is a record with a rule of its own beside those of its fields.
type checker interface{ problem() error }

var blobName = regexp.MustCompile(`^[0-9a-f]{64}$`)

// largest is the greatest number of a field that sets no limit of its own. The log
// keeps every number below it exactly.
const largest = math.MaxInt32

// inRange says what is wrong with a number.
func (f *Field) inRange(n int64) error {
	switch {
	case n > largest:
		return fmt.Errorf("“%s”太大", f.Label)
	case f.To > 0 && (n < int64(f.From) || n > int64(f.To)):
		return fmt.Errorf("“%s”应在 %d 至 %d 之间", f.Label, f.From, f.To)
	case n < int64(f.From):
		return fmt.Errorf("“%s”不能小于 %d", f.Label, f.From)
	}
	return nil
}

// IDOf is the ID of a record given by pointer.
func IDOf(record any) string { return reflect.ValueOf(record).Elem().Field(0).String() }

// SetID gives a record its ID.
func SetID(record any, id string) { reflect.ValueOf(record).Elem().Field(0).SetString(id) }

// Clone makes a copy of a record given by pointer.
func Clone(record any) any {
	made := reflect.New(reflect.TypeOf(record).Elem())
	made.Elem().Set(reflect.ValueOf(record).Elem())
	return made.Interface()
}

// Copy makes a record given by pointer equal to another of its kind.
func Copy(to, from any) { reflect.ValueOf(to).Elem().Set(reflect.ValueOf(from).Elem()) }

// Follow copies into draft the fields of to that the user has not changed,
// that is, where draft still equals from. What the user typed stays.
func Follow(draft, from, to any) {
	kind := KindOf(draft)
	for i := range kind.Fields {
		if f := &kind.Fields[i]; f.Value(draft) == f.Value(from) {
			_ = f.SetValue(draft, f.Value(to)) // a field holds what its like gave
		}
	}
}

// Equal reports whether two records of a kind hold the same in every field that
// is shown.
func Equal(a, b any) bool {
	kind := KindOf(a)
	for i := range kind.Fields {
		if f := &kind.Fields[i]; !f.Hidden() && f.Value(a) != f.Value(b) {
			return false
		}
	}
	return true
}

// NameOf is the name of a record given by pointer, from its own fields; empty
// when its name is in another record or it has none.
func NameOf(record any) string {
	if f := KindOf(record).Title(); f != nil && f.Type != TypeRef {
		return f.Text(record)
	}
	return ""
}

// BlobOf is the name of bytes; no bytes have no name.
func BlobOf(bytes []byte) Blob {
	if len(bytes) == 0 {
		return ""
	}
	sum := sha256.Sum256(bytes)
	return Blob(hex.EncodeToString(sum[:]))
}

// NewID makes an ID that sorts by creation time and is unique across counties,
// because records of many counties will be merged.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

func typeOf(t reflect.Type) Type {
	switch t {
	case reflect.TypeFor[Month]():
		return TypeMonth
	case reflect.TypeFor[Date]():
		return TypeDate
	case reflect.TypeFor[Code]():
		return TypeCode
	case reflect.TypeFor[Ref]():
		return TypeRef
	case reflect.TypeFor[Long]():
		return TypeLong
	case reflect.TypeFor[Blob]():
		return TypeBlob
	case reflect.TypeFor[string]():
		return TypeText
	case reflect.TypeFor[int]():
		return TypeInt
	case reflect.TypeFor[bool]():
		return TypeBool
	}
	panic("data: no field type for " + t.String())
}

// snake turns PartyJoined into party_joined and IDNumber into id_number.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		upper := r >= 'A' && r <= 'Z'
		if upper && i > 0 {
			next := name[i+1:]
			prev := name[i-1]
			if prev >= 'a' || next != "" && next[0] >= 'a' {
				b.WriteByte('_')
			}
		}
		if upper {
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

package lrmx

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	f := read(t, `<Person xmlns:x="urn:x"><Xin>新&amp;</Xin><JianLi>2008.09--2012.07  学生&#xD;`+"\n"+`2012.07--         科员</JianLi>`+
		`<Zu><a>1</a>`+"\n"+`<b/></Zu><GaiGeQianRenZhiNianLingJieXian>已到龄人员</GaiGeQianRenZhiNianLingJieXian><Version> 4.0 </Version>`+
		`<JiaTingChengYuan><Item><XingMing>王芳</XingMing></Item></JiaTingChengYuan><XingMing> 张 三 </XingMing><x:Kong/></Person>`)
	var out bytes.Buffer
	if err := Write(&out, f); err != nil {
		t.Fatal(err)
	}
	var want []string
	value := map[string]string{
		TagName: "张 三", TagAgeLimit: "已到龄人员", TagVersion: "4.0", TagResume: "2008.09--2012.07  学生\r\n2012.07--         科员",
	}
	for _, info := range Tags {
		switch {
		case info.Name == TagRetireMonth, info.Name == TagPolitics: // optional, and not in this file
		case info.Name == TagFamily:
			want = append(want, "  <JiaTingChengYuan>", "    <Item>", "      <ChengWei></ChengWei>", "      <XingMing>王芳</XingMing>",
				"      <ChuShengRiQi></ChuShengRiQi>", "      <ZhengZhiMianMao></ZhengZhiMianMao>",
				"      <GongZuoDanWeiJiZhiWu></GongZuoDanWeiJiZhiWu>", "    </Item>", "  </JiaTingChengYuan>")
		default:
			want = append(want, "  <"+info.Name+">"+value[info.Name]+"</"+info.Name+">")
		}
	}
	want = append([]string{`<?xml version="1.0" encoding="utf-8"?>`, `<Person xmlns:x="urn:x">`}, want...)
	want = append(want, "  <Xin>新&amp;</Xin>", "  <Zu><a>1</a>", "<b/></Zu>", "  <x:Kong></x:Kong>", "</Person>", "")
	if got := out.String(); got != strings.Join(want, "\r\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestNew(t *testing.T) {
	f := New()
	checkRoundTrip(t, f)
	f.Set(TagName, "李\x01四\xff<br>")
	f.Set(TagResume, "a\r\nb<br/>c]]>&amp;")
	f.Set(TagRetireMonth, "")
	f.Set("BuZhiDao", "\t换\r行\n")
	f.Family = []Member{{Relation: "妻子", Post: " a\r\nb "}}
	if f.Get(TagName) != "李四" || f.Get(TagResume) != "a\nb\nc]]>&amp;" || f.Get(TagVersion) != DefaultVersion || f.has(TagRetireMonth) {
		t.Errorf("%q", f.Tags)
	}
	var out bytes.Buffer
	if err := Write(&out, f); err != nil {
		t.Fatal(err)
	}
	again, err := Read(&out)
	if err != nil {
		t.Fatal(err)
	}
	if again.Family[0].Post != "a\nb" || again.Get(TagResume) != f.Get(TagResume) || unknownTags(again)[0] != unknownTags(f)[0] {
		t.Errorf("%q", again)
	}
}

func TestSet(t *testing.T) {
	f := read(t, person("<a/><XingMing x='1'></XingMing><b>1</b><XingMing><i>张三</i></XingMing><c/>"))
	f.Set(TagName, "李四")
	f.Set("b", "")
	f.Set("d", "2")
	var names []string
	for _, tag := range f.Tags {
		names = append(names, tag.Name+"="+tag.Text+tag.Attrs+tag.Raw)
	}
	if got := strings.Join(names, " "); got != "a= XingMing=李四 b= c= d=2" {
		t.Error(got)
	}
}

func TestWriteRefusesNames(t *testing.T) {
	for _, name := range []string{"", "a b", "1a", "a/><b", "a x='1'", "张<三", "?a", "!--a", "/a"} {
		f := New()
		f.Set(name, "1")
		if err := Write(&bytes.Buffer{}, f); err == nil {
			t.Errorf("wrote an element called %q", name)
		}
	}
	f := New()
	f.Set("备注", "1")
	if err := Write(&bytes.Buffer{}, f); err != nil {
		t.Error(err)
	}
}

type fullDisk struct{}

var errFull = errors.New("full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteFails(t *testing.T) {
	if err := Write(fullDisk{}, New()); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

// onePixel is a GIF.
const onePixel = "R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="

func TestPhoto(t *testing.T) {
	gif, _ := base64.StdEncoding.DecodeString(onePixel)
	huge := bytes.Clone(gif)
	copy(huge[6:10], "\xff\xff\xff\xff")
	for name, text := range map[string]string{
		"plain": onePixel, "padded": " \n" + onePixel[:9] + "\r\n\t" + onePixel[9:] + "\u3000", "unpadded": strings.TrimRight(onePixel, "="),
		"data": "data:image/jpeg;base64," + onePixel, "trailing bytes": onePixel[:len(onePixel)-4] + "ADsAAAAA",
	} {
		f := read(t, person("<ZhaoPian>"+text+"</ZhaoPian>"))
		if !bytes.HasPrefix(f.Photo, gif) || f.PhotoType != "gif" || len(f.Warnings) > 0 {
			t.Errorf("%s: %s %x %q", name, f.PhotoType, f.Photo, f.Warnings)
		}
		checkRoundTrip(t, f)
	}
	for name, text := range map[string]string{
		"words": "见附件", "no picture": base64.StdEncoding.EncodeToString([]byte("GIF00a")), "huge": base64.StdEncoding.EncodeToString(huge),
		"markup": "<img src='a'/>照片", "data without comma": "data:",
	} {
		f := read(t, person("<ZhaoPian>\n"+text+"</ZhaoPian>"))
		if f.Photo != nil || len(f.Warnings) != 1 {
			t.Errorf("%s: %x %q", name, f.Photo, f.Warnings)
		}
		checkRoundTrip(t, f)
		var out bytes.Buffer
		if err := Write(&out, f); err != nil || !strings.Contains(out.String(), "<ZhaoPian>\r\n"+text+"</ZhaoPian>") {
			t.Errorf("%s: %v, not as it was: %s", name, err, out.String())
		}
	}
	two := read(t, person("<ZhaoPian>坏</ZhaoPian><ZhaoPian>"+onePixel+"</ZhaoPian>"))
	if two.Get(TagPhoto) != onePixel {
		t.Errorf("%q", two)
	}
	checkRoundTrip(t, two)
}

func TestSetPhoto(t *testing.T) {
	gif, _ := base64.StdEncoding.DecodeString(onePixel)
	f := New()
	if err := f.SetPhoto(gif); err != nil || f.PhotoType != "gif" || f.Get(TagPhoto) != onePixel {
		t.Error(err, f.PhotoType)
	}
	checkRoundTrip(t, f)
	if err := f.SetPhoto([]byte("BM")); !errors.Is(err, ErrPhoto) || f.PhotoType != "gif" {
		t.Error("a refused photo must leave the old one", err)
	}
	if err := f.SetPhoto(nil); err != nil || f.Photo != nil || f.Get(TagPhoto) != "" {
		t.Error(err, f.Photo)
	}
	f.Set(TagPhoto, onePixel)
	if f.PhotoType != "gif" {
		t.Error("Set does not see the photo")
	}
	f.Set(TagPhoto, "坏")
	if f.Photo != nil || f.Get(TagPhoto) != "坏" {
		t.Error("Set keeps the old photo")
	}
}

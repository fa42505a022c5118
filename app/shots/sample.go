package shots

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/figure"
)

// Somebody returns the ID of the first young principal of a township, so that
// the picture shows a full record. Without one it returns the first cadre on
// file, and empty when there is none.
func Somebody(ctx context.Context, d *desk.Desk) (string, error) {
	source, err := figure.Open(ctx, d.Store, d.At)
	if err != nil {
		return "", err
	}
	for _, q := range []criteria.Query{
		{Subject: criteria.SubjectNamed("任职"), Where: criteria.MustParse("符合 乡镇党政正职 且 符合 85后")},
		{Subject: criteria.SubjectNamed("干部")},
	} {
		q.At, q.Book = d.At, source.Book
		people, err := q.People(ctx, d.Store, criteria.Order{Field: "order"})
		if err != nil || len(people) > 0 {
			return first(people), err
		}
	}
	return "", nil
}

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// RareNames returns a query for names with rare characters, to test the font.
func RareNames(at data.Month) criteria.Query {
	where := criteria.MustParse("姓名 包含 㛃 或 姓名 包含 䶮 或 姓名 包含 𬭎 或 姓名 包含 ·")
	return criteria.Query{Subject: criteria.SubjectNamed("干部"), Where: where, At: at}
}

// Township returns the ID of the first township, empty when there is none.
func Township(ctx context.Context, d *desk.Desk) (string, error) {
	q := criteria.Query{
		Subject: criteria.SubjectNamed("机构"), At: d.At,
		Where: criteria.If("机构类别", criteria.In, "镇", "乡", "街道"),
	}
	ids, err := q.IDs(ctx, d.Store, criteria.Order{Field: "排序号"})
	return first(ids), err
}

// Forms writes forms to import into a new folder: those of a few cadres, some
// of them changed, one of an unknown person, and one file that is not a form.
func Forms(ctx context.Context, d *desk.Desk) (dir string, err error) {
	if dir, err = data.TempFolder(); err != nil {
		return "", err
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: d.At}
	ids, err := q.IDs(ctx, d.Store, criteria.Order{Field: "order"})
	if err != nil {
		return dir, err
	}
	if _, err := exchange.Export(ctx, d.Store, ids[:min(len(ids), 30)], d.At, dir, nil); err != nil {
		return dir, err
	}
	return dir, alterForms(dir)
}

// alterForms makes forms differ from what is on record.
func alterForms(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.lrmx"))
	if err != nil || len(names) == 0 {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "扫描件.lrmx"), nil, 0o600); err != nil {
		return err
	}
	for i, name := range names[:len(names)/2] {
		file, err := lrmx.ReadFile(name)
		if err != nil {
			return err
		}
		switch i % 4 {
		case 0:
			file.Set(lrmx.TagTitle, "高级经济师")
			file.Set(lrmx.TagResume, strings.Replace(file.Get(lrmx.TagResume), "科员", "一级科员", 1))
			file.Family = file.Family[:len(file.Family)/2]
		case 1:
			file.Set(lrmx.TagIDNumber, fmt.Sprintf("99010119800101%03d5", i))
			file.Set(lrmx.TagAppraisal, "2023、2024、2025年年度考核均为优秀。")
		case 2:
			file.Set(lrmx.TagName, "王新民")
			file.Set(lrmx.TagIDNumber, "")
			file.Set(lrmx.TagPost, "清源县水务集团董事长")
		case 3:
			file.Set(lrmx.TagHealth, "一般")
			file.Set(lrmx.TagSpeciality, "熟悉财政金融和项目管理工作")
		}
		if err := data.SaveFile(name, func(w io.Writer) error { return lrmx.Write(w, file) }); err != nil {
			return err
		}
	}
	return nil
}

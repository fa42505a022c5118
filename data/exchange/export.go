package exchange

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/store"
)

// Export writes one .lrmx file for each cadre into a folder and returns the
// paths. A form that came in and was not changed goes out as it was written.
// The forms tell what was known at the month.
func Export(ctx context.Context, r store.View, ids []string, at data.Month, dir string, progress data.Progress) ([]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	known, err := loadPeople(ctx, r, ids...)
	then := data.KnownAt(at, r.Now())
	if err != nil {
		return nil, err
	}
	asOf, err := store.AsOf(ctx, r, at)
	if err != nil {
		return nil, err
	}
	names := fileNames(known, ids)
	var written []string
	for i, id := range ids {
		if err := ctx.Err(); err != nil {
			return written, err
		}
		one := known.byID[id]
		if one == nil {
			return written, fmt.Errorf("exchange: export: %w", data.ErrNotFound)
		}
		progress.Tell(i, len(ids), "正在写 "+names[i])
		path := filepath.Join(dir, names[i])
		// A form tells who is in post; an import compares what is on record.
		one.appointments = slices.DeleteFunc(one.appointments, func(a *data.Appointment) bool { return !asOf.Holds(a, one.cadre) })
		if err := exportOne(ctx, r, one.as(then), at, path); err != nil {
			return written, err
		}
		written = append(written, path)
	}
	return written, nil
}

func exportOne(ctx context.Context, r store.View, one *person, at data.Month, path string) error {
	file, err := one.file(ctx, r, at)
	if err != nil {
		return err
	}
	return data.SaveFile(path, func(w io.Writer) error { return lrmx.Write(w, file) })
}

// file tells a person as a .lrmx, beginning from the one that came in.
func (p *person) file(ctx context.Context, r store.View, at data.Month) (*lrmx.File, error) {
	file, err := keptFile(p.original)
	if err != nil {
		return nil, err
	}
	came, now := readForm(file), p.form(at)
	for _, pair := range tagFields {
		field := data.CadreKind.Field(pair.key)
		if field.Value(&came.cadre) != field.Value(&now.cadre) {
			file.Set(pair.tag, toTag(field, &now.cadre))
		}
	}
	if came.cadre.PartyJoined != now.cadre.PartyJoined || came.cadre.OtherParty != now.cadre.OtherParty {
		file.Set(lrmx.TagParty, toParty(&now.cadre))
	}
	if !slices.Equal(came.resume, now.resume) {
		file.Set(lrmx.TagResume, data.FormatResume(now.resume))
	}
	if came.written != now.written {
		file.Set(lrmx.TagPost, now.written)
	}
	if !equalFamily(came.family, now.family) {
		var members []lrmx.Member
		for _, m := range now.family {
			members = append(members, toMember(m, came.memberAs(m)))
		}
		file.Family = members
	}
	return file, p.putPhoto(ctx, r, file)
}

// as is the person as known at a month. A form says of what month it is.
func (p *person) as(then data.Known) *person {
	if then.All {
		return p
	}
	one := *p
	one.cadre = then.Cadre(p.cadre)
	for _, field := range []struct{ was, now *string }{{&p.cadre.FilledAt, &one.cadre.FilledAt}, {&p.cadre.AgeAsOf, &one.cadre.AgeAsOf}} {
		if *field.was != *field.now {
			*field.now = monthTag(then.Month)
		}
	}
	one.family, one.resume = then.Family(p.family), nil
	for _, r := range p.resume {
		for _, s := range then.Resume([]data.ResumeSegment{{From: r.Since, To: r.Until, Text: string(r.Text)}}) {
			one.resume = append(one.resume, &data.Resume{Since: s.From, Until: s.To, Text: data.Long(s.Text)})
		}
	}
	return &one
}

func (p *person) putPhoto(ctx context.Context, r store.View, file *lrmx.File) error {
	if p.cadre.Photo == "" {
		return nil
	}
	photo, err := store.Bytes(ctx, r, p.cadre.Photo)
	if err != nil {
		return err
	}
	if err := file.SetPhoto(photo); err != nil {
		return data.Refuse(fmt.Sprintf("%s的照片已损坏，读不出；请重新放一张，或用备份恢复。", p.cadre.Name), err)
	}
	return nil
}

// fileNames gives each person a file of their own: the name, and for namesakes
// the end of the ID number, else a running number.
func fileNames(known *people, ids []string) []string {
	taken := map[string]bool{}
	names := make([]string, len(ids))
	for i, id := range ids {
		one := known.byID[id]
		if one == nil {
			continue
		}
		base := data.FileName(one.cadre.Name)
		name := base
		if n := len(one.cadre.IDNumber); taken[name] && n >= 4 {
			name = base + one.cadre.IDNumber[n-4:]
		}
		for k := 2; taken[name]; k++ {
			name = fmt.Sprint(base, k)
		}
		taken[name] = true
		names[i] = name + ".lrmx"
	}
	return names
}

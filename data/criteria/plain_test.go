package criteria_test

import (
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store/storetest"
)

// Every subject can be asked for every field, sorted by it and counted.
func TestEverySubjectAnswers(t *testing.T) {
	s := storetest.Open(t)
	if len(criteria.Subjects()) < len(data.Kinds()) {
		t.Errorf("%d subjects for %d kinds", len(criteria.Subjects()), len(data.Kinds()))
	}
	for _, subject := range criteria.Subjects() {
		q := criteria.Query{Subject: subject, At: 202610}
		for _, f := range subject.Fields {
			if _, err := q.Rows(t.Context(), s, []criteria.Order{{Field: f.Label}}, f.Label); err != nil {
				t.Errorf("%s %s: %v", subject.Label, f.Label, err)
			}
		}
		if _, _, err := q.Count(t.Context(), s); err != nil {
			t.Errorf("%s: %v", subject.Label, err)
		}
	}
}

func TestStory(t *testing.T) {
	s := storetest.Open(t,
		&data.Cadre{ID: "c", Name: "甲乙"},
		&data.Class{ID: "k", Name: "第 12 期中青班", Kind: "1", Start: 20260302},
		&data.Seat{Class: "k", Cadre: "c", Result: "1"},
		&data.Appointment{Cadre: "c", Title: "青石镇镇长", Since: 202309, How: "1"},
		&data.Talk{Cadre: "c", Held: 20240115, Kind: "4"},
		&data.Appraisal{Cadre: "c", Year: 2024, Grade: "1"},
	)
	lines, err := criteria.Story(t.Context(), s, data.CadreKind, "c")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, l := range lines {
		got += l.Month.String() + " " + l.Text + "\n"
	}
	want := "2026.03 参加第 12 期中青班，优秀学员\n2024.12 2024年度考核优秀\n2024.01 跟踪培养谈话\n2023.09 任青石镇镇长（提拔）\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A unit's timeline names the people; a cadre's need not.
func TestStoryOfUnit(t *testing.T) {
	s := storetest.Open(t,
		&data.Unit{ID: "u", Name: "清源县青石镇", Short: "青石镇", Kind: "31"},
		&data.Cadre{ID: "c", Name: "甲乙"},
		&data.Appointment{Cadre: "c", Unit: "u", Title: "青石镇镇长", Since: 202309, How: "1"},
		&data.Dispatch{Unit: "u", Held: 20260315, Topic: "年轻干部配备"},
	)
	lines, err := criteria.Story(t.Context(), s, data.UnitKind, "u")
	if err != nil || len(lines) != 2 {
		t.Fatalf("%+v %v", lines, err)
	}
	if lines[0].Text != "召开调度会：年轻干部配备" || lines[1].Text != "甲乙 任青石镇镇长（提拔）" {
		t.Errorf("%q %q", lines[0].Text, lines[1].Text)
	}
}

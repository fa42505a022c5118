package report_test

import (
	"errors"
	"path/filepath"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func TestGrowth(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "县.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	_, err = s.Change(t.Context(), store.Act{Who: "测试", What: "样例"}, func(tx *store.Tx) error {
		for _, r := range []any{
			&data.Unit{ID: "u1", Name: "白鹿镇", Short: "白鹿镇", Kind: "31"},
			&data.Dispatch{Unit: "u1", Held: 20260301, Topic: "年轻干部配备"},
			&data.Evaluation{ID: "e1", Name: "2025年下半年", At: 202512, Held: 20260110}, // a light has the month of its round
			&data.Light{Evaluation: "e1", Unit: "u1", Color: "2", Reasons: "缺1名"},
			&data.Cadre{ID: "c1", Name: "沈嘉怡", Sex: "2", Nation: "汉族", Birth: 199004, NativePlace: "浙江淳安", WorkStart: 201207},
			&data.Appointment{Cadre: "c1", Title: "白鹿镇副镇长（挂职）", Since: 202201, Until: 202301, How: "5"},
			&data.Appointment{Cadre: "c1", Title: "白鹿镇镇长", Since: 202605, How: "1"},
			&data.Reward{Cadre: "c1", Held: 20240101, Kind: data.ListNamed("reward_kind").Items[0].Code, Name: "三等功"},
			&data.Reward{Cadre: "c1", Held: 20260901, Kind: data.ListNamed("reward_kind").Items[0].Code, Name: "嘉奖"},
		} {
			if err := storetest.Write(t.Context(), tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	source, err := figure.Open(t.Context(), s, 202606)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind     *data.Kind
		id, want string
	}{
		{data.CadreKind, "c1", "沈嘉怡成长档案\n时点：2026年6月　共 3 条\n" +
			"沈嘉怡，女，汉族，1990.04 出生，浙江淳安人，群众，2012.07 参加工作，现任白鹿镇镇长。\n" +
			"年月\t事项\t来源\n2022.01–2023.01\t任白鹿镇副镇长（挂职）\t任职\n2024.01\t获三等功\t表彰奖励\n2026.05\t任白鹿镇镇长（提拔）\t任职\n"},
		{data.UnitKind, "u1", "白鹿镇工作记录\n时点：2026年6月　共 2 条\n年月\t事项\t来源\n2025.12\t配备评价黄灯：缺1名\t班子评价\n2026.03\t召开调度会：年轻干部配备\t工作调度会\n"},
	} {
		p, err := report.Growth(t.Context(), source, c.kind, c.id, 202606)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Text(); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
	if _, err := report.Growth(t.Context(), source, data.CadreKind, "nobody", 202606); !errors.Is(err, data.ErrNotFound) {
		t.Error(err)
	}
}

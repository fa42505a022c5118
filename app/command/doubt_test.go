package command_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/app/command"
)

// The command line tells what speaks against an appointment, and writes it only
// when it is told to.
func TestAnAppointmentIsWarnedAbout(t *testing.T) {
	db := filepath.Join(t.TempDir(), "新.db")
	must(t, "sample", "--db", db, "--cadres", "30", "--seed", "3")
	add := func(kind string, values ...string) string {
		var made struct{ ID string }
		mustJSON(t, &made, append([]string{"records", "--db", db, kind, "--json", "--add"}, values...)...)
		return made.ID
	}
	unit := add("unit", "机构名称=清源县测试镇", "简称=测试镇", "机构类别=镇")
	post := add("post", "机构="+unit, "职位名称=镇长", "核定职数=1", "班子成员=是")
	first, second := add("cadre", "姓名=测试甲"), add("cadre", "姓名=测试乙")
	into := func(cadre string, more ...string) []string {
		return append([]string{
			"records", "--db", db, "appointment", "--add", "干部=" + cadre, "机构=" + unit, "职位=" + post,
			"职务名称=测试镇镇长", "任职年月=2026.10",
		}, more...)
	}
	must(t, into(first)...)
	out, errOut, code := run(t, into(second)...)
	if code != command.Refused || !strings.Contains(out, "测试乙任测试镇镇长：超职数，核定 1 职，任后 2 人") || !strings.Contains(errOut, "--anyway") {
		t.Errorf("exit %d: %s %s", code, out, errOut)
	}
	var told struct {
		ID       string
		Warnings []struct{ Cadre, Post, Rule, Said string }
	}
	out, _, code = run(t, into(second, "--json")...)
	if err := json.Unmarshal([]byte(out), &told); err != nil || code != command.Refused || told.ID != "" ||
		len(told.Warnings) != 1 || told.Warnings[0].Rule != "超职数" {
		t.Errorf("exit %d: %s %v", code, out, err)
	}
	mustJSON(t, &told, into(second, "--json", "--anyway")...)
	if told.ID == "" || len(told.Warnings) != 1 {
		t.Errorf("%+v", told)
	}
}

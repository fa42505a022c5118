package records

import (
	"testing"

	"huoshui/data"
	"huoshui/data/store/storetest"
)

// A single appointment into a seat that is taken is shown before it is written.
func TestAnAppointmentIsAskedAbout(t *testing.T) {
	w, shell := room(t, data.AppointmentKind)
	db := w.desk.Store
	storetest.Put(t, db,
		&data.Post{ID: "seat", Unit: "u1", Name: "镇长", Approved: 1, Team: true},
		&data.Appointment{ID: "taken", Cadre: "c1", Unit: "u1", Post: "seat", Title: "白鹿镇镇长", Main: true, Since: 202001},
	)
	before := len(storetest.All[data.Appointment](t, db))
	w.Refresh()
	w.Add()
	for key, text := range map[string]string{"cadre": "c2", "unit": "u1", "post": "seat", "title": "白鹿镇镇长", "since": "2026.10"} {
		w.editor.form.Input(key).SetValue(text)
	}
	w.Save()
	if n := len(storetest.All[data.Appointment](t, db)); n != before || !shell.Shows("王伟任白鹿镇镇长：超职数，核定 1 职，任后 2 人") {
		t.Fatalf("%d appointments, %v", n, shell.Texts())
	}
	shell.Press(t, "仍要登记")
	if n := len(storetest.All[data.Appointment](t, db)); n != before+1 {
		t.Errorf("%d appointments, %v", n, shell.Failed)
	}
}

package rule

import (
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// PersonFindings are the findings about one person, without those that the
// office has accepted.
type PersonFindings struct {
	Cadre    *data.Cadre
	Findings []Finding
}

// batch is how many persons are held in memory at a time.
const batch = 1000

// CheckAll checks every cadre on file and returns those with findings, in the
// order of units and posts.
func CheckAll(ctx context.Context, r store.View, at data.Month, progress data.Progress) ([]PersonFindings, error) {
	everyone := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: at, Everyone: true}
	filed, err := everyone.Distinct(ctx, r, "姓名", "出生年月")
	if err != nil {
		return nil, err
	}
	world, err := ReadWorldToCheck(ctx, r, at)
	if err != nil {
		return nil, err
	}
	accepted, err := acceptedByCadre(ctx, r)
	if err != nil {
		return nil, err
	}
	ids, place, twins := make([]string, len(filed)), map[string]int{}, map[twin]int{}
	for i, row := range filed {
		ids[i], place[row[0]] = row[0], i
		twins[twin{row[1], row[2]}]++
	}
	slices.Sort(ids) // read as they came in, what belongs together lies together in the file
	all := make([]PersonFindings, len(ids))
	for done := 0; done < len(ids); done += batch {
		progress.Tell(done, len(ids), "正在核对")
		persons, err := readPersons(ctx, r, world, ids[done:min(done+batch, len(ids))])
		if err != nil {
			return nil, err
		}
		for _, p := range persons {
			found, i := Check(*p, at), place[p.Cadre.ID]
			if n := twins[twin{filed[i][1], filed[i][2]}]; n > 1 && p.Cadre.Birth != 0 {
				evidence := fmt.Sprintf("另有 %d 人与其同名、同为 %s 出生", n-1, p.Cadre.Birth)
				found = append(found, Finding{Rule: "同名同出生年月的应核对是否一人", Kind: data.CadreKind, Row: -1, Field: "name", Evidence: evidence})
			}
			if found, _ = Settle(found, accepted[data.Ref(p.Cadre.ID)]); len(found) > 0 {
				all[i] = PersonFindings{p.Cadre, found}
			}
		}
	}
	return slices.DeleteFunc(all, func(f PersonFindings) bool { return f.Cadre == nil }), nil
}

func acceptedByCadre(ctx context.Context, r store.View) (map[data.Ref][]*data.Accepted, error) {
	list, err := store.Find[data.Accepted](ctx, r)
	accepted := map[data.Ref][]*data.Accepted{}
	for _, a := range list {
		accepted[a.Cadre] = append(accepted[a.Cadre], a)
	}
	return accepted, err
}

// Settle divides findings into open ones and the acceptances of the others. An
// acceptance holds only for the evidence it was given for: when the records
// change, the finding is open again.
func Settle(found []Finding, accepted []*data.Accepted) (open []Finding, settled []*data.Accepted) {
	for _, f := range found {
		i := slices.IndexFunc(accepted, func(a *data.Accepted) bool { return a.Rule == f.Rule && a.Evidence == f.Evidence })
		if i < 0 {
			open = append(open, f)
		} else if !slices.Contains(settled, accepted[i]) {
			settled = append(settled, accepted[i])
		}
	}
	return open, settled
}

// Accept makes the record by which the office accepts a finding.
func Accept(cadre string, f Finding, reason, who string, on data.Date) *data.Accepted {
	return &data.Accepted{
		Cadre: data.Ref(cadre), Rule: f.Rule, Evidence: f.Evidence, Reason: data.Long(reason), Who: who, Held: on,
	}
}

// twin is what two persons on file seldom have in common.
type twin struct{ name, birth string }

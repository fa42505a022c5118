package unit

import (
	"cmp"
	"slices"

	"huoshui/data"
)

// branch is a unit in the tree, with the number of its approved and its filled
// places. A folder has the sums of all units below it.
type branch struct {
	*data.Unit
	depth            int
	approved, filled int
}

// grow orders units as a tree: each after the one it belongs to, siblings by
// their sort numbers.
func grow(units []*data.Unit) []*branch {
	below := map[data.Ref][]*data.Unit{}
	known := map[data.Ref]bool{}
	for _, u := range units {
		known[data.Ref(u.ID)] = true
	}
	for _, u := range units {
		parent := u.Parent
		if !known[parent] {
			parent = "" // gone at this month: what is left of it is shown by itself
		}
		below[parent] = append(below[parent], u)
	}
	var tree []*branch
	var add func(parent data.Ref, depth int)
	add = func(parent data.Ref, depth int) {
		slices.SortStableFunc(below[parent], func(a, b *data.Unit) int {
			return cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.ID, b.ID))
		})
		for _, u := range below[parent] {
			tree = append(tree, &branch{Unit: u, depth: depth})
			add(data.Ref(u.ID), depth+1)
		}
	}
	add("", 0)
	return tree
}

// sum gives folders the sums of all units below them.
func sum(tree []*branch) {
	for i := len(tree) - 1; i >= 0; i-- {
		if tree[i].Kind != data.UnitFolder {
			continue
		}
		for _, b := range tree[i+1:] {
			if b.depth <= tree[i].depth {
				break
			}
			if b.Kind != data.UnitFolder {
				tree[i].approved += b.approved
				tree[i].filled += b.filled
			}
		}
	}
}

// prune keeps the branches that are wanted and those above them.
func prune(tree []*branch, wanted func(*branch) bool) []*branch {
	var kept []*branch
	depth := -1 // of the branch kept last, whose superior must stay too
	for i := len(tree) - 1; i >= 0; i-- {
		b := tree[i]
		if b.depth == depth-1 || wanted(b) {
			kept = append(kept, b)
			depth = b.depth
		}
	}
	slices.Reverse(kept)
	return kept
}

// beneath reports whether a unit is another one or belongs to it.
func beneath(units []*data.Unit, id, above data.Ref) bool {
	parent := map[data.Ref]data.Ref{}
	for _, u := range units {
		parent[data.Ref(u.ID)] = u.Parent
	}
	for steps := 0; id != "" && steps <= len(units); steps++ {
		if id == above {
			return true
		}
		id = parent[id]
	}
	return false
}

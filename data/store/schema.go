package store

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"huoshui/data"
	"huoshui/data/store/query"
)

// The log proves the records, but not what guards both: the triggers that keep the log
// as it is, the unique indexes, the tables themselves. Those are held against what the
// migrations make in an empty database. The engine keeps the statement of each of them
// as it was given, so that the texts can be compared as they are: an upgraded file
// went through the same steps. So a migration that has been released stays as it is,
// to the last space.

// object is a table, index, trigger or view of a database. The ones the engine makes
// by itself for a primary key have no statement.
type object struct{ kind, name, on, statement string }

// ours are the objects of a sound database, by kind and name. They are made once.
var ours = sync.OnceValues(func() (map[string]object, error) {
	db := (&engine{dsn: ":memory:"}).open()
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	provider, err := provide(db, migrations)
	if err == nil {
		_, err = provider.Up(context.Background())
	}
	if err != nil {
		return nil, fmt.Errorf("store: schema: %w", err)
	}
	return objects(context.Background(), query.New(db, "", nil))
})

func objects(ctx context.Context, v View) (map[string]object, error) {
	rows, err := query.Rows(ctx, v, "SELECT type, name, tbl_name, COALESCE(sql, '') FROM sqlite_master")
	if err != nil {
		return nil, fmt.Errorf("store: schema: %w", err)
	}
	defer rows.Close()
	found := map[string]object{}
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.kind, &o.name, &o.on, &o.statement); err != nil {
			return nil, fmt.Errorf("store: schema: %w", err)
		}
		found[o.kind+" "+o.name] = o
	}
	return found, rows.Err()
}

// schema says, in Chinese sentences, where the tables of a file and what guards them
// are not as the program has made them.
func schema(ctx context.Context, v View) (sentences []string, err error) {
	want, err := ours()
	if err != nil {
		return nil, err
	}
	found, err := objects(ctx, v)
	if err != nil {
		return nil, err
	}
	const todo = "可能有人绕过程序动过这个文件；请核对后用备份恢复。"
	told := map[string]bool{}
	for key, o := range want {
		switch is, there := found[key]; {
		case !there:
			told[fmt.Sprintf("%s的%s被去掉了，%s", o.of(), o.word(), todo)] = true
		case is != o:
			told[fmt.Sprintf("%s的%s被改过，与程序建立的不同，%s", o.of(), o.word(), todo)] = true
		}
	}
	for key, o := range found {
		if _, there := want[key]; !there {
			told[fmt.Sprintf("%s多出了不是程序建立的%s，%s", o.of(), o.word(), todo)] = true
		}
	}
	for sentence := range told {
		sentences = append(sentences, sentence)
	}
	slices.Sort(sentences)
	return sentences, nil
}

// word is what a user calls an object.
func (o object) word() string {
	switch o.kind {
	case "table":
		return "数据表"
	case "trigger":
		return "触发器"
	case "view":
		return "视图"
	}
	return "索引"
}

// of is what the table of an object keeps, as a user calls it.
func (o object) of() string {
	if kind := data.KindNamed(o.on); kind != nil {
		return "“" + kind.Label + "”"
	}
	switch o.on {
	case "change", "change_row":
		return "“留痕”"
	case "look":
		return "“查阅记录”"
	case "blob":
		return "“照片”"
	case "draft":
		return "“草稿”"
	}
	return "数据库"
}

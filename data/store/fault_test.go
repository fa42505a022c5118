package store

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"huoshui/data"
)

// letters finds English in a sentence.
var letters = regexp.MustCompile(`[A-Za-z]`)

// Every code with which the engine can fail over a file has a Chinese sentence
// that tells what did not happen.
func TestEveryCodeHasASentence(t *testing.T) {
	codes := []sqlite3.ErrNo{
		sqlite3.ErrPerm, sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrNomem, sqlite3.ErrReadonly, sqlite3.ErrIoErr,
		sqlite3.ErrCorrupt, sqlite3.ErrFull, sqlite3.ErrCantOpen, sqlite3.ErrProtocol, sqlite3.ErrTooBig, sqlite3.ErrFormat, sqlite3.ErrNotADB,
	}
	for _, code := range codes {
		for _, what := range []outcome{unopened, unread, unsaved} {
			err := (&engine{}).fault(sqlite3.Error{Code: code}, what)
			sentence := data.Sentence(err)
			if !strings.Contains(sentence, string(what)) || letters.MatchString(sentence) || !strings.HasSuffix(sentence, "。") {
				t.Errorf("%d: %q", code, sentence)
			}
			if !errors.As(err, &sqlite3.Error{}) {
				t.Errorf("%d: the cause is lost", code)
			}
		}
	}
	for _, rule := range []sqlite3.ErrNoExtended{
		sqlite3.ErrConstraintUnique, sqlite3.ErrConstraintForeignKey, sqlite3.ErrConstraintCheck, sqlite3.ErrConstraintNotNull, sqlite3.ErrConstraintTrigger,
	} {
		err := (&engine{}).fault(sqlite3.Error{Code: sqlite3.ErrConstraint, ExtendedCode: rule}, unsaved)
		if sentence := data.Sentence(err); letters.MatchString(sentence) || strings.Contains(sentence, "内部") {
			t.Errorf("%d: %q", rule, sentence)
		}
	}
}

// Whatever way a statement takes to the engine, its error comes back as a
// sentence: asked at once, prepared, within a transaction, at its end.
func TestEveryWayToTheEngineIsCovered(t *testing.T) {
	e := &engine{dsn: dsn(t.TempDir()+"/a.db", "_txlock", "immediate")}
	db := e.open()
	defer db.Close()
	ctx := t.Context()
	must := func(statement string) {
		t.Helper()
		if _, err := db.ExecContext(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
	must("CREATE TABLE p (id TEXT PRIMARY KEY) STRICT")
	must("CREATE TABLE c (p TEXT REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED) STRICT")
	must("INSERT INTO p VALUES ('a')")
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	again, err := tx.PrepareContext(ctx, "INSERT INTO p VALUES (?)")
	if err != nil {
		t.Fatal(err)
	}
	failures := map[string]error{}
	_, failures["execute"] = tx.ExecContext(ctx, "INSERT INTO p VALUES ('a')")
	_, failures["prepared"] = again.ExecContext(ctx, "a")
	_, failures["ask"] = tx.QueryContext(ctx, "SELECT * FROM nowhere")
	_, failures["prepare"] = tx.PrepareContext(ctx, "SELECT * FROM nowhere")
	failures["ask for a row"] = tx.QueryRowContext(ctx, "SELECT absent FROM p").Scan(new(string))
	if rows, err := tx.QueryContext(ctx, "SELECT value FROM json_each('[1')"); err == nil {
		rows.Next()
		failures["read on"] = rows.Err()
		rows.Close()
	} else {
		failures["read on"] = err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO c VALUES ('nobody')"); err != nil {
		t.Fatal(err)
	}
	failures["commit"] = tx.Commit()
	unwritable := (&engine{dsn: dsn(t.TempDir(), "mode", "rw")}).open()
	defer unwritable.Close()
	failures["connect"] = unwritable.PingContext(ctx)
	for way, err := range failures {
		if sentence := data.Sentence(err); err == nil || letters.MatchString(sentence) || strings.Contains(sentence, "内部") {
			t.Errorf("%s: %q (%v)", way, sentence, err)
		}
	}
}

// What a caller says of a failure stays, also where a failure of the engine is its
// cause.
func TestMoreThanTheEngineSaysStays(t *testing.T) {
	e := &engine{}
	full := e.fault(sqlite3.Error{Code: sqlite3.ErrFull}, unsaved)
	if sentence := data.Sentence(e.again(full, unopened)); !strings.Contains(sentence, "打不开") {
		t.Error(sentence)
	}
	told := data.Refuse("数据库升级失败，请改用升级前的备份。", full)
	if sentence := data.Sentence(e.again(told, unopened)); sentence != "数据库升级失败，请改用升级前的备份。" || unwritable(told) {
		t.Error(sentence)
	}
}

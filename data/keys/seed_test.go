package keys_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"huoshui/data/keys"
)

const codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

func TestRecoveryCode(t *testing.T) {
	seed := keys.NewSeed()
	code := seed.Code()
	if len(code) != 39 || strings.ContainsAny(code, "ILOU") {
		t.Error(code)
	}
	slack := strings.NewReplacer("-", " ", "0", "O", "1", "l").Replace(code)
	for _, typed := range []string{code, strings.ToLower(code), strings.ReplaceAll(code, "-", ""), " " + slack + "\n", strings.ReplaceAll(code, "-", "\u3000")} {
		if back, err := keys.ParseCode(typed); err != nil || back != seed {
			t.Errorf("%v %v", back == seed, err)
		}
	}
	f, h, err := keys.New(seed, "新来的", passA, keys.Working())
	ok(t, err)
	if got := h.Seeds(f); len(got) != 1 || got[0] != seed {
		t.Error("a file made from the code opens something else")
	}
}

// One character wrong, left out or put in, or two neighbours swapped.
func TestEverySlipInARecoveryCodeIsTold(t *testing.T) {
	code := keys.Seed{7, 0xfe, 3}.Code()
	for i, was := range code {
		if was == '-' {
			continue
		}
		for _, r := range codeLetters + "U好" {
			if r != was {
				_, err := keys.ParseCode(code[:i] + string(r) + code[i+1:])
				refused(t, err, "恢复码")
			}
			_, err := keys.ParseCode(code[:i] + string(r) + code[i:])
			refused(t, err, "恢复码不全：应为 32 个字母和数字，现在是 33 个")
		}
		_, err := keys.ParseCode(code[:i] + code[i+1:])
		refused(t, err, "恢复码不全：应为 32 个字母和数字，现在是 31 个")
		if i > 0 && code[i-1] != '-' && code[i-1] != code[i] {
			_, err = keys.ParseCode(code[:i-1] + code[i:i+1] + code[i-1:i] + code[i+1:])
			refused(t, err, "恢复码抄错了")
		}
	}
	_, err := keys.ParseCode(strings.Repeat("好", 32))
	refused(t, err, "不会出现的字符")
}

// Nothing that holds the seed prints it, however it is printed.
func TestSecretsDoNotPrint(t *testing.T) {
	seed := keys.Seed{0xde, 0xad}
	_, h, err := keys.New(seed, "张三", passA, keys.Working())
	ok(t, err)
	var text strings.Builder
	for _, secret := range []any{seed, &seed, h, *h, struct{ Of keys.Seed }{seed}, []keys.Seed{seed}, struct{ *keys.Holder }{h}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%x", "%X", "%d", "%s", "%q"} {
			fmt.Fprintf(&text, verb, secret)
		}
		raw, _ := json.Marshal(secret)
		text.Write(raw)
	}
	for _, leak := range []string{"dead", "DEAD", "222 173", "0xde", `\xde`} {
		if strings.Contains(text.String(), leak) {
			t.Errorf("%s in %s", leak, text.String())
		}
	}
}

func FuzzParseCode(f *testing.F) {
	f.Add(keys.NewSeed().Code())
	f.Add("O-O")
	f.Fuzz(func(t *testing.T, text string) {
		seed, err := keys.ParseCode(text)
		if err != nil {
			return
		}
		if again, err := keys.ParseCode(seed.Code()); err != nil || again != seed {
			t.Errorf("%q", text)
		}
	})
}

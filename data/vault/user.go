package vault

import (
	"cmp"
	"os"
	"os/user"
	"strings"
)

// SystemUser is the name of the system's user, under which somebody logs in unless he
// says otherwise: the full name, or else the account name without the computer or
// domain that Windows puts before it.
func SystemUser() string {
	u, err := user.Current()
	if err != nil {
		return os.Getenv("USERNAME")
	}
	name := cmp.Or(u.Name, u.Username)
	return name[strings.LastIndex(name, `\`)+1:]
}

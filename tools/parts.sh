#!/usr/bin/env bash
# Brings the parts that are no Go modules into .cache, each by name, version and SHA-256, and writes
# beside them a go.mod that uses them. Prints nothing when all is there already.
set -euo pipefail
cd "$(dirname "$0")/.."

package=better-sqlite3-multiple-ciphers version=13.0.3
package_sum=24a11e221247fc003f755ad0f82126bc6b0295d0be1c06f3cb3e48d9db8eb898
driver=github.com/mattn/go-sqlite3@v1.14.53
driver_sum=h1:mnTM0owzUMrKuLo+0w51NUiB0ir2Fo7kFXlPt/l3BGs=
engine=.cache/engine
engine_sum=0f86db06f66cf365c25a09b42be324361daa3c9b4a8bf2c30922ad081d8a9bd6

fail() {
  echo "$1" >&2
  exit 1
}

# One number for all files of the engine: what is built is what was checked.
sum_of_engine() { (cd "$engine" && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1) 2>/dev/null; }

# The driver as the Go module has it, with SQLite3 Multiple Ciphers in the place of SQLite.
make_engine() {
  local tgz=".cache/$package-$version.tgz" dir made=$engine.part
  mkdir -p .cache
  if ! [ -f "$tgz" ]; then
    command -v npm >/dev/null || fail "没有找到 npm，取不到加密部件 $package@$version；请先装 npm，再运行 make。"
    (cd .cache && npm pack --silent "$package@$version" >/dev/null) || fail "取不到加密部件 $package@$version，请检查网络后再运行 make。"
  fi
  if ! echo "$package_sum  $tgz" | sha256sum -c --quiet >/dev/null 2>&1; then
    rm -f "$tgz"
    fail "加密部件 $package@$version 的校验值不符，已删除，不能使用；请换一个网络再运行 make。"
  fi
  dir=$(go mod download -json "$driver") || fail "取不到 $driver，请检查网络后再运行 make。"
  grep -qF "\"Sum\": \"$driver_sum\"" <<<"$dir" || fail "$driver 的校验值不符，不能使用。"
  dir=$(sed -n 's/.*"Dir": "\(.*\)".*/\1/p' <<<"$dir")
  rm -rf "$made"
  mkdir -p "$made"
  cp "$dir"/*.go "$dir"/*.c "$dir"/LICENSE "$dir"/go.mod "$dir"/go.sum "$made"
  rm -f "$made"/*_test.go
  chmod -R u+w "$made"
  tar -xzOf "$tgz" package/deps/sqlite3/sqlite3.h >"$made/sqlite3-binding.h"
  tar -xzOf "$tgz" package/deps/sqlite3/sqlite3ext.h >"$made/sqlite3ext.h"
  { cat tools/engine.h && tar -xzOf "$tgz" package/deps/sqlite3/sqlite3.c; } >"$made/sqlite3-binding.c"
  rm -rf "$engine"
  mv "$made" "$engine"
}

export GOFLAGS=
[ "$(sum_of_engine)" = "$engine_sum" ] || make_engine
[ "$(sum_of_engine)" = "$engine_sum" ] || fail "$engine 里的加密部件与应有的不符；请删除这个文件夹，再运行 make。"

# -modfile takes this go.mod in the place of ours, which stays usable without any part.
{ cat go.mod && echo && echo "replace github.com/mattn/go-sqlite3 => ./$engine"; } >.cache/parts.mod.new
if ! cmp -s .cache/parts.mod.new .cache/parts.mod; then mv .cache/parts.mod.new .cache/parts.mod; else rm .cache/parts.mod.new; fi
cmp -s go.sum .cache/parts.sum || cp go.sum .cache/parts.sum

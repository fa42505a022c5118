#!/usr/bin/env bash
# Runs every Fuzz function for 10 seconds, one by one, as go test takes one at a time.
# What fails is made smaller by two tries only, or the ten seconds would go into that.
# Usage: tools/fuzz.sh TAGS
set -euo pipefail
cd "$(dirname "$0")/.."

found=0
while IFS=: read -r file line; do
  name=${line#func }
  name=${name%%(*}
  found=1
  echo "== $name  ${file%/*}"
  go test -tags "$1" -run '^$' -fuzz "^$name\$" -fuzztime 10s -fuzzminimizetime 2x "${file%/*}"
done < <(grep -rH --include='*_test.go' '^func Fuzz[A-Z]' .)
[ "$found" = 1 ] || echo "还没有 Fuzz 函数。"

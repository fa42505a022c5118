#!/usr/bin/env bash
# 把每个 Fuzz 函数各跑 10 秒。go test 一次只肯跑一个，所以逐个来。
# 用法：tools/fuzz.sh 编译标签
set -euo pipefail
cd "$(dirname "$0")/.."

found=0
while IFS=: read -r file line; do
  name=${line#func }
  name=${name%%(*}
  found=1
  echo "== $name  ${file%/*}"
  go test -tags "$1" -run '^$' -fuzz "^$name\$" -fuzztime 10s "${file%/*}"
done < <(grep -rH --include='*_test.go' '^func Fuzz[A-Z]' .)
[ "$found" = 1 ] || echo "还没有 Fuzz 函数。"

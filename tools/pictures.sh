#!/usr/bin/env bash
# Takes the pictures of the README again, of the sample county. Usage: tools/pictures.sh PROGRAM
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" sample --db "$work/清源县样例.db" >/dev/null
"$1" shots --db "$work/清源县样例.db" --dir "$work" --at 2026-10 --size 1366x768 >/dev/null
while read -r name shot; do
  convert "$work/$shot.png" -colors 256 -strip "docs/pictures/$name.png"
done <<'END'
home 1-总览
roster 2-干部名册
person 4-1简历
team 31-领导班子
scenario 35-模拟调配
stats 50-统计分析
records 51-储备库
report 6-材料报告
meeting 62-放映-05
END

#!/usr/bin/env bash
# Proves the Windows build under Wine: imports twenty forms, opens the window, takes a picture.
# Usage: tools/wine.sh [PICTURE], after make build windows; the picture is bin/wine.png unless named.
set -euo pipefail
cd "$(dirname "$0")/.."

shot=$(realpath -m "${1:-bin/wine.png}")
linux=$PWD/bin/huoshui
work=$PWD/.cache/wine
wine=/usr/lib/wine/wine64 # the script called wine wants 32-bit packages too
title=活水

export WINEPREFIX=$work/prefix
export WINEDEBUG=-all
export WINEDLLOVERRIDES='mscoree,mshtml=' # or it asks whether to download .NET and a browser
export LC_ALL=C.UTF-8                     # with a locale that is not generated, Chinese file names silently fail to open

say() { echo "wine: $*"; }
die() {
  echo "wine: $*" >&2
  exit 1
}

# Waits for something to come true, looking every 0.2 seconds: wait_for SECONDS WORDS COMMAND…
wait_for() {
  local tries=$(($1 * 5)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || die "等不到：$what"
    sleep 0.2
  done
}

xvfb=
finish() {
  # Stops the processes of this WINEPREFIX only.
  /usr/lib/wine/wineserver64 -k 2>/dev/null || true
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
}
trap finish EXIT

if [ ! -x "$linux" ] || [ ! -f bin/huoshui.exe ]; then die "请先运行 make build windows"; fi
rm -rf "$work"
mkdir -p "$work" "$(dirname "$shot")"

say "启动虚拟屏幕"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
xvfb=$!
wait_for 30 "虚拟屏幕" test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY

say "建立新的 Wine 环境"
"$wine" wineboot --init >"$work/wineboot.log" 2>&1
x86_64-w64-mingw32-gcc -O2 -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
  tools/wine/bcryptprimitives.c -ladvapi32

# Program and files in folders of their own, with Chinese and a blank, as on an office's computer.
mkdir -p "$WINEPREFIX/drive_c/huoshui" "$WINEPREFIX/drive_c/干部 资料"
cp bin/huoshui.exe "$WINEPREFIX/drive_c/huoshui/"
cd "$WINEPREFIX/drive_c/干部 资料"
huoshui() { timeout 300 "$wine" 'C:\huoshui\huoshui.exe' "$@"; }

say "用 Linux 版做二十份任免审批表"
"$linux" sample --db "$work/样例.db" --cadres 20 --lrmx 任免表
count=$(find 任免表 -name '*.lrmx' | wc -l)
[ "$count" -eq 20 ] || die "任免审批表应有 20 份，实有 $count 份"

# The Windows build has no console and may print nothing, so the exit code counts.
say "用 Windows 版建加密的库，导入"
export HUOSHUI_USER=张三 HUOSHUI_PASSWORD=Chunjiang-2026
huoshui init --db 清源县.db || die "Windows 版建库失败，退出码 $?"
huoshui import --db 清源县.db --create 任免表 || die "Windows 版导入失败，退出码 $?"
[ -s 清源县.db ] || die "Windows 版导入后没有数据库"

say "用 Linux 版核对 Windows 版写的库"
"$linux" verify --db 清源县.db
"$linux" import --db 清源县.db 任免表 --dry-run --json >"$work/again.json"
grep -Eq '"same": *20\b' "$work/again.json" || die "再导一次应当 20 份全部相同，实际见 $work/again.json"

say "打开窗口"
"$wine" 'C:\huoshui\huoshui.exe' --db 清源县.db >"$work/window.log" 2>&1 &
window=$!
wait_for 60 "窗口 $title" xdotool search --onlyvisible --name "$title"

# The window is there before it is drawn: wait for content, then for two equal pictures; a caret
# blinks, so the second wait ends after 10 seconds.
picture() { import -window root "$shot"; }
drawn() { picture && [ "$(identify -format %k "$shot")" -gt 64 ]; }
same() {
  local before
  before=$(identify -format '%#' "$shot")
  picture && [ "$before" = "$(identify -format '%#' "$shot")" ]
}
wait_for 30 "窗口里的内容" drawn
for _ in $(seq 50); do
  sleep 0.2
  if same; then break; fi
done
cp "$shot" "${shot%.png}-login.png"

say "登录"
xdotool search --onlyvisible --name "$title" windowfocus --sync
xdotool type --delay 20 "$HUOSHUI_PASSWORD"
xdotool key Return
# The page at the gate has a tinted ground, the rooms have a white top bar; above is Wine's frame.
opened() { picture && [ "$(convert "$shot" -format '%[pixel:p{3,30}]' info:)" = "srgb(255,255,255)" ]; }
wait_for 60 "登录后的界面" opened
for _ in $(seq 50); do
  sleep 0.2
  if same; then break; fi
done
kill -0 "$window" 2>/dev/null || die "窗口打开后程序自己退出了，见 $work/window.log"

say "成功，截图在 $shot"

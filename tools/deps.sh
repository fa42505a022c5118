#!/usr/bin/env bash
# Finds out which packages are missing and installs them, or says which line to run.
# Usage: tools/deps.sh [build|test|windows|wine]; build when nothing is said.
set -euo pipefail

# On Linux Fyne compiles for X11 and for Wayland, and needs the headers of both.
build=(gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev)
# Tests open a real window (Xvfb, xdotool), look at pictures, and open papers in other programs.
test=(xvfb xdotool imagemagick poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui
  python3-docx python3-openpyxl qpdf mupdf-tools)
windows=(gcc-mingw-w64-x86-64)
wine=(wine64 xvfb xdotool imagemagick)

case "${1:-build}" in
  build) want=("${build[@]}") ;;
  test) want=("${build[@]}" "${test[@]}") ;;
  windows) want=("${windows[@]}") ;;
  wine) want=("${build[@]}" "${windows[@]}" "${wine[@]}") ;;
  *)
    echo "用法：tools/deps.sh [build|test|windows|wine]" >&2
    exit 2
    ;;
esac

if ! command -v go >/dev/null; then
  echo "没有找到 go，请先安装 Go 1.26 或更新的版本并放进 PATH。" >&2
  exit 1
fi
if ! command -v dpkg-query >/dev/null; then
  echo "本机不是 Debian 系，不代装软件包；编译所需相当于 Debian 的：${want[*]}" >&2
  exit 0
fi

missing=()
for p in "${want[@]}"; do
  # Not dpkg -s … | grep -q: grep leaves early, dpkg gets SIGPIPE, and what is installed counts as missing.
  state=$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$p")
done
# Node.js often comes from elsewhere and brings npm, which fetches the parts that are no Go modules.
command -v npm >/dev/null || missing+=(npm)
[ ${#missing[@]} -gt 0 ] || exit 0

root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    root=(sudo -n)
  else
    echo "缺少软件包，请用管理员身份运行下面这一行后再试：" >&2
    echo "apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
fi

echo "安装软件包：${missing[*]}"
apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
"${apt[@]}" update >/dev/null
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null

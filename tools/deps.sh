#!/usr/bin/env bash
# 查本机缺哪些软件包，能装就装上，不能装就说该运行哪一行。
# 用法：tools/deps.sh [build|test|windows|wine]（不写即 build）
set -euo pipefail

# Fyne 在 Linux 上同时编译 X11 和 Wayland 两种窗口，少一样头文件都编不过。
build=(gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev)
# 测试要开真窗口（Xvfb、xdotool）、看图（imagemagick）、用别人的程序打开做出的材料。
test=(xvfb xdotool imagemagick poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui
  python3-docx python3-openpyxl)
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
  # 不写成 dpkg -s … | grep -q：grep 早退会让 dpkg 收到 SIGPIPE，装着的也会偶尔算成缺。
  state=$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$p")
done
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

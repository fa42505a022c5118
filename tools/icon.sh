#!/usr/bin/env bash
# 由 assets/icon.svg 重做 assets/icon.png（程序窗口、Windows 可执行文件和安装包共用这一张）。
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v rsvg-convert >/dev/null; then
  echo "缺少 rsvg-convert，请先运行：apt-get install -y --no-install-recommends librsvg2-bin" >&2
  exit 1
fi
rsvg-convert --width 512 --height 512 assets/icon.svg --output assets/icon.png

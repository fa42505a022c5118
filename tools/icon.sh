#!/usr/bin/env bash
# Makes assets/icon.png from assets/icon.svg: one picture for the window, the exe and the installer.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v rsvg-convert >/dev/null; then
  echo "缺少 rsvg-convert，请先运行：apt-get install -y --no-install-recommends librsvg2-bin" >&2
  exit 1
fi
rsvg-convert --width 512 --height 512 assets/icon.svg --output assets/icon.png

#!/bin/sh
# The system libraries that skia needs. Installed where we may, otherwise the one command is printed.
set -eu

has() {
    "$1" -c "import ctypes; ctypes.CDLL('libEGL.so.1'); ctypes.CDLL('libGL.so.1'); ctypes.CDLL('libexpat.so.1')" 2>/dev/null
}

has "$1" && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends libegl1 libgl1 libexpat1
    has "$1" && exit 0
fi
echo "缺少系统库 libEGL、libGL。请运行：sudo apt-get install -y libegl1 libgl1 libexpat1" >&2
echo "libEGL and libGL are missing. Run:  sudo apt-get install -y libegl1 libgl1 libexpat1" >&2
exit 1

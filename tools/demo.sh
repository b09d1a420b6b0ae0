#!/bin/sh
# The demonstration: tools/demo.sh BIN NUMBER PICTURE
# With a display: the window. Without one: the same program offscreen looks one invented person up, prints the
# result and draws the window into PICTURE.
set -eu

bin=$1
number=$2
picture=$3

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/familieopslag" --demo
fi
# The number goes through a pipe, as the program demands: arguments are visible to every user of a machine.
printf '%s\n' "$number" | QT_QPA_PLATFORM=offscreen "$bin/familieopslag" --demo opslag --screenshot "$picture"
printf '\nThere is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window was opened:\n'
printf 'the same program looked an invented person up, and drew its window into %s\n' "$picture"

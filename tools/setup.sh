#!/bin/sh
# Makes this checkout ready on Debian or Ubuntu: the system packages that Qt and the tests need, and .venv.
# Usage: tools/setup.sh [EXTRA]   (default: dev). Safe to run again; installs only what is missing.
# pip and apt use the machine's own configuration; nothing about where packages come from is decided here.
set -eu

cd "$(dirname "$0")/.."
extra=${1:-dev}

# Qt without a display: what libQt6Gui, libQt6Widgets and the offscreen platform link to, and one font, without
# which every letter is a box. One font package only: another changes the default and with it every picture.
offscreen='libglib2.0-0 libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0 fonts-dejavu-core'
# Qt under X, real or virtual: what the xcb platform plugin links to, and the virtual display itself.
xcb='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-xkb1
     libxkbcommon-x11-0 libxcb-shape0 xvfb xauth'
# What tests speak to: a D-Bus of their own, and a Secret Service on it. The program needs none, and no CUPS either;
# without, it finds no printer and keeps no passphrase.
buses='dbus-daemon gnome-keyring'
# What shows that no key is ever written in the open.
watch='strace'
packages="ca-certificates $offscreen $xcb $buses $watch"

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

installed() {
    # Ubuntu 24.04 renamed libglib2.0-0 to libglib2.0-0t64, which provides the old name.
    for name in "$1" "${1}t64"; do
        case $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) in installed) return 0 ;; esac
    done
    return 1
}

install_system_packages() {
    command -v dpkg-query >/dev/null 2>&1 || {
        say 'this is no Debian or Ubuntu: make sure yourself that Qt 6 finds what it links to'
        return 0
    }
    missing=
    for package in $packages; do
        installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0

    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || fail "these packages are missing, and neither root nor sudo is here to \
install them:$missing"
        as_root=sudo
    fi
    say "installing$missing"
    # A fresh system has no package lists yet; an old list is only refreshed when it does not do.
    apt="env DEBIAN_FRONTEND=noninteractive apt-get -y -q"
    # shellcheck disable=SC2086 # the words are meant to be split
    $as_root $apt install --no-install-recommends $missing </dev/null >&2 2>/dev/null && return 0
    $as_root $apt update </dev/null >&2 || fail 'the package lists could not be fetched'
    # shellcheck disable=SC2086
    $as_root $apt install --no-install-recommends $missing </dev/null >&2 ||
        fail "these packages could not be installed:$missing"
}

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    fail 'Python 3.11 or later with venv is needed (Debian: python3-venv)'
}

install_system_packages
python=$(find_python)
if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    say 'making .venv'
    # --clear: what an interrupted run left behind has no pip in it.
    "$python" -m venv --clear .venv || fail 'the virtual environment could not be made (Debian: python3-venv)'
fi
say "installing the program and its extra [$extra] into .venv"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[$extra]" </dev/null >&2

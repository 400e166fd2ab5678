#!/bin/sh
# Puts the program into the reader's own folder, or takes it out again with --remove. Asks for no administrator.
# Bez administratora tiesībām ieliek programmu lietotāja mapē; ar --remove to izņem.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
cd "$here"
# What would mean something else in the menu's file.
case "$prefix" in
  *[\"\`\$\\\|\&%=]* | *"
"* | [!/]* | "") echo "not a folder to install into / šajā mapē nevar ielikt: $prefix" >&2; exit 2 ;;
esac
files=$(find bin share -type f)
case "${1:-}" in
  --remove) for file in $files; do rm -f "$prefix/$file"; done ;;
  "")
    for file in $files; do
      mkdir -p "$prefix/$(dirname "$file")"
      # A program that runs keeps its file; the new one is another.
      cp --remove-destination "$file" "$prefix/$file"
    done
    # A session whose search path lacks the folder must find the program all the same.
    sed -i "s|^Exec=edoc-viewer|Exec=\"$prefix/bin/edoc-viewer\"|" "$prefix/share/applications/lv.zimogs.edoc.desktop"
    ;;
  *) echo "install.sh [--remove]" >&2; exit 2 ;;
esac
refresh() { ! command -v "$1" >/dev/null 2>&1 || "$@" >/dev/null 2>&1 || true; }
refresh update-mime-database "$prefix/share/mime"
refresh update-desktop-database "$prefix/share/applications"
refresh gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor"
case "${1:-}" in --remove) echo "removed from / izņemts no: $prefix" ;; *) echo "installed in / ielikts: $prefix/bin" ;; esac

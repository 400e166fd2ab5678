#!/usr/bin/env bash
# Makes the pictures of the window anew: docs/pictures/make.sh [PROGRAM]. Needs Xvfb (xvfb-run). Without a program the debug build is used.
# Every state in Latvian on light, and in English on dark; they are there to be looked at. What needs a hand (preview*.png: a place pointed at,
# a search; trust.png: a question) is made by hand.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-target/debug/edoc-viewer}
[ -x "$program" ] || cargo build --locked --bin edoc-viewer
out=docs/pictures
given=(--trust samples/trust-list.xml --issuers samples/issuers.toml)

picture() { # NAME SIZE ARGUMENTS...
  local name=$1 size=$2
  shift 2
  for look in "lv light" "en dark"; do
    local language=${look% *} theme=${look#* } suffix=
    [ "$language" = lv ] || suffix=-$language
    LIBGL_ALWAYS_SOFTWARE=1 timeout 120 xvfb-run -a -s "-screen 0 1600x1000x24" "$program" "$@" \
      --lang "$language" --theme "$theme" --size "$size" --screenshot "$out/$name$suffix.png"
    echo "$name$suffix"
  done
}

picture empty 900x640
picture good 1080x820 samples/anna-matematika.edoc "${given[@]}"
picture beside 1360x860 samples/anna-matematika.edoc "${given[@]}"
picture tampered 900x700 samples/tampered.edoc "${given[@]}"
picture foreign 900x700 samples/foreign-issuer.edoc "${given[@]}"
picture unsigned 900x700 samples/unsigned.edoc "${given[@]}"
picture doubtful 900x700 samples/liga-biologija.asice "${given[@]}"
picture missing 900x700 samples/missing.edoc "${given[@]}"
picture uncovered 1080x820 samples/uncovered-file.edoc "${given[@]}"
picture several 1360x860 samples "${given[@]}"
picture persons 1360x860 samples "${given[@]}" --table persons --table findings
picture results 1360x860 samples "${given[@]}" --table results
picture settings 900x860 --page settings
picture help 900x860 --page help

# The page "about" says where the program lies on this computer, so there is no picture of it.
if command -v mogrify >/dev/null; then mogrify +dither -colors 160 "$out"/*.png; fi

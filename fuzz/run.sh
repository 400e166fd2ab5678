#!/usr/bin/env bash
# Runs fuzz targets for some seconds each: fuzz/run.sh SECONDS [TARGET...]. Needs a nightly toolchain; installs cargo-fuzz by name.
# Where there is no nightly toolchain, the same parsers are driven by the property tests of tests/robustness.rs instead.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20}
shift || true
if ! cargo +nightly --version >/dev/null 2>&1; then
  echo "no nightly toolchain: property tests instead"
  exec cargo test --locked --no-default-features --test robustness
fi
command -v cargo-fuzz >/dev/null || cargo install --locked --quiet cargo-fuzz@0.13.2
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(sed -n '/^\[\[bin\]\]/,/^$/s/^name = "\([a-z_]*\)"$/\1/p' fuzz/Cargo.toml)
mkdir -p fuzz/artifacts
# All at once where all are run: two processors link two of them at a time.
[ $# -gt 0 ] || cargo +nightly fuzz build >fuzz/artifacts/build.log 2>&1 || { tail -n 40 fuzz/artifacts/build.log; exit 1; }
for target in "${targets[@]}"; do
  corpus="fuzz/corpus/$target"
  mkdir -p "$corpus"
  options=(-max_total_time="$seconds" -rss_limit_mb=1024 -timeout=10 -print_final_stats=1)
  case "$target" in
    archive | verify) cp samples/*.edoc samples/*.asice "$corpus/" ;;
    trusted_list | xml | canonical) cp samples/trust-list.xml "$corpus/" ;;
    text_pdf) cp samples/layouts/documents/*.pdf "$corpus/" ;;
    text_docx) cp samples/layouts/documents/*.docx "$corpus/" ;;
    text_odt) cp samples/layouts/documents/*.odt "$corpus/" ;;
  esac
  [ ! -d "fuzz/seeds/$target" ] || cp "fuzz/seeds/$target"/* "$corpus/"
  case "$target" in text_*) options+=(-dict=fuzz/text.dict -max_len=65536) ;; esac
  echo "-- $target, $seconds s"
  log="fuzz/artifacts/$target.log"
  if ! cargo +nightly fuzz run "$target" -- "${options[@]}" >"$log" 2>&1; then
    tail -n 40 "$log"
    echo "$target: a finding, or the target did not build"
    exit 1
  fi
  grep -E '^stat::number_of_executed_units' "$log" || { tail -n 20 "$log"; echo "$target: nothing was executed"; exit 1; }
done

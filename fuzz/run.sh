#!/usr/bin/env bash
# Runs every fuzz target for some seconds: fuzz/run.sh SECONDS. Needs a nightly toolchain; installs cargo-fuzz by name.
# Where there is no nightly toolchain, the same parsers are driven by the property tests of tests/robustness.rs instead.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20}
if ! cargo +nightly --version >/dev/null 2>&1; then
  echo "no nightly toolchain: property tests instead"
  exec cargo test --locked --no-default-features --test robustness
fi
command -v cargo-fuzz >/dev/null || cargo install --locked --quiet cargo-fuzz@0.13.2
for target in $(sed -n 's/^name = "\([a-z_]*\)"$/\1/p' fuzz/Cargo.toml); do
  mkdir -p "fuzz/corpus/$target"
  if [ "$target" = archive ] || [ "$target" = verify ]; then cp samples/*.edoc samples/*.asice "fuzz/corpus/$target/" 2>/dev/null || true; fi
  if [ "$target" = trusted_list ] || [ "$target" = xml ]; then cp samples/trust-list.xml "fuzz/corpus/$target/" 2>/dev/null || true; fi
  echo "-- $target, $seconds s"
  log="fuzz/artifacts/$target.log"
  mkdir -p fuzz/artifacts
  if ! cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -rss_limit_mb=1024 -timeout=10 -print_final_stats=1 >"$log" 2>&1; then
    tail -n 40 "$log"
    echo "$target: a finding, or the target did not build"
    exit 1
  fi
  grep -E '^stat::number_of_executed_units' "$log" || { tail -n 20 "$log"; echo "$target: nothing was executed"; exit 1; }
done

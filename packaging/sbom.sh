#!/usr/bin/env bash
# The list of everything the programs are built from (CycloneDX), into target/package. Installs cargo-cyclonedx by name.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-cyclonedx >/dev/null || cargo install --locked --quiet cargo-cyclonedx@0.5.7
mkdir -p target/package
cargo cyclonedx --format json --all-features --override-filename zimogs.cdx
mv zimogs.cdx.json target/package/

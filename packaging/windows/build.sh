#!/usr/bin/env bash
# Builds the programs for Windows on Linux and the installer into target/package. Needs Rust by rustup; installs by name what else it needs.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v x86_64-w64-mingw32-gcc >/dev/null || ! command -v makensis >/dev/null; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends gcc-mingw-w64-x86-64 binutils-mingw-w64-x86-64 nsis
fi
target=x86_64-pc-windows-gnu
rustup target add "$target"
root=$PWD
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$root=/zimogs --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
export CARGO_TARGET_DIR="$root/target"
cargo build --release --locked --bins --target "$target"
# Nothing but what every Windows has.
for program in edoc edoc-viewer; do
  if x86_64-w64-mingw32-objdump -p "target/$target/release/$program.exe" | grep -iE 'DLL Name: (lib|vcruntime|msvcp)'; then
    echo "$program.exe needs a library that must be installed"; exit 1
  fi
done

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
files=target/package/windows
rm -rf "$files"
mkdir -p "$files"
cp "target/$target/release/edoc.exe" "target/$target/release/edoc-viewer.exe" README.md LICENSE-MIT LICENSE-APACHE "$files/"
output="$root/target/package/zimogs-$version-windows-x86_64-setup.exe"
makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DFILES=$root/$files" "-DOUTPUT=$output" packaging/windows/installer.nsi
ls -l "$files" "$output"

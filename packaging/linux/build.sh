#!/usr/bin/env bash
# Builds the Debian package and the portable archive into target/package. Needs Rust; installs by name what else it needs.
set -euo pipefail
cd "$(dirname "$0")/../.."
missing() { ! command -v "$1" >/dev/null; }
if missing gcc || missing git || missing dpkg-shlibdeps; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends gcc libc6-dev git dpkg-dev
fi
command -v cargo-deb >/dev/null || cargo install --locked --quiet cargo-deb@3.8.0
# The same source gives the same octets: no path of the machine in the programs, one time in the archives.
root=$PWD
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$root=/zimogs --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
export CARGO_TARGET_DIR="$root/target"
cargo build --release --locked --bins

package=target/package
rm -rf "$package"
mkdir -p "$package/man" "$package/completions"
target/release/edoc man --lang en --out "$package/man"
install -m644 -t "$package/man" packaging/linux/edoc-viewer.1
target/release/edoc completions bash --lang en >"$package/completions/edoc.bash"
target/release/edoc completions zsh --lang en >"$package/completions/_edoc"
target/release/edoc completions fish --lang en >"$package/completions/edoc.fish"

cargo deb --no-build --locked --output "$package/"

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
name="zimogs-$version-$(uname -m)-linux"
tree="$package/$name"
for size in 16 24 32 48 64 128 256 512; do
  install -Dm644 "assets/icons/zimogs-$size.png" "$tree/share/icons/hicolor/${size}x$size/apps/lv.zimogs.edoc.png"
done
install -Dm644 assets/icons/zimogs.svg "$tree/share/icons/hicolor/scalable/apps/lv.zimogs.edoc.svg"
install -Dm755 -t "$tree/bin" target/release/edoc target/release/edoc-viewer
install -Dm644 -t "$tree/share/applications" packaging/linux/lv.zimogs.edoc.desktop
install -Dm644 packaging/linux/lv.zimogs.edoc.mime.xml "$tree/share/mime/packages/lv.zimogs.edoc.xml"
install -Dm644 -t "$tree/share/metainfo" packaging/linux/lv.zimogs.edoc.metainfo.xml
install -Dm644 -t "$tree/share/man/man1" "$package"/man/*.1
install -Dm644 "$package/completions/edoc.bash" "$tree/share/bash-completion/completions/edoc"
install -Dm644 -t "$tree/share/zsh/site-functions" "$package/completions/_edoc"
install -Dm644 -t "$tree/share/fish/vendor_completions.d" "$package/completions/edoc.fish"
install -Dm644 -t "$tree" README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE
install -Dm755 packaging/linux/install.sh "$tree/install.sh"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$package" -cf - "$name" | gzip -9n >"$package/$name.tar.gz"
rm -rf "$tree"
(cd "$package" && sha256sum ./*.deb ./*.tar.gz >SHA256SUMS && cat SHA256SUMS)

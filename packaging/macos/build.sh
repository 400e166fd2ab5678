#!/usr/bin/env bash
# Builds Zīmogs.app and an archive of it into target/package. Runs on macOS only, because linking needs Apple's SDK. Needs Rust by
# rustup and the command line tools of Xcode.
set -euo pipefail
cd "$(dirname "$0")/../.."
export MACOSX_DEPLOYMENT_TARGET=11.0
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
for target in aarch64-apple-darwin x86_64-apple-darwin; do
  rustup target add "$target"
  cargo build --release --locked --bins --target "$target"
done
package=target/package
bundle="$package/Zīmogs.app/Contents"
rm -rf "$package/Zīmogs.app"
mkdir -p "$bundle/MacOS" "$bundle/Resources"
for program in edoc edoc-viewer; do
  lipo -create -output "$bundle/MacOS/$program" "target/aarch64-apple-darwin/release/$program" "target/x86_64-apple-darwin/release/$program"
done
sed "s/@VERSION@/$version/" packaging/macos/Info.plist >"$bundle/Info.plist"
plutil -lint "$bundle/Info.plist"
iconset=$(mktemp -d)/zimogs.iconset
mkdir -p "$iconset"
for size in 16 32 128 256; do
  cp "assets/icons/zimogs-$size.png" "$iconset/icon_${size}x$size.png"
  cp "assets/icons/zimogs-$((size * 2)).png" "$iconset/icon_${size}x$size@2x.png"
done
iconutil --convert icns --output "$bundle/Resources/zimogs.icns" "$iconset"
cp LICENSE-MIT LICENSE-APACHE "$bundle/Resources/"
# Signed by nobody: the reader must allow it once. A release with a developer's identity signs and notarises here.
codesign --force --deep --sign "${CODESIGN_IDENTITY:--}" "$package/Zīmogs.app"
ditto -c -k --keepParent "$package/Zīmogs.app" "$package/zimogs-$version-macos.zip"
(cd "$package" && shasum -a 256 "zimogs-$version-macos.zip" >SHA256SUMS)

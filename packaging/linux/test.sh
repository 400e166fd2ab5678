#!/usr/bin/env bash
# Installs the package that build.sh made into a clean Debian root and uses it there as a reader would; needs root and the network.
# packaging/linux/test.sh [DEB]. Keeps the clean root in target/package-root for the next run.
set -euo pipefail
cd "$(dirname "$0")/../.."
step() { printf '\n== %s ==\n' "$*"; }

step "tools"
tools=(debootstrap desktop-file-validate appstreamcli lintian)
for tool in "${tools[@]}"; do
  if ! PATH="$PATH:/usr/sbin" command -v "$tool" >/dev/null; then
    apt-get update -q
    apt-get install -y -q --no-install-recommends debootstrap desktop-file-utils appstream lintian
    break
  fi
done

deb=${1:-$(ls -t target/package/*.deb | head -n 1)}
echo "$deb, $(stat -c %s "$deb") octets"

step "what stands in the package"
desktop-file-validate packaging/linux/lv.zimogs.edoc.desktop
appstreamcli validate --no-net packaging/linux/lv.zimogs.edoc.metainfo.xml
lintian --fail-on error --info "$deb"
installed=$(dpkg-deb -f "$deb" Installed-Size)
echo "installed size: $installed KiB"
most=${MOST_KIB:-25600}
[ "$installed" -le "$most" ] || { echo "more than $most KiB"; exit 1; }

step "a clean root"
suite=${SUITE:-bookworm}
clean=$PWD/target/package-root/$suite
if [ ! -e "$clean/usr/bin/apt-get" ]; then
  mkdir -p "$clean"
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | sort -u | head -n 1)
  PATH="$PATH:/usr/sbin" debootstrap --variant=minbase "$suite" "$clean" "$mirror"
fi
root=$(mktemp -d)
cleanup() {
  for place in proc dev/shm dev; do mountpoint -q "$root/$place" && umount -l "$root/$place"; done
  rm -rf "$root"
}
trap cleanup EXIT
cp -a "$clean/." "$root/"
# The machine's own way to packages; a clean root has only the first mirror.
cp -a /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
in_root() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

step "installed, with what it depends on and nothing else"
in_root sh -c 'find / -xdev \( -path /proc -o -path /dev -o -path /var/lib -o -path /var/cache -o -path /var/log \) -prune -o -type f -print | sort' >"$root/tmp/before"
cp "$deb" "$root/tmp/zimogs.deb"
in_root apt-get update -q
in_root apt-get install -y -q --no-install-recommends /tmp/zimogs.deb
in_root edoc --version
cp -r samples "$root/tmp/samples"
in_root edoc verify --lang en --trust /tmp/samples/trust-list.xml --issuers /tmp/samples/issuers.toml /tmp/samples/anna-matematika.edoc
if in_root edoc verify --lang en --trust /tmp/samples/trust-list.xml --issuers /tmp/samples/issuers.toml /tmp/samples/tampered.edoc; then
  echo "a tampered file was called good"; exit 1
fi
in_root sh -c 'test -s /usr/share/man/man1/edoc.1.gz && test -s /usr/share/bash-completion/completions/edoc'

step "files are of our type and ours to open"
in_root apt-get install -y -q --no-install-recommends xdg-utils libglib2.0-bin xvfb xdotool dbus imagemagick x11-apps libgl1-mesa-dri
for extension in edoc asice sce asics; do
  cp samples/anna-matematika.edoc "$root/tmp/one.$extension"
  kind=$(in_root gio info -a standard::content-type "/tmp/one.$extension" | sed -n 's/.*content-type: //p')
  case "$kind" in application/vnd.etsi.asic-[es]+zip) ;; *) echo "$extension is taken for $kind"; exit 1 ;; esac
  default=$(in_root env XDG_CURRENT_DESKTOP=X-Generic xdg-mime query default "$kind")
  [ "$default" = lv.zimogs.edoc.desktop ] || { echo "$kind opens with ${default:-nothing}"; exit 1; }
  in_root gio mime "$kind" | grep -q lv.zimogs.edoc.desktop || { echo "gio does not know who opens $kind"; exit 1; }
  echo "$extension: $kind, $default"
done

step "a double-click shows the window"
in_root sh -c '
  set -e
  Xvfb :77 -screen 0 1200x900x24 >/tmp/xvfb.log 2>&1 & display=$!
  export DISPLAY=:77 LIBGL_ALWAYS_SOFTWARE=1 XDG_RUNTIME_DIR=/tmp/runtime XDG_CURRENT_DESKTOP=X-Generic
  mkdir -p -m 700 $XDG_RUNTIME_DIR
  for wait in 1 2 3 4 5 6 7 8 9 10; do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 1; done
  xdg-open /tmp/samples/anna-matematika.edoc >/tmp/window.log 2>&1 &
  xdotool search --sync --onlyvisible --name "Zīmogs" >/tmp/window
  sleep 3
  import -window root /tmp/window.png
  xdotool search --name "Zīmogs" getwindowname | head -n 1
  pkill edoc-viewer || kill $(pidof edoc-viewer)
  kill $display
'
mkdir -p target/package
cp "$root/tmp/window.png" target/package/window.png
colours=$(in_root identify -format '%k' /tmp/window.png)
[ "$colours" -gt 50 ] || { echo "the window stayed blank: $colours colours"; exit 1; }
echo "target/package/window.png: $colours colours"

step "removal leaves nothing"
in_root apt-get purge -y -q zimogs
left=$(in_root sh -c 'find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /var -o -path /root \) -prune -o -type f \( -iname "*zimogs*" -o -name "edoc" -o -name "edoc-*" -o -name "_edoc" \) -print')
[ -z "$left" ] || { echo "left behind:"; echo "$left"; exit 1; }
default=$(in_root env XDG_CURRENT_DESKTOP=X-Generic xdg-mime query default application/vnd.etsi.asic-e+zip)
[ -z "$default" ] || { echo "still opened with $default"; exit 1; }
printf '\nThe package holds.\n'

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
trap 'rm -rf --one-file-system "$root"' EXIT
cp -a "$clean/." "$root/"
# The machine's own way to packages; a clean root has only the first mirror.
cp -a /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
# Mounts and processes of its own: it sees none of this machine's, and both end with the command.
in_root() {
  unshare --mount --pid --fork --kill-child sh -ec 'mount -t proc proc "$0/proc"; mount --bind /dev "$0/dev"; exec chroot "$0" "$@"' "$root" \
    /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

step "installed, with what it depends on and nothing else"
cp "$deb" "$root/tmp/zimogs.deb"
in_root apt-get update -q
in_root apt-get install -y -q --no-install-recommends /tmp/zimogs.deb
in_root edoc --version
cp -r samples "$root/tmp/samples"
in_root edoc verify --lang en --trust /tmp/samples/trust-list.xml --issuers /tmp/samples/issuers.toml /tmp/samples/anna-matematika.edoc
if in_root edoc verify --lang en --trust /tmp/samples/trust-list.xml --issuers /tmp/samples/issuers.toml /tmp/samples/tampered.edoc; then
  echo "a tampered file was called good"; exit 1
fi
in_root sh -ec 'for file in man/man1/edoc.1.gz man/man1/edoc-viewer.1.gz bash-completion/completions/edoc; do test -s "/usr/share/$file"; done'

step "files are of our type and ours to open"
in_root apt-get install -y -q --no-install-recommends xdg-utils libfile-mimeinfo-perl libglib2.0-bin xvfb xdotool dbus imagemagick x11-apps libgl1-mesa-dri
for extension in edoc asice sce asics scs; do
  cp samples/anna-matematika.edoc "$root/tmp/one.$extension"
  kind=$(in_root gio info -a standard::content-type "/tmp/one.$extension" | sed -n 's/.*content-type: //p')
  case "$kind" in application/vnd.etsi.asic-[es]+zip) ;; *) echo "$extension is taken for $kind"; exit 1 ;; esac
  default=$(in_root env XDG_CURRENT_DESKTOP=X-Generic xdg-mime query default "$kind")
  [ "$default" = lv.zimogs.edoc.desktop ] || { echo "$kind opens with ${default:-nothing}"; exit 1; }
  in_root gio mime "$kind" | grep -q lv.zimogs.edoc.desktop || { echo "gio does not know who opens $kind"; exit 1; }
  echo "$extension: $kind, $default"
done

step "a double-click shows the window"
in_root env DISPLAY=:77 LIBGL_ALWAYS_SOFTWARE=1 XDG_RUNTIME_DIR=/tmp/runtime XDG_CURRENT_DESKTOP=X-Generic sh -ec '
  fails() { echo "$1"; cat /tmp/window.log; exit 1; }
  file=/tmp/samples/anna-matematika.edoc
  kind=$(xdg-mime query filetype "$file")
  [ "$kind" = application/vnd.etsi.asic-e+zip ] || { echo "a double-click takes $file for ${kind:-nothing}"; exit 1; }
  mkdir -p -m 700 "$XDG_RUNTIME_DIR"
  Xvfb :77 -screen 0 1200x900x24 -nolisten tcp >/tmp/xvfb.log 2>&1 &
  for wait in $(seq 30); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 1; done
  xdg-open "$file" >/tmp/window.log 2>&1 &
  window=$(timeout 90 xdotool search --sync --onlyvisible --class zimogs | head -n 1)
  [ -n "$window" ] || fails "no window came"
  # Its title names the file once that is judged.
  for wait in $(seq 90); do
    title=$(xdotool getwindowname "$window")
    case "$title" in anna-matematika.edoc*) break ;; esac
    sleep 1
  done
  case "$title" in anna-matematika.edoc*) echo "$title" ;; *) fails "the window shows $title" ;; esac
  for wait in $(seq 30); do
    import -window root /tmp/window.png
    [ "$(identify -format %k /tmp/window.png)" -le 50 ] || exit 0
    sleep 1
  done
  fails "the window stayed blank"
'
mkdir -p target/package
cp "$root/tmp/window.png" target/package/window.png
echo "target/package/window.png"

step "removal leaves nothing"
files=$(in_root dpkg -L zimogs | while read -r path; do [ -d "$root$path" ] || echo "$path"; done)
[ "$(echo "$files" | wc -l)" -gt 20 ] || { echo "the package has too few files: $files"; exit 1; }
in_root apt-get purge -y -q zimogs
for path in $files; do
  if [ -e "$root$path" ] || [ -L "$root$path" ]; then echo "left behind: $path"; exit 1; fi
done
left=$(in_root sh -c 'find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /var -o -path /root \) -prune -o -type f \( -iname "*zimogs*" -o -name "edoc" -o -name "edoc-*" -o -name "_edoc" \) -print')
[ -z "$left" ] || { echo "left behind:"; echo "$left"; exit 1; }
default=$(in_root env XDG_CURRENT_DESKTOP=X-Generic xdg-mime query default application/vnd.etsi.asic-e+zip)
[ -z "$default" ] || { echo "still opened with $default"; exit 1; }
printf '\nThe package holds.\n'

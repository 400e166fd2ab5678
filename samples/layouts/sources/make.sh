#!/usr/bin/env bash
# Makes the layouts again with programs outside the project; the bytes differ from run to run (dates, versions), so the
# results are committed. Needs Debian's chromium, libreoffice-writer-nogui, texlive-xetex, texlive-lang-european,
# fonts-liberation, fonts-dejavu-core, poppler-utils, imagemagick.
set -euo pipefail
cd "$(dirname "$0")"
page() { chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$2" "$1"; }
for name in bilingual cards columns english statement; do page "$name.html" "../documents/$name.pdf"; done
python3 writer.py
soffice --headless --convert-to pdf --outdir ../documents diploma.fodt
soffice --headless --convert-to docx --outdir ../documents ninth.fodt
soffice --headless --convert-to odt --outdir ../documents boxes.fodt
for name in language extract proficiency; do xelatex -interaction=batchmode -output-directory=../documents "$name.tex"; done
rm -f ../documents/*.aux ../documents/*.log
# A scan: the picture of a page, without text.
pdftoppm -r 60 -gray -png -singlefile ../documents/cards.pdf scan
convert scan.png -rotate 0.7 -attenuate 0.3 +noise Gaussian -quality 35 scan.jpg
echo '<title>Skenēts dokuments (PARAUGS)</title><style>@page{size:A4;margin:0}img{width:210mm}</style><img src="scan.jpg">' > scan.html
page scan.html ../documents/scan.pdf
rm -f scan.png scan.jpg scan.html

HEAD='''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;%s&apos;"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.15cm"/><style:text-properties style:font-name="F" fo:font-size="12pt" fo:language="lv" fo:country="LV"/></style:default-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/><style:header-style/><style:footer-style/></style:page-layout>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="16pt"/></style:style>
<style:style style:name="J" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"/></style:style>
<style:style style:name="tc" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #777777" fo:padding="0.15cm"/></style:style>
<style:style style:name="g" style:family="graphic"><style:graphic-properties fo:border="0.5pt solid #336699" fo:padding="0.2cm" style:wrap="none"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:header>%s</style:header><style:footer>%s</style:footer></style:master-page></office:master-styles>
<office:body><office:text>
'''
TAIL='</office:text></office:body></office:document>\n'
def p(t,s=None): return f'<text:p{" text:style-name=%s%s%s"%(chr(34),s,chr(34)) if s else ""}>{t}</text:p>'
def table(rows, name='t'):
    n=max(map(len,rows)); out=f'<table:table table:name="{name}">'+'<table:table-column/>'*n
    for r in rows: out+='<table:table-row>'+''.join(f'<table:table-cell table:style-name="tc" office:value-type="string">{p(c)}</table:table-cell>' for c in r)+'</table:table-row>'
    return out+'</table:table>'
def frame(inner, w='16cm'): return f'<text:p><draw:frame draw:style-name="g" text:anchor-type="paragraph" svg:width="{w}" draw:z-index="0"><draw:text-box fo:min-height="0.5cm">{inner}</draw:text-box></draw:frame></text:p>'
def doc(name, font, header, footer, body): open(name,'w').write(HEAD%(font,header,footer)+body+TAIL)
nb='\u00a0'
doc('diploma.fodt','Liberation Serif',p('PARAUGS / SAMPLE','C'),p('PARAUGS: eksāmenu centrs','C'),
 p('CENTRALIZĒTĀ EKSĀMENA','T')+p('SERTIFIKĀTS','T')+p('Nr. PARAUGS-25-000106','C')+p('')+
 p('Ar šo apliecina, ka','C')+p('Līga PARAUGKALNE','B')+p('personas kods 320000-00003','C')+
 p(f'2024./2025. mācību gadā PARAUGA tehnikumā (SAMPLE) ir kārtojusi centralizēto eksāmenu matemātikā vispārīgajā mācību satura apguves līmenī un ieguvusi kopvērtējumu 41,25{nb}procenti, tai skaitā eksāmena 1. daļā – 45,00{nb}%, 2. daļā – 37,50{nb}%. Eksāmens notika 2025. gada 26. maijā.','J')+
 p('')+p('Izdošanas datums: 2025. gada 3. jūlijs')+p('Izdevējs: PARAUGS: eksāmenu centrs'))
doc('ninth.fodt','Liberation Sans',p('Sertifikāta Nr. PARAUGS-25-000107'),p('Izdevējs: PARAUGS: eksāmenu centrs. Izdošanas datums: 11.06.2025.'),
 p('EKSĀMENA SERTIFIKĀTS','T')+p('PARAUGS / SAMPLE','C')+
 table([['VĀRDS','Jānis'],['UZVĀRDS','PARAUDZIŅŠ'],['PERSONAS KODS','32000000002'],['IZGLĪTĪBAS IESTĀDE','PARAUGA pamatskola (SAMPLE)'],['KLASE','9. klase'],['IZGLĪTĪBAS PAKĀPE','pamatizglītība'],['PRIEKŠMETS','LATVIEŠU VALODA'],['MĀCĪBU GADS','2024./2025.'],['EKSĀMENA DATUMS','16.05.2025.']],'t1')+p('')+
 table([['Eksāmena daļa','Iegūtie punkti','Maksimālie punkti','Rezultāts, %'],['Lasīšana un valodas lietojums','31','40','77,50'],['Rakstīšana','27','36','75,00'],['Mutvārdu daļa','17','20','85,00'],['KOPĀ','75','96','78,13']],'t2'))
doc('boxes.fodt','DejaVu Sans',p('PARAUGS / SAMPLE'),p('Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu.'),
 p('Centralizētā eksāmena sertifikāts','T')+frame(p('Vārds, uzvārds: Anna PARAUGA')+p('Personas kods: 320000-00001'))+
 frame(p('Mācību priekšmets: Programmēšana')+p('Mācību satura apguves līmenis: augstākais mācību satura apguves līmenis')+p('Mācību gads: 2025./2026.')+p('Eksāmena datums: 2026-06-09'))+
 frame(p('1. daļa<text:tab/>90,00%')+p('2. daļa<text:tab/>96,00%')+p('Kopvērtējums<text:tab/>93,00%'))+
 p('Izglītības iestāde: PARAUGA vidusskola (SAMPLE)')+p('Sertifikāta numurs: PARAUGS-26-000108')+p('Izdevējs: PARAUGS: eksāmenu centrs')+p('Izdošanas datums: 2026-07-03'))

//! Every size, count and depth the program accepts, each with its reason. Nothing else in the library sets a limit.

/// Files in one archive. DSS uses the same figure; an exam container holds fewer than ten.
pub const ARCHIVE_ENTRIES: usize = 1_000;
/// Files in one archive that is no container but files sent together: a large school's applicants with ten certificates each.
pub const BUNDLE_ENTRIES: usize = 5_000;
/// Expanded bytes of one file in such an archive. It is held in memory as a whole by each thread that judges; a certificate has
/// some 100 KiB, one with scans a few MiB.
pub const BUNDLED_FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Expanded bytes of all e-documents in such an archive, as its directory states them: a thousand with scans. What a run unpacks of it
/// ends there; the work of judging is bounded for each file by itself, and so for all by how many there may be.
pub const BUNDLE_BYTES: u64 = 4 * 1024 * 1024 * 1024;
/// Bytes in one entry name. Real names stay below 255; more only serves attacks on path handling.
pub const ENTRY_NAME_BYTES: usize = 1_024;
/// Expanded bytes of one entry: 4 GiB, the end of the ZIP fields without ZIP64 and far above any certificate.
pub const ENTRY_BYTES: u64 = 4 * 1024 * 1024 * 1024;
/// Expanded bytes of a whole archive.
pub const ARCHIVE_BYTES: u64 = 8 * 1024 * 1024 * 1024;
/// Expanded to compressed size. DSS refuses above 100 as well.
pub const EXPANSION_RATIO: u64 = 100;
/// The ratio is judged only beyond this many expanded bytes: short texts may compress better than 100 to 1.
pub const EXPANSION_FREE_BYTES: u64 = 1024 * 1024;
/// Bytes of the central directory: 1,000 entries with 8 KiB of name, extra fields and comment each.
pub const ARCHIVE_DIRECTORY_BYTES: u64 = 8 * 1024 * 1024;
/// Bytes between entries that belong to none. They are searched for hidden entries, so there may not be many.
pub const ARCHIVE_GAP_BYTES: u64 = 64 * 1024;
/// Bytes of the `mimetype` entry. The longest registered media type has some 80.
pub const MIMETYPE_BYTES: u64 = 1_024;
/// Bytes of `META-INF/manifest.xml`: 1,000 entries with the longest names.
pub const MANIFEST_BYTES: u64 = 2 * 1024 * 1024;
/// Files and folders in one manifest: each entry of the archive and the folders around it.
pub const MANIFEST_ENTRIES: usize = 4_000;
/// Characters of a comment in the archive that are kept as a hint.
pub const COMMENT_CHARACTERS: usize = 200;
/// Bytes read at once from an entry or a file: enough that system calls do not show, few enough that a block is still in
/// the processor's cache when it is hashed (measured: 128 KiB before 64 and 256).
pub const READ_BLOCK_BYTES: usize = 128 * 1024;
/// Bytes looked at to tell files apart that are not ZIP archives.
pub const RECOGNITION_BYTES: usize = 4 * 1024;
/// Bytes of one entry under META-INF. Real signature files stay below 1 MiB; long-term ones with CRLs below 10 MiB.
pub const SIGNATURE_FILE_BYTES: u64 = 32 * 1024 * 1024;
/// Bytes of a document that is read as a whole for its text. A certificate has some 100 KiB.
pub const DOCUMENT_TEXT_BYTES: u64 = 64 * 1024 * 1024;
/// Depth of nested XML elements. XAdES needs below 30.
pub const XML_DEPTH: usize = 128;
/// Attributes on one element: parsing is quadratic in them.
pub const XML_ATTRIBUTES: usize = 256;
/// Namespace declarations in scope on one element: parsing is cubic in nested ones; real signature files have below 20.
pub const XML_NAMESPACE_DECLARATIONS: usize = 256;
/// Characters `<`, and characters `=`, in one file wherever they stand: the parser sets memory aside for a node or an
/// attribute for each before it has read any. Twice the nodes, since an element has two tags.
pub const XML_MARKS: usize = 1_000_000;
/// Comparisons of names that the parser may make for one file, a fraction of a second's worth; the largest national
/// trusted list needs below one million.
pub const XML_PARSING_WORK: usize = 50_000_000;
/// Bytes of the namespace names of all elements and attributes of one file, each as often as it is used: what exclusive
/// canonicalisation may have to write out. The largest trusted list has below 8 MB, signature files some 100 KiB.
pub const XML_NAMESPACE_BYTES: usize = 64 * 1024 * 1024;
/// Prefixes in one PrefixList of exclusive canonicalisation: each is looked up on every element.
pub const XML_INCLUSIVE_PREFIXES: usize = 64;
/// Nodes in one signature file.
pub const XML_NODES: u32 = 500_000;
/// Bytes of one attribute value. Certificates are text, not attributes.
pub const XML_ATTRIBUTE_BYTES: usize = 64 * 1024;
/// Signature files in one container.
pub const SIGNATURE_FILES: usize = 100;
/// Signatures in one signature file.
pub const SIGNATURES_PER_FILE: usize = 100;
/// References in one SignedInfo.
pub const REFERENCES: usize = 1_100;
/// References of one signature into its own file, each canonicalised anew: XAdES needs one, KeyInfo and objects a few.
pub const SAME_DOCUMENT_REFERENCES: usize = 16;
/// Transforms in one reference.
pub const TRANSFORMS: usize = 3;
/// Certificates looked at for one container.
pub const CERTIFICATES: usize = 1_000;
/// Bytes of one DER object (certificate, OCSP response, token).
pub const DER_BYTES: usize = 16 * 1024 * 1024;
/// Depth of nested DER and BER values.
pub const DER_DEPTH: usize = 32;
/// Certificates in one path, end entity and anchor included.
pub const PATH_LENGTH: usize = 10;
/// Public-key operations spent on building paths for one signature.
pub const PATH_SIGNATURE_CHECKS: usize = 200;
/// Answers in one OCSP response. Real ones hold one.
pub const OCSP_RESPONSES: usize = 10_000;
/// Certificates under the responder's name whose keys are tried on one OCSP response. Real files hold one or two.
pub const RESPONDERS_TRIED: usize = 8;
/// Bytes of one time-stamp token; real ones have below 20 KiB. Rewriting BER costs several passes over them.
pub const TIMESTAMP_BYTES: usize = 1024 * 1024;
/// Time-stamp tokens of one signature that are looked at. Each costs a canonicalisation of all that stands before it and
/// public-key operations; a signature renewed every five years has one more each time.
pub const TIMESTAMPS: usize = 64;
/// How often all documents together may be read again for the imprints of time-stamps, over all signatures. Time-stamps
/// of one signature share one reading, so each counts a signature with archive time-stamps or two.
pub const IMPRINT_READINGS: u64 = 16;
/// Octets that may be digested for imprints whatever the size of the documents: a hundred signatures of some megabytes.
pub const IMPRINT_BYTES: u64 = 1024 * 1024 * 1024;
/// Certificates, answers and tokens that are kept as covered by time-stamps of one signature. Real ones have below 100.
pub const COVERED_OBJECTS: usize = 4_000;
/// OCSP responses and revocation lists of one signature; real ones bring below twenty.
pub const REVOCATION_ANSWERS: usize = 256;
/// Facts kept of what revocation answers of one signature say about its certificates.
pub const REVOCATION_FACTS: usize = 2_000;
/// Public-key operations spent on who issued what and who may answer, for one signature.
pub const REVOCATION_SIGNATURE_CHECKS: usize = 200;
/// Candidate paths kept for one certificate.
pub const PATHS: usize = 16;
/// Bytes of one trusted list; the largest real one has 8 MB.
pub const TRUSTED_LIST_BYTES: usize = 64 * 1024 * 1024;
/// Nodes of one trusted list; 33 MB of real ones have 313,000.
pub const TRUSTED_LIST_NODES: u32 = 4_000_000;
/// Certificates that one pointer names as signers of a list; real ones name up to ten.
pub const LIST_SIGNERS: usize = 100;
/// Qualifications of one service, and conditions of one list of criteria.
pub const QUALIFICATIONS: usize = 1_000;
/// Ways in which the unknown extensions of the services of one path can turn out that are looked at: two services with six
/// open qualifiers each. Above that the level is open.
pub const QUALIFICATION_READINGS: usize = 4_096;
/// Levels of criteria within criteria; real ones have three.
pub const CRITERIA_DEPTH: usize = 16;
/// Pivots between the pinned notice and the list of lists; one is published with every change of signers.
pub const PIVOTS: usize = 50;
/// Lists fetched at once.
pub const DOWNLOADS: usize = 8;
/// Redirections followed for one address.
pub const REDIRECTS: u32 = 5;
/// Bytes of the digest that stands beside a list.
pub const COMPANION_BYTES: usize = 1_024;
/// Signers and time-stamping authorities of one container whose missing issuers are remembered; each holds on to the
/// certificates of its signature.
pub const OPEN_ENDS: usize = 32;
/// Addresses of missing issuers that are asked for one file: a signer and a time-stamping authority, one or two addresses
/// each, and the level above them.
pub const ISSUER_ADDRESSES: usize = 8;
/// Addresses of missing issuers that are asked in one run, whatever its files name: the issuers of a whole country's
/// certificates are fewer than fifty.
pub const ISSUER_ADDRESSES_PER_RUN: usize = 100;
/// Bytes of one such address; real ones have below 200.
pub const ADDRESS_BYTES: usize = 2_048;
/// Levels that are asked for above one dead end: an issuing authority, an authority above it, a root.
pub const ISSUER_LEVELS: usize = 3;
/// Bytes of one answer with certificates of issuers; a certificate has below 3 KiB, a bundle of them below 30.
pub const ISSUER_ANSWER_BYTES: usize = 256 * 1024;
/// Certificates in one such answer.
pub const ANSWER_CERTIFICATES: usize = 32;
/// Seconds that one such answer may take: somebody waits for the verdict.
pub const ISSUER_PATIENCE_SECONDS: u64 = 10;
/// Certificates of one container whose missing revocation answers are looked for: a signer and a time-stamping authority,
/// with the authorities above them.
pub const UNANSWERED: usize = 16;
/// Addresses that are asked about revocation for one file: two or three each for a signer and a time-stamping authority.
pub const REVOCATION_ADDRESSES: usize = 8;
/// Questions about revocation in one run: each signer of a pile of certificates, a time-stamping authority, some lists.
pub const REVOCATION_QUESTIONS_PER_RUN: usize = 300;
/// Bytes of one OCSP response over the network; real ones have below 5 KiB.
pub const OCSP_ANSWER_BYTES: usize = 64 * 1024;
/// Bytes of one revocation list over the network; large real ones have some MB.
pub const CRL_ANSWER_BYTES: usize = 8 * 1024 * 1024;
/// Bytes of all revocation answers of one host in one run.
pub const REVOCATION_HOST_BYTES: usize = 32 * 1024 * 1024;
/// Bytes of all revocation answers in one run.
pub const REVOCATION_RUN_BYTES: usize = 64 * 1024 * 1024;
/// Revocation answers that are kept for the next run.
pub const KEPT_ANSWERS: usize = 500;
/// Bytes of all of them: they are read as a whole where one is missed.
pub const KEPT_ANSWER_BYTES: u64 = 32 * 1024 * 1024;
/// Seconds after which a kept answer goes for which a newer one is there: a day.
pub const KEPT_ANSWER_SECONDS: i64 = 24 * 60 * 60;
/// Seconds that all answers of one host may take in one run; a host that used them up is asked nothing more.
pub const ISSUER_HOST_SECONDS: u64 = 20;
/// Certificates of issuers that are kept for the next run.
pub const KEPT_CERTIFICATES: usize = 500;
/// Bytes of one kept certificate.
pub const KEPT_CERTIFICATE_BYTES: usize = 64 * 1024;
/// Lists that the list of lists may point to.
pub const LISTS: usize = 200;
/// Bytes of one stored table of a list; the largest real one has below 1 MB.
pub const LIST_TABLE_BYTES: u64 = 64 * 1024 * 1024;
/// Lines of text read from one document. A certificate has some fifty.
pub const TEXT_LINES: usize = 20_000;
/// Bytes of a PDF that is read for its text. Certificates have some 100 KiB; one with scanned pages a few MiB.
pub const PDF_BYTES: usize = 32 * 1024 * 1024;
/// Bytes of an encrypted one: what its streams expand to is not known before it is opened, at most a thousand times as much.
pub const PDF_ENCRYPTED_BYTES: usize = 256 * 1024;
/// Expanded bytes of all streams of a PDF: the reader expands each of them whole.
pub const PDF_EXPANDED_BYTES: usize = 96 * 1024 * 1024;
/// Bytes before a stream that are searched for its filters.
pub const PDF_STREAM_DICTIONARY_BYTES: usize = 4 * 1024;
/// Dictionaries of a PDF: each may be a page, which takes half a KiB as soon as the file is opened.
pub const PDF_DICTIONARIES: usize = 150_000;
/// Bytes of the content of all pages, forms and annotations. A page has below 1 MiB, also with a guilloche.
pub const PDF_CONTENT_BYTES: usize = 24 * 1024 * 1024;
/// Instructions in it, each of which takes about a microsecond to read. A guilloche has some fifty thousand.
pub const PDF_INSTRUCTIONS: usize = 1_000_000;
/// Bytes from the beginning of each stream to the next mark of an end, over all streams: they are searched for it.
pub const PDF_SEARCHED_BYTES: usize = 256 * 1024 * 1024;
/// Streams that the content of one page is put together of.
pub const PDF_CONTENT_PARTS: usize = 256;
/// Annotations of a page, and states of one.
pub const PDF_ANNOTATIONS: usize = 1_000;
/// Graphics states open at once in one content stream; each takes half a KiB, and fifty streams may be nested.
pub const PDF_STATES: usize = 500;
/// Bytes of text that one operator shows, and of all text that becomes a clipping path: each glyph is held with its outline.
pub const PDF_SHOWN_BYTES: usize = 64 * 1024;
/// Names of fonts in the content: each font is expanded by itself.
pub const PDF_FONTS: usize = 200;
/// Pages of a PDF that are read for text.
pub const PDF_PAGES: usize = 50;
/// Glyphs of a PDF that are read for text: some sixty dense pages.
pub const PDF_GLYPHS: usize = 200_000;
/// Steps of work on a PDF, of about a microsecond each. An ordinary page takes some thousand.
pub const PDF_WORK: usize = 1_500_000;
/// Expanded bytes of one text part of a DOCX or ODT file.
pub const OFFICE_PART_BYTES: u64 = 16 * 1024 * 1024;
/// Headers and footers of a DOCX file that are read; three kinds of each for every section.
pub const OFFICE_PARTS: usize = 60;
/// Tables within tables.
pub const TABLE_DEPTH: usize = 64;
/// Groups within groups of an RTF file.
pub const RTF_DEPTH: usize = 256;
/// Bytes of a document that is text itself: HTML, XML, RTF, plain text.
pub const PLAIN_TEXT_BYTES: usize = 8 * 1024 * 1024;
/// Levels of folders below one that is named: deeper ones are somebody's disk, not a pile of certificates.
pub const FOLDER_DEPTH: usize = 32;
/// Bytes of a file that is digested before it is judged, to see whether it was judged before: a certificate with scans. A larger one is
/// judged each time.
pub const COMPARED_BYTES: u64 = 16 * 1024 * 1024;
/// UTF-16 units of one text in a sheet of a workbook, of which programs accept 32,767; with a sign that it was longer.
pub const SHEET_TEXT: usize = 32_000;
/// Bytes of texts on the pages about one file in a PDF report; those of an ordinary file have below 10 KiB. What has no room is counted
/// there, so that nothing is cut silently.
pub const REPORT_PAGES_BYTES: usize = 256 * 1024;
/// Bytes of texts of the summary before them: persons and findings of as many files as a report holds, several times over.
pub const REPORT_SUMMARY_BYTES: usize = 4 * 1024 * 1024;
/// Bytes of texts of all files in a PDF report: some four thousand ordinary ones. All of them are held, with some four times as much
/// of pages, until the last page is written; whoever has more is better served by a table.
pub const REPORT_BYTES: usize = 32 * 1024 * 1024;
/// Bytes of a list of paths: that of a year of exams of the whole country takes about a fifth of it.
pub const PATH_LIST_BYTES: usize = 64 * 1024 * 1024;
/// Files that one run takes, of all folders, archives and lists together: a year of exams of the whole country is about a tenth of it.
/// A path takes some hundred octets, and a row some five hundred.
pub const FOLDER_FILES: usize = 1_000_000;
/// Bytes of a file of recognised issuers; each takes below 1 KiB.
pub const ISSUERS_FILE_BYTES: usize = 1024 * 1024;
/// Bytes of a document of facts; one of an ordinary file has below 100 KiB.
pub const FACTS_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of an earlier report that is checked again: full reports of some five thousand files, or a dossier of a few hundred thousand.
pub const EARLIER_REPORT_BYTES: usize = 256 * 1024 * 1024;
/// Bytes of a file of rules; those built in have below 3 KiB.
pub const POLICY_FILE_BYTES: usize = 256 * 1024;
/// Characters of what a parser says of a file of issuers or rules: it quotes the line, which may be the whole file.
pub const FAULT_CHARACTERS: usize = 500;
/// Octets of one cell or sentence that is read for fields. A label with its value is a line or two; a longer text is prose of another
/// kind, and looking for labels in it would cost time that grows with its square.
pub const FIELD_TEXT: usize = 4000;
/// Lines of one document that are read for fields. An extract of many exams has some two hundred.
pub const FIELD_LINES: usize = 1500;
/// Octets of one document that are read for fields. A certificate has some two thousand.
pub const FIELD_TOTAL: usize = 128 * 1024;
/// Cells of one line that is read for fields; real tables have below ten.
pub const FIELD_CELLS: usize = 64;
/// Labels with values in one cell; real ones have up to four.
pub const FIELD_SEGMENTS: usize = 16;
/// Colons, dashes and leaders in one cell, before each of which a label is looked for.
pub const FIELD_SEPARATORS: usize = 64;
/// Octets before one in which a label is looked for.
pub const FIELD_LABEL: usize = 200;
/// Exams in one document. An extract lists a school leaver's ten or so; a document of more is no extract.
pub const EXAMS: usize = 100;
/// Parts, or names, of one exam that are compared with each other. A real exam has fewer than ten.
pub const EXAM_PARTS: usize = 200;
/// Address space of the process that draws pages. An ordinary page takes below 40 MiB; one that wants more is not drawn.
pub const PREVIEW_PROCESS_BYTES: u64 = 256 * 1024 * 1024;
/// Seconds of processor time in the whole life of such a process; it is replaced long before.
pub const PREVIEW_PROCESS_SECONDS: u64 = 60;
/// Seconds of work after which such a process is replaced by a new one.
pub const PREVIEW_RENEW_SECONDS: u64 = 30;
/// Seconds that one page may take; an ordinary one takes a fiftieth of a second.
pub const PREVIEW_PAGE_SECONDS: u64 = 5;
/// Bytes of a document that is previewed. It is held twice within the memory above.
pub const PREVIEW_DOCUMENT_BYTES: u64 = 48 * 1024 * 1024;
/// Pages of a document that are previewed.
pub const PREVIEW_PAGES: usize = 5_000;
/// Longest side of a page in points: the most that PDF allows.
pub const PREVIEW_PAGE_POINTS: f32 = 14_400.0;
/// Pixels along a side of one picture; a page of more is drawn in several, and only those in sight.
pub const PREVIEW_TILE: u16 = 2_048;
/// Pixels along a side of a whole page at the largest zoom.
pub const PREVIEW_PAGE_PIXELS: u16 = 60_000;
/// Pixels of an image among the documents: a scan of a sheet at 600 dots per inch has 35 million, and does not fit.
pub const PREVIEW_IMAGE_PIXELS: u64 = 24_000_000;
/// Bytes of text, with its places, that the process which draws may answer with.
pub const PREVIEW_TEXT_BYTES: usize = 8 * 1024 * 1024;
/// Bytes of pictures that the window keeps.
pub const PREVIEW_KEPT_BYTES: usize = 160 * 1024 * 1024;
/// Places that one search finds.
pub const PREVIEW_HITS: usize = 1_000;
/// Bytes of the window's settings: the longest paths of recent files, each octet escaped, and some lines.
pub const SETTINGS_BYTES: usize = 1024 * 1024;
/// Recent files that are remembered: as many as are taken in at a glance.
pub const RECENT_FILES: usize = 12;
/// Bytes of one path that is remembered or handed to an open window; Linux takes none longer.
pub const PATH_BYTES: usize = 4 * 1024;
/// Paths that one start hands to an open window: a file manager opens what was marked, by hand.
pub const HANDED_PATHS: usize = 10_000;
/// Bytes of all of them. Ten thousand ordinary ones take below 1 MiB.
pub const HANDED_BYTES: usize = 4 * 1024 * 1024;
/// Seconds in which a start must have said what it hands over, and an open window must have answered.
pub const HANDED_SECONDS: u64 = 2;
/// Bytes of pasted text in which paths are looked for.
pub const PASTED_BYTES: usize = 4 * 1024 * 1024;

/// Files that the window opens at once. It keeps the whole report on each, some ten thousand octets, so that any of them can be
/// looked at without reading it again; more than this are a matter for `edoc dossier`, which keeps a line of each.
pub const WINDOW_FILES: usize = 20_000;

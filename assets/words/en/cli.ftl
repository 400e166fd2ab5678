# Command line: help.
cli-about = Zīmogs checks e-documents (.edoc) that hold exam certificates, and says whether they are genuine and why.
cli-usage = Usage
cli-usage-edoc = edoc COMMAND [OPTIONS]
cli-usage-verify = edoc verify [OPTIONS] FILE...
cli-usage-dossier = edoc dossier [OPTIONS] PATH...
cli-usage-show = edoc show [OPTIONS] FILE
cli-usage-list = edoc list [OPTIONS] FILE
cli-usage-trust = edoc trust COMMAND [OPTIONS]
cli-usage-trust-update = edoc trust update [OPTIONS]
cli-usage-trust-import = edoc trust import [OPTIONS] FILE.xml...
cli-usage-trust-list = edoc trust list [OPTIONS]
cli-usage-trust-show = edoc trust show [OPTIONS] SHA256
cli-usage-trust-status = edoc trust status [OPTIONS]
cli-usage-issuers = edoc issuers COMMAND [OPTIONS]
cli-usage-issuers-list = edoc issuers list [OPTIONS]
cli-usage-issuers-add = edoc issuers add [OPTIONS] SHORT
cli-usage-issuers-remove = edoc issuers remove [OPTIONS] SHORT
cli-usage-extract = edoc extract [OPTIONS] FILE --to DIR
cli-usage-facts = edoc facts [OPTIONS] FILE --out FACTS.json
cli-usage-judge = edoc judge [OPTIONS] FACTS.json...
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-examples =
    Examples:
      edoc verify mathematics.edoc
      edoc verify --json folder > report.json
      edoc dossier folder --format csv --out table.csv
      edoc show mathematics.edoc
      edoc list mathematics.edoc
      edoc extract mathematics.edoc --to extracted
      edoc verify --trust samples/trust-list.xml --issuers samples/issuers.toml samples

    Exit code: 0 all confirmed, 1 something is not valid, 2 the job could not be done, 3 something cannot be confirmed, 4 nothing signed.
    No file is changed; the network is used only with --online and by trust update.
cli-command-verify = Checks files and folders
cli-command-dossier = Sees many files together: by person, with what disagrees between them, as text, JSON or a table
cli-command-show = Shows the exam result
cli-command-list = Shows what an e-document holds and what its signature covers
cli-command-trust = Trusted lists: fetch, import, show
cli-command-trust-update = Fetches newer trusted lists over the network
cli-command-trust-import = Keeps trusted lists from files, where their signature is right
cli-command-trust-list = Shows the services of the lists with their status
cli-command-trust-show = Shows what is listed under the SHA-256 of a certificate or key
cli-command-trust-status = Shows the lists, their age and what their signature is worth
cli-command-issuers = Recognised issuers of exam certificates
cli-command-issuers-list = Shows whose exam certificates count
cli-command-issuers-add = Recognises another issuer, by identifier or by exact organisation name and country
cli-command-issuers-remove = Recognises an issuer no more
cli-command-extract = Copies the files out of an e-document
cli-command-facts = Saves what is known of an e-document before it is judged; personal codes are saved in full
cli-command-judge = Judges saved facts again, by other rules, lists or times; proves nothing about the e-document itself
cli-arg-files = Files or folders
cli-arg-file = File
cli-arg-paths = Files, folders or ZIP archives; - stands for a list of paths from standard input
cli-arg-list = A list of paths, one a line; - for standard input
cli-arg-format = Form: text (the default), json, jsonl or csv
cli-arg-by = In the order of persons or of files
cli-arg-only = Only what asks to be looked at
cli-arg-semicolon = CSV for spreadsheets: ; between values, a comma in numbers, a byte order mark
cli-arg-quiet = Say nothing beside the result
cli-arg-json = Print JSON (described in docs/report-schema.md)
cli-arg-etsi-xml = Print the validation report of ETSI TS 119 102-2 on one file as XML (described in docs/etsi-report.md)
cli-arg-country = Only these countries, such as LV,EE
cli-arg-lotl = Another address of the EU list of lists
cli-arg-pins = Other certificates that may sign the list of lists, as TOML
cli-arg-sha256 = SHA-256 of a certificate or key, 64 hexadecimal digits
cli-arg-short = Short name for sentences, such as VIAA
cli-arg-name = Exact organisation name; may be given several times
cli-arg-identifier = Organisation identifier, such as NTRLV-00000000000; where it is given, names no longer count
cli-arg-from = Recognised from this time on
cli-arg-until = Recognised until this time
cli-error-pins = { $path }: the pins cannot be used ({ $detail })
cli-hint-pins = the form is that of assets/trust/pins.toml
cli-hint-import = a list is kept only where its signature is known to be right; --trust uses any list at your own responsibility
cli-arg-to = Folder to copy into; made where it is not there
cli-arg-out = File to write; it must not be there yet
cli-arg-facts = Saved facts, written by the command facts
cli-arg-trust = An additional trusted list as XML, or a folder of them; may be given several times
cli-arg-issuers = Additional exam authorities as TOML
cli-arg-policy = Rules to judge by: zimogs-1 (the default), etsi-strict, or a file of their form
cli-arg-lang = Language: lv, en, ru, lt or et; the system's where it is not given
cli-arg-online = Ask for missing issuers and data on revocation at the addresses that certificates name; without it nothing is sent
cli-arg-at = Time to judge for, such as 2026-01-31T12:00:00Z; now where it is not given
cli-arg-jobs = How many files to check at once
cli-arg-show-codes = Show personal codes in full
cli-arg-help = Show help
cli-arg-version = Show the version

# Error and hint.
cli-error = error
cli-hint = hint
cli-warning = warning
cli-error-unknown-argument = there is no such argument: { $argument }
cli-error-unknown-command = there is no such command: { $argument }
cli-error-missing-argument = missing: { $argument }
cli-error-conflict = { $argument } does not go together with { $other }
cli-error-missing-command = it is not said what to do
cli-error-invalid-value = “{ $value }” is no value for { $argument }
cli-error-arguments = the arguments cannot be understood
cli-hint-similar = perhaps this was meant: { $argument }
cli-hint-help = help is shown by: edoc --help
cli-hint-time = a time is written like this: 2026-01-31T12:00:00Z
cli-hint-jobs = the number must be from 1 to 256
cli-hint-format = the form is text, json, jsonl or csv
cli-hint-by = the order is person or file
cli-hint-only = only problems can be asked for
cli-hint-arranged = --by and --only are for text and csv, --semicolon is for csv; JSON says of each file how much it asks to be looked at
cli-error-interrupted = stopped before all files were checked
cli-hint-interrupted = what was finished has been written; start again for the rest
cli-hint-language = the language is lv, en, ru, lt or et
cli-error-not-found = { $path }: there is no such file
cli-hint-not-found = check the path and the name
cli-error-denied = { $path }: the file may not be read
cli-hint-denied = ask for permission, or copy the file into your own folder
cli-error-read = { $path }: the file cannot be read ({ $detail })
cli-hint-read = copy the file to this computer and try again
cli-error-folder = { $path }: this is a folder, not a file
cli-hint-folder = name a file in that folder; folders are checked by the command verify
cli-error-not-a-file = { $path }: this is not an ordinary file
cli-hint-not-a-file = name an ordinary file
cli-error-empty-folder = { $path }: there is no e-document file in the folder
cli-hint-empty-folder = files ending in .edoc, .asice, .sce, .asics, .bdoc, .adoc or .ddoc are looked for
cli-error-empty-archive = { $path }: there is no e-document file in the ZIP archive
cli-error-nested-archive = { $path }: an archive within an archive is not opened
cli-hint-nested-archive = take the inner archive out and check it by itself
cli-error-archive = { $path }: cannot be read from the ZIP archive. { $detail }
cli-hint-archive = ask for the e-document once more, sent without an archive around it
cli-error-too-many = { $path }: the folder holds too many files or is too deep
cli-hint-too-many = check it in parts
cli-error-limit = { $path }: the file is too large, too compressed or holds too many entries
cli-hint-limit = such files are not read for safety; ask for the original file again
cli-error-internal = { $path }: the program made a mistake, so nothing can be said about this file
cli-hint-internal = please tell the program's maintainers; send the file only if it holds no personal data
cli-error-trust = { $path }: this cannot be used as a trusted list ({ $detail })
cli-hint-trust = name an unchanged trusted list as XML (ETSI TS 119 612)
cli-error-issuers = { $path }: this cannot be used as a list of exam authorities ({ $detail })
cli-hint-issuers = samples/issuers.toml is an example
cli-error-policy = the rules of the program cannot be read ({ $detail })
cli-hint-policy = install the program again
cli-error-policy-unknown = there are no rules named “{ $path }”
cli-hint-policy-unknown = name zimogs-1, etsi-strict, or a file such as rules.toml
cli-error-policy-file = { $path }: this cannot be used as rules ({ $detail })
cli-hint-policy-file = assets/policy/zimogs-1.toml is an example
cli-error-policy-name = { $path }: other rules than those built in bear their name, { $detail }
cli-hint-policy-name = give the rules a name of their own (id)
cli-error-facts = { $path }: these are no saved facts ({ $detail })
cli-error-facts-altered = { $path }: something stands in the saved facts that this program did not write
cli-error-facts-contradiction = { $path }: the saved facts contradict each other
cli-hint-facts = save the facts again from the e-document itself: edoc facts
cli-error-facts-version = { $path }: the saved facts are of version { $detail }, which this program does not read
cli-hint-facts-version = save the facts again with this program: edoc facts
cli-error-judge-online = saved facts are judged without a network
cli-hint-judge-online = leave out --online, or use it with edoc facts
cli-error-write = { $path }: cannot be written ({ $detail })
cli-hint-write = check permissions and free space; nothing unfinished was left behind
cli-error-exists = { $path }: is there already
cli-hint-exists = name another folder; nothing is overwritten
cli-hint-exists-file = name another file; nothing is overwritten
cli-error-etsi-files = the report of ETSI TS 119 102-2 is about one file
cli-hint-etsi-files = name one file, or use --json
cli-error-etsi-unsigned = { $path }: there is no signature to report on by ETSI TS 119 102-2
cli-hint-etsi-unsigned = leave out --etsi-xml to see what this file is
cli-error-not-a-container = { $path }: nothing can be copied out of this file
cli-error-refused = { $path }: the file is damaged or dangerous, so nothing is copied out of it
cli-hint-refused = ask for the original file again

# What is done.
cli-error-online-not-here = --online is for the commands that check files: verify, show, list, extract
cli-hint-online-not-here = edoc trust update asks the network without it; the other commands never do
cli-online-asking-ocsp = Asking whether “{ $certificate }” was revoked (OCSP address): { $url }; the certificate's number and issuer are sent, nothing of the document.
cli-online-asking-crl = Asking for the revocation list for “{ $certificate }” (CRL address): { $url }; nothing of the document is sent.
cli-online-asking = Asking for the certificate of a missing issuer (caIssuers address): { $url }; nothing of the document is sent.
cli-extracted = copied out: { $path }
cli-extracted-as = “{ $name }” was stored under a safe name: { $path }
cli-facts-saved = facts saved: { $path }
cli-facts-personal = the saved facts hold names and personal codes in full; keep them as you keep the e-document
cli-warning-not-covered = no valid signature covers “{ $name }”; do not rely on where it comes from
cli-warning-changed = “{ $name }” was changed after it was signed; do not rely on its contents
cli-summary-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
cli-summary = In all: { $files }; confirmed { $passed }, not valid { $failed }, not confirmed { $open }, not signed { $unsigned }, not done { $undone }
cli-no-display = There is no display to open a window on, so the report is printed as text.
cli-progress = { $done } of { $all } files
cli-written = written: { $path }
cli-withheld = result withheld

# Texts of the window.
gui-open-files = Open files…
gui-open-folder = Open folder…
gui-close-all = Close all
gui-speak-english = English
gui-speak-latvian = Latviski
gui-theme = Appearance
gui-theme-hint = Ctrl+D switches between light and dark
gui-theme-system = As in the system
gui-light = Light
gui-dark = Dark
gui-progress = { $done } of { $total }
gui-working = Checking…
gui-drop-here = Drag files or a folder here
gui-let-go = Let go to open
gui-what-it-does = Zīmogs shows the result of an exam certificate and whether the document is genuine.
gui-nothing-leaves = Everything is checked on this computer: nothing is sent anywhere, and files are never changed.
gui-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
gui-not-examined = CANNOT OPEN
gui-list-age = Trusted list { $territory }, issued { $date } ({ $age })
gui-lists-age = Trusted lists, the oldest issued { $date } ({ $age })
gui-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
gui-result = Exam result
gui-overall = overall result
gui-nothing-read = No result is shown: no intact signature covers the document.
gui-read-in-document = Read it in the document
gui-show-withheld = Show what the document says all the same
gui-code = personal code { $code }
gui-show-code = Show personal code
gui-hide-code = Hide personal code
gui-number = Exam certificate number
gui-school = Educational institution
gui-language-level = Language proficiency level
gui-issuer = Issuer (by the document)
gui-issue-date = Date of issue
gui-why = Why?
gui-details = Technical details
gui-copy = Copy
gui-method = Signature algorithm
gui-signer-certificate = Signing certificate
gui-error-not-found = There is no such file. Check its name and place.
gui-error-denied = The system does not let this file be read. Ask for permission, or copy the file into a folder of your own.
gui-error-empty-folder = The folder holds no e-documents. Choose a folder with .edoc or .asice files.
gui-error-not-a-file = This is no ordinary file. Choose an .edoc or .asice file.
gui-error-too-many = The folder holds too many files or levels. Choose a smaller one.
gui-error-read = The file could not be read. Copy it to this computer and try again.
gui-error-limit = The file exceeds a limit of the program and is not read. Ask for the original file.
gui-error-internal = The program made a mistake. Other files are not affected; please report it to the developers.
gui-fact-passed = in order
gui-fact-failed = not in order
gui-fact-unknown = cannot be told
gui-fact-skipped = nothing to judge

# The program itself: menu, settings, recent files, help, about.
menu = Menu
menu-quit = Quit

recent-heading = Recent files
recent-none = No recent files
recent-off = Recent files are not remembered
recent-in-folder = { $name } · { $folder }
recent-missing = { $name } · not found

settings = Settings
settings-language = Language
settings-language-system = As the system has it
settings-scale = Size
settings-scale-larger = Make the whole window larger
settings-scale-smaller = Make the whole window smaller
settings-scale-usual = Usual size
settings-scale-percent = { $percent }%
settings-recent = Remember recent files
settings-recent-remark = Only where the files lie is kept, of { $most } files at the most. Switching this off forgets them at once.
settings-recent-forget = Forget them now
settings-codes = Personal codes are always hidden when the window opens.
settings-judging = Checking
settings-rules = Rules: { $rules }, SHA-256 { $digest }…
settings-lists = Trusted lists and recognised issuers
settings-kept = Storage
settings-kept-in = Settings are kept in { $path }
settings-kept-nowhere = The system names no place for settings, so they hold only until the window closes. Name a folder in the environment variable EDOC_DATA.
settings-kept-not-asked = Settings are not kept this time.
settings-kept-refused = Settings cannot be kept in { $path }, so they hold only until the window closes ({ $detail }).
settings-set-aside-broken = The file of settings was damaged, so the usual settings are used. The damaged file was moved: { $path }
settings-set-aside-newer = The settings were written by a newer version of the program, so the usual settings are used. The file was moved: { $path }
settings-removed-aside = { $count ->
    [one] With the list of recent files, { $count } file of settings that had been set aside was deleted as well: it may have held such names too.
   *[other] With the list of recent files, { $count } files of settings that had been set aside were deleted as well: they may have held such names too.
}
settings-left-broken = The file of settings is damaged and cannot be moved, so the usual settings are used and changes are not kept.
settings-left-newer = The settings were written by a newer version of the program and their file cannot be moved, so the usual settings are used and changes are not kept.
settings-nothing-to-paste = The clipboard holds no path of a file. Copy a file or its path and paste again.
settings-understood = OK

about = About
about-version = Zīmogs { $version }
about-what = Opens Latvian exam certificates in e-document containers, shows the results and says, with reasons, whether the document is genuine. It is no validation service in the sense of the eIDAS Regulation.
about-licence = Licence: MIT or Apache-2.0, at your choice.
about-sent = What is sent
about-sent-nothing = Nothing, unless you ask. Files are checked on this computer; the program gathers nothing about you and looks for no new versions.
about-sent-lists = The button “Update lists…” asks, once you confirm, for trusted lists at { $url } and at the addresses named there. The request holds nothing of your files.
about-sent-online = The button “Ask over the network…” beside a file that cannot be confirmed, once you have agreed, and the command line program edoc with --online ask for missing certificates of issuers and for news of revocation at the addresses given in signing certificates. The server learns which certificate number is asked about; nothing of the document is sent.
about-sent-never = This program is built without access to the network: it cannot send anything.
about-files = Where things are
about-program = Program
about-place = Data of the program
about-lists = Fetched lists
about-settings = Settings
about-no-place = the system names no place
about-copy = Copy: { $what }
about-report = For a report of a fault
about-report-remark = The text holds the version, the system, the language and the dates of the lists. It says nothing about you and your files.
about-report-copy = Copy information for a report of a fault
about-report-language = Language: { $language }
about-report-rules = Rules: { $rules }, SHA-256 { $digest }
about-report-online = Network: only when asked
about-report-offline = Network: not built in
about-report-lists = Trusted lists:
about-report-list = { $territory } { $sequence }, { $date }, { $origin }
about-crates = Libraries used and their licences
about-crates-count = { $count ->
    [one] { $count } library
   *[other] { $count } libraries
}
about-crates-remark = These Rust libraries are needed to build the program for one or another of the systems it is made for. The fonts that come with it for showing documents are under OFL-1.1.
about-crate = { $name } { $version }: { $licence }

help = Help
help-intro = Drag files or folders into the window, or use the buttons and keys. Tab reaches every button; Enter or Space presses it.
help-files = Files
help-document = Document
help-window = Window
help-pages = Pages
help-open-files = Shows the system’s window, in which to choose one or more files.
help-open-folder = Opens all e-documents in a folder and the folders below it.
help-paste = Paste paths of files
help-paste-help = Opens the files whose paths are on the clipboard, one a line.
help-close-all = Closes all files; the files themselves are not changed.
help-export = Saves the table in a file that a spreadsheet opens; personal codes are in it as the window shows them.
help-walk = The file before or after
help-walk-help = Moves the selection in the list of files.
help-key-up = Up arrow
help-key-down = Down arrow
help-find = Goes to the search field beside the document.
help-page-larger = Make the page larger
help-page-smaller = Make the page smaller
help-page-width = Page as wide as the window
help-page-help = Changes the size of the document’s pages only.
help-close-document = Leaves the room to the verdict.
help-scroll = A screen forward or back
help-scroll-help = Scrolls the page; Home and End go to the beginning and the end.
help-larger = Makes everything in the window larger, up to 300%.
help-smaller = Makes everything in the window smaller, down to 80%.
help-usual = Back to 100%.
help-theme = Changes between light and dark.
help-language = Changes the language of the window.
help-lists = Shows the lists that files are checked by, and how old they are.
help-settings = Language, appearance, size, recent files.
help-help = Shows this page.
help-about = Version, licences, what is sent where.
help-menu = Opens the menu with recent files and these pages.
help-back = Goes from a page back to the files.
help-quit = Closes the window.

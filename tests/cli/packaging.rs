//! What packages install beside the program: completions of four shells and manual pages, made from the one definition of the arguments.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::program::*;

const SHELLS: [&str; 4] = ["bash", "zsh", "fish", "powershell"];

/// What the help of a command names in one of its parts: what stands at the beginning of a line, and not further in.
fn named(command: &[&str], part: &str) -> Vec<String> {
    let help = edoc(command.iter().chain(&["--lang", "en", "--help"])).out;
    let Some(list) = help.split(&format!("\n{part}:\n")).nth(1) else { return Vec::new() };
    let begins = |line: &&str| line.len() - line.trim_start().len() <= 6;
    list.lines().take_while(|line| !line.is_empty()).filter(begins).map(|line| line.trim().to_owned()).collect()
}

/// Commands that stand below a command.
fn commands(above: &[&str]) -> Vec<String> {
    named(above, "Commands").iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

/// Long options of a command.
fn options(command: &[&str]) -> BTreeSet<String> {
    let lines = named(command, "Options");
    lines.iter().map(|line| line.split_whitespace().find(|word| word.starts_with("--")).unwrap().to_owned()).collect()
}

#[test]
fn completions_know_every_command_option_and_form() {
    let commands = commands(&[]);
    assert!(commands.len() > 12 && commands.contains(&"completions".to_owned()), "{commands:?}");
    for shell in SHELLS {
        let ran = edoc(["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{shell}");
        for command in &commands {
            assert!(ran.out.contains(command.as_str()), "{shell}: {command}");
            for option in options(&[command]) {
                // fish writes an option without its dashes.
                let long = option.strip_prefix("--").unwrap();
                let fish = format!("-l {long} ");
                let found = ran.out.contains(&option) || (shell == "fish" && (ran.out.clone() + " ").contains(&fish));
                assert!(found, "{shell}: {command} {option}");
            }
        }
    }
    // Values that can be had: forms, languages, shells themselves.
    for shell in ["bash", "zsh", "fish"] {
        let script = edoc(["completions", shell]).out;
        for value in ["json", "jsonl", "csv", "xlsx", "problems", "person", "lv", "fish"] {
            assert!(script.contains(value), "{shell}: {value}");
        }
    }
    let latvian = edoc(["completions", "zsh", "--lang", "lv"]).out;
    assert!(latvian.contains("Pārbauda datnes un mapes"), "{latvian}");
    edoc(["completions", "tcsh"]).complains("“tcsh”", "bash, zsh, fish or powershell");
    edoc(["completions"]).complains("missing: <bash|zsh|fish|powershell>", "--help");
}

/// The shell itself reads the script and proposes from it, where it is at hand.
#[cfg(unix)]
#[test]
fn bash_proposes_from_its_script() {
    if !is_here("bash") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("edoc.bash");
    fs::write(&script, edoc(["completions", "bash"]).out).unwrap();
    let proposed = |typed: &[&str]| {
        let words = typed.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
        let asked = format!(
            "source '{}'; COMP_WORDS=({words}); COMP_CWORD={}; _edoc edoc '{}' '{}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            script.display(),
            typed.len() - 1,
            typed[typed.len() - 1],
            typed[typed.len() - 2],
        );
        let output = Command::new("bash").args(["--norc", "-c", &asked]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(proposed(&["edoc", "do"]), ["dossier"]);
    assert!(proposed(&["edoc", "dossier", "--format", "js"]).contains(&"jsonl".to_owned()));
    assert_eq!(proposed(&["edoc", "trust", "im"]), ["import"]);
}

/// Every page by its name, in a language.
fn pages(language: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("man1");
    let ran = edoc(["man", "--lang", language, "--out", place.to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let mut pages: Vec<_> = fs::read_dir(&place)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    pages.sort();
    assert_eq!(ran.out.lines().count(), pages.len());
    // Again nothing is written over.
    let again = edoc(["man", "--lang", "en", "--out", place.to_str().unwrap()]);
    assert_eq!(again.code, 2);
    again.complains("is there already", "nothing is overwritten");
    pages
}

#[test]
fn there_is_a_page_for_each_command_and_it_holds_each_option() {
    let english = pages("en");
    let mut expected = vec![("edoc".to_owned(), Vec::new())];
    for command in commands(&[]) {
        for below in commands(&[&command]) {
            expected.push((format!("edoc-{command}-{below}"), vec![command.clone(), below]));
        }
        expected.push((format!("edoc-{command}"), vec![command]));
    }
    assert_eq!(english.len(), expected.len());
    for (name, command) in expected {
        let (_, page) = english.iter().find(|(page, _)| *page == format!("{name}.1")).unwrap();
        assert!(page.starts_with(&format!(".TH \"{}\" \"1\"", name.to_uppercase().replace('-', "\\-"))), "{page}");
        assert!(page.contains("\n.SH \"NAME\"\n") && page.contains("\n.SH \"SYNOPSIS\"\nedoc"), "{page}");
        let command: Vec<_> = command.iter().map(String::as_str).collect();
        for option in options(&command) {
            assert!(page.contains(&option.replace('-', "\\-")), "{name}: {option}");
        }
    }
    let whole = &english.iter().find(|(name, _)| name == "edoc.1").unwrap().1;
    assert_eq!(*whole, edoc(["man", "--lang", "en"]).out);
    assert!(whole.contains("Exit code: 0 all confirmed") && whole.contains("edoc\\-trust(1)"), "{whole}");
}

#[test]
fn the_pages_are_there_in_latvian() {
    let latvian = pages("lv");
    assert_eq!(latvian.len(), pages("en").len());
    let whole = &latvian.iter().find(|(name, _)| name == "edoc.1").unwrap().1;
    for part in ["\n.SH \"NOSAUKUMS\"\n", "\n.SH \"LIETOJUMS\"\n", "\n.SH \"KOMANDAS\"\n", "\n.SH \"PIEMĒRI\"\n"] {
        assert!(whole.contains(part), "{part}: {whole}");
    }
}

/// What roff itself says of the pages, and another make of it where that is at hand.
#[test]
fn no_page_gives_a_warning() {
    if !is_here("groff") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for language in ["en", "lv"] {
        for (name, page) in pages(language) {
            let path = folder.path().join(&name);
            fs::write(&path, &page).unwrap();
            for (tool, arguments) in
                [("groff", &["-man", "-Tutf8", "-Kutf8", "-ww", "-z"][..]), ("mandoc", &["-Tlint", "-Wwarning"])]
            {
                if !is_found(tool) {
                    continue;
                }
                let output = Command::new(tool).args(arguments).arg(&path).output().unwrap();
                let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
                let said: Vec<_> = said.lines().filter(|line| !line.contains("missing date")).collect();
                assert!(said.is_empty(), "{tool} {language} {name}: {said:?}");
            }
        }
    }
}

#[test]
fn neither_judges_or_asks_the_network() {
    for command in [&["completions", "bash"][..], &["man"]] {
        edoc([command, &["--online"]].concat()).complains("--online is for the commands that check files", "");
        // Lists that are not there are not looked for.
        let ran = Ran::of(program().args(command).args(["--trust", "/nowhere.xml"]));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    }
}

/// The page of the window is written by hand, for packages; it must hold what the window takes.
#[cfg(feature = "gui")]
#[test]
fn the_page_of_the_window_holds_each_option() {
    let help = Ran::of(quiet(env!("CARGO_BIN_EXE_edoc-viewer")).arg("--help"));
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    let options: BTreeSet<&str> = help.out.split([' ', ',', '\n']).filter(|word| word.starts_with("--")).collect();
    assert!(options.len() > 7 && options.contains("--trust"), "{options:?}");
    let page = fs::read_to_string(packaged("linux/edoc-viewer.1")).unwrap();
    let named: BTreeSet<String> = page
        .lines()
        .filter(|line| line.starts_with("\\fB\\-"))
        .flat_map(|line| line.split("\\fB").map(|word| word.split("\\fR").next().unwrap().replace("\\-", "-")))
        .filter(|word| word.starts_with("--"))
        .collect();
    assert_eq!(named, options.into_iter().map(str::to_owned).collect());
    if is_here("groff") {
        let page = packaged("linux/edoc-viewer.1");
        let said = Command::new("groff").args(["-man", "-Tutf8", "-Kutf8", "-ww", "-z"]).arg(page).output().unwrap();
        assert!(said.stderr.is_empty(), "{}", String::from_utf8_lossy(&said.stderr));
    }
}

fn packaged(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging").join(file)
}

#[test]
fn every_system_offers_the_program_for_the_same_endings() {
    let between = |file: &str, before: &str, after: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(packaged(file)).unwrap();
        text.split(before).skip(1).map(|rest| rest.split(after).next().unwrap().to_owned()).collect()
    };
    let linux = between("linux/lv.zimogs.edoc.mime.xml", "<glob pattern=\"*.", "\"");
    assert!(linux.len() > 4 && linux.contains("edoc"), "{linux:?}");
    assert_eq!(between("windows/installer.nsi", "!insertmacro Offer \"", "\""), linux);
    assert_eq!(between("windows/installer.nsi", "!insertmacro Withdraw \"", "\""), linux, "and takes each back");
    let macos = fs::read_to_string(packaged("macos/Info.plist")).unwrap();
    let mut endings = BTreeSet::new();
    for array in macos.split("<key>public.filename-extension</key>").skip(1) {
        let array = array.split("</array>").next().unwrap();
        endings.extend(array.split("<string>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()));
    }
    assert_eq!(endings, linux);
}

/// The script of the portable archive, into a folder and over a program that runs there.
#[cfg(target_os = "linux")]
#[test]
fn the_archive_is_installed_over_itself_and_taken_out() {
    let folder = tempfile::tempdir().unwrap();
    let (archive, prefix) = (folder.path().join("archive"), folder.path().join("in to"));
    fs::create_dir_all(archive.join("bin")).unwrap();
    fs::create_dir_all(archive.join("share/applications")).unwrap();
    fs::copy(packaged("linux/install.sh"), archive.join("install.sh")).unwrap();
    fs::copy("/bin/sleep", archive.join("bin/edoc-viewer")).unwrap();
    let desktop = "share/applications/lv.zimogs.edoc.desktop";
    fs::copy(packaged("linux/lv.zimogs.edoc.desktop"), archive.join(desktop)).unwrap();
    let install = |prefix: &Path, more: &[&str]| {
        Ran::of(quiet("sh").arg(archive.join("install.sh")).args(more).env("PREFIX", prefix))
    };
    assert_eq!(install(&prefix, &[]).code, 0);
    let text = fs::read_to_string(prefix.join(desktop)).unwrap();
    assert!(text.contains(&format!("\nExec=\"{}/bin/edoc-viewer\" %F\n", prefix.display())), "{text}");
    let program = prefix.join("bin/edoc-viewer");
    let _running = Running::start(quiet(&program).arg("600"));
    let again = install(&prefix, &[]);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    assert_eq!(install(&prefix, &["--remove"]).code, 0);
    assert!(!program.exists() && !prefix.join(desktop).exists());
    // Folders whose names would mean something in the menu's file.
    for bad in ["a$b", "a`b", "a\"b", "a\\b", "a|b", "a&b", "a%b", "a=b", "a\nb"] {
        let place = folder.path().join(bad);
        let refused = install(&place, &[]);
        assert!(refused.code == 2 && !place.exists(), "{bad}: {}", refused.err);
    }
    assert_eq!(install(Path::new("relative"), &[]).code, 2);
}

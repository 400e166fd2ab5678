//! Settings in a folder: kept, set aside, refused.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;

fn kept(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

fn dark() -> Settings {
    Settings { theme: ThemeChoice::Dark, ..Settings::default() }
}

#[test]
fn settings_come_back_and_looking_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("below");
    let found = find(Some(&place));
    assert_eq!((found.settings.clone(), found.spoiled), (Settings::default(), None));
    let Keeping::InFile(path) = found.keeping else { panic!("{:?}", found.keeping) };
    let mut keeper = Keeper::start(path.clone(), found.settings, Arc::new(|| {}));
    keeper.keep(&Settings::default());
    keeper.finish();
    assert!(!place.exists(), "nothing has changed");
    let mut keeper = Keeper::start(path, Settings::default(), Arc::new(|| {}));
    keeper.keep(&dark());
    keeper.finish();
    assert!(matches!(keeper.outcome(), Some(Ok(_))));
    assert_eq!(find(Some(&place)).settings, dark());
}

#[test]
fn the_last_of_many_changes_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut keeper = Keeper::start(kept(folder.path()), Settings::default(), Arc::new(|| {}));
    let mut settings = Settings::default();
    for width in 600..700 {
        settings.window = WindowSize::within(width, 500);
        keeper.keep(&settings);
    }
    keeper.finish();
    assert_eq!(find(Some(folder.path())).settings.window.width, 699);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn settings_that_cannot_be_used_are_set_aside_and_said_once() {
    for (text, expected) in [("version = 1\ntheme =", Spoiled::Broken), ("version = 9\n", Spoiled::Newer)] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(kept(folder.path()), text).unwrap();
        let found = find(Some(folder.path()));
        let SetAside { why, to } = found.spoiled.unwrap();
        assert_eq!((found.settings, why), (Settings::default(), expected));
        assert_eq!(fs::read_to_string(to.unwrap()).unwrap(), text, "nothing of it is lost");
        assert!(matches!(found.keeping, Keeping::InFile(_)));
        assert_eq!(find(Some(folder.path())).spoiled, None);
    }
}

#[test]
fn a_file_too_large_for_settings_is_set_aside_unread() {
    let folder = tempfile::tempdir().unwrap();
    // Good settings, but for a remark of this length.
    let with_remark = |length: usize| format!("{}#{}\n", file::text(&Settings::default()).unwrap(), "x".repeat(length));
    fs::write(kept(folder.path()), with_remark(10)).unwrap();
    assert!(find(Some(folder.path())).spoiled.is_none());
    fs::write(kept(folder.path()), with_remark(limits::SETTINGS_BYTES)).unwrap();
    assert_eq!(find(Some(folder.path())).spoiled.unwrap().why, Spoiled::Broken);
}

#[test]
fn what_cannot_be_read_is_left_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(kept(folder.path()).join("inside")).unwrap();
    let found = find(Some(folder.path()));
    assert_eq!((found.settings, found.spoiled), (Settings::default(), None));
    assert!(matches!(found.keeping, Keeping::Refused { .. }));
    assert!(kept(folder.path()).join("inside").exists());
    assert_eq!(find(None).keeping, Keeping::NoPlace);
}

#[test]
fn two_windows_with_one_file_keep_the_changes_of_both() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = || Keeper::start(kept(folder.path()), Settings::default(), Arc::new(|| {}));
    let (mut one, mut other) = (keeper(), keeper());
    let opened = |name: &str| {
        let mut settings = Settings::default();
        settings.recent.note(&[std::path::absolute(name).unwrap()]);
        settings
    };
    one.keep(&Settings { theme: ThemeChoice::Dark, ..opened("a.edoc") });
    one.finish();
    other.keep(&Settings { language: Some(Language::English), ..opened("b.edoc") });
    other.finish();
    let found = find(Some(folder.path())).settings;
    assert_eq!((found.theme, found.language), (ThemeChoice::Dark, Some(Language::English)));
    assert_eq!(found.recent.paths(), ["b.edoc", "a.edoc"].map(|name| std::path::absolute(name).unwrap()));
}

#[test]
fn what_was_broken_meanwhile_is_set_aside_and_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut keeper = Keeper::start(kept(folder.path()), Settings::default(), Arc::new(|| {}));
    fs::write(kept(folder.path()), "version = 9\n").unwrap();
    keeper.keep(&dark());
    keeper.finish();
    let aside = folder.path().join("settings.toml.set-aside-1");
    assert_eq!(fs::read_to_string(&aside).unwrap(), "version = 9\n");
    let told = Kept { removed: 0, aside: Some(SetAside { why: Spoiled::Newer, to: Some(aside) }) };
    assert_eq!(keeper.outcome().unwrap().unwrap(), told, "and it is told");
    assert_eq!(find(Some(folder.path())).settings, dark());
}

#[test]
fn settings_that_were_set_aside_go_when_files_are_to_be_forgotten() {
    for forget in [|recent: &mut Recent| recent.switch(Remembering::Off), Recent::forget] {
        let folder = tempfile::tempdir().unwrap();
        let aside = folder.path().join("settings.toml.set-aside-1");
        let mut settings = Settings::default();
        settings.recent.note(&[std::path::absolute("a.edoc").unwrap()]);
        fs::write(&aside, "recent_files = [\"/a.edoc\"").unwrap();
        let mut keeper = Keeper::start(kept(folder.path()), settings.clone(), Arc::new(|| {}));
        settings.theme = ThemeChoice::Dark;
        keeper.keep(&settings);
        keeper.finish();
        assert!(
            aside.exists() && matches!(keeper.outcome(), Some(Ok(Kept { removed: 0, aside: None }))),
            "nothing was forgotten"
        );
        let mut keeper = Keeper::start(kept(folder.path()), settings.clone(), Arc::new(|| {}));
        forget(&mut settings.recent);
        keeper.keep(&settings);
        keeper.finish();
        assert!(!aside.exists());
        assert!(matches!(keeper.outcome(), Some(Ok(Kept { removed: 1, aside: None }))));
    }
}

#[test]
fn a_place_that_cannot_be_written_to_is_told() {
    let folder = tempfile::tempdir().unwrap();
    // A file stands where the folder should: so it is for every user, root too.
    fs::write(folder.path().join("file"), "").unwrap();
    let mut keeper = Keeper::start(folder.path().join("file").join(FILE), Settings::default(), Arc::new(|| {}));
    keeper.keep(&dark());
    keeper.finish();
    assert!(keeper.outcome().unwrap().is_err());
}

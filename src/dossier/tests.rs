//! Order, folders and failures of many inputs.

mod findings;
mod made;
mod persons;
mod summary;
mod turns;

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::report::Authenticity;

fn setting() -> Setting {
    Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap()
}

#[test]
fn results_stand_in_the_order_of_the_inputs() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths: Vec<PathBuf> = Vec::new();
    for index in 0..40 {
        let path = folder.path().join(format!("{}.txt", 40 - index));
        fs::write(&path, "plain text").unwrap();
        paths.push(path);
    }
    paths.push(folder.path().join("missing.edoc"));
    paths.push(paths[0].clone());
    let examined = examine_all(&paths, &setting(), Jobs::AtMost(3));
    assert_eq!(examined.iter().map(|one| one.path.clone()).collect::<Vec<_>>(), paths);
    assert_eq!(examined[40].result.as_ref().unwrap_err(), &Unexamined::NotFound);
    assert_eq!(examined[41].result.as_ref().unwrap().authenticity, Authenticity::NotAnEDocument);
}

#[test]
fn a_folder_stands_for_the_e_documents_in_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a")).unwrap();
    for name in ["b.EDOC", "a/c.asice", "notes.txt"] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    let found: Vec<_> = expand(&[folder.path().to_owned()]).into_iter().map(Result::unwrap).collect();
    assert_eq!(found, [folder.path().join("a/c.asice"), folder.path().join("b.EDOC")]);
}

#[test]
fn a_folder_without_e_documents_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let examined = examine_all(&[folder.path().to_owned()], &setting(), Jobs::All);
    assert_eq!(examined.len(), 1);
    assert_eq!(examined[0].result.as_ref().unwrap_err(), &Unexamined::EmptyFolder);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_circle_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
    fs::write(folder.path().join("one.edoc"), "x").unwrap();
    assert_eq!(expand(&[folder.path().to_owned()]).len(), 1);
}

#[test]
fn a_list_of_issuers_adds_and_a_bad_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("good.toml"), folder.path().join("bad.toml"));
    fs::write(&good, "[[issuer]]\nshort_name = 'P'\norganisation_names = ['PARAUGS']\ncountry = 'LV'\n").unwrap();
    fs::write(&bad, "[[issuer]]\nname = 'P'\n").unwrap();
    let mut setting = setting();
    let before = setting.issuers().len();
    setting.add_issuers(&good).unwrap();
    assert_eq!(setting.issuers().len(), before + 1);
    assert!(matches!(setting.add_issuers(&bad), Err(SettingError::Issuers { .. })));
    assert!(matches!(setting.add_trusted_list(&good), Err(SettingError::TrustedList { .. })));
}

#[test]
fn a_mistake_of_ours_in_one_file_is_that_file_s_result() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/unsigned.edoc");
    let judged = examine(&path, &setting()).result;
    assert!(judged.is_ok());
    // What would take the program down reaches no further than the file it was met in.
    let fallen = guarded::<()>(|| panic!("on purpose"));
    assert!(matches!(fallen, Err(Unexamined::Internal)));
    assert!(guarded(|| Ok(1)).is_ok_and(|one| one == 1));
}

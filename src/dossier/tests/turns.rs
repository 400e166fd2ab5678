//! Long runs: the order of the inputs, and equal files judged once.

use std::ops::ControlFlow;

use super::made::{sample_setting, samples};
use super::*;

/// The paths, and which input each is the same as.
fn turns(paths: &[PathBuf], jobs: Jobs, most: usize) -> Vec<(PathBuf, Option<usize>)> {
    let mut came = Vec::new();
    let _ = examine_in_turn(expand(paths), &sample_setting(), jobs, |turn| {
        came.push(match turn {
            Turn::Examined(examined) => (examined.path, None),
            Turn::Again { path, first } => (path, Some(first)),
        });
        if came.len() == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    came
}

#[test]
fn equal_files_are_judged_once_and_the_order_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (samples().join("unsigned.edoc"), samples().join("anna-matematika.edoc"));
    let mut paths = vec![folder.path().join("no-such.edoc")];
    // More than are judged together, so that a copy is found later too.
    for index in 0..40 {
        let path = folder.path().join(format!("{index:02}.edoc"));
        fs::copy(if index == 17 { &other } else { &one }, &path).unwrap();
        paths.push(path);
    }
    for jobs in [Jobs::AtMost(1), Jobs::AtMost(2)] {
        let came = turns(&paths, jobs, usize::MAX);
        assert_eq!(came.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>(), paths);
        let again: Vec<_> = came.iter().map(|(_, first)| *first).collect();
        assert_eq!((again[0], again[1], again[18]), (None, None, None));
        assert!(again.iter().enumerate().all(|(at, first)| [0, 1, 18].contains(&at) || *first == Some(1)), "{again:?}");
    }
}

#[test]
fn files_without_a_digest_of_their_own_are_judged_each() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<_> = ["a.edoc", "b.edoc"].map(|name| folder.path().join(name)).into();
    for path in &paths {
        fs::write(path, "plain text").unwrap();
    }
    assert!(turns(&paths, Jobs::AtMost(2), usize::MAX).iter().all(|(_, first)| first.is_none()));
}

#[test]
fn a_run_can_be_broken_off() {
    let paths = vec![samples().join("unsigned.edoc"); 50];
    assert_eq!(turns(&paths, Jobs::AtMost(2), 3).len(), 3);
}

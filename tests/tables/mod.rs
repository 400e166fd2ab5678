//! Tables that name tests: each must be there, be a test, and run wherever its file is compiled.

use std::collections::BTreeMap;
use std::path::Path;

/// The sources that were looked at.
#[derive(Default)]
pub struct Sources(BTreeMap<String, String>);

impl Sources {
    /// Fails where one of these tests is missing: `file::function`, several with spaces between them.
    #[track_caller]
    pub fn require(&mut self, row: &str, tests: &str) {
        assert!(tests.contains("::"), "{row}: no test");
        for test in tests.split_whitespace() {
            let (file, function) = test.split_once("::").unwrap();
            let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            let source = self.0.entry(file.to_owned());
            let source = source.or_insert_with(|| std::fs::read_to_string(place).unwrap_or_default());
            let attributes = attributes(source, function);
            let attributes = attributes.unwrap_or_else(|| panic!("{row}: nothing is called {function} in {file}"));
            // Neither a function that no one runs, nor ignored, nor left out under some condition.
            assert_eq!(attributes, ["#[test]"], "{row}: {function} in {file}");
        }
    }
}

/// What stands directly above a function, without its remarks.
fn attributes<'s>(source: &'s str, function: &str) -> Option<Vec<&'s str>> {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let place = lines.iter().position(|line| line.starts_with(&format!("fn {function}(")))?;
    let above = lines[..place].iter().rev().take_while(|line| line.starts_with("#[") || line.starts_with("//"));
    Some(above.filter(|line| line.starts_with("#[")).copied().collect())
}

#[test]
fn what_is_no_test_is_seen() {
    let source = "fn plain() {}\n#[test]\n// Why.\nfn one() {}\n#[test]\n#[ignore]\nfn ignored() {}\n";
    assert_eq!(attributes(source, "one").unwrap(), ["#[test]"]);
    assert!(attributes(source, "plain").unwrap().is_empty());
    assert_eq!(attributes(source, "ignored").unwrap().len(), 2);
    assert!(attributes(source, "on").is_none());
}

//! What the program is built from. `tests/dependencies.rs` writes the list, and keeps it true.

/// Name, version and licence of each crate, a line each.
const CRATES: &str = include_str!("../../../../assets/about/crates.tsv");

/// One crate.
pub(super) struct Crate {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
    pub(super) licence: &'static str,
}

/// All of them, by name.
pub(super) fn all() -> impl Iterator<Item = Crate> {
    CRATES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some(Crate { name: columns.next()?, version: columns.next()?, licence: columns.next()? })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_is_a_crate() {
        let lines = super::CRATES.lines().filter(|line| !line.starts_with('#')).count();
        assert!(lines > 100 && super::all().count() == lines);
        assert!(super::all().any(|one| one.name == "egui" && one.licence.contains("MIT")));
    }
}

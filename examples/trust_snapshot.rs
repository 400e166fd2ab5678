//! Writes `assets/trust/services.tsv`, the table of service facts built into the program, from a table of facts:
//!
//! ```sh
//! cargo run --no-default-features --example trust_snapshot -- eu-trust-services.csv > assets/trust/services.tsv
//! ```
//!
//! Digests, names, types, statuses and times only: no certificate. The form is described in `src/trust/table.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]

use std::io::Write as _;

use serde::Deserialize;

/// Lists whose services are shown and not used: the certificate that signed Croatia's list 52 is not one that the list of
/// lists names for it, so nobody vouches for them.
const NOT_VOUCHED_FOR: [&str; 1] = ["HR"];

#[derive(Deserialize, Clone, PartialEq, Eq)]
struct Row {
    territory: String,
    list_sequence: String,
    list_issued: String,
    list_next_update: String,
    provider: String,
    service: String,
    #[serde(rename = "type")]
    kind: String,
    purposes: String,
    qualifiers: String,
    history: String,
    cert_sha256: String,
    spki_sha256: String,
    subject: String,
}

impl Row {
    /// What makes two rows certificates of one service.
    fn service_key(&self) -> [&str; 6] {
        [&self.provider, &self.service, &self.kind, &self.purposes, &self.qualifiers, &self.history]
    }
}

fn main() {
    let path = std::env::args_os().nth(1).expect("the table of facts, as a file");
    let mut reader = csv::Reader::from_path(path).expect("a readable table");
    let mut rows: Vec<Row> = reader.deserialize().map(|row| row.expect("a row of facts")).collect();
    // The Latvian list first: it is the one most files need. The sort is stable, so lists keep their own order.
    rows.sort_by_key(|row| (row.territory != "LV", row.territory.clone()));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut above: Option<Row> = None;
    for row in rows {
        let clean = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let new_list = above.as_ref().is_none_or(|above| above.territory != row.territory);
        let new_provider = new_list || above.as_ref().is_none_or(|above| above.provider != row.provider);
        let new_service = new_provider || above.as_ref().is_none_or(|above| above.service_key() != row.service_key());
        if new_list {
            let Row { territory, list_sequence, list_issued, list_next_update, .. } = &row;
            let next = if list_next_update.is_empty() { "-" } else { list_next_update };
            let state =
                if NOT_VOUCHED_FOR.contains(&territory.as_str()) { "not-vouched-for" } else { "checked-beforehand" };
            writeln!(
                out,
                "L\t{territory}\t{list_sequence}\t{list_issued}\t{next}\t-\tnational\tsnapshot\t-\t{{\"state\":\"{state}\"}}\t"
            )
            .unwrap();
        }
        if new_provider {
            writeln!(out, "P\t{}\t", clean(&row.provider)).unwrap();
        }
        if new_service {
            let Row { kind, purposes, qualifiers, .. } = &row;
            let words = |text: &str| text.split(['+', ';']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(";");
            writeln!(out, "S\t{}", clean(&row.service)).unwrap();
            for (position, period) in row.history.split(';').filter(|period| !period.is_empty()).enumerate() {
                let (status, since) = period.split_once('@').expect("status@since");
                // The table of facts knows the purposes and qualifiers of today only, and no criteria.
                let (purposes, rest) = if position == 0 {
                    (words(purposes), format!("~{}", words(qualifiers)))
                } else {
                    (String::new(), "-".to_owned())
                };
                writeln!(out, "H\t{kind}\t{status}\t{since}\t{purposes}\t{rest}").unwrap();
            }
        }
        if !row.cert_sha256.is_empty() {
            writeln!(out, "C\t{}\t{}\t-\t{}", row.cert_sha256, row.spki_sha256, clean(&row.subject)).unwrap();
        }
        above = Some(row);
    }
    out.flush().unwrap();
}

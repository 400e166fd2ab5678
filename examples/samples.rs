//! Writes one container.
#[path = "../tests/forge/mod.rs"]
mod forge;
use forge::{container::Container, pki, xades::*};
fn main() {
    let pki = pki::Pki::shared();
    let responder =
        pki::responder_template(&pki.seal_authority, "PARAUGS OCSP", "2024-07-01T00:00:00Z", "2024-08-01T00:00:00Z")
            .issued_by(&pki.seal_authority);
    for (dialect, level, name) in [
        (Dialect::Lvrtc, Level::Lt, "a.edoc"),
        (Dialect::Dss, Level::Lt, "b.edoc"),
        (Dialect::Dss, Level::Lta, "c.edoc"),
    ] {
        let mut signing = Signing::new(
            dialect,
            &pki.seal_2023,
            &[pki.seal_authority.clone(), pki.root.clone()],
            &responder,
            &pki.unit_2023,
            "2024-07-11T05:00:00Z",
        );
        signing.level = level;
        let document = Document::new("Sertifikāts PARAUGS 1.txt", "text/plain", "PARAUGS\n");
        std::fs::write(std::env::args().nth(1).unwrap() + name, Container::signed(vec![document], &signing).bytes())
            .unwrap();
    }
}

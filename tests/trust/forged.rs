//! Lists that are none.
use std::path::Path;

use edoc::trust::read_list;

#[test]
fn what_is_no_trusted_list_is_refused() {
    let sample = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/trust-list.xml")).unwrap();
    let (list, services) = read_list(sample.as_bytes()).unwrap();
    assert!(list.territory == "XX" && !services.is_empty(), "the honest twin");
    let body = sample.find("?>").map_or(0, |at| at + 2);
    let refused = [
        String::new(),
        "<html><body>404 Not Found</body></html>".to_owned(),
        format!("<!DOCTYPE x>{}", &sample[body..]),
        sample[..sample.len() / 2].to_owned(),
        sample.replace(">6</", ">7</"),
        sample.replace(">6</", ">4</"),
        sample.replace("http://uri.etsi.org/02231/v2#", "urn:other"),
        sample.replace("SchemeTerritory>", "SchemeTerritorium>"),
        sample.replace("http://uri.etsi.org/19612/TSLTag", "http://uri.etsi.org/19612/Other"),
        sample.replace(">XX</SchemeTerritory>", ">../x</SchemeTerritory>"),
    ];
    for text in refused {
        assert!(read_list(text.as_bytes()).is_err(), "{}", &text[..text.len().min(80)]);
    }
}

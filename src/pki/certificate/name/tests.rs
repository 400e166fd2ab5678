use super::{Name, read};

fn name() -> Name {
    let attribute = |oid: &str, value: &str| (oid.to_owned(), value.to_owned());
    let attributes = vec![
        attribute("2.5.4.6", "LV"),
        attribute("2.5.4.10", "PARAUGS, SIA"),
        attribute("2.5.4.97", "NTRLV-00000000000"),
        attribute("2.5.4.3", "PARAUGS  Izdevējs"),
    ];
    Name { attributes, der: Vec::new() }
}

fn encoded(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    [vec![tag, u8::try_from(content.len()).unwrap()], content].concat()
}

/// An attribute of X.520: last arc, tag of the string, octets.
fn attribute(arc: u8, tag: u8, octets: &[u8]) -> Vec<u8> {
    encoded(0x30, &[&[0x06, 0x03, 0x55, 0x04, arc], &encoded(tag, &[octets])])
}

/// A name of relative names, each of several attributes.
fn structured(relative: &[&[&[u8]]]) -> Name {
    let sets: Vec<_> = relative.iter().map(|set| encoded(0x31, &[&set.concat()])).collect();
    read(&encoded(0x30, &[&sets.concat()])).unwrap()
}

#[test]
fn folded_names_are_the_same_and_others_are_not() {
    let mut other = name();
    other.attributes[3].1 = "paraugs izdevējs".to_owned();
    assert!(name().same(&other));
    other.attributes[3].1 = "paraugs izdevejs".to_owned();
    assert!(!name().same(&other));
    other.attributes.swap(0, 1);
    assert!(!name().same(&other));
    assert!(!Name::default().same(&Name::default()));
}

#[test]
fn the_kind_of_string_does_not_matter_and_relative_names_do() {
    let country = attribute(6, 0x13, b"LV");
    let (printable, utf8) = (attribute(3, 0x13, b"PARAUGS"), attribute(3, 0x0c, b"Paraugs"));
    let unit = attribute(11, 0x0c, b"eSeal");
    let flat = structured(&[&[&country], &[&unit], &[&printable]]);
    assert!(flat.same(&structured(&[&[&country], &[&unit], &[&utf8]])));
    let joined = structured(&[&[&country], &[&unit, &printable]]);
    assert!(joined.same(&structured(&[&[&country], &[&utf8, &unit]])), "a set has no order");
    assert!(
        !joined.same(&flat) && !flat.same(&joined),
        "two attributes of one relative name are not two relative names"
    );
    assert_eq!(joined.to_string(), "OU=eSeal+CN=PARAUGS, C=LV");
    assert!(joined.is_within(&structured(&[&[&country]])) && joined.is_within(&joined));
    assert!(!joined.is_within(&flat) && !structured(&[&[&country]]).is_within(&joined));
}

#[test]
fn values_of_every_kind_of_string_are_read_and_none_is_lost() {
    let one = |tag: u8, octets: &[u8]| structured(&[&[&attribute(3, tag, octets)]]).display_name();
    assert_eq!(one(0x0c, "Ā".as_bytes()), "Ā");
    assert_eq!(one(0x14, &[0xc4]), "Ä");
    assert_eq!(one(0x1e, &[0x01, 0x00]), "Ā");
    assert_eq!(one(0x1c, &[0, 0, 0x01, 0x00]), "Ā");
    assert_eq!(one(0x1e, &[0x01, 0x00, 0x41]), "#1e03010041", "half a character is not dropped");
    assert_eq!(one(0x0c, &[0xff]), "#0c01ff");
    assert_eq!(one(0x05, &[]), "#0500");
}

#[test]
fn usual_spellings_match_in_either_order() {
    let name = name();
    for stated in [
        "CN=PARAUGS Izdevējs,2.5.4.97=#0c114e54524c562d3030303030303030303030,O=PARAUGS\\, SIA,C=LV",
        "C=LV, O=\"PARAUGS, SIA\", OID.2.5.4.97=NTRLV-00000000000, CN=PARAUGS Izdevējs",
        "CN=PARAUGS Izdev\\C4\\93js, organizationIdentifier=NTRLV-00000000000, O=PARAUGS\\2C SIA, C=LV",
        "CN=PARAUGS Izdevējs; OI=NTRLV-00000000000; O=PARAUGS, SIA; C=LV",
    ] {
        assert!(name.matches_text(stated), "{stated}");
    }
    for stated in [
        "C=LV, O=\"PARAUGS, SIA\", CN=PARAUGS Izdevējs",
        "C=LT, O=\"PARAUGS, SIA\", OID.2.5.4.97=NTRLV-00000000000, CN=PARAUGS Izdevējs",
        "O=LV, C=\"PARAUGS, SIA\", OID.2.5.4.97=NTRLV-00000000000, CN=PARAUGS Izdevējs",
        "",
        "=",
        "CN=\\",
        "#",
    ] {
        assert!(!name.matches_text(stated), "{stated}");
    }
    assert!(!Name::default().matches_text(""));
}

#[test]
fn text_form_escapes_what_could_be_mistaken() {
    assert_eq!(
        name().to_string(),
        "CN=PARAUGS  Izdevējs, organizationIdentifier=NTRLV-00000000000, O=PARAUGS\\, SIA, C=LV"
    );
    let one =
        |value: &str| Name { attributes: vec![("2.5.4.3".to_owned(), value.to_owned())], der: Vec::new() }.to_string();
    assert_eq!(one(" a b "), "CN=\\ a b\\ ");
    assert_eq!(one("#nav"), "CN=\\#nav");
    assert_eq!(one("#0500"), "CN=#0500");
    assert_eq!(one("a\u{202e}b\u{0}"), "CN=a\\E2\\80\\AEb\\00");
}

#[test]
fn display_name_is_what_a_person_says() {
    assert_eq!(name().display_name(), "PARAUGS  Izdevējs");
    let mut unnamed = name();
    unnamed.attributes[3].1 = " ".to_owned();
    assert_eq!(unnamed.display_name(), "PARAUGS, SIA");
}

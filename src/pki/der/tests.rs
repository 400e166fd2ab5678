//! DER is strict, BER becomes definite, and octets stay what they were.

use std::borrow::Cow;

use super::{Reader, dotted, generalized_time, hexadecimal, normalise, tag, utc_time};

fn any(octets: &[u8]) -> bool {
    let mut reader = Reader::new(octets);
    reader.any().is_ok() && reader.is_empty()
}

#[test]
fn lengths_must_be_definite_and_minimal() {
    assert!(any(&[0x04, 0x01, 0xaa]));
    assert!(any(&[&[0x04, 0x81, 0x80][..], &[0; 128]].concat()));
    for bad in [
        &[][..],
        &[0x04],
        &[0x04, 0x02, 0xaa],
        &[0x04, 0x81, 0x01, 0xaa],
        &[0x04, 0x82, 0x00, 0x01, 0xaa],
        &[0x24, 0x80, 0x00, 0x00],
        &[0x1f, 0x20, 0x00],
        &[0x04, 0x85, 0, 0, 0, 0, 1, 0xaa],
    ] {
        assert!(!any(bad), "{bad:02x?}");
    }
}

#[test]
fn values_keep_their_octets() {
    let mut reader = Reader::new(&[0x30, 0x03, 0x02, 0x01, 0x05, 0x05, 0x00]);
    let sequence = reader.value(tag::SEQUENCE).unwrap();
    assert_eq!(sequence.octets, [0x30, 0x03, 0x02, 0x01, 0x05]);
    assert_eq!(Reader::new(sequence.content).small_integer(), Ok(5));
    assert!(reader.optional(tag::INTEGER).unwrap().is_none());
    assert!(reader.end().is_err());
    assert!(reader.value(tag::SEQUENCE).is_err());
}

#[test]
fn identifiers_and_numbers_are_written_as_people_write_them() {
    assert_eq!(dotted(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]).unwrap(), "1.2.840.113549");
    assert_eq!(dotted(&[0x60, 0x86, 0x48]).unwrap(), "2.16.840");
    assert_eq!(dotted(&[0x88, 0x37]).unwrap(), "2.999");
    assert!(dotted(&[]).is_err() && dotted(&[0x2a, 0x86]).is_err() && dotted(&[0xff; 12]).is_err());
    assert_eq!(hexadecimal(&[0x00, 0x0f]), "f");
    assert_eq!(hexadecimal(&[0x00]), "0");
    assert_eq!(hexadecimal(&[0x80]), "-80");
}

#[test]
fn times_are_of_their_own_form_only() {
    assert_eq!(utc_time(b"491231235959Z").unwrap().to_string(), "2049-12-31T23:59:59Z");
    assert_eq!(utc_time(b"500101000000Z").unwrap().to_string(), "1950-01-01T00:00:00Z");
    assert_eq!(generalized_time(b"20170203062333.371Z").unwrap().to_string(), "2017-02-03T06:23:33.371Z");
    for bad in
        [&b"20170203062333"[..], b"20170203062333+0200", b"20170203062333.Z", b"20171303062333Z", b"2017020306233xZ"]
    {
        assert!(generalized_time(bad).is_err(), "{bad:?}");
    }
    assert!(utc_time(b"1702030623333Z").is_err());
}

#[test]
fn definite_octets_stay_as_they_are() {
    let definite = [0x30, 0x05, 0x02, 0x01, 0x05, 0x04, 0x00];
    assert!(matches!(normalise(&definite).unwrap(), Cow::Borrowed(same) if same == definite));
    assert!(matches!(normalise(&[&definite[..], &[0, 0]].concat()).unwrap(), Cow::Borrowed(same) if same == definite));
}

#[test]
fn indefinite_lengths_and_strings_in_pieces_become_definite_in_order() {
    // SET { INTEGER 9, INTEGER 1 } of indefinite length keeps its order; a string in two pieces becomes one.
    let ber = [
        0x30, 0x80, 0x31, 0x80, 0x02, 0x01, 0x09, 0x02, 0x01, 0x01, 0x00, 0x00, 0x24, 0x80, 0x04, 0x01, 0xaa, 0x24,
        0x03, 0x04, 0x01, 0xbb, 0x00, 0x00, 0x00, 0x00,
    ];
    let der = [0x30, 0x0c, 0x31, 0x06, 0x02, 0x01, 0x09, 0x02, 0x01, 0x01, 0x04, 0x02, 0xaa, 0xbb];
    assert_eq!(normalise(&ber).unwrap(), der.as_slice());
    assert_eq!(normalise(&[0x04, 0x81, 0x01, 0xaa]).unwrap(), [0x04, 0x01, 0xaa].as_slice());
}

#[test]
fn broken_and_bottomless_encodings_are_refused() {
    let deep = [[0x30, 0x80].repeat(5_000), [0, 0].repeat(5_000)].concat();
    let unended = [0x30, 0x80, 0x02, 0x01, 0x05];
    let followed = [0x30, 0x00, 0x01];
    let primitive = [0x04, 0x80, 0x00, 0x00];
    for bad in [&deep[..], &unended, &followed, &primitive, &[], &[0x24, 0x80, 0x02, 0x01, 0x01, 0x00, 0x00]] {
        assert!(normalise(bad).is_err(), "{:02x?}", &bad[..bad.len().min(8)]);
    }
}

#[test]
fn bit_strings_have_unused_bits_in_signature_values_only() {
    let whole = [0x03, 0x02, 0x00, 0xf0];
    let unused = [0x03, 0x02, 0x04, 0xf0];
    assert_eq!(Reader::new(&whole).bit_string().unwrap(), [0xf0]);
    assert!(Reader::new(&unused).bit_string().is_err());
    assert_eq!(Reader::new(&unused).signature_value().unwrap(), [0xf0]);
    assert!(Reader::new(&[0x03, 0x02, 0x08, 0xf0]).signature_value().is_err());
    assert!(Reader::new(&[0x03, 0x00]).signature_value().is_err());
}

//! Lists that are bad: each leaves the good one that is there, and is said by what is wrong with it.

use edoc::fetch::FetchFault;
use edoc::trust::{Fresh, ListSignature, SealFault, UpdateFault};

use super::lists::{Scheme, instant, operator, result};
use super::server::Page;

/// Serves something bad for XX, beside a good list number 5 that is kept, and returns what the update says of it.
fn refused(scheme: &Scheme, page: Page) -> UpdateFault {
    scheme.server.serve("XX.xml", page);
    let report = scheme.update();
    assert_eq!(scheme.kept("XX"), Some(5), "the good list is still there");
    assert!(result(&report, "XY").is_ok(), "the others are not touched by it");
    result(&report, "XX").clone().unwrap_err()
}

fn kept() -> Scheme {
    let scheme = Scheme::good();
    assert!(scheme.update().is_complete());
    scheme
}

#[test]
fn what_is_no_list_is_refused() {
    let scheme = kept();
    let newer = String::from_utf8(scheme.national("XX", |list| list.sequence = 6)).unwrap();
    for body in [
        "<html><body><h1>503 Service Unavailable</h1></body></html>".to_owned(),
        String::new(),
        newer[..newer.len() / 2].to_owned(),
        newer.replace(">6</TSLVersionIdentifier>", ">7</TSLVersionIdentifier>"),
        format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{}", &newer[newer.find("?>").unwrap() + 2..]),
    ] {
        let fault = refused(&scheme, Page::Body(body.into_bytes()));
        assert!(matches!(fault, UpdateFault::NotAList { .. }), "{fault:?}");
    }
    // The twin.
    scheme.server.serve("XX.xml", Page::Body(newer.into_bytes()));
    assert_eq!(result(&scheme.update(), "XX"), &Ok(Fresh::Replaced { from: 5, to: 6 }));
}

#[test]
fn a_list_signed_by_a_stranger_is_refused() {
    let scheme = kept();
    let stranger = operator("stranger");
    let body = scheme.national("XX", |list| {
        list.sequence = 6;
        list.signer = stranger.clone();
    });
    let fault = refused(&scheme, Page::Body(body));
    assert!(matches!(&fault, UpdateFault::NotVouchedFor { signature: ListSignature::Stranger { .. } }), "{fault:?}");
}

#[test]
fn a_list_that_was_changed_or_is_not_signed_is_refused() {
    let scheme = kept();
    let newer = String::from_utf8(scheme.national("XX", |list| list.sequence = 6)).unwrap();
    let start = newer.find("<ds:Signature ").unwrap();
    let end = newer.rfind("</ds:Signature>").unwrap() + "</ds:Signature>".len();
    let unsigned = format!("{}{}", &newer[..start], &newer[end..]);
    for (body, expected) in [
        (newer.replacen("withdrawn", "granted", 1), SealFault::Changed),
        (unsigned, SealFault::NotSigned),
        (format!("{}{}{}", &newer[..end], &newer[start..end], &newer[end..]), SealFault::Misplaced { count: 2 }),
    ] {
        let fault = refused(&scheme, Page::Body(body.into_bytes()));
        let UpdateFault::NotVouchedFor { signature: ListSignature::Wrong { reason } } = fault else {
            panic!("{fault:?}")
        };
        assert_eq!(reason, expected);
    }
}

#[test]
fn an_older_list_is_refused() {
    let scheme = kept();
    let fault = refused(&scheme, Page::Body(scheme.national("XX", |list| list.sequence = 4)));
    assert_eq!(fault, UpdateFault::Older { held: 5, offered: 4 });
    let earlier = scheme.national("XX", |list| list.issued = instant("2026-11-01T08:00:00Z"));
    assert_eq!(refused(&scheme, Page::Body(earlier)), UpdateFault::Older { held: 5, offered: 5 });
}

#[test]
fn a_list_of_another_territory_or_kind_is_refused() {
    let scheme = kept();
    let other = scheme.national("XY", |list| list.sequence = 6);
    assert_eq!(refused(&scheme, Page::Body(other)), UpdateFault::OtherTerritory { found: "XY".to_owned() });
    let kind = scheme.national("XX", |list| list.kind = "EUlistofthelists".to_owned());
    assert_eq!(refused(&scheme, Page::Body(kind)), UpdateFault::OtherKind);
}

#[test]
fn a_server_that_fails_is_said_by_how_it_fails() {
    let scheme = kept();
    let newer = scheme.national("XX", |list| list.sequence = 6);
    let fetch = |page| match refused(&scheme, page) {
        UpdateFault::Fetch { fault } => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(fetch(Page::Status(404)), FetchFault::Status { status: 404 });
    assert_eq!(fetch(Page::Status(500)), FetchFault::Status { status: 500 });
    assert!(matches!(fetch(Page::CutOff(newer)), FetchFault::Connection { .. }));
    let endless = fetch(Page::Endless);
    assert!(matches!(endless, FetchFault::TooLarge { .. } | FetchFault::TimedOut), "{endless:?}");
    assert_eq!(fetch(Page::Silent), FetchFault::TimedOut);
    assert_eq!(fetch(Page::Moved(scheme.server.url("XX.xml"))), FetchFault::Redirects);
    // A file on the reader's own disk is never opened, whatever the address comes to.
    let elsewhere = fetch(Page::Moved("file:///paraugs".to_owned()));
    println!("redirected to a file: {elsewhere}");
}

#[test]
fn a_bad_list_of_lists_leaves_the_good_one_in_force() {
    let scheme = kept();
    let stranger = operator("stranger");
    scheme.serve_lotl(|list| {
        list.sequence = 8;
        list.signer = stranger.clone();
        list.pointers[1].signers = vec![stranger.clone()];
    });
    let forged = scheme.national("XX", |list| {
        list.sequence = 9;
        list.signer = stranger.clone();
    });
    scheme.server.serve("XX.xml", Page::Body(forged));
    scheme.serve_national("XY", |list| list.sequence = 6);
    let report = scheme.update();
    assert!(matches!(result(&report, "EU"), Err(UpdateFault::NotVouchedFor { .. })));
    assert!(matches!(result(&report, "XX"), Err(UpdateFault::NotVouchedFor { .. })), "judged by the old list of lists");
    assert_eq!(result(&report, "XY"), &Ok(Fresh::Replaced { from: 5, to: 6 }));
    assert_eq!((scheme.kept("EU"), scheme.kept("XX"), scheme.kept("XY")), (Some(7), Some(5), Some(6)));
}

#[test]
fn without_a_list_of_lists_nothing_is_taken() {
    for page in [Page::Status(503), Page::Body(b"<html/>".to_vec()), Page::Silent] {
        let scheme = Scheme::good();
        scheme.server.serve("lotl.xml", page);
        let report = scheme.update();
        assert_eq!(report.lists.len(), 1);
        assert!(result(&report, "EU").is_err());
        assert_eq!(scheme.server.asked(), ["/lotl.xml"]);
        assert_eq!(scheme.kept("XX"), None);
    }
}

#[test]
fn a_national_list_in_the_place_of_the_list_of_lists_is_refused() {
    let scheme = Scheme::good();
    let commission = scheme.commission.clone();
    let body = scheme.national("XX", |list| list.signer = commission.clone());
    scheme.server.serve("lotl.xml", Page::Body(body));
    assert_eq!(result(&scheme.update(), "EU"), &Err(UpdateFault::OtherKind));
}

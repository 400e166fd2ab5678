//! From the pinned notice to a list of lists signed by somebody the notice does not name: only over pivots.

use edoc::trust::{Fresh, ListSignature, NamedBy, UpdateFault};

use super::lists::{NOTICE, Scheme, operator, result};
use super::server::Page;
use crate::forge::x509::Entity;

/// Serves a pivot: number, signer, and the one it names for the next.
fn serve_pivot(scheme: &Scheme, number: u32, signer: &Entity, next: &Entity) {
    let body = scheme.lotl(|list| {
        list.sequence = number;
        list.signer = signer.clone();
        list.pointers = vec![scheme.pointer("EU", "EUlistofthelists", next)];
    });
    scheme.server.serve(&format!("pivot-{number}.xml"), Page::Body(body));
}

/// Serves a list of lists signed by `signer`, over these pivots, newest first.
fn serve_lotl(scheme: &Scheme, signer: &Entity, pivots: &[u32]) {
    let urls: Vec<String> = pivots.iter().map(|number| scheme.server.url(&format!("pivot-{number}.xml"))).collect();
    scheme.serve_lotl(|list| {
        list.signer = signer.clone();
        list.information = urls.iter().cloned().chain([NOTICE.to_owned()]).collect();
    });
}

#[test]
fn pivots_lead_from_the_notice_to_new_signers() {
    let scheme = Scheme::good();
    let (second, third) = (operator("second"), operator("third"));
    serve_pivot(&scheme, 3, &scheme.commission, &second);
    serve_pivot(&scheme, 5, &second, &third);
    serve_lotl(&scheme, &third, &[5, 3]);
    let report = scheme.update();
    assert_eq!(result(&report, "EU"), &Ok(Fresh::New { sequence: 7 }), "{report:?}");
    assert!(result(&report, "XX").is_ok());
    let lotl = scheme.folder.load().list_of_lists().unwrap();
    let ListSignature::Verified { named_by, .. } = lotl.facts.signature else { panic!("{lotl:?}") };
    assert_eq!(named_by, NamedBy::Pivot { sequence: 5 });
}

#[test]
fn a_broken_chain_of_pivots_leads_nowhere() {
    let (second, third, stranger) = (operator("second"), operator("third"), operator("stranger"));
    let refused = |prepare: &dyn Fn(&Scheme)| {
        let scheme = Scheme::good();
        prepare(&scheme);
        let fault = result(&scheme.update(), "EU").clone().unwrap_err();
        assert_eq!(scheme.kept("EU"), None);
        fault
    };
    // The pivot is signed by somebody else.
    let fault = refused(&|scheme| {
        serve_pivot(scheme, 3, &stranger, &second);
        serve_lotl(scheme, &second, &[3]);
    });
    assert!(matches!(fault, UpdateFault::Pivot { .. }), "{fault:?}");
    // One in between is missing: the next is signed by somebody who is not yet trusted.
    let fault = refused(&|scheme| {
        serve_pivot(scheme, 5, &second, &third);
        serve_lotl(scheme, &third, &[5]);
    });
    assert!(matches!(fault, UpdateFault::Pivot { .. }), "{fault:?}");
    // One cannot be fetched.
    let fault = refused(&|scheme| serve_lotl(scheme, &second, &[3]));
    assert!(matches!(fault, UpdateFault::Fetch { .. }), "{fault:?}");
    // In the wrong order.
    let fault = refused(&|scheme| {
        serve_pivot(scheme, 3, &scheme.commission, &second);
        serve_pivot(scheme, 5, &second, &third);
        serve_lotl(scheme, &third, &[3, 5]);
    });
    assert!(matches!(fault, UpdateFault::Pivot { .. }), "{fault:?}");
    // The signers of before the last pivot count no more.
    let fault = refused(&|scheme| {
        serve_pivot(scheme, 3, &scheme.commission, &second);
        serve_lotl(scheme, &scheme.commission, &[3]);
    });
    assert!(matches!(fault, UpdateFault::NotVouchedFor { .. }), "{fault:?}");
    // Without pivots nobody but the notice's own.
    let fault = refused(&|scheme| serve_lotl(scheme, &second, &[]));
    assert!(matches!(fault, UpdateFault::NotVouchedFor { .. }), "{fault:?}");
}

#[test]
fn a_list_of_lists_under_another_notice_is_refused_and_the_program_is_called_too_old() {
    let scheme = Scheme::good();
    scheme.serve_lotl(|list| list.information = vec!["https://paraugs.example/notice/2031".to_owned()]);
    let report = scheme.update();
    let Err(UpdateFault::Pivot { detail }) = result(&report, "EU") else { panic!("{report:?}") };
    assert!(detail.contains("newer version of the program"), "{detail}");
}

//! `--online` where there is nothing to ask for, and where the program cannot ask.

use super::program::{edoc, samples};

#[test]
fn without_the_network_built_in_the_option_is_refused() {
    let file = samples().join("unsigned.edoc");
    for command in ["verify", "show", "list"] {
        let ran = edoc([command.as_ref(), "--online".as_ref(), file.as_os_str()]);
        if cfg!(feature = "online") {
            // Nothing is missing in a file without signatures, so nothing is asked.
            assert_eq!((ran.out.contains("Asked over"), ran.err.as_str()), (false, ""));
        } else {
            ran.complains("built without the network", "edoc trust import");
            assert_eq!(ran.code, 2);
        }
    }
}

#[test]
fn advice_names_the_option() {
    use edoc::validation::Cause;
    use edoc::words::{Language, Words};
    let cause = Cause::IssuerListedNotAtHand { issuer: "PARAUGS".to_owned(), territory: "LV".to_owned() };
    for language in Language::ALL {
        let advice = Words::new(language).cause(&cause).advice.unwrap();
        assert!(advice.contains("edoc verify --online"), "{advice}");
    }
}

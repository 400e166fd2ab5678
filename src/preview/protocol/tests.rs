//! Round trips, and what must not come.

use super::*;

fn cell(text: &str) -> TextCell {
    TextCell { page: 2, line: 7, area: Some([1.0, 2.0, 3.5, 4.25]), text: text.to_owned() }
}

fn window() -> Window {
    Window { page: 3, scale: 1_333, left: 2_048, top: 0, width: 640, height: 480 }
}

#[test]
fn every_request_and_answer_survives_the_pipe() {
    for request in [Request::Open(b"%PDF-1.7 and more".to_vec()), Request::Draw(window()), Request::Text] {
        let mut pipe = Vec::new();
        request.write(&mut pipe).unwrap();
        assert_eq!(Request::read(&mut pipe.as_slice()).unwrap(), request);
    }
    let picture = Picture { width: 2, height: 1, rgba: vec![1, 2, 3, 255, 4, 5, 6, 255] };
    let cells = vec![cell("Kopvērtējums"), TextCell { area: None, ..cell("") }];
    let mut answers = vec![
        Answer::Opened(Opened::Pages(vec![[595.0, 842.0], [842.0, 595.0]])),
        Answer::Opened(Opened::Text),
        Answer::Picture(picture),
        Answer::Text(cells),
    ];
    answers.extend(FAULTS.map(Answer::Failed));
    for answer in answers {
        let mut pipe = Vec::new();
        answer.write(&mut pipe).unwrap();
        assert_eq!(Answer::read(&mut pipe.as_slice()).unwrap(), answer);
    }
}

#[test]
fn a_message_cut_anywhere_is_no_message() {
    let mut pipe = Vec::new();
    Answer::Text(vec![cell("Matemātika")]).write(&mut pipe).unwrap();
    for length in 0..pipe.len() {
        assert!(Answer::read(&mut &pipe[..length]).is_err(), "{length}");
    }
    // Cut, and the length made to fit.
    for length in 6..pipe.len() {
        let mut cut = pipe[..length].to_vec();
        cut[..4].copy_from_slice(&u32::try_from(length - 4).unwrap().to_le_bytes());
        assert!(Answer::read(&mut cut.as_slice()).is_err(), "{length}");
    }
}

#[test]
fn a_length_beyond_the_limit_is_refused_before_anything_is_read() {
    let endless = u32::MAX.to_le_bytes();
    assert!(matches!(Answer::read(&mut endless.as_slice()), Err(ProtocolError::TooLong(u32::MAX))));
    assert!(matches!(Request::read(&mut endless.as_slice()), Err(ProtocolError::TooLong(u32::MAX))));
    // Promised and not sent: nothing is set aside for it.
    let promised = [&60_000_u32.to_le_bytes()[..], &[3]].concat();
    assert!(matches!(Answer::read(&mut promised.as_slice()), Err(ProtocolError::Pipe(_))));
}

fn framed(body: &[u8]) -> Vec<u8> {
    [&u32::try_from(body.len()).unwrap().to_le_bytes()[..], body].concat()
}

#[test]
fn pictures_and_sizes_that_cannot_be_are_refused() {
    let tile = limits::PREVIEW_TILE;
    let picture = |width: u16, height: u16, octets: usize| {
        framed(&[&[3][..], &width.to_le_bytes(), &height.to_le_bytes(), &vec![0; octets]].concat())
    };
    assert!(Answer::read(&mut picture(2, 2, 16).as_slice()).is_ok());
    for bad in [picture(0, 2, 0), picture(tile + 1, 1, 4), picture(2, 2, 15), picture(2, 2, 17)] {
        assert!(matches!(Answer::read(&mut bad.as_slice()), Err(ProtocolError::Malformed)));
    }
    for side in [f32::NAN, f32::INFINITY, -1.0, 0.0, 1e9] {
        let bad = framed(&[&[1][..], &side.to_le_bytes(), &842_f32.to_le_bytes()].concat());
        assert!(matches!(Answer::read(&mut bad.as_slice()), Err(ProtocolError::Malformed)), "{side}");
    }
}

#[test]
fn unknown_messages_and_faults_are_refused() {
    for body in [&[][..], &[0], &[9], &[5], &[5, 200], &[2, 0]] {
        assert!(Answer::read(&mut framed(body).as_slice()).is_err(), "{body:?}");
    }
    for body in [&[][..], &[0], &[2], &[3, 1], &[2, 0, 0, 0, 0, 1]] {
        assert!(Request::read(&mut framed(body).as_slice()).is_err(), "{body:?}");
    }
}

#[test]
fn text_beyond_the_limit_is_left_out() {
    let long = "a".repeat(1024 * 1024);
    let cells: Vec<_> = (0..20).map(|_| cell(&long)).collect();
    let mut pipe = Vec::new();
    Answer::Text(cells).write(&mut pipe).unwrap();
    let Answer::Text(read) = Answer::read(&mut pipe.as_slice()).unwrap() else { panic!() };
    assert_eq!(read.len(), 7);
}

proptest::proptest! {
    #[test]
    fn whatever_comes_is_a_message_or_an_error(body in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let mut framed = u32::try_from(body.len()).unwrap().to_le_bytes().to_vec();
        framed.extend(&body);
        let _either = Answer::read(&mut framed.as_slice());
        let _either = Request::read(&mut framed.as_slice());
        let _either = Answer::read(&mut body.as_slice());
    }
}

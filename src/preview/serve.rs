//! The side of the pipe that draws: one request after the other, one document at a time.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::paper::Paper;
use super::{Answer, Fault, Request};

/// Answers requests until the other side closes its end, or sends what is no request.
pub fn serve(requests: &mut dyn Read, answers: &mut dyn Write) {
    let mut paper = None;
    while let Ok(request) = Request::read(requests) {
        // What the readers do not foresee must not keep the window from being told.
        let answer = catch_unwind(AssertUnwindSafe(|| answer(&mut paper, request)));
        let answer = answer.unwrap_or(Err(Fault::Damaged)).unwrap_or_else(Answer::Failed);
        if answer.write(answers).is_err() {
            return;
        }
    }
}

fn answer(paper: &mut Option<Paper>, request: Request) -> Result<Answer, Fault> {
    match request {
        Request::Open(content) => {
            // The document before goes first: both at once need not fit.
            *paper = None;
            let opened = Paper::open(content)?;
            let answer = opened.opened()?;
            *paper = Some(opened);
            Ok(Answer::Opened(answer))
        }
        Request::Draw(window) => paper.as_ref().ok_or(Fault::Damaged)?.draw(&window).map(Answer::Picture),
        Request::Text => paper.as_ref().ok_or(Fault::Damaged)?.text().map(Answer::Text),
    }
}

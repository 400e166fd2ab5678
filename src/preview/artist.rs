//! The side of the pipe that asks: starts the process that draws, waits for it so long and no longer, and ends it.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::{Answer, Fault, Opened, ProtocolError, Request, WORKER_ARGUMENT};
use crate::limits;

/// What is started to draw.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its path.
    pub path: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
}

impl Program {
    /// This program itself, as the process that draws.
    ///
    /// # Errors
    /// Where the system does not say which program this is.
    pub fn own() -> io::Result<Self> {
        Ok(Self { path: std::env::current_exe()?, arguments: vec![WORKER_ARGUMENT.into()] })
    }
}

/// Draws by way of another process.
pub struct Artist {
    program: Program,
    patience: Duration,
    running: Option<Running>,
    /// What is being drawn: a new process is given it again.
    document: Option<Arc<[u8]>>,
}

struct Running {
    child: Child,
    requests: Sender<Request>,
    answers: Receiver<Result<Answer, ProtocolError>>,
    /// Time it has worked.
    spent: Duration,
}

impl Artist {
    /// Nothing is started before it is needed.
    #[must_use]
    pub fn new(program: Program) -> Self {
        let patience = Duration::from_secs(limits::PREVIEW_PAGE_SECONDS);
        Self { program, patience, running: None, document: None }
    }

    /// Waits otherwise than `limits` say: for tests.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Starts the process, so that the first page need not wait for it.
    pub fn warm_up(&mut self) {
        // What fails here fails again, and is told, when something is asked.
        let _later = self.start();
    }

    /// Takes another document.
    ///
    /// # Errors
    /// [`Fault`] where it cannot be shown.
    pub fn open(&mut self, content: Vec<u8>) -> Result<Opened, Fault> {
        self.document = None;
        if u64::try_from(content.len()).unwrap_or(u64::MAX) > limits::PREVIEW_DOCUMENT_BYTES {
            return Err(Fault::TooLarge);
        }
        // What one document did to the process must not draw the next.
        if self.running.as_ref().is_some_and(|running| !running.spent.is_zero()) {
            self.end();
        }
        let content: Arc<[u8]> = content.into();
        let opened = self.hand_over(&content)?;
        self.document = Some(content);
        Ok(opened)
    }

    /// Asks something about the document.
    ///
    /// # Errors
    /// [`Fault`] where it is not answered.
    pub fn ask(&mut self, request: Request) -> Result<Answer, Fault> {
        let worn =
            self.running.as_ref().is_some_and(|running| running.spent.as_secs() >= limits::PREVIEW_RENEW_SECONDS);
        if worn {
            self.end();
        }
        if self.running.is_none() {
            let document = self.document.clone().ok_or(Fault::Damaged)?;
            self.hand_over(&document)?;
        }
        self.exchange(request)
    }

    fn hand_over(&mut self, content: &[u8]) -> Result<Opened, Fault> {
        self.start()?;
        match self.exchange(Request::Open(content.to_vec()))? {
            Answer::Opened(opened) => Ok(opened),
            _ => Err(self.ended(Fault::Ended)),
        }
    }

    fn exchange(&mut self, request: Request) -> Result<Answer, Fault> {
        let Some(running) = &mut self.running else { return Err(Fault::Ended) };
        let start = Instant::now();
        if running.requests.send(request).is_err() {
            return Err(self.ended(Fault::Ended));
        }
        let answer = running.answers.recv_timeout(self.patience);
        running.spent = running.spent.saturating_add(start.elapsed());
        match answer {
            Ok(Ok(Answer::Failed(fault))) => Err(fault),
            Ok(Ok(answer)) => Ok(answer),
            Err(RecvTimeoutError::Timeout) => Err(self.ended(Fault::TooSlow)),
            // It died, or says what it cannot mean: neither is to be asked again.
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(self.ended(Fault::Ended)),
        }
    }

    fn start(&mut self) -> Result<(), Fault> {
        if self.running.is_none() {
            self.running = Some(Running::start(&self.program).map_err(|_| Fault::NotStarted)?);
        }
        Ok(())
    }

    fn ended(&mut self, fault: Fault) -> Fault {
        self.end();
        fault
    }

    /// Ends the process.
    fn end(&mut self) {
        if let Some(mut running) = self.running.take() {
            // It may have ended by itself; in any case nothing of it stays behind.
            let _gone = running.child.kill();
            let _gone = running.child.wait();
        }
    }
}

impl Drop for Artist {
    fn drop(&mut self) {
        self.end();
    }
}

impl Running {
    fn start(program: &Program) -> io::Result<Self> {
        let mut command = Command::new(&program.path);
        command.args(&program.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // It needs to know nothing of this computer. Windows finds its own libraries by what stands there.
        #[cfg(unix)]
        command.env_clear();
        let mut child = command.spawn()?;
        let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (requests, asked) = channel::<Request>();
        let (say, answers) = channel();
        // Writing and reading wait as long as the other side likes, so another thread waits; ending the process frees it.
        let pump = move || {
            for request in asked {
                let answer = request.write(&mut to).and_then(|()| Answer::read(&mut from));
                let broken = answer.is_err();
                if say.send(answer).is_err() || broken {
                    return;
                }
            }
        };
        if let Err(error) = thread::Builder::new().name("page pipe".to_owned()).spawn(pump) {
            let _gone = child.kill();
            let _gone = child.wait();
            return Err(error);
        }
        Ok(Self { child, requests, answers, spent: Duration::ZERO })
    }
}

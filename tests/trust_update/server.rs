//! A small HTTP server on a free port of 127.0.0.1. What it serves can be changed while it runs.

// Each test uses a part of it.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What an address answers.
#[derive(Clone)]
pub enum Page {
    /// Octets, with an ETag that is honoured.
    Body(Vec<u8>),
    /// Octets without any validator.
    Plain(Vec<u8>),
    /// A status and a short page.
    Status(u16),
    /// Another address.
    Moved(String),
    /// Half of the octets that were announced.
    CutOff(Vec<u8>),
    /// Octets without end.
    Endless,
    /// Nothing for longer than anybody waits.
    Silent,
    /// Whatever is made of the question; serves every path below its own too.
    Reply(Reply),
}

/// Status and octets for a question.
pub type Reply = Arc<dyn Fn(&Question) -> (u16, Vec<u8>) + Send + Sync>;

/// What a server was asked.
pub struct Question {
    pub method: String,
    pub path: String,
    pub media_type: Option<String>,
    pub body: Vec<u8>,
}

#[derive(Default)]
struct State {
    pages: BTreeMap<String, Page>,
    asked: Vec<String>,
    /// Octets of bodies that were sent.
    sent: usize,
}

pub struct Server {
    address: String,
    state: Arc<Mutex<State>>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                std::thread::spawn(move || answer(&stream, &state));
            }
        });
        Self { address, state }
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    pub fn serve(&self, path: &str, page: Page) {
        self.state.lock().unwrap().pages.insert(format!("/{path}"), page);
    }

    /// Paths that were asked for since last time, sorted; `POST` stands before those that something was sent to.
    pub fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut self.state.lock().unwrap().asked);
        asked.sort();
        asked
    }

    /// Octets of bodies sent since last time.
    pub fn sent(&self) -> usize {
        std::mem::take(&mut self.state.lock().unwrap().sent)
    }
}

fn answer(mut stream: &TcpStream, state: &Mutex<State>) {
    let mut reader = BufReader::new(stream);
    let mut lines = reader.by_ref().lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let mut words = first.split(' ').map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).map(|line| line.to_lowercase()).collect();
    let header =
        |name: &str| headers.iter().find_map(|line| line.strip_prefix(name).map(|value| value.trim().to_owned()));
    let length = header("content-length:").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    if reader.read_exact(&mut body).is_err() {
        return;
    }
    assert!(headers.iter().any(|line| line.starts_with("host: 127.0.0.1:")), "{headers:?}");
    let page = {
        let mut state = state.lock().unwrap();
        state.asked.push(if method == "POST" { format!("POST {path}") } else { path.clone() });
        let above = path[1..].split('/').next().map(|first| format!("/{first}")).unwrap_or_default();
        let replying = state.pages.get(&above).filter(|page| matches!(page, Page::Reply(_)));
        state.pages.get(&path).or(replying).cloned()
    };
    let send = |mut stream: &TcpStream, status: &str, more: &str, length: usize, body: &[u8]| {
        let head = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{more}\r\n");
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        state.lock().unwrap().sent += body.len();
    };
    match page {
        None => send(stream, "404 Not Found", "", 0, b""),
        Some(Page::Body(body)) => {
            let etag = format!("\"{}\"", edoc::crypto::Sha256::of(&body));
            if headers.iter().any(|line| line.starts_with("if-none-match:") && line.contains(&etag)) {
                return send(stream, "304 Not Modified", "", 0, b"");
            }
            send(stream, "200 OK", &format!("ETag: {etag}\r\n"), body.len(), &body);
        }
        Some(Page::Plain(body)) => send(stream, "200 OK", "", body.len(), &body),
        Some(Page::Status(status)) => send(stream, &format!("{status} No"), "", 4, b"<p/>"),
        Some(Page::Moved(to)) => send(stream, "302 Found", &format!("Location: {to}\r\n"), 0, b""),
        Some(Page::CutOff(body)) => send(stream, "200 OK", "", body.len(), &body[..body.len() / 2]),
        Some(Page::Endless) => {
            let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
            let block = vec![b' '; 1 << 20];
            let mut going = stream.write_all(head.as_bytes());
            // More than the limit, and an end for the server itself.
            for _ in 0..100 {
                going = going.and_then(|()| stream.write_all(&block));
            }
        }
        Some(Page::Reply(reply)) => {
            let question = Question { method, path, media_type: header("content-type:"), body };
            let (status, body) = reply(&question);
            send(stream, &format!("{status} Answer"), "", body.len(), &body);
        }
        Some(Page::Silent) => std::thread::sleep(Duration::from_secs(20)),
    }
}

//! The real program behind a proxy on 127.0.0.1, as in schools: the proxy stands at a private address and is used all the
//! same, names are the proxy's to resolve, and private addresses stay refused. No name is looked up and no other address asked.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::scene::*;
use crate::forge::keys::Key;
use crate::forge::pki::root_template;
use crate::forge::trust_list::TrustList;
use crate::forge::x509::Extension;
use crate::program::*;

const MIDDLE: &str = "http://paraugs.example/middle.crt";

/// Answers for every host: octets, or another address.
#[derive(Clone)]
enum Answer {
    Octets(Vec<u8>),
    Moved(String),
}

struct Proxy {
    address: String,
    /// `host:port /path` of every request.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn serving(pages: &[(&str, Answer)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (shared, pages) = (Arc::clone(&asked), pages.iter().map(|(path, page)| ((*path).to_owned(), page.clone())));
        let pages: BTreeMap<String, Answer> = pages.collect();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                relay(&stream, &pages, &shared);
            }
        });
        Self { address, asked }
    }
}

fn relay(mut stream: &TcpStream, pages: &BTreeMap<String, Answer>, asked: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream);
    let mut head = || {
        let lines = reader.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty());
        lines.collect::<Vec<_>>().first().and_then(|line| line.split(' ').nth(1).map(str::to_owned))
    };
    let Some(host) = head() else { return };
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
    let Some(path) = head() else { return };
    asked.lock().unwrap().push(format!("{host} {path}"));
    let (status, more, body) = match pages.get(&path) {
        Some(Answer::Octets(octets)) => ("200 OK", String::new(), octets.clone()),
        Some(Answer::Moved(to)) => ("302 Found", format!("Location: {to}\r\n"), Vec::new()),
        None => ("404 Not Found", String::new(), Vec::new()),
    };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n{more}\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

/// A seal below an authority that is missing, below a root that is listed and at hand.
fn scene() -> (Scene, Vec<u8>) {
    let mut template = root_template();
    template.key = Key::p384("a root behind a proxy");
    let identifier = Extension::subject_key(&template.key);
    let root = template.without("2.5.29.14").with([identifier]).self_signed();
    let middle = below(&root, "a middle behind a proxy", "PARAUGS Starpposma CA", "http://paraugs.example/root.crt");
    let scene = Scene::new();
    scene.seal_file("a.edoc", &seal(&middle, MIDDLE));
    let mut list = TrustList::sample();
    list.services = vec![service("CA/QC", &root), service("TSA/QTST", unit())];
    fs::write(scene.path("list.xml"), list.xml()).unwrap();
    (scene, middle.der)
}

/// Outcome of the path, and what was fetched.
fn run(scene: &Scene, proxy: &Proxy, more: &[&str]) -> (Value, Value) {
    let mut command = program();
    command.env("ALL_PROXY", &proxy.address).env("EDOC_DATA", scene.path("data"));
    command.args(["verify", "--json", "--trust"]).args([scene.path("list.xml"), scene.path("a.edoc")]).args(more);
    let json: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    let report = &json[0]["report"];
    let checks = report["signatures"][0]["checks"].as_array().unwrap();
    let path = checks.iter().find(|check| check["id"] == "path").unwrap();
    (path["outcome"].clone(), report["fetched"].clone())
}

#[test]
fn the_program_fetches_keeps_and_needs_no_network_afterwards() {
    let (scene, middle) = scene();
    let proxy = Proxy::serving(&[("/middle.crt", Answer::Octets(middle.clone()))]);
    let asked = || std::mem::take(&mut *proxy.asked.lock().unwrap());
    assert_eq!(run(&scene, &proxy, &[]), (json!("unknown"), json!([])));
    assert_eq!(asked(), [""; 0], "nothing without permission");
    let (outcome, fetched) = run(&scene, &proxy, &["--online"]);
    let sha256 = edoc::crypto::Sha256::of(&middle).to_string();
    let name = "PARAUGS Starpposma CA";
    let accepted = json!([{ "asked": "issuer", "url": MIDDLE, "issuer": name, "result": "accepted", "sha256": sha256, "name": name }]);
    assert_eq!((outcome, fetched), (json!("passed"), accepted));
    assert_eq!(asked(), ["paraugs.example:80 /middle.crt"]);
    assert!(scene.path("data").join(format!("certificates-1/{sha256}.der")).exists());
    assert_eq!(run(&scene, &proxy, &[]), (json!("passed"), json!([])));
    assert_eq!(run(&scene, &proxy, &["--online"]), (json!("passed"), json!([])));
    assert_eq!(asked(), [""; 0]);
}

#[test]
fn a_redirection_leads_to_no_neighbour_either() {
    let (scene, middle) = scene();
    let result = |to: &str| {
        let moved = ("/middle.crt", Answer::Moved(to.to_owned()));
        let proxy = Proxy::serving(&[moved, ("/there.crt", Answer::Octets(middle.clone()))]);
        let fetched = run(&scene, &proxy, &["--online"]).1;
        let asked = proxy.asked.lock().unwrap().len();
        (fetched[0]["result"].as_str().unwrap().to_owned(), asked)
    };
    for to in
        ["http://127.0.0.1/there.crt", "http://[::1]/there.crt", "http://2130706433/there.crt", "//localhost/there.crt"]
    {
        assert_eq!(result(to), ("not-public".to_owned(), 1), "{to}");
    }
    assert_eq!(result("ftp://paraugs.example/there.crt"), ("redirects".to_owned(), 1));
    assert_eq!(result("http://cits.example/there.crt"), ("accepted".to_owned(), 2));
}

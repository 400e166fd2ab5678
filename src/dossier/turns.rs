//! A long run: inputs in their order, some at a time, so that the reports of fifty thousand never stand side by side. A file that was
//! judged before, octet for octet, is not judged again.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Examined, Jobs, Setting, Unexamined, examine};
use crate::container::{FileSource, Source as _, digest_source};
use crate::crypto::Sha256;
use crate::limits;

/// What came of one input.
#[derive(Debug)]
pub enum Turn {
    /// It was judged.
    Examined(Box<Examined>),
    /// It is the same file as an earlier input, octet for octet: what was said of that is said of it.
    Again {
        /// Its path.
        path: PathBuf,
        /// Which input, from 0.
        first: usize,
    },
}

/// An input, or why there is none.
type Input = Result<PathBuf, (PathBuf, Unexamined)>;

/// Inputs that are judged before the first of them is handed on, for each thread. Enough that no thread waits long for another.
const TOGETHER: usize = 16;

/// Judges inputs as [`super::expand`] gives them, and hands on what came of each in their order. Where `take` breaks off, the rest is
/// not judged.
pub fn examine_in_turn(
    inputs: Vec<Input>,
    setting: &Setting,
    jobs: Jobs,
    mut take: impl FnMut(Turn) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let threads = match jobs {
        Jobs::All => 0,
        Jobs::AtMost(count) => count,
    };
    // No threads to be had: slower, and the same answers.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok();
    let together = pool.as_ref().map_or(1, rayon::ThreadPool::current_num_threads).saturating_mul(TOGETHER);
    let mut known: HashMap<Sha256, usize> = HashMap::new();
    let mut inputs = inputs.into_iter();
    let mut before = 0_usize;
    loop {
        let some: Vec<Input> = inputs.by_ref().take(together).collect();
        if some.is_empty() {
            return ControlFlow::Continue(());
        }
        let count = some.len();
        for turn in turns(some, before, &mut known, &Workers { pool: pool.as_ref(), setting }) {
            take(turn)?;
        }
        before = before.saturating_add(count);
    }
}

struct Workers<'s> {
    pool: Option<&'s rayon::ThreadPool>,
    setting: &'s Setting,
}

impl Workers<'_> {
    fn each<I: Send, O: Send>(&self, all: Vec<I>, one: impl Fn(I) -> O + Sync + Send) -> Vec<O> {
        match self.pool {
            Some(pool) => pool.install(|| all.into_par_iter().map(one).collect()),
            None => all.into_iter().map(one).collect(),
        }
    }
}

/// 1. digest each file;
/// 2. judge those whose digest was not seen before;
/// 3. a file that shares its digest with one of these is the same, unless that one changed between digest and judgement.
fn turns(some: Vec<Input>, before: usize, known: &mut HashMap<Sha256, usize>, workers: &Workers<'_>) -> Vec<Turn> {
    let digested = workers.each(some, |input| {
        let digest = input.as_ref().ok().and_then(|path| digest(path));
        (input, digest)
    });
    let mut planned: HashSet<Sha256> = HashSet::new();
    let is_new =
        |digest: &Option<Sha256>| digest.is_none_or(|digest| !known.contains_key(&digest) && planned.insert(digest));
    let fresh: Vec<bool> = digested.iter().map(|(_, digest)| digest).map(is_new).collect();
    let work: Vec<_> = digested.into_iter().zip(fresh).collect();
    let judged = workers.each(work, |((input, digest), fresh)| match input {
        Err((path, reason)) => (path.clone(), digest, Some(Examined { path, result: Err(reason) })),
        Ok(path) if fresh => (path.clone(), digest, Some(examine(&path, workers.setting))),
        Ok(path) => (path, digest, None),
    });
    let mut turns = Vec::with_capacity(judged.len());
    for (at, (path, digest, examined)) in judged.into_iter().enumerate() {
        let first = digest.and_then(|digest| known.get(&digest)).copied();
        turns.push(match (examined, first) {
            (None, Some(first)) => Turn::Again { path, first },
            (examined, _) => {
                let examined = examined.unwrap_or_else(|| examine(&path, workers.setting));
                if let Some(digest) = examined.result.as_ref().ok().and_then(|report| report.file.sha256) {
                    known.entry(digest).or_insert(before.saturating_add(at));
                }
                Turn::Examined(Box::new(examined))
            }
        });
    }
    turns
}

/// The digest of an ordinary file of ordinary size. Files in archives have none: to digest one is to unpack it once more.
fn digest(path: &Path) -> Option<Sha256> {
    let source = FileSource::open(path).ok()?;
    if source.len() > limits::COMPARED_BYTES {
        return None;
    }
    digest_source(&source).ok()
}

//! Several readers that ask at once while something happens to the cluster.

use std::fmt::{self, Display, Formatter};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::quoth::{Call, Outcome, Running, eventually};

pub const READERS: usize = 4;

/// What a question is, by its number, and what is wrong with an answer to it.
pub trait Questions: Sync {
    fn question(&self, number: usize) -> String;
    fn check(&self, number: usize, answer: &Value) -> Outcome;
}

/// Questions that are asked, and how that goes.
pub struct Stream {
    /// Questions that are asked at least.
    wanted: usize,
    begun: AtomicUsize,
    answered: AtomicUsize,
    is_over: AtomicBool,
    wrong: Mutex<Vec<String>>,
    lost: Mutex<Vec<String>>,
    longest: Mutex<Duration>,
}

impl Stream {
    /// Has [`READERS`] processes ask, which `reader` gives by their numbers, for as long as
    /// `meanwhile` takes, and `wanted` questions at least.
    ///
    /// # Errors
    ///
    /// Where an answer was wrong, or did not come.
    pub fn run(
        wanted: usize,
        reader: impl Fn(usize) -> Call,
        questions: &impl Questions,
        meanwhile: impl FnOnce(&Self) -> Outcome,
    ) -> Outcome<Self> {
        let stream = Self {
            wanted,
            begun: AtomicUsize::new(0),
            answered: AtomicUsize::new(0),
            is_over: AtomicBool::new(false),
            wrong: Mutex::default(),
            lost: Mutex::default(),
            longest: Mutex::default(),
        };
        let readers = (0..READERS).map(|number| reader(number).start());
        let readers: Vec<Running> = readers.collect::<Outcome<_>>()?;
        let done = thread::scope(|scope| {
            for mut reader in readers {
                let stream = &stream;
                scope.spawn(move || stream.ask(&mut reader, questions));
            }
            let done = meanwhile(&stream);
            stream.is_over.store(true, Ordering::Relaxed);
            done
        });
        let (wrong, lost) = (list(&stream.wrong), list(&stream.lost));
        if let Some(first) = wrong.iter().chain(&lost).next() {
            return Err(format!("{stream}; the first: {first}").into());
        }
        done?;
        Ok(stream)
    }

    /// Waits until so many questions are answered.
    pub fn wait_for(&self, answered: usize) -> Outcome {
        eventually(&format!("{answered} answers do not come"), || {
            match list(&self.lost).first() {
                Some(lost) => Err(lost.clone().into()),
                None => Ok(self.answered.load(Ordering::Relaxed) >= answered),
            }
        })
    }

    fn ask(&self, reader: &mut Running, questions: &impl Questions) {
        loop {
            let number = self.begun.fetch_add(1, Ordering::Relaxed);
            if number >= self.wanted && self.is_over.load(Ordering::Relaxed) {
                return;
            }
            let question = questions.question(number);
            let start = Instant::now();
            let answer = match reader.ask(&question) {
                Ok(answer) => answer,
                Err(failed) => {
                    let told = failed.message().unwrap_or_default();
                    lock(&self.lost).push(format!("{question}: {told}"));
                    return;
                }
            };
            let mut longest = lock(&self.longest);
            *longest = start.elapsed().max(*longest);
            drop(longest);
            if let Err(failed) = questions.check(number, &answer) {
                let told = failed.message().unwrap_or_default();
                lock(&self.wrong).push(format!("{question}: {told}"));
            }
            self.answered.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Display for Stream {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} questions, {} wrong, {} lost, longest wait {:.1} s",
            self.answered.load(Ordering::Relaxed),
            lock(&self.wrong).len(),
            lock(&self.lost).len(),
            lock(&self.longest).as_secs_f32(),
        )
    }
}

fn lock<T>(held: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

fn list(held: &Mutex<Vec<String>>) -> Vec<String> {
    lock(held).clone()
}

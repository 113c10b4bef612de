//! Several readers that ask at once while something happens to the cluster.

use std::fmt::{self, Display, Formatter};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
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
    is_over: AtomicBool,
    told: Mutex<Told>,
}

/// How it went so far.
#[derive(Default)]
struct Told {
    answered: usize,
    wrong: Vec<String>,
    lost: Vec<String>,
    longest: Duration,
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
            is_over: AtomicBool::new(false),
            told: Mutex::default(),
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
        let first = {
            let told = stream.told();
            told.wrong.iter().chain(&told.lost).next().cloned()
        };
        if let Some(first) = first {
            return Err(format!("{stream}; the first: {first}").into());
        }
        done?;
        Ok(stream)
    }

    /// Waits until so many questions are answered.
    pub fn wait_for(&self, answered: usize) -> Outcome {
        eventually(&format!("{answered} answers do not come"), || {
            let told = self.told();
            match told.lost.first() {
                Some(lost) => Err(lost.clone().into()),
                None => Ok(told.answered >= answered),
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
                    let why = failed.message().unwrap_or_default();
                    self.told().lost.push(format!("{question}: {why}"));
                    return;
                }
            };
            let took = start.elapsed();
            let checked = questions.check(number, &answer);
            let mut told = self.told();
            told.longest = told.longest.max(took);
            told.answered += 1;
            if let Err(failed) = checked {
                let why = failed.message().unwrap_or_default();
                told.wrong.push(format!("{question}: {why}"));
            }
        }
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Display for Stream {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let told = self.told();
        write!(
            formatter,
            "{} questions, {} wrong, {} lost, longest wait {:.1} s",
            told.answered,
            told.wrong.len(),
            told.lost.len(),
            told.longest.as_secs_f32(),
        )
    }
}

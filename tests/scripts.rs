//! Every script of `tests/scripts` is a test of its own name, run as `quoth check` runs it.

#![allow(
    clippy::expect_used,
    reason = "without its scripts this harness has nothing to do"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use quoth::answer::Settings;
use quoth::ingest::Origin;
use quoth::script::{self, Script};

/// Questions that the scripts ask at least, taken together.
const TURNS: usize = 60;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scripts = scripts_in(&repository.join("tests/scripts"));
    if scripts.is_empty() {
        eprintln!("tests/scripts holds no script");
        return ExitCode::FAILURE;
    }
    let all = scripts.clone();
    let counted = Trial::test("the_scripts_ask_enough", move || ask_enough(&all));
    let corpus = repository.join("corpus");
    let each = scripts.into_iter().map(|path| {
        let corpus = corpus.clone();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Trial::test(name, move || passes(&path, corpus))
    });
    let trials = std::iter::once(counted).chain(each).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn scripts_in(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().expect("tests/scripts can be read");
    let paths = entries.map(|entry| entry.expect("tests/scripts can be read").path());
    let mut scripts: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    scripts.sort();
    scripts
}

fn ask_enough(scripts: &[PathBuf]) -> Result<(), Failed> {
    let mut turns = 0;
    for path in scripts {
        turns += Script::read(path)?
            .chats
            .iter()
            .map(|chat| chat.turns.len())
            .sum::<usize>();
    }
    if turns < TURNS {
        return Err(format!("{turns} questions in all scripts, fewer than {TURNS}").into());
    }
    Ok(())
}

fn passes(path: &Path, corpus: PathBuf) -> Result<(), Failed> {
    let report = script::run(path, &Origin::in_memory(&[corpus]), Settings::default())?;
    if report.failures.is_empty() {
        return Ok(());
    }
    let turns = report.passed + report.failures.len();
    let told = report.failures.join("\n\n");
    Err(format!(
        "{} of {turns} questions failed\n\n{told}",
        report.failures.len()
    )
    .into())
}

//! Chooses a front end, and turns how it went into an exit code.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use quoth::answer::Settings;
use quoth::chat::lines::Form;
use quoth::chat::{json, lines, repl, telegram, text};
use quoth::config::{self, Config, Task};
use quoth::index::{IndexError, cluster};
use quoth::ingest::{IngestError, Origin, Progress, extraction, keep_apart};
use quoth::wording::Wording;
use quoth::{Quoth, eval, script, stopping, verify};

/// Nothing went wrong, but the answer is no: a question declined, a script failed.
const NO: u8 = 1;
/// Something went wrong, and was told on standard error.
const ERROR: u8 = 2;
/// Who waits longer than this for the documents is told how long it will be.
const PATIENCE: Duration = Duration::from_millis(500);

fn main() -> ExitCode {
    if config::is_extraction() {
        let served = extraction::serve(io::stdin().lock(), io::stdout().lock());
        return served.map_or(ExitCode::from(ERROR), |()| ExitCode::SUCCESS);
    }
    match Config::read()
        .map_err(anyhow::Error::from)
        .and_then(|config| run_warily(&config))
    {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(NO),
        // Whoever read the output has enough: `quoth sources | head`.
        Err(error)
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            // Nobody may be listening any more; the exit code still tells.
            let _ = writeln!(anstream::stderr(), "error: {error:#}");
            ExitCode::from(ERROR)
        }
    }
}

/// Does what was asked. Where the index fails, or something panics, what is kept of it may be damaged.
fn run_warily(config: &Config) -> anyhow::Result<bool> {
    let done = panic::catch_unwind(AssertUnwindSafe(|| run(config)));
    let is_doubted = match &done {
        Ok(Ok(_)) => false,
        Ok(Err(error)) => {
            let of_ingest = || match error.downcast_ref()? {
                IngestError::Index(error) => Some(error),
                _ => None,
            };
            let of_verify = || match error.downcast_ref()? {
                verify::VerifyError::Index(error) => Some(error),
                _ => None,
            };
            let failed = error.downcast_ref().or_else(of_ingest).or_else(of_verify);
            matches!(failed, Some(IndexError::Failed(_)))
        }
        Err(_) => true,
    };
    if is_doubted {
        origin(config).distrust();
    }
    done.unwrap_or_else(|panicked| panic::resume_unwind(panicked))
}

/// Does what was asked; `false` for a question declined or a test failed.
fn run(config: &Config) -> anyhow::Result<bool> {
    let mut logger = env_logger::Builder::new();
    logger.parse_filters(&config.log).format_timestamp_secs();
    if let Task::Telegram(settings) = &config.task
        && settings.log_questions
    {
        logger.filter_module(telegram::LOG, log::LevelFilter::Info);
    }
    logger.init();
    // A chat starts from what is kept, and looks at the files meanwhile.
    let stays = matches!(config.task, Task::Repl | Task::Telegram(_));
    if let Some(file) = &config.env_file {
        let told = config.wording.settings_of(file);
        if stays {
            // Nobody may be watching; then nobody misses it.
            let _ = writeln!(anstream::stderr(), "{told}");
        } else {
            log::info!("{told}");
        }
    }
    let answers = !matches!(
        config.task,
        Task::Sources | Task::Verify(_) | Task::Index { .. }
    );
    let settings = Settings {
        quotes: config.quotes,
        reader: config.reader && answers,
        ..Settings::default()
    };
    let mut output = anstream::stdout();
    let origin = origin(config);
    match &config.task {
        Task::Check(files) => return script::check(files, &origin, settings, &mut output),
        Task::Eval { file, misses } => {
            return evaluate(file, origin, settings, *misses, config.json);
        }
        _ => {}
    }
    let quoth = Arc::new(match (&config.engine, &config.task) {
        (None, _) | (_, Task::Index { .. }) => {
            // Questions are kept there even where the index is not, which looks for itself.
            if let Some(data) = config.data.as_deref().filter(|_| config.ephemeral) {
                keep_apart(&origin.roots, data)?;
            }
            open(origin, settings, config.wording, stays)?
        }
        (Some(cluster), _) => Quoth::open_in_cluster(cluster, settings)?,
    });
    if !matches!(config.task, Task::Sources) {
        let skipped = quoth.index().contents()?.skipped;
        let told = config.wording.unreadable_files(&skipped);
        let _ = write!(anstream::stderr(), "{told}");
    }
    let lasts = match config.task {
        Task::Index { watch, .. } => watch,
        Task::Repl | Task::Lines | Task::Telegram(_) => true,
        _ => false,
    };
    let watching = lasts.then(|| quoth.watch()).flatten();
    match &config.task {
        Task::Repl => repl::run(&quoth, config.wording, config.data.as_deref())?,
        Task::Lines => lines::run(&quoth, io::stdin().lock(), &mut output, form(config))?,
        Task::Telegram(settings) => {
            let (data, engine) = (config.data.clone(), config.engine.is_some());
            telegram::run(Arc::clone(&quoth), settings.clone(), data, engine)?;
        }
        Task::Ask { question, explain } => {
            return lines::ask(&quoth, question, *explain, &mut output, form(config));
        }
        Task::Verify(file) => return verify(&quoth, file, config.json),
        Task::Index { watch, .. } => {
            let contents = quoth.index().contents()?;
            writeln!(output, "{}", config.wording.kept_up_to_date(&contents))?;
            if *watch {
                stopping::wait()?;
                // The right to write is given back before the process ends.
                if let Some(watching) = watching {
                    watching.end();
                }
            }
        }
        Task::Sources if config.json => {
            let index = quoth.index();
            let skipped = index.contents()?.skipped;
            writeln!(output, "{}", json::sources(&index.sources()?, &skipped))?;
        }
        Task::Sources => write!(output, "{}", config.wording.sources_of(&quoth.index())?)?,
        Task::Check(_) | Task::Eval { .. } => {}
    }
    Ok(true)
}

/// What answers are written as.
fn form(config: &Config) -> Form {
    if config.json {
        Form::Json
    } else {
        Form::Text(text::screen(config.wording))
    }
}

/// Where the documents come from. What is measured is measured afresh.
fn origin(config: &Config) -> Origin {
    let is_measured = matches!(config.task, Task::Check(_) | Task::Eval { .. });
    let is_kept = !config.ephemeral && !is_measured;
    let cluster = match config.task {
        Task::Index { watch, anew } => config.engine.clone().map(|cluster| cluster::Writing {
            cluster,
            is_patient: watch,
            anew,
        }),
        _ => None,
    };
    Origin {
        roots: config.corpus.clone(),
        data: config.data.clone().filter(|_| is_kept),
        extractor: this_program(),
        memory: config.memory,
        cluster,
    }
}

/// The program that runs, also where another one has its name by now.
fn this_program() -> Option<PathBuf> {
    let running = Some(PathBuf::from("/proc/self/exe")).filter(|program| program.exists());
    running.or_else(|| std::env::current_exe().ok())
}

/// Opens a corpus, with a bar on a terminal's standard error if that takes a while.
fn open(
    origin: Origin,
    settings: Settings,
    wording: Wording,
    as_kept: bool,
) -> Result<Quoth, IngestError> {
    let start = Instant::now();
    let bar = ProgressBar::hidden().with_style(style(&wording.progress()));
    let told = |progress: Progress| {
        if bar.is_hidden() && start.elapsed() > PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_length(progress.all_bytes);
        bar.set_position(progress.bytes);
    };
    let quoth = if as_kept {
        Quoth::open_kept(origin, settings, told)
    } else {
        Quoth::open(origin, settings, told)
    };
    bar.finish_and_clear();
    quoth
}

/// Looks up the quotes of recorded answers; `false` if any is gone.
fn verify(quoth: &Quoth, file: &Path, as_json: bool) -> anyhow::Result<bool> {
    let name = || file.display().to_string();
    let index = quoth.index();
    let report = if file == Path::new("-") {
        verify::verify(&index, io::stdin().lock())
    } else {
        let answers = File::open(file).with_context(name)?;
        verify::verify(&index, BufReader::new(answers))
    };
    let report = report.with_context(name)?;
    let mut output = anstream::stdout();
    if as_json {
        for citation in &report.citations {
            writeln!(output, "{}", json::written(citation))?;
        }
    } else {
        writeln!(output, "{report}")?;
    }
    Ok(report.is_good())
}

/// Measures on a question set.
fn evaluate(
    file: &Path,
    origin: Origin,
    settings: Settings,
    misses: usize,
    as_json: bool,
) -> anyhow::Result<bool> {
    let items = eval::read(file)?;
    let everything = Settings {
        select: false,
        quotes: Settings::default().quotes,
        ..settings
    };
    let quoth = open(origin, everything, Wording::ENGLISH, false)?;
    let bar = ProgressBar::new(items.len() as u64)
        .with_style(style("{bar:30} {pos} of {len} questions, {eta} left"));
    let outcomes = bar
        .wrap_iter(items.iter())
        .map(|item| eval::ask(&quoth, item))
        .collect::<Result<Vec<_>, _>>()?;
    bar.finish_and_clear();
    let figures = eval::Figures::of(&items, &outcomes);
    let mut output = anstream::stdout();
    if as_json {
        writeln!(output, "{}", json::written(&figures))?;
    } else {
        writeln!(output, "{figures}")?;
    }
    for miss in eval::misses(&items, &outcomes, misses) {
        if as_json {
            writeln!(output, "{}", json::written(&miss))?;
        } else {
            writeln!(output, "\n{miss}")?;
        }
    }
    Ok(true)
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

//! An `OpenSearch` cluster beside its own bare search, over the same passages.
//!
//! `cargo bench --bench cluster -- ADDRESSES [PASSAGES]` (100000 without any) makes
//! documents, has the cluster at these addresses (separated by commas) index
//! them, and measures in one run: indexing, questions from a process that only
//! asks, its memory, requests for a question, and questions of four such
//! processes while all is indexed once more. Questions are answered without the
//! reader. The bare search is the cluster's own for the words of the question:
//! `dfs_query_then_fetch`, the best 40 documents by their best passage.

mod generated;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use generated::{anonymous_memory, make_up, quantile, questions, words};
use quoth::Quoth;
use quoth::answer::Settings;
use quoth::index::cluster;
use quoth::ingest::Origin;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::Url;

const PASSAGES: usize = 100_000;
/// What the names of the indexes begin with.
const INDEX: &str = "quoth-bench";
const READERS: usize = 4;
const FETCHED: usize = 40;
const MB: f64 = 1024.0 * 1024.0;

/// Requests that were answered.
static REQUESTS: AtomicU64 = AtomicU64::new(0);

/// Counts the requests that the client tells of.
struct Requests;

impl log::Log for Requests {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.target() == "quoth::index::cluster::client"
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) && record.level() == log::Level::Debug {
            REQUESTS.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn flush(&self) {}
}

fn main() -> anyhow::Result<()> {
    log::set_logger(&Requests)?;
    log::set_max_level(log::LevelFilter::Debug);
    let words = words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => {
            println!("a cluster is needed: cargo bench --bench cluster -- ADDRESSES [PASSAGES]");
            Ok(())
        }
        ["ask", folder, addresses, rounds] => ask(folder.as_ref(), addresses, rounds.parse()?),
        [addresses] => measure(addresses, PASSAGES),
        [addresses, passages] => measure(addresses, passages.parse().context("not a number")?),
        _ => anyhow::bail!("there are more words than ADDRESSES and PASSAGES"),
    }
}

fn settings(addresses: &str) -> anyhow::Result<cluster::Settings> {
    let addresses = addresses.split(',').map(Url::parse);
    Ok(cluster::Settings {
        addresses: addresses.collect::<Result<_, _>>()?,
        user: None,
        ca: None,
        index: INDEX.to_owned(),
    })
}

fn measure(addresses: &str, passages: usize) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let bytes = make_up(folder.path(), passages)?;
    let (seconds, size) = fill(folder.path(), addresses)?;
    println!(
        "{passages} passages, {:.0} MB of text: indexed in {seconds:.1} s ({:.0} a second); {:.0} bytes a passage in the cluster, without copies",
        bytes as f64 / MB,
        passages as f64 / seconds,
        size as f64 / passages as f64,
    );
    println!(
        "one process asks: {}",
        told(asking(folder.path(), addresses, 1)?)?
    );
    let readers: Vec<Child> = (0..READERS)
        .map(|_| asking(folder.path(), addresses, 3))
        .collect::<anyhow::Result<_>>()?;
    let (seconds, _) = fill(folder.path(), addresses)?;
    println!("{READERS} processes ask while all is indexed anew in {seconds:.1} s:");
    for reader in readers {
        println!("  {}", told(reader)?);
    }
    Ok(())
}

/// Fills a new index. Tells in how many seconds, and how many bytes it has.
fn fill(folder: &Path, addresses: &str) -> anyhow::Result<(f64, u64)> {
    let origin = Origin {
        roots: vec![folder.to_owned()],
        memory: 256 * 1024 * 1024,
        cluster: Some(cluster::Writing {
            cluster: settings(addresses)?,
            is_patient: true,
            anew: true,
        }),
        ..Origin::default()
    };
    let start = Instant::now();
    let quoth = Quoth::open(origin, plain(), |_| {})?;
    let seconds = start.elapsed().as_secs_f64();
    Ok((seconds, quoth.index().size()?))
}

fn plain() -> Settings {
    Settings {
        reader: false,
        ..Settings::default()
    }
}

/// A process that asks all questions so many times.
fn asking(folder: &Path, addresses: &str, rounds: usize) -> anyhow::Result<Child> {
    let asking = Command::new(std::env::current_exe()?)
        .arg("ask")
        .arg(folder)
        .args([addresses, &rounds.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    Ok(asking)
}

fn told(asking: Child) -> anyhow::Result<String> {
    let output = asking.wait_with_output()?;
    anyhow::ensure!(output.status.success(), "a process that asks has failed");
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

fn ask(folder: &Path, addresses: &str, rounds: usize) -> anyhow::Result<()> {
    let questions = questions(folder)?;
    let cluster = settings(addresses)?;
    let quoth = Arc::new(Quoth::open_in_cluster(&cluster, plain())?);
    quoth.answer(&questions[0])?;
    let http = reqwest::blocking::Client::new();
    let address = bare_search(&http, &cluster.addresses[0])?;
    let (mut times, mut bare, mut requests) = (Vec::new(), Vec::new(), Vec::new());
    for question in (0..rounds).flat_map(|_| &questions) {
        let (start, before) = (Instant::now(), REQUESTS.load(Ordering::Relaxed));
        quoth.answer(question)?;
        times.push(start.elapsed());
        requests.push(REQUESTS.load(Ordering::Relaxed) - before);
        bare.push(search(&http, &address, question)?);
    }
    let most = |most: u64| requests.iter().filter(|&&it| it <= most).count();
    let within = most(3) * 100 / requests.len();
    let all = requests.iter().max().copied().unwrap_or_default();
    let [median, slow] = [0.5, 0.99].map(|share| quantile(&mut times, share));
    let [bare_median, bare_slow] = [0.5, 0.99].map(|share| quantile(&mut bare, share));
    println!(
        "p50 {median:.1} ms, p99 {slow:.1} ms; bare search {bare_median:.1} and {bare_slow:.1} ms ({:.1} times that); {within} of 100 questions in 3 requests or fewer, none in more than {all}; {:.0} MB of memory",
        median / bare_median,
        anonymous_memory() as f64 / MB,
    );
    Ok(())
}

/// Where the cluster's own search is, by the name that readers ask: indexes come and go.
fn bare_search(http: &reqwest::blocking::Client, address: &Url) -> anyhow::Result<Url> {
    let all: Value = http
        .get(address.join(&format!("{INDEX}-v*/_alias"))?)
        .send()?
        .json()?;
    let mut indexes = all.as_object().into_iter().flatten();
    let name = indexes.find_map(|(_, it)| it["aliases"].as_object()?.keys().next());
    let name = name.context("there is no index to search")?;
    Ok(address.join(&format!(
        "{name}/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false"
    ))?)
}

/// How long the cluster's own search for the words of a question takes.
fn search(
    http: &reqwest::blocking::Client,
    address: &Url,
    question: &str,
) -> anyhow::Result<Duration> {
    let words = question.trim_end_matches('?').to_lowercase();
    let clauses = words
        .split_whitespace()
        .map(|word| json!({"term": {"passages.terms": word}}));
    let query = json!({"bool": {"should": clauses.collect::<Vec<_>>()}});
    let search = json!({
        "size": FETCHED, "stored_fields": ["record"],
        "query": {"nested": {"path": "passages", "score_mode": "max", "query": query}},
    });
    let start = Instant::now();
    let reply = http.post(address.clone()).json(&search).send()?;
    let found: Value = reply.json()?;
    anyhow::ensure!(found["error"].is_null(), "the bare search failed: {found}");
    Ok(start.elapsed())
}

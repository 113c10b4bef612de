//! Quoth and a real `OpenSearch` cluster. Where the cluster cannot be had, the trials are ignored
//! aloud; with `QUOTH_TEST_CLUSTER=1` they fail.
//!
//! What can share one cluster of three nodes does, on index names of its own. A trial that kills
//! nodes starts a cluster itself, and runs with no other trial beside it.

mod asking;
mod commands;
mod comparing;
mod documents;
mod encrypted;
mod equality;
mod fixture;
mod losing;
mod nodes;
mod outsized;
mod quoth;
mod refusing;
mod replacing;
mod server;
mod steady;
mod writing;

use std::env;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use libtest_mimic::{Arguments, Trial};

use crate::nodes::Nodes;
use crate::quoth::Outcome;

type OnShared = fn(&Nodes) -> Outcome;
type Alone = fn() -> Outcome;

/// Trials by their own names.
macro_rules! trials {
    ($($module:ident::$name:ident),* $(,)?) => {
        &[$((stringify!($name), $module::$name)),*]
    };
}

/// Trials on the shared cluster, several at once.
const SHARED: &[(&str, OnShared)] = trials![
    refusing::a_cluster_that_is_not_there_is_told,
    fixture::three_nodes_are_green,
    fixture::an_index_is_searched,
    equality::both_engines_answer_alike,
    equality::equally_good_passages_are_found_alike,
    equality::a_question_without_a_word_of_the_documents_is_answered_alike,
    equality::words_of_removed_documents_do_not_count,
    equality::words_of_few_removed_documents_do_not_count,
    encrypted::a_cluster_behind_tls_is_asked_by_its_user,
    commands::files_are_where_they_are_indexed,
    commands::one_question_is_answered,
    commands::sources_are_listed,
    commands::recorded_answers_are_looked_up,
    commands::lines_are_a_conversation,
    replacing::no_answer_mixes_revisions,
    replacing::no_answer_is_lost_to_a_new_index,
    writing::one_process_writes_at_a_time,
    refusing::an_index_that_is_not_there_is_told,
    refusing::an_index_of_another_version_is_told,
    refusing::a_node_that_is_not_there_is_passed_over,
    outsized::what_is_too_large_for_the_cluster_is_skipped,
];

/// Trials with clusters of their own, one after the other when the others are done.
const ALONE: &[(&str, Alone)] = trials![
    fixture::a_cluster_outlives_its_manager,
    losing::no_answer_is_lost_with_a_node,
    losing::no_answer_is_lost_with_the_manager,
];

/// The shared cluster, started by the first trial that needs it. A trial on it holds the lock
/// for reading, a trial that runs alone for writing.
type Shared = RwLock<OnceLock<Result<Nodes, String>>>;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let required = env::var_os("QUOTH_TEST_CLUSTER").is_some_and(|value| value == "1");
    let missing = Nodes::available().err();
    let ignored = missing.is_some() && !required;
    if let Some(missing) = missing.filter(|_| ignored) {
        eprintln!("SKIPPED: {missing}, so nothing was tried on an OpenSearch cluster");
    }
    let shared = Arc::new(Shared::default());
    let with_others = SHARED.iter().map(|&(name, trial)| {
        let shared = Arc::clone(&shared);
        Trial::test(name, move || on_shared(&shared, trial))
    });
    let alone = ALONE.iter().map(|&(name, trial)| {
        let shared = Arc::clone(&shared);
        Trial::test(name, move || after_shared(&shared, trial))
    });
    // They are begun in this order.
    let trials = with_others.chain(alone);
    let trials = trials.map(|trial| trial.with_ignored_flag(ignored));
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn on_shared(shared: &Shared, trial: OnShared) -> Outcome {
    let shared = shared.read().unwrap_or_else(PoisonError::into_inner);
    trial(shared.get_or_init(|| Nodes::start(3)).as_ref()?)
}

fn after_shared(shared: &Shared, trial: Alone) -> Outcome {
    let mut shared = shared.write().unwrap_or_else(PoisonError::into_inner);
    // Its memory is needed.
    drop(shared.take());
    trial()
}

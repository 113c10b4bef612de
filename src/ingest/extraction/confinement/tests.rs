//! Each test starts itself as a process of its own, which is then confined.

use std::collections::HashMap;
use std::env;
use std::fs::File;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::panic::{catch_unwind, panic_any};
use std::process::{Command, Output};
use std::thread;
use std::time::Instant;

use super::super::serving::limit_memory;
use super::*;

/// Set in the process that is confined.
const CONFINED: &str = "QUOTH_TEST_CONFINED";

/// Runs a test of this module in a process of its own.
fn alone(test: &str) -> Output {
    let (_, module) = module_path!().split_once("::").unwrap();
    let test = format!("{module}::{test}");
    Command::new(env::current_exe().unwrap())
        .args([&test, "--exact", "--nocapture", "--test-threads=1"])
        .env(CONFINED, "yes")
        .output()
        .unwrap()
}

/// What a file could have a parser try, and whether that was done.
fn tried() -> Vec<(&'static str, bool)> {
    let this = env::current_exe().unwrap_or_else(|_| "/proc/self/exe".into());
    let written = File::create(env::temp_dir().join("quoth-confined"));
    let refused = std::io::ErrorKind::ConnectionRefused;
    let connected = TcpStream::connect("127.0.0.1:9");
    let program = Command::new(this).arg("--list").status();
    let thread = thread::Builder::new().spawn(|| ());
    vec![
        ("read a file", File::open("/etc/passwd").is_ok()),
        ("write a file", written.is_ok()),
        ("listen", TcpListener::bind("127.0.0.1:0").is_ok()),
        ("connect", connected.is_err_and(|it| it.kind() == refused)),
        ("send", UdpSocket::bind("127.0.0.1:0").is_ok()),
        ("start a program", program.is_ok()),
        ("start a thread", thread.is_ok_and(|it| it.join().is_ok())),
    ]
}

/// Tells on standard output what can be done.
fn tell(in_force: bool) {
    if !in_force {
        return println!("this kernel does not confine");
    }
    for (what, was_done) in tried() {
        println!("{what}: {was_done}");
    }
    // What parsers do all the time goes on.
    let memory = vec![1_u8; 64 << 20];
    let known = HashMap::from([(Instant::now(), memory.len())]);
    let panicked = catch_unwind(|| panic_any("as parsers do")).is_err();
    println!("parse: {}", panicked && known.len() == 1);
}

fn check(test: &str, forbidden: &[&str], allowed: &[&str]) {
    let output = alone(test);
    let told = String::from_utf8(output.stdout).unwrap();
    if told.contains("does not confine") {
        eprintln!("SKIPPED: this kernel does not confine");
        return;
    }
    for (all, done) in [(forbidden, false), (allowed, true)] {
        for what in all {
            assert!(told.contains(&format!("{what}: {done}\n")), "{told}");
        }
    }
    assert!(output.status.success(), "{told}");
}

#[test]
fn landlock_keeps_files_and_programs_away() {
    if env::var_os(CONFINED).is_some() {
        return tell(forbid_files());
    }
    check(
        "landlock_keeps_files_and_programs_away",
        &["read a file", "write a file", "start a program"],
        &["start a thread", "parse"],
    );
}

#[test]
fn the_filter_refuses_files_networks_and_programs() {
    if env::var_os(CONFINED).is_some() {
        return tell(forbid_calls());
    }
    check(
        "the_filter_refuses_files_networks_and_programs",
        &[
            "read a file",
            "write a file",
            "listen",
            "connect",
            "send",
            "start a program",
        ],
        &["start a thread", "parse"],
    );
}

#[test]
fn memory_that_runs_out_ends_a_confined_process() {
    if env::var_os(CONFINED).is_some() {
        limit_memory().unwrap();
        forbid_files();
        forbid_calls();
        let mut all: Vec<Vec<u8>> = Vec::new();
        loop {
            all.push(std::hint::black_box(Vec::with_capacity(256 << 20)));
            println!("{} MB", all.len() * 256);
        }
    }
    let output = alone("memory_that_runs_out_ends_a_confined_process");
    let told = String::from_utf8(output.stdout).unwrap();
    let is_ended = told.contains("1024 MB\n") && !told.contains("2048 MB");
    assert!(is_ended, "{told}");
    // By a signal.
    assert_eq!(output.status.code(), None, "{:?}", output.status);
}

use std::fs;
use std::sync::mpsc;

use tempfile::TempDir;

use super::*;

const PAGE: &str = "<html><body><p>The night ferry sails at nine.</p></body></html>";
/// Long enough for whatever is started.
const LONG: Duration = Duration::from_secs(20);

#[test]
fn a_process_answers_one_file_after_the_other() {
    let mut input = Vec::new();
    for (name, content) in [("a.html", PAGE), ("b.txt", ""), ("c.html", PAGE)] {
        write_part(&mut input, name.as_bytes()).unwrap();
        write_part(&mut input, content.as_bytes()).unwrap();
    }
    let mut output = Vec::new();
    serving::answer_all(&input[..], &mut output, &mpsc::channel().0).unwrap();
    let mut output = &output[..];
    let mut next = || -> Result<Document, String> {
        postcard::from_bytes(&read_part(&mut output, LARGEST_ANSWER).unwrap()).unwrap()
    };
    assert!(next().unwrap().text.contains("sails at nine"));
    assert_eq!(next().unwrap_err(), "it is empty");
    assert_eq!(next().unwrap().name, "c.html");
}

/// Why there is no text of a page, by a program that is this shell script.
#[cfg(unix)]
fn problem(script: &str, page: &str, patience: Duration) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    let program = folder.path().join("program");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    let mut extractor = Extractor {
        patience,
        ..Extractor::new(Some(&program))
    };
    match extractor.extract("page.html", page.into()) {
        Err(Problem::Extraction(told)) => told,
        other => format!("{other:?}"),
    }
}

#[cfg(unix)]
#[test]
fn a_process_that_breaks_down_costs_one_file() {
    for script in [
        "kill -9 $$",
        "exit 0",
        "head -c 8 /dev/zero; exec cat > /dev/null",
        // 2^60 bytes, of which some come.
        r"printf '\0\0\0\0\0\0\0\020'; exec cat /dev/zero",
    ] {
        let told = problem(script, PAGE, LONG);
        assert!(told.ends_with("broke down"), "{script}: {told}");
    }
}

#[cfg(unix)]
#[test]
fn a_process_that_does_not_read_answer_or_end_is_not_waited_for() {
    // More than fits into a pipe.
    let large = PAGE.repeat(10_000);
    for script in [
        "exec sleep 1000",
        "cat > /dev/null",
        "trap '' TERM HUP PIPE; exec sleep 1000",
    ] {
        let told = problem(script, &large, Duration::from_millis(300));
        let wanted = "extracting its text takes longer than 300ms";
        assert_eq!(told, wanted, "{script}");
    }
}

#[cfg(unix)]
#[test]
fn an_answer_that_cannot_be_of_the_file_is_none() {
    let honest = corpus::parse("page.html", PAGE.into()).unwrap();
    let (mut renamed, mut cut) = (honest.clone(), honest.clone());
    renamed.name = "other.html".to_owned();
    cut.text.truncate(3);
    for (document, reason) in [
        (honest, "Ok("),
        (renamed, "broke down"),
        (cut, "broke down"),
    ] {
        let folder = TempDir::new().unwrap();
        let answer = postcard::to_stdvec(&Ok::<_, String>(document)).unwrap();
        let mut message = Vec::new();
        write_part(&mut message, &answer).unwrap();
        let path = folder.path().join("answer");
        fs::write(&path, message).unwrap();
        let script = format!("cat '{}'; exec cat > /dev/null", path.display());
        let told = problem(&script, PAGE, LONG);
        assert!(told.contains(reason), "{told}");
    }
}

#[test]
fn a_process_that_cannot_be_started_is_told() {
    let folder = TempDir::new().unwrap();
    let nothing = folder.path().join("missing");
    let told = Extractor::new(Some(&nothing)).extract("page.html", PAGE.into());
    let told = format!("{told:?}");
    let wanted = "Err(Extraction(\"the process that extracts its text cannot be started";
    assert!(told.starts_with(wanted), "{told}");
}

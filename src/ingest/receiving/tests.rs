//! Files that are sent, by whatever name and with whatever in them.

use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;
use crate::answer::Settings;
use crate::ingest::Origin;

const TRAM: &str = "# The Tram of Aldermere\n\nThe tram through the old town carries ninety passengers. It has been running since the spring of 1911, when the council of the town had the tracks laid by hand. Whoever rides it for the first time is surprised by how quiet it is, and most people come back with their children.\n";

fn quoth(folder: &TempDir) -> Quoth {
    fs::write(folder.path().join("ferry.txt"), "The ferry sails at nine.").unwrap();
    let origin = Origin::in_memory(&[folder.path().to_owned()]);
    Quoth::open(origin, Settings::default(), |_| {}).unwrap()
}

/// All that stands in a folder, hidden or not.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

#[test]
fn a_name_is_made_safe_and_keeps_its_ending() {
    for (sent, wanted) in [
        ("report.pdf", "report.pdf"),
        ("Bericht für Ärzte.PDF", "Bericht für Ärzte.PDF"),
        ("../../x.txt", "x.txt"),
        ("/etc/passwd.txt", "passwd.txt"),
        ("..\\..\\boot.md", "boot.md"),
        (".hidden.txt", "hidden.txt"),
        ("~$plan.docx", "$plan.docx"),
        ("...txt", "document.txt"),
        (".txt", "document.txt"),
        ("a\0b\n\tc\u{202e}d\u{200b}.txt", "ab cd.txt"),
        ("  far   away . txt ", "far away. txt"),
        ("what? \"this\": <that>.md", "what_ _this__ _that_.md"),
    ] {
        assert_eq!(FileName::of(sent).numbered(1), wanted, "{sent:?}");
    }
    let long = FileName::of(&format!("{}.docx", "é".repeat(200)));
    for (number, ending) in [(1, ".docx"), (12, " 12.docx")] {
        let name = long.numbered(number);
        assert!(name.len() <= LONGEST && name.len() > LONGEST - 3, "{name}");
        assert!(name.ends_with(ending), "{name}");
    }
    for unfit in [
        "",
        "..",
        "tape.mp4",
        "notes",
        "x.txt/",
        "a.tar.gz",
        "evil.txt\u{202e}.exe",
    ] {
        let refused = check_name(unfit).unwrap_err().to_string();
        assert!(refused.starts_with("Quoth reads .txt, .md, "), "{unfit:?}");
    }
}

#[test]
fn a_file_can_be_asked_at_once_and_is_understood() {
    let folder = TempDir::new().unwrap();
    let quoth = quoth(&folder);
    let received = quoth.receive("../../tram.md", TRAM.as_bytes()).unwrap();
    let wanted = Received {
        name: "tram.md".to_owned(),
        title: "The Tram of Aldermere".to_owned(),
        passages: 1,
        language: Some(Language::ENGLISH),
        is_new: true,
        can_be_taken_back: false,
    };
    assert_eq!(received, wanted);
    assert_eq!(names(folder.path()), ["ferry.txt", "tram.md"]);
    let written = fs::read_to_string(folder.path().join("tram.md"));
    assert_eq!(written.unwrap(), TRAM);
    let answer = quoth.answer("How many passengers does the tram carry?");
    assert!(format!("{:?}", answer.unwrap()).contains("tram.md"));
}

#[test]
fn the_same_content_is_not_added_twice_under_any_name() {
    let folder = TempDir::new().unwrap();
    let quoth = quoth(&folder);
    quoth.receive("tram.md", TRAM.as_bytes()).unwrap();
    for name in ["tram.md", "other.md"] {
        let again = quoth.receive(name, TRAM.as_bytes()).unwrap();
        assert_eq!((again.name.as_str(), again.is_new), ("tram.md", false));
    }
    // Nor what came into the folder by another way, and has not been seen yet.
    let bus = folder.path().join("bus.txt");
    fs::write(&bus, "The bus leaves at ten.").unwrap();
    let old = SystemTime::now() - Duration::from_hours(1);
    let bus = fs::File::options().write(true).open(bus).unwrap();
    bus.set_modified(old).unwrap();
    let again = quoth.receive("coach.txt", b"The bus leaves at ten.");
    let again = again.unwrap();
    assert_eq!((again.name.as_str(), again.is_new), ("bus.txt", false));
    assert_eq!(names(folder.path()), ["bus.txt", "ferry.txt", "tram.md"]);
}

#[test]
fn another_file_of_the_same_name_gets_a_number_and_nothing_is_overwritten() {
    let folder = TempDir::new().unwrap();
    let quoth = quoth(&folder);
    let sent = ["The ferry sails at ten.", "The ferry sails at noon."];
    let given = sent.map(|text| quoth.receive("ferry.txt", text.as_bytes()).unwrap().name);
    assert_eq!(given, ["ferry 2.txt", "ferry 3.txt"]);
    let first = fs::read_to_string(folder.path().join("ferry.txt")).unwrap();
    assert_eq!(first, "The ferry sails at nine.");
    // Not even what the corpus leaves out, or a folder.
    fs::create_dir(folder.path().join("plan.md")).unwrap();
    let received = quoth.receive("plan.md", b"The plan is old.").unwrap();
    assert_eq!(received.name, "plan 2.md");
}

#[cfg(unix)]
#[test]
fn a_link_of_that_name_is_not_followed() {
    let (folder, outside) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let target = outside.path().join("secret.txt");
    std::os::unix::fs::symlink(&target, folder.path().join("tram.md")).unwrap();
    let received = quoth(&folder).receive("tram.md", TRAM.as_bytes()).unwrap();
    assert_eq!(received.name, "tram 2.md");
    assert!(!target.exists());
}

#[test]
fn what_cannot_be_read_is_taken_out_again_with_its_reason() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(".ignore"), "draft*\n").unwrap();
    let quoth = quoth(&folder);
    for (name, content, reason) in [
        ("empty.txt", &b""[..], "it is empty"),
        ("page.pdf", b"%PDF-1.7 and no more", "it is damaged"),
        ("book.docx", b"no such thing", "it is not what its ending"),
        (
            "draft.txt",
            b"The draft is long.",
            "a .gitignore or .ignore",
        ),
        ("film.mp4", b"film", "Quoth reads .txt"),
    ] {
        let refused = quoth.receive(name, content).unwrap_err().to_string();
        assert!(refused.starts_with(reason), "{name}: {refused}");
        assert_eq!(names(folder.path()), [".ignore", "ferry.txt"], "{name}");
        let contents = quoth.index().contents().unwrap();
        assert_eq!(contents.documents, 1, "{name}");
        assert!(contents.skipped.is_empty(), "{name}");
    }
}

#[test]
fn without_a_folder_there_is_nowhere_to_put_it() {
    let folder = TempDir::new().unwrap();
    drop(quoth(&folder));
    let origin = Origin::in_memory(&[folder.path().join("ferry.txt")]);
    let quoth = Quoth::open(origin, Settings::default(), |_| {}).unwrap();
    let refused = quoth.receive("tram.md", TRAM.as_bytes()).unwrap_err();
    assert!(matches!(refused, ReceiveError::NoFolder), "{refused}");
}

#[test]
fn what_a_killed_process_left_is_tidied_away() {
    let folder = TempDir::new().unwrap();
    let quoth = quoth(&folder);
    let left = fs::File::create(folder.path().join(".quoth-old.part")).unwrap();
    let then = SystemTime::now() - Duration::from_hours(25);
    left.set_modified(then).unwrap();
    quoth.receive("tram.md", TRAM.as_bytes()).unwrap();
    assert_eq!(names(folder.path()), ["ferry.txt", "tram.md"]);
}

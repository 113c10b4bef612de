//! Files that are made to break whoever reads them: the rest answers.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::time::{Duration, SystemTime};

use crate::place::{Place, first};

/// An archive with one part, which unpacks to so many zeros.
fn bomb(part: &str, zeros: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file(part, options).unwrap();
    let mut zeros = std::io::repeat(b' ').take(zeros as u64);
    std::io::copy(&mut zeros, &mut archive).unwrap();
    archive.finish().unwrap().into_inner()
}

/// A PDF whose pages are each other's parents and children.
const CYCLE: &str = "%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R 2 0 R] /Count 2 /Parent 3 0 R>> endobj
3 0 obj <</Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R>> endobj
trailer <</Root 1 0 R /Prev 0>>
%%EOF
";

#[test]
fn files_that_are_made_to_break_a_parser_cost_nothing_but_themselves() {
    let place = Place::new();
    let put = |name: &str, content: &[u8]| place.put(&format!("corpus/hostile/{name}"), content);
    put("bomb.docx", &bomb("word/document.xml", 300 << 20));
    put("bomb.odt", &bomb("content.xml", 300 << 20));
    put("bomb.epub", &bomb("META-INF/container.xml", 300 << 20));
    put("bomb.xlsx", &bomb("xl/workbook.xml", 300 << 20));
    put("bomb.pptx", &bomb("ppt/presentation.xml", 300 << 20));
    put("deep.json", "[".repeat(200_000).as_bytes());
    let records = format!("[{}1]", "{},".repeat(5_000_000));
    put("records.json", records.as_bytes());
    put("deep.ipynb", "{\"cells\":[".repeat(100_000).as_bytes());
    put("cut.mbox", b"From a Wed May  1 10:00:00 2024\n");
    put("cut.fb2", b"<FictionBook><body><section>");
    put("deep.html", "<div>".repeat(200_000).as_bytes());
    let groups = format!("{{\\rtf1 {}", "{".repeat(200_000));
    put("deep.rtf", groups.as_bytes());
    put("cycle.pdf", CYCLE.as_bytes());
    put("lines.txt", "a\n".repeat(1_000_000).as_bytes());
    put("lines.md", "- a\n".repeat(200_000).as_bytes());
    put("quotes.md", ">".repeat(100_000).as_bytes());
    put("open.txt", "\"(\u{201c}".repeat(100_000).as_bytes());
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    put("bytes.txt", &bytes);
    put("half.txt", b"\xff\xfeh\0a\0l\0f\0\xd8");
    put("cells.csv", ",".repeat(300_000).as_bytes());
    put("cut.docx", b"PK\x03\x04");
    put("cut.pdf", b"%PDF-1.7\n1 0 obj <<");
    put("cut.epub", b"PK");
    put(
        "cut.eml",
        b"From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x",
    );
    put("cut.vtt", b"WEBVTT\n\n00:00:01.000 -->");
    let large = File::create(place.path("corpus/hostile/large.txt")).unwrap();
    large.set_len(1 << 30).unwrap();
    File::create(place.path("corpus/hostile/empty.html")).unwrap();

    let sources = place.sources();
    let has = |key: &str, name: &str| {
        let mut files = sources[key].as_array().unwrap().iter();
        files.any(|file| file["document"] == name)
    };
    let all = std::fs::read_dir(place.path("corpus/hostile")).unwrap();
    for file in all {
        let name = format!("hostile/{}", file.unwrap().file_name().to_string_lossy());
        assert!(
            has("documents", &name) != has("skipped", &name),
            "{name} is a document, or there is a reason: {sources:#}"
        );
    }
    let broken = "bomb.docx bomb.xlsx bomb.pptx deep.json records.json deep.html deep.rtf cycle.pdf \
                  cut.docx large.txt";
    for broken in broken.split(' ') {
        let name = format!("hostile/{broken}");
        assert!(has("skipped", &name), "{name}: {sources:#}");
    }
    // A million sentences may make an answer less sure, but no other.
    let answer = place.answer("When does the night ferry sail?");
    assert!(first(&answer).contains("nine o'clock"), "{answer:#}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_that_extracts_text_is_confined_before_the_first_file() {
    let place = Place::new();
    // Often, as a thread of its own starts beside what confines it.
    for _ in 0..20 {
        let mut process = place.quoth(["--extract-text"]).start();
        let mut input = process.stdin.take().unwrap();
        for part in ["page.html", "<p>The night ferry sails at nine.</p>"] {
            input.write_all(&(part.len() as u64).to_le_bytes()).unwrap();
            input.write_all(part.as_bytes()).unwrap();
        }
        let mut length = [0; 8];
        let output = process.stdout.as_mut().unwrap();
        output.read_exact(&mut length).unwrap();
        let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).unwrap();
        // 2 is a filter of calls; a kernel without filters has no such line.
        assert!(
            !status.contains("Seccomp:") || status.contains("Seccomp:\t2"),
            "{status}"
        );
        drop(input);
        assert!(process.wait().unwrap().success());
    }
}

#[cfg(unix)]
#[test]
fn names_and_links_that_are_made_to_mislead_are_survived() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    let names = [
        "new\nline.txt",
        "<b>bold</b>.txt",
        "[a](b).md",
        "\u{202e}txt.exe.txt",
        "esc\u{1b}[31m.txt",
    ];
    for (number, name) in names.iter().enumerate() {
        let length = number + 1;
        let text = format!("Pier number {number} of Quillmere is {length}0 metres long.");
        place.put(&format!("corpus/{name}"), text);
    }
    let corpus = place.path("corpus");
    symlink(&corpus, corpus.join("loop")).unwrap();
    symlink("/etc/hosts", corpus.join("outside.txt")).unwrap();
    symlink("itself.txt", corpus.join("itself.txt")).unwrap();
    let sources = place.run(["sources"]).exits(0);
    // One line a file, and nothing that drives a terminal.
    assert!(
        !sources.stdout.contains(['\u{1b}', '\u{202e}']),
        "{sources:#?}"
    );
    sources.shows(&["<b>bold</b>.txt"]);
    for number in 0..names.len() {
        let question = format!("How long is pier number {number} of Quillmere?");
        let answer = place.ask(&question).exits(0);
        answer.shows(&[&format!("is {}0 metres", number + 1)]);
        assert!(!answer.stdout.contains(['\u{1b}', '\u{202e}']));
    }
    for link in ["loop", "outside.txt", "itself.txt"] {
        sources.shows(&[&format!("{link}: a symbolic link")]);
    }
    // A count, a line for each of eight documents, a heading, and three links.
    assert_eq!(sources.stdout.lines().count(), 13, "{sources:#?}");
}

#[test]
fn a_file_that_is_being_written_to_for_long_is_read_when_that_is_over() {
    let place = Place::new();
    let path = place.path("corpus/growing.txt");
    let mut file = File::create(&path).unwrap();
    write!(file, "The lighthouse of Quillmere is 31 metres").unwrap();
    file.set_modified(SystemTime::now() - Duration::from_mins(1))
        .unwrap();
    place.ask("How tall is the lighthouse of Quillmere?");
    write!(file, " tall.").unwrap();
    drop(file);
    let answer = place.ask("How tall is the lighthouse of Quillmere?");
    answer.exits(0).shows(&["31 metres tall."]);
}

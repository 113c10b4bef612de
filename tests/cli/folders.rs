//! What is read of a folder of documents, what is skipped, and what is said about it.

use std::fs;

use serde_json::Value;

use crate::place::{Place, citations, first, keys};

/// The documents that Quoth indexed.
fn documents(sources: &Value) -> Vec<&str> {
    let all = sources["documents"].as_array().unwrap();
    all.iter()
        .map(|document| document["document"].as_str().unwrap())
        .collect()
}

/// Why the file `name` was skipped.
#[track_caller]
fn reason<'a>(sources: &'a Value, name: &str) -> &'a str {
    let skipped = sources["skipped"].as_array().unwrap();
    let file = skipped.iter().find(|file| file["document"] == name);
    file.unwrap_or_else(|| panic!("{name} is not among {skipped:?}"))["reason"]
        .as_str()
        .unwrap()
}

#[test]
fn folders_are_searched_to_their_depth_without_hidden_and_ignored_files() {
    let place = Place::new();
    let deep = "The mine shaft at Coldwell is ninety metres deep.\n";
    place.put("corpus/a/b/c/deep.txt", deep);
    place.put("corpus/.gitignore", "drafts/\n*.old.txt\n");
    place.put("corpus/.ignore", "notes.md\n");
    for name in [
        ".hidden.txt",
        ".git/notes.txt",
        "notes.md",
        "drafts/plan.txt",
        "a/ferries.old.txt",
    ] {
        let hidden = "The hidden treasure is under the oak.\n";
        place.put(&format!("corpus/{name}"), hidden);
    }
    let sources = place.sources();
    let wanted = [
        "a/b/c/deep.txt",
        "clubs.txt",
        "ferries.txt",
        "museums/clocks.md",
    ];
    assert_eq!(documents(&sources), wanted);
    assert_eq!(sources["skipped"], Value::Array(Vec::new()));
    let answer = place.answer("Where is the hidden treasure?");
    assert_eq!(answer["reason"], "no_match");
}

#[test]
fn what_outlives_a_run_is_not_kept_among_the_documents() {
    let place = Place::new();
    for (data, is_refused) in [
        ("corpus", true),
        ("corpus/data", true),
        ("corpus/.data", false),
    ] {
        for arguments in [&["sources"][..], &["--ephemeral"]] {
            let call = place.quoth(arguments.iter().copied());
            let done = call.env("QUOTH_DATA", place.path(data)).done();
            if is_refused {
                let why = "lies among the documents: what people ask would be read with them";
                done.refused(&[why, "\nhint: set QUOTH_DATA to another folder"]);
            } else {
                done.exits(0);
            }
        }
    }
}

#[test]
fn sources_lists_documents_and_what_was_skipped_as_text_and_as_json() {
    let place = Place::new();
    place.put("corpus/photo.png", b"\x89PNG\r\n");
    let text = place.run(["sources"]).exits(0);
    let (overview, list) = text.stdout.split_once('\n').unwrap_or_default();
    let wanted = "3 documents, 4 passages; 1 file skipped; the index takes ";
    assert!(
        overview.starts_with(wanted) && overview.ends_with(" kB"),
        "{overview}"
    );
    let wanted = "  clubs.txt  clubs (1 passage)
  ferries.txt  The Night Ferry to Port Ellery (1 passage)
  museums/clocks.md  The Clock Museum of Aldermere (2 passages)
skipped:
  photo.png: a picture: put the text in it beside it as .txt
";
    assert_eq!((list, text.stderr.as_str()), (wanted, ""));
    let sources = place.sources();
    assert_eq!(keys(&sources), "documents skipped version");
    assert_eq!(keys(&sources["documents"][0]), "document passages title");
    assert_eq!(
        reason(&sources, "photo.png"),
        "a picture: put the text in it beside it as .txt"
    );
}

#[test]
fn files_that_cannot_be_read_are_skipped_with_their_reason_and_never_stop_the_rest() {
    let place = Place::new();
    place.put("corpus/report.pdf", "%PDF-1.7");
    place.put("corpus/no-ending.xyz", "The ferry sails at ten.");
    place.put(
        "corpus/binary.txt",
        (0..=255).cycle().take(8000).collect::<Vec<u8>>(),
    );
    place.put("corpus/empty.txt", "");
    place.put("corpus/blank.md", " \n\n\t\n");
    fs::File::create(place.path("corpus/huge.txt"))
        .unwrap()
        .set_len(65 << 20)
        .unwrap();
    let sources = place.sources();
    for (name, wanted) in [
        (
            "report.pdf",
            "it is damaged in a way that Quoth cannot read",
        ),
        ("no-ending.xyz", "not of a kind that Quoth reads"),
        ("binary.txt", "its bytes are no text in any encoding"),
        ("empty.txt", "it is empty"),
        ("blank.md", "it is empty"),
        ("huge.txt", "larger than 64 MB"),
    ] {
        assert_eq!(reason(&sources, name), wanted, "{name}");
    }
    assert_eq!(
        documents(&sources),
        ["clubs.txt", "ferries.txt", "museums/clocks.md"]
    );
    let asked = place
        .ask("When does the night ferry to Port Ellery sail?")
        .exits(0);
    let told = "6 files skipped:\n  binary.txt: its bytes are no text in any encoding\n  blank.md: it is empty\n  empty.txt: it is empty\n  huge.txt: larger than 64 MB\n  report.pdf: it is damaged in a way that Quoth cannot read\n  and 1 more: quoth sources says why\n";
    assert_eq!(asked.stderr, told);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_opened_is_skipped_with_the_words_of_the_system() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.put("corpus/secret.txt", "The ferry is late.\n");
    place.put("corpus/vault/gold.txt", "The gold is in the vault.\n");
    let locked = ["corpus/secret.txt", "corpus/vault"].map(|name| place.path(name));
    let lock = |mode| {
        for path in &locked {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    lock(0o000);
    // Nothing can be denied to root.
    let denied = fs::read(&locked[0]).is_err();
    let sources = place.sources();
    let asked = place.ask("Who was the clock museum founded by?");
    lock(0o755);
    if denied {
        for name in ["secret.txt", "vault"] {
            assert!(
                reason(&sources, name).starts_with("cannot be read: "),
                "{sources}"
            );
        }
    }
    asked.exits(0);
}

#[cfg(unix)]
#[test]
fn links_and_things_that_are_no_files_are_skipped() {
    let place = Place::new();
    place.put("outside.txt", "The ferry is late.\n");
    std::os::unix::fs::symlink(place.path("outside.txt"), place.path("corpus/link.txt")).unwrap();
    std::os::unix::fs::symlink(place.path("gone.txt"), place.path("corpus/dangling.txt")).unwrap();
    std::os::unix::fs::symlink(place.path("corpus"), place.path("corpus/loop")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(place.path("corpus/socket.txt")).unwrap();
    let sources = place.sources();
    for name in ["link.txt", "dangling.txt", "loop"] {
        assert!(
            reason(&sources, name).starts_with("a symbolic link"),
            "{sources}"
        );
    }
    assert_eq!(reason(&sources, "socket.txt"), "not a regular file");
    assert_eq!(documents(&sources).len(), 3);
}

#[test]
fn a_heading_path_and_a_title_from_front_matter_stand_in_the_citation() {
    let answer = Place::new().answer("When is the clock museum closed?");
    let citation = citations(&answer)[0];
    assert_eq!(
        citation["title"], "The Clock Museum of Aldermere",
        "{answer}"
    );
    assert_eq!(citation["heading"], "Visiting > Opening hours");
    assert_eq!(citation["document"], "museums/clocks.md");
    let answer = Place::new().answer("Who is the manager of Valley United?");
    assert_eq!(citations(&answer)[0]["heading"], Value::Null, "{answer}");
}

#[test]
fn other_encodings_are_read() {
    let place = Place::new();
    let utf_16 = "\u{feff}The café on Żeglarska quay was opened by Zoë Müller in 1954.\r\n";
    let bytes: Vec<u8> = utf_16.encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.put("corpus/utf-16.txt", bytes);
    let windows_1252 = b"The bakery of Ren\xe9e Lef\xe8vre sells cr\xeapes \x96 and caf\xe9 au lait \x96 for \x802 near the ch\xe2teau. It's closed on No\xebl.\n";
    place.put("corpus/windows-1252.txt", windows_1252);
    let opened = place.answer("Who opened the café on Żeglarska quay?");
    assert_eq!(
        first(&opened),
        "The café on Żeglarska quay was opened by Zoë Müller in 1954."
    );
    let bakery = place.answer("What does the bakery of Renée Lefèvre sell?");
    assert_eq!(
        first(&bakery),
        "The bakery of Renée Lefèvre sells crêpes – and café au lait – for €2 near the château."
    );
    assert_eq!(citations(&bakery)[0]["line"], 1);
}

#[test]
fn several_roots_are_one_corpus_and_a_file_reached_twice_is_read_once() {
    let place = Place::new();
    place.put(
        "other/ferries.txt",
        "The day ferry to Port Ellery sails at noon on Sundays.\n",
    );
    let roots = ["corpus", "corpus/ferries.txt", "other"].into_iter();
    let roots = roots.flat_map(|root| ["--corpus", root]);
    let done = place.run(["sources", "--json"].into_iter().chain(roots));
    let sources = done.exits(0).object();
    let wanted = [
        "clubs.txt",
        "ferries.txt",
        "museums/clocks.md",
        "other/ferries.txt",
    ];
    assert_eq!(documents(&sources), wanted);
}

#[test]
fn a_single_file_goes_by_its_name() {
    let place = Place::new();
    let sources = ["sources", "--json", "--corpus", "corpus/museums/clocks.md"];
    let listed = place.run(sources).exits(0).object();
    assert_eq!(documents(&listed), ["clocks.md"]);
}

#[test]
fn a_corpus_without_documents_is_refused_with_a_hint() {
    let place = Place::empty();
    fs::create_dir(place.path("void")).unwrap();
    place.put("pictures/photo.png", b"\x89PNG\r\n");
    for task in [&["sources"][..], &["ask", "Who?"], &["--json"], &[]] {
        let with = |corpus| place.run(task.iter().copied().chain(["--corpus", corpus]));
        with("gone").refused(&[
            "no such folder or file: gone",
            "\nhint: ",
            "--corpus",
            "QUOTH_CORPUS",
        ]);
        with("void").refused(&[
            "no document to answer from in void",
            "\nhint: ",
            "Quoth reads .txt, .md, .mdx, .rst, .adoc, .org, .log, .pdf, .docx, .odt, .xlsx, .ods, .pptx, .odp, .rtf, .html, .epub, .fb2, .eml, .mbox, .csv, .tsv, .json, .ipynb, .srt or .vtt",
        ]);
        with("pictures").refused(&[
            "in pictures",
            "photo.png: a picture: put the text in it beside it as .txt",
            "\nhint: ",
        ]);
        with("pictures/photo.png").refused(&[
            "photo.png: a picture: put the text in it beside it as .txt",
            "\nhint: ",
        ]);
    }
}

//! Files whose text cannot be extracted for a while.

use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use super::*;
use crate::Quoth;
use crate::ingest::receiving::ReceiveError;

const TRAM: &str = "The night tram runs at one.";

impl Place {
    /// A place with a program that extracts nothing, and writes down that it was started.
    fn failing() -> Self {
        let place = Self::new();
        let path = place.program();
        let script = "#!/bin/sh\necho >> \"$0.started\"\nexit 1\n";
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        place
    }

    fn program(&self) -> PathBuf {
        self.data.path().join("program")
    }

    /// Has a library extract nothing from now on.
    fn fail(&self, library: &mut Library) {
        library.origin.extractor = Some(self.program());
    }

    /// A change and a new file, neither of which can be extracted from now on.
    fn put_two(&self, library: &mut Library) {
        self.fail(library);
        self.put("ferry.txt", "The night ferry to Port Ellery sails at ten.");
        self.put("tram.html", &format!("<p>{TRAM}</p>"));
    }

    fn starts(&self) -> usize {
        let starts = fs::read_to_string(self.program().with_extension("started"));
        starts.map_or(0, |starts| starts.lines().count())
    }
}

/// Has the time come to try every file again.
fn hurry(library: &mut Library) {
    let faults = library.faults.values_mut();
    faults.for_each(|fault| fault.retry.as_mut().unwrap().hurry());
}

/// Why files are not read as they are now.
fn reasons(index: &Index) -> Vec<String> {
    let skipped = index.contents().unwrap().skipped.into_iter();
    let told = skipped.map(|file| format!("{}: {}", file.name, file.reason));
    told.collect()
}

#[test]
fn what_cannot_be_extracted_answers_as_before_and_is_tried_again() {
    let place = Place::failing();
    place.put("tram.html", "<p>The night tram runs at noon.</p>");
    let mut library = place.kept();
    index(&mut library);
    place.fail(&mut library);
    place.put("tram.html", &format!("<p>{TRAM}</p>"));
    let failed = index(&mut library);
    let told = reasons(&failed);
    assert_eq!((told.len(), failed.contents().unwrap().documents), (1, 3));
    let wanted = "broke down; its earlier version still answers";
    assert!(told[0].contains(wanted), "{told:?}");
    assert!(seen(&failed).contains("tram.html"));
    // Twice, as somebody may have ended the first; and then not at once.
    assert_eq!(place.starts(), 2);
    assert!(look(&mut library).index.is_none());
    assert_eq!(place.starts(), 2);
    let pause = library.next_try().unwrap();
    assert!(pause <= Duration::from_mins(1) && pause > Duration::from_secs(30));
    hurry(&mut library);
    assert_eq!(library.next_try(), Some(Duration::ZERO));
    assert!(look(&mut library).index.is_none(), "told once");
    assert_eq!(place.starts(), 4);
    assert!(library.next_try().unwrap() > Duration::from_mins(1));
    // A change is tried at once.
    place.put("tram.html", &format!("<p>{TRAM} It is new.</p>"));
    look(&mut library);
    assert_eq!(place.starts(), 6);
    library.origin.extractor = None;
    hurry(&mut library);
    let read = index(&mut library);
    assert_eq!(reasons(&read), [""; 0]);
    assert_eq!(seen(&read), place.fresh());
    assert_eq!(library.next_try(), None);
}

#[test]
fn the_next_start_tries_again_what_could_not_be_extracted() {
    let place = Place::failing();
    let mut library = place.kept();
    index(&mut library);
    place.put_two(&mut library);
    let failed = index(&mut library);
    let told = reasons(&failed);
    assert!(told[0].starts_with("ferry.txt: ") && told[0].ends_with("still answers"));
    assert!(told[1].starts_with("tram.html: ") && told[1].ends_with("broke down"));
    assert!(seen(&failed).contains("sails at nine"));
    drop(library);
    let mut library = place.kept();
    let kept = seen(&library.index());
    assert!(kept.contains("sails at nine"), "{kept}");
    assert_eq!(seen(&index(&mut library)), place.fresh());
}

#[test]
fn a_file_that_cannot_be_extracted_can_be_removed_or_be_as_it_was() {
    let place = Place::failing();
    let mut library = place.kept();
    index(&mut library);
    place.put_two(&mut library);
    assert_eq!(reasons(&index(&mut library)).len(), 2);
    library.origin.extractor = None;
    place.put("ferry.txt", FERRY);
    fs::remove_file(place.path("tram.html")).unwrap();
    let read = index(&mut library);
    assert_eq!(reasons(&read), [""; 0]);
    assert_eq!(seen(&read), place.fresh());
    place.fail(&mut library);
    place.put("ferry.txt", "The night ferry to Port Ellery sails at ten.");
    index(&mut library);
    fs::remove_file(place.path("ferry.txt")).unwrap();
    let removed = index(&mut library);
    assert_eq!(reasons(&removed), [""; 0]);
    assert_eq!(removed.contents().unwrap().documents, 1);
}

#[test]
fn uploads_and_what_is_taken_out_stay_right_beside_a_file_that_fails() {
    let place = Place::failing();
    let origin = place.origin(Some(place.data.path()));
    let quoth = Quoth::open(origin, Settings::default(), |_| {}).unwrap();
    place.fail(&mut quoth.library().unwrap());
    let changed = "The night ferry to Port Ellery sails at ten.";
    place.put("ferry.txt", changed);
    quoth.refresh().unwrap();
    // What fails is not taken, also where its content is that of a file that fails,
    for (name, content) in [("new.txt", TRAM), ("again.txt", changed)] {
        let refused = quoth.receive(name, content.as_bytes()).unwrap_err();
        assert!(matches!(refused, ReceiveError::Unreadable(_)), "{refused}");
        assert!(!place.path(name).exists());
    }
    // and the earlier content of one is not what stands there now.
    quoth.library().unwrap().origin.extractor = None;
    let taken = quoth.receive("earlier.txt", FERRY.as_bytes()).unwrap();
    assert!(taken.is_new && place.path("earlier.txt").exists());
    let index = quoth.index();
    assert_eq!(index.contents().unwrap().documents, 3);
    place.fail(&mut quoth.library().unwrap());
    place.put("museum.md", "# Clocks");
    quoth.refresh().unwrap();
    let forgotten = quoth.forget("museum.md").unwrap();
    assert_eq!(quoth.index().contents().unwrap().documents, 2);
    assert!(!place.path("museum.md").exists());
    quoth.library().unwrap().origin.extractor = None;
    quoth.restore(&forgotten).unwrap();
    assert_eq!(quoth.index().contents().unwrap().documents, 3);
}

#[test]
fn links_and_pipes_in_the_place_of_files_are_neither_followed_nor_waited_for() {
    let place = Place::new();
    let (found, _) = files::find(&[place.documents.path().to_owned()]).unwrap();
    let outside = place.data.path().join("secret.txt");
    fs::write(&outside, TRAM).unwrap();
    fs::remove_file(place.path("ferry.txt")).unwrap();
    std::os::unix::fs::symlink(&outside, place.path("ferry.txt")).unwrap();
    fs::remove_file(place.path("museum.md")).unwrap();
    let made = Command::new("mkfifo").arg(place.path("museum.md")).status();
    assert!(made.unwrap().success());
    for file in &found {
        let unread = file.content().unwrap_err();
        assert_eq!(unread.reason, "not a regular file", "{}", file.name);
    }
    // What is asked for by name may be a link.
    let (found, _) = files::find(&[place.path("ferry.txt")]).unwrap();
    assert_eq!(found[0].content().unwrap(), TRAM.as_bytes());
}

#[test]
fn a_file_that_is_damaged_while_it_is_written_answers_as_before() {
    let place = Place::new();
    let mut library = place.kept();
    index(&mut library);
    let put = |age| place.write("ferry.txt", "", SystemTime::now() - age);
    put(Duration::from_secs(5));
    let damaged = index(&mut library);
    let wanted = "ferry.txt: it is empty; its earlier version still answers";
    assert_eq!(reasons(&damaged), [wanted]);
    assert_eq!(damaged.contents().unwrap().documents, 2);
    // Nobody is writing to it any more.
    put(Duration::from_mins(2));
    let damaged = index(&mut library);
    assert_eq!(reasons(&damaged), ["ferry.txt: it is empty"]);
    assert_eq!(damaged.contents().unwrap().documents, 1);
}

#[test]
fn a_folder_that_gave_way_to_a_link_is_not_entered() {
    let place = Place::new();
    place.put("lines/tram/night.txt", TRAM);
    let (found, _) = files::find(&[place.documents.path().to_owned()]).unwrap();
    let mut found = found.iter();
    let file = found.find(|file| file.name == "lines/tram/night.txt");
    let content = || file.unwrap().content();
    assert_eq!(content().unwrap(), TRAM.as_bytes());
    for folder in ["lines/tram", "lines"] {
        let moved = place.data.path().join(folder.replace('/', " "));
        fs::rename(place.path(folder), &moved).unwrap();
        std::os::unix::fs::symlink(&moved, place.path(folder)).unwrap();
        assert!(place.path("lines/tram/night.txt").is_file());
        let unread = content().unwrap_err();
        assert_eq!(unread.reason, "not a regular file", "{folder}");
    }
}

/// What reading fails at, as it does where a disk is broken.
#[cfg(target_os = "linux")]
const BROKEN: &str = "/proc/self/mem";

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_for_a_while_answers_as_before() {
    let place = Place::new();
    let linked = place.data.path().join("ferry.txt");
    let lead_to = |file: &Path| {
        let _ = fs::remove_file(&linked);
        std::os::unix::fs::symlink(file, &linked).unwrap();
    };
    lead_to(&place.path("ferry.txt"));
    let mut library = Library::open(Origin::in_memory(std::slice::from_ref(&linked))).unwrap();
    index(&mut library);
    lead_to(Path::new(BROKEN));
    // What is read there is always new.
    let broken = library.refresh(false, |_| {}).unwrap().index.unwrap();
    assert_eq!(broken.contents().unwrap().documents, 1);
    let told = reasons(&broken).concat();
    assert!(told.ends_with("its earlier version still answers"));
    assert!(library.next_try().is_some());
    lead_to(&place.path("ferry.txt"));
    hurry(&mut library);
    assert_eq!(reasons(&index(&mut library)), [""; 0]);
}

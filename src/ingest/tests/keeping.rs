//! What outlives a process, what that must not hurt, and what tells that a file has changed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::*;

/// How many files were read to come to an index, and that.
fn refreshed(library: &mut Library) -> (usize, Index) {
    let mut files = 0;
    let refreshed = library.refresh(false, |progress| files = progress.files);
    (files, refreshed.unwrap().index.unwrap())
}

#[test]
fn the_next_start_reads_what_has_changed_meanwhile() {
    let place = Place::new();
    place.put("broken.csv", "");
    assert_eq!(read(&mut place.kept()), 3);
    // Nothing: also a file that is no document is known.
    let (files, again) = refreshed(&mut place.kept());
    assert_eq!(files, 0);
    assert_eq!(seen(&again), place.fresh());

    place.put("tram.txt", "The tram carries 90 passengers.");
    fs::remove_file(place.path("ferry.txt")).unwrap();
    let (files, again) = refreshed(&mut place.kept());
    assert_eq!(files, 1);
    assert_eq!(seen(&again), place.fresh());
}

/// The files of a kept index by the ends of their names.
const PARTS: [&str; 6] = [
    "meta.json",
    ".fast",
    ".fieldnorm",
    ".idx",
    ".store",
    ".term",
];

impl Place {
    /// The folder of the index that is kept.
    fn version(&self) -> PathBuf {
        let folder = record::folder_of(self.data.path(), &[self.documents.path().to_owned()]);
        let mut paths = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path());
        paths.find(|path| path.is_dir()).unwrap()
    }

    /// Damages a byte of a kept file: one after so many sixteenths of it.
    fn damage(&self, part: &str, sixteenths: usize) {
        let mut paths = fs::read_dir(self.version()).unwrap();
        let path = paths.find_map(|file| {
            let path = file.unwrap().path();
            path.to_string_lossy().ends_with(part).then_some(path)
        });
        let mut bytes = fs::read(path.as_ref().unwrap()).unwrap();
        let at = (bytes.len() - 1) * sixteenths / 16;
        bytes[at] ^= 1;
        // What is open elsewhere stays as it was.
        fs::remove_file(path.as_ref().unwrap()).unwrap();
        fs::write(path.unwrap(), bytes).unwrap();
    }

    /// Has the index that is kept be too large to be looked through at a start.
    fn enlarge(&self) {
        let large = fs::File::create(self.version().join("large"));
        large.unwrap().set_len(1 << 30).unwrap();
    }
}

#[test]
fn what_was_taken_before_a_look_ended_early_is_answered_from_at_the_next() {
    let place = Place::new();
    let mut library = place.kept();
    index(&mut library);
    let lately = SystemTime::now() - Duration::from_mins(9);
    place.write("tram.txt", "The tram carries 90 passengers.", lately);
    place.put("zoo.txt", "The zoo opens at ten.");
    let ended = catch_unwind(AssertUnwindSafe(|| {
        // Files are taken the newest first: the zoo's is never reached.
        library.refresh(false, |progress| assert!(progress.files < 2))
    }));
    assert!(ended.is_err());
    fs::remove_file(place.path("zoo.txt")).unwrap();
    let again = library.refresh(false, |_| {}).unwrap();
    assert_eq!(seen(&again.index.unwrap()), place.fresh());
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_what_is_kept_also_where_everybody_could() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = Place::new();
    drop(place.kept());
    let folder = record::folder_of(place.data.path(), &[place.documents.path().to_owned()]);
    let kept = || {
        let entries = fs::read_dir(&folder).unwrap();
        entries.map(|entry| entry.unwrap().path())
    };
    for path in kept() {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    drop(place.kept());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    let open: Vec<_> = kept().filter(|path| mode(path) & 0o077 != 0).collect();
    assert_eq!((open, kept().count()), (Vec::new(), 2));
}

#[test]
fn what_is_kept_and_damaged_is_built_again() {
    let place = Place::new();
    index(&mut place.kept());
    for part in PARTS {
        for sixteenths in [0, 16] {
            place.damage(part, sixteenths);
            let mut library = place.kept();
            assert_eq!(read(&mut library), 2, "{sixteenths} sixteenths of {part}");
            assert!(library.store.is_kept());
        }
    }
    // What another version has kept is thrown away.
    let version = place.version();
    let older = version.with_file_name("v0");
    fs::create_dir(&older).unwrap();
    drop(place.kept());
    assert!(!older.exists() && version.exists());
}

#[test]
fn damage_of_an_index_too_large_to_be_looked_through_ends_no_start() {
    let place = Place::new();
    index(&mut place.kept());
    for part in PARTS {
        for sixteenths in 0..=16 {
            place.damage(part, sixteenths);
            place.enlarge();
            drop(place.kept());
            fs::remove_dir_all(place.version()).unwrap();
            index(&mut place.kept());
        }
    }
}

#[test]
fn damage_of_a_large_index_is_found_while_it_answers() {
    let place = Place::new();
    index(&mut place.kept());
    // The other parts hold what is known of the files: damage there has them read anew, and the
    // damaged segment may be merged away before it is looked through.
    for part in [".fieldnorm", ".store"] {
        place.damage(part, 8);
        place.enlarge();
        // At some damage it is found right away.
        let mut library = place.kept();
        assert_eq!(read(&mut library), 2, "{part}");
        assert!(library.store.is_kept());
        drop(library);
        let mut again = place.kept();
        let sound = again.refresh(true, |_| unreachable!()).unwrap();
        assert_eq!(seen(&sound.index.unwrap()), place.fresh(), "{part}");
    }
}

#[test]
fn what_has_failed_is_looked_through_at_the_next_start_however_large() {
    let place = Place::new();
    index(&mut place.kept());
    place.damage(".store", 8);
    place.enlarge();
    let origin = place.origin(Some(place.data.path()));
    let known = |origin: &Origin| Library::open(origin.clone()).unwrap().files.len();
    assert_eq!(known(&origin), 2);
    origin.distrust();
    assert_eq!(known(&origin), 0, "thrown away");
    index(&mut place.kept());
    assert_eq!(known(&origin), 2);
}

#[test]
fn two_processes_do_not_hurt_each_other() {
    let place = Place::new();
    let mut first = place.kept();
    index(&mut first);
    let mut second = place.kept();
    assert!(first.store.is_kept() && !second.store.is_kept());
    let both = seen(&index(&mut second));
    assert!(!second.store.is_kept(), "there is no need to yet");
    place.put("tram.txt", "The tram carries 90 passengers.");
    let changed = seen(&index(&mut second));
    assert!(changed != both && changed == place.fresh());
    assert_eq!(seen(&index(&mut first)), changed);
    drop(first);
    assert_eq!(read(&mut place.kept()), 0);
}

#[test]
fn where_nothing_can_be_kept_any_more_answers_go_on() {
    let place = Place::new();
    let mut library = place.kept();
    index(&mut library);
    // As a disk does that is gone.
    fs::remove_dir_all(place.data.path()).unwrap();
    place.put("tram.txt", "The tram carries 90 passengers.");
    assert_eq!(seen(&index(&mut library)), place.fresh());
    assert!(!library.store.is_kept());
    place.put("tram.txt", "The tram carries 80 passengers.");
    assert_eq!(seen(&index(&mut library)), place.fresh());
}

#[test]
fn where_the_first_change_cannot_be_kept_answers_go_on() {
    let place = Place::new();
    index(&mut place.kept());
    let mut library = place.kept();
    // As a disk does that is gone.
    fs::remove_dir_all(place.data.path()).unwrap();
    place.put("tram.txt", "The tram carries 90 passengers.");
    assert_eq!(seen(&index(&mut library)), place.fresh());
    assert!(!library.store.is_kept());
}

#[test]
fn a_folder_that_cannot_be_written_costs_only_the_keeping() {
    let place = Place::new();
    let data = place.data.path().join("file");
    fs::write(&data, "").unwrap();
    let mut library = Library::open(place.origin(Some(&data))).unwrap();
    assert_eq!(seen(&index(&mut library)), place.fresh());
}

#[test]
fn the_same_content_under_a_new_time_is_no_change() {
    let place = Place::new();
    let mut library = place.kept();
    index(&mut library);
    let lately = SystemTime::now() - Duration::from_mins(1);
    place.write("ferry.txt", FERRY, lately);
    let refreshed = look(&mut library);
    assert!(refreshed.index.is_none() && refreshed.is_settled);
}

#[test]
fn a_change_within_one_tick_of_the_clock_is_seen() {
    let place = Place::new();
    let now = SystemTime::now();
    place.write("ferry.txt", "The ferry sails at nine.", now);
    let mut library = place.kept();
    library.refresh(false, |_| {}).unwrap();
    place.write("ferry.txt", "The ferry sails at five.", now);
    let refreshed = library.refresh(false, |_| {}).unwrap();
    assert!(seen(&refreshed.index.unwrap()).contains("at five"));
}

#[test]
fn a_file_that_takes_the_place_of_one_of_its_size_and_time_is_seen() {
    let place = Place::new();
    let time = SystemTime::now() - Duration::from_hours(1);
    place.write("ferry.txt", "The ferry sails at nine.", time);
    place.write("other.bin", "The ferry sails at four.", time);
    let mut library = place.kept();
    index(&mut library);
    fs::rename(place.path("other.bin"), place.path("ferry.txt")).unwrap();
    if cfg!(unix) {
        assert!(seen(&index(&mut library)).contains("at four"));
    }
}

//! Files that are taken out of the corpus, and come back.

use tempfile::TempDir;

use super::*;
use crate::answer::Settings;
use crate::ingest::Origin;

struct Place {
    documents: TempDir,
    data: TempDir,
}

impl Place {
    /// Two documents of one name, one that is alone, and one that is none.
    fn new() -> Self {
        let place = Self {
            documents: TempDir::new().unwrap(),
            data: TempDir::new().unwrap(),
        };
        for (name, text) in [
            ("ferry.txt", "The ferry sails at nine."),
            ("north/bus.txt", "The bus to the north leaves at ten."),
            ("south/bus.txt", "The bus to the south leaves at eleven."),
            ("south/tram.txt", "The tram carries 90 passengers."),
            ("south/photo.png", "PNG"),
        ] {
            let path = place.documents.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        place
    }

    fn quoth(&self) -> Quoth {
        Self::of(&[self.documents.path().to_owned()], self.data.path())
    }

    fn of(roots: &[PathBuf], data: &Path) -> Quoth {
        let origin = Origin {
            data: Some(data.to_owned()),
            ..Origin::in_memory(roots)
        };
        Quoth::open(origin, Settings::default(), |_| {}).unwrap()
    }

    fn kept(&self, name: &str) -> PathBuf {
        self.data.path().join("forgotten").join(name)
    }
}

fn names(quoth: &Quoth) -> Vec<String> {
    let index = quoth.index();
    let documents = index.sources().unwrap().into_iter();
    let skipped = index.contents().unwrap().skipped.into_iter();
    let names = documents.map(|source| source.name);
    names.chain(skipped.map(|file| file.name)).collect()
}

#[test]
fn a_file_is_kept_elsewhere_and_can_be_put_back() {
    let place = Place::new();
    let quoth = place.quoth();
    let before = names(&quoth);
    let path = place.documents.path().join("south/tram.txt");
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    for name in ["south/tram.txt", "tram.txt"] {
        let forgotten = quoth.forget(name).unwrap();
        assert_eq!(forgotten.name, "south/tram.txt");
        assert!(!path.exists() && place.kept("tram.txt").exists());
        assert!(!names(&quoth).contains(&forgotten.name));
        quoth.restore(&forgotten).unwrap();
        assert!(path.exists() && !place.kept("tram.txt").exists());
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), modified);
        assert_eq!(names(&quoth), before);
    }
}

#[test]
fn what_was_skipped_can_be_forgotten_too() {
    let place = Place::new();
    let quoth = place.quoth();
    quoth.forget("south/photo.png").unwrap();
    assert!(quoth.index().contents().unwrap().skipped.is_empty());
    assert!(place.kept("photo.png").exists());
}

#[test]
fn a_name_must_tell_one_file_that_is_known() {
    let place = Place::new();
    let quoth = place.quoth();
    let before = names(&quoth);
    fs::write(place.data.path().join("questions"), "private").unwrap();
    let data = place.data.path().file_name().unwrap().to_string_lossy();
    let outside = format!("../{data}/questions");
    let absolute = place.documents.path().join("ferry.txt");
    for name in [
        "",
        ".",
        "..",
        "south",
        "zeppelin.txt",
        &outside,
        &absolute.to_string_lossy(),
    ] {
        let refused = quoth.forget(name).unwrap_err();
        let is_unknown = matches!(refused, ForgetError::Unknown);
        assert!(is_unknown, "{name:?}: {refused}");
    }
    let several = quoth.forget("bus.txt").unwrap_err().to_string();
    let wanted = "several documents have that name: north/bus.txt, south/bus.txt";
    assert_eq!(several, wanted);
    assert_eq!(names(&quoth), before);
}

#[test]
fn two_forgotten_files_of_one_name_are_both_kept() {
    let place = Place::new();
    let quoth = place.quoth();
    let north = quoth.forget("north/bus.txt").unwrap();
    let south = quoth.forget("south/bus.txt").unwrap();
    assert!(place.kept("bus.txt").exists() && place.kept("bus 2.txt").exists());
    quoth.restore(&north).unwrap();
    quoth.restore(&south).unwrap();
    let back = fs::read_to_string(place.documents.path().join("south/bus.txt")).unwrap();
    assert!(back.contains("south"));
}

#[test]
fn a_file_does_not_come_back_over_another_nor_twice() {
    let place = Place::new();
    let quoth = place.quoth();
    let path = place.documents.path().join("ferry.txt");
    let forgotten = quoth.forget("ferry.txt").unwrap();
    fs::write(&path, "The ferry sails at five.").unwrap();
    let taken = quoth.restore(&forgotten).unwrap_err();
    assert!(matches!(taken, ForgetError::Taken), "{taken}");
    assert!(fs::read_to_string(&path).unwrap().contains("five"));
    fs::remove_file(&path).unwrap();
    quoth.restore(&forgotten).unwrap();
    let gone = quoth.restore(&forgotten).unwrap_err();
    assert!(matches!(gone, ForgetError::Immovable(_)), "{gone}");
}

#[test]
fn what_was_received_is_taken_back_and_no_other_file_of_its_name() {
    let place = Place::new();
    let quoth = place.quoth();
    let received = quoth.receive("photo.txt", b"The photo shows a ferry.");
    let received = received.unwrap();
    assert!(received.can_be_taken_back);
    let path = place.documents.path().join("south/photo.txt");
    fs::write(&path, "The photo shows a tram.").unwrap();
    quoth.take_back(&received).unwrap();
    assert!(place.kept("photo.txt").exists());
    let again = quoth.take_back(&received).unwrap_err();
    assert!(matches!(again, ForgetError::Unknown), "{again}");
    assert!(path.exists());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let place = Place::new();
    let outside = place.data.path().join("secret.txt");
    fs::write(&outside, "secret").unwrap();
    let link = place.documents.path().join("link.txt");
    std::os::unix::fs::symlink(&outside, &link).unwrap();
    let folder = place.documents.path().join("elsewhere");
    std::os::unix::fs::symlink(place.data.path(), folder).unwrap();
    let quoth = place.quoth();
    let refused = quoth.forget("link.txt").unwrap_err();
    assert!(matches!(refused, ForgetError::NoFile), "{refused}");
    let refused = quoth.forget("elsewhere/secret.txt").unwrap_err();
    assert!(matches!(refused, ForgetError::Unknown), "{refused}");
    assert!(link.exists() && outside.exists());
}

#[test]
fn what_quoth_cannot_do_without_stays() {
    let place = Place::new();
    let ferry = place.documents.path().join("ferry.txt");
    let south = place.documents.path().join("south");
    let quoth = Place::of(&[ferry.clone(), south], place.data.path());
    let refused = quoth.forget("ferry.txt").unwrap_err();
    assert!(matches!(refused, ForgetError::Root), "{refused}");
    let north = place.documents.path().join("north");
    let quoth = Place::of(&[north], place.data.path());
    let refused = quoth.forget("bus.txt").unwrap_err();
    assert!(matches!(refused, ForgetError::Last), "{refused}");
    assert!(ferry.exists());
}

#[test]
fn without_a_place_to_keep_it_a_file_stays() {
    let place = Place::new();
    let roots = [place.documents.path().to_owned()];
    let nowhere = Quoth::open(Origin::in_memory(&roots), Settings::default(), |_| {}).unwrap();
    let refused = nowhere.forget("ferry.txt").unwrap_err();
    assert!(matches!(refused, ForgetError::NoData), "{refused}");
    let hidden = Place::of(&roots, &roots[0].join(".data"));
    let forgotten = roots[0].join(".data/forgotten");
    fs::create_dir_all(&forgotten).unwrap();
    hidden.forget("ferry.txt").unwrap();
    assert!(forgotten.join("ferry.txt").exists());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Also where it was open to others before.
        let mode = fs::metadata(&forgotten).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}

#[cfg(unix)]
#[test]
fn what_is_written_while_a_file_is_moved_is_kept() {
    use std::io::Write as _;
    let place = Place::new();
    let quoth = place.quoth();
    let path = place.documents.path().join("ferry.txt");
    let mut open = fs::File::options().append(true).open(&path).unwrap();
    let forgotten = quoth.forget("ferry.txt").unwrap();
    write!(open, " The crossing takes an hour.").unwrap();
    let kept = fs::read_to_string(place.kept("ferry.txt")).unwrap();
    assert!(kept.ends_with("an hour."), "{kept}");
    quoth.restore(&forgotten).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), kept);
}

#[test]
fn a_file_that_changes_while_it_is_copied_is_copied_again_or_stays() {
    let place = TempDir::new().unwrap();
    let [file, target] = ["ferry.txt", "kept.txt"].map(|name| place.path().join(name));
    for (changes, is_moved) in [(0, true), (1, true), (2, false)] {
        fs::write(&file, "The ferry").unwrap();
        let mut times = 0;
        let put = |copy: tempfile::NamedTempFile| {
            copy.persist_noclobber(&target).unwrap();
            times += 1;
            if times <= changes {
                fs::write(&file, "The ferry sails".repeat(times)).unwrap();
            }
            Ok(target.clone())
        };
        let moved = move_by_copy(&file, place.path(), put);
        assert_eq!(moved.is_ok(), is_moved, "{changes}: {moved:?}");
        assert_eq!((file.exists(), target.exists()), (!is_moved, is_moved));
        if is_moved {
            let text = fs::read_to_string(&target).unwrap();
            assert_eq!(text.contains("sails"), changes == 1);
            fs::remove_file(&target).unwrap();
        }
    }
}

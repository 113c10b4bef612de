//! What a `.gitignore` or `.ignore` among the documents leaves out.
//!
//! Only those inside the corpus count: the same folder gives the same documents
//! anywhere. One that cannot be read, or is endless, leaves out its whole folder:
//! nobody knows what its owner did not want to be read.

use std::collections::HashMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::{encoding, invisible, opening};

/// The files of rules, the weightier first.
const NAMES: [&str; 2] = [".ignore", ".gitignore"];
/// A file of rules of more bytes than this is none.
const LARGEST: u64 = 64 * 1024;
/// A file of more rules is refused, too: a rule in which anything may stand takes kilobytes of memory.
const MOST: usize = 1000;

/// The rules of a root and of the folders down to the one that is walked.
pub(super) struct Rules {
    root: PathBuf,
    of_folders: HashMap<PathBuf, [Gitignore; 2]>,
    /// Files of rules that cannot be read, and why.
    pub(super) unread: Vec<(PathBuf, String)>,
}

impl Rules {
    /// Those of a root, which is let in whatever its rules are.
    pub(super) fn below(root: &Path) -> Self {
        let mut rules = Self {
            root: root.to_owned(),
            of_folders: HashMap::new(),
            unread: Vec::new(),
        };
        rules.read(root);
        rules
    }

    /// Whether a file or folder is read, whose folder was let in.
    pub(super) fn let_in(&mut self, path: &Path, is_folder: bool) -> bool {
        // Of a root alone it may be that its rules cannot be read.
        let folder = path.parent().unwrap_or(path);
        let is_known = self.of_folders.contains_key(folder);
        is_known && !self.leave_out(path, is_folder) && (!is_folder || self.read(path))
    }

    /// Whether rules leave a file or folder out: those of the innermost folder count first.
    fn leave_out(&self, path: &Path, is_folder: bool) -> bool {
        let above = path.ancestors().skip(1);
        let within = above.take_while(|folder| folder.starts_with(&self.root));
        let folders: Vec<_> = within.filter_map(|it| self.of_folders.get(it)).collect();
        for kind in 0..NAMES.len() {
            for rules in &folders {
                match rules[kind].matched(path, is_folder) {
                    Match::Ignore(_) => return true,
                    Match::Whitelist(_) => return false,
                    Match::None => {}
                }
            }
        }
        false
    }

    /// Reads the rules of a folder; `false` if they cannot be read.
    fn read(&mut self, folder: &Path) -> bool {
        let mut both = [Gitignore::empty(), Gitignore::empty()];
        for (name, rules) in NAMES.iter().zip(&mut both) {
            match of(folder, name) {
                Ok(read) => *rules = read,
                Err(error) => {
                    self.unread.push((folder.join(name), error.to_string()));
                    return false;
                }
            }
        }
        // Those that the walk has left are not needed again.
        self.of_folders.retain(|above, _| folder.starts_with(above));
        self.of_folders.insert(folder.to_owned(), both);
        true
    }
}

/// The rules that a file in a folder has; none where there is no such file.
fn of(folder: &Path, name: &str) -> io::Result<Gitignore> {
    let file = match opening::open_anywhere(&folder.join(name)) {
        // A root may be a file itself, and has none below it.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Gitignore::empty());
        }
        opened => opened?,
    };
    let refused = |why: &str| Err(io::Error::other(why.to_owned()));
    let text = encoding::decode(opening::read(file, LARGEST)?);
    let Some(text) = text.filter(|text| !text.contains('\0')) else {
        return refused("not a text");
    };
    let mut rules = GitignoreBuilder::new(folder);
    let lines = invisible::without_mark(&text).split(['\n', '\r']);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST {
        return refused("too many rules");
    }
    for line in lines {
        // As git does, what is no rule is passed over.
        let _ = rules.add_line(None, line);
    }
    rules.build().map_err(io::Error::other)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use crate::corpus::files;

    /// What is read in a folder, and what is told of the rest.
    fn found(folder: &TempDir) -> (Vec<String>, Vec<String>) {
        let (found, skipped) = files::find(&[folder.path().to_owned()]).unwrap();
        let told = |file: files::Skipped| format!("{}: {}", file.name, file.reason);
        (
            found.into_iter().map(|file| file.name).collect(),
            skipped.into_iter().map(told).collect(),
        )
    }

    fn folder(files: &[(&str, &str)]) -> TempDir {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn the_innermost_rules_count_first_and_ignore_more_than_gitignore() {
        let place = folder(&[
            (
                ".gitignore",
                "\u{feff}*.txt\n!keep.txt\n# a comment\n[\nout/\n",
            ),
            ("tram.txt", "a"),
            ("keep.txt", "a"),
            ("lines/.gitignore", "!tram.txt\n/keep.txt\n"),
            ("lines/tram.txt", "a"),
            ("lines/keep.txt", "a"),
            ("lines/deep/keep.txt", "a"),
            ("lines/out/keep.txt", "a"),
            ("old/.ignore", "!*.txt\n"),
            ("old/ferry.txt", "a"),
        ]);
        let names = [
            "keep.txt",
            "lines/deep/keep.txt",
            "lines/tram.txt",
            "old/ferry.txt",
        ];
        assert_eq!(
            found(&place),
            (names.map(str::to_owned).to_vec(), Vec::new())
        );
    }

    #[test]
    fn rules_count_in_whatever_encoding_and_with_whatever_line_ends() {
        let place = folder(&[("tram.txt", "a"), ("old/tram.txt", "a")]);
        let utf_16 = "\u{feff}tram.txt\r\n".encode_utf16();
        let utf_16: Vec<u8> = utf_16.flat_map(u16::to_le_bytes).collect();
        fs::write(place.path().join(".gitignore"), utf_16).unwrap();
        fs::write(place.path().join("old/.gitignore"), "# a\r!tram.txt\rb").unwrap();
        assert_eq!(found(&place), (vec!["old/tram.txt".to_owned()], Vec::new()));
    }

    #[test]
    fn too_many_rules_and_bytes_that_are_no_text_leave_their_folder_out() {
        let many = "**/x*/**\n".repeat(super::MOST + 1);
        let place = folder(&[
            ("tram.txt", "a"),
            ("many/ferry.txt", "a"),
            ("many/.gitignore", &many),
            ("large/ferry.txt", "a"),
            ("large/.gitignore", &"tram ".repeat(20_000)),
            ("bytes/ferry.txt", "a"),
            ("bytes/.ignore", &format!("{}\0", "ferry.txt\n".repeat(9))),
        ]);
        let (names, told) = found(&place);
        assert_eq!(names, ["tram.txt"]);
        let wanted = [
            "bytes/.ignore: not a text",
            "large/.gitignore: larger than 64 KB",
            "many/.gitignore: too many rules",
        ];
        let wanted = wanted.map(|why| format!("{why}, so nothing of its folder is read"));
        assert_eq!(told, wanted);
    }

    #[cfg(unix)]
    #[test]
    fn rules_that_are_a_pipe_or_endless_leave_their_folder_out() {
        use std::os::unix::fs::symlink;

        let place = folder(&[
            ("tram.txt", "a"),
            ("pipe/ferry.txt", "a"),
            ("endless/ferry.txt", "a"),
            ("linked/ferry.txt", "a"),
            ("linked/draft.txt", "a"),
        ]);
        let at = |name: &str| place.path().join(name);
        let made = std::process::Command::new("mkfifo")
            .arg(at("pipe/.gitignore"))
            .status();
        assert!(made.unwrap().success());
        symlink("/dev/zero", at("endless/.ignore")).unwrap();
        // Whoever keeps their rules elsewhere means them all the same.
        let rules = folder(&[("rules", "draft*")]);
        symlink(rules.path().join("rules"), at("linked/.ignore")).unwrap();
        let (names, told) = found(&place);
        assert_eq!(names, ["linked/ferry.txt", "tram.txt"]);
        let why = "not a regular file, so nothing of its folder is read";
        let wanted = ["endless/.ignore", "pipe/.gitignore"].map(|file| format!("{file}: {why}"));
        assert_eq!(told, wanted);
    }
}

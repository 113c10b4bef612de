//! What is said of the documents as a whole, of what was skipped, and of Quoth itself.

use std::fmt::Write as _;
use std::path::Path;

use super::{Wording, printable};
use crate::answer::SmallTalk;
use crate::corpus::Skipped;
use crate::index::{Contents, Index, IndexError};

/// Skipped files that are named in an overview before the rest is only counted.
const SKIPPED_NAMED: usize = 20;
/// The same where nobody asked.
const UNREADABLE_NAMED: usize = 10;

impl Wording {
    /// How many documents there are and how many files were skipped, in a line.
    pub(crate) fn overview_of(self, contents: &Contents) -> String {
        let overview = self.overview(contents.documents, contents.passages);
        match contents.skipped.len() {
            0 => overview,
            skipped => self.overview_skipped(overview, skipped),
        }
    }

    /// From which file settings were read.
    #[must_use]
    pub fn settings_of(self, file: &Path) -> String {
        self.settings_read(file.display().to_string())
    }

    /// That the index holds what the documents do.
    #[must_use]
    pub fn kept_up_to_date(self, contents: &Contents) -> String {
        self.up_to_date(self.overview_of(contents))
    }

    /// A line that shows how far reading is, as a template of indicatif.
    #[must_use]
    pub fn progress(self) -> String {
        let speed = "{bytes_per_sec}";
        self.reading("{bar:30}", "{bytes}", "{total_bytes}", speed, "{eta}")
    }

    /// The documents with the size of their index, and what was skipped and why: a line each.
    ///
    /// # Errors
    ///
    /// Where the index fails.
    pub fn sources_of(self, index: &Index) -> Result<String, IndexError> {
        let contents = index.contents()?;
        let overview = self.overview_of(&contents);
        let mut text = self.overview_and_size(overview, size(index.size()?)) + "\n";
        for source in index.sources()? {
            let line = self.source(&source.title, source.passages);
            let _ = writeln!(text, "  {}  {line}", printable(&source.name));
        }
        Ok(text + &self.skipped_files(&contents.skipped))
    }

    /// The files that were skipped, a line each; empty where none was.
    pub(crate) fn skipped_files(self, files: &[Skipped]) -> String {
        if files.is_empty() {
            return String::new();
        }
        let more = files.len().saturating_sub(SKIPPED_NAMED);
        let more = (more > 0).then(|| self.skipped_more(more));
        lines(self.skipped(), files.iter().take(SKIPPED_NAMED), more)
    }

    /// That files were skipped, and of the unreadable ones which and why, for
    /// somebody who did not ask: a folder of pictures takes one line. Empty where
    /// none was skipped.
    #[must_use]
    pub fn unreadable_files(self, files: &[Skipped]) -> String {
        let unreadable = files.iter().filter(|file| file.is_unreadable);
        let named: Vec<&Skipped> = unreadable.take(UNREADABLE_NAMED).collect();
        match (files.len(), named.len()) {
            (0, _) => return String::new(),
            (all, 0) => return self.unreadable_none(all) + "\n",
            _ => {}
        }
        let more = files.len() - named.len();
        let more = (more > 0).then(|| self.unreadable_more(more));
        lines(self.unreadable(files.len()), named.into_iter(), more)
    }

    /// What is said to talk that is about no document; the documents are those of `index`.
    pub(crate) fn itself(self, about: SmallTalk, index: &Index) -> Result<String, IndexError> {
        Ok(match about {
            SmallTalk::Documents => self.sources_of(index)? + &self.read_again(),
            SmallTalk::Abilities => {
                let overview = self.overview_of(&index.contents()?);
                format!("{}\n{}", self.abilities(), self.there_are(overview))
            }
            SmallTalk::Maker => self.maker(),
            SmallTalk::Summary => self.summary(),
            SmallTalk::Opinion => self.opinion(),
            SmallTalk::Leave => self.goodbye(),
            SmallTalk::Greeting | SmallTalk::Doubt | SmallTalk::Back => self.ask_me(),
        })
    }
}

/// Under a heading files, each with the reason why it was skipped, and that there are more.
fn lines<'f>(
    heading: String,
    files: impl Iterator<Item = &'f Skipped>,
    more: Option<String>,
) -> String {
    let line = |file: &Skipped| printable(&format!("{}: {}", file.name, file.reason)).into_owned();
    let mut text = heading + "\n";
    for line in files.map(line).chain(more) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// So many bytes as people say it: "1.2 MB".
fn size(bytes: u64) -> String {
    let megabytes = bytes as f64 / 1e6;
    if megabytes < 1.0 {
        format!("{} kB", bytes.div_ceil(1000))
    } else {
        format!("{megabytes:.1} MB")
    }
}

/// A number with its English noun, for whoever runs Quoth: "1 file", "2 files".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

//! What the weights are fitted on: sets of questions, asked of corpora of many sizes and kinds.

use std::path::{Path, PathBuf};

use crate::data::{self, Question};

/// Corpora that count together: a set of questions, and what it is asked of.
pub struct Group {
    /// The set's name, and how its corpora differ from the set as it is.
    pub name: String,
    /// The set's name alone.
    pub set: &'static str,
    /// All questions of all its corpora.
    pub questions: Vec<Question>,
}

/// Turns of conversations, from the halves of public sets that the reader was not trained on, and
/// others whose answers were taken out of the documents: `examples/train_reader/talkset.py` makes them.
/// Those of `written.py` come with turns that nothing answers.
const CONVERSATIONS: &[&[&str]] = &[
    &["talks-offices", "talks-offices-absent"],
    &["talks-rules", "talks-rules-absent"],
    &["talks-follow", "talks-follow-absent"],
    &["onward"],
];

/// Sets with documents to a corpus, of each only every other paragraph (0 for all of them whole), and
/// unrelated documents to each of these. Small corpora teach the confidence what a folder of a few
/// documents on one subject looks like (see [`data::read_in_parts`]), unrelated documents that they
/// change nothing.
const PLANS: &[(&str, usize, usize)] = &[
    ("xquad-en", 0, 0),
    ("xquad-en-absent", 0, 0),
    ("squad2-half", 0, 0),
    ("clapnq", 0, 0),
    ("mtrag-cloud", 0, 0),
    ("xquad-en", 4, 0),
    ("xquad-en", 4, 10),
    ("xquad-en", 4, 100),
    ("squad2-half", 1, 0),
    ("squad2-half", 1, 10),
    ("squad2-half", 1, 100),
    ("clapnq", 20, 0),
    ("clapnq", 20, 10),
    ("clapnq", 20, 100),
];

/// The sets whose documents are unrelated to those of the others.
const APART: &[&str] = &["xquad-en", "clapnq", "mtrag-cloud"];

/// Short documents of many kinds, each asked alone questions in other words than its own, of which those
/// that it does not answer were written to look answerable: what `examples/train_reader/written.py`
/// keeps aside. In one folder many of the questions would have several answers.
pub const WRITTEN: &str = "written";

/// The same in other languages than English.
pub const FOREIGN: &str = "foreign";

/// Reads every group from `folder`.
pub fn read(folder: &Path) -> anyhow::Result<Vec<Group>> {
    let mut groups: Vec<Group> = PLANS
        .iter()
        .map(|&(set, size, strangers)| Group::read(folder, set, size, strangers))
        .collect::<anyhow::Result<_>>()?;
    groups.push(Group {
        name: WRITTEN.to_owned(),
        set: WRITTEN,
        questions: data::read_each(folder, WRITTEN)?,
    });
    Ok(groups)
}

/// Reads the turns of conversations from `folder`.
pub fn read_conversations(folder: &Path) -> anyhow::Result<Vec<Group>> {
    let group = |sets: &&[&'static str]| {
        let mut questions = Vec::new();
        for set in *sets {
            questions.extend(data::read(folder, set)?);
        }
        Ok(Group {
            name: sets[0].to_owned(),
            set: sets[0],
            questions,
        })
    };
    CONVERSATIONS.iter().map(group).collect()
}

/// Those of them that tell the gold sentences, by which it is known what half of a document answers;
/// and three of those about documents in English.
const BY_FOUR: &[&str] = &[
    "xquad-de",
    "xquad-es",
    "xquad-ru",
    "xquad-zh",
    "across-es",
    "across-ru",
    "across-zh",
];

/// Reads the groups in other languages from `folder`.
pub fn read_other_languages(folder: &Path) -> anyhow::Result<Vec<Group>> {
    let mut groups = read_in_languages(folder, data::OTHER_LANGUAGES)?;
    groups.push(Group {
        name: FOREIGN.to_owned(),
        set: FOREIGN,
        questions: data::read_each(folder, FOREIGN)?,
    });
    Ok(groups)
}

/// Reads the groups of `sets`, of which each is in a language of its own, from `folder`.
pub fn read_in_languages(folder: &Path, sets: &[&'static str]) -> anyhow::Result<Vec<Group>> {
    let mut groups = Vec::new();
    for &set in sets {
        let mut add = |how: &str, questions| {
            let name = format!("{set}{how}");
            groups.push(Group {
                name,
                set,
                questions,
            });
        };
        add("", data::read(folder, set)?);
        add(", half absent", data::read_half(folder, set)?);
        if BY_FOUR.contains(&set) {
            add(" by 4", data::read_in_parts(folder, set, 4, &[], 0)?);
        }
    }
    Ok(groups)
}

impl Group {
    fn read(
        folder: &Path,
        set: &'static str,
        size: usize,
        strangers: usize,
    ) -> anyhow::Result<Self> {
        let (others, most) = (unrelated(folder, set)?, size * strangers);
        let (name, questions) = match size {
            0 => (set.to_owned(), data::read(folder, set)?),
            size => (
                format!("{set} by {size}, {most} unrelated"),
                data::read_in_parts(folder, set, size, &others, most)?,
            ),
        };
        Ok(Self {
            name,
            set,
            questions,
        })
    }

    /// Whether it is a set as it is, on which figures are reported.
    pub fn is_whole(&self) -> bool {
        self.name == self.set
    }
}

/// Documents of other sets that have nothing to do with those of `set`, in a mixed order.
fn unrelated(folder: &Path, set: &str) -> anyhow::Result<Vec<PathBuf>> {
    // The articles of the squad sets are among those of the xquad sets.
    let kind = |name: &str| name.replace("xquad", "squad")[..5].to_owned();
    let mut found = Vec::new();
    for other in APART.iter().filter(|other| kind(other) != kind(set)) {
        let file = folder.join(other).join("questions.jsonl");
        found.extend(data::documents(&file)?);
    }
    found.sort_by_key(|path| data::hash(&path.to_string_lossy()));
    Ok(found)
}

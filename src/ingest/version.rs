//! Which version of Quoth, and of the crates that make an index, what is kept is of.

/// The version of all that is kept. It has to be raised with every change to
/// what a file is read as, to tokens, names or acronyms, or to a record: what
/// another version kept is thrown away, and read again.
const VERSION: u32 = 19;
/// The crates by which files become text, sentences and tokens, and what is kept,
/// as `Cargo.lock` has them. Another version of one may do otherwise.
const MADE_BY: &[(&str, &str)] = &[
    ("chardetng", "1.0.0"),
    ("csv", "1.4.0"),
    ("csv-core", "0.1.13"),
    ("dom_query", "0.29.0"),
    ("dom_smoothie", "0.19.0"),
    ("encoding_rs", "0.8.44"),
    ("frostem", "1.20260821.8"),
    ("html5ever", "0.40.1"),
    ("icu_segmenter", "2.4.0"),
    ("icu_segmenter_data", "2.4.0"),
    ("mail-parser", "0.11.9"),
    ("pdfboss-core", "2.16.1"),
    ("pdfboss-encoding", "2.16.1"),
    ("pdfboss-output", "2.16.1"),
    ("pdfboss-text", "2.16.1"),
    ("pulldown-cmark", "0.13.6"),
    ("quick-xml", "0.42.0"),
    ("sentencex", "0.1.33"),
    ("tantivy", "0.27.0"),
    ("unicode-normalization", "0.1.26"),
    ("whatlang", "0.18.0"),
];

/// The name of the folder in which this version keeps an index.
pub(super) fn folder() -> String {
    let mut made_by = xxhash_rust::xxh3::Xxh3::new();
    for (name, version) in MADE_BY {
        made_by.update(format!("{name} {version}\n").as_bytes());
    }
    let made_by = made_by.digest();
    format!("v{VERSION}-{made_by:016x}")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::corpus;
    use crate::index::Analysis;
    use crate::language::{Language, analyser};

    /// The hash of what [`SAMPLES`] are kept as by this [`VERSION`].
    const KEPT: u64 = 9_788_800_202_202_159_669;
    const SAMPLES: &[(&str, &str)] = &[
        (
            "ferries.md",
            "---\ndate: 2024-05-01\n---\n# Ferries\n\nThe *World Ferry Union* (WFU) met in Port Ellery. Captain Anna Brandt said: \"It is 1.5 million crowns.\"\n\n- Boats sail at nine.\n\n| Boat | Fare |\n|---|---|\n| Heron | 3 |\n",
        ),
        (
            "museum.txt",
            "The Clock Museum\n\nIt shows 1,400 clocks. Hester Vale, its founder, sailed.\n",
        ),
        (
            "page.html",
            "<html><body><h1>Trams</h1><p>The tram of Aldermere carries 90 people.</p></body></html>",
        ),
        ("table.csv", "boat,fare\nHeron,3 crowns\n"),
        (
            "talk.srt",
            "1\n00:00:01,000 --> 00:00:04,000\nThe ferries are sailing.\n",
        ),
        (
            "letter.eml",
            "From: Ann <a@example.org>\nSubject: Boats\nDate: Tue, 18 Mar 2025 10:00:00 +0000\n\nThey sailed at nine.\n",
        ),
        ("note.rtf", "{\\rtf1 The quay was repaired.\\par Twice.}"),
        (
            "bruecken.txt",
            "Die Brücken\n\nDie Brücken der Stadt sind im Winter nicht geöffnet, und es gibt zwölf davon.\n",
        ),
        (
            "мосты.txt",
            "Мосты города закрыты зимой, а летом по ним ходят трамваи.\n",
        ),
    ];

    #[test]
    fn what_is_kept_changes_with_its_version_only() {
        let mut all = Vec::new();
        for (name, text) in SAMPLES {
            let language = Language::of(text).unwrap_or(Language::ENGLISH);
            for token in analyser::analyse_in(text, language) {
                let (word, is_stop) = (&token.word, token.is_stop_word());
                all.extend(format!("{word} {} {is_stop};", language.term(word)).bytes());
            }
            let document = corpus::parse(name, text.as_bytes().to_vec()).unwrap();
            all.extend(format!("{:?}", Analysis::of(&document)).bytes());
        }
        let told = "files are read otherwise than before: raise VERSION, and put this hash in KEPT";
        assert_eq!(xxhash_rust::xxh3::xxh3_64(&all), KEPT, "{told}");
    }

    #[test]
    fn the_crates_that_make_an_index_are_pinned_and_part_of_its_version() {
        let table = |text: &str| text.parse::<toml::Table>().unwrap();
        let lock = table(include_str!("../../Cargo.lock"));
        for (name, version) in MADE_BY {
            let packages = lock["package"].as_array().unwrap().iter();
            let own = packages.filter(|package| package["name"].as_str() == Some(name));
            let locked: Vec<&str> = own.filter_map(|it| it["version"].as_str()).collect();
            let told = format!("{name}: MADE_BY is to have what Cargo.lock has");
            assert_eq!(locked, [*version], "{told}");
        }
        let manifest = table(include_str!("../../Cargo.toml"));
        for (name, wanted) in manifest["dependencies"].as_table().unwrap() {
            let wanted = wanted.get("version").unwrap_or(wanted).as_str().unwrap();
            let made_by = MADE_BY.iter().find(|(it, _)| it == name);
            let pinned = made_by.map(|(_, version)| format!("={version}"));
            match pinned {
                Some(pinned) => assert_eq!(wanted, pinned, "{name}: is to be pinned"),
                None => assert!(!wanted.starts_with('='), "{name}: add it to MADE_BY"),
            }
        }
    }
}

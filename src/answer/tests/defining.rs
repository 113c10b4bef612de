//! What something is, where everything speaks of it.

use super::*;

/// Sixty documents that have little but the word, and one that says what it means.
fn winches(definition: &str) -> Index {
    let mut documents: Vec<(String, String)> = (0..60)
        .map(|number| {
            let lines = (0..4).map(|line| format!("- Winch model {number}{line}\n"));
            (format!("{number}.md"), lines.collect())
        })
        .collect();
    documents.push(("glossary.md".to_owned(), definition.to_owned()));
    let parse = |(name, text)| Document::parse(name, text, Format::Markdown);
    let documents: Vec<Document> = documents.into_iter().map(parse).collect();
    Index::build(&documents).expect("a small corpus can be indexed")
}

#[test]
fn what_says_what_it_is_comes_before_all_that_has_the_word() {
    for definition in [
        "# Words of the harbour\n\nSome are old.\n\nA winch is a drum that is turned by hand, on which a rope is wound until the boat stands on the slip.\n",
        "# Words of the harbour\n\n## Hoist\n\nIt lifts.\n\n## Winch\n\nBy hand, a winch turns a drum, on which a rope is wound until the boat stands on the slip.\n",
        "# Words of the harbour\n\n- Hoist: lifts.\n- Winch: a drum that is turned by hand, on which a rope is wound until the boat stands on the slip.\n",
    ] {
        let answer = first(&winches(definition), "What is a winch?");
        assert!(answer.contains("drum"), "{answer}");
    }
}

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
    index_of(Format::Markdown, &documents)
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

/// A page of options, as manuals have them: each with what it is for, under labels and lists.
const OPTIONS: &str = "# Mooring\n\n## Synopsis\n\n```\nmoor [--tide-gate] BOAT\n```\n\n## Description\n\n\
    Ties up a boat and waits for its crew.\n\nMoor nothing in a storm.\n\n## Options\n\n\
    ### `-t`, `--tide-gate=HOURS`\n\n- Default: 2\n- Type: number\n\n> Stability: 2 - Stable\n\n\
    How long the harbour stays open before it shuts. It needs high water.\n\n\
    ### `--quiet`\n\n- Default: false\n\nSays nothing. Works with `--tide-gate` too.\n\n\
    ### `all_options`\n\nThese may be combined:\n\n- `--tide-gate`\n- `--quiet`\n";

#[test]
fn what_an_entry_does_is_told_by_the_text_below_its_name() {
    let index = page(OPTIONS);
    for question in [
        "What does --tide-gate do?",
        "what is --tide-gate used for",
        "explain --tide-gate",
        "--tide-gate",
    ] {
        let answer = first(&index, question);
        assert!(
            answer.starts_with("How long the harbour"),
            "{question}: {answer}"
        );
    }
    // The page is told by its description, not by its synopsis.
    assert_eq!(
        first(&index, "What does moor do?"),
        "Ties up a boat and waits for its crew."
    );
    let default = first(&index, "What is the default of --tide-gate?");
    assert!(default.contains("Default: 2"), "{default}");
}

#[test]
fn an_option_that_is_a_little_word_is_searched_for() {
    let text = "# Options\n\n## `--only`\n\nLeaves the other boats alone.\n\n## `--all`\n\nTakes every boat there is.\n";
    let index = page(text);
    for (question, wanted) in [
        ("What does --only do?", "Leaves the other boats alone."),
        ("What does --all do?", "Takes every boat there is."),
    ] {
        assert_eq!(first(&index, question), wanted, "{question}");
    }
}

#[test]
fn a_manual_page_as_text_tells_each_option_by_what_stands_below_it() {
    let text = "MOOR(1)                   Harbour Manual                   MOOR(1)\n\n\
        NAME\n       moor - tie up a boat\n\nOPTIONS\n       -t, --tide <hours>\n           \
        Wait for the water to rise, which may take a while.\n\n       --quiet\n           \
        Say nothing, not even that --tide has come to an end.\n\nSEE ALSO\n       The chapter on ropes.\n";
    let index = index(&[("moor.txt", text)]);
    let answer = ask(&index, "What does --tide do?");
    let reading = &quotes(&answer)[0].reading;
    assert!(reading.starts_with("Wait for the water"), "{reading}");
    let headings = &quotes(&answer)[0].citations[0].headings;
    let option = ["OPTIONS", "-t, --tide <hours>"].map(str::to_owned);
    assert!(headings.ends_with(&option), "{headings:?}");
    let answer = ask(&index, "Which chapter is about ropes?");
    let headings = &quotes(&answer)[0].citations[0].headings;
    assert!(headings.ends_with(&["SEE ALSO".to_owned()]), "{headings:?}");
}

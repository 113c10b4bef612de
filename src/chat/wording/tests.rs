//! What is said of skipped files and of answers that are not there.

use super::*;

#[test]
fn only_what_should_have_been_read_is_named_unasked() {
    let skipped = |name: String, reason: &str| Skipped {
        name,
        reason: reason.to_owned(),
        is_unreadable: reason == "it is empty",
    };
    let kind = "not of a kind that Quoth reads";
    let mut files: Vec<_> = (0..30).map(|n| skipped(format!("{n}.png"), kind)).collect();
    assert_eq!(unreadable(&[]), "");
    assert_eq!(
        unreadable(&files),
        "30 files skipped: quoth sources says why\n"
    );
    files.push(skipped("bus\u{1b}.txt".to_owned(), "it is empty"));
    assert_eq!(
        unreadable(&files),
        "31 files skipped:\n  bus\u{fffd}.txt: it is empty\n  and 30 more: quoth sources says why\n"
    );
    let files: Vec<_> = (0..12)
        .map(|n| skipped(format!("{n}.txt"), "it is empty"))
        .collect();
    let told = unreadable(&files);
    assert_eq!(told.matches(": it is empty\n").count(), 10);
    assert!(told.ends_with("\n  and 2 more: quoth sources says why\n"));
    assert!(!unreadable(&files[..10]).contains("more"));
}

#[test]
fn an_abstention_says_what_is_missing() {
    let said = |reason, words: &[&str], beside: &[&str]| {
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let missing = Missing {
            words: owned(words),
            beside: owned(beside),
            languages: None,
        };
        abstention(reason, &missing, "")
    };
    assert_eq!(
        said(Reason::NoMatch, &["a", "b", "c"], &[]),
        "The documents do not answer that: none of them mentions “a”, “b” or “c”."
    );
    let weak = "I find no answer to that in the documents.";
    assert_eq!(said(Reason::WeakEvidence, &[], &[]), weak);
    assert_eq!(
        said(Reason::WeakEvidence, &["a", "b"], &[]),
        format!("{weak} No document mentions “a” or “b”.")
    );
    assert_eq!(
        said(Reason::WeakEvidence, &["a"], &["B"]),
        format!("{weak} No passage mentions “a” together with “B”.")
    );
}

//! Plain words for the features of a sentence and the signals of the confidence.

/// What is known by a name in plain words; a name that is not among them is readable by itself.
const MEANINGS: &str = "\
sentence_bm25: rare words of the question in the sentence
passage_bm25: rare words of the question in its passage
plain_coverage: how much of the question's words that are no names
passage_coverage: how much of the question its passage says
title_coverage: how much of the question title and headings say
previous_coverage: what the sentence before adds to it
type_fits: has the kind of answer that is wanted
type_missing: lacks the kind of answer that is wanted
defines: defines what is asked about
opens_with_match: opens with what is asked about
new_words: words that the question does not have
near_coverage: how much of the question it says, like words counted
near_unmet: how far like words make up for missing ones; 1 with none missing
like_sentence: alike in meaning as wholes
like_previous: the sentence before alike in meaning
like_passage: its passage alike in meaning
like_title: the title alike in meaning
like_under_title: alike in meaning with the title added
near_passage: how much of the question its passage says, like words counted
names_absent: names of the question neither here nor just before
heaviest_unmet: the word that tells most is met badly
names_missing: names of the question not even in the passage
opens_paragraph: first sentence of its paragraph
opens_with_pronoun: speaks of what was said before
is_question: a question itself
bias: where every question starts
unknown: words of the question that the documents do not have
plain_unmet: words that are no names and that it does not have
document_share: how much better its document does than the others
unmet_in_meaning: the word that tells most of those nowhere around, like words counted
doubted: a check objects to it
reader: how well the reader takes it to answer; above 0, for more likely than none
reader_sum: how likely the reader takes any of them to answer
reader_margin: how far the reader puts it above the next";

/// A name as a person reads it, "near coverage", and what it means, where that needs words.
pub(super) fn plain(name: &str) -> (String, Option<&'static str>) {
    let meaning = |line: &'static str| line.strip_prefix(name)?.strip_prefix(": ");
    (name.replace('_', " "), MEANINGS.lines().find_map(meaning))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Model;

    #[test]
    fn every_meaning_is_one_of_a_feature_or_a_signal() {
        let (features, signals) = (Model::features(), Model::signals());
        for line in MEANINGS.lines() {
            let (name, _) = line.split_once(": ").unwrap_or((line, ""));
            assert!(
                features.contains(&name) || signals.contains(&name),
                "there is no {name} any more"
            );
        }
    }

    #[test]
    fn a_name_without_a_meaning_is_made_readable() {
        assert_eq!(plain("fresh_feature"), ("fresh feature".to_owned(), None));
        assert!(plain("near_coverage").1.is_some());
    }
}

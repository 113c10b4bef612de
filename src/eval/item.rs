//! A question of a set, and what is right for it.

use serde::Deserialize;

use crate::corpus::folded;

/// One question of a set.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Item {
    /// As asked.
    pub question: String,
    /// The question before it, where it is a turn of a conversation.
    #[serde(default)]
    pub before: Option<String>,
    /// Whether the documents answer it.
    pub answerable: bool,
    /// Strings of which a right sentence contains at least one.
    #[serde(default)]
    pub answers: Vec<String>,
    /// Where there are no `answers`: passages of which one holds the right sentence.
    #[serde(default)]
    pub passages: Vec<String>,
    /// File names, without their ending, in which a right sentence stands.
    #[serde(default)]
    pub gold_docs: Vec<String>,
    /// Sentences that hold the answer, to show beside a miss.
    #[serde(default)]
    pub gold_sentences: Vec<String>,
    /// The document that the question was written about.
    #[serde(default)]
    pub about_doc: Option<String>,
    /// What kind of question it is, for figures of each kind.
    #[serde(default)]
    pub kind: Option<String>,
}

impl Item {
    /// Ready to judge with; nothing could be right for an answerable question
    /// without answers or passages, or without documents.
    pub(super) fn checked(mut self) -> serde_json::Result<Self> {
        let is_named = !(self.answers.is_empty() && self.passages.is_empty());
        if self.answerable && (!is_named || self.gold_docs.is_empty()) {
            return Err(serde::de::Error::custom(
                "an answerable question needs gold_docs, and answers or passages",
            ));
        }
        for text in self.answers.iter_mut().chain(&mut self.passages) {
            *text = fold(text);
        }
        Ok(self)
    }

    /// Whether a sentence answers: it stands in a gold document and contains one of
    /// the answers, or stands in one of the passages; white space folded and case ignored.
    #[must_use]
    pub fn is_right(&self, document: &str, sentence: &str) -> bool {
        let name = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
        if !self.answerable || !self.gold_docs.iter().any(|gold| gold == name) {
            return false;
        }
        let sentence = fold(sentence);
        if self.answers.is_empty() {
            let stands_in = |passage: &String| passage.contains(&sentence);
            return !sentence.is_empty() && self.passages.iter().any(stands_in);
        }
        let contains = |answer: &String| sentence.contains(answer.as_str());
        self.answers.iter().any(contains)
    }
}

/// White space folded, in lower case.
pub(crate) fn fold(text: &str) -> String {
    folded(text).to_lowercase()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    fn item(json: &str) -> serde_json::Result<Item> {
        serde_json::from_str(json).and_then(Item::checked)
    }

    #[test]
    fn a_sentence_is_right_that_holds_an_answer_in_a_gold_document() {
        let json = r#"{"question": "Who?", "answerable": true, "answers": ["Ada  Brandt"], "gold_docs": ["a/tower"]}"#;
        let item = item(json).expect("it is complete");
        assert!(item.is_right("a/tower.txt", "It was ADA\nBrandt."));
        assert!(!item.is_right("tower.txt", "It was Ada Brandt."));
        assert!(!item.is_right("a/tower.txt", "It was Ada."));
    }

    #[test]
    fn without_answers_a_sentence_is_right_that_stands_in_a_passage() {
        let json = r#"{"question": "How?", "answerable": true, "answers": [], "gold_docs": ["a"], "passages": ["Press the\n bell. Then wait.", "Or knock."]}"#;
        let item = item(json).expect("it is complete");
        assert!(item.is_right("a.md", "Press the bell.") && item.is_right("a.md", "or knock."));
        assert!(!item.is_right("a.md", "Press the button.") && !item.is_right("a.md", " "));
        assert!(!item.is_right("b.md", "Or knock."));
    }

    #[test]
    fn nothing_is_right_for_a_question_that_is_not_answerable() {
        let json =
            r#"{"question": "Who?", "answerable": false, "answers": ["Ada"], "gold_docs": ["a"]}"#;
        assert!(!item(json).expect("it is complete").is_right("a.md", "Ada."));
    }

    #[test]
    fn an_answerable_question_says_what_is_right() {
        for json in [
            r#"{"question": "Who?", "answerable": true, "gold_docs": ["a"]}"#,
            r#"{"question": "Who?", "answerable": true, "answers": ["Ada"]}"#,
        ] {
            let refused = item(json).map(|_| ()).map_err(|error| error.to_string());
            let wanted = "an answerable question needs gold_docs, and answers or passages";
            assert_eq!(refused, Err(wanted.to_owned()));
        }
    }
}

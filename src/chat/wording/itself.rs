//! What Quoth says about itself.

use super::{overview, sources};
use crate::answer::{Answer, SmallTalk};
use crate::index::{Index, IndexError};

const ABILITIES: &str = "\
I answer questions about the documents in their own words, and say where each quote stands.
Ask in plain words: Who said it? When did it begin? Go on as in a conversation: And in winter? Why?
“more” shows further quotes, “context 2” what stands around quote 2, “source 2” its whole passage, and “sources” the documents.";
const MAKER: &str = "I am Quoth, a program that quotes documents. Nothing I say is my own: ask me what the documents say.";
const SUMMARY: &str = "I write no texts of my own and no summaries: I only quote. Ask for one thing at a time (What is it? Who? When? How much?), and “source” shows the whole passage of an answer.";
const OPINION: &str =
    "I have no opinions: I only quote the documents. Ask what they say about it, or who said what.";
const LEAVE: &str = "Goodbye. What you ask next begins where you left off.";
const ASK: &str = "Ask me a question about the documents, and I answer in their own words.";

/// What is said to talk that is about no document; the documents are those of `index`.
///
/// # Errors
///
/// Where the index fails.
pub fn itself(about: SmallTalk, index: &Index) -> Result<String, IndexError> {
    Ok(match about {
        SmallTalk::Documents => {
            let told = sources(&index.contents()?, &index.sources()?, index.size()?);
            format!("{told}They are read again whenever they change.")
        }
        SmallTalk::Abilities => {
            format!("{ABILITIES}\nThere are {}.", overview(&index.contents()?))
        }
        SmallTalk::Maker => MAKER.to_owned(),
        SmallTalk::Summary => SUMMARY.to_owned(),
        SmallTalk::Opinion => OPINION.to_owned(),
        SmallTalk::Leave => LEAVE.to_owned(),
        SmallTalk::Greeting | SmallTalk::Doubt | SmallTalk::Back => ASK.to_owned(),
    })
}

/// What is said above the evidence for an answer that somebody doubts.
#[must_use]
pub fn evidence(answer: &Answer) -> String {
    let question = &answer.question;
    if !answer.outcome.is_answer() {
        return format!("“{question}”: I looked again.");
    }
    format!(
        "“{question}”: what I rest my answer on is below, and I am {:.0}% sure of the first quote.",
        answer.confidence * 100.0
    )
}

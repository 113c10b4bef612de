//! "Who said that?", "which ones did not?": what the last question said, under another question.

use super::grammar;
use super::phrases;
use super::{Follow, Past};
use crate::chat::line::Line;

const SPEECH: &str = "said says say told wrote writes claimed claims argued argues thinks thought";
/// More words than these are a question of their own.
const LONGEST: usize = 5;

/// What `line` asks about the statement of the last question, if it asks like that.
pub(super) fn follow(line: &Line, past: &Past<'_>) -> Option<Follow> {
    if line.len() > LONGEST {
        return None;
    }
    let start = usize::from(matches!(line.word(0), "and" | "but" | "so"));
    let question = said(line, start, past).or_else(|| not(line, start, past))?;
    Some(Follow {
        question,
        sure: true,
    })
}

/// "Who said that" after "Does the harbour need a crane".
fn said(line: &Line, start: usize, past: &Past<'_>) -> Option<String> {
    let verb = line.word(start + 1);
    let asks = line.word(start) == "who"
        && SPEECH.split(' ').any(|speech| speech == verb)
        && matches!(line.word(start + 2), "that" | "this" | "so")
        && line.len() == start + 3;
    let last = past.question();
    let auxiliary = last.word(0);
    if !asks || !grammar::is_auxiliary(auxiliary) {
        return None;
    }
    // "Ferries sail", but "the ferry does sail".
    let statement = if auxiliary == "do" {
        last.from(1).to_owned()
    } else {
        // "Is the sea calm": nothing but a name tells where the subject ends.
        let ends = |phrase: &phrases::Phrase| {
            let known = phrase.name.is_some() || !grammar::is_be(auxiliary);
            phrase.words.start == 1 && phrase.words.end < last.len() && known
        };
        let subject = phrases::phrases(last, past.known).into_iter().find(ends)?;
        let subject = subject.words;
        let rest = last.from(subject.end);
        format!("{} {auxiliary} {rest}", last.written(subject))
    };
    Some(format!("who {verb} that {statement}?"))
}

/// "Which ones did not" after "How many countries joined the union".
fn not(line: &Line, start: usize, past: &Past<'_>) -> Option<String> {
    let end = line.len();
    let contracted = line.word(end.checked_sub(1)?).ends_with("n't");
    let at = end.checked_sub(if contracted { 1 } else { 2 })?;
    let auxiliary = line.word(at).trim_end_matches("n't");
    let negative = contracted || line.word(end - 1) == "not";
    let asks = line.row(start..at.max(start)).join(" ");
    let whom = matches!(asks.as_str(), "who" | "which" | "which ones" | "which one");
    if !negative || !whom || !grammar::is_auxiliary(auxiliary) {
        return None;
    }
    let last = past.question();
    let asked = phrases::phrases(last, past.known)
        .into_iter()
        .find(|phrase| phrase.asked);
    let noun = asked
        .as_ref()
        .map(|phrase| last.written(phrase.bare..phrase.words.end));
    let from = match &asked {
        Some(phrase) => phrase.words.end,
        None => (last.word(0) == "who").then_some(1)?,
    };
    // "Which ferries did Peru sell" has another subject.
    let doubled = grammar::is_auxiliary(last.word(from));
    let inverted = doubled && matches!(last.word(from), "do" | "does" | "did");
    if inverted || from >= last.len() {
        return None;
    }
    let rest = last.from(from + usize::from(doubled));
    // "Did not joined" is no English, "have not joined" is.
    let auxiliary = match last.word(from) {
        own if doubled => own,
        verb if auxiliary == "did" && grammar::is_participle(verb) => "have",
        _ => auxiliary,
    };
    let subject = match noun {
        Some(noun) if asks != "who" => format!("which {noun}"),
        _ => "who".to_owned(),
    };
    let auxiliary = match (auxiliary, subject.as_str()) {
        ("have", "who") => "has",
        ("are", "who") => "is",
        (auxiliary, _) => auxiliary,
    };
    Some(format!("{subject} {auxiliary} not {rest}?"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::genders::Genders;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn a_statement_is_asked_about_in_another_way() {
        for (before, message, wanted) in [
            (
                "Does the harbour need a crane?",
                "who said that?",
                Some("who said that the harbour does need a crane?"),
            ),
            (
                "Is Peru at war with Chile?",
                "And who says so?",
                Some("who says that Peru is at war with Chile?"),
            ),
            ("Is the sea calm?", "who says so?", None),
            (
                "How many countries ratified the Tide Act?",
                "which ones did not?",
                Some("which countries have not ratified the Tide Act?"),
            ),
            (
                "How many countries are in the Tide Union?",
                "who isn't?",
                Some("who is not in the Tide Union?"),
            ),
            ("Which ferries did Peru sell?", "which ones did not?", None),
            ("Where is the harbour?", "who said that?", None),
            ("Does the ferry sail?", "who said the ferry sails?", None),
        ] {
            let lines = [Line::of(before), Line::of(message)];
            let known = known_of(&[&lines[0], &lines[1]]);
            let past = Past {
                declined: Vec::new(),
                genders: Genders::default(),
                turns: vec![(Line::of(before), None)],
                known: &known,
            };
            let found = follow(&Line::of(message), &past).map(|follow| follow.question);
            assert_eq!(found.as_deref(), wanted, "{before} {message}");
        }
    }
}

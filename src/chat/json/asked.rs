//! A question as programs put it: a bare line, or an object.

use serde_json::{Map, Value};

/// The keys of an answer: they are its own, whatever a question has under them.
pub(super) const OWN: &str = "\
    version question searched_for status confidence quotes doubts disagreement closest reason missing instead said \
    excerpt then error";
/// An identifier in an error line is shown up to so many characters.
const SHOWN: usize = 60;

/// What a line asks.
#[derive(Debug, PartialEq)]
pub struct Asked {
    /// The question.
    pub question: String,
    /// The conversation that it belongs to; `None` where it stands alone.
    pub chat: Option<String>,
    /// What the answer gives back as it came: `id`, `chat`, and any other key of the object.
    pub given: Given,
}

/// Keys of a question, with their values, that its answer has again.
pub type Given = Map<String, Value>;

/// A line that is meant as an object and asks nothing.
#[derive(Debug, PartialEq)]
pub struct NoQuestion {
    /// What is wrong with it, and what would be right.
    pub problem: String,
    /// What could be read of it.
    pub given: Given,
}

impl NoQuestion {
    /// A line of more than so many bytes.
    pub(in crate::chat) fn longer_than(bytes: usize) -> Self {
        no_question(&format!("it is longer than {bytes} bytes"), Given::new())
    }
}

impl Asked {
    /// Reads a line: an object where it opens with a brace, else the question itself.
    ///
    /// # Errors
    ///
    /// What opens as JSON and is not an object with a question.
    pub fn of(line: &str) -> Result<Self, NoQuestion> {
        let line = line.trim();
        let is_list = || line.starts_with('[') && serde_json::from_str::<Value>(line).is_ok();
        if !line.starts_with('{') && !is_list() {
            return Ok(Self {
                question: line.to_owned(),
                chat: None,
                given: Given::new(),
            });
        }
        let mut object: Given = serde_json::from_str(line)
            .map_err(|error| no_question(&error.to_string(), Given::new()))?;
        let question = object.remove("question");
        let chat = object.get("chat").cloned();
        object.retain(|key, _| OWN.split_whitespace().all(|own| own != key));
        let refused = |problem: String| no_question(&problem, object.clone());
        let question = match question {
            Some(Value::String(question)) => question,
            Some(other) => return Err(refused(format!("\"question\" is {}", shown(&other)))),
            None => return Err(refused("there is no \"question\"".to_owned())),
        };
        let chat = match chat {
            None | Some(Value::Null) => None,
            Some(Value::String(name)) => Some(name),
            Some(Value::Number(number)) => Some(number.to_string()),
            Some(other) => {
                let other = shown(&other);
                let problem = format!("\"chat\" is {other}, and not a name or a number");
                return Err(refused(problem));
            }
        };
        Ok(Self {
            question,
            chat,
            given: object,
        })
    }
}

fn no_question(problem: &str, given: Given) -> NoQuestion {
    let problem = format!(
        "this line is no question: {problem}; a line is a question, or an object such as {{\"id\": 1, \"chat\": \"a\", \"question\": \"...\"}}"
    );
    NoQuestion { problem, given }
}

fn shown(value: &Value) -> String {
    let text = value.to_string();
    let mut start: String = text.chars().take(SHOWN).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_object_is_taken_with_all_that_it_has() {
        let line =
            r#"{"id": [7], "chat": -1001, "question": "When?", "status": "new", "lang": null}"#;
        let asked = Asked::of(line).unwrap();
        assert_eq!(asked.question, "When?");
        assert_eq!(asked.chat.as_deref(), Some("-1001"));
        let given = json!({"id": [7], "chat": -1001, "lang": null});
        assert_eq!(Value::Object(asked.given), given);
    }

    #[test]
    fn what_is_no_json_is_the_question() {
        for line in ["When?", "[sic] what is it", "\"When?\"", "7", ""] {
            let asked = Asked::of(line).unwrap();
            assert_eq!((asked.question.as_str(), asked.chat), (line, None));
        }
    }

    #[test]
    fn an_object_without_a_question_is_refused_with_what_it_has() {
        for (line, problem) in [
            ("{\"id\": 7", "EOF while parsing"),
            ("{}", "there is no \"question\""),
            ("[]", "expected a map"),
            ("{\"id\": 7, \"question\": 5}", "\"question\" is 5"),
            ("{\"question\": \"When?\", \"chat\": {}}", "\"chat\" is {}"),
        ] {
            let refused = Asked::of(line).unwrap_err();
            assert!(refused.problem.contains(problem), "{}", refused.problem);
        }
        let refused = Asked::of("{\"id\": 7, \"question\": 5}").unwrap_err();
        assert_eq!(Value::Object(refused.given), json!({"id": 7}));
    }
}

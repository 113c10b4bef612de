//! Links that carry a question to the bot, and the address at which one is shared. Pure.
//!
//! `https://t.me/<bot>?start=<payload>` opens the private chat with the bot;
//! whoever presses Start there sends it `/start <payload>`. The payload, of up
//! to 64 characters of `A-Za-z0-9_-` (Bot API, deep linking), is the question in
//! UTF-8 as base64url: 48 bytes. A longer question has no link, rather than
//! one to something that must be remembered for ever.
//!
//! A question is shared by `https://t.me/share/url`, with which every program
//! for Telegram lets people pick a chat to send a link to.
//! `switch_inline_query` would offer the answer itself, but only for bots whose
//! owner has turned inline mode on, and only to people whose own id is let in.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use super::super::transport::FROM_INLINE;
use super::incoming::Incoming;
use crate::corpus;

/// Bytes of a question that a link can carry.
const LONGEST: usize = 48;

/// Reads what follows `/start`: nothing, or what a link carried.
pub(super) fn follow(payload: &str) -> Incoming {
    if payload.is_empty() || payload == FROM_INLINE {
        return Incoming::Start;
    }
    let carried = URL_SAFE_NO_PAD.decode(payload).ok();
    let carried = carried.and_then(|bytes| String::from_utf8(bytes).ok());
    let question = carried.filter(|text| {
        text.len() <= LONGEST
            && text.chars().any(char::is_alphanumeric)
            && !text.contains(char::is_control)
    });
    question.map_or(Incoming::BrokenLink, |text| {
        Incoming::Linked(text.trim().to_owned())
    })
}

/// The address at which a link to the bot `name` with a question is shared;
/// `None` where the question is too long for a link.
pub(super) fn share(name: &str, question: &str) -> Option<Url> {
    let question = corpus::folded(question);
    if question.is_empty() || question.len() > LONGEST {
        return None;
    }
    let payload = URL_SAFE_NO_PAD.encode(&question);
    let link = format!("https://t.me/{name}?start={payload}");
    let written = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let (link, text) = (written(&link), written(&question));
    Url::parse(&format!("https://t.me/share/url?url={link}&text={text}")).ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    fn payload(question: &str) -> Option<String> {
        let shared = share("ferry_bot", question)?;
        let (_, link) = shared.query_pairs().find(|(name, _)| name == "url")?;
        let payload = link.strip_prefix("https://t.me/ferry_bot?start=")?;
        Some(payload.to_owned())
    }

    #[test]
    fn a_question_comes_out_of_a_link_as_it_went_in() {
        for question in [
            "When?",
            "W\u{e4}nn f\u{e4}hrt sie?",
            "Is 1 + 1 & 2 = 3?",
            &"\u{e4}".repeat(24),
        ] {
            let payload = payload(question).unwrap();
            assert!(payload.len() <= 64);
            let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            assert!(payload.chars().all(allowed), "{payload}");
            assert_eq!(follow(&payload), Incoming::Linked(question.to_owned()));
        }
        let shared = share("ferry_bot", "Is it  & why?").unwrap();
        assert_eq!(
            shared.as_str(),
            "https://t.me/share/url?url=https%3A%2F%2Ft%2Eme%2Fferry%5Fbot%3Fstart%3DSXMgaXQgJiB3aHk%5F&text=Is%20it%20%26%20why%3F"
        );
    }

    #[test]
    fn a_question_that_no_link_can_carry_has_none() {
        let (long, wide) = ("a".repeat(49), "\u{e4}".repeat(25));
        for question in ["", " ", &long, &wide] {
            assert_eq!(share("ferry_bot", question), None, "{question:?}");
        }
    }

    #[test]
    fn what_carries_no_question_is_broken() {
        let written = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let long = written("a".repeat(49).as_bytes());
        let (blank, control, bytes) = (written(b"  "), written(b"a\0b"), written(&[0xff, 0x41]));
        for payload in [
            "invited", "a", "V2hlbj8=", "V2hl bj8", "\u{e4}", &long, &blank, &control, &bytes,
        ] {
            assert_eq!(follow(payload), Incoming::BrokenLink, "{payload:?}");
        }
        for payload in ["", FROM_INLINE] {
            assert_eq!(follow(payload), Incoming::Start);
        }
    }
}

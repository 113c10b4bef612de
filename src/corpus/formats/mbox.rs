//! Mailboxes (mbox): messages of e-mail one after the other, each below its subject.

use std::borrow::Cow;

use mail_parser::MessageParser;

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use super::{eml, title};
use crate::corpus::locator::Locator;

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let mut writer = Writer::default();
    let mut has_message = false;
    for (number, message) in (1..).zip(messages(bytes)) {
        let message = without_marks(message);
        let message = MessageParser::default().parse(&*message);
        let Some(message) = message.filter(eml::is_message) else {
            continue;
        };
        has_message = true;
        writer.locate(Locator::Message(number));
        if let Some(subject) = message.subject().and_then(title::sensible) {
            writer.block(Kind::Heading(1), &subject)?;
        }
        match eml::write(&message, &mut writer) {
            // A page that cannot be read hides no other message.
            Err(FormatError::TooDeep | FormatError::LargePage(_)) => {}
            written => written?,
        }
    }
    let extracted = has_message.then(|| writer.finish());
    extracted.ok_or(FormatError::NoMessage)
}

/// The messages, without the lines that stand before them.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let mut messages = Vec::new();
    let (mut at, mut start, mut is_parted) = (0_usize, None, true);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let end = at;
        at += line.len();
        if is_parted && parts(line) {
            messages.extend(start.replace(at).map(|start| &bytes[start..end]));
        }
        is_parted = line.trim_ascii().is_empty();
    }
    messages.extend(start.map(|start| &bytes[start..]));
    messages
}

/// Whether a line stands before a message: "From ann@example.org Wed May  1 10:00:00 2024".
fn parts(line: &[u8]) -> bool {
    let has_time = |line: &[u8]| {
        line.windows(5).any(|it| {
            let is_digit = |at: usize| it[at].is_ascii_digit();
            it[2] == b':' && is_digit(0) && is_digit(1) && is_digit(3) && is_digit(4)
        })
    };
    line.starts_with(b"From ") && has_time(line)
}

/// A message without the mark before lines that begin as those between messages do: ">From".
fn without_marks(message: &[u8]) -> Cow<'_, [u8]> {
    let is_marked = |line: &[u8]| {
        let marks = line.iter().take_while(|byte| **byte == b'>').count();
        marks > 0 && line[marks..].starts_with(b"From ")
    };
    let lines = || message.split_inclusive(|byte| *byte == b'\n');
    if !lines().any(is_marked) {
        return Cow::Borrowed(message);
    }
    let bare = lines().map(|line| if is_marked(line) { &line[1..] } else { line });
    Cow::Owned(bare.collect::<Vec<_>>().concat())
}

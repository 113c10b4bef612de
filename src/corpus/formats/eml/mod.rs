//! Messages of e-mail: who wrote to whom, and the text. What is attached is left out.

mod parts;

use mail_parser::{Address, Message, MessageParser, MessagePart, PartType};
use parts::Parts;

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use super::{html, title};
use crate::corpus::date::Date;

/// Of those whom a message goes to, this many are named.
const NAMED: usize = 5;

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let message = MessageParser::default().parse(bytes);
    let message = message.filter(is_message).ok_or(FormatError::NoMessage)?;
    let mut writer = Writer::default();
    write(&message, &mut writer)?;
    let mut extracted = writer.finish();
    extracted.title = message.subject().and_then(title::sensible);
    extracted.date = date(&message);
    Ok(extracted)
}

/// Whether it has a sender, a subject or a date.
pub(super) fn is_message(message: &Message<'_>) -> bool {
    message.from().is_some() || message.subject().is_some() || message.date().is_some()
}

fn date(message: &Message<'_>) -> Option<Date> {
    let at = message.date()?;
    Date::parse(&format!("{:04}-{:02}-{:02}", at.year, at.month, at.day))
}

/// Writes who wrote to whom and when, and the plain text, or the page that it is where it has none.
pub(super) fn write(message: &Message<'_>, writer: &mut Writer) -> Result<(), FormatError> {
    let heads = [
        ("From", message.from().map(people)),
        ("To", message.to().map(people)),
        ("Cc", message.cc().map(people)),
        ("Date", date(message).map(|date| date.to_string())),
    ];
    let heads = heads.map(|(name, value)| (name.to_owned(), value.unwrap_or_default()));
    let (names, values): (Vec<String>, Vec<String>) = heads.into_iter().unzip();
    writer.row(Kind::Row, &names, values)?;
    let is_plain = message.text_bodies().any(|part| match &part.body {
        PartType::Text(text) => text.contains(char::is_alphanumeric),
        _ => false,
    });
    let write = |part: &MessagePart<'_>| match &part.body {
        PartType::Text(text) => write_plain(text, writer),
        PartType::Html(page) => html::write_whole(page, writer, |_, _| {}),
        _ => Ok(()),
    };
    if is_plain {
        message.text_bodies().try_for_each(write)
    } else {
        message.html_bodies().try_for_each(write)
    }
}

/// The names of people, or their addresses; where more follow, without a word for them, which would
/// be in no mail's language but one: "Ann Lee, Bo Dahl, …".
fn people(address: &Address<'_>) -> String {
    let known = address.iter().filter_map(|person| {
        let says = |name: &&str| !name.trim().is_empty();
        let name = person.name.as_deref().filter(says);
        name.or(person.address.as_deref())
    });
    let known: Vec<&str> = known.collect();
    let mut named = known[..known.len().min(NAMED)].join(", ");
    if known.len() > NAMED {
        named.push_str(", …");
    }
    named
}

fn write_plain(text: &str, writer: &mut Writer) -> Result<(), FormatError> {
    let parts = Parts::of(text);
    // Letters have no headings; a greeting looks like one.
    writer.lines(&parts.own, Kind::Paragraph)?;
    // A name and the number below it belong together.
    writer.row(Kind::Row, &[], &parts.signature)?;
    if let Some((credit, text)) = &parts.earlier {
        writer.block(Kind::Heading(2), credit)?;
        writer.lines(text, Kind::Paragraph)?;
    }
    Ok(())
}

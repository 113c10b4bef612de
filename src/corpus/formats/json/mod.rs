//! Data files (JSON): each object is a record: "name: Heron; fare: 4; harbour city: Lorne".
//!
//! The objects of a list are records, wherever it stands outside of another record; so is an object
//! that says something itself. A file may have one value on each line. Chats that Telegram exported
//! are read as [`chat`] has it; settings of programs are not read.

mod chat;
mod records;

use serde::de::DeserializeSeed;
use serde_json::Deserializer;

use super::FormatError;
use super::extracted::{Extracted, Kind, Writer};
use crate::corpus::invisible;
use crate::corpus::locator::Locator;
use records::{Records, Value};

pub(super) fn read(text: &str) -> Result<Extracted, FormatError> {
    let text = invisible::without_mark(text);
    if let Some(chat) = chat::read(text)? {
        return Ok(chat);
    }
    let mut records = Records::default();
    let records = match read_value(text, Value::of(&mut records, None)) {
        Ok(()) => records,
        Err(error @ FormatError::Json(_)) => lines(text)?.ok_or(error)?,
        Err(error) => return Err(error),
    };
    write(&records)
}

/// The records of a file that has a value on each line; `None` where the first is not JSON.
fn lines(text: &str) -> Result<Option<Records>, FormatError> {
    let mut records = Records::default();
    let lines = (1..).zip(text.lines());
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty()).peekable();
    let mut has_read = false;
    while let Some((number, line)) = lines.next() {
        match read_value(line, Value::of(&mut records, Some(number))) {
            Ok(()) => has_read = true,
            Err(FormatError::Json(_)) if !has_read => return Ok(None),
            // The last line may be cut off.
            Err(FormatError::Json(_)) if lines.peek().is_none() => {}
            Err(FormatError::Json(_)) => {
                return Err(FormatError::Json(format!("line {number} cannot be read")));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(Some(records))
}

/// Reads one value, and nothing after it.
fn read_value(text: &str, value: Value<'_>) -> Result<(), FormatError> {
    let mut deserializer = Deserializer::from_str(text);
    let read = value.deserialize(&mut deserializer);
    read.and_then(|()| deserializer.end()).map_err(|error| {
        let said = error.to_string();
        if said.starts_with(records::TOO_LARGE) {
            FormatError::TooLarge
        } else if said.starts_with(records::SETTINGS) {
            FormatError::Settings
        } else if said.starts_with("recursion limit") {
            FormatError::TooDeep
        } else {
            FormatError::Json(said)
        }
    })
}

fn write(records: &Records) -> Result<Extracted, FormatError> {
    let mut writer = Writer::default();
    // What stands in no list has no number, and so comes first.
    let mut all: Vec<_> = records.all.iter().collect();
    all.sort_by_key(|record| record.number.is_some());
    let mut lists: Vec<&str> = all.iter().map(|record| record.list.as_str()).collect();
    lists.retain(|list| !list.is_empty());
    lists.dedup();
    let mut open = "";
    for record in all {
        if lists.len() > 1 && record.list != open {
            open = &record.list;
            writer.block(Kind::Heading(1), open)?;
        }
        if let Some(number) = record.number {
            writer.locate(Locator::Record(number));
        }
        let values = record.fields.iter().map(|(_, value)| value);
        let names: Vec<String> = record.fields.iter().map(|(name, _)| name.clone()).collect();
        writer.row(Kind::Record, &names, values)?;
    }
    Ok(writer.finish())
}

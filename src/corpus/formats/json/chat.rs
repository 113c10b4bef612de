//! Chats as Telegram exports them: each message is quoted whole, with its writer, below its day.

use serde::Deserialize;

use crate::corpus::date::Date;
use crate::corpus::formats::FormatError;
use crate::corpus::formats::extracted::{Extracted, Kind, Writer};
use crate::corpus::formats::title;
use crate::corpus::locator::Locator;

/// What an export holds: one chat, or all of them.
#[derive(Deserialize)]
struct Export {
    name: Option<String>,
    messages: Option<Vec<Message>>,
    chats: Option<Chats>,
}

#[derive(Deserialize)]
struct Chats {
    list: Vec<Chat>,
}

#[derive(Deserialize)]
struct Chat {
    name: Option<String>,
    messages: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    id: usize,
    #[serde(rename = "type")]
    kind: String,
    date: String,
    /// Empty where its writer has left the chat.
    from: Option<String>,
    text: Text,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Parts(Vec<Part>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Plain(String),
    Marked {
        #[serde(rename = "type")]
        kind: String,
        text: String,
    },
}

/// Reads an export; `None` where a file is something else.
pub(super) fn read(text: &str) -> Result<Option<Extracted>, FormatError> {
    let Ok(export) = serde_json::from_str::<Export>(text) else {
        return Ok(None);
    };
    let mut chats = export.chats.map_or_else(Vec::new, |chats| chats.list);
    chats.extend(export.messages.map(|messages| Chat {
        name: export.name,
        messages,
    }));
    let is_alone = chats.len() == 1;
    if chats.is_empty() {
        return Ok(None);
    }
    let mut writer = Writer::default();
    for chat in &chats {
        if let Some(name) = chat.name.as_deref().filter(|_| !is_alone) {
            writer.block(Kind::Heading(1), name)?;
        }
        write(&chat.messages, &mut writer)?;
    }
    let mut extracted = writer.finish();
    let name = chats.first().and_then(|chat| chat.name.as_deref());
    extracted.title = name.filter(|_| is_alone).and_then(title::sensible);
    Ok(Some(extracted))
}

fn write(messages: &[Message], writer: &mut Writer) -> Result<(), FormatError> {
    let mut day = None;
    // Others say who came and who went.
    for message in messages.iter().filter(|message| message.kind == "message") {
        let text = message.text.shown();
        if !text.contains(char::is_alphanumeric) {
            continue;
        }
        writer.locate(Locator::Message(message.id));
        if let Some(own) = Date::parse(&message.date)
            && day != Some(own)
        {
            day = Some(own);
            writer.block(Kind::Heading(2), &own.to_string())?;
        }
        writer.row(Kind::Row, message.from.as_slice(), [text])?;
    }
    Ok(())
}

impl Text {
    /// What a reader sees that is not struck out.
    fn shown(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Parts(parts) => parts
                .iter()
                .map(|part| match part {
                    Part::Marked { kind, .. } if kind == "strikethrough" => "",
                    Part::Marked { text, .. } | Part::Plain(text) => text,
                })
                .collect(),
        }
    }
}

//! What people ask in other chats by the bot's name, and what the bot offers.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::parameters::{is_text, is_token, only};
use super::state::{Query, Telegram};
use super::{Server, keyboard, text};
use crate::messages::person;
use crate::methods::{Outcome, Refusal};

/// What an article may say of itself, the one kind of result that Quoth offers.
const ARTICLE: &str = "\
    type id title input_message_content reply_markup url description thumbnail_url \
    thumbnail_width thumbnail_height";

impl Telegram {
    pub fn answer_inline_query(&mut self, parameters: &Value) -> Outcome {
        let Some(results) = parameters["results"].as_array() else {
            return Err(Refusal::fault("parameter \"results\" is required"));
        };
        Refusal::unless(results.len() <= 50, "RESULTS_TOO_MUCH")?;
        let mut ids = BTreeSet::new();
        for result in results {
            check_article(result)?;
            Refusal::unless(ids.insert(result["id"].as_str()), "RESULT_ID_DUPLICATE")?;
        }
        let cache_time = &parameters["cache_time"];
        let is_number = cache_time.is_null() || cache_time.is_u64();
        Refusal::unless(is_number, "cache_time must be a number of seconds")?;
        let offset = parameters["next_offset"].as_str().unwrap_or_default();
        Refusal::unless(offset.len() <= 64, "NEXT_OFFSET_INVALID")?;
        check_button(&parameters["button"])?;
        self.answer(&parameters["inline_query_id"], Query::Inline)
    }
}

fn check_article(result: &Value) -> Result<(), Refusal> {
    Refusal::unless(result["type"] == "article", "RESULT_TYPE_INVALID")?;
    only("InlineQueryResultArticle", result, ARTICLE)?;
    let length = result["id"].as_str().map_or(0, str::len);
    Refusal::unless((1..=64).contains(&length), "RESULT_ID_INVALID")?;
    Refusal::unless(is_text(&result["title"]), "ARTICLE_TITLE_EMPTY")?;
    let content = &result["input_message_content"];
    let known = "message_text parse_mode entities link_preview_options";
    only("InputTextMessageContent", content, known)?;
    text::formatted(content, "message_text")?;
    keyboard::check(&result["reply_markup"])
}

fn check_button(button: &Value) -> Result<(), Refusal> {
    if button.is_null() {
        return Ok(());
    }
    only("InlineQueryResultsButton", button, "text start_parameter")?;
    Refusal::unless(is_text(&button["text"]), "a button without text")?;
    let parameter = button["start_parameter"].as_str().unwrap_or_default();
    Refusal::unless(is_token(parameter, 64), "START_PARAM_INVALID")
}

impl Server {
    /// `person` types the bot's name and a query in some chat. Returns the id of the inline query.
    pub fn inline(&self, person: i64, query: &str) -> String {
        self.shared.change(|telegram| {
            let id = telegram.next_query();
            let query = json!({
                "id": id,
                "from": self::person(person),
                "query": query,
                "offset": "",
                "chat_type": "group",
            });
            telegram.queries.insert(id.clone(), Query::Inline);
            telegram.happen("inline_query", &query);
            id
        })
    }
}

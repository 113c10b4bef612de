//! Cards for those who type the bot's name and a question in any chat.

use teloxide::payloads::{AnswerInlineQuery, AnswerInlineQuerySetters as _};
use teloxide::types::{
    InlineQueryId, InlineQueryResult, InlineQueryResultArticle, InlineQueryResultsButton,
    InlineQueryResultsButtonKind, InputMessageContent, InputMessageContentText, ParseMode,
};

use super::errors::Error;
use super::post::Card;
use super::sending::{NO_PREVIEW, Sender};
use super::update::Inline;

/// What follows `/start` where the line above no cards was pressed.
pub const FROM_INLINE: &str = "inline";
/// Seconds for which Telegram may give the same cards to the same question of the same person: not
/// all may ask everything, and what stands on a card is in the language of whoever asked.
const CACHED: u32 = 60;

impl Sender {
    /// Offers cards to someone who types, or a line above none, which leads to
    /// the private chat. Once: they have typed on by the time of a second attempt.
    ///
    /// # Errors
    ///
    /// What Telegram or the network says.
    pub async fn offer(
        &self,
        inline: &Inline,
        offer: Result<Vec<Card>, String>,
    ) -> Result<(), Error> {
        let (cards, line) = match offer {
            Ok(cards) => (cards, None),
            Err(line) => (Vec::new(), Some(line)),
        };
        let cards = cards.into_iter().enumerate().map(|(place, card)| {
            let content = InputMessageContentText::new(card.post.html)
                .parse_mode(ParseMode::Html)
                .link_preview_options(NO_PREVIEW);
            let content = InputMessageContent::Text(content);
            let article =
                InlineQueryResultArticle::new((place + 1).to_string(), card.title, content);
            InlineQueryResult::Article(article.description(card.description))
        });
        let mut payload = AnswerInlineQuery::new(InlineQueryId(inline.id.clone()), cards)
            .cache_time(CACHED)
            .is_personal(true);
        payload.button = line.map(|line| InlineQueryResultsButton {
            text: line,
            kind: InlineQueryResultsButtonKind::StartParameter(FROM_INLINE.to_owned()),
        });
        self.api.call(payload).await?;
        Ok(())
    }
}

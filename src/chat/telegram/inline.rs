//! From a question typed after the bot's name, in any chat, to cards of quotes to send there.

use teloxide::payloads::{AnswerInlineQuery, AnswerInlineQuerySetters as _};
use teloxide::types::{
    InlineQueryId, InlineQueryResult, InlineQueryResultArticle, InlineQueryResultsButton,
    InlineQueryResultsButtonKind, InputMessageContent, InputMessageContentText, ParseMode,
};

use super::characters::shortened;
use super::replying::LOG;
use super::sending::NO_PREVIEW;
use super::session::{INDEX_FAILED, Session};
use super::update::Inline;
use super::{reply, trouble, wording};
use crate::answer::{Answer, Outcome, Quote};

/// Seconds for which Telegram may give the same cards to the same question.
const CACHED: u32 = 60;
/// UTF-16 units of a card's title that a phone shows.
const TITLE: usize = 100;

impl Session {
    /// Offers the quotes that answer.
    pub(super) async fn offer(&self, inline: &Inline) {
        let question = inline.query.trim().to_owned();
        if question.is_empty() {
            return self.offer_nothing(inline, wording::ASK_IN_PRIVATE).await;
        }
        if self.service.log_questions {
            log::info!(target: LOG, "inline, person {}: {question:?}", inline.from.id);
        }
        let answering = self.work(INDEX_FAILED, move |service| service.quoth.answer(&question));
        match answering.await.map(|answer| cards(&answer)) {
            Some(cards) if cards.is_empty() => self.offer_nothing(inline, wording::NO_CARDS).await,
            Some(cards) => self.respond(inline, cards, None).await,
            None => self.offer_nothing(inline, wording::ASK_IN_PRIVATE).await,
        }
    }

    /// Offers a line above no cards, which leads to the private chat.
    pub(super) async fn offer_nothing(&self, inline: &Inline, line: &str) {
        let button = InlineQueryResultsButton {
            text: line.to_owned(),
            kind: InlineQueryResultsButtonKind::StartParameter("inline".to_owned()),
        };
        self.respond(inline, Vec::new(), Some(button)).await;
    }

    async fn respond(
        &self,
        inline: &Inline,
        cards: Vec<InlineQueryResult>,
        button: Option<InlineQueryResultsButton>,
    ) {
        let mut payload = AnswerInlineQuery::new(InlineQueryId(inline.id.clone()), cards)
            .cache_time(CACHED)
            // Where not all may ask, nobody gets what another one asked for.
            .is_personal(!self.admission.is_open());
        if let Some(button) = button {
            payload = payload.button(button);
        }
        // Once: whoever types has typed on by the time of a second attempt.
        if let Err(error) = self.sender.api.call(payload).await {
            log::info!(
                "an inline question was not answered: {}",
                trouble::describe(&error)
            );
        }
    }
}

/// A card for each quote that answers.
fn cards(answer: &Answer) -> Vec<InlineQueryResult> {
    let (Outcome::Found(quotes) | Outcome::Perhaps { quotes, .. }) = &answer.outcome else {
        return Vec::new();
    };
    quotes
        .iter()
        .enumerate()
        .filter_map(|(place, quote)| card(place + 1, &answer.question, quote))
        .collect()
}

fn card(number: usize, question: &str, quote: &Quote) -> Option<InlineQueryResult> {
    let post = reply::card(question, quote)?;
    let content = InputMessageContentText::new(post.html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(NO_PREVIEW);
    let card = InlineQueryResultArticle::new(
        number.to_string(),
        shortened(&reply::shown(&quote.reading), TITLE),
        InputMessageContent::Text(content),
    );
    let card = card.description(reply::source(quote.citations.first()?));
    Some(InlineQueryResult::Article(card))
}

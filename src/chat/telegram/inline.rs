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
use crate::answer::{Answer, Grade};

/// Seconds for which Telegram may give the same cards to the same question.
const CACHED: u32 = 60;
/// UTF-16 units of a card's title that a phone shows.
const TITLE: usize = 100;

impl Session {
    /// Offers the quotes that answer, surely or perhaps.
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

/// A card for each quote that answers, surely or perhaps.
fn cards(answer: &Answer) -> Vec<InlineQueryResult> {
    let places = 0..answer.outcome.quotes().len();
    places.filter_map(|place| card(answer, place)).collect()
}

fn card(answer: &Answer, place: usize) -> Option<InlineQueryResult> {
    let quote = answer.outcome.quotes().get(place)?;
    let post = reply::card(answer, place)?;
    let before = match answer.outcome.grade() {
        Grade::Perhaps => wording::NOT_SURE,
        Grade::Found | Grade::Abstained => "",
    };
    let title = format!("{before}{}", reply::shown(&quote.reading));
    let content = InputMessageContentText::new(post.html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(NO_PREVIEW);
    let card = InlineQueryResultArticle::new(
        (place + 1).to_string(),
        shortened(&title, TITLE),
        InputMessageContent::Text(content),
    );
    let card = card.description(reply::source(quote.citations.first()?));
    Some(InlineQueryResult::Article(card))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::answer::{Doubt, Outcome, Subject};
    use crate::chat::telegram::reply::tests::{citation, given, quote};

    /// Title, description and message of each card that is offered.
    fn offered(answer: &Answer) -> Vec<[String; 3]> {
        let shown = |card: InlineQueryResult| {
            let card = serde_json::to_value(card).unwrap();
            let message = &card["input_message_content"]["message_text"];
            [&card["title"], &card["description"], message]
                .map(|text| text.as_str().unwrap().to_owned())
        };
        cards(answer).into_iter().map(shown).collect()
    }

    #[test]
    fn cards_of_an_unsure_answer_say_so_where_they_are_chosen_and_where_they_are_sent() {
        let quotes = ["It sails at nine.", "It sails at noon."]
            .map(|text| quote(text, &[], vec![citation("a.md", "Guide", &[], 3)]));
        let found = offered(&given(Outcome::Found(quotes.to_vec())));
        let asked = "<b>When does the ferry sail?</b>\n\n";
        let nine = "<blockquote>It sails at nine.</blockquote>\n1. Guide, <code>a.md:3</code>";
        let sure = [
            "It sails at nine.",
            "Guide, a.md:3",
            &format!("{asked}{nine}"),
        ];
        assert_eq!(found[0], sure);

        let doubt = Doubt {
            about: Subject::Name,
            asked: "<Aurora>".to_owned(),
            stated: None,
        };
        let unsure = offered(&given(Outcome::Perhaps {
            quotes: quotes.to_vec(),
            doubts: vec![doubt],
        }));
        let head = "<b>When does the ferry sail?</b>\n\n<i>I am not sure; this may be it:</i>\n\n";
        let first = format!("{head}{nine}\nIt does not mention &lt;Aurora&gt;.");
        let titled = ["Not sure: It sails at nine.", "Guide, a.md:3", &first];
        assert_eq!(unsure[0], titled);
        assert!(unsure[1][2].starts_with(head) && !unsure[1][2].contains("mention"));
        assert_eq!((found.len(), unsure.len()), (2, 2));
    }
}

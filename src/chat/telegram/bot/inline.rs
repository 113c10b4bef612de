//! From a question typed after the bot's name, in any chat, to cards of quotes to send there.

use super::super::transport::{Card, Inline};
use super::answering::LOG;
use super::characters::{shortened, shown};
use super::{Bot, rendering};
use crate::answer::{Answer, Citation, Grade, Quote};
use crate::wording::{self, Wording};

/// UTF-16 units of a card's title that a phone shows.
const TITLE: usize = 100;

impl Bot {
    /// Offers the quotes that answer, surely or perhaps.
    pub(super) async fn offer(&self, inline: &Inline) {
        let question = inline.query.trim().to_owned();
        let wording = self.wording(Some(inline.from));
        if question.is_empty() {
            return self.respond(inline, Err(wording.ask_in_private())).await;
        }
        if self.service.log_questions {
            log::info!(target: LOG, "inline, person {}: {question:?}", inline.from.id);
        }
        let answering = self.search(move |service| service.quoth.answer(&question));
        let offer = match answering.await.map(|answer| cards(wording, &answer)) {
            Some(cards) if cards.is_empty() => Err(wording.no_cards()),
            Some(cards) => Ok(cards),
            None => Err(wording.ask_in_private()),
        };
        self.respond(inline, offer).await;
    }

    /// Offers cards, or a line above none.
    pub(super) async fn respond(&self, inline: &Inline, offer: Result<Vec<Card>, String>) {
        if let Err(error) = self.sender.offer(inline, offer).await {
            log::info!("an inline question was not answered: {error}");
        }
    }
}

/// A card for each quote that answers, surely or perhaps.
fn cards(wording: Wording, answer: &Answer) -> Vec<Card> {
    let card = |(place, quote): (usize, &Quote)| {
        let title = shown(&quote.reading);
        let title = match answer.outcome.grade() {
            Grade::Perhaps => wording.not_sure(title),
            Grade::Found | Grade::Abstained => title,
        };
        Some(Card {
            title: shortened(&title, TITLE),
            description: source(quote.citations.first()?),
            post: rendering::card(wording, answer, place)?,
        })
    };
    let quotes = answer.outcome.quotes().iter().enumerate();
    quotes.filter_map(card).collect()
}

/// Title, document and where in it.
fn source(citation: &Citation) -> String {
    let title = wording::title(citation).map(|title| shortened(title, rendering::LONGEST_NAME));
    let place = rendering::place(citation);
    let parts: Vec<String> = title.into_iter().chain([place]).collect();
    shown(&parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Outcome;
    use crate::chat::samples::doubt;
    use crate::chat::telegram::bot::rendering::tests::{given, guide};

    #[test]
    fn cards_of_an_unsure_answer_say_so_where_they_are_chosen_and_where_they_are_sent() {
        let quotes = ["It sails at nine.", "It sails at noon."].map(guide);
        let unsure = given(Outcome::Perhaps {
            quotes: quotes.to_vec(),
            doubts: vec![doubt("<Aurora>", None)],
        });
        let cards = cards(Wording::ENGLISH, &unsure);
        assert_eq!(cards[0].title, "Not sure: It sails at nine.");
        assert_eq!(cards[0].description, "Guide, a.md:3");
        let head = "<b>When does the ferry sail?</b>\n\n<i>I am not sure; this may be it:</i>\n\n";
        let nine = "<blockquote>It sails at nine.</blockquote>\n1. Guide, <code>a.md:3</code>";
        let first = format!("{head}{nine}\nIt does not mention &lt;Aurora&gt;.");
        assert_eq!(cards[0].post.html, first);
        let second = &cards[1].post.html;
        assert!(second.starts_with(head) && !second.contains("mention"));
        assert_eq!(cards.len(), 2);
    }
}

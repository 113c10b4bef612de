//! People look through the documents page by page, and admins pick one to have it forgotten.

use super::super::transport::{Button, Keyboard, Message, Place, Post, Press};
use super::Bot;
use super::admission::Words;
use super::buttons::button;
use super::callback::{List, Page, Wanted};
use super::listing::Listed;
use super::service::Service;
use super::wording::documents;
use crate::index::{self, Source};
use crate::wording::Wording;

/// Numbers side by side.
const IN_A_ROW: usize = 5;

impl Bot {
    /// Sends the first page of a list: of the documents that hold `words`, in the name or title.
    pub(super) async fn list(&self, place: Place, wording: Wording, list: List, words: &str) {
        let Some((posts, buttons)) = self.shown(wording, &Page::first(list, words)).await else {
            return self.fail(place, wording).await;
        };
        self.tell_with(place, &posts, &buttons).await;
    }

    /// Shows another page in the place of the one whose button was pressed.
    pub(super) async fn turn(&self, press: &Press, page: &Page) {
        let Some(message) = self.reads_along(press, page).await else {
            return;
        };
        let wording = self.wording(Some(press.from));
        let shown = self.shown(wording, page).await;
        let failed = shown.is_none().then(|| wording.press_failed());
        self.answer_press(press, &failed.unwrap_or_default()).await;
        if let Some((posts, buttons)) = shown {
            self.put(message.into(), &posts, &buttons).await;
        }
    }

    /// Forgets a document that was picked, whatever stands at its place by now.
    pub(super) async fn forget_picked(&self, press: &Press, key: u64, page: &Page) {
        let Some(message) = self.reads_along(press, page).await else {
            return;
        };
        let name = self.search(move |service| service.quoth.index().name_of(key));
        let Some(name) = name.await else {
            return self.say_to(press, Wording::press_failed).await;
        };
        let wording = self.wording(Some(press.from));
        let gone = name.is_none().then(|| wording.document_gone());
        self.answer_press(press, &gone.unwrap_or_default()).await;
        if let Some(name) = name {
            let forget = {
                let name = name.clone();
                move |service: &Service| service.quoth.forget(&name)
            };
            let done = self.try_work(forget).await;
            self.tell_forgotten(message.into(), wording, &name, done)
                .await;
        }
        if let Some((posts, buttons)) = self.shown(wording, page).await {
            self.put(message.into(), &posts, &buttons).await;
        }
    }

    /// The message of a page, if whoever pressed may turn it; else they are told why not.
    async fn reads_along<'a>(&self, press: &'a Press, page: &Page) -> Option<&'a Message> {
        let person = press.from.id;
        let seen = press.seen();
        let refused: Words = match page.list {
            List::Forgetting if !self.admission.is_admin(Some(person)) => Wording::not_an_admin,
            List::Sources(Some(reader)) if reader != person => Wording::not_yours,
            _ if seen.is_some() => return seen,
            _ => Wording::list_too_old,
        };
        self.say_to(press, refused).await;
        None
    }

    /// A page as the documents are now, and its buttons.
    async fn shown(&self, wording: Wording, page: &Page) -> Option<(Vec<Post>, Keyboard)> {
        let documents = self.search(|service| {
            let index = service.quoth.index();
            Ok((index.contents()?, index.sources()?))
        });
        let (contents, sources) = documents.await?;
        let listed = Listed::of(sources, &page.words);
        let pages = listed.pages();
        // Where there are no more as many, the last.
        let page = page.at(page.number.min(pages - 1));
        let posts = documents::page(wording, &contents, &page, &listed);
        let mut buttons = Keyboard::new();
        if page.list == List::Forgetting {
            let pick = |(number, source): (usize, &Source)| {
                let wanted = Wanted::Forget(index::key(&source.name), page.clone());
                button(&number.to_string(), &wanted, self.run)
            };
            let picks: Vec<_> = listed.on(page.number).map(pick).collect();
            buttons.extend(picks.chunks(IN_A_ROW).map(<[_]>::to_vec));
        }
        buttons.extend(self.way(&page, pages));
        Some((posts, buttons))
    }

    /// The buttons that lead to the others `of` so many pages, where there are any.
    fn way(&self, page: &Page, of: usize) -> Option<Vec<Button>> {
        let (number, last) = (page.number, of.saturating_sub(1));
        let (before, next) = (number.saturating_sub(1), number + 1);
        let steps = [
            (number > 1, 0, "\u{ab} 1".to_owned()),
            (number > 0, before, format!("\u{2039} {number}")),
            (true, number, format!("\u{b7} {next} \u{b7}")),
            (number < last, next, format!("{} \u{203a}", next + 1)),
            (next < last, last, format!("{of} \u{bb}")),
        ];
        let to = |(_, to, label): (bool, usize, String)| {
            button(&label, &Wanted::Page(page.at(to)), self.run)
        };
        let way = steps.into_iter().filter(|(is_there, ..)| *is_there);
        (of > 1).then(|| way.map(to).collect())
    }
}

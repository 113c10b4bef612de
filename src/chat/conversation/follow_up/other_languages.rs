//! Follow-ups in other languages than English, by one rule: what is asked about after "and", "but" or
//! "what about", or by itself, takes the place of the like of it in the last question that has one.
//!
//! A number is like a number, a time like a time, a name like a name, another noun like a noun. What
//! these are, [`lines`] tells. Where nothing is alike or nothing tells, the message stands alone.

mod lines;

use super::rules::{Need, Readings};
use crate::chat::conversation::Turn;
use crate::chat::line::Line;
use crate::index::{Asked, Index, IndexError};
use crate::language::{Capitals, Language};
use lines::{Kind, Part, Read};

/// A message with so many words that say something says itself what it is about.
const WHOLE: usize = 3;
/// So many readings are tried where nothing tells which word is meant.
const TRIED: usize = 3;

/// What is asked about in the place of something else.
struct Fragment<'a> {
    read: &'a Read<'a>,
    part: Part,
    /// Whether a word before it or behind it says that it follows.
    is_opened: bool,
}

/// What `message` means after `turns` in the same language, the last first; `None` where it stands alone.
pub(super) fn readings(
    message: &str,
    language: Language,
    turns: &[&Turn],
    index: &Index,
) -> Result<Option<Readings>, IndexError> {
    let bare = language.without_opening(message.trim());
    let bare = bare.map(|rest| Line::of_language(rest, language));
    let mut lines = vec![Line::of_language(message, language)];
    lines.extend((turns.iter()).map(|turn| Line::of_language(&turn.question, language)));
    let languages = std::iter::once(language).chain(index.languages()?);
    let known = index.statistics(&Asked {
        texts: lines.iter().chain(&bare).map(Line::to_words).collect(),
        languages: languages.collect(),
        ..Asked::default()
    })?;
    let is_parted = |bare: &Line| known.has_form(bare.word(0)) && !known.has_form(lines[0].word(0));
    let bare = bare.filter(is_parted);
    let is_parted = bare.is_some();
    if let Some(bare) = bare {
        lines[0] = bare;
    }
    let read = |line| Read::of(line, language, &known);
    let lines: Vec<Read<'_>> = lines.into_iter().map(read).collect();
    let fragment = Fragment::of(&lines[0], is_parted);
    Ok(fragment.and_then(|fragment| {
        let mut questions = lines[1..].iter().map(|line| fragment.put_into(line));
        let questions = questions.find(|questions| !questions.is_empty())?;
        let is_sure = fragment.is_opened && questions.len() == 1;
        let changed = fragment.written().to_owned();
        Some(Readings::of(questions, Need::of(is_sure)).by_putting_in(changed))
    }))
}

impl<'a> Fragment<'a> {
    fn of(read: &'a Read<'a>, is_parted: bool) -> Option<Self> {
        let words = read.line.row(0..read.line.len());
        let opening = read.language.opening(&words);
        let closing = read.language.closing(&words[opening..]);
        let mut end = words.len() - closing;
        let asks = read.language.asks(words.get(opening..end)?);
        while end > opening && read.language.is_join(words[end - 1]) {
            end -= 1;
        }
        let start = (opening..end).find(|&at| !read.is_light(at))?;
        let mut inner = start..end;
        let content = inner.clone().filter(|&at| read.is_content(at)).count();
        let is_noun = inner.all(|at| read.is_content(at) || read.is_light(at));
        let is_opened = is_parted || opening + closing > 0;
        let is_fragment = !asks && is_noun && (1..WHOLE).contains(&content);
        let part = read.part(start..end, opening);
        let is_told = || is_opened || read.is_told(start..end);
        (is_fragment && is_told()).then_some(Self {
            read,
            part,
            is_opened,
        })
    }

    /// What is asked about, as it was typed.
    fn written(&self) -> &str {
        self.read.line.whole(self.part.words.clone())
    }

    /// The question with this in the place of the like of it, the likeliest reading first.
    fn put_into(&self, question: &Read<'_>) -> Vec<String> {
        let words = self.part.words.clone();
        let kinds: Vec<Kind> = words.map(|at| self.read.kinds[at]).collect();
        let is_like = |kind: Kind| kinds.iter().all(|at| *at == kind || *at == Kind::Small);
        let capitals = self.read.language.capitals();
        let ends_in_name = kinds.last() == Some(&Kind::Name);
        let like = if let Some(number) = self.number(question) {
            let kind = self.read.kinds[number];
            let like = question.kinds.iter().rposition(|at| *at == kind);
            let by = self.read.line.whole(number..number + 1);
            let put = |at: usize| question.line.replaced(at..at + 1, by);
            return like.map(put).into_iter().collect();
        } else if kinds.contains(&Kind::Time) {
            question.parts(Kind::Time).pop()
        } else if capitals == Capitals::Nothing {
            return self.by_place(question);
        } else if is_like(Kind::Name) || ends_in_name && capitals == Capitals::Nouns {
            self.likest(question.parts(Kind::Name))
        } else {
            // A row of words may hold a verb.
            let mut nouns = question.parts(Kind::Plain);
            nouns.retain(|noun| noun.words.len() == 1 && (noun.has_join() || noun.has_article()));
            match self.likest(nouns).filter(|_| is_like(Kind::Plain)) {
                Some(noun) if !self.part.has_join() => Some(question.extended(noun)),
                noun => noun,
            }
        };
        let replaced = like.map(|part| self.replaced(question, &part));
        replaced.into_iter().collect()
    }

    /// The only number in it, if all other words only say of what.
    fn number(&self, question: &Read<'_>) -> Option<usize> {
        let (read, words) = (self.read, self.part.words.clone());
        let mut numbers = words.clone().filter(|&at| read.kinds[at].is_number());
        let number = numbers.next().filter(|_| numbers.next().is_none())?;
        let asked = question.line.to_words().into_iter();
        let asked: Vec<String> = asked.map(|word| read.language.term(&word)).collect();
        let is_said = |at: usize| {
            let word = read.line.word(at);
            at == number
                || read.is_light(at)
                || read.language.is_sort_of_time(word)
                || asked.contains(&read.language.term(word))
        };
        words.clone().all(is_said).then_some(number)
    }

    /// Of parts of its kind the one that stands most alike, of several the last.
    fn likest(&self, parts: Vec<Part>) -> Option<Part> {
        let own = &self.part;
        let is_name = self.read.kinds[own.words.start] == Kind::Name;
        let likeness = |part: &Part| {
            let has_like_article = part.has_article() == own.has_article();
            if own.has_join() {
                (part.joined == own.joined, has_like_article)
            } else if is_name && !own.has_article() {
                // What stands by itself, too, is more likely meant than what stands behind "in".
                match self.read.language.capitals() {
                    Capitals::Nouns => (has_like_article, !part.has_join()),
                    _ => (!part.has_join(), has_like_article),
                }
            } else {
                (has_like_article, true)
            }
        };
        parts.into_iter().max_by_key(likeness)
    }

    /// Where no capitals tell a name: each word that stands as it does, the likeliest name first.
    fn by_place(&self, question: &Read<'_>) -> Vec<String> {
        let mut parts = question.parts(Kind::Plain);
        parts.sort_by_key(|part| part.has_join() != self.part.has_join());
        let words = parts.iter().flat_map(|part| {
            let mut words: Vec<usize> = part.words.clone().collect();
            if question.language.has_names_last() {
                words.reverse();
            }
            words
        });
        let by = self.written();
        let replaced = |at: usize| question.line.replaced(at..at + 1, by);
        words.take(TRIED).map(replaced).collect()
    }

    /// The question with this in the place of a part, with the small words that both need.
    fn replaced(&self, question: &Read<'_>, part: &Part) -> String {
        let own = &self.part;
        let brings =
            own.has_join() || own.has_article() && (part.has_article() || !part.has_join());
        let whole = own.joins..own.words.end;
        let (from, by) = match (brings, own.has_join()) {
            (false, _) => (part.words.start, own.words.clone()),
            (true, true) => (part.joins, whole),
            (true, false) => (part.articles, whole),
        };
        let by = self.read.lowered(by);
        question.line.replaced(from..part.words.end, &by)
    }
}

#[cfg(test)]
mod tests;

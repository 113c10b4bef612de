//! What the documents know of some words, looked up in the engine's dictionaries.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::analysis::capitalised;
use super::engine::Counted;
use super::names::{self, Name};
use super::statistics::{Asked, Counts, Statistics};
use super::{Index, IndexError, acronyms, facts};
use crate::language::Language;

/// Long forms that initials lead to.
const MOST_BY_INITIALS: usize = 2;
/// A shorter word may be anything: nothing is a slip of it.
const SHORTEST: usize = 4;
/// From this length on, two slips of typing are forgiven.
const TWO_SLIPS: usize = 8;

impl Index {
    /// The languages that the documents are in, the commonest first.
    pub(crate) fn languages(&self) -> Result<Vec<Language>, IndexError> {
        let codes = self.engine.languages()?.into_iter();
        let languages = codes.filter_map(|code| Language::of_full_code(&code));
        Ok(languages.collect())
    }

    /// What the documents know of the words that `asked` has.
    pub(crate) fn statistics(&self, asked: &Asked) -> Result<Statistics, IndexError> {
        loop {
            let mut known = self.known(asked)?;
            if self.engine.is_settled()? {
                known.passages = self.engine.totals()?.passages;
                return Ok(known);
            }
        }
    }

    fn known(&self, asked: &Asked) -> Result<Statistics, IndexError> {
        let mut known = Statistics {
            languages: asked.languages.clone(),
            ..Statistics::default()
        };
        let singly = asked.words.iter().chain(&asked.slips);
        let singly = singly.chain(asked.acronyms.iter().map(|(word, _)| word));
        let words: BTreeSet<&String> = singly.chain(asked.texts.iter().flatten()).collect();
        for word in words {
            self.tell_word(word, &mut known)?;
        }
        for word in &asked.slips {
            if !known.has(word) {
                let meant = self.nearest(word, known.languages())?;
                let meant = meant.map(|meant| (word.clone(), meant));
                known.spellings.extend(meant);
            }
        }
        let stems = |long: &String| long.split(' ').map(str::to_owned).collect();
        for (word, in_capitals) in &asked.acronyms {
            let long = self.engine.facts(&facts::long_form(word))?;
            if !long.is_empty() {
                let long = long.iter().map(stems).collect();
                known.long_forms.insert(word.clone(), long);
            // A word in lower case that the corpus has is mostly no acronym.
            } else if *in_capitals || !known.has(word) {
                let initials = facts::by_initials(&word.to_lowercase());
                let runs = self.engine.facts(&initials)?;
                let best = runs.iter().take(MOST_BY_INITIALS).map(stems);
                known.by_initials.insert(word.clone(), best.collect());
            }
        }
        let texts: BTreeSet<&Vec<String>> = asked.texts.iter().collect();
        for text in texts {
            self.tell_names(text, &mut known)?;
        }
        self.tell_short_forms(&asked.spelt_out, &mut known)?;
        let long = known.long_forms.values().chain(known.by_initials.values());
        let stems: BTreeSet<String> = long.flatten().flatten().cloned().collect();
        for stem in stems {
            let passages = self.engine.with(Counted::Stem, &stem)?;
            known.stems.insert(stem, passages);
        }
        Ok(known)
    }

    /// Tells how often a word stands in the documents.
    fn tell_word(&self, word: &str, known: &mut Statistics) -> Result<(), IndexError> {
        if known.has(word) {
            return Ok(());
        }
        // Asked in any case: where the engine is far away, a second round costs more.
        let times = self.engine.with(Counted::Form, word)?;
        let capitals = self.engine.with(Counted::Form, &capitalised(word))?;
        let mut passages = 0;
        for stem in known.all_terms(word) {
            let with_stem = self.engine.with(Counted::Stem, &stem)?;
            if with_stem > 0 {
                passages += with_stem;
                known.stems.insert(stem, with_stem);
            }
        }
        if passages > 0 {
            let counts = Counts {
                passages,
                times,
                capitals,
            };
            known.words.insert(word.to_owned(), counts);
        }
        Ok(())
    }

    /// The word of the documents that another may be a slip of, the commonest such.
    fn nearest(&self, word: &str, languages: &[Language]) -> Result<Option<String>, IndexError> {
        let most = 1 + usize::from(word.chars().count() >= TWO_SLIPS);
        let may_be_meant = |other: &String| {
            other.chars().nth(SHORTEST - 1).is_some()
                && !other.contains(char::is_numeric)
                && !languages.iter().any(|it| it.is_month_or_day(other))
        };
        let like = self.engine.like(word, most)?.into_iter();
        let mut best: Option<(usize, Reverse<u64>, String)> = None;
        for other in like.filter(may_be_meant) {
            let stems: BTreeSet<String> = languages.iter().map(|it| it.term(&other)).collect();
            let counts = stems.iter().map(|it| self.engine.with(Counted::Stem, it));
            let common = Reverse(counts.sum::<Result<u64, IndexError>>()?);
            let found = (strsim::osa_distance(word, &other), common, other);
            if best.as_ref().is_none_or(|best| found < *best) {
                best = Some(found);
            }
        }
        Ok(best.map(|(.., word)| word))
    }

    /// Tells the names in a text.
    fn tell_names(&self, text: &[String], known: &mut Statistics) -> Result<(), IndexError> {
        for start in 0..text.len() {
            let last = self.person_by_last(&text[start])?;
            let last = last.map(|name| (text[start].clone(), name));
            known.by_last.extend(last);
            for end in start + 1..=text.len().min(start + names::LONGEST) {
                let row = text[start..end].join(" ");
                if let Some(name) = self.name(&row)? {
                    known.names.insert(row, name);
                }
            }
        }
        Ok(())
    }

    /// Tells the acronyms that the rows of words in a text are long forms of.
    fn tell_short_forms(&self, text: &[String], known: &mut Statistics) -> Result<(), IndexError> {
        let stems: Vec<String> = text.iter().map(|word| known.term(word)).collect();
        let rows = (0..text.len()).flat_map(|start| {
            let ends = start + 1..=text.len().min(start + acronyms::LONGEST_RUN);
            ends.map(move |end| start..end)
        });
        for place in rows {
            let (words, row) = (&text[place.clone()], stems[place].join(" "));
            let short = facts::short_form(&row);
            if self.engine.with(Counted::Fact, &short)? > 0 {
                let short = self.engine.facts(&short)?;
                for word in &short {
                    self.tell_word(word, known)?;
                }
                known.short_forms.insert(row.clone(), short);
            }
            if words.len() > acronyms::MOST_WORDS {
                continue;
            }
            for initials in acronyms::initials(words) {
                let run = facts::by_initials(&initials) + &row;
                let is_capitalised = self.engine.with(Counted::Fact, &run)? > 0;
                let in_capitals = facts::in_capitals(&initials);
                if self.engine.with(Counted::Fact, &in_capitals)? > 0 {
                    self.tell_word(&initials, known)?;
                    if is_capitalised {
                        known.capitalised.insert(row.clone());
                    }
                    known.acronyms.insert(initials);
                }
            }
        }
        Ok(())
    }

    /// The name of these words, joined by spaces as analysis leaves them.
    fn name(&self, words: &str) -> Result<Option<Name>, IndexError> {
        let written = self.engine.facts(&facts::written(words))?;
        let Some(written) = written.into_iter().next() else {
            return Ok(None);
        };
        Ok(Some(Name {
            written,
            as_person: self.engine.with(Counted::Fact, &facts::person(words))?,
            as_other: self.engine.with(Counted::Fact, &facts::other(words))?,
        }))
    }

    /// The person called in full what is called `last` for short, if there is only one.
    fn person_by_last(&self, last: &str) -> Result<Option<Name>, IndexError> {
        let mut only = None;
        for full in self.engine.facts(&facts::last(last))? {
            if let Some(name) = self.name(&full)?.filter(Name::is_person)
                && only.replace(name).is_some()
            {
                return Ok(None);
            }
        }
        Ok(only)
    }
}

//! Who or what the subject is, and what happens to it, when, where and why.

use std::ops::Range;

use super::{Draft, Kind};
use crate::chat::examples::clause::{Clause, is_article};
use crate::chat::examples::words::{
    ACTIVE, CLAUSES, DEEDS, PRESENT, TRANSITIVE, base, is_one_of, is_trade, may_be_trade, past_of,
};
use crate::index::names;
use crate::language::english;

/// A subject and its verb.
pub(super) struct Main<'a> {
    pub(super) clause: &'a Clause<'a>,
    subject: Range<usize>,
    /// The subject as it stands inside a sentence.
    pub(super) inside: String,
    named: bool,
    pub(super) verb: usize,
}

impl<'a> Main<'a> {
    /// The words before the verb at `verb` as its subject, where they can be that.
    pub(super) fn new(clause: &'a Clause<'a>, verb: usize) -> Option<Self> {
        let subject = clause.subject(verb)?;
        Some(Self {
            clause,
            named: clause.is_named(&subject),
            inside: clause.inside(&subject)?,
            subject,
            verb,
        })
    }

    /// Whether the subject says by itself what it means.
    pub(super) fn is_named(&self) -> bool {
        self.named
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.clause.word(at)
    }

    pub(super) fn draft(&self, kind: Kind, question: String) -> Draft {
        let about = self.inside.clone();
        Draft {
            kind,
            question,
            about,
        }
    }

    fn is_office(&self) -> bool {
        self.subject.clone().any(|at| names::is_role(self.word(at)))
    }

    /// "The Tide Museum is a museum of ..."
    pub(super) fn definition(&self, next: &str) -> Option<Draft> {
        let (verb, clause) = (self.word(self.verb), self.clause);
        let after = self.verb + 1;
        let defines = matches!(verb, "is" | "are" | "was" | "were") && is_article(self.word(after));
        // What has no name is defined for good, and by itself.
        let general = verb == "is" && !self.named && self.word(self.subject.start) != "the";
        let bare = self.inside.starts_with(char::is_lowercase);
        let vague =
            self.inside.len() < 3 || self.inside.ends_with(|c: char| c.is_ascii_digit()) && bare;
        if !defines || self.is_office() && self.named || vague || !(self.named || general && bare) {
            return None;
        }
        let head = clause.head(after + 1);
        let who = match self.person(head, next) {
            Some(true) => "Who",
            Some(false) => "What",
            None => return None,
        };
        let kind = if who == "Who" {
            Kind::Person
        } else {
            Kind::Thing
        };
        Some(self.draft(kind, format!("{who} {verb} {}?", self.inside)))
    }

    /// Whether the subject is a person, if what it is said to be (which ends at `head`) tells.
    fn person(&self, head: usize, next: &str) -> Option<bool> {
        let clause = self.clause;
        let plain = |at: usize| clause.is_capital(at);
        let like_person = self.named
            && self.subject.clone().all(plain)
            && !is_article(self.word(self.subject.start));
        if !like_person {
            return Some(false);
        }
        let known = clause.name_at(self.subject.start);
        let person = known.is_some_and(|(end, person)| person && end == self.subject.end);
        let noun = self.word(head);
        let role = (self.verb + 2..=head).any(|at| names::is_role(self.word(at)));
        let of_people =
            |word: &str| matches!(word, "he" | "she" | "his" | "her" | "him" | "who" | "born");
        let pronoun = (head..clause.len()).any(|at| of_people(self.word(at)))
            || next
                .split_whitespace()
                .take(1)
                .any(|word| of_people(&word.to_lowercase()));
        if person || role && pronoun || is_trade(noun) {
            return Some(true);
        }
        // "Writer" or "river"?
        (!role && !pronoun && !may_be_trade(noun)).then_some(false)
    }

    /// What the clause says that happens, as a question asks for it: ("was", "founded") or ("did", "open").
    fn event(&self) -> Option<(&str, &str, usize)> {
        let verb = self.word(self.verb);
        if matches!(verb, "was" | "were") {
            let adverb = |at: usize| {
                self.word(at).ends_with("ly")
                    || matches!(self.word(at), "first" | "then" | "later" | "also")
            };
            let at = self.verb + 1 + usize::from(adverb(self.verb + 1));
            let participle = self.word(at);
            return past_of(participle).map(|_| (verb, participle, at));
        }
        base(ACTIVE, verb).map(|base| ("did", base, self.verb))
    }

    /// The end of the clause that begins after `at`.
    pub(super) fn end(&self, at: usize) -> usize {
        let closes =
            |at: &usize| self.clause.ends_before(*at) || is_one_of(CLAUSES, self.word(*at));
        (at + 1..self.clause.len())
            .find(closes)
            .unwrap_or(self.clause.len())
    }

    /// "The Tide Museum was founded in 1931", "the museum opened in 1931", "Peru joined the Ferry Union in 1931".
    pub(super) fn time(&self) -> Option<Draft> {
        let clause = self.clause;
        if let Some((auxiliary, verb, at)) = self.event() {
            let told = clause.start() > 0 || clause.time_in(at + 1..self.end(at)).is_some();
            let question = format!("When {auxiliary} {} {verb}?", self.inside);
            return told.then(|| self.draft(Kind::Time, question));
        }
        let base = base(TRANSITIVE, self.word(self.verb))?;
        let end = self.end(self.verb);
        let time = clause
            .time_in(self.verb + 1..end)
            .or((clause.start() > 0).then_some(end))?;
        let object = self.verb + 1..time;
        let named = clause.is_named(&object);
        let fits = clause.is_phrase(&object) && (named || self.word(object.start) != "the");
        let object = clause.written(&object);
        fits.then(|| {
            self.draft(
                Kind::Time,
                format!("When did {} {base} {object}?", self.inside),
            )
        })
    }

    /// "The Tide Museum was closed because its roof had fallen in."
    pub(super) fn cause(&self) -> Option<Draft> {
        let (auxiliary, verb, at) = self.event()?;
        let told = |at: usize| {
            self.word(at) == "because" || self.word(at) == "due" && self.word(at + 1) == "to"
        };
        (at + 1..self.clause.len()).any(told).then(|| {
            self.draft(
                Kind::Cause,
                format!("Why {auxiliary} {} {verb}?", self.inside),
            )
        })
    }

    /// "The Tide Museum is in Port Ellery", "the museum is located near the harbour".
    pub(super) fn place(&self) -> Option<Draft> {
        let clause = self.clause;
        let verb = self.word(self.verb);
        let placed = self.word(self.verb + 1);
        let (at, asked) = match (verb, placed) {
            ("is" | "are", "located" | "situated") => (self.verb + 2, ""),
            ("is" | "are", "based" | "headquartered" | "buried" | "spoken") => {
                (self.verb + 2, placed)
            }
            ("is" | "are" | "lies" | "stands", _) => (self.verb + 1, ""),
            _ => return None,
        };
        let named = |at: usize| clause.is_capital(at) && !english::is_month_or_day(self.word(at));
        let whole = clause.is_capital(self.subject.end - 1);
        let place = whole
            && matches!(
                self.word(at),
                "in" | "near" | "at" | "on" | "between" | "along" | "off"
            )
            && (named(at + 1)
                || asked.is_empty() && at == self.verb + 2
                || named(at + 2) && is_article(self.word(at + 1)));
        let verb = if verb == "are" { verb } else { "is" };
        let space = if asked.is_empty() { "" } else { " " };
        place.then(|| {
            self.draft(
                Kind::Place,
                format!("Where {verb} {}{space}{asked}?", self.inside),
            )
        })
    }

    /// "The Tide Museum was founded by Rosa Quill."
    pub(super) fn doer(&self) -> Option<Draft> {
        let (auxiliary, participle, at) = self.event()?;
        let past = past_of(participle).filter(|_| auxiliary != "did" && participle != "born")?;
        let by = (at + 1..self.end(at)).find(|&at| self.word(at) == "by")?;
        let (_, person) = self.clause.name_at(by + 1)?;
        let words = self.clause.is_capital(by + 2);
        (person || words).then(|| self.draft(Kind::Doer, format!("Who {past} {}?", self.inside)))
    }

    /// "Rosa Quill founded the Tide Museum."
    pub(super) fn deed(&self) -> Option<Draft> {
        let clause = self.clause;
        let verb = self.word(self.verb);
        let (end, person) = clause.name_at(self.subject.start)?;
        if !person || end != self.subject.end || !is_one_of(DEEDS, verb) {
            return None;
        }
        let end = self.end(self.verb);
        let end = (self.verb + 1..end)
            .find(|&at| {
                clause.is_stop_word(at) && !matches!(self.word(at), "the" | "of" | "a" | "an")
            })
            .unwrap_or(end);
        let object = self.verb + 1..end;
        (clause.is_phrase(&object) && clause.is_named(&object)).then(|| {
            let object = clause.written(&object).to_owned();
            Draft {
                kind: Kind::Doer,
                question: format!("Who {verb} {object}?"),
                about: object,
            }
        })
    }

    /// "The Harbour Act forbids fishing at night."
    pub(super) fn habit(&self) -> Option<Draft> {
        let base = base(PRESENT, self.word(self.verb))?;
        let (clause, subject) = (self.clause, self.subject.clone());
        let (_, person) = clause.name_at(subject.start).unwrap_or_default();
        let fits = !self.is_office()
            && !person
            && subject
                .into_iter()
                .all(|at| clause.is_capital(at) || clause.is_stop_word(at));
        fits.then(|| self.draft(Kind::Deed, format!("What does {} {base}?", self.inside)))
    }
}

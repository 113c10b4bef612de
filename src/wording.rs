//! Every sentence that Quoth says in its own words, in each language that people use it in.
//!
//! [`messages`] lists the sentences, and `languages/` has a file of them for each language, in the
//! syntax of Fluent. What needs more than one of them is put together in [`answers`] and
//! [`documents`]; [`other_language`] is the one sentence that is said in the language of a question
//! instead. [`showing`] is what the text of others needs beside them.

mod answers;
mod documents;
mod messages;
mod other_language;
mod showing;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::corpus::invisible::reorders;
use crate::language::Language;

pub use documents::count;
pub(crate) use other_language::own_name;
pub(crate) use showing::{ITEM, SOURCES_NAMED, origin, printable, title};

/// A language that Quoth speaks, with all that it says in it.
#[derive(Clone, Copy)]
pub struct Wording(&'static Spoken);

struct Spoken {
    /// ISO 639-1, as Telegram and a terminal have it.
    code: &'static str,
    written: &'static str,
    read: OnceLock<FluentBundle<FluentResource>>,
}

macro_rules! spoken {
    ($($code:literal)*) => {
        [$(Spoken {
            code: $code,
            written: include_str!(concat!("wording/languages/", $code, ".ftl")),
            read: OnceLock::new(),
        }),*]
    };
}

/// The languages, English first.
static SPOKEN: [Spoken; 16] = spoken! {
    "en" "ar" "de" "es" "fa" "fr" "hi" "id" "it" "ja" "pl" "pt" "ru" "tr" "uk" "zh"
};

/// Stands for what is set off from the sentence around it ([`parted`]). No text has this character.
pub(crate) const PLACE: &str = "\u{fdd0}";

/// First strong isolate and its end, which stand around a value that may run the other way (Unicode,
/// UAX 9).
pub(crate) const ISOLATES: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// Whether a character sets a text apart, or ends that.
pub(crate) fn is_isolate(c: char) -> bool {
    ISOLATES.iter().any(|isolate| isolate.contains(c))
}

/// A sentence before and after its [`PLACE`].
pub(crate) fn parted(sentence: &str) -> (&str, &str) {
    sentence.split_once(PLACE).unwrap_or((sentence, ""))
}

impl Wording {
    /// What is spoken where nothing tells what a person speaks.
    pub const ENGLISH: Self = Self(&SPOKEN[0]);

    /// All languages, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        SPOKEN.iter().map(Self)
    }

    /// The language of a tag such as `de`, `pt-BR` or `ru_RU.UTF-8`; `None` for one that is not spoken.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_', '.', '@']).next()?;
        Self::all().find(|wording| wording.code().eq_ignore_ascii_case(code))
    }

    /// The ISO 639-1 code of the language.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The language.
    pub(crate) fn language(self) -> Language {
        Language::of_code(self.code()).unwrap_or(Language::ENGLISH)
    }

    /// What stands around a text that may run the other way: where text runs from the right, a name
    /// that does not is set apart, or its marks change sides. Elsewhere nothing, as nobody needs it.
    pub(crate) fn isolates(self) -> [&'static str; 2] {
        let language: LanguageIdentifier = self.code().parse().unwrap_or_default();
        match language.character_direction() {
            CharacterDirection::RTL => ISOLATES,
            _ => ["", ""],
        }
    }

    /// A message with its variables filled in.
    fn say<const N: usize>(
        self,
        message: &str,
        variables: [(&'static str, FluentValue<'_>); N],
    ) -> String {
        let bundle = self.0.read.get_or_init(|| self.0.bundle());
        let mut filled = FluentArgs::with_capacity(N);
        let [before, after] = self.isolates();
        for (name, value) in variables {
            let value = match harmless(value) {
                FluentValue::String(text) if !before.is_empty() => {
                    FluentValue::from(format!("{before}{text}{after}"))
                }
                value => value,
            };
            filled.set(name, value);
        }
        let pattern = bundle.get_message(message).and_then(|found| found.value());
        let mut errors = Vec::new();
        let said = pattern
            .map(|pattern| bundle.format_pattern(pattern, Some(&filled), &mut errors))
            .unwrap_or_default();
        debug_assert!(
            pattern.is_some() && errors.is_empty(),
            "{message}: {errors:?}"
        );
        said.into_owned()
    }
}

impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Wording {}

impl std::fmt::Debug for Wording {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Wording({})", self.code())
    }
}

impl Spoken {
    fn bundle(&self) -> FluentBundle<FluentResource> {
        let language: LanguageIdentifier = self.code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Fluent would set numbers apart as well, and then nothing tells which way a list of them runs.
        bundle.set_use_isolating(false);
        // What cannot be read of a file is missing in it: a test finds that.
        let read = FluentResource::try_new(self.written.to_owned());
        bundle.add_resource_overriding(read.unwrap_or_else(|(read, _)| read));
        bundle
    }
}

/// A value that changes nothing of the sentence around it: neither the direction in which that runs
/// nor where a terminal goes on writing.
fn harmless(value: FluentValue<'_>) -> FluentValue<'_> {
    let FluentValue::String(text) = &value else {
        return value;
    };
    // Parts of it may be set apart already.
    let keeps_isolates = is_closed(text);
    let disturbs = |c: char| PLACE.contains(c) || reorders(c) && !(keeps_isolates && is_isolate(c));
    if text == PLACE || !text.contains(|c: char| c.is_control() || disturbs(c)) {
        return value;
    }
    let shown = |c: char| match c {
        c if disturbs(c) => None,
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => Some('\u{fffd}'),
        c => Some(c),
    };
    FluentValue::String(Cow::Owned(text.chars().filter_map(shown).collect()))
}

/// Whether what is set apart in a text ends in it.
fn is_closed(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| is_isolate(*c));
    let open = marks.try_fold(0_usize, |open, mark| {
        let opens = ISOLATES[0].contains(mark);
        open.checked_add_signed(if opens { 1 } else { -1 })
    });
    open == Some(0)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;

//! How the words of a language are written, made one: case, marks, apostrophes and digits.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use whatlang::{Lang, Script};

use super::Language;

/// What an apostrophe inside a word parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apostrophe {
    /// Nothing that is known.
    Nothing,
    /// A small word from the one that says something: "l'eau".
    WordBefore,
    /// A name from its ending: "Ankara'nın".
    EndingAfter,
}

/// The zeros of other scripts' digits; the other nine follow each.
const ZEROS: [char; 6] = ['٠', '۰', '०', '০', '๐', '０'];
/// Vowel points, lengthening and joiners of Arabic and Hebrew, which people leave out.
const POINTS: [std::ops::RangeInclusive<char>; 5] = [
    '\u{64b}'..='\u{652}',
    '\u{640}'..='\u{640}',
    '\u{670}'..='\u{670}',
    '\u{591}'..='\u{5c7}',
    '\u{200c}'..='\u{200d}',
];

/// Languages that write "2.5" and "1,500"; the others write "2,5" and "1.500".
const DECIMAL_POINT: &[Lang] = &[
    Lang::Eng,
    Lang::Ara,
    Lang::Pes,
    Lang::Urd,
    Lang::Ben,
    Lang::Mar,
    Lang::Nep,
    Lang::Tam,
    Lang::Tel,
    Lang::Tgl,
    Lang::Cmn,
    Lang::Jpn,
    Lang::Kor,
    Lang::Tha,
    Lang::Hin,
    Lang::Heb,
];

/// Languages that write "1 500" too.
const GROUPED_BY_SPACE: &[Lang] = &[
    Lang::Bel,
    Lang::Bul,
    Lang::Ces,
    Lang::Est,
    Lang::Fin,
    Lang::Fra,
    Lang::Hun,
    Lang::Lav,
    Lang::Lit,
    Lang::Nob,
    Lang::Pol,
    Lang::Rus,
    Lang::Slk,
    Lang::Spa,
    Lang::Swe,
    Lang::Ukr,
];

impl Language {
    /// Whether it is written in letters of another language.
    pub(crate) fn is_written_as(self, other: Self) -> bool {
        self.is_written_in(other.scripts())
    }

    /// Whether it is written in one of these scripts.
    pub(super) fn is_written_in(self, scripts: &[Script]) -> bool {
        let mut own = self.scripts().iter();
        own.any(|script| scripts.contains(script))
    }

    /// A word as it is compared: in lower case, numbers without grouping.
    pub(in crate::language) fn folded(self, word: &str) -> String {
        let turkish = self.0 == Lang::Tur;
        let folded = if word.is_ascii() && !turkish {
            word.to_ascii_lowercase()
        } else {
            self.fold(word)
        };
        if folded.starts_with(|c: char| c.is_ascii_digit()) {
            self.number(folded)
        } else {
            folded
        }
    }

    /// What stands before the decimals of a number.
    pub(in crate::language) fn decimal_mark(self) -> char {
        if DECIMAL_POINT.contains(&self.0) {
            '.'
        } else {
            ','
        }
    }

    /// Whether a space can group the digits of a number: a narrow one and one that keeps a line
    /// together can anywhere, any other only where people write so.
    pub(in crate::language) fn groups_by(self, space: char) -> bool {
        match space {
            '\u{a0}' | '\u{2009}' | '\u{202f}' => true,
            ' ' => GROUPED_BY_SPACE.contains(&self.0),
            _ => false,
        }
    }

    /// The digits of a number without their grouping, with a point before decimals that say anything.
    fn number(self, mut word: String) -> String {
        let decimal = self.decimal_mark();
        let group = if decimal == '.' { ',' } else { '.' };
        word.retain(|c| !c.is_whitespace());
        let whole = word.split(decimal).next().unwrap_or_default();
        if is_grouped(whole, group) {
            word.retain(|c| c != group);
        }
        let is_decimal = |(whole, part): (&str, &str)| is_digits(whole) && is_digits(part);
        if decimal == ',' && word.split_once(',').is_some_and(is_decimal) {
            word = word.replace(',', ".");
        }
        // A price without cents: "45.00" is "45".
        let bare = word.strip_suffix(".00").filter(|whole| is_digits(whole));
        if let Some(length) = bare.map(str::len) {
            word.truncate(length);
        }
        word
    }

    /// A word of other letters than ASCII in lower case, without what people may leave out when they
    /// type it: accents, where the language allows that, vowel points, typographic apostrophes.
    pub(in crate::language) fn fold(self, word: &str) -> String {
        let mut folded = String::with_capacity(word.len());
        for c in word.chars() {
            match c {
                '’' => folded.push('\''),
                // Letters that printers join.
                'ﬀ'..='ﬆ' => folded.extend(std::iter::once(c).nfkd()),
                'ё' | 'Ё' => folded.push('е'),
                'ς' => folded.push('σ'),
                '٫' => folded.push('.'),
                '٬' => folded.push(','),
                // Persian keyboards and Arabic ones write the same letters by other characters.
                'ي' | 'ى' if self.0 == Lang::Pes => folded.push('ی'),
                'ك' if self.0 == Lang::Pes => folded.push('ک'),
                'İ' if self.0 == Lang::Tur => folded.push('i'),
                'I' if self.0 == Lang::Tur => folded.push('ı'),
                c if POINTS.iter().any(|points| points.contains(&c)) => {}
                c => match digit(c) {
                    Some(digit) => folded.push(digit),
                    None => folded.extend(c.to_lowercase()),
                },
            }
        }
        without_marks(&folded, self.known().is_some_and(|it| it.keeps_marks))
    }

    /// The part of a word that says something, where an apostrophe parts it: "eau" of "l'eau".
    pub(in crate::language) fn without_apostrophe(self, word: &str) -> &str {
        let Some((before, after)) = word.split_once(['\'', '’']) else {
            return word;
        };
        match self.known().map(|known| known.apostrophe) {
            Some(Apostrophe::WordBefore) if after.chars().count() > 1 => after,
            Some(Apostrophe::EndingAfter) if before.chars().count() > 1 => before,
            _ => word,
        }
    }

    /// The language of a single word in a text of this one: letters of another script are of a
    /// language that is written in it.
    pub(in crate::language) fn of_word(self, word: &str) -> Self {
        if word.is_ascii() && self.is_english() {
            return self;
        }
        match word.chars().find_map(script_of) {
            Some(script) if !self.scripts().contains(&script) => Self::usual_in(script),
            _ => self,
        }
    }

    pub(super) fn scripts(self) -> &'static [Script] {
        match self.0 {
            Lang::Ara | Lang::Pes | Lang::Urd => &[Script::Arabic],
            Lang::Rus | Lang::Ukr | Lang::Bul | Lang::Srp | Lang::Mkd | Lang::Bel => {
                &[Script::Cyrillic]
            }
            Lang::Ell => &[Script::Greek],
            Lang::Hin | Lang::Mar | Lang::Nep => &[Script::Devanagari],
            Lang::Heb | Lang::Yid => &[Script::Hebrew],
            Lang::Kor => &[Script::Hangul],
            Lang::Tha => &[Script::Thai],
            Lang::Cmn => &[Script::Mandarin],
            Lang::Jpn => &[Script::Hiragana, Script::Katakana, Script::Mandarin],
            _ => &[Script::Latin],
        }
    }

    /// The language that a text in a script is taken for, where nothing else tells.
    pub(super) fn usual_in(script: Script) -> Self {
        Self(match script {
            Script::Arabic => Lang::Ara,
            Script::Cyrillic => Lang::Rus,
            Script::Greek => Lang::Ell,
            Script::Devanagari => Lang::Hin,
            Script::Hebrew => Lang::Heb,
            Script::Hangul => Lang::Kor,
            Script::Thai => Lang::Tha,
            Script::Mandarin => Lang::Cmn,
            Script::Hiragana | Script::Katakana => Lang::Jpn,
            _ => Lang::Eng,
        })
    }
}

/// The script of a letter, where it tells something of the language.
pub(super) fn script_of(letter: char) -> Option<Script> {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            Some(Script::Latin)
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Script::Greek),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        '\u{590}'..='\u{5ff}' => Some(Script::Hebrew),
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => Some(Script::Arabic),
        '\u{900}'..='\u{97f}' => Some(Script::Devanagari),
        '\u{e00}'..='\u{e7f}' => Some(Script::Thai),
        '\u{3040}'..='\u{309f}' => Some(Script::Hiragana),
        '\u{30a0}'..='\u{30ff}' => Some(Script::Katakana),
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Some(Script::Mandarin),
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => Some(Script::Hangul),
        _ => None,
    }
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a mark groups the digits of a number: "1,500,000", or as in India "15,00,000".
fn is_grouped(whole: &str, mark: char) -> bool {
    let Some((rest, last)) = whole.rsplit_once(mark) else {
        return false;
    };
    let has = |group: &str, length: usize| group.len() == length && is_digits(group);
    let all_have = |length: usize| rest.split(mark).skip(1).all(|group| has(group, length));
    let first = rest.split(mark).next().unwrap_or_default();
    let is_indian = || mark == ',' && first.len() <= 2 && is_digits(first) && all_have(2);
    has(last, 3) && (all_have(3) || is_indian())
}

/// A digit of another script as an ASCII one.
fn digit(c: char) -> Option<char> {
    let digit = |zero: &char| char::from_digit(u32::from(c).checked_sub(u32::from(*zero))?, 10);
    ZEROS.iter().find_map(digit)
}

/// A word without the marks on its Latin and Greek letters, unless these are to be kept.
pub(super) fn without_marks(word: &str, keeps: bool) -> String {
    if keeps {
        return word.nfc().collect();
    }
    let bears_marks = |c: &char| {
        matches!(script_of(*c), Some(Script::Latin | Script::Greek))
            || matches!(*c, '\u{80}'..='\u{bf}')
    };
    let mut bare = String::with_capacity(word.len());
    let mut had_marks = false;
    for c in word.chars() {
        if bears_marks(&c) {
            bare.extend(std::iter::once(c).nfkd().filter(|&c| !is_combining_mark(c)));
            had_marks = true;
        } else if !(had_marks && is_combining_mark(c)) {
            bare.push(c);
            had_marks = false;
        }
    }
    bare
}

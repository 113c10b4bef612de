//! Ranked sentences become quotes: the same statement once, with all its sources; all sides where
//! sources differ; and further statements only where they add something.

use std::cmp::Reverse;

use super::context::{self, Belief};
use super::disagreement::{self, Disagreement, Stated};
use super::matching::Matcher;
use super::query::Query;
use super::ranking::Ranked;
use super::statement::{Gist, Statement, statements};
use super::{Citation, Neighbour, Place, Quote, Search};
use super::{features, reading};
use crate::corpus::Span;
use crate::index::Found;
use crate::index::found::Text;
use crate::language::analyser;

/// Statements that are looked at for what contradicts the first.
const COMPARED: usize = 10;
/// Beside an unsure answer, others may be it as well from these odds against the first on.
const NEAR: f32 = 0.14;
/// What the reader takes for an answer has at least even odds for it, and unless it has all the words
/// that the first has, it is not so much less likely (logarithm of the odds). Without this, one in
/// five further quotes answered; with it, two in five do (270 own questions and 160 of `XQuAD`).
const BESIDE: f32 = 3.0;
/// What has all the words that the first has is taken for an answer as the first is, where it is hardly
/// less likely (the same). Beside an unsure one, [`BESIDE`] is enough.
const ALIKE: f32 = 1.0;
/// To a person who asks for more, a quote so likely is shown, too: about the last that
/// has to do with the question. The reader leaves little to all but the first.
const HOPEFUL: f32 = 5e-6;
/// Statements that are looked at for more.
const FURTHER: usize = 40;

/// The best `most` quotes, without those that add nothing, and in what they differ. Where
/// sources differ, all sides open the answer, the newest first.
pub(super) fn evidence(
    search: &Search,
    is_sure: bool,
    most: usize,
) -> (Vec<Quote>, Option<Disagreement>) {
    let composer = Composer::new(search);
    let statements = composer.statements(most.max(COMPARED));
    let mut sides = sides(search, &statements, most);
    let stated = sides.iter_mut().flat_map(|sides| &mut sides.values);
    // The quotes of these come first, in this order.
    let mut shown: Vec<usize> = (stated.zip(0..))
        .map(|(stated, quote)| std::mem::replace(&mut stated.quote, quote))
        .collect();
    let mut said = Gist::default();
    let quote = |place: usize, said: &mut Gist| composer.told(&statements[place], said);
    let mut quotes: Vec<Quote> = shown.iter().map(|&place| quote(place, &mut said)).collect();
    for (place, statement) in statements.iter().enumerate() {
        if quotes.len() >= most {
            break;
        }
        let is_further = || {
            answers_too(statement, &statements[0], &search.query, is_sure)
                && statement.adds_to(&said)
        };
        if !shown.contains(&place) && (quotes.is_empty() || is_further()) {
            shown.push(place);
            quotes.push(quote(place, &mut said));
        }
    }
    (quotes, sides)
}

/// Whether a statement may be shown beside the first of the ranking, which is sure to answer or not.
fn answers_too(
    statement: &Statement<'_>,
    beside: &Statement<'_>,
    query: &Query,
    is_sure: bool,
) -> bool {
    let (other, first) = (statement.best, beside.best);
    let reader = |ranked: &Ranked| ranked.values[features::READER] * reading::SCALE;
    let is_near = other.odds(first) >= NEAR;
    let meets_as_much = other.meets_as_much_as(first);
    let behind = reader(first) - reader(other);
    let is_alike = meets_as_much && behind <= if is_sure { ALIKE } else { BESIDE };
    let is_likely = query.several || behind <= BESIDE || meets_as_much;
    let is_read_as_one = other.is_read && (is_alike || reader(other) >= 0.0 && is_likely);
    !is_about_another(other, first)
        && other.speaks_of_it()
        && (is_read_as_one || statement.denies(beside) || is_near && !(is_sure && first.is_read))
}

/// Whether the checks object to a sentence, and not to the first.
fn is_about_another(other: &Ranked, first: &Ranked) -> bool {
    let doubted = |ranked: &Ranked| ranked.values[features::DOUBTED] > 0.0;
    doubted(other) && !doubted(first)
}

/// The sides of a disagreement that there is room for, the newest first where all dates are known.
/// The place of each is that of its statement.
fn sides(search: &Search, statements: &[Statement<'_>], most: usize) -> Option<Disagreement> {
    let found = &search.found;
    let first = statements.first()?.best;
    // What speaks of another thing does not contradict.
    let places: Vec<usize> = (0..statements.len().min(COMPARED))
        .filter(|&place| !is_about_another(statements[place].best, first))
        .collect();
    let leading: Vec<&Ranked> = places.iter().map(|&place| statements[place].best).collect();
    let mut differing = disagreement::find(search, &leading)?;
    for stated in &mut differing.values {
        stated.quote = places[stated.quote];
    }
    differing.values.truncate(most);
    let date = |stated: &Stated| found.documents[statements[stated.quote].best.document].date;
    if (differing.values.iter()).all(|stated| date(stated).is_some()) {
        differing.values.sort_by_key(|stated| Reverse(date(stated)));
    }
    // With room for a single quote there is none to set against it.
    (differing.values.len() > 1).then_some(differing)
}

/// The first `most` quotes of the ranking, each with every place that says the same.
pub(super) fn quotes(search: &Search, most: usize) -> Vec<Quote> {
    let composer = Composer::new(search);
    let statements = composer.statements(most).into_iter();
    let quote = |it: Statement<'_>| composer.quote(&it, (it.best.sentence, None));
    statements.map(quote).collect()
}

/// The next `most` quotes of the ranking after those that stand at `shown`: new
/// statements, as long as they are not hopeless against the first.
pub(super) fn further(search: &Search, most: usize, shown: &[Place]) -> Vec<Quote> {
    let composer = Composer::new(search);
    let statements = composer.statements(FURTHER);
    let is_shown = |statement: &Statement<'_>| {
        let mut places = std::iter::once(&statement.best).chain(&statement.others);
        places.any(|ranked| {
            let document = &search.found.document_of(ranked.sentence).name;
            let span = search.found.sentences[ranked.sentence].text.span;
            let is_it = |place: &Place| place.document == *document && place.span == span;
            shown.iter().any(is_it)
        })
    };
    let mut said = Gist::default();
    let (known, new): (Vec<_>, Vec<_>) = statements.iter().partition(|it| is_shown(it));
    for statement in known {
        composer.say(statement, &mut said);
    }
    let mut quotes = Vec::new();
    for statement in new {
        let is_hopeful = statement.best.odds(&composer.ranked[0]) >= HOPEFUL;
        if quotes.len() >= most || !is_hopeful {
            break;
        }
        if statement.adds_to(&said) {
            quotes.push(composer.told(statement, &mut said));
        }
    }
    quotes
}

/// What makes quotes of the sentences found.
struct Composer<'a> {
    found: &'a Found,
    ranked: &'a [Ranked],
    several: bool,
    matcher: Matcher,
    belief: Belief,
}

impl<'a> Composer<'a> {
    fn new(search: &'a Search) -> Self {
        let (found, ranked) = (&search.found, &search.judged.looked.ranked);
        Self {
            found,
            ranked,
            several: search.query.several,
            matcher: Matcher::new(&search.query, &found.lexicon),
            belief: Belief::of(ranked),
        }
    }

    fn statements(&self, most: usize) -> Vec<Statement<'a>> {
        statements(self.found, self.ranked, most)
    }

    /// Takes in all that is shown for a statement: a sentence of it, and what of a list follows.
    fn say(&self, statement: &Statement<'_>, said: &mut Gist) -> (usize, Option<Neighbour>) {
        let (found, sentence) = (self.found, statement.best.sentence);
        let (shown, rest) = context::whole(found, &self.matcher, self.several, sentence);
        let list = rest.as_ref().map_or(0..0, |_| found.list(shown));
        let announced = found.announced(shown);
        for place in [sentence, shown].into_iter().chain(announced).chain(list) {
            said.add(found, place);
        }
        (shown, rest)
    }

    /// A statement as a quote of all that is shown for it, which is taken in.
    fn told(&self, statement: &Statement<'_>, said: &mut Gist) -> Quote {
        let shown = self.say(statement, said);
        self.quote(statement, shown)
    }

    /// A statement as a quote, `shown` by a sentence of it and what of a list stands after that.
    fn quote(&self, statement: &Statement<'_>, shown: (usize, Option<Neighbour>)) -> Quote {
        let (found, belief, ranked) = (self.found, &self.belief, statement.best);
        let (sentence, list) = shown;
        // A sentence that gave way to one that announces a list leads to it.
        let led = (sentence > ranked.sentence).then_some(ranked.sentence);
        let led = led.and_then(|led| context::neighbour(&found.sentences[led].text));
        let Text { reading, kind, .. } = found.sentences[sentence].text.clone();
        let language = found.passage_of(sentence).language;
        let asked = |word: &str| {
            let word = found.lexicon.word_id(word, language);
            word.is_some_and(|word| self.matcher.asks_for(found.lexicon.term(word)))
        };
        let tokens = analyser::analyse_in(&reading, language);
        let tokens = tokens.into_iter().filter(|token| asked(&token.word));
        let marks = disjoint(tokens.map(|token| token.span));
        let mut citations = vec![cite(found, sentence)];
        for other in &statement.others {
            let place = cite(found, other.sentence);
            // What a document says twice is one source.
            let is_same = |known: &Citation| known.document == place.document;
            if !citations.iter().any(is_same) {
                citations.push(place);
            }
        }
        Quote {
            score: ranked.score,
            citations,
            marks,
            reading,
            kind,
            before: context::before(found, sentence, belief).or(led),
            after: list.or_else(|| context::after(found, sentence, belief)),
        }
    }
}

fn cite(found: &Found, sentence: usize) -> Citation {
    let text = &found.sentences[sentence].text;
    let document = found.document_of(sentence);
    Citation {
        document: document.name.clone(),
        title: document.title.clone(),
        headings: found.passage_of(sentence).headings.clone(),
        line: text.line,
        locator: text.locator.clone(),
        span: text.span,
        text: text.verbatim.clone(),
        date: document.date,
    }
}

/// Spans in order, those inside an earlier one left out.
fn disjoint(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.collect();
    sorted.sort_by_key(|span| (span.start, Reverse(span.end)));
    let mut end = 0;
    sorted.retain(|span| {
        let keep = span.start >= end;
        end = end.max(span.end);
        keep
    });
    sorted
}

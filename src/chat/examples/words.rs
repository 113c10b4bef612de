//! General English words that the rules go by.

/// What happens to something once: the participle, with the past tense where that differs.
pub(super) const PASSIVE: &str = "\
    abolished acquired adopted approved assassinated born bought:bought built:built built canonised canonized cancelled \
    closed completed composed constructed created crowned demolished designed destroyed discovered dissolved drawn:drew \
    dug:dug elected enacted erected established executed expanded filmed formed founded held:held inaugurated \
    incorporated inspired installed introduced invented killed launched led:led merged murdered opened \
    organised organized painted passed patented produced proposed published ratified rebuilt:rebuilt recorded released \
    renamed repealed restored rewritten:rewrote signed sold:sold sunk:sank taught:taught unveiled won:won written:wrote";
/// What something or somebody does once: (past tense, base).
pub(super) const ACTIVE: &str = "\
    aired:air appeared:appear arrived:arrive began:begin closed:close collapsed:collapse debuted:debut died:die \
    disappeared:disappear ended:end erupted:erupt opened:open premiered:premiere retired:retire sank:sink \
    started:start";
/// What somebody does to something once: (past tense, base).
pub(super) const TRANSITIVE: &str = "\
    acquired:acquire adopted:adopt banned:ban became:become bought:buy built:build completed:complete \
    conquered:conquer created:create defeated:defeat designed:design discovered:discover entered:enter \
    established:establish founded:found introduced:introduce invaded:invade invented:invent joined:join \
    launched:launch left:leave married:marry opened:open painted:paint published:publish ratified:ratify \
    released:release signed:sign visited:visit won:win wrote:write";
/// What one is known for: who did it is a question.
pub(super) const DEEDS: &str = "\
    built composed coined created designed developed discovered founded invented painted wrote won";
/// What something does as long as it is there: (present tense, base).
pub(super) const PRESENT: &str = "\
    allows:allow bans:ban connects:connect controls:control forbids:forbid governs:govern guarantees:guarantee \
    measures:measure outlaws:outlaw owns:own prevents:prevent produces:produce prohibits:prohibit protects:protect \
    provides:provide regulates:regulate requires:require sells:sell";
/// What stands at the end of names that are no person's.
pub(super) const NO_SURNAME: &str = "\
    airport association award bank bible board bridge center centre church club college committee company council \
    county court department hall hospital house institute island league library museum office palace park party \
    prize river road school service society square station street theater theatre time times tower trust union \
    university";
/// Measures that a number of units is said of.
pub(super) const MEASURES: &str = "\
    long wide high tall deep thick";
/// Words that open another clause.
pub(super) const CLAUSES: &str = "\
    and after as because before but if or since so than that though until when where which while who whose \
    although";
/// Words after a number's noun, so that the noun is whole.
pub(super) const AFTER_NOUN: &str = "\
    in on at and that which who for from with across to";
/// Verbs of speech that a statement follows.
pub(super) const SPEECH: &str = "\
    said says argued warned explained wrote stressed claimed insisted";
/// Words that make a number more or less exact.
pub(super) const MORE_OR_LESS: &str = "\
    more than over about around nearly almost some at least fewer approximately roughly only up to all of";
/// Further verbs that end a subject.
const VERBS: &str = "is are was were has have had contains lies stands cost costs";
/// Nouns for what a person can be, beside roles and trades.
const PERSONS: &str = "character figure member native personality star";

/// Whether one of the words of `list` is `word`.
pub(super) fn is_one_of(list: &'static str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// Whether a subject ends before the word.
pub(super) fn is_verb(word: &str) -> bool {
    let known = |list| base(list, word).is_some();
    is_one_of(VERBS, word) || known(ACTIVE) || known(TRANSITIVE) || known(PRESENT)
}

/// Whether a noun is what a person does or is, by its ending: "pianist".
pub(super) fn is_trade(noun: &str) -> bool {
    let endings = ["ist", "ian", "man", "woman", "eer", "ess"];
    endings.iter().any(|ending| noun.ends_with(ending)) || is_one_of(PERSONS, noun)
}

/// Whether a noun may be one: "writer", but also "river".
pub(super) fn may_be_trade(noun: &str) -> bool {
    noun.ends_with("er") || noun.ends_with("or")
}

/// The base of a verb, by a list of pairs.
pub(super) fn base(list: &'static str, form: &str) -> Option<&'static str> {
    list.split_whitespace()
        .filter_map(|pair| pair.split_once(':'))
        .find_map(|(verb, base)| (verb == form).then_some(base))
}

/// The past tense of a participle that tells of an event.
pub(super) fn past_of(participle: &str) -> Option<&'static str> {
    PASSIVE.split_whitespace().find_map(|entry| {
        let (known, past) = entry.split_once(':').unwrap_or((entry, entry));
        (known == participle).then_some(past)
    })
}

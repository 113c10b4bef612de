//! The small words and common verbs of English, as far as follow-ups need them.

use crate::language::english;

const QUESTION_WORDS: &str = "\
    who whom whose what which when where why how who's what's when's where's why's whos whats wheres wich wat";
const BE: &str = "is are was were isn't aren't wasn't weren't be been being";
const AUXILIARIES: &str = "\
    do does did don't doesn't didn't have has had hasn't haven't hadn't can could will would shall should may might \
    must can't couldn't won't wouldn't dose";
const DETERMINERS: &str =
    "the a an this that these those my our its his her their some any all every each both no";
const PREPOSITIONS: &str = "\
    about after against among at before between by concerning during for from in into near of on over regarding \
    since to toward towards under until upon with within without";
const ADVERBS: &str = "\
    still never ever already yet currently recently finally actually really also too then now first today originally \
    usually often always together again instead exactly only just else mostly";
/// Words that open a clause of its own.
const CLAUSES: &str =
    "that when if because while after before until since whether how why where although though as";
/// Verbs that a question may have after a subject without an article or a name to end it.
const VERBS: &str = "\
    accept act add affect agree aim allow announce appear apply argue arrive ask attack attend bear become begin \
    believe belong border bring build burn buy call carry cause change charge choose claim clear close collect come \
    connect consider consist contain continue control cost count cover create cross cut decide declare deliver demand \
    depart describe destroy develop die differ disagree discover do donate draw drive earn eat employ end enter \
    exist expand expect explain face fail fall feel fight fill find finish fit follow forbid form found fund gain get \
    give go govern grow happen hate have help hold hope host hunt import improve include increase inform intend invade \
    invent invest involve issue join keep kill know lack last launch lead learn leave let lie like live look lose love \
    make manage mark matter mean measure meet mention mine move need object occur offer open operate oppose order own \
    participate pass pay perform plan play point prefer prepare prevent produce promise propose protect prove provide \
    publish put quit raise reach react read receive recommend refuse reject remain remember remove replace reply \
    report represent require resign respond return rise run sail save say see seek seem sell send serve set share \
    show shut sign sing sit sleep sound speak spend stand start stay stop study suffer suggest supply support take \
    talk teach tell think threaten try turn use visit vote wait walk want warn watch wear weigh win wish withdraw \
    work worry write";
/// Nouns whose plural is irregular as verbs are.
const NOUNS: &str = "\
    man woman child person foot tooth mouse crisis analysis hypothesis thesis criterion phenomenon bacterium wife knife \
    wolf thief shelf loaf half goose ox nucleus";
/// Pronouns that can be the subject of a question.
const SUBJECTS: &str = "i you he she it we they";
/// Verbs that say little without an object.
const TRANSITIVE: &str = "\
    accept approve attend back build buy create discover found invent join leave lead own oppose quit ratify reject \
    sign support visit";
/// What is called by a name, so that "this project" can stand for one.
const NAMED: &str = "\
    project plan programme program scheme treaty agreement convention accord pact law act document report campaign";
/// The same of those who do something together: one is "they" as well as "it".
const BODIES: &str = "\
    organisation organization company firm group party club institution agency body government ministry council team \
    band crew union army police parliament congress senate committee court";
/// Nouns for what countries and places are.
const PLACES: &str = "\
    country countries state states nation nations republic republics region regions city cities town towns village \
    villages island islands continent province provinces";

fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|entry| entry == word)
}

pub(super) fn is_question_word(word: &str) -> bool {
    listed(QUESTION_WORDS, word)
}

/// "which", "what" and the like, after which a noun is asked for; "many" of "how many", too.
pub(super) fn asks_for_noun(before: &str, word: &str) -> bool {
    matches!(word, "which" | "what" | "whose" | "wich" | "wat")
        || (before == "how" && matches!(word, "many" | "much"))
}

pub(super) fn is_be(word: &str) -> bool {
    listed(BE, word)
}

pub(super) fn is_auxiliary(word: &str) -> bool {
    is_be(word) || listed(AUXILIARIES, word)
}

pub(super) fn is_determiner(word: &str) -> bool {
    listed(DETERMINERS, word)
}

pub(super) fn is_preposition(word: &str) -> bool {
    listed(PREPOSITIONS, word)
}

pub(super) fn is_adverb(word: &str) -> bool {
    listed(ADVERBS, word)
}

pub(super) fn opens_clause(word: &str) -> bool {
    listed(CLAUSES, word)
}

pub(super) fn is_place(word: &str) -> bool {
    listed(PLACES, word)
}

/// A verb in its base form.
pub(super) fn is_verb(word: &str) -> bool {
    listed(VERBS, word)
}

pub(super) fn is_subject_pronoun(word: &str) -> bool {
    listed(SUBJECTS, word)
}

/// The base of a verb and the auxiliary that asks with it: "leave" and "did" of "left".
pub(super) fn asked_with(verb: &str) -> Option<(String, &'static str)> {
    if let Some(base) = english::irregular_base(verb) {
        return is_participle(verb).then(|| (base.to_owned(), "did"));
    }
    let endings = [
        ("", "", "do"),
        ("s", "", "do"),
        ("es", "", "do"),
        ("ies", "y", "do"),
    ];
    let past = [("ed", "", "did"), ("d", "", "did"), ("ied", "y", "did")];
    let mut forms = endings.into_iter().chain(past);
    let known = forms.find_map(|(ending, by, auxiliary)| {
        let base = format!("{}{by}", verb.strip_suffix(ending)?);
        is_verb(&base).then_some((base, auxiliary))
    });
    // "planned"
    let doubled = || {
        let stem = verb.strip_suffix("ed")?;
        let base = &stem[..stem.char_indices().next_back()?.0];
        is_verb(base).then(|| (base.to_owned(), "did"))
    };
    known.or_else(doubled)
}

/// Whether a verb says little without an object: "has joined".
pub(super) fn takes_object(verb: &str) -> bool {
    let base = asked_with(verb).map_or_else(|| verb.to_owned(), |(base, _)| base);
    listed(TRANSITIVE, &base)
}

/// Whether a word is what something with a name is: "project".
pub(super) fn is_class(word: &str) -> bool {
    listed(NAMED, word)
}

/// Whether a word is a body of people: "company".
pub(super) fn is_body(word: &str) -> bool {
    listed(BODIES, word)
}

/// "signed", "written", "using": what stands after a form of "be" or "have".
pub(super) fn is_participle(word: &str) -> bool {
    let long = word.len() > 4;
    let irregular = english::irregular_base(word).is_some_and(|base| !listed(NOUNS, base));
    // "died", "used", and not "seed"
    let long = long
        || word
            .strip_suffix('d')
            .is_some_and(|base| is_verb(base) && base.ends_with('e') && !base.ends_with("ee"));
    long && (word.ends_with("ed") || word.ends_with("ing")) || irregular
}

/// Whether a word says something by itself.
pub(super) fn is_content(word: &str) -> bool {
    !word.is_empty()
        && !english::is_stop_word(word)
        && !is_adverb(word)
        && !is_question_word(word)
        && !is_auxiliary(word)
}

/// Whether a noun is in the plural, as far as its ending tells.
pub(super) fn is_plural(word: &str) -> bool {
    (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is"))
        || matches!(word, "people" | "men" | "women" | "children")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_is_asked_with_its_auxiliary() {
        for (verb, wanted) in [
            ("left", Some(("leave", "did"))),
            ("used", Some(("use", "did"))),
            ("tried", Some(("try", "did"))),
            ("planned", Some(("plan", "did"))),
            ("signed", Some(("sign", "did"))),
            ("carries", Some(("carry", "do"))),
            ("sails", Some(("sail", "do"))),
            ("reach", Some(("reach", "do"))),
            ("children", None),
            ("ferry", None),
        ] {
            let found = asked_with(verb);
            let found = found
                .as_ref()
                .map(|(base, auxiliary)| (base.as_str(), *auxiliary));
            assert_eq!(found, wanted, "{verb}");
        }
    }

    #[test]
    fn a_plural_is_no_participle() {
        for participle in ["signed", "died", "used", "gone", "sailing"] {
            assert!(is_participle(participle), "{participle}");
        }
        for other in ["people", "wives", "seed", "ferry"] {
            assert!(!is_participle(other), "{other}");
        }
    }

    #[test]
    fn some_verbs_say_little_without_an_object() {
        assert!(takes_object("joined") && takes_object("left"));
        assert!(!takes_object("sailed") && !takes_object("calm"));
    }
}

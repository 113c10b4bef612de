//! Words that are made of one another, which stems keep apart: "withdraw" and
//! "withdrawal", "decide" and "decision", "deep" and "depth".
//!
//! A question asks "when did it invade?" where the document says "the
//! invasion". Such words are not one term, since they do not mean the same:
//! each is another name for the other. Endings tell what may be made of what,
//! and word vectors whether the two have to do with each other.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::english;
use super::vectors::{self, Vectors};

/// Pairs of endings, (derived, base), a root of letters before them; after the
/// suffixes in Quirk et al., A Comprehensive Grammar of the English Language
/// (1985), appendix I, and the changes of the Latin stems in -sion and -tion.
const ENDINGS: &str = "\
    ification:ify ication:y ision:ide usion:ude asion:ade osion:ode ansion:and ension:end \
    ission:it ession:ede ession:eed ersion:ert ulsion:el uction:uce uction:uct eption:eive \
    iption:ibe umption:ume orption:orb olution:olve osition:ose etition:ete isition:ire \
    inition:ine ognition:ognize ention:ene ention:ain anation:ain amation:aim elation:eal \
    ization:ize ation:ate ation:e ation: ition: ition:e ion:e ion: ution:ute \
    ature: ure: ure:e edure:eed ument:ue ment: ment:e al: al:e ial:y \
    ance: ance:e iance:y ence: ence:e ense:end onse:ond ery: ery:er y: ry: age: age:e iage:y \
    er: er:e bber:b dder:d gger:g mmer:m nner:n pper:p tter:t or: or:e ator:ate ist: ist:y \
    icist:ics ician:ic ician:ics ian: ee: ant: ant:e atory: atory:ate \
    ship: hood: dom: ty: ety:e ity: ity:e ness: en: en:e ic:y ous: ous:y ful: cy:t ce:t th:";
/// Pairs that no rule of spelling leads to, or whose vectors are far apart.
const PAIRS: &str = "\
    die:death dead:death high:height long:length deep:depth wide:width broad:breadth \
    strong:strength young:youth born:birth warm:warmth grow:growth true:truth hot:heat \
    choose:choice lose:loss sell:sale serve:service believe:belief relieve:relief \
    prove:proof live:life alive:life speak:speech succeed:success proceed:process \
    exceed:excess give:gift think:thought see:sight fly:flight weigh:weight hate:hatred \
    laugh:laughter sing:song know:knowledge advise:advice behave:behavior please:pleasure \
    maintain:maintenance pronounce:pronunciation compare:comparison vary:variety \
    destroy:destruction publish:publication analyze:analysis invade:invader \
    founded:founder founded:foundation agree:agreement rule:ruler use:user try:trial \
    rely:reliance receive:reception receive:receipt expose:exposure free:freedom \
    oppose:opposition suppose:supposition judge:judgment pay:payment poor:poverty \
    proud:pride wise:wisdom percent:percentage divide:division sign:signatory \
    abstain:abstention expel:expulsion repeal:repeal revolt:revolution rebel:rebellion \
    acquire:acquisition inquire:inquiry intend:intention pretend:pretense \
    apply:applicant inherit:heir steal:theft extend:extent descend:descent ascend:ascent \
    complain:complaint restrain:restraint constrain:constraint seize:seizure \
    offend:offense tempt:temptation absorb:absorption enter:entry enter:entrance clear:clarity";
/// Words shorter than this look like the beginning of anything.
const SHORTEST: usize = 3;
/// An ending of so many letters is not met by chance.
const SURE_ENDING: usize = 6;
/// Two words that look related are, from this cosine on: "list" and "listen" stay below, "propose" and "proposal" far above.
const RELATED: f32 = 0.45;

struct Lists {
    endings: Vec<(&'static str, &'static str)>,
    pairs: HashMap<&'static str, Vec<&'static str>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut pairs: HashMap<&str, Vec<&str>> = HashMap::new();
    for (one, other) in english::pairs(PAIRS) {
        pairs.entry(one).or_default().push(other);
        pairs.entry(other).or_default().push(one);
    }
    Lists {
        endings: english::pairs(ENDINGS).collect(),
        pairs,
    }
});

/// Words that `word`, in lower case, may be made of or may have made: the
/// caller's documents decide which of them there are.
pub fn relatives(word: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for base in uninflected(word) {
        let base = english::american(&base);
        let paired = LISTS.pairs.get(&*base).into_iter().flatten();
        found.extend(paired.map(|&other| other.to_owned()));
        for &(derived, short) in &LISTS.endings {
            for (from, to) in [(derived, short), (short, derived)] {
                let other = base.strip_suffix(from).map(|root| format!("{root}{to}"));
                let long = |other: &String| other.len().min(base.len()) >= SHORTEST;
                let Some(other) = other.filter(long) else {
                    continue;
                };
                let is_related =
                    || derived.len() >= SURE_ENDING || near(&other, &base) || near(&other, word);
                // Most of these are no words.
                if is_related() {
                    found.push(other);
                }
            }
        }
    }
    let mut met = HashSet::new();
    found.retain(|other| other != word && met.insert(other.clone()));
    found
}

/// Whether word vectors see the two words together.
fn near(one: &str, other: &str) -> bool {
    let vectors = Vectors::shipped();
    // What is put together from pieces is near its own pieces, whatever it means.
    if !(vectors.knows(one) && vectors.knows(other)) {
        return false;
    }
    let both = vectors.of(one).zip(vectors.of(other));
    both.is_some_and(|(one, other)| vectors::cosine(&one, &other) >= RELATED)
}

/// The word, and what it may be a form of: "planned", "plan".
fn uninflected(word: &str) -> Vec<String> {
    let mut bases = vec![word.to_owned()];
    bases.extend(english::irregular_base(word).map(str::to_owned));
    for (ending, instead) in [
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
    ] {
        let Some(root) = word
            .strip_suffix(ending)
            .filter(|root| root.len() >= SHORTEST)
        else {
            continue;
        };
        bases.push(format!("{root}{instead}"));
        // "planned" doubles the last letter of "plan".
        let mut letters = root.chars();
        let is_doubled = letters.next_back() == letters.clone().next_back();
        if is_doubled && matches!(ending, "ed" | "ing") && instead.is_empty() {
            bases.push(letters.as_str().to_owned());
        }
    }
    bases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_a_list_is_a_pair() {
        for list in [ENDINGS, PAIRS] {
            assert_eq!(
                english::pairs(list).count(),
                list.split_whitespace().count(),
                "{list}"
            );
        }
    }

    fn related(one: &str, other: &str) -> bool {
        relatives(one).iter().any(|word| word == other)
    }

    #[test]
    fn what_is_derived_is_related_both_ways() {
        for pair in "withdraw:withdrawal withdrew:withdrawal sign:signature ratify:ratification \
            ratified:ratification decide:decision expand:expansion invade:invasion invading:invasion \
            defend:defense produce:production die:death high:height long:length deep:depth wide:width \
            strong:strength young:youth marry:marriage married:marriage born:birth conclude:conclusion \
            succeed:success choose:choice chose:choice lose:loss lost:loss sell:sale grow:growth \
            serve:service believe:belief live:life speak:speech arrive:arrival propose:proposal \
            approve:approval survive:survival destroy:destruction receive:reception \
            describe:description explain:explanation apply:application publish:publication \
            analyze:analysis build:builder win:winner founder:founded govern:government agree:agreement \
            percent:percentage member:membership discover:discovery teach:teacher safe:safety \
            retain:retention settle:settlement bury:burial"
            .split_whitespace()
        {
            let (one, other) = pair.split_once(':').unwrap_or_default();
            assert!(related(one, other), "{one} to {other}");
            if english::irregular_base(one).is_none() && !one.ends_with("ed") && !one.ends_with("ing") {
                assert!(related(other, one), "{other} to {one}");
            }
        }
    }

    #[test]
    fn what_only_looks_derived_is_not_related() {
        for (one, other) in [
            ("list", "listen"),
            ("let", "letter"),
            ("mat", "matter"),
            ("river", "rive"),
            ("part", "party"),
            ("station", "state"),
            ("order", "ord"),
            ("corn", "corner"),
            ("moment", "mom"),
            ("number", "numb"),
            ("ferry", "ferment"),
        ] {
            assert!(!related(one, other), "{one} and {other}");
            assert!(!related(other, one), "{other} and {one}");
        }
    }

    #[test]
    fn british_spelling_is_no_hindrance() {
        assert!(related("defence", "defend"));
        assert!(related("offence", "offend"));
        assert!(related("analyse", "analysis"));
    }
}

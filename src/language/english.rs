//! What is known of English words in general: which say nothing, which are
//! spelt two ways, which are numbers. Nothing here is about any one corpus.

pub mod asking;

use std::borrow::Cow;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

/// Words too common to find anything by: articles, pronouns, prepositions,
/// auxiliaries, and the words that make a sentence a question.
const STOP_WORDS: &str = "a about above after again against all also although am among an and any are as at be \
    because been before being below between both but by can cannot could did do does doing down during each either \
    else ever few for from further had has have having he her here hers herself him himself his how however i if in \
    into is it its itself just let like many may me might more most much must my myself nor not of off on once only \
    or other others our ours ourselves out over own per perhaps please rather same shall she should since so some \
    such tell than that the their theirs them themselves then there these they this those though through to too \
    under until up upon us very was we were what whatever when whenever where whereas whether which while who whoever \
    whom whose why will with within without would yet you your yours yourself \
    according across along amid amongst around aside beneath beside besides beyond concerning despite except inside \
    onto outside regarding throughout toward towards unlike via \
    aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll i'm i've isn't it's \
    let's mustn't shan't she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd we'll \
    we're we've weren't what's when's where's who's why's won't wouldn't you'd you'll you're you've \
    arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent whats whens wheres whos hows wont wouldnt";

/// Pronouns that point outside their sentence when they open it.
const PRONOUNS: &str = "\
    he she it they this these that those its his her their such";

const MONTHS: &str = "\
    january february march april may june july august september october november december \
    jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday \
    friday saturday sunday";

/// Words that turn a statement round, beside those that end in "n't".
const NEGATIONS: &str = "no not nor neither never none nobody nothing without cannot";
/// Words that introduce a reason.
const REASON_CUES: &str = "\
    because since due therefore thus reason reasons cause caused causes owing result \
    consequently hence citing response purpose order so thanks amid motivated aim aims \
    aimed prevent avoid allow protect";
/// Words that say how often.
const FREQUENCIES: &str = "\
    each every per daily weekly fortnightly monthly quarterly yearly annual annually biannually hourly nightly once twice \
    thrice always never sometimes rarely seldom occasionally regularly";
/// Words that stand before a place.
const PLACE_CUES: &str = "\
    in at from near to of across through into outside inside toward towards between around";

/// Number words with their digits; "one" is left out, since it is more often a pronoun.
const NUMBERS: &str = "\
    zero:0 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 \
    twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 \
    nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 \
    ninety:90";
/// Ordinal words with their digits; "first" to "third" stay words, since "second" is also a time.
const ORDINALS: &str = "\
    fourth:4th fifth:5th sixth:6th seventh:7th eighth:8th ninth:9th tenth:10th eleventh:11th \
    twelfth:12th thirteenth:13th fourteenth:14th fifteenth:15th sixteenth:16th \
    seventeenth:17th eighteenth:18th nineteenth:19th twentieth:20th thirtieth:30th \
    fortieth:40th fiftieth:50th sixtieth:60th seventieth:70th eightieth:80th ninetieth:90th";
/// Words that count without being digits themselves.
const QUANTITIES: &str = "\
    one dozen dozens hundred hundreds thousand thousands million millions billion billions \
    trillion half third quarter twice double pair";

/// Units of measure and currencies, as they are written after a number.
const UNITS: &str = "\
    percent pct percentage km kilometer kilometers kilometre kilometres m meter meters metre metres cm centimeter \
    centimeters centimetre centimetres mm millimeter millimeters millimetre millimetres mile miles yard yards foot \
    feet ft inch inches acre acres hectare hectares ha km2 m2 m3 kg kilogram kilograms kilo kilos g gram grams mg lb \
    lbs ounce ounces oz ton tons tonne tonnes l liter liters litre litres ml gallon gallons pint pints hour hours hr \
    hrs minute minutes min mins ms rpm kmh mph knot knots v volt volts kv mv w watt watts kw mw gw kwh amp amps ampere \
    amperes hz khz mhz ghz bar psi pa kpa hpa n newton newtons nm joule joules kj cal kcal calorie calories degree \
    degrees celsius fahrenheit kelvin db decibel decibels byte bytes kb mb gb tb pixel pixels px dollar dollars usd \
    cent cents euro euros eur pound pounds gbp yen franc francs chf crown crowns krona kroner ruble rubles rouble \
    roubles rupee rupees yuan peso pesos zloty";
/// Currencies that stand before the amount.
const CURRENCIES: &str = "dollars usd euros eur pounds gbp yen chf";

/// Endings that British and American English spell differently: (British,
/// American). After Oxford's and Webster's tables; applied to both sides, so
/// that a word changed needlessly still meets itself.
const ENDINGS: &str = "\
    isation:ization isations:izations ise:ize ised:ized ises:izes ising:izing iser:izer \
    isers:izers yse:yze ysed:yzed yses:yzes ysing:yzing our:or ours:ors oured:ored \
    ouring:oring ourer:orer ourers:orers ourable:orable ourably:orably ourful:orful \
    ourhood:orhood ourless:orless ourite:orite ourites:orites tre:ter tres:ters bre:ber \
    bres:bers ogue:og ogues:ogs \
    lled:led lling:ling ller:ler llers:lers ammes:ams amme:am";
/// Short words in -our, -ise or -tre are other words: hour, wise, tour.
const SHORTEST_ROOT: usize = 3;
/// Whole words that are spelt two ways: (British, American).
const SPELLINGS: &str = "\
    aeroplane:airplane aluminium:aluminum cheque:check cheques:checks grey:gray gaol:jail \
    jewellery:jewelry kerb:curb manoeuvre:maneuver manoeuvres:maneuvers mould:mold \
    moustache:mustache plough:plow pretence:pretense pyjamas:pajamas sceptic:skeptic \
    sceptical:skeptical storey:story sulphur:sulfur tonne:ton tonnes:tons tyre:tire \
    tyres:tires whisky:whiskey enrol:enroll fulfil:fulfill instalment:installment \
    skilful:skillful wilful:willful ageing:aging judgement:judgment \
    acknowledgement:acknowledgment practise:practice analogue:analog \
    defence:defense defences:defenses offence:offense offences:offenses licence:license \
    licences:licenses";
/// Verbs and plurals whose stem the suffix rules cannot reach: (form, base).
const IRREGULAR: &str = "\
    won:win said:say went:go gone:go made:make took:take taken:take gave:give given:give \
    came:come wrote:write written:write held:hold led:lead left:leave lost:lose began:begin \
    begun:begin built:build bought:buy sold:sell told:tell paid:pay met:meet found:find \
    got:get kept:keep sent:send spent:spend spoke:speak spoken:speak fought:fight fell:fall \
    fallen:fall grew:grow grown:grow knew:know known:know chose:choose chosen:choose \
    drew:draw drawn:draw drove:drive driven:drive flew:fly flown:fly rose:rise risen:rise \
    ran:run saw:see seen:see sang:sing sung:sing sank:sink sunk:sink shot:shoot stood:stand \
    struck:strike taught:teach thought:think threw:throw thrown:throw wore:wear worn:wear \
    broke:break broken:break brought:bring caught:catch became:become men:man women:woman \
    children:child people:person feet:foot teeth:tooth mice:mouse dying:die forbade:forbid \
    forbidden:forbid overthrew:overthrow overthrown:overthrow sought:seek shook:shake \
    shaken:shake stole:steal stolen:steal swore:swear sworn:swear swept:sweep swam:swim \
    understood:understand woke:wake withdrew:withdraw withdrawn:withdraw ate:eat eaten:eat \
    bore:bear bred:breed dealt:deal dug:dig felt:feel fled:flee froze:freeze frozen:freeze \
    hid:hide hidden:hide laid:lay lent:lend lit:light meant:mean rode:ride ridden:ride \
    rang:ring slept:sleep spun:spin tore:tear torn:tear wept:weep crises:crisis \
    analyses:analysis hypotheses:hypothesis theses:thesis criteria:criterion \
    phenomena:phenomenon bacteria:bacterium wives:wife knives:knife wolves:wolf \
    thieves:thief shelves:shelf loaves:loaf halves:half geese:goose oxen:ox nuclei:nucleus \
    1st:first 2nd:second 3rd:third";

/// The lists of pairs above, ready to be looked up.
struct Lists {
    numbers: FxHashMap<&'static str, &'static str>,
    /// By the last two bytes of the British ending.
    endings: FxHashMap<[u8; 2], Vec<(&'static str, &'static str)>>,
    spellings: FxHashMap<&'static str, &'static str>,
    irregular: FxHashMap<&'static str, &'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut endings: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (british, american) in pairs(ENDINGS) {
        if let Some(last) = last_bytes(british) {
            endings.entry(*last).or_default().push((british, american));
        }
    }
    Lists {
        numbers: pairs(NUMBERS).chain(pairs(ORDINALS)).collect(),
        endings,
        spellings: pairs(SPELLINGS).collect(),
        irregular: pairs(IRREGULAR).collect(),
    }
});

pub(super) fn pairs(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = list.split_whitespace();
    pairs.filter_map(|pair| pair.split_once(':'))
}

fn last_bytes(word: &str) -> Option<&[u8; 2]> {
    word.as_bytes().last_chunk()
}

/// Functions that tell whether a word is of a list.
macro_rules! word_lists {
    ($($(#[$meta:meta])* $vis:vis fn $name:ident = $list:ident;)*) => {$(
        $(#[$meta])*
        #[must_use]
        $vis fn $name(word: &str) -> bool {
            static WORDS: LazyLock<FxHashSet<&str>> =
                LazyLock::new(|| $list.split_whitespace().collect());
            WORDS.contains(word)
        }
    )*};
}

word_lists! {
    /// Whether a lower-cased word is too common to find anything by.
    pub fn is_stop_word = STOP_WORDS;
    /// Whether a lower-cased word points outside a sentence that it opens.
    pub fn is_pronoun = PRONOUNS;
    /// Whether a lower-cased word introduces a reason.
    pub fn is_reason_cue = REASON_CUES;
    /// Whether a lower-cased word can stand before a place.
    pub fn is_place_cue = PLACE_CUES;
    /// Whether a lower-cased word says how often.
    pub fn is_frequency = FREQUENCIES;
    /// Whether a lower-cased word names a month or a day of the week.
    pub fn is_month_or_day = MONTHS;
    /// Whether a lower-cased word after a number says what it measures.
    pub fn is_unit = UNITS;
    /// Whether a lower-cased word before a number makes an amount of money of it.
    pub(super) fn is_currency = CURRENCIES;
    fn is_negative = NEGATIONS;
    fn is_quantity = QUANTITIES;
}

/// Whether a lower-cased word turns a statement round.
#[must_use]
pub fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || is_negative(word)
}

/// Whether a lower-cased word counts something: digits, or a number word.
#[must_use]
pub fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || is_quantity(word)
        || LISTS.numbers.contains_key(word)
}

/// The index term of a lower-cased word: one spelling, digits for number
/// words, the base of irregular forms, then Snowball's English stem.
#[must_use]
pub fn term(word: &str) -> String {
    if let Some(digits) = LISTS.numbers.get(word) {
        return (*digits).to_owned();
    }
    let base = LISTS.irregular.get(word).unwrap_or(&word);
    Stemmer::new(Algorithm::English)
        .stem(&american(base))
        .into_owned()
}

/// The digits of a lower-cased number word or ordinal: "19", "19th".
pub(super) fn digits(word: &str) -> Option<&'static str> {
    LISTS.numbers.get(word).copied()
}

/// The base of a lower-cased irregular form: "withdraw" of "withdrew".
#[must_use]
pub fn irregular_base(word: &str) -> Option<&'static str> {
    LISTS.irregular.get(word).copied()
}

/// The American spelling of a lower-cased word.
pub(super) fn american(word: &str) -> Cow<'_, str> {
    if let Some(american) = LISTS.spellings.get(word) {
        return Cow::Borrowed(american);
    }
    let endings = last_bytes(word).and_then(|last| LISTS.endings.get(last));
    for (british, american) in endings.into_iter().flatten() {
        if let Some(root) = word
            .strip_suffix(british)
            .filter(|root| root.len() >= SHORTEST_ROOT)
        {
            return Cow::Owned(format!("{root}{american}"));
        }
    }
    Cow::Borrowed(word)
}

#[cfg(test)]
mod tests;

//! What else a country or its people may be called.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::language::{countries, english};

/// Words for one of a people that its nationality does not lead to, and what countries are called in
/// short, which the data has not; each before a name that it has.
const OTHERS: &str = "briton:british|croat:croatian|dane:danish|finn:finnish|pole:polish|scot:scottish|\
    serb:serbian|spaniard:spanish|swede:swedish|turk:turkish|US:united states|uk:united kingdom";

/// Other words for a country or its people: "Peru" and "Peruvian", "United States" and "US".
pub(in crate::answer) fn countries(name: &str) -> &'static [String] {
    static NAMES: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(country_names);
    let one = || NAMES.get(name.strip_suffix('s')?);
    NAMES.get(name).or_else(one).map_or(&[], Vec::as_slice)
}

/// Whether a name is that of a country or its people.
pub(in crate::answer) fn is_country(name: &str) -> bool {
    !countries(name).is_empty()
}

/// Whether a word is what a country's people and things are called: "Peruvian".
pub(in crate::answer) fn is_people(word: &str) -> bool {
    static PEOPLES: LazyLock<HashSet<String>> =
        LazyLock::new(|| countries::peoples().map(countries::normal).collect());
    PEOPLES.contains(word)
}

fn country_names() -> HashMap<String, Vec<String>> {
    let mut names: HashMap<String, Vec<String>> = HashMap::new();
    for written in countries::names() {
        let mut group: Vec<String> = written.iter().map(|name| countries::normal(name)).collect();
        // "America" is the land of the Americans, though no list has it.
        let land = |name: &String| {
            let land = name.strip_suffix('n')?;
            land.ends_with('a').then(|| land.to_owned())
        };
        let pairs = OTHERS.split('|').filter_map(|pair| pair.split_once(':'));
        let others = pairs.filter(|(_, name)| group.iter().any(|known| known == name));
        let others = others.map(|(other, _)| other.to_owned());
        let others: Vec<String> = group.iter().filter_map(land).chain(others).collect();
        group.extend(others);
        // Only names that analysis leaves as one word or two can be met in a text; a stop word is none.
        let is_met = |name: &String| name.split(' ').count() <= 2 && !english::is_stop_word(name);
        group.retain(|name| !name.is_empty() && is_met(name));
        group.sort();
        group.dedup();
        for name in &group {
            let others = group.iter().filter(|other| *other != name).cloned();
            names.entry(name.clone()).or_default().extend(others);
        }
    }
    names
}

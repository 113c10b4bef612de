//! What countries and their peoples are called, from the data of the crate
//! `keshvar` (ISO 3166, with nationalities and names in use).

use super::analyser;

/// The names of each country and its people as they are written: its common
/// name, its nationality, and names in use that are plain ASCII.
pub fn names() -> impl Iterator<Item = Vec<String>> {
    keshvar::CountryIterator::new().map(|country| {
        let common = country.iso_short_name().split([',', '(']).next();
        let in_use = country
            .unofficial_name_list()
            .iter()
            .copied()
            .filter(|name| name.is_ascii());
        let written = common
            .into_iter()
            .chain(country.maybe_nationality())
            .chain(in_use);
        written.map(str::to_owned).collect()
    })
}

/// What the people of each country are called: "Peruvian".
pub fn peoples() -> impl Iterator<Item = &'static str> {
    keshvar::CountryIterator::new().filter_map(|country| country.maybe_nationality())
}

/// A name as analysis leaves it, its words joined by single spaces.
#[must_use]
pub fn normal(name: &str) -> String {
    let words = analyser::analyse(name)
        .into_iter()
        .filter(|token| !token.compound);
    words.map(|token| token.word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_with_its_people() {
        let peru = names().find(|names| names.iter().any(|name| name == "Peru"));
        assert!(peru.is_some_and(|names| names.iter().any(|name| name == "Peruvian")));
    }

    #[test]
    fn a_name_is_left_as_analysis_leaves_it() {
        assert_eq!(normal("New  Zealand"), "new zealand");
    }
}

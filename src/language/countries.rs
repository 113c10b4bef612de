//! What countries and their peoples are called (`countries/names.txt`, whose
//! `PROVENANCE.md` says where it comes from).

use super::analyser;

/// A country a line: its name, what its people are called, and other names of it.
const NAMES: &str = include_str!("countries/names.txt");

/// The names of each country and its people as they are written.
pub fn names() -> impl Iterator<Item = Vec<&'static str>> {
    NAMES.lines().map(|line| {
        let names = line.split(';').map(str::trim);
        names.filter(|name| !name.is_empty()).collect()
    })
}

/// What the people of each country are called: "Peruvian".
pub fn peoples() -> impl Iterator<Item = &'static str> {
    let peoples = NAMES.lines().filter_map(|line| line.split(';').nth(1));
    peoples.map(str::trim).filter(|people| !people.is_empty())
}

/// A name as analysis leaves it, its words joined by single spaces.
pub fn normal(name: &str) -> String {
    analyser::words(name).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_with_its_people() {
        let peru = names().find(|names| names.contains(&"Peru"));
        assert!(peru.is_some_and(|names| names.contains(&"Peruvian")));
        assert!(peoples().any(|people| people == "Peruvian"));
    }

    #[test]
    fn every_country_is_there_and_some_have_no_people() {
        assert_eq!(names().count(), 249);
        assert_eq!(peoples().count(), 247);
        assert!(names().all(|names| !names.is_empty()));
    }

    #[test]
    fn a_name_is_left_as_analysis_leaves_it() {
        assert_eq!(normal("New  Zealand"), "new zealand");
    }
}

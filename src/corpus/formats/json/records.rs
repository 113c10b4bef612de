//! What stands in a data file, taken as it is parsed: no tree of it is built.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::corpus::formats::LARGEST;
use crate::corpus::is_one_of;

/// How the error of too large a file begins.
pub(super) const TOO_LARGE: &str = "too large";
/// How the error of a file begins that holds settings.
pub(super) const SETTINGS: &str = "settings";
/// What only the settings of programs say, and of the packages that they are built from.
const NAMES_OF_SETTINGS: &str = "dependencies|devDependencies|lockfileVersion|compilerOptions";
/// Values and records in a file, at most.
const MOST_VALUES: usize = 3_000_000;
/// Bytes of names that are put together, at most: a long name may stand around many others.
const MOST_COPIED: usize = 16 * LARGEST;
/// This many values of a list are quoted together. Of numbers the rest is left out: nobody reads a
/// longer series of measurements.
const LONGEST_LIST: usize = 100;

/// The records of a file, in order.
#[derive(Default)]
pub(super) struct Records {
    pub(super) all: Vec<Record>,
    /// The one that an object outside of lists makes up.
    open: Option<usize>,
    values: usize,
    bytes: usize,
    copied: usize,
}

/// An object, and where it stands.
pub(super) struct Record {
    /// The name of the list that it stands in.
    pub(super) list: String,
    /// Its place in the list, from 1.
    pub(super) number: Option<usize>,
    /// Names, with those of the objects around them before them, and values.
    pub(super) fields: Vec<(String, String)>,
}

/// A value that is about to be read, and what it belongs to.
pub(super) struct Value<'r> {
    records: &'r mut Records,
    /// The names that lead to it.
    path: String,
    /// The record that it is part of, where it stands in a list of records.
    record: Option<usize>,
    /// Its place in the list that it is directly in.
    place: Option<usize>,
}

impl<'r> Value<'r> {
    /// One of a file, in which it has a place if there are several.
    pub(super) fn of(records: &'r mut Records, place: Option<usize>) -> Self {
        Self {
            records,
            path: String::new(),
            record: None,
            place,
        }
    }

    /// One that stands in it.
    fn inner<E: Error>(&mut self, path: String, place: Option<usize>) -> Result<Value<'_>, E> {
        self.records.copied += self.path.len();
        if self.records.copied > MOST_COPIED {
            return Err(E::custom(TOO_LARGE));
        }
        Ok(Value {
            records: &mut *self.records,
            path,
            record: self.record,
            place,
        })
    }

    /// Begins a record with what stands directly in a list outside of one.
    fn begin<E: Error>(&mut self) -> Result<(), E> {
        if self.place.is_some() && self.record.is_none() {
            self.records.count(self.path.len())?;
            let list = std::mem::take(&mut self.path);
            self.record = Some(self.records.add(list, self.place));
        }
        Ok(())
    }

    /// Says the value of what the path names.
    fn say<E: Error>(self, value: &str) -> Result<(), E> {
        if value.trim().is_empty() {
            return Ok(());
        }
        let begins = |place: usize| (place - 1).is_multiple_of(LONGEST_LIST);
        let goes_on = self.place.is_some_and(|place| !begins(place));
        let records = self.records;
        records.count(self.path.len() + value.len())?;
        let record = match self.record.or(records.open) {
            Some(record) => record,
            None if self.path.is_empty() => records.add(String::new(), self.place),
            None => {
                let record = records.add(String::new(), None);
                records.open = Some(record);
                record
            }
        };
        let fields = &mut records.all[record].fields;
        match fields.last_mut() {
            // The values of a list stand together.
            Some((path, said)) if goes_on && *path == self.path => {
                said.push_str(", ");
                said.push_str(value);
            }
            _ => fields.push((self.path, value.to_owned())),
        }
        Ok(())
    }

    fn say_number<E: Error>(self, number: &str) -> Result<(), E> {
        let is_far = self.place.is_some_and(|place| place > LONGEST_LIST);
        if is_far && !self.path.is_empty() {
            return Ok(());
        }
        self.say(number)
    }
}

impl Records {
    /// Counts a value or a record, and so many bytes of it.
    fn count<E: Error>(&mut self, bytes: usize) -> Result<(), E> {
        self.values += 1;
        self.bytes += bytes;
        if self.values > MOST_VALUES || self.bytes > LARGEST {
            return Err(E::custom(TOO_LARGE));
        }
        Ok(())
    }

    fn add(&mut self, list: String, number: Option<usize>) -> usize {
        self.all.push(Record {
            list,
            number,
            fields: Vec::new(),
        });
        self.all.len() - 1
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.say(value)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.say(if value { "true" } else { "false" })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.say_number(&value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.say_number(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.say_number(&value.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        // A table of numbers, such as a shape on a map.
        if self.record.is_some() && self.place.is_some() {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        self.begin()?;
        for place in 1.. {
            let value = self.inner(self.path.clone(), Some(place))?;
            if list.next_element_seed(value)?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        self.begin()?;
        let open = self.records.open;
        while let Some(name) = object.next_key::<String>()? {
            let is_outermost = self.path.is_empty() && self.record.is_none();
            if is_outermost && is_one_of(NAMES_OF_SETTINGS, &name) {
                return Err(A::Error::custom(SETTINGS));
            }
            let name = spelled(&name);
            let path = match self.path.as_str() {
                "" => name,
                path => format!("{path} {name}"),
            };
            object.next_value_seed(self.inner(path, None)?)?;
        }
        // What it said itself made up a record, which ends with it.
        self.records.open = open;
        Ok(())
    }
}

/// A name as people write it: "unit price" for `unit_price` and `unitPrice`.
fn spelled(name: &str) -> String {
    let mut spelled = String::new();
    let mut characters = name.chars().peekable();
    let mut last = ' ';
    while let Some(c) = characters.next() {
        let is_word = characters.peek().is_none_or(|next| !next.is_uppercase());
        if c == '_' {
            spelled.push(' ');
        } else if c.is_uppercase() && last.is_lowercase() && is_word {
            spelled.push(' ');
            spelled.extend(c.to_lowercase());
        } else {
            spelled.push(c);
        }
        last = c;
    }
    spelled.trim().to_owned()
}

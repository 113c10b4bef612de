//! What files of Word, Excel and `PowerPoint` have in common: parts that name each other.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::FormatError;
use super::package::{Package, resolved};
use super::xml::{elements, local, value};
use crate::corpus::is_one_of;

/// The part that has the properties of a file.
pub(super) const PROPERTIES: &str = "docProps/core.xml";

/// The parts that a part names.
#[derive(Default)]
pub(super) struct Relations {
    /// The kind and the path of each, by its identifier.
    by_id: BTreeMap<String, (String, String)>,
}

impl Relations {
    /// Those of the part `path`; of the whole package where that is empty.
    pub(super) fn of(package: &mut Package<'_>, path: &str) -> Result<Self, FormatError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let own = resolved(&format!("_rels/{name}.rels"), &format!("{folder}/"));
        let xml = package.text(&own)?.unwrap_or_default();
        let mut relations = Self::default();
        for element in elements(&xml) {
            let element = element?;
            let values = ["Id", "Type", "Target"].map(|name| value(&element, name));
            if local(&element) == "Relationship"
                && let [Some(id), Some(kind), Some(target)] = values
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let place = (kind, resolved(&target, path));
                relations.by_id.insert(id, place);
            }
        }
        Ok(relations)
    }

    /// The path of the part that `element` names.
    pub(super) fn named_by(&self, element: &BytesStart<'_>) -> Option<&str> {
        let mut attributes = element.attributes().flatten();
        // Elements have identifiers of their own beside it, without a namespace.
        let found = attributes.find(|attribute| {
            attribute.key.prefix().is_some() && attribute.key.local_name().as_ref() == "id"
        })?;
        let (_, path) = self.by_id.get(&*found.value)?;
        Some(path)
    }

    /// The paths of the parts of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> impl Iterator<Item = &str> {
        let own = self.by_id.values().filter(move |(own, _)| own == kind);
        own.map(|(_, path)| path.as_str())
    }
}

/// Whether the property that an element sets is on: its value may switch it off.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    flag(element, "val") != Some(false)
}

/// Whether the attribute `name` switches something on or off; `None` where it is missing.
pub(super) fn flag(element: &BytesStart<'_>, name: &str) -> Option<bool> {
    value(element, name).map(|said| !is_one_of("0|false|off", &said))
}

/// The part that a file is about, at `usual` where the file does not say it, and those that it names.
pub(super) fn main_part(
    package: &mut Package<'_>,
    usual: &str,
) -> Result<(String, Relations), FormatError> {
    let relations = Relations::of(package, "")?;
    let path = relations.of_kind("officeDocument").next().unwrap_or(usual);
    let part = package.text(path)?.ok_or(FormatError::Damaged)?;
    Ok((part, Relations::of(package, path)?))
}

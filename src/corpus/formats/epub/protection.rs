//! Which parts of a book are encrypted so that only some programs can read them.

use crate::corpus::formats::package::resolved;
use crate::corpus::formats::xml::{elements, local, value};

/// Ways of garbling fonts that keep nobody from reading the text.
const FONTS: [&str; 2] = [
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

/// The paths of the parts that are encrypted.
pub(super) fn protected(xml: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut is_font = false;
    for element in elements(xml).map_while(Result::ok) {
        match local(&element) {
            "EncryptedData" => is_font = false,
            "EncryptionMethod" => {
                let method = value(&element, "Algorithm").unwrap_or_default();
                is_font |= FONTS.contains(&method.as_str());
            }
            "CipherReference" if !is_font => {
                paths.extend(value(&element, "URI").map(|link| resolved(&link, "")));
            }
            _ => {}
        }
    }
    paths
}

//! The code of a format, sign by sign.

/// One character of a code, and what it is there for.
pub(super) enum Sign {
    Code(char),
    Literal(char),
}

/// The sections of a code: colours, conditions and padding are left out.
pub(super) fn sections(code: &str) -> Vec<Vec<Sign>> {
    let mut sections = vec![Vec::new()];
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        let Some(open) = sections.last_mut() else {
            break;
        };
        match c {
            ';' => sections.push(Vec::new()),
            '"' => {
                let quoted = characters.by_ref().take_while(|c| *c != '"');
                open.extend(quoted.map(Sign::Literal));
            }
            '\\' => open.extend(characters.next().map(Sign::Literal)),
            // As wide as the next character, and as often as there is room.
            '_' => {
                characters.next();
                open.push(Sign::Literal(' '));
            }
            '*' => drop(characters.next()),
            '[' => {
                let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                if let Some(currency) = inside.strip_prefix('$') {
                    let symbol = currency.split('-').next().unwrap_or_default();
                    open.extend(symbol.chars().map(Sign::Literal));
                } else if inside.starts_with(['h', 'm', 's', 'H', 'M', 'S']) {
                    let unit = inside.chars().next().unwrap_or('h').to_ascii_lowercase();
                    open.extend(['[', unit].map(Sign::Code));
                }
            }
            c => open.push(Sign::Code(c)),
        }
    }
    sections
}

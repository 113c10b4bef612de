//! The styles of a workbook, which its cells refer to by number.

use std::collections::HashMap;
use std::rc::Rc;

use super::figures::NumberFormat;
use crate::corpus::formats::FormatError;
use crate::corpus::formats::openxml::is_on;
use crate::corpus::formats::xml::{Node, Nodes, local, number, value};

/// The formats that every program knows by number, and that files do not tell (ECMA-376, 18.8.30).
const KNOWN: [(&[u8], &str); 21] = [
    (&[1], "0"),
    (&[2], "0.00"),
    (&[3], "#,##0"),
    (&[4], "#,##0.00"),
    (&[9], "0%"),
    (&[10], "0.00%"),
    (&[11], "0.00E+00"),
    (&[14, 27, 30, 31, 36], "yyyy-mm-dd"),
    (&[15], "d-mmm-yy"),
    (&[16], "d-mmm"),
    (&[17], "mmm-yy"),
    (&[18], "h:mm AM/PM"),
    (&[19], "h:mm:ss AM/PM"),
    (&[20], "h:mm"),
    (&[21], "h:mm:ss"),
    (&[22], "yyyy-mm-dd h:mm"),
    (&[37, 38], "#,##0;-#,##0"),
    (&[39, 40], "#,##0.00;-#,##0.00"),
    (&[45, 47], "mm:ss"),
    (&[46], "[h]:mm:ss"),
    (&[48], "0.0E+0"),
];

/// The style of a cell.
#[derive(Clone, Default)]
pub(super) struct Style {
    pub(super) format: Rc<NumberFormat>,
    pub(super) is_bold: bool,
    pub(super) is_struck: bool,
}

/// Reads the styles in their order.
pub(super) fn read(xml: &str) -> Result<Vec<Style>, FormatError> {
    let mut formats: HashMap<String, Rc<NumberFormat>> = HashMap::new();
    for (ids, code) in KNOWN {
        let format = Rc::new(NumberFormat::read(code));
        formats.extend(ids.iter().map(|id| (id.to_string(), Rc::clone(&format))));
    }
    let mut fonts: Vec<Style> = Vec::new();
    let mut cells = Vec::new();
    let (mut in_fonts, mut in_cells) = (false, false);
    let mut nodes = Nodes::of(xml);
    // Styles that depend on what a cell says, and those that others are made of.
    let is_hidden = |name: &str| matches!(name, "dxfs" | "cellStyleXfs" | "extLst");
    while let Some(node) = nodes.next(|name, _| is_hidden(name))? {
        let element = match node {
            Node::Start(element) => element,
            Node::End(name) => {
                in_fonts &= name != "fonts";
                in_cells &= name != "cellXfs";
                continue;
            }
            Node::Text(_) => continue,
        };
        let font = fonts.last_mut().filter(|_| in_fonts);
        match (local(&element), font) {
            ("numFmt", _) => {
                let (id, code) = (value(&element, "numFmtId"), value(&element, "formatCode"));
                if let (Some(id), Some(code)) = (id, code) {
                    formats.insert(id, Rc::new(NumberFormat::read(&code)));
                }
            }
            ("fonts", _) => in_fonts = true,
            ("cellXfs", _) => in_cells = true,
            ("font", _) if in_fonts => fonts.push(Style::default()),
            ("b", Some(font)) => font.is_bold = is_on(&element),
            ("strike", Some(font)) => font.is_struck = is_on(&element),
            ("xf", _) if in_cells => {
                let format = value(&element, "numFmtId").and_then(|id| formats.get(&id));
                let font = number(&element, "fontId").and_then(|font: usize| fonts.get(font));
                cells.push(Style {
                    format: format.cloned().unwrap_or_default(),
                    ..font.cloned().unwrap_or_default()
                });
            }
            _ => {}
        }
    }
    Ok(cells)
}

//! Workbooks of Excel (Office Open XML): the rows of each sheet, as a person sees them.
//!
//! Left out are hidden sheets, rows and columns (but what is filtered or folded away is read),
//! struck-out text, formulas (their last results stand beside them) and errors.

mod figures;
mod styles;

use quick_xml::events::BytesStart;

use super::FormatError;
use super::extracted::Extracted;
use super::flow::push_run;
use super::openxml::{self, PROPERTIES, Relations, flag, is_on};
use super::package::Package;
use super::sheet::{self, COLUMNS, ROWS, Sheet};
use super::xml::{Node, Nodes, elements, local, number, value};
use styles::Style;

pub(super) fn read(bytes: &[u8]) -> Result<Extracted, FormatError> {
    let mut package = Package::open(bytes)?;
    let (workbook, relations) = openxml::main_part(&mut package, "xl/workbook.xml")?;
    let mut part = |kind: &str| match relations.of_kind(kind).next() {
        Some(path) => package.text(path).map(Option::unwrap_or_default),
        None => Ok(String::new()),
    };
    let book = Book {
        strings: strings(&part("sharedStrings")?)?,
        styles: styles::read(&part("styles")?)?,
        since_1904: false,
    };
    let sheets = book.sheets(&workbook, &relations, &mut package)?;
    let mut extracted = sheet::write(sheets)?;
    extracted.title = package.title(PROPERTIES)?;
    Ok(extracted)
}

/// The strings of a workbook in their order.
fn strings(xml: &str) -> Result<Vec<String>, FormatError> {
    let mut strings = Vec::new();
    let mut nodes = Nodes::of(xml);
    let mut open = RichText::default();
    // "rPh" is how a word is spoken.
    while let Some(node) = nodes.next(|name, _| name == "rPh")? {
        match node {
            Node::Start(element) => open.start(&element),
            Node::End(name) if name == "si" => strings.push(plain(&std::mem::take(&mut open).text)),
            Node::End(name) => open.in_text &= name != "t",
            Node::Text(text) => open.push(&text),
        }
    }
    Ok(strings)
}

/// What the cells of a workbook refer to.
struct Book {
    strings: Vec<String>,
    styles: Vec<Style>,
    /// Whether days are counted from 1904 on.
    since_1904: bool,
}

impl Book {
    /// The sheets that are shown.
    fn sheets(
        mut self,
        workbook: &str,
        relations: &Relations,
        package: &mut Package<'_>,
    ) -> Result<Vec<Sheet>, FormatError> {
        let mut sheets = Vec::new();
        for element in elements(workbook) {
            let element = element?;
            match local(&element) {
                "workbookPr" => self.since_1904 = flag(&element, "date1904") == Some(true),
                "sheet" if value(&element, "state").is_none_or(|state| state == "visible") => {
                    let name = value(&element, "name").unwrap_or_default();
                    if let Some(path) = relations.named_by(&element)
                        && let Some(xml) = package.text(path)?
                    {
                        let is_filtered = is_filtered(&xml, path, package)?;
                        sheets.push(self.sheet(&name, &xml, is_filtered)?);
                    }
                }
                _ => {}
            }
        }
        Ok(sheets)
    }

    fn sheet(&self, name: &str, xml: &str, is_filtered: bool) -> Result<Sheet, FormatError> {
        let mut sheet = Sheet::named(name);
        let mut nodes = Nodes::of(xml);
        let (mut row, mut column) = (0_usize, 0_usize);
        let mut cell = Open::default();
        let mut in_value = false;
        // A row that is hidden is counted by those below it, which have numbers.
        while let Some(node) = nodes.next(|name, it| is_hidden(name, it, is_filtered))? {
            match node {
                Node::Start(element) => match local(&element) {
                    "col" if is_left_out(&element) => {
                        let ends = number(&element, "min").zip(number::<usize>(&element, "max"));
                        if let Some((min, max)) = ends {
                            sheet.hide(min..max.saturating_add(1));
                        }
                    }
                    "row" => {
                        row = number(&element, "r").unwrap_or(row.saturating_add(1));
                        column = 0;
                    }
                    "c" => {
                        let place = value(&element, "r").and_then(|place| position(&place));
                        column = place.map_or(column + 1, |(_, column)| column);
                        cell = Open {
                            kind: value(&element, "t"),
                            style: number(&element, "s").unwrap_or(0),
                            ..Open::default()
                        };
                    }
                    "v" => in_value = true,
                    "mergeCell" => {
                        let range = value(&element, "ref").unwrap_or_default();
                        if let Some((first, last)) = range.split_once(':')
                            && let (Some(first), Some(last)) = (position(first), position(last))
                        {
                            sheet.merge(first, last.0);
                        }
                    }
                    _ => cell.rich.start(&element),
                },
                Node::End(name) => match name.as_str() {
                    "v" => in_value = false,
                    "c" => {
                        let cell = std::mem::take(&mut cell);
                        let is_in = (1..=ROWS).contains(&row) && (1..=COLUMNS).contains(&column);
                        if is_in && !sheet.hides(column) {
                            let (is_bold, text) = self.shown(cell);
                            sheet.push((row, column), is_bold, text)?;
                        }
                    }
                    name => cell.rich.in_text &= name != "t",
                },
                Node::Text(text) if in_value => cell.value.push_str(&text),
                Node::Text(text) => cell.rich.push(&text),
            }
        }
        Ok(sheet)
    }

    /// Whether a cell is bold, and what a person sees in it.
    fn shown(&self, cell: Open) -> (bool, String) {
        let style = self.styles.get(cell.style);
        if style.is_some_and(|style| style.is_struck) {
            return (false, String::new());
        }
        let is_bold = style.is_some_and(|style| style.is_bold);
        let text = match cell.kind.as_deref() {
            Some("s") => {
                let string = cell.value.trim().parse::<usize>().ok();
                let string = string.and_then(|at| self.strings.get(at));
                string.cloned().unwrap_or_default()
            }
            Some("inlineStr") => plain(&cell.rich.text),
            Some("str") => plain(&cell.value),
            Some("b") => (cell.value.trim() == "1").to_string().to_uppercase(),
            Some("e") => String::new(),
            Some("d") => cell.value.replace('T', " ").replace(" 00:00:00", ""),
            _ => match (cell.value.trim().parse::<f64>(), style) {
                (Ok(number), Some(style)) => style.format.show(number, self.since_1904),
                (Ok(number), None) => figures::plain(number),
                (Err(_), _) => cell.value,
            },
        };
        (is_bold, text)
    }
}

/// The cell that is being read.
#[derive(Default)]
struct Open {
    kind: Option<String>,
    style: usize,
    value: String,
    rich: RichText,
}

/// A string in runs of which some are struck out or raised.
#[derive(Default)]
struct RichText {
    text: String,
    in_text: bool,
    is_struck: bool,
    is_raised: bool,
}

impl RichText {
    fn start(&mut self, element: &BytesStart<'_>) {
        match local(element) {
            "r" => (self.is_struck, self.is_raised) = (false, false),
            "strike" => self.is_struck = is_on(element),
            "vertAlign" => {
                self.is_raised = value(element, "val").as_deref() == Some("superscript");
            }
            "t" => self.in_text = true,
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.in_text && !self.is_struck {
            push_run(&mut self.text, text, self.is_raised);
        }
    }
}

/// A string without the codes that stand for ends of lines.
fn plain(text: &str) -> String {
    text.replace("_x000D_", " ").replace("_x000A_", " ")
}

/// Whether rows of a sheet are hidden by a filter, which is how somebody looked at them last.
fn is_filtered(xml: &str, path: &str, package: &mut Package<'_>) -> Result<bool, FormatError> {
    const COLUMN: &str = "filterColumn";
    if xml.contains(COLUMN) {
        return Ok(true);
    }
    for table in Relations::of(package, path)?.of_kind("table") {
        let table = package.text(table)?;
        if table.is_some_and(|xml| xml.contains(COLUMN)) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_hidden(name: &str, element: &BytesStart<'_>, is_filtered: bool) -> bool {
    match name {
        // "headerFooter" and what follows it are for paper; the others are copies for programs.
        "f" | "rPh" | "headerFooter" | "extLst" | "Fallback" => true,
        "row" => !is_filtered && is_left_out(element),
        _ => false,
    }
}

/// Whether a row or a column is hidden, and not only folded away, from where it can be unfolded.
fn is_left_out(element: &BytesStart<'_>) -> bool {
    let is_folded = || value(element, "outlineLevel").is_some_and(|level| level != "0");
    flag(element, "hidden") == Some(true) && !is_folded()
}

/// The row and the column, each from 1, of "B12".
fn position(place: &str) -> Option<(usize, usize)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = place.split_at(digits);
    let column = letters.chars().try_fold(0_usize, |column, letter| {
        // The digits from ten on are the letters.
        let column = column * 26 + letter.to_digit(36)? as usize - 9;
        (column <= COLUMNS).then_some(column)
    })?;
    let row = row.parse().ok().filter(|row| *row <= ROWS)?;
    Some((row, column))
}

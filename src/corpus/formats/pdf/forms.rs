//! What people filled into the fields of a form stands beside the label of each field.

use std::collections::HashMap;

use pdfboss_core::object::decode_text_string;
use pdfboss_core::{Document, FieldType, FormField, ObjRef, Object, Rect};
use pdfboss_output::{BBox, Block, Inline, Line, PageLayout, Role};

/// A label stands at most this many points above its field.
const ABOVE: f32 = 24.0;
/// And starts or ends at most this many points beyond it.
const BESIDE: f32 = 6.0;

/// What the fields of a form hold.
pub(super) struct Form<'d> {
    document: &'d Document,
    /// The name of each field and what it holds, by the boxes that show it.
    values: HashMap<ObjRef, (String, Value)>,
}

enum Value {
    Text(String),
    /// A box that is ticked.
    Ticked,
}

impl<'d> Form<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut values = HashMap::new();
        for field in document.form_fields() {
            let name = (field.alternate_name.as_ref()).or(field.partial_name.as_ref());
            for widget in &field.widgets {
                let is_on = widget.on_state.is_some() && widget.appearance_state == widget.on_state;
                let value = match field.field_type {
                    Some(FieldType::Button) => is_on.then_some(Value::Ticked),
                    Some(FieldType::Text | FieldType::Choice) => text_of(&field).map(Value::Text),
                    _ => None,
                };
                let value = value.map(|value| (name.cloned().unwrap_or_default(), value));
                values.extend(value.map(|value| (widget.object, value)));
            }
        }
        Self { document, values }
    }

    /// Writes what stands on the page of that number, from 0, into its lines.
    pub(super) fn fill(&self, page: usize, layout: &mut PageLayout) {
        if self.values.is_empty() {
            return;
        }
        let Ok(page) = self.document.page(page) else {
            return;
        };
        for shown in self.document.annotations(&page) {
            let value = shown.object.and_then(|object| self.values.get(&object));
            let Some(((name, value), place)) = value.zip(shown.rect) else {
                continue;
            };
            match label(layout, value, &place) {
                Some(label) => add(label, value),
                None => layout.blocks.push(alone(name, value, &place)),
            }
        }
    }
}

/// What a text field holds, or which options are chosen, unless that is nothing.
fn text_of(field: &FormField) -> Option<String> {
    let strings: Vec<&[u8]> = match field.value.as_ref()? {
        Object::Array(several) => several.iter().filter_map(Object::as_str_bytes).collect(),
        one => one.as_str_bytes().into_iter().collect(),
    };
    let shown = |exported: String| {
        let mut options = field.options.iter();
        let option = options.find(|option| option.export_value == exported);
        option.map_or(exported, |option| option.name.clone())
    };
    let texts = strings.into_iter().map(decode_text_string).map(shown);
    let text = texts.collect::<Vec<_>>().join(", ");
    text.contains(char::is_alphanumeric).then_some(text)
}

/// The line that names a field: left of it, or above it; of a box to be ticked, right of it.
fn label<'l>(layout: &'l mut PageLayout, value: &Value, place: &Rect) -> Option<&'l mut Line> {
    let is_beside = |line: &Line| line.y >= place.y0 - line.size && line.y <= place.y1;
    let distance = |line: &Line| -> Option<f32> {
        let right = line.x - place.x1;
        let left = place.x0 - line.end_x;
        let above = line.y - place.y1;
        let starts =
            (line.x - place.x0).abs() <= BESIDE || line.x <= place.x0 && line.end_x >= place.x0;
        match value {
            Value::Ticked if is_beside(line) && right >= -BESIDE => Some(right),
            Value::Text(_) if is_beside(line) && left >= -BESIDE => Some(left),
            Value::Text(_) if (0.0..=ABOVE).contains(&above) && starts => Some(1000.0 + above),
            _ => None,
        }
    };
    let lines = layout.blocks.iter_mut().flat_map(lines);
    let near = lines.filter_map(|line| Some((distance(line)?, line)));
    let nearest = near.min_by(|(one, _), (other, _)| one.total_cmp(other));
    nearest.map(|(_, line)| line)
}

fn lines(block: &mut Block) -> Vec<&mut Line> {
    match block {
        Block::Heading { lines, .. } | Block::Paragraph { lines, .. } => lines.iter_mut().collect(),
        Block::List { items, .. } => items.iter_mut().flat_map(|item| &mut item.lines).collect(),
        Block::Table { rows, .. } => {
            let cells = rows.iter_mut().flatten();
            cells.filter_map(|cell| cell.line.as_mut()).collect()
        }
    }
}

/// Writes a value behind its label.
fn add(label: &mut Line, value: &Value) {
    let text: String = label.inlines.iter().map(|run| run.text.as_str()).collect();
    let said = match value {
        Value::Text(text) => text.as_str(),
        Value::Ticked => "yes",
    };
    let joint = if text.trim_end().ends_with([':', '?']) {
        " "
    } else {
        ": "
    };
    label.inlines.push(plain(format!("{joint}{said}")));
}

/// A field that nothing on its page names, by its own name.
fn alone(name: &str, value: &Value, place: &Rect) -> Block {
    let Rect { x0, y0, x1, y1 } = *place;
    let mut line = Line {
        inlines: vec![plain(name.to_owned())],
        y: y0,
        x: x0,
        end_x: x1,
        size: y1 - y0,
    };
    if name.contains(char::is_alphabetic) {
        add(&mut line, value);
    } else if let Value::Text(text) = value {
        line.inlines = vec![plain(text.clone())];
    }
    Block::Paragraph {
        lines: vec![line],
        bbox: BBox { x0, y0, x1, y1 },
        role: Role::Body,
    }
}

fn plain(text: String) -> Inline {
    Inline {
        text,
        bold: false,
        italic: false,
        code: false,
    }
}

//! Whether answers are the same.

use serde_json::Value;

use crate::quoth::Outcome;

/// Fractions may differ by so much of their size.
const SLACK: f64 = 1e-5;

/// Where two values differ, if they do.
pub fn difference(found: &Value, wanted: &Value) -> Option<String> {
    at("", found, wanted)
}

fn at(place: &str, found: &Value, wanted: &Value) -> Option<String> {
    let is_same = match (found, wanted) {
        (Value::Array(found), Value::Array(wanted)) if found.len() == wanted.len() => {
            let mut pairs = found.iter().zip(wanted).enumerate();
            return pairs.find_map(|(number, (found, wanted))| {
                at(&format!("{place}/{number}"), found, wanted)
            });
        }
        (Value::Object(found), Value::Object(wanted)) if found.keys().eq(wanted.keys()) => {
            let mut pairs = found.iter().zip(wanted.values());
            return pairs
                .find_map(|((name, found), wanted)| at(&format!("{place}/{name}"), found, wanted));
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() && other.is_f64() => {
            let [one, other] = [one, other].map(|it| it.as_f64().unwrap_or_default());
            (one - other).abs() <= SLACK * one.abs().max(other.abs())
        }
        _ => found == wanted,
    };
    (!is_same).then(|| format!("{place} is {found}, and not {wanted}"))
}

/// Fails at the first answer that is another one than wanted.
pub fn same(found: &[Value], wanted: &[Value]) -> Outcome {
    if found.len() != wanted.len() {
        return Err(format!("{} answers to {} questions", found.len(), wanted.len()).into());
    }
    let differences = found.iter().zip(wanted).filter_map(|(found, wanted)| {
        let difference = difference(found, wanted)?;
        Some(format!("{}: {difference}", wanted["question"]))
    });
    let differences: Vec<String> = differences.collect();
    match differences.first() {
        None => Ok(()),
        Some(first) => Err(format!(
            "{} of {} answers differ, the first: {first}",
            differences.len(),
            found.len()
        )
        .into()),
    }
}

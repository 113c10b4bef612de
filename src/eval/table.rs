//! The figures for people: names to the left, figures under each other to the right.

use std::fmt;

use super::figures::{Figures, Kind};

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row =
            |f: &mut fmt::Formatter<'_>, name: &str, cell: &str| writeln!(f, "{name:<28}{cell:>9}");
        row(f, "questions", &self.all.questions.to_string())?;
        row(f, "  answerable", &self.all.answerable.to_string())?;
        writeln!(f)?;
        let (ranking, service) = (&self.all.ranking, &self.all.service);
        for (name, share) in [
            ("hit@1", ranking.hit_1),
            ("hit@3", ranking.hit_3),
            ("MRR", ranking.mrr),
            ("in sight", ranking.in_sight),
        ] {
            row(f, name, &optional(Some(share)))?;
        }
        writeln!(f)?;
        for (name, share) in [
            ("seen", Some(service.seen)),
            ("declined", service.declined),
            ("balanced accuracy", service.balanced_accuracy),
            ("AUROC", self.auroc),
            ("calibration error", Some(self.calibration_error)),
        ] {
            row(f, name, &optional(share))?;
        }
        writeln!(f, "\n{:<28}{:>9}{:>12}", "", "coverage", "precision")?;
        for (name, shown) in [
            ("found", &self.found),
            ("found or perhaps", &self.found_or_perhaps),
        ] {
            let (coverage, precision) = (shown.coverage, optional(shown.precision));
            writeln!(f, "{name:<28}{coverage:>9.3}{precision:>12}")?;
        }
        writeln!(
            f,
            "\nWere only the surest answered (area {:.3}):\n",
            self.curve.area
        )?;
        writeln!(f, "{}\n", self.curve)?;
        if !self.kinds.is_empty() {
            writeln!(
                f,
                "{:<19}{:>9}{:>9}{:>9}{:>9}{:>9}",
                "kind", "questions", "hit@1", "hit@3", "seen", "declined"
            )?;
            for (name, kind) in &self.kinds {
                writeln!(f, "{}", of_kind(name, kind))?;
            }
            writeln!(f)?;
        }
        row(f, "time, median", &format!("{:.1} ms", self.p50_ms))?;
        let slow = format!("{:.1} ms", self.p95_ms);
        write!(f, "{:<28}{slow:>9}", "time, 95 % below")
    }
}

/// A row of the table of kinds; what no question of the kind can tell is "-".
fn of_kind(name: &str, kind: &Kind) -> String {
    let has_answers = kind.answerable > 0;
    let share = |share: f64| optional(has_answers.then_some(share));
    format!(
        "{name:<19}{:>9}{:>9}{:>9}{:>9}{:>9}",
        kind.questions,
        share(kind.ranking.hit_1),
        share(kind.ranking.hit_3),
        share(kind.service.seen),
        optional(kind.service.declined),
    )
}

fn optional(share: Option<f64>) -> String {
    share.map_or("-".to_owned(), |share| format!("{share:.3}"))
}

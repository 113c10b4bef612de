//! Why Quoth is sure, not sure, or gives no answer.

use super::{Page, signed};
use crate::answer::{Grade, Judgement, Thresholds};

impl Page {
    /// What spoke for and against the best sentence, and the grade that followed from it.
    pub(super) fn judgement(&mut self, judged: &Judgement, grade: Grade) {
        self.heading(match grade {
            Grade::Found => "Why Quoth answers",
            Grade::Perhaps => "Why Quoth is not sure",
            Grade::Abstained => "Why Quoth declines",
        });
        self.parts(&judged.signals);
        let sum: f32 = judged.signals.iter().map(|part| part.contribution).sum();
        self.labelled("together", &signed(sum));
        self.prose(&format!(
            "That makes a probability of {:.3} that the first sentence answers: {}.",
            judged.probability,
            verdict(judged.thresholds, grade)
        ));
    }
}

/// Where a probability of that grade stands among the thresholds, and what follows.
fn verdict(thresholds: Thresholds, grade: Grade) -> String {
    let Thresholds { found, perhaps } = thresholds;
    match grade {
        Grade::Found => {
            format!("at or above the threshold of {found:.3} for an answer, so found")
        }
        Grade::Perhaps => format!(
            "between the threshold of {perhaps:.3} for an unsure answer and that of {found:.3} for a sure one, so perhaps"
        ),
        Grade::Abstained => {
            format!("below the threshold of {perhaps:.3} for an unsure answer, so no answer")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(probability: f32) -> String {
        let thresholds = Thresholds {
            found: 0.6,
            perhaps: 0.25,
        };
        let judged = Judgement {
            signals: Vec::new(),
            probability,
            thresholds,
        };
        let mut page = Page {
            text: String::new(),
            width: 200,
        };
        page.judgement(&judged, thresholds.grade(probability));
        anstream::adapter::strip_str(&page.text).to_string()
    }

    #[track_caller]
    fn tells(probability: f32, heading: &str, verdict: &str) {
        let told = told(probability);
        assert!(told.starts_with(&format!("\n{heading}\n")), "{told}");
        assert!(told.ends_with(&format!("answers: {verdict}.\n")), "{told}");
    }

    #[test]
    fn each_grade_is_told_with_the_thresholds_that_made_it() {
        let found = "at or above the threshold of 0.600 for an answer, so found";
        tells(0.6, "Why Quoth answers", found);
        let perhaps = "between the threshold of 0.250 for an unsure answer and that of 0.600 for a sure one, so perhaps";
        tells(0.4, "Why Quoth is not sure", perhaps);
        let none = "below the threshold of 0.250 for an unsure answer, so no answer";
        tells(0.1, "Why Quoth declines", none);
    }
}

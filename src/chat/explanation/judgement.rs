//! Why Quoth is sure, not sure, or gives no answer.

use super::{LEAST, Page, signed};
use crate::answer::{Grade, Judgement, Thresholds};

impl Page {
    /// What spoke for and against the best sentence, and the grade that followed from it;
    /// an objection to it may have lowered the probability.
    pub(super) fn judgement(&mut self, judged: &Judgement, grade: Grade, is_doubted: bool) {
        let Thresholds { found, perhaps } = judged.thresholds;
        let (heading, verdict) = match grade {
            Grade::Found => (
                "Why Quoth answers",
                format!("at or above the threshold of {found:.3} for an answer, so found"),
            ),
            Grade::Perhaps => (
                "Why Quoth is not sure",
                format!(
                    "between the threshold of {perhaps:.3} for an unsure answer and that of {found:.3} for a sure one, so perhaps"
                ),
            ),
            Grade::Abstained => (
                "Why Quoth declines",
                format!("below the threshold of {perhaps:.3} for an unsure answer, so no answer"),
            ),
        };
        self.heading(heading);
        self.parts(&judged.signals);
        let sum: f32 = judged.signals.iter().map(|part| part.contribution).sum();
        self.labelled("together", &signed(sum));
        let probability = judged.probability;
        let made = 1.0 / (1.0 + (-sum).exp());
        let told = if is_doubted && made - probability >= LEAST {
            format!(
                "{made:.3} that the first sentence answers, which the objection to it lowers to {probability:.3}"
            )
        } else {
            format!("{probability:.3} that the first sentence answers")
        };
        self.prose(&format!("That makes a probability of {told}: {verdict}."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Part;

    const THRESHOLDS: Thresholds = Thresholds {
        found: 0.6,
        perhaps: 0.25,
    };

    fn told(signals: Vec<Part>, probability: f32, is_doubted: bool) -> String {
        let judged = Judgement {
            signals,
            probability,
            thresholds: THRESHOLDS,
        };
        let mut page = Page {
            text: String::new(),
            width: 400,
        };
        page.judgement(&judged, THRESHOLDS.grade(probability), is_doubted);
        anstream::adapter::strip_str(&page.text).to_string()
    }

    #[test]
    fn each_grade_is_told_with_the_thresholds_that_made_it() {
        let found = "at or above the threshold of 0.600 for an answer, so found";
        let perhaps = "between the threshold of 0.250 for an unsure answer and that of 0.600 for a sure one, so perhaps";
        let none = "below the threshold of 0.250 for an unsure answer, so no answer";
        for (probability, heading, verdict) in [
            (0.6, "Why Quoth answers", found),
            (0.4, "Why Quoth is not sure", perhaps),
            (0.1, "Why Quoth declines", none),
        ] {
            let told = told(Vec::new(), probability, false);
            assert!(told.starts_with(&format!("\n{heading}\n")), "{told}");
            assert!(told.ends_with(&format!("answers: {verdict}.\n")), "{told}");
        }
    }

    #[test]
    fn an_objection_is_told_where_it_lowered_the_probability() {
        let told = |probability, is_doubted| {
            let bias = Part {
                name: "bias",
                value: 1.0,
                weight: 2.0,
                contribution: 2.0,
            };
            told(vec![bias], probability, is_doubted)
        };
        let lowered = "a probability of 0.881 that the first sentence answers, which the objection to it lowers to 0.599: between";
        assert!(told(0.599, true).contains(lowered));
        let as_made = "a probability of 0.881 that the first sentence answers: at or above";
        assert!(told(0.881, true).contains(as_made) && told(0.881, false).contains(as_made));
    }
}

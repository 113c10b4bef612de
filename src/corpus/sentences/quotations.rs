//! Quotations: what follows the closing mark and still belongs to the sentence, such as the name
//! of the speaker.

use super::boundary::Boundary;
use super::marks::is_wide_terminator;
use crate::corpus::is_one_of;

/// Verbs of saying, after the speaker's name.
const SAID: &str = "\
    added|announced|answered|argued|asked|continued|cried|declared|demanded|exclaimed|explained|\
    inquired|insisted|joked|noted|observed|recalled|remarked|replied|responded|said|says|shouted|\
    stated|suggested|told|tweeted|urged|warned|whispered|wondered|wrote|yelled";
/// Most words of a speaker's name and title.
const LONGEST_NAME: usize = 5;

/// Japanese particles that tie a quotation to what follows it.
const PARTICLES: [char; 7] = ['と', 'や', 'の', 'を', 'が', 'に', 'は'];

/// Chinese verbs of saying.
const SAID_IN_CHINESE: &[&str] = &[
    "说", "說", "道", "问", "問", "称", "稱", "喊", "叫", "表示", "指出", "补充", "補充", "回答",
    "强调", "強調", "认为", "認為",
];
/// Most characters between a Chinese quotation and the end of the clause that names its speaker.
const LONGEST_TAG: usize = 16;

/// Whether what follows a quotation belongs to the same sentence.
pub(super) fn goes_on(boundary: &Boundary) -> bool {
    boundary.closes_quotation()
        && (suffix_follows(boundary)
            || named_speaker_follows(boundary)
            || japanese_particle_follows(boundary)
            || chinese_speaker_follows(boundary))
}

fn closes_wide(boundary: &Boundary) -> bool {
    boundary.terminator().is_some_and(is_wide_terminator)
}

/// Letters right after the closing mark: Korean `"모른다."고 말했다`, English `"A.B."s`.
fn suffix_follows(boundary: &Boundary) -> bool {
    !boundary.is_spaced
        && !closes_wide(boundary)
        && boundary.after.starts_with(char::is_alphabetic)
        && !boundary.after.starts_with(char::is_uppercase)
}

/// `"Why?" Captain Jo Reed asked.` A full stop inside the marks ends the sentence before such a
/// name: with a speaker to come there would be a comma.
fn named_speaker_follows(boundary: &Boundary) -> bool {
    matches!(boundary.terminator(), Some('?' | '!'))
        && boundary
            .after
            .split_whitespace()
            .take(LONGEST_NAME + 1)
            .skip_while(|word| word.starts_with(char::is_uppercase))
            .map(|word| word.trim_end_matches([',', '.', ':', ';']))
            .next()
            .is_some_and(|word| is_one_of(SAID, word))
}

/// 「出た。」と船長は答えた。
fn japanese_particle_follows(boundary: &Boundary) -> bool {
    closes_wide(boundary) && boundary.after.starts_with(PARTICLES)
}

/// “船坏了。”船长说。
fn chinese_speaker_follows(boundary: &Boundary) -> bool {
    let mut clauses = boundary
        .after
        .split(['，', '。', '：', '！', '？', '“', '「', ',', ':']);
    let clause = clauses.next().unwrap_or_default().trim_end();
    closes_wide(boundary)
        && clause.chars().count() <= LONGEST_TAG
        && SAID_IN_CHINESE.iter().any(|verb| clause.ends_with(verb))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_joined, assert_splits};

    #[test]
    fn a_speaker_goes_with_the_quotation() {
        assert_splits(&[
            // In lower case.
            r#"en: "Will it sail?" asked Mr. Reed. | "No!" the captain cried."#,
            "fr: « Quand ? » demanda la pilote. | « Non. »",
            // By name, after a question or an exclamation.
            r#"en: "Will it sail?" Captain Jo Reed asked. | It sank."#,
            "en: “Stop!” Ann said. | It sank.",
            // Other names begin a sentence.
            r#"en: "Will it sail?" | Jo Reed left."#,
            r#"en: He said "it sank." | Ann said nothing."#,
            // Letters that are joined to it belong to it.
            r#"ko: "배가 늦었다."고 선장이 말했다. | 비가 왔다."#,
        ]);
    }

    #[test]
    fn japanese_particles_and_chinese_speakers_go_with_it_as_well() {
        assert_joined("ja", "船です。|「もう出た。」と船長は答えた。|遅いですか？");
        let chinese = "“船坏了。”老船长回答，“它走了。”|“它很旧。”|渡轮走了。";
        assert_joined("zh", chinese);
    }
}

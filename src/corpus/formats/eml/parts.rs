//! What a mail says itself, what its writer signs with, and the earlier mail that it answers.

use crate::corpus::{folded, is_one_of};

/// A signature of more lines says something.
const LONGEST_SIGNATURE: usize = 10;
/// Lines of it are shorter than this many bytes.
const WIDEST_SIGNATURE: usize = 90;
/// A line that says who wrote what is quoted has at most this many bytes.
const LONGEST_CREDIT: usize = 200;
/// Lines that are looked at for a head, where a mail is quoted without marks.
const HEAD: usize = 4;

/// Words that close a letter, in small letters.
const CLOSINGS: &str = "\
    regards|best|best wishes|cheers|sincerely|yours|thanks|thank you|grüße|grüßen|gruß|\
    cordialement|saludos|atentamente|saluti|atenciosamente";
/// What opens the line that says who wrote a mail quoted without marks.
const SENDERS: &str = "From:|Von:|De:|Da:|От:";
/// And the lines below it.
const HEADS: &str =
    "Sent:|To:|Date:|Subject:|Cc:|Gesendet:|An:|Betreff:|Envoyé:|À:|Objet:|Enviado:";

/// What heads an earlier mail of which nothing tells who wrote it.
const EARLIER: &str = "Earlier message";

/// A mail in its parts, each without the marks of what is quoted.
pub(super) struct Parts {
    pub(super) own: String,
    /// Line by line.
    pub(super) signature: Vec<String>,
    /// Who wrote the mail that is answered, and what it says, if it stands below all that is new.
    pub(super) earlier: Option<(String, String)>,
}

impl Parts {
    /// Of the plain text of a mail.
    pub(super) fn of(text: &str) -> Self {
        let mut lines: Vec<&str> = text.lines().collect();
        let earlier = earlier(&lines).map(|(start, quoted)| {
            let below = lines.split_off(quoted);
            let mut credit = folded(&lines.split_off(start).join(" "));
            if credit.is_empty() {
                EARLIER.clone_into(&mut credit);
            }
            (credit, without_marks(&below))
        });
        let signed = signature(&lines).unwrap_or(lines.len());
        let signature = lines.split_off(signed).into_iter();
        let signature = signature.filter(|line| line.contains(char::is_alphanumeric));
        Self {
            own: without_marks(&lines),
            signature: signature.map(|line| line.trim().to_owned()).collect(),
            earlier,
        }
    }
}

/// Where the credit of an earlier mail stands, and where that begins, if nothing new follows it.
fn earlier(lines: &[&str]) -> Option<(usize, usize)> {
    let is_marked = |line: &&str| line.starts_with('>');
    let is_new = |line: &&str| !is_marked(line) && !line.trim().is_empty();
    let below = lines.iter().rposition(is_new).map_or(0, |last| last + 1);
    if let Some(first) = lines[below..].iter().position(is_marked) {
        let quoted = below + first;
        return Some((credit(lines, quoted), quoted));
    }
    let opens = |place: &usize| {
        let starts = |line: &str, names: &str| names.split('|').any(|name| line.starts_with(name));
        let below = lines[place + 1..].iter().take(HEAD);
        let heads = below.filter(|line| starts(line, HEADS)).count();
        starts(lines[*place], SENDERS) && heads >= 2
    };
    let sender = (1..lines.len()).find(opens)?;
    let mut head = lines[sender..].iter();
    let length = head.position(|line| line.trim().is_empty());
    Some((sender, length.map_or(lines.len(), |length| sender + length)))
}

/// Where the paragraph above `quoted` begins, if it ends in a colon and so says who wrote that.
fn credit(lines: &[&str], quoted: usize) -> usize {
    let above = &lines[..quoted];
    let says = |line: &&str| !line.trim().is_empty();
    let Some(last) = above.iter().rposition(says) else {
        return quoted;
    };
    let gap = above[..last].iter().rposition(|line| !says(line));
    let start = gap.map_or(0, |gap| gap + 1);
    let length: usize = above[start..=last].iter().map(|line| line.len()).sum();
    let is_credit = above[last].trim_end().ends_with([':', '：']);
    if is_credit && last - start < 3 && length <= LONGEST_CREDIT {
        start
    } else {
        quoted
    }
}

/// Where a signature begins: below the line "-- " (RFC 3676), or below words that close a letter.
fn signature(lines: &[&str]) -> Option<usize> {
    let short = |from: usize| {
        let mut rest = lines[from..].iter().filter(|line| !line.trim().is_empty());
        (1..=LONGEST_SIGNATURE).contains(&rest.clone().count())
            && rest.all(|line| line.len() < WIDEST_SIGNATURE && !line.starts_with('>'))
    };
    let marked = lines.iter().rposition(|line| line.trim_end() == "--");
    if let Some(mark) = marked.filter(|&mark| short(mark + 1)) {
        return Some(mark + 1);
    }
    let closes = |line: &&str| {
        let line = line.trim().trim_end_matches([',', '!', '.']).to_lowercase();
        let last = line.rsplit(' ').next().unwrap_or_default();
        line.len() <= 40 && (is_one_of(CLOSINGS, &line) || is_one_of(CLOSINGS, last))
    };
    let closing = lines.iter().rposition(closes)?;
    // A name alone is no signature that answers anything.
    short(closing + 1).then_some(closing + 1)
}

/// Lines without the marks before what was written earlier: "> > Yes."
fn without_marks(lines: &[&str]) -> String {
    let bare = lines.iter().map(|&line| match line.strip_prefix('>') {
        Some(quoted) => quoted.trim_start_matches(['>', ' ']),
        None => line,
    });
    bare.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_parted_from_its_signature_and_from_what_it_answers() {
        let parts = Parts::of(
            "The ferry is late.\n\nKind regards,\nAnn\n-- \nAnn Lee\nHarbour office\nPhone: 1234\n\n\
             On Monday, 2 June, Bo Dahl\n<bo@example.org> wrote:\n> Is it in time?\n>\n> Bo\n",
        );
        assert_eq!(parts.own, "The ferry is late.\n\nKind regards,\nAnn\n-- ");
        assert_eq!(
            parts.signature,
            ["Ann Lee", "Harbour office", "Phone: 1234"]
        );
        let credit = "On Monday, 2 June, Bo Dahl <bo@example.org> wrote:".to_owned();
        let earlier = (credit, "Is it in time?\n\nBo".to_owned());
        assert_eq!(parts.earlier, Some(earlier));
    }

    #[test]
    fn a_head_without_marks_opens_the_earlier_mail() {
        let parts = Parts::of(
            "It is late.\n\nFrom: Bo Dahl\nSent: Monday\nTo: Ann Lee\nSubject: Ferry\n\nIs it in time?\n",
        );
        assert_eq!(parts.own, "It is late.\n");
        let credit = "From: Bo Dahl Sent: Monday To: Ann Lee Subject: Ferry".to_owned();
        let earlier = (credit, "\nIs it in time?".to_owned());
        assert_eq!(parts.earlier, Some(earlier));
    }

    #[test]
    fn answers_between_the_lines_stay_where_they_are() {
        let parts =
            Parts::of("> Is it in time?\nNo, it is late.\n> And the other?\nYes, that is.\n");
        assert_eq!(parts.earlier, None);
        assert_eq!(
            parts.own,
            "Is it in time?\nNo, it is late.\nAnd the other?\nYes, that is."
        );
    }

    #[test]
    fn a_signature_follows_the_closing_words() {
        let parts = Parts::of("It is late.\n\nMit freundlichen Grüßen\nAnn Lee\nTel. 1234\n");
        assert_eq!(parts.signature, ["Ann Lee", "Tel. 1234"]);
        let prose = Parts::of(
            "Give him my regards\n\nand say that the ferry is late, as it always is in winter when the ice comes, and so on and so on.\n",
        );
        assert_eq!(prose.signature, [""; 0]);
    }
}

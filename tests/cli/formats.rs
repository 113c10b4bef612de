//! Files that are no texts of lines: what is quoted from them, and where that is said to stand.

use serde_json::Value;

use crate::place::{Place, citations};

/// A PDF of one line a page, uncompressed.
#[expect(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a sample is small, and reads as it is written"
)]
fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len())
        .map(|page| format!("{} 0 R ", 4 + 2 * page))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for (page, text) in pages.iter().enumerate() {
        let drawn = format!("BT /F1 11 Tf 72 700 Td ({text}) Tj ET");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + 2 * page
        ));
        let length = drawn.len();
        objects.push(format!(
            "<< /Length {length} >>\nstream\n{drawn}\nendstream"
        ));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (size, start) = (objects.len() + 1, file.len());
    file += &format!("xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n");
    file += &format!("<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

#[test]
fn a_quote_is_cited_by_the_page_the_row_or_the_time_where_it_stands() {
    let place = Place::new();
    place.put(
        "corpus/tower.pdf",
        pdf(&[
            "The tower of Brandelow was built by the guild of masons.",
            "The bell of Brandelow was cast by Ottilie Krahn in 1784.",
        ]),
    );
    place.put(
        "corpus/trams.csv",
        "Tram,Depot,Driver\n7,Marlow Street,Ida Fenn\n9,Quarry Road,Jonas Thistle\n",
    );
    place.put(
        "corpus/talk.srt",
        "1\n00:01:05,000 --> 00:01:09,000\nThe lighthouse of Skerrow was painted by Wilma Pike.\n",
    );
    place.put(
        "corpus/letter.rtf",
        "{\\rtf1 The orchard of Penhale belongs to Agnes Tull.}",
    );
    for (question, document, locator, page) in [
        (
            "Who cast the bell of Brandelow?",
            "tower.pdf",
            Some("page 2"),
            Some(2),
        ),
        (
            "Who is the driver of tram 9 at Quarry Road?",
            "trams.csv",
            Some("row 3"),
            None,
        ),
        (
            "Who painted the lighthouse of Skerrow?",
            "talk.srt",
            Some("00:01:05"),
            None,
        ),
        (
            "Who does the orchard of Penhale belong to?",
            "letter.rtf",
            None,
            None,
        ),
    ] {
        let answer = place.answer(question);
        let first = citations(&answer)[0];
        assert_eq!(first["document"], document, "{answer}");
        assert_eq!(first["locator"], Value::from(locator), "{answer}");
        assert_eq!(first["page"], Value::from(page), "{answer}");
        assert_eq!(first["line"], Value::Null, "{answer}");
        let shown = place
            .quoth(["--quotes", "1", "ask", question])
            .done()
            .exits(0);
        let cited = locator.map_or(document.to_owned(), |at| format!("{document}, {at}"));
        let ends = shown
            .stdout
            .lines()
            .any(|line| line.trim().ends_with(&cited));
        assert!(ends, "{}", shown.stdout);
    }
}

//! PDF.

use super::*;

/// A line of a page: how far from the left and the foot it stands, its size, and its text.
type Line<'t> = (u32, u32, u32, &'t str);

/// A document in the plainest form, uncompressed and in Helvetica, with the fields of a form on
/// its first page.
fn pdf(pages: &[Vec<Line<'_>>], fields: &[String], trailer: &str, info: &str) -> Vec<u8> {
    let reference = |number: usize| format!("{number} 0 R ");
    let first_field = 5 + 2 * pages.len();
    let numbers = first_field..first_field + fields.len();
    let fields_at: String = numbers.map(reference).collect();
    let kids: String = (5..first_field).step_by(2).map(reference).collect();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{fields_at}] >> >>"),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
        format!("<< {info} >>"),
    ];
    for (page, lines) in pages.iter().enumerate() {
        let fields_at = if page == 0 { fields_at.as_str() } else { "" };
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Annots [{fields_at}] /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            6 + 2 * page
        ));
        let drawn: String = lines
            .iter()
            .map(|(x, y, size, text)| format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"))
            .collect();
        let length = drawn.len();
        objects.push(format!("<< /Length {length} >>\nstream\n{drawn}endstream"));
    }
    objects.extend_from_slice(fields);
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let (size, start) = (objects.len() + 1, file.len());
    file += &format!(
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

/// Lines of text from the top of a page down.
fn page(lines: &[&'static str]) -> Vec<Line<'static>> {
    let at = |(place, &line)| (72, 700 - 14 * place as u32, 11, line);
    lines.iter().enumerate().map(at).collect()
}

#[test]
fn sentences_run_over_lines_and_pages_and_are_cited_by_where_they_start() {
    let mut first = page(&[
        "The ferry of Lorne was built in 1931 by the guild, and its develop-",
        "ment took nine years of work in the sheds of Ellery. The harbour is",
        "older, and a well-known wall shelters it from the storms that come",
        "from the sea in winter, when boats of every kind lie behind it and",
    ]);
    first.insert(0, (72, 760, 18, "The ferries of Lorne"));
    first.push((290, 40, 9, "1"));
    let mut second = page(&[
        "wait for better weather. Nobody sails then. The Heron is the newest",
        "boat of the line, and carries forty cars.",
    ]);
    second.push((290, 40, 9, "2"));
    let bytes = pdf(&[first, second], &[], "", "/Title (Microsoft Word - a.doc)");
    assert_eq!(
        shown("a.pdf", &bytes),
        "page 1 | The ferries of Lorne\n\
         page 1 | The ferry of Lorne was built in 1931 by the guild, and its development took nine years of work in the sheds of Ellery.\n\
         page 1 | The harbour is older, and a well-known wall shelters it from the storms that come from the sea in winter, when boats of every kind lie behind it and wait for better weather.\n\
         page 2 | Nobody sails then.\n\
         page 2 | The Heron is the newest boat of the line, and carries forty cars.\n"
    );
    assert_eq!(titled("a.pdf", &bytes), "The ferries of Lorne");
}

#[test]
fn items_are_told_from_running_text() {
    let mut first = page(&["It was built in 1931 by the guild."]);
    first.insert(0, (72, 760, 18, "The ferries of Lorne"));
    let second = page(&["- The Heron sails at ten.", "- The Gull sails at eleven."]);
    let document = document("a.pdf", pdf(&[first, second], &[], "", "")).unwrap();
    let sentences = document.sentences();
    let items = sentences.filter(|it| it.kind == crate::corpus::BlockKind::Item);
    let said: Vec<_> = items.map(|it| document.verbatim(it)).collect();
    assert_eq!(
        said,
        ["The Heron sails at ten.", "The Gull sails at eleven."]
    );
}

#[test]
fn what_runs_through_all_pages_is_left_out() {
    let texts = [
        "The Heron sails at ten.",
        "The Gull sails at eleven.",
        "The Tern stays in the harbour.",
        "The Swan was sold.",
    ];
    let age = "It is a boat of the line, as all of them are, and of some age.";
    let numbers = ["Page 1 of 4", "Page 2 of 4", "Page 3 of 4", "Page 4 of 4"];
    let page = |(text, number)| {
        vec![
            (72, 800, 9, "Annual report of the Lorne line"),
            (72, 700, 11, text),
            (72, 686, 11, age),
            (290, 40, 9, number),
        ]
    };
    let pages: Vec<_> = texts.into_iter().zip(numbers).map(page).collect();
    let shown = shown("a.pdf", pdf(&pages, &[], "", "/Title (Annual report)"));
    assert!(!shown.contains("Annual report"), "{shown}");
    assert!(!shown.contains(" of 4"), "{shown}");
    assert!(
        shown.contains("page 3 | The Tern stays in the harbour."),
        "{shown}"
    );
}

#[test]
fn a_locked_a_scanned_and_a_damaged_document_are_told_apart() {
    let text = vec![page(&["The ferry sails at ten."])];
    let locked = pdf(&text, &[], "/Encrypt << /Filter /Standard /V 9 /R 9 >>", "");
    assert_eq!(refused("a.pdf", locked), FormatError::Locked);
    let scanned = pdf(&[Vec::new()], &[], "", "");
    assert_eq!(refused("a.pdf", scanned), FormatError::Scanned);
    assert_eq!(refused("a.pdf", "no document"), FormatError::Damaged);
    let named = pdf(&text, &[], "", "/Title (Ferries of Lorne)");
    assert_eq!(titled("a.pdf", named), "Ferries of Lorne");
}

#[test]
fn what_was_filled_into_a_form_stands_beside_its_label() {
    let field = |what: &str, place: &str| {
        format!("<< /Type /Annot /Subtype /Widget /FT /{what} /Rect [{place}] >>")
    };
    let button = |name: &str, state: &str, place: &str| {
        let states = "/AP << /N << /On 3 0 R /Off 3 0 R >> >>";
        let what = format!("Btn /T ({name}) /V /{state} /AS /{state} {states}");
        field(&what, place)
    };
    let fields = [
        field("Tx /T (a) /V (Ann Lee)", "200 695 400 712"),
        field("Tx /T (b) /V (\\376\\377\\000B\\000o)", "72 640 300 656"),
        field("Ch /T (c) /V (h) /Opt [[(h) (Heron)]]", "200 615 400 632"),
        button("d", "On", "72 595 82 605"),
        button("e", "Off", "72 575 82 585"),
        field("Tx /T (f) /TU (Home port) /V (Lorne)", "400 100 500 112"),
        field("Tx /T (g)", "200 555 400 572"),
    ];
    let lines = vec![
        (72, 760, 18, "Application for a berth"),
        (72, 700, 11, "Name of applicant:"),
        (72, 660, 11, "Name of the master"),
        (72, 620, 11, "Boat"),
        (90, 597, 11, "Insured"),
        (90, 577, 11, "For sale"),
        (72, 560, 11, "Telephone:"),
    ];
    let shown = shown("a.pdf", pdf(&[lines], &fields, "", ""));
    for filled in [
        "Name of applicant: Ann Lee",
        "Name of the master: Bo",
        "Boat: Heron",
        "Insured: yes",
        "Home port: Lorne",
    ] {
        assert!(shown.contains(filled), "{filled}: {shown}");
    }
    assert!(!shown.contains("sale: yes"), "{shown}");
}

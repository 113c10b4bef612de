//! Files of all kinds: what is quoted from them, and where that is said to stand.

use std::io::Write as _;

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

/// An archive of parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook of one sheet.
fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    archive(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='Prices' r:id='a'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<r><Relationship Id='a' Type='worksheet' Target='a.xml'/></r>",
        ),
        ("xl/a.xml", &sheet),
    ])
}

/// A presentation of one slide.
fn pptx(shapes: &str) -> Vec<u8> {
    archive(&[
        ("ppt/presentation.xml", "<p><p:sldId r:id='a'/></p>"),
        (
            "ppt/_rels/presentation.xml.rels",
            "<r><Relationship Id='a' Type='slide' Target='a.xml'/></r>",
        ),
        ("ppt/a.xml", &format!("<p:sld>{shapes}</p:sld>")),
    ])
}

#[test]
fn a_quote_is_cited_by_the_page_the_row_or_the_time_where_it_stands() {
    let place = Place::new();
    let tower = pdf(&[
        "The tower of Brandelow was built by the guild of masons.",
        "The bell of Brandelow was cast by Ottilie Krahn in 1784.",
    ]);
    let moorings = xlsx(
        "<row r='1'><c t='str'><v>Mooring</v></c><c t='str'><v>Owner</v></c><c t='str'><v>Rent</v></c></row>\
         <row r='7'><c t='str'><v>Pelican Steps</v></c><c t='str'><v>Ruth Calloway</v></c><c><v>120</v></c></row>",
    );
    let plans = pptx(
        "<p:sp><a:p><a:r><a:t>The granary of Ashcombe will be rebuilt by Lionel Frost.</a:t></a:r></a:p></p:sp>",
    );
    let cases: [(&str, &[u8], &str, Option<&str>); 9] = [
        (
            "moorings.xlsx",
            &moorings,
            "Who is the owner of the mooring Pelican Steps?",
            Some("sheet Prices, row 7"),
        ),
        (
            "plans.pptx",
            &plans,
            "Who will rebuild the granary of Ashcombe?",
            Some("slide 1"),
        ),
        (
            "mills.json",
            br#"[{"mill": "Gorse Hill", "miller": "Enid Rook"}, {"mill": "Fallow End", "miller": "Caspar Dunn"}]"#,
            "Who is the miller of the mill Fallow End?",
            Some("record 2"),
        ),
        (
            "notes.ipynb",
            br#"{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "The weather station of Cold Ridge was installed by Vera Stone."}]}"#,
            "Who installed the weather station of Cold Ridge?",
            Some("cell 1"),
        ),
        (
            "letters.mbox",
            b"From a Wed May  1 10:00:00 2024\nFrom: Ann\nSubject: Keys\n\nThe key of the chapel of Thornby is with Percy Lamb.\n",
            "Who has the key of the chapel of Thornby?",
            Some("message 1"),
        ),
        (
            "tower.pdf",
            &tower,
            "Who cast the bell of Brandelow?",
            Some("page 2"),
        ),
        (
            "trams.csv",
            b"Tram,Depot,Driver\n7,Marlow Street,Ida Fenn\n9,Quarry Road,Jonas Thistle\n",
            "Who is the driver of tram 9 at Quarry Road?",
            Some("row 3"),
        ),
        (
            "talk.srt",
            b"1\n00:01:05,000 --> 00:01:09,000\nThe lighthouse of Skerrow was painted by Wilma Pike.\n",
            "Who painted the lighthouse of Skerrow?",
            Some("00:01:05"),
        ),
        (
            "letter.rtf",
            b"{\\rtf1 The orchard of Penhale belongs to Agnes Tull.}",
            "Who does the orchard of Penhale belong to?",
            None,
        ),
    ];
    for (document, content, ..) in cases {
        place.put(&format!("corpus/{document}"), content);
    }
    for (document, _, question, locator) in cases {
        let answer = place.answer(question);
        let first = citations(&answer)[0];
        assert_eq!(first["document"], document, "{answer}");
        assert_eq!(first["locator"], Value::from(locator), "{answer}");
        let page = (document == "tower.pdf").then_some(2);
        assert_eq!(first["page"], Value::from(page), "{answer}");
        assert_eq!(first["line"], Value::Null, "{answer}");
        let shown = place.run(["--quotes", "1", "ask", question]).exits(0);
        let at = locator.map_or(String::new(), |at| format!(", {at}"));
        shown.shows(&[&format!("{document}{at}\n")]);
    }
}

#[test]
fn texts_with_markup_of_lines_are_quoted_by_their_lines() {
    let place = Place::new();
    let cases = [
        (
            "boats.rst",
            "Boats\n=====\n\n.. option:: --deck\n\n   The *upper* deck of the Heron.\n",
            "What is --deck?",
            4,
            "--deck\n\n   The *upper* deck of the Heron.",
        ),
        (
            "trams.adoc",
            "= Trams\n\n== Drivers\n\nTram 9 is driven by *Jonas Thistle*.\n",
            "Who drives tram 9?",
            5,
            "Tram 9 is driven by *Jonas Thistle*.",
        ),
        (
            "towers.org",
            "#+TITLE: Towers\n* TODO Bells :old:\nThe bell was cast by /Ottilie Krahn/.\n",
            "Who cast the bell?",
            3,
            "The bell was cast by /Ottilie Krahn/.",
        ),
        (
            "quay.log",
            "2024-05-01 10:00:00 INFO pump started\n2024-05-01 10:00:05 ERROR crane 7 lost its hook\n",
            "What did crane 7 lose?",
            2,
            "2024-05-01 10:00:05 ERROR crane 7 lost its hook",
        ),
        (
            "cafe.mdx",
            "import Tabs from '@theme/Tabs'\n\n<Tabs>\n\nThe café belongs to Agnes Tull.\n\n</Tabs>\n",
            "Who does the café belong to?",
            5,
            "The café belongs to Agnes Tull.",
        ),
        (
            "README",
            "The orchard was planted by Wilma Pike.\n",
            "Who planted the orchard?",
            1,
            "The orchard was planted by Wilma Pike.",
        ),
    ];
    for (document, text, ..) in cases {
        place.put(&format!("corpus/{document}"), text);
    }
    for (document, _, question, line, quoted) in cases {
        let answer = place.answer(question);
        let first = citations(&answer)[0];
        assert_eq!(first["document"], document, "{answer}");
        assert_eq!(first["line"], line, "{answer}");
        assert_eq!(first["text"], quoted, "{answer}");
    }
}

#[test]
fn of_files_without_an_ending_texts_are_read_and_nothing_else() {
    let place = Place::new();
    let files = [
        ("COPYING", "The harbour may be copied freely.\n", true),
        ("notes of May", "The harbour was closed in May.\n", true),
        ("start", "#!/bin/sh\necho The harbour starts.\n", false),
        ("program", "\x7fELF\0\0\0 The harbour is a program.", false),
        ("Makefile", "harbour:\n\tbuild the harbour\n", false),
        ("empty", "", false),
    ];
    for (name, text, _) in files {
        place.put(&format!("corpus/{name}"), text);
    }
    let sources = place.run(["sources"]).exits(0);
    for (name, _, is_read) in files {
        let passed_over = format!("{name}: not of a kind that Quoth reads");
        sources.shows(&[if is_read { name } else { &passed_over }]);
        assert_eq!(sources.stdout.contains(&passed_over), !is_read, "{name}");
    }
}

//! Office documents: docx and odt, and what rtf has in common with them.

use super::*;
use crate::corpus::BlockKind;

const STYLES: &str = "<w:styles><w:style w:styleId='Kop1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:styleId='Own1'><w:name w:val='Chapter'/><w:basedOn w:val='Kop1'/></w:style>\
    <w:style w:styleId='Own2'><w:name w:val='Section'/><w:basedOn w:val='Kop1'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style></w:styles>";

fn docx(body: &str) -> Vec<u8> {
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    archive(&[
        ("word/document.xml", body.as_str()),
        ("word/styles.xml", STYLES),
    ])
}

/// A paragraph of a Word document.
fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A table of a Word document.
fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let cells = |row: &&[&str]| row.iter().map(cell).collect::<String>();
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", cells(row));
    let rows: String = rows.iter().map(row).collect();
    format!("<w:tbl>{rows}</w:tbl>")
}

fn odt(styles: &str, text: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    archive(&[
        ("content.xml", content.as_str()),
        ("meta.xml", "<m><dc:title>Boats of Lorne</dc:title></m>"),
    ])
}

#[test]
fn a_word_document_says_what_its_reader_sees() {
    let body = "<w:p><w:pPr><w:pStyle w:val='Kop1'/></w:pPr><w:r><w:t>Boats</w:t></w:r></w:p>\
        <w:p><w:r><w:t>The Her</w:t></w:r><w:r><w:t>on &amp; the Gull</w:t></w:r><w:del><w:r><w:delText> never</w:delText></w:r></w:del>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t xml:space='preserve'> sail.</w:t></w:r></w:p>";
    let fares = table(&[&["Boat", "Fare"], &["Heron", "2"]]);
    assert_eq!(
        shown("a.docx", docx(&format!("{body}{fares}"))),
        "Boats\nThe Heron & the Gull sail.\nBoat: Heron; Fare: 2\n"
    );
}

#[test]
fn headings_are_told_by_the_styles_that_theirs_are_made_from_and_by_their_levels() {
    let headed = |property: &str, heading: &str| {
        let paragraph = paragraph(heading);
        paragraph.replace("<w:r>", &format!("<w:pPr>{property}</w:pPr><w:r>"))
    };
    let body = [
        headed("<w:pStyle w:val='Own1'/>", "Boats"),
        headed("<w:pStyle w:val='Own2'/>", "Heron"),
        headed("<w:outlineLvl w:val='2'/>", "Deck"),
        headed("<w:outlineLvl w:val='9'/>", "It is wide."),
    ];
    let document = document("a.docx", docx(&body.concat())).unwrap();
    assert_eq!(document.title, "Boats");
    let last = document.passages.last().unwrap();
    assert_eq!(last.headings, ["Heron", "Deck"]);
}

#[test]
fn a_clause_that_a_style_of_headings_numbers_is_text() {
    let clause = "The tenant shall pay the rent of the boat house on the first day of each month. \
        He shall keep it dry and in good repair at his own cost.";
    let heading = |text: &str| {
        let style = "<w:p><w:pPr><w:pStyle w:val='Kop1'/></w:pPr>";
        paragraph(text).replace("<w:p>", style)
    };
    let document = document("a.docx", docx(&(heading("Rent") + &heading(clause)))).unwrap();
    let kinds: Vec<BlockKind> = document.sentences().map(|it| it.kind).collect();
    let wanted = [
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
    ];
    assert_eq!(kinds, wanted);
    assert_eq!(document.title, "Rent");
}

#[test]
fn a_property_that_is_switched_off_or_was_changed_hides_nothing() {
    for property in [
        "<w:strike w:val='0'/>",
        "<w:vanish w:val='false'/>",
        "<w:dstrike w:val='off'/>",
        "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>",
    ] {
        let run = format!("<w:r><w:rPr>{property}</w:rPr><w:t>It is open.</w:t></w:r>");
        let shown = shown("a.docx", docx(&format!("<w:p>{run}</w:p>")));
        assert_eq!(shown, "It is open.\n", "{property}");
    }
}

#[test]
fn the_parts_of_a_word_document_are_found_by_what_names_them() {
    let relation = |kind: &str, target: &str| {
        format!("<r><Relationship Id='a' Type='x/{kind}' Target='{target}'/></r>")
    };
    let document = relation("officeDocument", "word/document2.xml");
    let styles = relation("styles", "styles2.xml");
    let heading = "<w:p><w:pPr><w:pStyle w:val='Kop1'/></w:pPr><w:r><w:t>Boats</w:t></w:r></w:p>";
    let bytes = archive(&[
        ("_rels/.rels", document.as_str()),
        ("word/_rels/document2.xml.rels", styles.as_str()),
        ("word/document2.xml", heading),
        ("word/styles2.xml", STYLES),
    ]);
    assert_eq!(titled("a.docx", bytes), "Boats");
}

#[test]
fn a_paragraph_of_a_word_document_whose_number_was_taken_away_is_no_item() {
    let numbered = |style: &str, number: u8| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr></w:pPr>\
             <w:r><w:t>The Heron</w:t></w:r></w:p>"
        )
    };
    let styles = "<w:styles><w:style w:styleId='L'><w:name w:val='List Bullet'/></w:style>\
        <w:style w:styleId='H'><w:name w:val='heading 2'/></w:style></w:styles>";
    for (style, number, wanted) in [
        ("", 3, BlockKind::Item),
        ("", 0, BlockKind::Paragraph),
        ("L", 3, BlockKind::Item),
        ("L", 0, BlockKind::Paragraph),
        ("H", 0, BlockKind::Heading),
    ] {
        let body = numbered(style, number) + &paragraph("It sails.");
        let bytes = archive(&[
            ("word/document.xml", body.as_str()),
            ("word/styles.xml", styles),
        ]);
        let document = document("a.docx", bytes).unwrap();
        let first = document.sentences().next().unwrap();
        assert_eq!(first.kind, wanted, "{style} {number}");
    }
}

#[test]
fn a_word_document_without_a_heading_is_called_as_its_properties_say() {
    let properties = "<p><dc:title>The ferries of Lorne</dc:title></p>";
    let named = |body: &str, properties: &str| {
        let bytes = archive(&[
            ("word/document.xml", body),
            ("word/styles.xml", STYLES),
            ("docProps/core.xml", properties),
        ]);
        titled("a.docx", bytes)
    };
    let text = paragraph("The ferry sails at ten.");
    let heading = "<w:p><w:pPr><w:pStyle w:val='Kop1'/></w:pPr><w:r><w:t>Boats</w:t></w:r></w:p>";
    let headed = format!("{heading}{text}");
    assert_eq!(named(&text, properties), "The ferries of Lorne");
    assert_eq!(named(&headed, properties), "Boats");
    let by_word = "<p><dc:title>Microsoft Word - ferry.doc</dc:title></p>";
    assert_eq!(named(&text, by_word), "a");
}

#[test]
fn damaged_and_locked_documents_and_bombs_are_refused() {
    for name in [
        "a.docx", "a.odt", "a.xlsx", "a.ods", "a.pptx", "a.odp", "a.epub",
    ] {
        assert_eq!(refused(name, "no archive"), FormatError::Misnamed);
        assert_eq!(refused(name, "PK\x03\x04 cut"), FormatError::Damaged);
        let old = b"\xd0\xcf\x11\xe0\xa1";
        assert_eq!(refused(name, old), FormatError::OldOrLocked);
        let other = archive(&[("a", "b")]);
        assert_eq!(refused(name, other), FormatError::Damaged);
    }
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked = archive(&[("META-INF/manifest.xml", manifest), ("content.xml", "x")]);
    assert_eq!(refused("a.odt", locked), FormatError::Locked);
    let sections = odt("", &"<text:section>".repeat(5000));
    assert_eq!(refused("a.odt", sections), FormatError::TooDeep);
    let deep = "<w:p>".repeat(5000);
    assert_eq!(refused("a.docx", docx(&deep)), FormatError::TooDeep);
    let hidden = docx(&format!("<w:del>{deep}"));
    assert_eq!(refused("a.docx", hidden), FormatError::TooDeep);
    let large = docx(&" ".repeat(LARGEST));
    assert_eq!(refused("a.docx", large), FormatError::TooLarge);
}

#[test]
fn a_table_without_marks_is_read_by_its_look() {
    let cases: [(&[&[&str]], &str); 4] = [
        // One row or column has no header.
        (&[&["The ferry sails at ten."]], "The ferry sails at ten.\n"),
        (
            &[&["The ferry sails."], &["It is old."]],
            "The ferry sails.\nIt is old.\n",
        ),
        // Two columns are labels and values unless the first row names them.
        (
            &[
                &["Name", "Ann Lee"],
                &["Phone:", "555-0122"],
                &["Born", "3 May 1980"],
            ],
            "Name: Ann Lee\nPhone: 555-0122\nBorn: 3 May 1980\n",
        ),
        (
            &[
                &["Fares", ""],
                &["Boat", "Fare"],
                &["Heron", "2 EUR"],
                &["Gull", "13 EUR"],
            ],
            "Fares\nBoat: Heron; Fare: 2 EUR\nBoat: Gull; Fare: 13 EUR\n",
        ),
    ];
    for (rows, wanted) in cases {
        assert_eq!(shown("a.docx", docx(&table(rows))), wanted);
    }
}

#[test]
fn cells_that_span_columns_keep_the_others_in_theirs() {
    let rows = table(&[&["Boat", "Crew", "Fare"], &["Heron", "2"]]);
    let heron = paragraph("Heron");
    let wide = format!("<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{heron}");
    let body = docx(&rows.replace(&heron, &wide));
    assert_eq!(shown("a.docx", body), "Boat: Heron; Fare: 2\n");
}

#[test]
fn a_cell_that_spans_rows_stands_in_all_of_them() {
    let rows = table(&[
        &["Harbour", "Boat", "Fare"],
        &["Lorne", "Heron", "2"],
        &["below", "Gull", "3"],
    ]);
    let first = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>".to_owned() + &paragraph("Lorne");
    let rows = rows.replace(&paragraph("Lorne"), &first);
    let below = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>";
    assert_eq!(
        shown("a.docx", docx(&rows.replace(&paragraph("below"), below))),
        "Harbour: Lorne; Boat: Heron; Fare: 2\nHarbour: Lorne; Boat: Gull; Fare: 3\n"
    );
}

#[test]
fn an_open_document_says_what_its_reader_sees() {
    let styles = "<style:style style:name='P1' style:parent-style-name='Title'/>\
        <style:style style:name='T9'><style:text-properties text:display='none'/></style:style>";
    let text = "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>\
        <text:p text:style-name='P1'>Ferries</text:p><text:h text:outline-level='2'>Boats</text:h>\
        <text:p>The<text:s text:c='2'/>Heron<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>It was built in 1931.</text:p></text:note-body></text:note> sails<office:annotation><text:p>Is that so?</text:p></office:annotation><text:span text:style-name='T9'> in secret</text:span> &amp; returns.</text:p>\
        <text:list><text:list-item><text:p>Gull</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell><text:p>Boat</text:p></table:table-cell><table:table-cell><text:p>Crew</text:p></table:table-cell><table:table-cell><text:p>Fare</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>Gull</text:p></table:table-cell><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>\
        <text:section text:display='none'><text:p>Nobody sees it.</text:p></text:section>";
    let bytes = odt(styles, text);
    assert_eq!(
        shown("a.odt", &bytes),
        "Ferries\nBoats\nThe Heron sails & returns.\nGull\nBoat: Gull; Fare: 3\nIt was built in 1931.\n"
    );
    assert_eq!(titled("a.odt", &bytes), "Ferries");
    let plain = odt("", "<text:p>The ferry sails.</text:p>");
    assert_eq!(titled("a.odt", plain), "Boats of Lorne");
}

#[test]
fn headers_and_footers_are_read_once_where_they_say_something() {
    let bytes = archive(&[
        ("word/document.xml", paragraph("The quay is open.")),
        ("word/header1.xml", paragraph("Call the office on 0140.")),
        ("word/header2.xml", paragraph("Call the office on 0140.")),
        ("word/footer1.xml", paragraph("Page 3")),
    ]);
    assert_eq!(
        shown("a.docx", bytes),
        "The quay is open.\nCall the office on 0140.\n"
    );
}

#[test]
fn struck_out_text_is_left_out_and_an_exponent_stays_apart() {
    let word = "<w:p><w:r><w:t>It costs </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>12 </w:t></w:r>\
        <w:r><w:rPr/><w:t>9 euros and weighs 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>6</w:t></w:r></w:p>";
    let styles = "<style:style style:name='T1'><style:text-properties style:text-line-through-style='solid'/></style:style>\
        <style:style style:name='T2'><style:text-properties style:text-position='super 58%'/></style:style>";
    let open = "<text:p>It costs <text:span text:style-name='T1'>12 </text:span>9 euros and weighs 10<text:span text:style-name='T2'>6</text:span></text:p>";
    let rich = "{\\rtf1 It costs {\\strike 12 }9 euros and weighs 10{\\super 6}}";
    for (name, bytes) in [
        ("a.docx", docx(word)),
        ("a.odt", odt(styles, open)),
        ("a.rtf", rich.into()),
    ] {
        assert_eq!(shown(name, bytes), "It costs 9 euros and weighs 10^6\n");
    }
}

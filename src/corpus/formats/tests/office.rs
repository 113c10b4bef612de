//! Word documents.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

use super::*;

fn docx(body: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let styles =
        "<w:styles><w:style w:styleId='Kop1'><w:name w:val='heading 1'/></w:style></w:styles>";
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    for (name, xml) in [
        ("word/document.xml", body.as_str()),
        ("word/styles.xml", styles),
    ] {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_word_document_says_what_its_reader_sees() {
    let body = "<w:p><w:pPr><w:pStyle w:val='Kop1'/></w:pPr><w:r><w:t>Boats</w:t></w:r></w:p>\
        <w:p><w:r><w:t>The Her</w:t></w:r><w:r><w:t>on &amp; the Gull</w:t></w:r><w:del><w:r><w:delText> never</w:delText></w:r></w:del>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t xml:space='preserve'> sail.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Boat</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Fare</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>Heron</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(
        shown("a.docx", docx(body)),
        "Boats\nThe Heron & the Gull sail.\nBoat: Heron; Fare: 2\n"
    );
}

#[test]
fn damaged_and_locked_documents_and_bombs_are_refused() {
    let refused = |bytes: &[u8]| document("a.docx", bytes).unwrap_err();
    assert_eq!(refused(b"no archive"), FormatError::Damaged);
    assert_eq!(
        refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
        FormatError::Locked
    );
    assert_eq!(refused(&docx(&"<w:p>".repeat(5000))), FormatError::TooDeep);
    assert_eq!(
        refused(&docx(&" ".repeat(super::extracted::LARGEST))),
        FormatError::TooLarge
    );
}

#[test]
fn a_table_of_one_row_is_no_header_alone() {
    let body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>The ferry sails at ten.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(shown("a.docx", docx(body)), "The ferry sails at ten.\n");
}

//! Rich text: rtf.

use super::*;

const RICH_TEXT: &str = "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red0;}\
    {\\stylesheet{\\s1 heading 1;}}{\\info{\\title Boats of Lorne}{\\author Nobody}}{\\header Page of the line}{\\*\\generator A program;}\n\
    \\pard\\outlinelevel0 Fer\\'72ies\\par\\pard {\\v0 C}af\\'e9 \\f1\\'cf\\'e0\\f0  and \\u8364?\\u-10179 ?\\u-8694 ? \\{x\\}{\\v  secret}{\\deleted  gone}\\~ends\\emdash here{\\footnote It was built in 1931.}.\\line It sails.\\par\n\
    {\\listtext\\bullet\\tab}The Heron\\par{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt The Gull}} sails.\\par\
    {\\pict\\bin3 }}}0011}\\trowd\\intbl Boat\\cell Fare\\cell\\row\\intbl Tern\\par at sea\\cell 3\\cell\\row\\pard Last words.}";

#[test]
fn rich_text_says_what_its_reader_sees() {
    assert_eq!(
        shown("a.rtf", RICH_TEXT),
        "Ferries\nCafé Па and €😊 {x} ends—here.\nIt sails.\nThe Heron\nThe Gull sails.\n\
         Boat: Tern at sea; Fare: 3\nLast words.\nIt was built in 1931.\n"
    );
    assert_eq!(titled("a.rtf", RICH_TEXT), "Ferries");
    let plain = "{\\rtf1{\\info{\\title Boats of Lorne}}The ferry sails.}";
    assert_eq!(titled("a.rtf", plain), "Boats of Lorne");
}

#[test]
fn rich_text_is_decoded_by_its_code_page_and_bounded() {
    let japanese = b"{\\rtf1\\ansi\\ansicpg932 \\'93\\'6e\\'82\\'b5\\'91\\'44}";
    assert_eq!(shown("a.rtf", japanese), "渡し船\n");
    let russian = b"{\\rtf1\\ansi\\ansicpg866 \\'8f\\'a0\\'e0\\'ae\\'ac}";
    assert_eq!(shown("a.rtf", russian), "Паром\n");
    assert_eq!(shown("a.rtf", b"{\\rtf1\\mac caf\\'8e}"), "café\n");
    let deep = "{\\rtf1 ".to_owned() + &"{".repeat(5000);
    assert_eq!(refused("a.rtf", deep), FormatError::TooDeep);
    assert_eq!(refused("a.rtf", b"no rtf"), FormatError::Damaged);
    let cut = "{\\rtf1 The ferry sails{\\footnote It is old";
    assert_eq!(shown("a.rtf", cut), "The ferry sails\nIt is old\n");
}

#[test]
fn a_note_in_rich_text_leaves_its_table_whole_and_a_marked_row_names_columns() {
    let by_libre_office = "{\\rtf1 The quay is open{\\super {\\*\\footnote It is 10 m long.}}.}";
    assert_eq!(
        shown("a.rtf", by_libre_office),
        "The quay is open.\nIt is 10 m long.\n"
    );
    let table = "{\\rtf1\\trowd\\trhdr\\intbl Name\\cell Post\\cell\\row\\trowd\\intbl Anna{\\footnote She is new.\\par She is young.}\\cell Captain\\cell\\row\\pard Done.}";
    assert_eq!(
        shown("a.rtf", table),
        "Name: Anna; Post: Captain\nDone.\nShe is new.\nShe is young.\n"
    );
}

#[test]
fn a_sign_before_an_item_is_not_quoted() {
    let list =
        b"{\\rtf1 Two boats sail.\\par\\bullet\\tab The Heron sails daily.\\par\\bullet\\par}";
    let document = document("a.rtf", list).unwrap();
    let sentences = document.sentences();
    let quoted: Vec<&str> = sentences.map(|it| document.verbatim(it)).collect();
    assert_eq!(quoted, ["Two boats sail.", "The Heron sails daily."]);
}

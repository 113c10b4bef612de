//! Rich text: rtf.

use super::*;

const TEXT: &str = "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red0;}\
    {\\stylesheet{\\s1 heading 1;}}{\\info{\\title Boats of Lorne}{\\author Nobody}}{\\header Page of the line}{\\*\\generator A program;}\n\
    \\pard\\outlinelevel0 Fer\\'72ies\\par\\pard {\\v0 C}af\\'e9 \\f1\\'cf\\'e0\\f0  and \\u8364?\\u-10179 ?\\u-8694 ? \\{x\\}{\\v  secret}{\\deleted  gone}\\~ends\\emdash here{\\footnote It was built in 1931.}.\\line It sails.\\par\n\
    {\\listtext\\bullet\\tab}The Heron\\par{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt The Gull}} sails.\\par\
    {\\pict\\bin3 }}}0011}\\trowd\\intbl Boat\\cell Fare\\cell\\row\\intbl Tern\\par at sea\\cell 3\\cell\\row\\pard Last words.}";

#[test]
fn rich_text_says_what_its_reader_sees() {
    assert_eq!(
        shown("a.rtf", TEXT),
        "Ferries\nCafé Па and €😊 {x} ends—here.\nIt sails.\nThe Heron\nThe Gull sails.\n\
         Boat: Tern at sea; Fare: 3\nLast words.\nIt was built in 1931.\n"
    );
    assert_eq!(titled("a.rtf", TEXT), "Ferries");
    let plain = "{\\rtf1{\\info{\\title Boats of Lorne}}The ferry sails.}";
    assert_eq!(titled("a.rtf", plain), "Boats of Lorne");
}

#[test]
fn rich_text_is_decoded_by_its_code_page_and_bounded() {
    let japanese = b"{\\rtf1\\ansi\\ansicpg932 \\'93\\'6e\\'82\\'b5\\'91\\'44}";
    assert_eq!(shown("a.rtf", japanese), "渡し船\n");
    let deep = "{\\rtf1 ".to_owned() + &"{".repeat(5000);
    assert_eq!(refused("a.rtf", deep), FormatError::TooDeep);
    assert_eq!(refused("a.rtf", b"no rtf"), FormatError::Damaged);
    let cut = "{\\rtf1 The ferry sails{\\footnote It is old";
    assert_eq!(shown("a.rtf", cut), "The ferry sails\nIt is old\n");
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

#[test]
fn struck_out_rich_text_is_left_out_and_an_exponent_stays_apart() {
    let text = b"{\\rtf1 It costs {\\strike 12 }9 euros and weighs 10{\\super 6}}";
    assert_eq!(shown("a.rtf", text), "It costs 9 euros and weighs 10^6\n");
}

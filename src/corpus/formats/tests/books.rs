//! Books: epub and fb2.

use super::*;

const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
const DESCRIPTION: &str = "<package><metadata><dc:title>The Lorne Ferries</dc:title><dc:date>2019-03-01</dc:date></metadata>\
    <manifest><item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='text/one%20a.xhtml'/>\
    <item id='b' href='text/two.xhtml'/><item id='c' href='text/two-b.xhtml'/><item id='x' href='text/notes.xhtml'/></manifest>\
    <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/><itemref idref='a'/><itemref idref='x'/></spine></package>";
const CONTENTS: &str = "<html><nav epub:type='landmarks'><a href='text/two-b.xhtml'>Start</a></nav>\
    <nav epub:type='toc'><ol><li><a href='text/one%20a.xhtml#top'>The <b>Heron</b></a></li><li><a href='text/two.xhtml'>The Gull</a></li></ol></nav></html>";

const PARTS: [(&str, &str); 8] = [
    ("mimetype", "application/epub+zip"),
    ("META-INF/container.xml", CONTAINER),
    ("OEBPS/book.opf", DESCRIPTION),
    ("OEBPS/nav.xhtml", CONTENTS),
    (
        "OEBPS/text/one a.xhtml",
        "<?xml version='1.0'?><html><head><title/></head><body><h1>One</h1><a id='p1'/><p>The Heron was built in 1931.</p></body></html>",
    ),
    (
        "OEBPS/text/two.xhtml",
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><p>The Gull is newer.</p></body></html>",
    ),
    ("OEBPS/text/two-b.xhtml", "<p>It has carried mail.</p>"),
    (
        "OEBPS/text/notes.xhtml",
        "<h2>Notes</h2><p>All boats are painted white.</p>",
    ),
];

fn epub(more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = PARTS.to_vec();
    parts.extend(more);
    archive(&parts)
}

#[test]
fn a_book_is_read_in_its_order_and_cited_by_chapter() {
    let bytes = epub(&[]);
    assert_eq!(
        shown("a.epub", &bytes),
        "chapter The Heron | One\nchapter The Heron | The Heron was built in 1931.\n\
         chapter The Gull | The Gull is newer.\n\
         chapter The Gull | It has carried mail.\n\n\
         chapter Notes | Notes\nchapter Notes | All boats are painted white.\n"
    );
    let document = document("a.epub", &bytes).unwrap();
    assert_eq!(document.title, "The Lorne Ferries");
    assert_eq!(document.date.unwrap().to_string(), "2019-03-01");
}

#[test]
fn an_older_book_names_its_chapters_too() {
    let description = "<package><manifest><item id='t' href='toc.ncx' media-type='application/x-dtbncx+xml'/><item id='a' href='a.html'/></manifest><spine toc='t'><itemref idref='a'/></spine></package>";
    let contents = "<ncx><docTitle><text>Boats</text></docTitle><navMap><navPoint><navLabel><text>Chapter One</text></navLabel><content src='a.html'/></navPoint></navMap></ncx>";
    let bytes = archive(&[
        (
            "META-INF/container.xml",
            "<c><rootfile full-path='b.opf'/></c>",
        ),
        ("b.opf", description),
        ("toc.ncx", contents),
        ("a.html", "<p>The ferry sails.</p>"),
    ]);
    assert_eq!(shown("a.epub", bytes), "Chapter One | The ferry sails.\n");
}

#[test]
fn a_protected_book_is_told_and_garbled_fonts_are_no_protection() {
    let encryption = |method: &str| {
        format!(
            "<encryption><EncryptedData><EncryptionMethod Algorithm='{method}'/><CipherData><CipherReference URI='OEBPS/text/two.xhtml'/></CipherData></EncryptedData></encryption>"
        )
    };
    let locked = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    let locked = epub(&[("META-INF/encryption.xml", &locked)]);
    assert_eq!(refused("a.epub", locked), FormatError::Protected);
    let fonts = encryption("http://www.idpf.org/2008/embedding");
    assert!(document("a.epub", epub(&[("META-INF/encryption.xml", &fonts)])).is_ok());
}

const FICTION: &str = "<?xml version='1.0' encoding='utf-8'?><FictionBook xmlns:l='x'><description><title-info><genre>prose</genre>\
    <author><first-name>Ines</first-name><last-name>Marlow</last-name></author><book-title>The Lorne Ferries</book-title>\
    <annotation><p>About boats.</p></annotation><date>1931</date></title-info><document-info><author><nickname>scanner</nickname></author></document-info></description>\
    <body><title><p>The Lorne Ferries</p></title><section><title><p>Chapter One</p><p>The Heron</p></title><p>The Heron<a l:href='#n1' type='note'>[1]</a> was built in 1931.</p>\
    <p>It weighs 10<sup>6</sup> kg and cost <strikethrough>12</strikethrough> 9 crowns.</p><poem><stanza><v>The sea is wide,</v><v>the boat is small.</v></stanza></poem></section>\
    <section><title><p>The Gull</p></title><section><title><p>Fares</p></title><table><tr><th>Class</th><th>Fare</th></tr><tr><td>First</td><td>4</td></tr></table></section></section></body>\
    <body name='notes'><section id='n1'><title><p>1</p></title><p>A ferry of Lorne.</p></section></body><binary id='a'>QUJD</binary></FictionBook>";

#[test]
fn a_book_of_one_file_is_read_by_its_sections_and_its_notes_follow() {
    let wanted = "Author: Ines Marlow\n\nchapter The Lorne Ferries | The Lorne Ferries\n\
         Chapter One The Heron | Chapter One The Heron\nChapter One The Heron | The Heron was built in 1931.\n\
         Chapter One The Heron | It weighs 10^6 kg and cost 9 crowns.\n\
         Chapter One The Heron | The sea is wide, the boat is small.\n\n\
         chapter The Gull | The Gull\nchapter Fares | Fares\nchapter Fares | Class: First; Fare: 4\n\
         chapter Notes | A ferry of Lorne.\n";
    assert_eq!(shown("a.fb2", FICTION), wanted);
    let zipped = archive(&[("book.fb2", FICTION)]);
    assert_eq!(shown("a.fb2.zip", zipped), wanted);
    let document = document("a.fb2", FICTION).unwrap();
    assert_eq!(document.title, "The Lorne Ferries");
    assert_eq!(document.date.unwrap().to_string(), "1931");
    let last = document.passages.last().unwrap();
    assert_eq!(last.headings, ["The Gull", "Fares"]);
}

#[test]
fn the_notes_of_a_book_of_one_file_are_called_as_it_calls_them() {
    let book = "<FictionBook><description><title-info><book-title>Паром</book-title></title-info></description>\
        <body><section><title><p>Часть</p></title><p>Паром уходит утром.</p></section></body>\
        <body name='notes'><title><p>Примечания</p></title><section><title><p>1</p></title><p>Это малое судно.</p></section></body></FictionBook>";
    let document = document("a.fb2", book).unwrap();
    assert_eq!(document.passages.last().unwrap().headings, ["Примечания"]);
    let note = document.sentences().last().unwrap();
    let place = crate::corpus::Locator::Chapter("Примечания".to_owned());
    assert_eq!(document.locator(note.span.start), Some(&place));
}

#[test]
fn a_book_of_one_file_is_decoded_as_it_says_and_another_file_is_told() {
    let book = "<?xml version='1.0' encoding='windows-1251'?><FictionBook><body><section><p>Паром уходит.</p></section></body></FictionBook>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(book);
    assert_eq!(shown("a.fb2", bytes), "Паром уходит.\n");
    assert_eq!(refused("a.fb2", "<html><p>A boat."), FormatError::Misnamed);
    let other = archive(&[("a.txt", "b")]);
    assert_eq!(refused("a.fb2", other), FormatError::Damaged);
    let deep = format!("<FictionBook><body>{}", "<section>".repeat(5_000));
    assert_eq!(refused("a.fb2", deep), FormatError::TooDeep);
}

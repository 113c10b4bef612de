//! Web pages: html.

use std::time::{Duration, Instant};

use super::*;

fn paths(document: &Document) -> Vec<String> {
    let passages = document.passages.iter();
    passages.map(|it| it.headings.join(" > ")).collect()
}

#[test]
fn a_page_is_read_by_its_headings_lists_and_tables_below_its_title() {
    let page = "<!doctype html><title>Port Ellery</title><nav>Home Menu</nav><h1>Port Ellery</h1><p>It has a\n <b>night</b> ferry.\
        <h2>Boats</h2><ul><li><p>The Heron<li>The Gull<ul><li>A tender</ul></ul><script>var x = '<p>no';</script>\
        <h3>Fares</h3><table><tr><th>Boat<th>Fare<tr><td>Heron<td>2 &euro;<tr><td>Gull<td>3 &euro;</table><p hidden>Secret.</p>";
    assert_eq!(
        shown("a.html", page),
        "It has a night ferry.\n\nBoats\nThe Heron\nThe Gull\nA tender\n\n\
         Fares\nBoat: Heron; Fare: 2 €\nBoat: Gull; Fare: 3 €\n"
    );
    let document = document("a.html", page).unwrap();
    assert_eq!(document.title, "Port Ellery");
    assert_eq!(paths(&document), ["", "Boats", "Boats > Fares"]);
}

#[test]
fn the_article_of_a_page_is_told_from_what_surrounds_it() {
    let prose = "<p>The harbour was built by the guild of masons, who came from the hills, and stayed for years.</p>".repeat(12);
    let page = format!(
        "<html><head><title>The harbour | Ellery News</title><meta property='article:published_time' content='2024-05-01T10:00:00Z'></head>\
         <body><div class='sidebar menu'><a href='/'>Subscribe now</a></div><article><h2>Its walls</h2>{prose}</article>\
         <div class='comments'><p>First comment!</p></div></body></html>"
    );
    let document = document("a.htm", page).unwrap();
    let text = &document.text;
    assert!(text.starts_with("Its walls\nThe harbour was"), "{text}");
    assert!(!text.contains("Subscribe") && !text.contains("comment!"));
    assert_eq!(document.date.unwrap().to_string(), "2024-05-01");
}

#[test]
fn pages_are_read_as_their_readers_see_them() {
    check(
        "a.html",
        &[
            // Cells that span rows and columns keep the others in their columns.
            "<table><caption>Boats</caption><tr><th>Harbour<th>Boat<th>Fare<tr><td rowspan=2>Lorne<td>Heron<td>2\
             <tr><td>Gull<td>3<tr><td colspan=2>Ellery<td>4</table><table><tr><th>Opened<td>1931<tr><th>Closed<td>1950</table> \
             => Boats\nHarbour: Lorne; Boat: Heron; Fare: 2\nHarbour: Lorne; Boat: Gull; Fare: 3\n\
             Harbour: Ellery; Fare: 4\nOpened: 1931\nClosed: 1950\n",
            // Marks of notes and struck out text are left out and an exponent stays apart.
            "<p>Odda rules.<sup><a href='#n1'>1</a></sup> It costs <del>12</del> <ins>9</ins> euros and weighs 10<sup>6</sup> kg.</p> \
             => Odda rules.\nIt costs 9 euros and weighs 10^6 kg.\n",
            // A raised sign behind a sentence is a note and one behind a unit is not.
            "<p>It opened in 1902.<sup>2</sup> It has 9 m<sup>2</sup> of deck.<sup>[3]</sup> It is old.</p> \
             => It opened in 1902.\nIt has 9 m2 of deck.\nIt is old.\n",
            // What only leads to a place of the page is not read.
            "<ul><li><a href='#a'>How to open it</a></li><li>See <a href='#b'>boats</a> too.</li></ul> \
             => See boats too.\n",
            "<div id='r'><a href='#r'><span>[rule.open]</span></a></div><p>It is open.</p>\
             <p>\n<a href='#b'>Boats</a> <a href='#c'>Fares</a></p><p><a href='#b'>Boats</a> sail.</p> \
             => It is open.\nBoats sail.\n",
            // A table without marks is read by its look.
            "<table><tr><td>Boat<td>Deck<td>Fare<tr><td>Heron<td>upper<td>2 EUR</table><table><tr><td>Phone<td>0140<tr><td>Open<td>daily</table> \
             => Boat: Heron; Deck: upper; Fare: 2 EUR\nPhone: 0140\nOpen: daily\n",
            // Code keeps its lines and prose set out by lines does not.
            "<h1>Boats</h1><p>Start it with:</p><pre><code>boat go   # once\n  --fast</code></pre>\
             <pre>The Heron is old. It sails\nat ten, and nobody knows why.\n\nThe Gull is new.</pre> \
             => Boats\nStart it with:\nboat go   # once\n  --fast\n\
             The Heron is old.\nIt sails at ten, and nobody knows why.\nThe Gull is new.\n",
            // A list in a cell leaves the table a table.
            "<table><tr><th>Mark<th>Meaning<tr><td>%w<td>The weight.<tr><td>%t<td>The time in <ul><li>hours<li>days</ul></table> \
             => Mark: %w; Meaning: The weight.\nMark: %t; Meaning: The time in hours days\n",
            // A term stands with its meaning.
            "<dl><dt>Berth</dt><dd>A place for a boat.</dd><dt>Quay</dt><dd><p>A wall of stone.</p></dd></dl> \
             => Berth: A place for a boat.\nQuay: A wall of stone.\n",
        ],
    );
}

#[test]
fn a_page_is_decoded_as_it_says_and_guessed_where_it_does_not() {
    let (bytes, _, _) =
        encoding_rs::WINDOWS_1251.encode("<meta charset=\"windows-1251\"><p>Паром уходит.</p>");
    assert_eq!(shown("a.html", bytes), "Паром уходит.\n");
    let utf_16: Vec<u8> = "\u{feff}<p>The ferry sails at ten.</p>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(shown("a.html", utf_16), "The ferry sails at ten.\n");
}

#[test]
fn pages_made_to_hang_a_reader_are_refused_at_once() {
    let before = Instant::now();
    for page in [
        "<div>".repeat(200_000),
        "<div></span>".repeat(100_000),
        "<blockquote title='>'>".repeat(600),
        (0..20_000)
            .map(|n| format!("<div><b id={n}></div>"))
            .collect(),
        (0..400).map(|n| format!("<b id={n}>")).collect::<String>() + &"<p>x</p>".repeat(10_000),
    ] {
        assert_eq!(refused("a.html", page), FormatError::TooDeep);
    }
    assert!(before.elapsed() < Duration::from_secs(10));
}

#[test]
fn old_pages_that_close_nothing_are_read() {
    let page = "<p>The ferry sails.<br><li>One boat.<tr><td>".repeat(3000);
    assert!(document("a.html", page).is_ok());
    let nested = format!("{}<p>The ferry sails.</p>", "<div>".repeat(450));
    assert_eq!(shown("a.html", nested), "The ferry sails.\n");
}

#[test]
fn no_damage_to_a_page_makes_a_panic() {
    let page = "<!doctype html><title>a</title><table><tr><td colspan=99999999 rowspan=0>é<th>x</table><!-- <p a='\"'>é&#xD800;&amp<svg><p>y</svg></b><math><mi></p>z<select><option>";
    for end in (0..page.len()).filter(|&end| page.is_char_boundary(end)) {
        let _ = document("a.html", &page.as_bytes()[..end]);
        let _ = document("a.html", &page.as_bytes()[end..]);
    }
}

#[test]
fn a_term_that_is_a_question_heads_its_answer() {
    let page = "<h1>Boats</h1><dl><dt>Is it open?</dt><dd>Yes.</dd><dt>May dogs come?</dt><dd>No.</dd></dl>";
    let document = document("a.html", page).unwrap();
    assert_eq!(paths(&document), ["Is it open?", "May dogs come?"]);
}

#[test]
fn terms_and_items_stay_with_what_they_mean() {
    let page = "<h1>Boats</h1><dl><dt>--keep<dt>--hold<dd>Keeps the boat. It is not sold.</dl>\
        <ul><li><p><b>Fare</b></p><p>Two crowns.</p></li><li><p>The Gull</p><p>It is old.</p></li></ul>\
        <h2>Rules<a class=headerlink href='#r'>¶</a></h2><div class='note'><h3>Note</h3><p>Nobody swims.</p></div><p>It is cold.</p>";
    assert_eq!(
        shown("a.html", page),
        "Boats\n--keep, --hold: Keeps the boat. It is not sold.\nFare: Two crowns.\nThe Gull\nIt is old.\n\n\
         Rules\nNobody swims.\nIt is cold.\n"
    );
    assert_eq!(paths(&document("a.html", page).unwrap()), ["", "Rules"]);
}

#[test]
fn paragraphs_of_an_item_leave_the_list_whole() {
    let page =
        "<p>It has:<ul><li><p>A boat.</p><p>It sails.</p></li><li><p>A quay.</p></li></ul><p>Done.";
    let document = document("a.html", page).unwrap();
    let kinds = document.passages[0].sentences.iter();
    let kinds: Vec<_> = kinds.map(|it| (it.kind, it.position)).collect();
    let item = crate::corpus::BlockKind::Item;
    assert_eq!(kinds[1..4], [(item, 0), (item, 1), (item, 0)]);
}

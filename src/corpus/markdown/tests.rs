mod marks;

use super::super::{BlockKind, Document, Format};

fn parse(source: &str) -> Document {
    Document::parse("a.md".to_owned(), source.to_owned(), Format::Markdown)
}

/// Asserts that of each source is told what stands behind its first arrow.
#[track_caller]
fn check(cases: &[&str]) {
    for case in cases {
        let (source, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(parse(source).told(), wanted, "{source}");
    }
}

#[test]
fn markup_stays_in_the_quote_and_leaves_the_reading() {
    check(&[
        "The **night ferry** sails. *It is late.* See [the timetable](https://x.org/a \"Times\").\n \
         => The **night ferry** sails. => The night ferry sails. || *It is late.* => It is late. \
         || See [the timetable](https://x.org/a \"Times\"). => See the timetable.",
        // A sentence that is a link or code keeps its markup whole.
        "[The timetable](https://x.org) is out. Run `ferry go`\n \
         => [The timetable](https://x.org) is out. => The timetable is out. \
         || Run `ferry go` => Run ferry go",
        // A quote does not run into a nested item.
        "- See the **night ferry**\n  - [A link](http://a.b) is here.\n \
         => See the **night ferry** => See the night ferry \
         || [A link](http://a.b) is here. => A link is here.",
        // A wrapped paragraph is quoted with its line break, and code over one keeps its place.
        "The ferry sails\nat nine.\n \
         => The ferry sails\nat nine. => The ferry sails at nine.",
        "The words `one\ntwo` are odd. Zoë left.\n \
         => The words `one\ntwo` are odd. => The words one two are odd. || Zoë left.",
        // A line break in HTML parts words; invisible characters part none.
        "It eats grass<br>clover.\n \
         => It eats grass<br>clover. => It eats grass clover.",
        "The Hafen\u{ad}amt is\u{200b} open.\n \
         => The Hafen\u{ad}amt is\u{200b} open. => The Hafenamt is open.",
        // What is struck out is not read, and an exponent stays apart.
        "It costs ~~12~~ 9 euros. It weighs 10<sup>6</sup> kg.\n \
         => It costs ~~12~~ 9 euros. => It costs 9 euros. \
         || It weighs 10<sup>6</sup> kg. => It weighs 10^6 kg.",
        // Images and comments are not prose.
        "<!--\nhidden\n-->\n\n![A ship](ship.png) The ferry sails.\n => The ferry sails.",
        // A byte order mark hides nothing.
        "\u{feff}# Ferries\n\nThe ferry sails.\n => Ferries || The ferry sails.",
    ]);
}

#[test]
fn front_matter_gives_title_and_date_and_only_its_author_is_quoted() {
    for case in [
        "---\ntitle: \"Ferries: a report\"\ndate: 2024-05-01\n---\n\nThe ferry sails at nine.\n \
         => Ferries: a report, 2024-05-01: The ferry sails at nine.",
        // It may be TOML.
        "+++\ntitle = \"The quay\"\ndate = 2024-05-01\n+++\nIt is open.\n \
         => The quay, 2024-05-01: It is open.",
        "\u{feff}---\ntitle: Boats\nauthor: Ann Lee\n---\n\nThe ferry sails.\n \
         => Boats, undated: Ann Lee => Author: Ann Lee || The ferry sails.",
        // Where it is broken, it does not lose the document.
        "---\ntitle: [unclosed\n---\n\n# Ferries\n\nThe ferry sails at nine.\n \
         => Ferries, undated: Ferries || The ferry sails at nine.",
        // A field that makes no sense and a later rule leave the title.
        "---\ntitle: >\n  The night\n  ferry\ndate: [1, 2]\n---\n\nIt sails.\n\n---\nIt is late.\n---\n \
         => The night ferry, undated: It sails. || It is late.",
    ] {
        let (source, wanted) = case.split_once(" => ").unwrap_or_default();
        let document = parse(source);
        let date = document.date.map(|date| date.to_string());
        let date = date.unwrap_or_else(|| "undated".to_owned());
        let found = format!("{}, {date}: {}", document.title, document.told());
        assert_eq!(found, wanted, "{source}");
    }
}

#[test]
fn items_and_rows_are_read_each_by_itself() {
    check(&[
        "- Ferries\n  - The *Aurora* sails.\n- Buses stop.\n \
         => Ferries || The *Aurora* sails. => The Aurora sails. || Buses stop.",
        // Items that only lead to a section are not read.
        "- [Fares](#fares)\n- See [Boats](#boats).\n\n## Fares\n\nThey are low.\n \
         => See [Boats](#boats). => See Boats. || Fares || They are low.",
        // A row is read with the names of its columns.
        "| Boat | Fare | Deck |\n|---|---|---|\n| Heron | 2 EUR | |\n| *Gull* | 3 EUR | upper |\n \
         => Heron | 2 EUR => Boat: Heron; Fare: 2 EUR \
         || *Gull* | 3 EUR | upper => Boat: Gull; Fare: 3 EUR; Deck: upper",
        "| | |\n|---|---|\n| Phone | 0140 |\n => Phone | 0140 => Phone: 0140",
        "| Boat | Fare |\n|---|---|\n => Boat | Fare => Boat; Fare",
    ]);
}

#[test]
fn blocks_of_html_are_read() {
    check(&[
        "<p align=\"center\">The quay is <b>new</b> &amp; long.</p>\n\nIt is dry.\n \
         => The quay is <b>new</b> &amp; long. => The quay is new & long. || It is dry.",
        "<table>\n<tr><th>Boat</th><th>Fare</th></tr>\n<tr><td>Heron</td><td>2 EUR</td></tr>\n</table>\n \
         => Heron</td><td>2 EUR => Boat: Heron; Fare: 2 EUR",
        "<details><summary>Dogs?</summary>\nThey stay outside.\n<script>no();</script></details>\n \
         => Dogs? || They stay outside.",
        "<table>\n<tr>\n<th> Boat </th>\n<th>\n Fare</th>\n</tr>\n<tr>\n<td>\n Heron\n</td>\n<td><p>2</p><p>EUR</p></td>\n</tr>\n</table>\n \
         => Heron\n</td>\n<td><p>2</p><p>EUR => Boat: Heron; Fare: 2 EUR",
        "<pre>\nferry go &lt;b&gt;\n  ferry stop\n</pre>\n \
         => ferry go &lt;b&gt;\n  ferry stop => ferry go <b>\n  ferry stop",
        // A second meaning stands by itself.
        "<dl><dt>Aft</dt><dd>Astern.</dd><dd>It is wet.</dd></dl>\n \
         => Aft</dt><dd>Astern. => Aft: Astern. || It is wet.",
        // A list in a cell ends the row.
        "<table><tr><td>Long name</td><td><li>x</td></tr></table>\n => Long name || x",
        "<div>\n2 < 3 and <s>old <span>boats</span> or</s> new.\n</div>\n \
         => 2 < 3 and <s>old <span>boats</span> or</s> new. => 2 < 3 and new.",
        // What nothing ends hides no more than its block.
        "Use <s>old boats.\n\nThe quay is open.\n => Use || The quay is open.",
        "<!-- not this -->\n<del>Nor this.</del> But this.\n => But this.",
    ]);
}

#[test]
fn notes_of_obsidian_are_read_without_their_signs() {
    check(&[
        "> [!warning]- Ice\n> The quay is slippery.\n\nAsk [[People/Ann Lee|Ann]]. ^a1\n \
         => Ice || The quay is slippery. || Ask [[People/Ann Lee|Ann]]. => Ask Ann.",
        "It is open. ^37066d\n\nIt is late ^the-hours\n\nAsk. ^2\n => It is open. || It is late || Ask.",
        // A power is no id.
        "The area is 3 r ^2\n\nIt weighs 10 ^-3\n\nIt is 2 ^n\n \
         => The area is 3 r ^2 || It weighs 10 ^-3 || It is 2 ^n",
        "It is open. %%Is it?%% Come in.\n\n%%\nNobody reads this.\n%%\n\n`100%%` of it, 5%.\n \
         => It is open. || Come in. || `100%%` of it, 5%. => 100%% of it, 5%.",
    ]);
}

#[test]
fn a_callout_that_does_not_end_costs_no_time() {
    let before = std::time::Instant::now();
    let source = format!("[!{}", "the ferry\n".repeat(30_000));
    assert!(!parse(&source).passages.is_empty());
    assert!(before.elapsed() < std::time::Duration::from_secs(10));
}

#[test]
fn of_mdx_the_text_is_read_and_not_the_code() {
    let source = "---\ntitle: Fares\n---\nimport Tabs from '@theme/Tabs'\nimport './a.css'\n\nexport const year = 2024\n\n# Fares\n\n{/* Nobody reads this. */}\n\n<Tabs>\n<Tab value=\"a\">\n\nThe *Heron* is cheap. <Note>Dogs stay out.</Note>\n\n</Tab>\n</Tabs>\n\nWe import cars and export boats.\n";
    let document = Document::parse("a.mdx".to_owned(), source.to_owned(), Format::Mdx);
    assert_eq!(
        document.readings(),
        [
            "Fares",
            "The Heron is cheap.",
            "Dogs stay out.",
            "We import cars and export boats."
        ]
    );
    assert_eq!(document.title, "Fares");
}

#[test]
fn paragraphs_of_an_item_leave_the_list_whole() {
    let text = "It has:\n\n- A boat.\n\n  It sails.\n\n- A quay.\n\nDone.\n";
    let document = parse(text);
    let kinds: Vec<BlockKind> = document.sentences().map(|it| it.kind).collect();
    assert_eq!(kinds[1..4], [BlockKind::Item; 3]);
}

#[test]
fn a_line_may_open_with_any_white_space_before_its_number() {
    use crate::corpus::plain_text::opens_item;
    assert!(opens_item("\u{a0} (a) one boat", false));
    assert!(!opens_item("\u{a0}*\u{f4}", false));
}

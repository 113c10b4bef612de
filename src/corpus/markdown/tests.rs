mod marks;

use super::super::{BlockKind, Date, Document, Format};

fn parse(source: &str) -> Document {
    Document::parse("a.md".to_owned(), source.to_owned(), Format::Markdown)
}

fn sentences(source: &str) -> Vec<(String, String)> {
    let document = parse(source);
    let all = document.sentences();
    all.map(|s| {
        (
            document.verbatim(s).to_owned(),
            document.reading(s).into_owned(),
        )
    })
    .collect()
}

/// Asserts what is quoted of a source, and behind an arrow what is read where that differs.
#[track_caller]
fn check(source: &str, wanted: &[&str]) {
    let told = |(quote, reading): (String, String)| {
        if quote == reading {
            quote
        } else {
            format!("{quote} => {reading}")
        }
    };
    let found: Vec<String> = sentences(source).into_iter().map(told).collect();
    assert_eq!(found, wanted);
}

#[test]
fn markup_stays_in_the_quote_and_leaves_the_reading() {
    check(
        "The **night ferry** sails. *It is late.* See [the timetable](https://x.org/a \"Times\").\n",
        &[
            "The **night ferry** sails. => The night ferry sails.",
            "*It is late.* => It is late.",
            "See [the timetable](https://x.org/a \"Times\"). \
             => See the timetable.",
        ],
    );
}

#[test]
fn a_sentence_that_is_a_link_or_code_keeps_its_markup_whole() {
    check(
        "[The timetable](https://x.org) is out. Run `ferry go`\n",
        &[
            "[The timetable](https://x.org) is out. \
             => The timetable is out.",
            "Run `ferry go` => Run ferry go",
        ],
    );
}

#[test]
fn front_matter_gives_title_and_date_and_is_never_quoted() {
    let source =
        "---\ntitle: \"Ferries: a report\"\ndate: 2024-05-01\n---\n\nThe ferry sails at nine.\n";
    let document = parse(source);
    assert_eq!(document.title, "Ferries: a report");
    assert_eq!(document.date, Date::parse("2024-05-01"));
    assert!(document.date.is_some());
    check(source, &["The ferry sails at nine."]);
}

#[test]
fn broken_front_matter_does_not_lose_the_document() {
    let source = "---\ntitle: [unclosed\n---\n\n# Ferries\n\nThe ferry sails at nine.\n";
    let document = parse(source);
    assert_eq!(document.title, "Ferries");
}

#[test]
fn list_items_nest_and_rows_of_a_table_are_one_sentence_each() {
    check(
        "- Ferries\n  - The *Aurora* sails.\n- Buses stop.\n",
        &[
            "Ferries",
            "The *Aurora* sails. => The Aurora sails.",
            "Buses stop.",
        ],
    );
    check(
        "| Ship | Seats |\n|---|---|\n| Aurora | 90 |\n",
        &["Aurora | 90 => Ship: Aurora; Seats: 90"],
    );
}

#[test]
fn a_wrapped_paragraph_is_quoted_with_its_line_break() {
    check(
        "The ferry sails\nat nine.\n",
        &["The ferry sails\nat nine. => The ferry sails at nine."],
    );
}

#[test]
fn images_and_comments_are_not_prose() {
    check(
        "<!--\nhidden\n-->\n\n![A ship](ship.png) The ferry sails.\n",
        &["The ferry sails."],
    );
}

#[test]
fn a_byte_order_mark_hides_nothing() {
    check(
        "\u{feff}# Ferries\n\nThe ferry sails.\n",
        &["Ferries", "The ferry sails."],
    );
}

#[test]
fn a_field_that_makes_no_sense_and_a_later_rule_leave_the_title() {
    let source = "---\ntitle: >\n  The night\n  ferry\ndate: [1, 2]\n---\n\nIt sails.\n\n---\nIt is late.\n---\n";
    let document = parse(source);
    assert_eq!(document.title, "The night ferry");
    assert_eq!(document.date, None);
    assert!(
        sentences(source)
            .iter()
            .any(|(text, _)| text == "It is late.")
    );
}

#[test]
fn a_line_break_in_html_parts_words() {
    check(
        "It eats grass<br>clover.\n",
        &["It eats grass<br>clover. => It eats grass clover."],
    );
}

#[test]
fn a_quote_does_not_run_into_a_nested_item() {
    check(
        "- See the **night ferry**\n  - [A link](http://a.b) is here.\n",
        &[
            "See the **night ferry** => See the night ferry",
            "[A link](http://a.b) is here. => A link is here.",
        ],
    );
}

#[test]
fn code_over_a_line_break_keeps_its_place() {
    let source = "The words `one\ntwo` are odd. Zoë left.\n";
    let found = sentences(source);
    assert_eq!(found[0].0, "The words `one\ntwo` are odd.");
    assert_eq!(found[1].0, "Zoë left.");
}

#[test]
fn a_row_is_read_with_the_names_of_its_columns() {
    check(
        "| Boat | Fare | Deck |\n|---|---|---|\n| Heron | 2 EUR | |\n| *Gull* | 3 EUR | upper |\n",
        &[
            "Heron | 2 EUR => Boat: Heron; Fare: 2 EUR",
            "*Gull* | 3 EUR | upper \
             => Boat: Gull; Fare: 3 EUR; Deck: upper",
        ],
    );
    check(
        "| | |\n|---|---|\n| Phone | 0140 |\n",
        &["Phone | 0140 => Phone: 0140"],
    );
    check(
        "| Boat | Fare |\n|---|---|\n",
        &["Boat | Fare => Boat; Fare"],
    );
}

#[test]
fn blocks_of_html_are_read() {
    check(
        "<p align=\"center\">The quay is <b>new</b> &amp; long.</p>\n\nIt is dry.\n",
        &[
            "The quay is <b>new</b> &amp; long. \
             => The quay is new & long.",
            "It is dry.",
        ],
    );
    let table = "<table>\n<tr><th>Boat</th><th>Fare</th></tr>\n<tr><td>Heron</td><td>2 EUR</td></tr>\n</table>\n";
    check(table, &["Heron</td><td>2 EUR => Boat: Heron; Fare: 2 EUR"]);
    let details =
        "<details><summary>Dogs?</summary>\nThey stay outside.\n<script>no();</script></details>\n";
    check(details, &["Dogs?", "They stay outside."]);
    check(
        "<!-- not this -->\n<del>Nor this.</del> But this.\n",
        &["But this."],
    );
}

#[test]
fn what_is_struck_out_is_not_read_and_an_exponent_stays_apart() {
    let sentences = sentences("It costs ~~12~~ 9 euros. It weighs 10<sup>6</sup> kg.\n");
    let readings: Vec<&str> = sentences
        .iter()
        .map(|(_, reading)| reading.as_str())
        .collect();
    assert_eq!(readings, ["It costs 9 euros.", "It weighs 10^6 kg."]);
}

#[test]
fn notes_of_obsidian_are_read_without_their_signs() {
    check(
        "> [!warning]- Ice\n> The quay is slippery.\n\nAsk [[People/Ann Lee|Ann]]. ^a1\n",
        &[
            "Ice",
            "The quay is slippery.",
            "Ask [[People/Ann Lee|Ann]]. => Ask Ann.",
        ],
    );
    check(
        "It is open. %%Is it?%% Come in.\n\n%%\nNobody reads this.\n%%\n\n`100%%` of it, 5%.\n",
        &[
            "It is open.",
            "Come in.",
            "`100%%` of it, 5%. => 100%% of it, 5%.",
        ],
    );
}

#[test]
fn items_that_only_lead_to_a_section_are_not_read() {
    let source = "- [Fares](#fares)\n- See [Boats](#boats).\n\n## Fares\n\nThey are low.\n";
    check(
        source,
        &[
            "See [Boats](#boats). => See Boats.",
            "Fares",
            "They are low.",
        ],
    );
}

#[test]
fn invisible_characters_part_no_word() {
    let sentences = sentences("The Hafen\u{ad}amt is\u{200b} open.\n");
    assert_eq!(sentences[0].1, "The Hafenamt is open.");
}

#[test]
fn of_mdx_the_text_is_read_and_not_the_code() {
    let source = "---\ntitle: Fares\n---\nimport Tabs from '@theme/Tabs'\nimport './a.css'\n\nexport const year = 2024\n\n# Fares\n\n{/* Nobody reads this. */}\n\n<Tabs>\n<Tab value=\"a\">\n\nThe *Heron* is cheap. <Note>Dogs stay out.</Note>\n\n</Tab>\n</Tabs>\n\nWe import cars and export boats.\n";
    let document = Document::parse("a.mdx".to_owned(), source.to_owned(), Format::Mdx);
    let all = document.sentences();
    let read: Vec<_> = all.map(|it| document.reading(it).into_owned()).collect();
    assert_eq!(
        read,
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
    let kinds = document.passages[0]
        .sentences
        .iter()
        .map(|sentence| sentence.kind);
    let wanted = [BlockKind::Item; 3];
    assert_eq!(kinds.collect::<Vec<_>>()[1..4], wanted);
}

#[test]
fn a_line_may_open_with_any_white_space_before_its_number() {
    use crate::corpus::plain_text::opens_item;
    assert!(opens_item("\u{a0} (a) one boat", false));
    assert!(!opens_item("\u{a0}*\u{f4}", false));
}

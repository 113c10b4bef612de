//! What documents mean by their form: lists, code, entries, speakers, copies.

use super::*;
use crate::corpus::BlockKind;

/// The first quote as it is read, and what is shown after it.
#[track_caller]
fn after(index: &Index, question: &str) -> (String, Neighbour) {
    let answer = ask(index, question);
    let quote = quotes(&answer).first().expect("something is found");
    let after = quote.after.clone().expect("something stands after it");
    (quote.reading.clone(), after)
}

const KIT: &str = "# The boat\n\nIts kit consists of:\n\n- a compass\n- a map. It shows the bay.\n\
    - a whistle\n\nEvery boat is old.\n\n## Colours\n\n* red\n* green\n\n## Painting\n\n\
    Paint the boat with:\n\n```sh\npaint --boat heron\n  --coat 2\n```\n\nIt dries in a day.\n";

#[test]
fn of_labels_and_values_the_one_that_is_asked_for_answers() {
    let form = "# The miller\n\nFirst name: Ulla\n\nSurname: Brandt\n\nThe mill that he has: Upper\n\n\
        This is kept by the town for two years.\n";
    let index = index_of(Format::Markdown, &[("form.md", form)]);
    leads(
        &index,
        "What is the surname of the miller?",
        "Surname: Brandt",
    );
}

/// A question is answered, surely or perhaps, and the first quote begins so.
#[track_caller]
fn leads(index: &Index, question: &str, wanted: &str) {
    let answer = ask(index, question);
    let first = answer.outcome.quotes().first().map(Quote::text);
    assert!(
        first.is_some_and(|it| it.starts_with(wanted)),
        "{question} {first:?}"
    );
}

#[test]
fn the_cheapest_is_told_by_the_price_that_is_named() {
    let table = "# Boats for hire\n\n| Boat | Day | Week |\n|---|---|---|\n| Tern | £9 | £50 |\n\
        | Heron | £12 | £40 |\n| Skua | £20 | £70 |\n\nAsk for them at the house on the quay.\n";
    let index = index_of(Format::Markdown, &[("boats.md", table)]);
    for (question, wanted) in [
        ("Which boat is the cheapest by the day?", "Tern"),
        ("Which boat is the cheapest by the week?", "Heron"),
        ("Which boat is the most expensive?", "Skua"),
    ] {
        leads(&index, question, wanted);
    }
}

#[test]
fn a_table_ends_where_a_heading_and_another_begin() {
    let tables = "# Boats for hire\n\n## On the river\n\n| Boat | Day | Week |\n|---|---|---|\n| Tern | £9 | £50 |\n\
        | Heron | £12 | £40 |\n\n## On the lake\n\n| Boat | Day | Week |\n|---|---|---|\n| Skua | £20 | £70 |\n\
        | Gull | £18 | £60 |\n";
    let index = index_of(Format::Markdown, &[("boats.md", tables)]);
    for (question, wanted) in [
        (
            "Which boat on the river is the cheapest by the day?",
            "Tern",
        ),
        ("Which boat on the lake is the cheapest by the day?", "Gull"),
    ] {
        leads(&index, question, wanted);
    }
}

#[test]
fn the_most_expensive_item_of_a_budget_is_told_by_what_was_planned_and_spent() {
    let budget = "# Costs of the fair\n\n| Item | Planned | Actual |\n|---|---|---|\n| Tents | 4200 | 4350 |\n\
        | Bands | 9500 | 9800 |\n| Lights | 3100 | 2980 |\n| Total | 16800 | 17130 |\n";
    let index = index_of(Format::Markdown, &[("budget.md", budget)]);
    leads(
        &index,
        "What was the most expensive item of the fair?",
        "Bands",
    );
    // Where there are prices, what was planned is something else.
    let houses = "# Houses\n\n| House | Planned | Price |\n|---|---|---|\n| Oak | 1990 | 300 |\n\
        | Elm | 2005 | 250 |\n| Ash | 1980 | 400 |\n";
    let index = index_of(Format::Markdown, &[("houses.md", houses)]);
    leads(&index, "Which house is the most expensive?", "Ash");
}

#[test]
fn of_the_rows_of_a_table_the_one_that_is_meant_answers() {
    let table = "# The mills\n\n| Mill | Wheels | Grain (t) | Rent (EUR) |\n|---|---|---|---|\n\
        | Upper | 2 | 40 | 90 |\n| Lower | 4 | 75 | 120 |\n| Sea | 3 | 10 | 60 |\n\
        | Total | 9 | 125 | 270 |\n\nThe mills stand still on Sundays.\n";
    let index = index_of(Format::Markdown, &[("mills.md", table)]);
    for (question, wanted) in [
        ("How much grain do the mills grind in total?", "Total"),
        ("How many wheels do the mills have altogether?", "Total"),
        ("Which mill has the most wheels?", "Lower"),
        ("Which mill grinds the least grain?", "Sea"),
        ("Which mill is the cheapest?", "Sea"),
        ("Which mill is the most expensive?", "Lower"),
        ("How much grain does the sea mill grind?", "Sea"),
        ("What rent does the lower mill pay in all?", "Lower"),
        ("What is the rent of the mill with the least grain?", "Sea"),
    ] {
        leads(&index, question, wanted);
    }
}

#[test]
fn a_clause_is_found_by_its_number_and_an_address_by_whose_it_is() {
    let index = index_of(
        Format::PlainText,
        &[(
            "lease.txt",
            "LEASE\n\n1. MILL\n1.1 The mill has two wheels.\n1.2 The pond belongs to it.\n\n\
             Miller\n  Ulla Brandt\n  E-mail  ulla@mill.example\n  Hours   Monday 9-12\n\n\
             Smith\n  Odo Kern\n  E-mail  odo@smithy.example\n  Hours   Friday 9-12\n",
        )],
    );
    for (question, wanted) in [
        ("What does clause 1.2 say?", "1.2 The pond belongs to it."),
        ("What is the smith's e-mail address?", "odo@smithy.example"),
        ("email of the miller", "ulla@mill.example"),
    ] {
        let answer = ask(&index, question);
        assert!(
            matches!(answer.outcome, Outcome::Found { .. }),
            "{question} {answer:?}"
        );
        let first = answer.outcome.quotes()[0].text();
        assert!(first.contains(wanted), "{question} {first}");
    }
}

#[test]
fn what_announces_a_list_is_shown_with_all_of_it() {
    let (lead, list) = after(&page(KIT), "What does the kit consist of?");
    assert_eq!(lead, "Its kit consists of:");
    let items = "a compass\na map. It shows the bay.\na whistle";
    assert_eq!(list.reading, items);
    assert_eq!(list.text, items.replace('\n', "\n- "));
    assert_eq!(&KIT[list.span.range()], list.text);
    assert_eq!((list.kind, list.more), (BlockKind::Item, 0));
}

#[test]
fn an_item_that_answers_by_its_heading_alone_stands_for_its_list() {
    let (first, rest) = after(&page(KIT), "What colours does the boat have?");
    assert_eq!((first.as_str(), rest.reading.as_str()), ("red", "green"));
}

#[test]
fn of_a_long_list_ten_items_are_shown_and_the_others_counted() {
    let items: Vec<String> = (1..=14).map(|item| format!("- berth {item}")).collect();
    let items = items.join("\n");
    let index = page(&format!("The pier is made up of:\n\n{items}"));
    let (_, list) = after(&index, "What is the pier made up of?");
    assert_eq!((list.reading.lines().count(), list.more), (10, 4));
}

#[test]
fn code_is_shown_line_by_line_after_what_announces_it() {
    let (lead, code) = after(&page(KIT), "How do I paint the boat?");
    assert_eq!(lead, "Paint the boat with:");
    assert_eq!(code.kind, BlockKind::Code);
    assert_eq!(code.reading, "paint --boat heron\n  --coat 2");
}

#[test]
fn an_entry_is_quoted_whole_and_a_long_one_is_opened_by_its_term() {
    let long = "Nobody knows why the boat is late. ".repeat(12);
    let index = page(&format!(
        "# Boats\n\nGull\n: A small boat. It has no deck.\n\n\
         Heron\n: The oldest ferry. It sails at ten. {long}It was painted blue.\n"
    ));
    let gull = first(&index, "What is the Gull?");
    assert_eq!(gull, "Gull\n: A small boat. It has no deck.");
    let answer = ask(&index, "Which colour was the Heron painted?");
    let quote = &quotes(&answer)[0];
    assert_eq!(quote.text(), "It was painted blue.");
    let before = quote.before.as_ref().map(|before| before.reading.as_str());
    assert_eq!(before, Some("Heron: The oldest ferry."));
}

#[test]
fn an_address_or_a_number_needs_no_word_that_says_what_it_is() {
    let board = "# The board\n\n- Chair: Ann Lee, ann@example.org, +47 555 0101\n\
        - Treasurer: Bo Dahl, bo@example.org, +47 555 0102\n\nThe board meets in May.\n";
    for question in [
        "What is the treasurer's email address?",
        "treasurer phone number?",
        "What is Bo Dahl's telephone number?",
    ] {
        let answer = ask(&page(board), question);
        assert!(answer.outcome.is_answer(), "{question}");
        assert!(
            quotes(&answer)[0].text().contains("bo@example.org"),
            "{question}"
        );
    }
}

#[test]
fn a_verdict_leads_what_explains_it() {
    let faq = "# The camp\n\n## Can I bring my dog into the kitchen?\n\nNo. Animals stay in the yard.\n\n\
        ## What does a tent cost?\n\nTen crowns. Animals cost nothing.\n";
    let answer = ask(&page(faq), "may animals come into the kitchen");
    let quote = &quotes(&answer)[0];
    let after = quote.after.as_ref().map(|after| after.reading.as_str());
    assert_eq!(
        (quote.text(), after),
        ("No.", Some("Animals stay in the yard."))
    );
}

#[test]
fn a_row_of_which_the_reader_is_sure_is_shown_though_it_names_another_thing() {
    let tour = "# Choir tour\n\n| Town | Date | Hall |\n|---|---|---|\n| Brunn | 4 May | Old Brewery |\n\
        | Tessin | 6 May | Town Hall |\n\nThe bus leaves at 9 am.\n";
    let shown = |question: &str| {
        let answer = ask(&page(tour), question);
        let first = quotes(&answer)[0].text().to_owned();
        (first.contains("Tessin"), answer.outcome.is_answer())
    };
    assert_eq!(shown("When is the concert in Tessin?"), (true, true));
    assert_eq!(shown("What is the population of Tessin?"), (true, false));
}

#[test]
fn what_a_speaker_says_is_found_by_asking_what_they_say() {
    let chat = "[09:15] Ann Lee: The bridge is closed.\n[09:16] Bo Dahl: The toll is five crowns.\n\
        [09:17] Ann Lee: Nobody told me.\n";
    let answer = ask(&index(&[("chat.txt", chat)]), "What does Bo Dahl say?");
    let said = quotes(&answer)[0].text();
    assert_eq!(said, "[09:16] Bo Dahl: The toll is five crowns.");
    assert!(answer.outcome.is_answer());
}

#[test]
fn a_copy_of_a_document_is_another_place_and_no_rival() {
    let once = index(&[("a.txt", HARBOUR)]);
    let twice = index(&[("a.txt", HARBOUR), ("b.txt", HARBOUR)]);
    let question = "What is the pilot boat called?";
    let [once, twice] = [once, twice].map(|index| ask(&index, question));
    let documents = documents(&quotes(&twice)[0]);
    assert_eq!(documents.collect::<Vec<_>>(), ["a.txt", "b.txt"]);
    assert_eq!(quotes(&once).len(), quotes(&twice).len());
    let sure = [once.confidence, twice.confidence];
    assert!(sure[1] > sure[0] - 0.05, "{sure:?}");
}

#[test]
fn a_question_for_several_is_answered_with_the_list_that_its_paragraph_announces() {
    let index = page(
        "# Mill\n\nThere are several ways to stop the mill. Choose one by the lever:\n\n\
         - softly, at the next turn\n- at once\n\nThe mill is old.\n",
    );
    let answer = ask(&index, "Which ways are there to stop the mill?");
    let quote = &quotes(&answer)[0];
    assert_eq!(quote.text(), "Choose one by the lever:");
    let before = quote.before.as_ref().map(|before| before.reading.as_str());
    assert_eq!(before, Some("There are several ways to stop the mill."));
    let after = quote.after.as_ref().map(|after| after.reading.as_str());
    assert_eq!(after, Some("softly, at the next turn\nat once"));
}

#[test]
fn what_follows_a_question_is_shown_with_it() {
    let chat = "[09:15] Ann Lee: Who has the key of the boat house?\n[09:16] Bo Dahl: It hangs in the shed.\n";
    let index = index(&[("chat.txt", chat)]);
    let (_, Neighbour { reading, .. }) = after(&index, "Who has the key of the boat house?");
    assert!(reading.contains("It hangs in the shed"), "{reading}");
}

#[test]
fn an_entry_with_a_dash_tells_more_of_what_it_opens_with() {
    let index = page(
        "# Settings\n\n- `berth_port` – where boats tie up. Default: 8085.\n- `crew` – how many row. Default: 4.\n",
    );
    let answer = first(&index, "Which berth port is the default?");
    assert!(answer.contains("8085"), "{answer}");
}

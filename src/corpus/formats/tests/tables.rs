//! Tables in files: csv and tsv.

use super::*;

#[test]
fn a_row_is_a_passage_that_names_its_columns_and_its_place() {
    let table = "ferry_name,Harbour,Opened\nHeron,Port Ellery,1931\nGull,Lorne,1950\n";
    assert_eq!(
        shown("ferries.csv", table),
        "row 2 | ferry name: Heron; Harbour: Port Ellery; Opened: 1931\n\n\
         row 3 | ferry name: Gull; Harbour: Lorne; Opened: 1950\n"
    );
}

#[test]
fn the_delimiter_is_what_parts_the_rows_evenly() {
    for table in [
        "Ferry;Fare\nHeron;1,50\nGull;2,75\n",
        "Ferry\tFare\nHeron\t1,50\nGull\t2,75\n",
        "sep=;\nFerry;Fare\nHeron;1,50\nGull;2,75\n",
        "Ferry|Fare\nHeron|1,50\nGull|2,75\n",
        "Ferry,Fare\nHeron,\"1,50\"\nGull,\"2,75\"\n",
    ] {
        let found = shown("a.csv", table);
        assert!(found.contains("Ferry: Heron; Fare: 1,50\n"), "{table}");
    }
    assert!(shown("a.tsv", "A, b\tC; d\nE, f\tG; h\n").ends_with("A, b: E, f; C; d: G; h\n"));
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let table =
        "\u{feff}Ferry,Note\r\n\r\nHeron,\"Two\r\nlines\"\r\nGull,One\r\n\r\n\r\nTern,None\r\n";
    assert_eq!(
        shown("a.csv", table),
        "row 3 | Ferry: Heron; Note: Two lines\n\nrow 4 | Ferry: Gull; Note: One\n\n\
         row 7 | Ferry: Tern; Note: None\n"
    );
    let declared = shown("a.csv", "sep=,\nFerry,Fare\nHeron,2\n");
    assert_eq!(declared, "row 3 | Ferry: Heron; Fare: 2\n");
}

#[test]
fn ragged_rows_and_empty_cells_keep_what_they_have() {
    let table = "Ferry,,Fare\nHeron\nGull,Lorne,2,extra\n,,\nTern,,3\n";
    assert_eq!(
        shown("a.csv", table),
        "row 2 | Ferry: Heron\n\nrow 3 | Ferry: Gull; Lorne; Fare: 2; extra\n\n\
         row 5 | Ferry: Tern; Fare: 3\n"
    );
}

#[test]
fn a_first_row_with_numbers_is_no_header_and_one_with_years_is() {
    assert_eq!(
        shown("a.csv", "1,Heron,12.5\n2,Gull,8\n"),
        "row 1 | 1; Heron; 12.5\n\nrow 2 | 2; Gull; 8\n"
    );
    assert_eq!(
        shown("a.csv", "Harbour,1990,2000\nLorne,12,15\n"),
        "row 2 | Harbour: Lorne; 1990: 12; 2000: 15\n"
    );
}

#[test]
fn a_long_cell_is_quoted_by_its_sentences() {
    let prose = "The harbour was built by the guild of masons. ".repeat(20);
    let found = shown("a.csv", format!("Name,History,Fare\nLorne,\"{prose}\",2\n"));
    let lines: Vec<&str> = found.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines[0], "row 2 | Name: Lorne;");
    assert_eq!(
        lines[1],
        "row 2 | History: The harbour was built by the guild of masons."
    );
    assert_eq!(lines.len(), 22);
}

#[test]
fn a_quotation_mark_that_nothing_closes_does_not_swallow_the_table() {
    let rows = "Gull,Lorne\n".repeat(2000);
    let table = format!("Ferry,Harbour\nHeron,\"Port Ellery\n{rows}");
    let found = shown("a.csv", table);
    assert!(found.contains("row 3 | Ferry: Gull; Harbour: Lorne\n"));
}

#[test]
fn headers_repeated_in_every_row_do_not_fill_the_memory() {
    let names: Vec<String> = (0..5000)
        .map(|n| format!("{n} {}", "long ".repeat(30)))
        .collect();
    let row = format!("{}\n", vec!["x"; 5000].join(","));
    let table = format!("{}\n{}", names.join(","), row.repeat(200));
    assert_eq!(refused("a.csv", table), FormatError::TooLarge);
}

#[test]
fn a_table_without_rows_says_nothing() {
    for table in ["", "Ferry,Fare\n", "\n\n\n", ",,,\n,,,\n", "sep=;"] {
        assert_eq!(shown("a.csv", table), "", "{table}");
    }
}

#[test]
fn what_stands_above_the_names_of_columns_is_a_title() {
    let table = "Fares of 2025,,\n,,\nFerry,Class,Fare\nHeron,first,4.20\n";
    assert_eq!(
        shown("a.csv", table),
        "Fares of 2025\n\nrow 4 | Ferry: Heron; Class: first; Fare: 4.20\n"
    );
}

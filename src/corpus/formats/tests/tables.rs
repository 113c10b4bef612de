//! Tables in files: csv and tsv.

use super::*;

#[test]
fn rows_are_read_with_the_names_of_their_columns_and_cited_by_their_places() {
    check(
        "a.csv",
        &[
            // A row is a passage that names its columns and its place.
            "ferry_name,Harbour,Opened\nHeron,Port Ellery,1931\nGull,Lorne,1950\n \
             => row 2 | ferry name: Heron; Harbour: Port Ellery; Opened: 1931\n\n\
             row 3 | ferry name: Gull; Harbour: Lorne; Opened: 1950\n",
            // Rows are counted as a spreadsheet counts them.
            "\u{feff}Ferry,Note\r\n\r\nHeron,\"Two\r\nlines\"\r\nGull,One\r\n\r\n\r\nTern,None\r\n \
             => row 3 | Ferry: Heron; Note: Two lines\n\nrow 4 | Ferry: Gull; Note: One\n\n\
             row 7 | Ferry: Tern; Note: None\n",
            "sep=,\nFerry,Fare\nHeron,2\n \
             => row 3 | Ferry: Heron; Fare: 2\n",
            // Ragged rows and empty cells keep what they have.
            "Ferry,,Fare\nHeron\nGull,Lorne,2,extra\n,,\nTern,,3\n \
             => row 2 | Ferry: Heron\n\nrow 3 | Ferry: Gull; Lorne; Fare: 2; extra\n\n\
             row 5 | Ferry: Tern; Fare: 3\n",
            // What nobody sees is no value.
            "Ferry,Fare\nHeron,\u{200b}\n \
             => row 2 | Ferry: Heron\n",
            // A first row with numbers is no header and one with years is.
            "1,Heron,12.5\n2,Gull,8\n \
             => row 1 | 1; Heron; 12.5\n\nrow 2 | 2; Gull; 8\n",
            "Harbour,1990,2000\nLorne,12,15\n \
             => row 2 | Harbour: Lorne; 1990: 12; 2000: 15\n",
            // What stands above the names of columns is a title.
            "Fares of 2025,,\n,,\nFerry,Class,Fare\nHeron,first,4.20\n \
             => Fares of 2025\n\nrow 4 | Ferry: Heron; Class: first; Fare: 4.20\n",
        ],
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
    let unseen = shown(
        "a.csv",
        format!("Name,History,Fare\nLorne,{prose},\u{200b}\n"),
    );
    assert!(unseen.ends_with("by the guild of masons.\n"), "{unseen}");
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

use super::super::lines::lines;
use super::*;

fn told(text: &str) -> Vec<String> {
    let lines = lines(text);
    let tables = find(&lines).into_iter().flat_map(|(_, rows)| rows);
    tables
        .map(|row| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| &text[cell.clone()]).collect();
            format!("{} = {}", row.names.join("/"), cells.join("/"))
        })
        .collect()
}

#[test]
fn cells_stand_between_bars_tabs_or_columns_of_spaces() {
    let wanted = [
        "Boat/Fare/Berth = Heron/2 crowns/4",
        "Boat/Fare/Berth = Gull/30 crowns/12",
    ];
    for text in [
        "Boat | Fare | Berth\nHeron | 2 crowns | 4\nGull | 30 crowns | 12\n",
        "+-----+\n| Boat | Fare | Berth |\n+=====+\n| Heron | 2 crowns | 4 |\n| Gull | 30 crowns | 12 |\n+---+\n",
        "Boat\tFare\tBerth\nHeron\t2 crowns\t4\nGull\t30 crowns\t12\n",
        "Boat   Fare       Berth\nHeron  2 crowns       4\nGull   30 crowns     12\n",
        "  Boat   Fare       Berth\n  -----  ---------  -----\n  Heron  2 crowns   4\n  Gull   30 crowns  12\n",
    ] {
        assert_eq!(told(text), wanted, "{text}");
    }
}

#[test]
fn a_ruler_above_names_is_no_row() {
    let text = "|------|------|\n| Boat | Fare |\n|------|------|\n| Heron | 2 crowns |\n";
    assert_eq!(told(text), ["Boat/Fare = Heron/2 crowns"]);
}

#[test]
fn many_lines_that_are_no_table_are_looked_at_in_linear_time() {
    let started = std::time::Instant::now();
    let last_is_out_of_line = "Heron  2\n".repeat(100_000) + "Gull    3\n";
    for text in [
        "1.\tThe boat sails.\n".repeat(100_000),
        "Heron  2\nGull    3\n".repeat(50_000),
        "--  --\n".repeat(100_000),
        last_is_out_of_line,
    ] {
        assert!(told(&text).is_empty(), "{}", &text[..20]);
    }
    // Generous: it takes a fraction of a second, where quadratic work would take minutes.
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn rows_of_labels_and_options_have_no_names() {
    for case in [
        "Boat:     Heron\nFare:     2 crowns\nHarbour:  Lorne\n \
         =>  = Boat:/Heron | = Fare:/2 crowns | = Harbour:/Lorne",
        // A last cell may go on below itself.
        "-c  Create the list, and\n    keep the old one.\n-v  Say more.\n-x  Stop.\n \
         =>  = -c/Create the list, and\n    keep the old one. | = -v/Say more. | = -x/Stop.",
        // Options keep the column of what they do.
        "  -c, --count N   count to N\n      --quick     do not wait\n  -o, --output FILE\n                  write to FILE, not\n                  to the screen\n  -q              say nothing\n \
         =>  = -c, --count N/count to N | = --quick/do not wait \
         | = -o, --output FILE/write to FILE, not\n                  to the screen | = -q/say nothing",
        // Items and prose with wide gaps are no rows.
        "1.\tThe Heron sails.\n2.\tThe Gull sails.\n => ",
        "It sails at ten.  The fare is\ntwo crowns.  Nobody pays it.\nThe boat is old.  It sinks.\n => ",
        "a|b\n\nHeron  2\nGull  3\n => ",
    ] {
        let (text, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(told(text).join(" |"), wanted, "{text}");
    }
}

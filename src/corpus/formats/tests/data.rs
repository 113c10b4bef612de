//! Data files and notebooks: json and ipynb.

use super::*;

#[test]
fn each_object_of_a_list_is_a_record_with_the_names_of_its_values() {
    let list = r#"[{"boat_name": "Heron", "dailyFare": 4.50, "harbour": {"city": "Lorne", "isOpen": true}, "crew": ["Ann", "Bo"], "note": null},
        {"boat_name": "Gull", "stops": [{"name": "Ellery"}, {"name": "Tarn"}], "shape": [[1, 2], [3, 4]]}]"#;
    let wanted = "record 1 | boat name: Heron; daily fare: 4.5; harbour city: Lorne; harbour is open: true; crew: Ann, Bo\n\n\
        record 2 | boat name: Gull; stops name: Ellery; stops name: Tarn\n";
    assert_eq!(shown("a.json", list), wanted);
    let lines = list.trim_matches(['[', ']']).replace("},\n", "}\n");
    assert_eq!(shown("a.jsonl", &lines), wanted);
    let cut = format!("{lines}\n\n{{\"boat_name\": \"Cu");
    assert_eq!(shown("a.ndjson", cut), wanted);
}

#[test]
fn a_long_list_is_read_to_its_end_unless_it_is_a_series_of_numbers() {
    let towns: String = (1..=250).map(|n| format!(r#", "Town {n}""#)).collect();
    let depths: String = (1..=250).map(|n| format!(", {}", 1000 + n)).collect();
    let (towns, depths) = (&towns[2..], &depths[2..]);
    let list = format!(r#"[{{"towns": [{towns}], "depths": [{depths}]}}]"#);
    let found = shown("a.json", list);
    assert!(found.contains("towns: Town 1, Town 2, "), "{found}");
    assert!(found.contains("Town 99, Town 100"), "{found}");
    assert!(found.contains("towns: Town 101, Town 102, "), "{found}");
    assert!(found.contains("towns: Town 201, Town 202, "), "{found}");
    assert!(found.contains("Town 249, Town 250"), "{found}");
    assert!(found.contains("1099, 1100"), "{found}");
    assert!(!found.contains("1101"), "{found}");
}

#[test]
fn an_object_that_holds_lists_says_itself_first() {
    let file = r#"{"count": 2, "boats": [{"name": "Heron"}, {"name": "Gull"}], "source": "The harbour office"}"#;
    assert_eq!(
        shown("a.json", file),
        "count: 2; source: The harbour office\n\nrecord 1 | name: Heron\n\nrecord 2 | name: Gull\n"
    );
    let lists = r#"{"data": {"boats": [{"name": "Heron"}], "harbours": [{"name": "Lorne"}, {"name": "Tarn"}]}}"#;
    assert_eq!(
        shown("a.json", lists),
        "data boats\nrecord 1 | name: Heron\n\nrecord 1 | data harbours\nrecord 1 | name: Lorne\n\nrecord 2 | name: Tarn\n"
    );
    let map = r#"{"heron": {"fare": 4, "home": {"city": "Lorne"}}, "gull": {"fare": 2}}"#;
    assert_eq!(
        shown("a.json", map),
        "heron fare: 4; heron home city: Lorne\n\ngull fare: 2\n"
    );
    assert_eq!(
        shown("a.json", "[\"Heron\", 12, null, [\"Gull\", 7]]"),
        "record 1 | Heron\n\nrecord 2 | 12\n\nrecord 4 | Gull, 7\n"
    );
}

#[test]
fn what_is_no_json_is_told_and_bombs_are_refused() {
    let refused = |text: &str| refused("a.json", text);
    assert_eq!(
        refused("<html>").to_string(),
        "it is not valid JSON: expected value at line 1 column 1"
    );
    let second = FormatError::Json("line 2 cannot be read".to_owned());
    assert_eq!(refused("{\"a\": 1}\n{\"a\"\n{\"a\": 3}"), second);
    let deep = refused(&"[".repeat(100_000));
    assert!(matches!(deep, FormatError::Json(_)));
    assert_eq!(refused(&"{\"a\":".repeat(100_000)), FormatError::TooDeep);
    let (name, long) = ("a".repeat(10_000), "a".repeat(1_000_000));
    let (fields, nulls) = ("\"b\":1,".repeat(10_000), "null,".repeat(10_000));
    for bomb in [
        format!("[{{\"{name}\":{{{fields}\"b\":1}}}}]"),
        format!("[{{\"{long}\":[{nulls}null]}}]"),
        format!("[{{\"a\":1{}}}]", ",\"a\":1".repeat(3_000_000)),
        format!("[{}{{}}]", "{},".repeat(3_000_000)),
    ] {
        assert_eq!(refused(&bomb), FormatError::TooLarge);
    }
    for empty in ["[]", "{}", "null", "[{}, {}]", "\"\""] {
        assert_eq!(shown("a.json", empty), "", "{empty}");
    }
}

#[test]
fn an_exported_chat_is_read_message_by_message_below_its_days() {
    let chat = r#"{"name": "Lorne crew", "type": "private_group", "id": 12, "messages": [
        {"id": 1, "type": "service", "date": "2024-05-01T09:00:00", "actor": "Ann", "action": "create_group", "text": ""},
        {"id": 2, "type": "message", "date": "2024-05-01T09:15:22", "from": "Ann Lee", "from_id": "user1", "text": "The boat is in. Who has the key?"},
        {"id": 3, "type": "message", "date": "2024-05-02T10:00:00", "from": "Bo", "text": ["It is at ", {"type": "link", "text": "lorne.example"}, {"type": "strikethrough", "text": " gone"}, "."], "text_entities": []},
        {"id": 4, "type": "message", "date": "2024-05-02T10:01:00", "from": null, "text": "Thank you"},
        {"id": 5, "type": "message", "date": "2024-05-02T10:01:00", "from": "Bo", "text": "", "photo": "a.jpg"}]}"#;
    assert_eq!(
        shown("result.json", chat),
        "message 2 | 2024-05-01\nmessage 2 | Ann Lee: The boat is in. Who has the key?\n\n\
         message 3 | 2024-05-02\nmessage 3 | Bo: It is at lorne.example.\nmessage 4 | Thank you\n"
    );
    assert_eq!(titled("result.json", chat), "Lorne crew");
    let other = chat.replace("Lorne crew", "Ellery");
    let all = format!("{{\"about\": \"x\", \"chats\": {{\"list\": [{chat}, {other}]}}}}");
    let all = document("result.json", all).unwrap();
    assert_eq!(all.passages[1].headings, ["Lorne crew", "2024-05-02"]);
    assert_eq!(all.passages[2].headings, ["Ellery", "2024-05-01"]);
}

#[test]
fn a_notebook_is_its_notes_and_its_code() {
    let notebook = r###"{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Ferry counts\n", "\n", "It counts ~~all~~ *passengers*. They weigh 10<sup>6</sup> kg.\n", "\n", "| Boat | Seats |\n", "|---|---|\n", "| Heron | 40. No. 2 |"]},
        {"cell_type": "raw", "source": "raw"},
        {"cell_type": "code", "execution_count": 1, "source": "import csv\n\n# Reads the counts\nrows = list(csv.reader(open('counts.csv')))", "outputs": [{"output_type": "stream", "text": ["printed"]},
            {"output_type": "display_data", "data": {"text/plain": ["<Figure size 640x480>"], "image/png": "QUJD"}},
            {"output_type": "execute_result", "data": {"text/plain": ["40 boats"], "text/html": "<b>40 boats</b>"}}]},
        {"cell_type": "markdown", "source": "## Who counts?\nThe crew counts."}]}"###;
    assert_eq!(
        shown("a.ipynb", notebook),
        "cell 1 | Ferry counts\ncell 1 | It counts passengers.\ncell 1 | They weigh 10^6 kg.\n\
         cell 1 | Boat: Heron; Seats: 40. No. 2\n\
         cell 3 | import csv\n\n# Reads the counts\nrows = list(csv.reader(open('counts.csv')))\n\
         cell 3 | 40 boats\n\n\
         cell 4 | Who counts?\ncell 4 | The crew counts.\n"
    );
    assert_eq!(titled("a.ipynb", notebook), "Ferry counts");
    let old = r#"{"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": ["sail()"], "outputs": []}]}]}"#;
    assert_eq!(shown("a.ipynb", old), "cell 1 | sail()\n");
}

#[test]
fn what_is_no_notebook_is_told() {
    for text in [
        "",
        "<html>",
        "{}",
        "[]",
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"",
        "{\"nbformat\": 4, \"cells\": [{}]}",
    ] {
        let refused = refused("a.ipynb", text);
        assert!(matches!(refused, FormatError::Notebook(_)), "{refused}");
    }
    assert_eq!(shown("a.ipynb", "{\"nbformat\": 4, \"cells\": []}"), "");
}

#[test]
fn settings_of_programs_are_told_from_data() {
    for text in [
        r#"{"name": "ferry", "version": "1.2.0", "dependencies": {"boat": "^1"}}"#,
        r#"{"name": "ferry", "lockfileVersion": 3, "packages": {}}"#,
        r#"{"compilerOptions": {"strict": true}}"#,
    ] {
        assert_eq!(refused("a.json", text), FormatError::Settings);
    }
    let data = r#"[{"name": "Heron", "dependencies": "none"}]"#;
    let wanted = "record 1 | name: Heron; dependencies: none\n";
    assert_eq!(shown("a.json", data), wanted);
}

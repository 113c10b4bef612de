//! Workbooks: xlsx and ods.

use super::*;

const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='#,##0.00\\ &quot;€&quot;'/></numFmts>\
    <fonts><font/><font><b/></font><font><strike/></font></fonts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
    <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='164'/><xf fontId='1'/><xf fontId='2'/></cellXfs>\
    <dxfs><dxf><font><b/></font></dxf></dxfs></styleSheet>";
const STRINGS: &str = "<sst uniqueCount='99999999999'><si><t>Boat</t></si><si><r><t>The </t></r><r><rPr><strike/></rPr><t>old </t></r>\
    <r><rPr/><t>Heron weighs 10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>6</t></r><rPh><t>he</t></rPh></si></sst>";

/// A workbook of sheets, each with its name, its state and what it holds.
fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let (mut list, mut relations) = (String::new(), String::new());
    let mut parts = vec![
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
        ("xl/sharedStrings.xml".to_owned(), STRINGS.to_owned()),
    ];
    for (number, (name, state, content)) in sheets.iter().enumerate() {
        list +=
            &format!("<sheet name='{name}' sheetId='{number}' state='{state}' r:id='r{number}'/>");
        relations += &format!(
            "<Relationship Id='r{number}' Type='x/worksheet' Target='worksheets/s{number}.xml'/>"
        );
        let sheet = format!("<worksheet>{content}</worksheet>");
        parts.push((format!("xl/worksheets/s{number}.xml"), sheet));
    }
    for kind in ["styles", "sharedStrings"] {
        relations +=
            &format!("<Relationship Id='{kind}' Type='x/{kind}' Target='/XL/{kind}.xml'/>");
    }
    let relations = format!("<Relationships>{relations}</Relationships>");
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations));
    let book = format!("<workbook><workbookPr/><sheets>{list}</sheets></workbook>");
    parts.push(("xl/workbook.xml".to_owned(), book));
    archive(&parts)
}

/// A workbook of one sheet, with those rows and what follows them.
fn xlsx_of(rows: &str, more: &str) -> Vec<u8> {
    let sheet = format!("<sheetData>{rows}</sheetData>{more}");
    xlsx(&[("Boats", "visible", &sheet)])
}

/// A workbook of one sheet, in which cells that are texts stand in themselves: each row is a
/// number, and then its cells, each with its column.
fn of_rows(rows: &[(usize, &[(&str, &str)])]) -> Vec<u8> {
    let cell = |row: usize, (column, text): &(&str, &str)| match text.parse::<f64>() {
        Ok(_) => format!("<c r='{column}{row}'><v>{text}</v></c>"),
        Err(_) => format!("<c r='{column}{row}' t='inlineStr'><is><t>{text}</t></is></c>"),
    };
    let row = |(row, cells): &(usize, &[(&str, &str)])| {
        let cells: String = cells.iter().map(|it| cell(*row, it)).collect();
        format!("<row r='{row}'>{cells}</row>")
    };
    let rows: String = rows.iter().map(row).collect();
    xlsx_of(&rows, "")
}

#[test]
fn a_workbook_says_what_its_reader_sees_and_where() {
    let boats = "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>Built</t></is></c><c r='C1' t='str'><v>Fare</v></c><c r='D1' t='str'><v>Full</v></c></row>\
        <row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' s='1'><v>45413</v></c><c r='C3' s='3'><f>1+2</f><v>3.5</v></c><c r='D3' s='2'><v>0.30000000000000004</v></c></row>\
        <row r='4' hidden='1'><c r='A4' t='str'><v>Never</v></c><c r='B4' t='str'><v>seen</v></c></row>\
        <row><c t='str'><v>Gull</v></c><c s='5'><v>1950</v></c><c t='e'><v>#DIV/0!</v></c><c t='b'><v>1</v></c></row></sheetData>";
    let crew = "<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='2'><c r='A2' t='str'><v>Captain</v></c><c r='B2' t='str'><v>secret</v></c><c r='C2' t='str'><v>Anna Brandt</v></c></row></sheetData>";
    let hidden = "<sheetData><row r='1'><c r='A1' t='str'><v>Hidden</v></c></row></sheetData>";
    let bytes = xlsx(&[
        ("Boats &amp; more", "visible", boats),
        ("Old", "hidden", hidden),
        ("Crew", "visible", crew),
        ("Empty", "visible", "<sheetData/>"),
    ]);
    assert_eq!(
        shown("a.xlsx", bytes),
        "Boats & more\n\
         sheet Boats & more, row 3 | Boat: The Heron weighs 10^6; Built: 2024-05-01; Fare: 3.50 €; Full: 30%\n\n\
         sheet Boats & more, row 4 | Boat: Gull; Full: TRUE\n\n\
         sheet Boats & more, row 4 | Crew\n\
         sheet Crew, row 2 | Captain: Anna Brandt\n"
    );
    assert_eq!(shown("a.xlsm", xlsx(&[("A", "visible", "")])), "");
}

#[test]
fn a_sheet_may_hold_tables_below_their_titles() {
    let bytes = of_rows(&[
        (1, &[("B", "The Lorne Ferries")]),
        (3, &[("B", "Fares of 2024")]),
        (4, &[("B", "From May on")]),
        (6, &[("B", "Boat"), ("C", "Deck"), ("D", "Fare")]),
        (7, &[("B", "Heron"), ("C", "upper"), ("D", "4")]),
        (9, &[("B", "Gull"), ("D", "2")]),
        (11, &[("A", "Who to call")]),
        (12, &[("A", "Office"), ("B", "0140 12")]),
        (13, &[("A", "Harbour"), ("B", "by radio")]),
        (17, &[("A", "It rains. Take a coat.")]),
    ]);
    assert_eq!(
        shown("a.xlsx", bytes),
        "sheet Boats, row 1 | The Lorne Ferries\n\n\
         sheet Boats, row 3 | Fares of 2024\nsheet Boats, row 4 | From May on\n\n\
         sheet Boats, row 7 | Boat: Heron; Deck: upper; Fare: 4\n\n\
         sheet Boats, row 9 | Boat: Gull; Fare: 2\n\n\
         sheet Boats, row 11 | Who to call\n\
         sheet Boats, row 12 | Office: 0140 12\n\n\
         sheet Boats, row 13 | Harbour: by radio\n\n\
         sheet Boats, row 17 | It rains.\nsheet Boats, row 17 | Take a coat.\n"
    );
}

#[test]
fn rows_that_are_filtered_or_folded_away_are_read() {
    let row = |number: usize, more: &str, text: &str| {
        format!("<row r='{number}' hidden='1'{more}><c t='str'><v>{text}</v></c></row>")
    };
    let rows = row(1, " outlineLevel='1'", "Heron") + &row(2, "", "Gull");
    let folded = shown("a.xlsx", xlsx_of(&rows, ""));
    assert_eq!(folded, "sheet Boats, row 1 | Heron\n");
    let filter = "<autoFilter ref='A1:A2'><filterColumn colId='0'/></autoFilter>";
    assert_eq!(
        shown("a.xlsx", xlsx_of(&rows, filter)),
        "sheet Boats, row 1 | Heron\n\nsheet Boats, row 2 | Gull\n"
    );
    let columns = "<cols><col min='1' max='1' hidden='1' outlineLevel='1'/><col min='2' max='2' hidden='1'/></cols>\
        <sheetData><row r='1'><c t='str'><v>Heron</v></c><c t='str'><v>Gull</v></c></row></sheetData>";
    let folded = shown("a.xlsx", xlsx(&[("Boats", "visible", columns)]));
    assert_eq!(folded, "sheet Boats, row 1 | Heron\n");
}

#[test]
fn hidden_columns_are_not_read_however_many_there_are() {
    let hidden =
        |first: usize, last: usize| format!("<col min='{first}' max='{last}' hidden='1'/>");
    // Every other one, and then some that overlap.
    let mut columns: String = (1..=300).map(|n| hidden(2 * n, 2 * n)).collect();
    for (first, last) in [(706, 710), (702, 704), (703, 708)] {
        columns += &hidden(first, last);
    }
    let cell = |n: usize| format!("<c t='str'><v>c{n}</v></c>");
    let cells: String = (1..=712).map(cell).collect();
    let sheet = format!("<cols>{columns}</cols><sheetData><row r='1'>{cells}</row></sheetData>");
    let found = shown("a.xlsx", xlsx(&[("Boats", "visible", &sheet)]));
    for number in [1, 599, 601, 602, 701, 711, 712] {
        let said = format!("c{number}");
        let words = found.split(|c: char| !c.is_alphanumeric());
        assert_eq!(words.filter(|word| *word == said).count(), 1, "{number}");
    }
    for number in [2, 250, 600, 702, 705, 710] {
        let said = format!("c{number}");
        let mut words = found.split(|c: char| !c.is_alphanumeric());
        assert!(words.all(|word| word != said), "{number}");
    }
}

#[test]
fn a_question_stands_before_its_answer() {
    let bytes = of_rows(&[
        (1, &[("A", "May dogs come?"), ("B", "Yes, on a lead.")]),
        (2, &[("A", "Is it far?"), ("B", "Two hours.")]),
    ]);
    assert_eq!(
        shown("a.xlsx", bytes),
        "sheet Boats, row 1 | May dogs come? Yes, on a lead.\n\nsheet Boats, row 2 | Is it far? Two hours.\n"
    );
}

#[test]
fn a_row_in_bold_names_columns_and_a_merged_cell_stands_in_all_its_rows() {
    let text = |place: &str, style: usize, text: &str| {
        format!("<c r='{place}' s='{style}' t='str'><v>{text}</v></c>")
    };
    let rows = format!(
        "<row r='1'>{}{}</row><row r='2'>{}{}</row><row r='3'>{}</row>",
        text("A1", 4, "Harbour"),
        text("B1", 4, "Boat"),
        text("A2", 0, "Lorne"),
        text("B2", 0, "Heron"),
        text("B3", 0, "Gull"),
    );
    let merged = "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>";
    assert_eq!(
        shown("a.xlsx", xlsx_of(&rows, merged)),
        "sheet Boats, row 2 | Harbour: Lorne; Boat: Heron\n\n\
         sheet Boats, row 3 | Harbour: Lorne; Boat: Gull\n"
    );
}

#[test]
fn a_cell_far_away_costs_nothing_and_a_sheet_made_to_fill_the_memory_is_refused() {
    let far = of_rows(&[
        (1, &[("A", "Boat"), ("B", "Fare")]),
        (2, &[("A", "Heron"), ("B", "4")]),
        (1_048_576, &[("XFD", "Far away")]),
    ]);
    assert!(shown("a.xlsx", far).ends_with("row 1048576 | Far away\n"));
    let refuses = |rows: &str, merges: &str, wanted: FormatError| {
        let merges = format!("<mergeCells>{merges}</mergeCells>");
        assert_eq!(refused("a.xlsx", xlsx_of(rows, &merges)), wanted);
    };
    let wide = "<c><v>1</v></c>".repeat(16_384);
    let long: String = (3..2_000)
        .map(|row| format!("<row r='{row}'><c r='A{row}'><v>2</v></c></row>"))
        .collect();
    let wide = format!("<row r='2'>{wide}</row>{long}");
    refuses(&wide, "", FormatError::ManyCells(4_000_000));
    let merges =
        "<mergeCell ref='A3:A1999'/>".repeat(10) + &"<mergeCell ref='C3:C1999'/>".repeat(3000);
    let filled = format!("<row r='3'><c r='C3'><v>1</v></c></row>{long}");
    refuses(&filled, &merges, FormatError::ManyCells(4_000_000));
    let text = "word ".repeat(10_000);
    let tall = format!("<row r='1'><c r='B1' t='str'><v>{text}</v></c></row>{long}");
    refuses(&tall, "<mergeCell ref='B1:B1999'/>", FormatError::TooLarge);
    let strings = format!("<sst><si><t>{text}</t></si></sst>");
    let cells = "<c t='s'><v>0</v></c>".repeat(2_000);
    let bytes = archive(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='a' r:id='a'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<r><Relationship Id='a' Type='worksheet' Target='a.xml'/><Relationship Id='b' Type='sharedStrings' Target='b.xml'/></r>",
        ),
        ("xl/a.xml", &format!("<s><row>{cells}</row></s>")),
        ("xl/b.xml", &strings),
    ]);
    assert_eq!(refused("a.xlsx", bytes), FormatError::TooLarge);
    refuses(&"<row>".repeat(5_000), "", FormatError::TooDeep);
}

#[test]
fn an_open_workbook_says_what_its_reader_sees_and_where() {
    let text = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let content = format!(
        "<office:document-content><office:automatic-styles>\
         <style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>\
         <style:style style:name='ce1'><style:text-properties fo:font-weight='bold'/></style:style>\
         <style:style style:name='ce2'><style:text-properties style:text-line-through-style='solid'/></style:style>\
         <style:style style:name='T1'><style:text-properties style:text-position='super 58%'/></style:style></office:automatic-styles>\
         <office:spreadsheet><table:table table:name='Boats'><table:table-column table:number-columns-repeated='2'/><table:table-column table:visibility='collapse'/>\
         <table:table-row><table:table-cell table:style-name='ce1'><text:p>Harbour</text:p></table:table-cell><table:table-cell table:style-name='ce1'><text:p>Weight</text:p></table:table-cell>{0}</table:table-row>\
         <table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='1024'/></table:table-row>\
         <table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>Lorne</text:p></table:table-cell>{1}{0}</table:table-row>\
         <table:table-row><table:covered-table-cell/><table:table-cell office:date-value='2024-05-01T00:00:00'><text:p>01/05/24</text:p></table:table-cell><table:table-cell table:style-name='ce2'><text:p>struck</text:p></table:table-cell></table:table-row>\
         <table:table-row table:visibility='collapse'>{0}</table:table-row>\
         <table:table-row table:number-rows-repeated='1048570'><table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table>\
         <table:table table:name='Old' table:style-name='ta2'><table:table-row>{0}</table:table-row></table:table></office:spreadsheet></office:document-content>",
        text("hidden"),
        text(
            "10<text:span text:style-name='T1'>6</text:span><office:annotation><text:p>Sure?</text:p></office:annotation>"
        ),
    );
    assert_eq!(
        shown("a.ods", archive(&[("content.xml", &content)])),
        "sheet Boats, row 4 | Harbour: Lorne; Weight: 10^6\n\n\
         sheet Boats, row 5 | Harbour: Lorne; Weight: 2024-05-01\n"
    );
}

#[test]
fn an_open_workbook_made_to_fill_the_memory_is_refused() {
    let cell = "<table:table-cell table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell>";
    let beyond = cell.repeat(6).replacen("<text:p>x</text:p>", "", 1);
    let most = usize::MAX;
    let hidden = format!(
        "<table:table-column table:visibility='collapse' table:number-columns-repeated='{most}'/>"
    );
    for (columns, cell) in [("", cell), (hidden.as_str(), cell), ("", beyond.as_str())] {
        let content = format!(
            "<s><table:table table:name='a'>{columns}<table:table-row table:number-rows-repeated='{most}'>{cell}</table:table-row></table:table></s>"
        );
        let refused = refused("a.ods", archive(&[("content.xml", &content)]));
        assert_eq!(refused, FormatError::ManyCells(4_000_000));
    }
}

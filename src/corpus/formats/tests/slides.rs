//! Slides: pptx and odp.

use super::*;

/// A presentation of slides, each with the parts that belong to it: their kinds and contents.
fn pptx(slides: &[(&str, &[(&str, &str)])]) -> Vec<u8> {
    let (mut list, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (number, (slide, more)) in slides.iter().enumerate() {
        list += &format!("<p:sldId id='{}' r:id='r{number}'/>", 256 + number);
        relations +=
            &format!("<Relationship Id='r{number}' Type='x/slide' Target='slides/s{number}.xml'/>");
        parts.push((format!("ppt/slides/s{number}.xml"), (*slide).to_owned()));
        let mut own = String::new();
        for (place, (kind, content)) in more.iter().enumerate() {
            let name = format!("{number}-{place}.xml");
            own += &format!("<Relationship Id='{place}' Type='x/{kind}' Target='../more/{name}'/>");
            parts.push((format!("ppt/more/{name}"), (*content).to_owned()));
        }
        let own = format!("<Relationships>{own}</Relationships>");
        parts.push((format!("ppt/slides/_rels/s{number}.xml.rels"), own));
    }
    let main = "<r><Relationship Id='a' Type='x/officeDocument' Target='ppt/main.xml'/></r>";
    parts.push(("_rels/.rels".to_owned(), main.to_owned()));
    let list = format!("<p:presentation><p:sldIdLst>{list}</p:sldIdLst></p:presentation>");
    parts.push(("ppt/main.xml".to_owned(), list));
    let relations = format!("<Relationships>{relations}</Relationships>");
    parts.push(("ppt/_rels/main.xml.rels".to_owned(), relations));
    archive(&parts)
}

/// A shape that takes a place of the layout, with paragraphs of runs.
fn shape(place: &str, paragraphs: &[&str]) -> String {
    let place = match place {
        "" => String::new(),
        place => format!("<p:nvSpPr><p:nvPr><p:ph type='{place}'/></p:nvPr></p:nvSpPr>"),
    };
    let paragraphs: String = paragraphs
        .iter()
        .map(|text| match text.strip_prefix('<') {
            Some(_) => format!("<a:p>{text}</a:p>"),
            None => format!("<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"),
        })
        .collect();
    format!("<p:sp>{place}<p:txBody>{paragraphs}</p:txBody></p:sp>")
}

fn slide(shapes: &[String]) -> String {
    let shapes = shapes.concat();
    format!("<p:sld><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>")
}

#[test]
fn slides_are_read_in_their_order_below_their_titles() {
    let opening = slide(&[
        shape("subTitle", &["For the harbour board"]),
        shape("ctrTitle", &["The ferries", "of Lorne"]),
        shape("sldNum", &["1"]),
    ]);
    let runs = "<a:r><a:rPr/><a:t>It costs </a:t></a:r><a:r><a:rPr strike='sngStrike'/><a:t>12 </a:t></a:r>\
        <a:r><a:rPr/><a:t>9 euros and weighs 10</a:t></a:r><a:r><a:rPr baseline='30000'/><a:t>6</a:t></a:r><a:fld><a:t>4</a:t></a:fld>";
    let cell = |text: &str| {
        format!("<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>")
    };
    let row = |cells: [&str; 3]| format!("<a:tr>{}</a:tr>", cells.map(cell).concat());
    let rows = row(["Boat", "Deck", "Fare"]) + &row(["Heron", "upper", "4"]);
    let table = format!("<p:graphicFrame><a:tbl>{rows}</a:tbl></p:graphicFrame>");
    let fares = slide(&[
        shape("title", &["Fares"]),
        shape("body", &[runs, "Dogs are free"]),
        table,
    ]);
    let hidden = slide(&[shape("title", &["Never shown"])])
        .replace("<p:sld>", "<?xml version='1.0'?>\n<p:sld show='0'>");
    let said = shape("body", &["Thank the crew. Then pause."]);
    let notes = shape("sldImg", &["Picture"]) + &said;
    let diagram = "<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>Build a quay</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>";
    let bytes = pptx(&[
        (&opening, &[]),
        (&hidden, &[]),
        (&fares, &[("notesSlide", &notes), ("diagramData", diagram)]),
    ]);
    assert_eq!(
        shown("a.pptx", &bytes),
        "slide 1 | The ferries of Lorne\nslide 1 | For the harbour board\n\n\
         slide 3 | Fares\nslide 3 | It costs 9 euros and weighs 10^6\nslide 3 | Dogs are free\n\
         slide 3 | Boat: Heron; Deck: upper; Fare: 4\nslide 3 | Build a quay\n\
         slide 3 | Thank the crew.\nslide 3 | Then pause.\n"
    );
    let document = document("a.ppsx", &bytes).unwrap();
    assert_eq!(document.title, "The ferries of Lorne");
    assert_eq!(document.passages[1].headings, ["Fares"]);
}

#[test]
fn open_slides_are_read_as_others_are() {
    let content = "<office:document-content><office:automatic-styles>\
        <style:style style:name='dp2'><style:drawing-page-properties presentation:visibility='hidden'/></style:style>\
        <style:style style:name='T1'><style:text-properties style:text-position='super 58%'/></style:style></office:automatic-styles>\
        <office:presentation><draw:page draw:style-name='dp1'><draw:frame presentation:class='subtitle'><draw:text-box><text:p>For the board</text:p></draw:text-box></draw:frame>\
        <draw:frame presentation:class='title'><draw:text-box><text:p>The <text:span>ferries</text:span></text:p></draw:text-box></draw:frame></draw:page>\
        <draw:page draw:style-name='dp2'><draw:frame><draw:text-box><text:p>Never shown</text:p></draw:text-box></draw:frame></draw:page>\
        <draw:page><draw:frame presentation:class='title'><draw:text-box><text:p>Fares</text:p></draw:text-box></draw:frame>\
        <draw:frame><draw:text-box><text:list><text:list-item><text:p>It weighs 10<text:span text:style-name='T1'>6</text:span></text:p></text:list-item></text:list></draw:text-box></draw:frame>\
        <draw:frame presentation:class='page-number'><draw:text-box><text:p>number 3</text:p></draw:text-box></draw:frame>\
        <presentation:notes><draw:frame presentation:class='notes'><draw:text-box><text:p>Thank the crew.</text:p></draw:text-box></draw:frame></presentation:notes></draw:page></office:presentation></office:document-content>";
    assert_eq!(
        shown("a.odp", archive(&[("content.xml", content)])),
        "slide 1 | The ferries\nslide 1 | For the board\n\n\
         slide 3 | Fares\nslide 3 | It weighs 10^6\nslide 3 | Thank the crew.\n"
    );
}

#[test]
fn slides_nested_deeply_are_refused_and_an_empty_presentation_says_nothing() {
    assert_eq!(shown("a.pptx", pptx(&[])), "");
    let deep = slide(&["<p:sp>".repeat(5_000)]);
    let deep = pptx(&[(&deep, &[])]);
    assert_eq!(refused("a.pptx", deep), FormatError::TooDeep);
}

//! What control words of RTF stand for: groups that are read or not, and text.

/// Groups that hold no text of the document.
pub(super) const UNREAD: &str = "\
    colortbl|stylesheet|listtable|listoverridetable|rsidtbl|revtbl|filetbl|generator|pict|\
    nonshppict|shprslt|sp|objdata|header|headerl|headerr|headerf|footer|footerl|footerr|footerf|\
    ftnsep|ftnsepc|ftncn|aftnsep|aftnsepc|aftncn|fldinst|bkmkstart|bkmkend|annotation|atnid|\
    atnauthor|xe|tc|tcn|nonesttables|themedata|datastore";
/// Groups that may be passed over by those who do not know them, and hold text all the same.
pub(super) const READ: [&str; 2] = ["shpinst", "shptxt"];

/// The text that a control word stands for.
pub(super) fn written(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" | "line" | "emspace" | "enspace" | "qmspace" | "nestcell" | "nestrow" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        _ => return None,
    })
}

//! Files of kinds that Quoth does not read, and what their owner can do about it.

use std::path::Path;

/// What is said of a file of which nothing is known.
const UNKNOWN: &str = "not of a kind that Quoth reads";

/// Why a file named so is passed over, in words for its owner.
pub(super) fn reason(path: &Path) -> &'static str {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    match ending.to_ascii_lowercase().as_str() {
        "doc" | "dot" => "an old Word document: save it as .docx",
        "xls" | "xlt" | "xlsb" => "a workbook in another format of Excel: save it as .xlsx",
        "ppt" | "pps" => "old PowerPoint slides: save them as .pptx",
        "msg" => "a message of Outlook: save it as .eml, or as text",
        "pst" | "ost" => "a mailbox of Outlook: save its messages as .eml, or export it as .mbox",
        "pages" => "a document of Pages: export it as .docx or .pdf",
        "numbers" => "a workbook of Numbers: export it as .xlsx or .csv",
        "key" => "slides of Keynote: export them as .pptx or .pdf",
        "wpd" | "wps" => "a document of an old word processor: save it as .docx, .odt or .pdf",
        "one" | "onetoc2" => "a notebook of OneNote: export its pages as .docx or .pdf",
        "djvu" | "djv" => "scanned pages (DjVu): save them as .pdf with their text recognised",
        "mobi" | "azw" | "azw3" => "a book for Kindle: convert it to .epub",
        "zip" | "7z" | "rar" | "tar" | "gz" | "tgz" | "xz" => "an archive: unpack it here",
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "tif" | "tiff" | "bmp" | "heic" => {
            "a picture: put the text in it beside it as .txt"
        }
        "mp3" | "m4a" | "wav" | "ogg" | "oga" | "opus" | "flac" | "mp4" | "mkv" | "mov" | "avi"
        | "webm" => "a recording: put what is said in it beside it as .txt, .srt or .vtt",
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{UNKNOWN, reason};

    #[test]
    fn the_owner_of_a_file_is_told_what_to_save_it_as() {
        for (name, wanted) in [
            ("Letter.DOC", ".docx"),
            ("prices.xls", ".xlsx"),
            ("talk.ppt", ".pptx"),
            ("mail.msg", ".eml"),
            ("a.pages", ".docx"),
            ("a.numbers", ".csv"),
            ("a.key", ".pptx"),
            ("a.wpd", ".odt"),
            ("a.one", ".pdf"),
            ("scan.djvu", ".pdf"),
            ("photo.JPG", ".txt"),
            ("voice.ogg", ".srt"),
        ] {
            let reason = reason(Path::new(name));
            assert!(reason.contains(wanted), "{name}: {reason}");
        }
        assert_eq!(reason(Path::new("a.xyz")), UNKNOWN);
        assert_eq!(reason(Path::new("Makefile")), UNKNOWN);
    }
}

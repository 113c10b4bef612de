//! Why nothing can be taken from a file.

/// No file says more than this many bytes, whatever it unpacks to.
pub(super) const LARGEST: usize = 64 * 1024 * 1024;

/// Why nothing can be taken from a file, in words for whoever owns it.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(in crate::corpus) enum FormatError {
    #[error("its bytes are no text in any encoding")]
    NoText,
    #[error("its text is larger than {} MB", LARGEST / 1024 / 1024)]
    TooLarge,
    #[error("it has no subtitle with a time such as 00:01:05,000 --> 00:01:08,000")]
    NoCue,
    #[error("its rows cannot be read: {0}")]
    Rows(String),
    #[error("a page larger than {0} MB")]
    LargePage(usize),
    #[error("its elements are nested deeper than any that people read")]
    TooDeep,
    #[error("it is damaged in a way that Quoth cannot read")]
    Damaged,
    #[error("it is locked by a password")]
    Locked,
    #[error("it has no text: perhaps its pages are scanned")]
    Scanned,
    #[error("it is protected against being read by other programs (DRM)")]
    Protected,
    #[error("it has no sender, subject or date as messages of e-mail have")]
    NoMessage,
    #[error("it has more than {0} pages")]
    ManyPages(usize),
    #[error(
        "it is locked by a password, or is in an old format: save it again without one, in the format of its ending"
    )]
    OldOrLocked,
    #[error("it is not what its ending says: save it again in the format of its ending")]
    Misnamed,
    #[error("it is no sound JSON: {0}")]
    Json(String),
    #[error("it holds the settings of a program, and no text")]
    Settings,
    #[error("it is no notebook, or is damaged: {0}")]
    Notebook(String),
    #[error("it has more than {0} cells in a sheet")]
    ManyCells(usize),
}

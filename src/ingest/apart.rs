//! The folder for what outlives a run lies apart from the documents: it holds what people ask, which
//! is not to be quoted to others.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::IngestError;

/// Refuses such a folder where it would be read with the documents. One in a hidden folder among
/// them is not.
///
/// # Errors
///
/// [`IngestError::DataInCorpus`].
pub fn keep_apart(roots: &[PathBuf], data: &Path) -> Result<(), IngestError> {
    let real = real(data);
    let is_hidden = |part: &OsStr| part.as_encoded_bytes().starts_with(b".");
    let is_read = |root: &PathBuf| {
        let root = root.canonicalize().ok();
        let below = root.and_then(|root| real.strip_prefix(root).map(Path::to_owned).ok());
        below.is_some_and(|below| !below.iter().any(is_hidden))
    };
    if roots.iter().any(is_read) {
        return Err(IngestError::DataInCorpus(data.to_owned()));
    }
    Ok(())
}

/// Where a folder is, or will be once it is made.
fn real(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = whole.ancestors().find_map(|above| {
        let below = whole.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(below))
    });
    there.unwrap_or(whole)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_read_with_the_documents_is_refused() {
        let place = tempfile::TempDir::new().unwrap();
        let corpus = place.path().join("corpus");
        std::fs::create_dir_all(corpus.join("data")).unwrap();
        let is_refused = |data: &str| {
            let apart = keep_apart(std::slice::from_ref(&corpus), &place.path().join(data));
            matches!(apart, Err(IngestError::DataInCorpus(_)))
        };
        for data in ["corpus", "corpus/data", "corpus/not/yet", "corpus/data/.."] {
            assert!(is_refused(data), "{data}");
        }
        for data in [
            "",
            "data",
            "corpus/.quoth",
            "corpus/.quoth/data",
            "corpuses",
        ] {
            assert!(!is_refused(data), "{data}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed() {
        let place = tempfile::TempDir::new().unwrap();
        let corpus = place.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::os::unix::fs::symlink(&corpus, place.path().join("link")).unwrap();
        let data = place.path().join("link/data");
        assert!(keep_apart(&[corpus], &data).is_err());
    }
}

//! Files that hold people's questions or documents: nobody but who runs Quoth reads them.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a file, which it creates if need be; on Unix readable by its owner alone.
pub(crate) fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Creates a folder, and those above it, as private as the files.
///
/// # Errors
///
/// A folder that cannot be created.
pub(crate) fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Creates the folder in which a file is to stand.
///
/// # Errors
///
/// A folder that cannot be created.
pub(crate) fn create_folder_of(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), create_folder)
}

#[cfg(all(test, unix))]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn nobody_else_reads_them() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("data/questions");
        create_folder_of(&file).unwrap();
        options().append(true).open(&file).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
    }
}

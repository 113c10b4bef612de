//! Files that hold people's questions: nobody but who runs the bot reads them.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a file, which it creates if need be; on Unix readable by its owner alone.
pub(super) fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Creates the folder in which a file is to stand, as private as the file.
///
/// # Errors
///
/// A folder that cannot be created.
pub(super) fn create_folder_of(file: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    file.parent()
        .map_or(Ok(()), |folder| builder.create(folder))
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

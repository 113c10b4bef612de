//! Files that hold people's questions or documents: nobody but who runs Quoth reads them.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use crate::hidden;

/// Files of one name that are put aside, at most.
const ASIDE: usize = 10;

/// Opens a file, which it creates if need be; on Unix readable by its owner alone.
pub(crate) fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Opens a file to read it and to add to its end. The file and its folder are created if need
/// be, and a file that others could read is closed to them.
pub(crate) fn append(path: &Path) -> io::Result<File> {
    create_folder_of(path)?;
    let file = options().read(true).append(true).open(path)?;
    close_to_others(path);
    Ok(file)
}

/// Puts `bytes` in the place of a file, as a whole and safe on the disk, or
/// leaves the file as it was. Its folder is created if need be.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    create_folder(folder)?;
    hidden::tidy(folder);
    let mut file = hidden::builder().tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    hidden::sync(folder);
    Ok(())
}

/// Gives a file that cannot be read a name under which nothing is written over it, nor it over
/// another, and tells that; `lost` says what it means: "so ...".
pub(crate) fn put_aside(file: &Path, error: &io::Error, lost: &str) {
    let named = |number: usize| match number {
        1 => file.with_extension("unreadable"),
        _ => file.with_extension(format!("unreadable-{number}")),
    };
    let mut free = (1..=ASIDE).map(named);
    let kept = match free.find(|name| fs::symlink_metadata(name).is_err()) {
        Some(aside) => match fs::rename(file, &aside) {
            Ok(()) => format!("it is kept as {}", aside.display()),
            Err(error) => format!("it cannot be kept: {error}"),
        },
        None => format!("it is not kept, as {ASIDE} others are"),
    };
    log::warn!("{} cannot be read, {lost}: {error}; {kept}", file.display());
}

/// Takes from others what rights they have to a file or a folder. Where that
/// cannot be done, as on file systems without such rights, it is told.
pub(crate) fn close_to_others(path: &Path) {
    if let Err(error) = take_rights_of_others(path) {
        log::warn!("others may be able to read {}: {error}", path.display());
    }
}

#[cfg(unix)]
fn take_rights_of_others(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;

    let mut permissions = fs::metadata(path)?.permissions();
    let (mode, own) = (permissions.mode(), permissions.mode() & !0o077);
    if mode == own {
        return Ok(());
    }
    permissions.set_mode(own);
    fs::set_permissions(path, permissions)
}

/// What a person's own folders hold is closed to others by the system.
#[cfg(not(unix))]
fn take_rights_of_others(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Creates a folder, and those above it, as private as the files.
pub(crate) fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Creates the folder in which a file is to stand.
pub(crate) fn create_folder_of(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), create_folder)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[cfg(unix)]
    fn mode(path: &Path) -> u32 {
        use std::os::unix::fs::PermissionsExt as _;

        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_them_even_where_everybody_could() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = TempDir::new().unwrap();
        let add: fn(&Path) = |file| drop(append(file).unwrap());
        let put: fn(&Path) = |file| replace(file, b"a").unwrap();
        for (name, write) in [("data/added", add), ("other/replaced", put)] {
            let file = folder.path().join(name);
            write(&file);
            assert_eq!(mode(&file), 0o600, "{name}");
            assert_eq!(mode(file.parent().unwrap()), 0o700, "{name}");
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
            write(&file);
            assert_eq!(mode(&file), 0o600, "{name}");
        }
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_else_stays() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("not/yet/there/account");
        replace(&file, b"a long account").unwrap();
        replace(&file, b"short").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"short");
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_put_aside_takes_the_place_of_nothing() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("languages.json");
        let error = io::Error::from(io::ErrorKind::InvalidData);
        for number in 1..=ASIDE + 2 {
            fs::write(&file, number.to_string()).unwrap();
            put_aside(&file, &error, "so nothing is known");
            assert_eq!(file.exists(), number > ASIDE, "{number}");
        }
        let kept = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(kept("languages.unreadable"), "1");
        assert_eq!(kept("languages.unreadable-10"), "10");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), ASIDE + 1);
    }

    #[test]
    fn what_cannot_be_replaced_stays_and_leaves_nothing_beside_it() {
        let folder = TempDir::new().unwrap();
        let taken = folder.path().join("a folder");
        fs::create_dir(&taken).unwrap();
        replace(&taken, b"a").unwrap_err();
        assert!(taken.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    /// As where the disk cannot make anything safe: the system refuses that to this thread.
    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    fn refuse_syncing() {
        use std::collections::BTreeMap;

        use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};

        let filter = SeccompFilter::new(
            BTreeMap::from([(libc::SYS_fsync, Vec::new())]),
            SeccompAction::Allow,
            SeccompAction::Errno(libc::EIO as u32),
            std::env::consts::ARCH.try_into().unwrap(),
        );
        let program: BpfProgram = filter.unwrap().try_into().unwrap();
        seccompiler::apply_filter(&program).unwrap();
    }

    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    #[test]
    fn what_is_not_safe_on_the_disk_takes_no_place() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("account");
        replace(&file, b"safe").unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                refuse_syncing();
                replace(&file, b"not safe").unwrap_err();
            });
        });
        assert_eq!(fs::read(&file).unwrap(), b"safe");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

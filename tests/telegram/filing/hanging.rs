//! Nobody waits for a file that hangs but whoever sent it. Bot and Telegram share
//! one thread here: one wait on it would be everybody's.

use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use super::*;
use crate::messages::id;

/// A program that extracts nothing until the pipe beside it is closed.
fn hanging(folder: &TempDir) -> (PathBuf, PathBuf) {
    let (program, pipe) = (folder.path().join("program"), folder.path().join("pipe"));
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    // It is started once more after it has failed, and then fails at once.
    let script = "#!/bin/sh\npipe=${0%program}pipe\n[ -p \"$pipe\" ] && cat \"$pipe\" && rm \"$pipe\"\nexit 1\n";
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    (program, pipe)
}

#[tokio::test]
async fn a_file_that_hangs_keeps_nobody_else_waiting() {
    let (documents, folder) = (ferry(), TempDir::new().unwrap());
    let origin = Origin {
        data: Some(folder.path().to_owned()),
        ..Origin::in_memory(&[documents.path().to_owned()])
    };
    // What is there at the start is read in this process.
    drop(Place::serving(origin.clone()));
    let (program, pipe) = hanging(&folder);
    let service = Place::serving(Origin {
        extractor: Some(program),
        ..origin
    });
    let mut bot = Bot::serving(service).await;
    let file = bot.server.file(ADMIN, "tram.md", TRAM.as_bytes());
    bot.server.deliver(&file);
    // Its program holds the pipe open.
    let opened = tokio::task::spawn_blocking(move || fs::File::options().write(true).open(pipe));
    let pipe = opened.await.unwrap().unwrap();

    // A command for which the same files are needed waits as well.
    let forget = private(DEPUTY, "/forget ferry.txt");
    bot.server.deliver(&forget);
    for asked in ["/start", "/help", "/sources", "/language"] {
        bot.reply(&private(5, asked)).await;
    }
    let asked = private(6, "When does the ferry sail?");
    let answer = bot.reply(&asked).await;
    bot.server
        .edit(6, id(&answer["reply_to_message"]), "Who sails?");
    bot.server.edited().await;

    drop(pipe);
    bot.stop().await;
}

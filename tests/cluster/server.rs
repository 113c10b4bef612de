//! One `OpenSearch` server: its home, its folder and its process.

use std::fs::{self, File};
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// User `nobody` and its group: the server refuses to run as root.
const NOBODY: &str = "65534";

/// A small heap, and a compiler that is done soon: a start takes half the time.
const JAVA: [&str; 13] = [
    "-Xms256m",
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:TieredStopAtLevel=1",
    "-Djava.security.manager=allow",
    "-Dfile.encoding=UTF-8",
    "-Dio.netty.noUnsafe=true",
    "-Dio.netty.noKeySetOptimization=true",
    "-Dio.netty.recycler.maxCapacityPerThread=0",
    "-Dlog4j2.disable.jmx=true",
    "-Dlog4j.shutdownHookEnabled=false",
    "-Dopensearch.distribution.type=tar",
];

/// The log is written where the output goes.
const LOGGING: &str = "\
status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
";

/// Runs `install.sh`, which says where the server's home is, or what this machine lacks for it.
pub fn install(arguments: &[&str]) -> Result<PathBuf, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cluster/opensearch/install.sh");
    // The folder that this test was built in, wherever that is.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let output = Command::new("bash")
        .arg(script)
        .args(arguments)
        .env("CARGO_TARGET_DIR", target.unwrap_or(Path::new("target")))
        .stdin(Stdio::null())
        .output()
        .map_err(|e| format!("bash cannot be run: {e}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        return Ok(PathBuf::from(said.trim()));
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(format!("{said}{errors}").trim().to_owned())
}

/// Whether this process is root, told by a folder that it has made.
#[cfg(unix)]
pub fn is_root(made: &Path) -> io::Result<bool> {
    Ok(std::os::unix::fs::MetadataExt::uid(&fs::metadata(made)?) == 0)
}

#[cfg(not(unix))]
pub fn is_root(_made: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Gives a folder and all in it to the user that the servers run as.
pub fn give_to_nobody(folder: &Path) -> io::Result<()> {
    let owner = format!("{NOBODY}:{NOBODY}");
    run(Command::new("chown").arg("-R").arg(owner).arg(folder))
}

/// Copies a folder with all in it.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    run(Command::new("cp").arg("-R").arg(from).arg(to))
}

fn run(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{command:?}: {status}")))
}

/// A port of loopback that nothing listens on. It is not among those that the system gives to
/// outgoing connections, which could take it before the server does.
pub fn free_port() -> io::Result<u16> {
    const FIRST: u16 = 20_000;
    const COUNT: u16 = 10_000;
    static NEXT: LazyLock<AtomicU16> = LazyLock::new(|| AtomicU16::new(process::id() as u16));
    let mut last = io::Error::other("there are no ports");
    for _ in 0..COUNT {
        let port = FIRST + NEXT.fetch_add(1, Ordering::Relaxed) % COUNT;
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(_) => return Ok(port),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// What a server needs to be started, and its process while it runs.
pub struct Server {
    /// With the folders `config`, `data`, `logs` and `tmp`.
    pub folder: PathBuf,
    pub home: PathBuf,
    pub port: u16,
    pub as_nobody: bool,
    process: Mutex<Option<Child>>,
}

impl Server {
    /// Makes its folder with its settings, but does not start it.
    pub fn new(
        folder: PathBuf,
        home: PathBuf,
        port: u16,
        as_nobody: bool,
        settings: &str,
    ) -> io::Result<Self> {
        for part in ["config", "data", "logs", "tmp"] {
            fs::create_dir_all(folder.join(part))?;
        }
        let place = folder.display();
        let settings = format!(
            "{settings}network.host: 127.0.0.1\nhttp.port: {port}\n\
             path.data: {place}/data\npath.logs: {place}/logs\n"
        );
        fs::write(folder.join("config/opensearch.yml"), settings)?;
        fs::write(folder.join("config/log4j2.properties"), LOGGING)?;
        Ok(Self {
            folder,
            home,
            port,
            as_nobody,
            process: Mutex::new(None),
        })
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Whether it was started and not killed since.
    pub fn should_run(&self) -> bool {
        self.process().is_some()
    }

    /// How it ended, where it should run.
    pub fn ended(&self) -> io::Result<Option<ExitStatus>> {
        self.process().as_mut().map_or(Ok(None), Child::try_wait)
    }

    pub fn start(&mut self) -> io::Result<()> {
        let child = spawn(self.command()?)?;
        *self.process() = Some(child);
        Ok(())
    }

    /// Ends it as a crash would, and waits until it has ended.
    pub fn kill(&mut self) -> io::Result<()> {
        let Some(mut child) = self.process().take() else {
            return Ok(());
        };
        child.kill()?;
        child.wait()?;
        Ok(())
    }

    /// The last lines that it wrote.
    pub fn output(&self) -> String {
        let bytes = fs::read(self.folder.join("output")).unwrap_or_default();
        let output = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = output.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }

    fn process(&self) -> MutexGuard<'_, Option<Child>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The server, with no process between it and this one.
    fn command(&self) -> io::Result<Command> {
        let file = File::options()
            .create(true)
            .append(true)
            .open(self.folder.join("output"))?;
        let mut command = java(self.as_nobody);
        command.args(JAVA);
        for (name, place) in [
            ("java.io.tmpdir", self.folder.join("tmp")),
            ("jna.tmpdir", self.folder.join("tmp")),
            ("opensearch.path.home", self.home.clone()),
            ("opensearch.path.conf", self.folder.join("config")),
        ] {
            command.arg(format!("-D{name}={}", place.display()));
        }
        command
            .arg("-cp")
            .arg(self.home.join("lib/*"))
            .arg("org.opensearch.bootstrap.OpenSearch")
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file);
        Ok(command)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self.kill() {
            eprintln!("the server at {} cannot be ended: {error}", self.url());
        }
    }
}

/// Java as a process that the system ends with this one, where it can be told to (Linux).
fn java(as_nobody: bool) -> Command {
    static SETPRIV: LazyLock<bool> = LazyLock::new(|| {
        let tried = Command::new("setpriv")
            .args(["--pdeathsig", "KILL", "true"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        tried.is_ok_and(|status| status.success())
    });
    if !as_nobody && !*SETPRIV {
        return Command::new("java");
    }
    let mut command = Command::new("setpriv");
    if as_nobody {
        command.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]);
    }
    if *SETPRIV {
        command.args(["--pdeathsig", "KILL"]);
    }
    command.arg("java");
    command
}

/// Starts a process from a thread that lasts as long as this process does: to Linux the parent
/// is a thread, and when a trial's thread ends, what it started would end as well.
fn spawn(command: Command) -> io::Result<Child> {
    type Order = (Command, mpsc::Sender<io::Result<Child>>);
    static ORDERS: LazyLock<mpsc::Sender<Order>> = LazyLock::new(|| {
        let (orders, received) = mpsc::channel::<Order>();
        thread::spawn(move || {
            for (mut command, answer) in received {
                // Whoever ordered waits for the answer.
                let _ = answer.send(command.spawn());
            }
        });
        orders
    });
    let (answer, child) = mpsc::channel();
    let gone = || io::Error::other("the thread that starts processes is gone");
    ORDERS.send((command, answer)).map_err(|_| gone())?;
    child.recv().map_err(|_| gone())?
}

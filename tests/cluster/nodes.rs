//! A real `OpenSearch` cluster on loopback, its data in a temporary folder.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use reqwest::blocking::Client;
use tempfile::TempDir;

use crate::server::{Server, copy, free_port, give_to_nobody, install, is_root};

/// How long a start or a change of the cluster may take.
const PATIENCE: Duration = Duration::from_mins(3);

/// How long to wait before looking again.
const PAUSE: Duration = Duration::from_millis(200);

/// A running cluster. Its nodes, numbered from 1, end with it.
pub struct Nodes {
    servers: Vec<Server>,
    client: Client,
    /// After the servers, so that none runs any more when it is removed.
    _folder: TempDir,
}

impl Nodes {
    /// Whether this machine can run a cluster, and else what it lacks.
    pub fn available() -> Result<(), String> {
        if cfg!(not(unix)) {
            return Err("the servers are started on Unix only".to_owned());
        }
        install(&["--check"]).map(drop)
    }

    /// Starts a cluster of `count` nodes and waits until it is green. Of two nodes only node 1
    /// can be the manager, so that a test knows which one can be spared.
    pub fn start(count: usize) -> Result<Self, String> {
        static HOME: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        let installed = || Self::available().and_then(|()| install(&[]));
        let home = HOME.get_or_init(installed).as_ref()?;
        let client = Client::builder()
            .no_proxy()
            .timeout(Duration::from_secs(5))
            .build()
            .map_err(|e| format!("there is no HTTP client: {e}"))?;
        let laid_out = |e: io::Error| format!("the nodes' folder cannot be made: {e}");
        let folder = tempfile::Builder::new()
            .prefix("quoth-cluster-")
            .tempdir()
            .map_err(laid_out)?;
        let servers = lay_out(count, home, folder.path()).map_err(laid_out)?;
        let mut nodes = Self {
            servers,
            client,
            _folder: folder,
        };
        for number in 1..=count {
            nodes.launch(number)?;
        }
        nodes.wait_for("green")?;
        Ok(nodes)
    }

    /// The addresses of all nodes, also of killed ones, that of node 1 first.
    pub fn urls(&self) -> Vec<String> {
        self.servers.iter().map(Server::url).collect()
    }

    /// The number of the manager, once the running nodes have agreed on one.
    pub fn manager(&self) -> Result<usize, String> {
        self.eventually("no node is the manager", || {
            let name = self.ask("/_cat/cluster_manager?h=node")?;
            let number = name.trim().strip_prefix("node")?.parse().ok()?;
            self.server(number).should_run().then_some(number)
        })
    }

    /// Ends a node as a crash would.
    pub fn kill(&mut self, number: usize) -> Result<(), String> {
        let killed = self.servers[number - 1].kill();
        killed.map_err(|e| format!("node {number} cannot be killed: {e}"))
    }

    /// Starts a killed node with the data that it has, and waits until it answers.
    pub fn start_again(&mut self, number: usize) -> Result<(), String> {
        if self.server(number).should_run() {
            return Err(format!("node {number} runs already"));
        }
        self.launch(number)?;
        let failure = format!("node {number} does not answer");
        self.eventually(&failure, || self.get(&self.server(number).url()))?;
        Ok(())
    }

    /// Waits until the running nodes and no others are one cluster, whose health is `state`
    /// (`yellow` or `green`) or better.
    pub fn wait_for(&self, state: &str) -> Result<(), String> {
        let running = self.servers.iter().filter(|s| s.should_run()).count();
        let path = format!(
            "/_cluster/health?wait_for_nodes={running}&wait_for_status={state}\
             &wait_for_no_initializing_shards=true&timeout=2s"
        );
        let failure = format!("no {state} cluster of {running} nodes");
        self.eventually(&failure, || self.ask(&path))?;
        Ok(())
    }

    fn server(&self, number: usize) -> &Server {
        &self.servers[number - 1]
    }

    fn launch(&mut self, number: usize) -> Result<(), String> {
        let started = self.servers[number - 1].start();
        started.map_err(|e| format!("node {number} cannot be started: {e}"))
    }

    /// Looks until something is found, as long as all nodes run that should.
    fn eventually<T>(&self, failure: &str, look: impl Fn() -> Option<T>) -> Result<T, String> {
        let begin = Instant::now();
        loop {
            if let Some(found) = look() {
                return Ok(found);
            }
            for (server, number) in self.servers.iter().zip(1..) {
                if let Ok(Some(status)) = server.ended() {
                    let output = server.output();
                    return Err(format!("node {number} ended, {status}:\n{output}"));
                }
            }
            if begin.elapsed() > PATIENCE {
                let seconds = PATIENCE.as_secs();
                let outputs: Vec<_> = self.servers.iter().map(Server::output).collect();
                let outputs = outputs.join("\n\n");
                return Err(format!("{failure} within {seconds} s:\n{outputs}"));
            }
            thread::sleep(PAUSE);
        }
    }

    /// What the first of the running nodes says that answers with success.
    fn ask(&self, path: &str) -> Option<String> {
        let mut running = self.servers.iter().filter(|server| server.should_run());
        running.find_map(|server| self.get(&(server.url() + path)))
    }

    fn get(&self, url: &str) -> Option<String> {
        let answer = self.client.get(url).send().ok()?;
        answer.error_for_status().ok()?.text().ok()
    }
}

/// Makes the folders of all nodes, in one that must be reachable by the servers' user.
fn lay_out(count: usize, home: &Path, folder: &Path) -> io::Result<Vec<Server>> {
    let as_nobody = is_root(folder)?;
    let mut home = home.to_owned();
    if as_nobody {
        // The repository may be where only root can read.
        let reachable = folder.join("home");
        copy(&home, &reachable)?;
        home = reachable;
    }
    let ports: Vec<u16> = (0..count).map(|_| free_port()).collect::<Result<_, _>>()?;
    let seeds: Vec<String> = ports.iter().map(|p| format!("\"127.0.0.1:{p}\"")).collect();
    let managers = if count == 2 { 1 } else { count };
    let first: Vec<String> = (1..=managers).map(|n| format!("node{n}")).collect();
    let (seeds, first) = (seeds.join(", "), first.join(", "));
    let mut servers = Vec::new();
    for (port, number) in ports.into_iter().zip(1..) {
        let name = format!("node{number}");
        let manager = if number <= managers {
            "cluster_manager, "
        } else {
            ""
        };
        // A disk that is nearly full must not move shards or forbid writing in a test.
        let settings = format!(
            "cluster.name: quoth-test\n\
             node.name: {name}\n\
             node.roles: [{manager}data, ingest]\n\
             transport.port: {port}\n\
             discovery.seed_hosts: [{seeds}]\n\
             cluster.initial_cluster_manager_nodes: [{first}]\n\
             cluster.routing.allocation.disk.threshold_enabled: false\n"
        );
        let place = folder.join(&name);
        let home = home.clone();
        servers.push(Server::new(
            place,
            home,
            free_port()?,
            as_nobody,
            &settings,
        )?);
    }
    if as_nobody {
        give_to_nobody(folder)?;
    }
    Ok(servers)
}

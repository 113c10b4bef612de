//! A cluster behind TLS that wants to know who asks.
//!
//! The certificates in `tls/` are for this alone: `ca.pem` signed `node.pem`,
//! which holds its key, and the key of `ca.pem` is gone.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::nodes::Nodes;
use crate::quoth::{Outcome, Place};

const NODE: &[u8] = include_bytes!("tls/node.pem");
const PASSWORD: &str = "s3cret";
/// Base64 of "asker:s3cret".
const CREDENTIALS: &str = "authorization: Basic YXNrZXI6czNjcmV0";

/// Takes what is encrypted, and hands it to a node as plain HTTP.
struct Gate {
    port: u16,
    /// What each connection began with.
    heads: Arc<Mutex<Vec<String>>>,
    /// Its threads, which end with it.
    _runtime: Runtime,
}

impl Gate {
    fn before(node: SocketAddr) -> Outcome<Self> {
        let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(NODE).collect();
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(certificates?, PrivateKeyDer::from_pem_slice(NODE)?)?;
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let runtime = Runtime::new()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let port = listener.local_addr()?.port();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        runtime.spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                let (acceptor, seen) = (acceptor.clone(), Arc::clone(&seen));
                // Who does not trust the certificate hangs up.
                tokio::spawn(async move { pass(acceptor, connection, node, &seen).await.ok() });
            }
        });
        Ok(Self {
            port,
            heads,
            _runtime: runtime,
        })
    }
}

async fn pass(
    acceptor: TlsAcceptor,
    connection: TcpStream,
    node: SocketAddr,
    seen: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut asker = acceptor.accept(connection).await?;
    let mut head = vec![0; 16 * 1024];
    let length = asker.read(&mut head).await?;
    let text = String::from_utf8_lossy(&head[..length]).into_owned();
    seen.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(text);
    let mut node = TcpStream::connect(node).await?;
    node.write_all(&head[..length]).await?;
    copy_bidirectional(&mut asker, &mut node).await?;
    Ok(())
}

pub fn a_cluster_behind_tls_is_asked_by_its_user(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "encrypted")?;
    place.put("ferry.txt", "The night ferry sails at nine o'clock.")?;
    place.bring_up_to_date()?;
    let urls = nodes.urls();
    let node = urls[0].trim_start_matches("http://").parse()?;
    let gate = Gate::before(node)?;
    let ca = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cluster/tls/ca.pem");
    let address = format!("https://asker@localhost:{}", gate.port);
    let ask = ["ask", "When does the night ferry sail?"];
    let asked = || {
        place
            .reader_at(&address, &ask)
            .with("QUOTH_ENGINE_PASSWORD", PASSWORD)
    };
    asked()
        .with("QUOTH_ENGINE_CA", &ca.display().to_string())
        .done()?
        .exits(0)?;
    let heads = gate.heads.lock().unwrap_or_else(PoisonError::into_inner);
    if heads.is_empty() || !heads.iter().all(|head| head.contains(CREDENTIALS)) {
        return Err(format!("nobody said who asks: {heads:?}").into());
    }
    drop(heads);
    // Without the certificate, nobody knows whose the node is.
    let refused = asked().done()?.exits(2)?;
    if !refused.stderr.contains("not reachable") || refused.stderr.contains(PASSWORD) {
        return Err(refused.stderr.into());
    }
    Ok(())
}

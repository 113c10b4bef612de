//! The engine in an `OpenSearch` cluster, which many processes share: one
//! `quoth index` writes, and all others ask.
//!
//! A document is one text of the cluster with its passages nested in it, so that
//! it is replaced as a whole, and no question sees half of it. Its words are
//! indexed as Quoth takes them apart ([`schema`]); the cluster finds the passages
//! that may be best ([`candidates`]) and those that mean most nearly what is asked
//! ([`nearest`]), and these are scored here with the counts of what stands, as in
//! this process's own engine. What a question needs to
//! know of its words is asked all at once ([`lookups`]).
//!
//! [`client`] speaks to the nodes, whichever of them answer. [`writer`] puts
//! documents in under a [`lease`], into an index that readers see when it is
//! whole ([`generations`]).

mod candidates;
mod client;
mod generations;
mod lease;
mod lookups;
mod nearest;
mod schema;
mod view;
mod writer;

use std::path::PathBuf;

use url::Url;

use crate::secret::Secret;
pub(super) use view::open;
pub(crate) use writer::ClusterStore;

/// Which cluster, and as whom.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its nodes, asked in turn; at least one.
    pub addresses: Vec<Url>,
    /// The user, and the password if there is one.
    pub user: Option<(String, Option<Secret>)>,
    /// A file of certificates (PEM) that the nodes' own are signed by, beside those that all trust.
    pub ca: Option<PathBuf>,
    /// What the names of Quoth's indexes in the cluster begin with.
    pub index: String,
}

/// How an index in a cluster is written to.
#[derive(Clone, Debug)]
pub struct Writing {
    /// In which cluster.
    pub cluster: Settings,
    /// Whether to wait for another process that writes to it.
    pub is_patient: bool,
    /// Whether to fill a new index, also where there is one.
    pub anew: bool,
}

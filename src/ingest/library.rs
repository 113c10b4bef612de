//! What is known of the files of an origin: compares it with what is there, and
//! has the store take in and let go of what has changed.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::time::Duration;

use super::faults::Fault;
use super::reading::{self, Content};
use super::record::{self, Stamp};
use super::{IngestError, LEAST_MEMORY, Origin, Progress, keep_apart, version};
use crate::corpus::Skipped;
use crate::corpus::files::{self, Found};
use crate::index::{self, ClusterStore, EmbeddedStore, Index, IndexError, KnownFile, Store};

/// Bytes of files that are read between two commits: what a kill may cost.
const BATCH: u64 = 64 * 1024 * 1024;
/// A file that was written to less than this ago may be half-written.
const SETTLED: Duration = Duration::from_millis(200);
/// A file that is damaged may be half-written, if it was written to less than this ago.
const UNFINISHED: Duration = Duration::from_mins(1);

/// What is known of the files of an origin.
pub(crate) struct Library {
    pub(super) origin: Origin,
    pub(super) store: Box<dyn Store>,
    /// The files as what is indexed of them was read, by their keys.
    pub(super) files: HashMap<u64, Stamp>,
    /// Why files are no documents, or not as they are now, by their names.
    pub(super) faults: BTreeMap<String, Fault>,
    /// What the last index has of files that are no documents.
    skipped: Option<Vec<Skipped>>,
    /// Whether something was taken or removed that no index has been handed out with.
    has_news: bool,
    /// Whether an earlier process kept the index, and nobody has looked whether all of it
    /// is as that wrote it.
    is_unchecked: bool,
}

/// What looking over the files came to.
pub(crate) struct Refreshed {
    /// The index, where anything has changed.
    pub(crate) index: Option<Index>,
    /// Whether no file was left for later: because it may be half-written, or
    /// because there are many.
    pub(crate) is_settled: bool,
}

impl Library {
    /// What an earlier process has kept of an origin, or nothing.
    pub(crate) fn open(mut origin: Origin) -> Result<Self, IngestError> {
        origin.memory = origin.memory.max(LEAST_MEMORY);
        if let Some(data) = &origin.data {
            keep_apart(&origin.roots, data)?;
        }
        let (store, files): (Box<dyn Store>, _) = match (&origin.cluster, &origin.data) {
            (Some(writing), _) => {
                let store = ClusterStore::open(writing, &version::folder())?;
                let files = record::files(&store)?;
                (Box::new(store), files)
            }
            (None, Some(data)) => {
                let (store, files) = record::open(data, &origin.roots, origin.memory)?;
                (Box::new(store), files)
            }
            (None, None) => {
                let store = EmbeddedStore::in_memory(origin.memory)?;
                (Box::new(store), HashMap::new())
            }
        };
        let unfit = store.engine().unfit()?.into_iter();
        let faults = unfit.map(|(name, reason)| (name, Fault::of(reason)));
        Ok(Self {
            origin,
            store,
            is_unchecked: !files.is_empty(),
            files,
            faults: faults.collect(),
            skipped: None,
            has_news: false,
        })
    }

    pub(crate) fn roots(&self) -> &[PathBuf] {
        &self.origin.roots
    }

    /// The index as it is kept, whatever has become of the files meanwhile.
    pub(crate) fn index(&self) -> Index {
        let skipped = self.skipped.clone();
        let skipped = skipped.unwrap_or_else(|| self.with_faults(Vec::new()));
        Index::new(&*self.store, skipped)
    }

    /// Reads what is new or has changed, the newest first, and forgets what is gone.
    ///
    /// With `patient`, files that somebody may be writing to are left as they
    /// are known, for the next time, and so is what is left after a batch. Once
    /// nothing is left, what an earlier process kept is read through, and built
    /// again where it is damaged.
    /// Where a root is gone, or the index fails, what was known stays.
    pub(crate) fn refresh(
        &mut self,
        patient: bool,
        mut progress: impl FnMut(Progress),
    ) -> Result<Refreshed, IngestError> {
        let store = match self.look_over(patient, &mut progress) {
            Err(IngestError::Index(IndexError::Foreign)) => {
                log::info!("another process keeps this index: this one stays in memory");
                self.in_memory()?
            }
            Err(IngestError::Index(error))
                if self.store.is_kept() && self.origin.cluster.is_none() =>
            {
                log::warn!("the index cannot be kept, and stays in memory: {error}");
                self.in_memory()?
            }
            Ok(refreshed) if patient && refreshed.is_settled && self.is_damaged() => {
                log::warn!("a file of the kept index is damaged; built again");
                self.anew()?
            }
            done => return done,
        };
        self.store = store;
        self.files.clear();
        self.faults.clear();
        self.has_news = true;
        self.look_over(false, &mut progress)
    }

    /// An empty store for this process alone; what is kept stays as it is.
    fn in_memory(&self) -> Result<Box<dyn Store>, IndexError> {
        Ok(Box::new(EmbeddedStore::in_memory(self.origin.memory)?))
    }

    /// Whether something of what an earlier process kept is damaged. It is looked
    /// through once: of a large index this takes a second a gigabyte or more.
    fn is_damaged(&mut self) -> bool {
        let is_damaged = if self.is_unchecked && self.store.is_kept() {
            self.store.is_damaged()
        } else {
            Some(false)
        };
        self.is_unchecked = is_damaged.is_none();
        is_damaged == Some(true)
    }

    /// An empty store in the place of what is kept.
    fn anew(&mut self) -> Result<Box<dyn Store>, IndexError> {
        let Some(data) = self.origin.data.clone() else {
            return self.in_memory();
        };
        // What holds the old one lets go of it.
        self.store = self.in_memory()?;
        record::discard(&data, &self.origin.roots);
        match record::open(&data, &self.origin.roots, self.origin.memory)? {
            (store, files) if files.is_empty() => Ok(Box::new(store)),
            // It could not be thrown away.
            _ => self.in_memory(),
        }
    }

    fn look_over(
        &mut self,
        patient: bool,
        progress: &mut impl FnMut(Progress),
    ) -> Result<Refreshed, IngestError> {
        let (found, skipped) = files::find(&self.origin.roots)?;
        let there: HashSet<u64> = found.iter().map(|file| index::key(&file.name)).collect();
        let gone = self.files.keys().filter(|key| !there.contains(key));
        let gone: Vec<u64> = gone.copied().collect();
        for key in gone {
            self.own()?.remove(key)?;
            self.files.remove(&key);
            self.has_news = true;
        }
        self.faults
            .retain(|name, _| there.contains(&index::key(name)));
        let (mut news, mut is_settled) = (Vec::new(), true);
        for file in found {
            let known = self.files.get(&index::key(&file.name)).copied();
            let retry = self.faults.get(&file.name).and_then(|fault| fault.retry);
            let is_passed = match retry {
                Some(retry) => retry.is_of(&file) && !retry.due_in().is_zero(),
                None => known.is_some_and(|known| known.is_of(&file)),
            };
            if is_passed {
                continue;
            }
            if patient && file.is_fresh(SETTLED) {
                is_settled = false;
                continue;
            }
            // What could not be extracted is tried again though it may be the same.
            news.push((file, known.filter(|_| retry.is_none())));
        }
        news.sort_by(|(a, _), (b, _)| b.modified.cmp(&a.modified).then(a.name.cmp(&b.name)));
        if patient {
            let mut bytes = 0;
            let batch = news.iter().take_while(|(file, _)| {
                let is_room = bytes < BATCH;
                bytes += file.size;
                is_room
            });
            let batch = batch.count();
            is_settled &= batch == news.len();
            news.truncate(batch);
        }
        let mut so_far = Progress {
            files: 0,
            all_files: news.len(),
            bytes: 0,
            all_bytes: news.iter().map(|(file, _)| file.size).sum(),
        };
        let mut batch = 0;
        let extractor = self.origin.extractor.clone();
        let memory = self.origin.memory;
        let take = |file: &Found, stamp: Stamp, content: Content| {
            so_far.files += 1;
            so_far.bytes += file.size;
            batch += file.size;
            progress(so_far);
            self.has_news |= self.take(file, stamp, content)?;
            if batch >= BATCH {
                batch = 0;
                self.store.commit()?;
            }
            Ok::<(), IndexError>(())
        };
        reading::read(&news, extractor.as_deref(), memory, take)?;
        let skipped = self.with_faults(skipped);
        let is_news = self.has_news || self.skipped.as_ref() != Some(&skipped);
        if self.has_news {
            self.store.commit()?;
            self.has_news = false;
        }
        let index = is_news.then(|| {
            self.skipped = Some(skipped);
            self.index()
        });
        if is_settled {
            self.store.complete()?;
        }
        Ok(Refreshed { index, is_settled })
    }

    /// How long until a file is to be tried again whose text could not be extracted.
    pub(crate) fn next_try(&self) -> Option<Duration> {
        let faults = self.faults.values();
        faults.filter_map(|fault| Some(fault.retry?.due_in())).min()
    }

    /// All files whose content answers nothing, in the order of their names.
    fn with_faults(&self, mut skipped: Vec<Skipped>) -> Vec<Skipped> {
        let faults = self.faults.iter();
        let faults =
            faults.map(|(name, fault)| Skipped::unreadable(name.clone(), fault.reason.clone()));
        skipped.extend(faults);
        skipped.sort_by(|a, b| a.name.cmp(&b.name));
        skipped
    }

    /// Takes what was read of a file. Returns whether an answer may change by it.
    fn take(&mut self, file: &Found, stamp: Stamp, content: Content) -> Result<bool, IndexError> {
        let key = index::key(&file.name);
        let known = KnownFile {
            key,
            looks: stamp.looks,
            content: stamp.content,
        };
        let unfit = match content {
            Content::Same => {
                self.files.insert(key, stamp);
                return Ok(false);
            }
            Content::Document(analysis) => {
                let refused = self.without(key)?.put(known, *analysis)?;
                refused.map(str::to_owned)
            }
            Content::Large(document) => {
                let store = self.without(key)?;
                match reading::guarded(|| store.put_large(known, &document)) {
                    Ok(refused) => refused?.map(str::to_owned),
                    Err(reason) => {
                        // Its first passages may stand there.
                        store.remove(key)?;
                        return self.take(file, stamp, Content::Unread(reason));
                    }
                }
            }
            // Somebody may still be writing to it.
            Content::Unfit(reason) if file.is_fresh(UNFINISHED) && self.answers(key)? => {
                return self.take(file, stamp, Content::NotExtracted(reason));
            }
            Content::Unfit(reason) => Some(reason),
            Content::Unread(reason) => {
                let is_known = self.files.contains_key(&key);
                let fault = self.faults.get(&file.name);
                let is_same = fault.is_some_and(|fault| fault.reason == reason);
                if is_known && !is_same {
                    self.own()?.remove(key)?;
                }
                self.faults.insert(file.name.clone(), Fault::of(reason));
                self.files.insert(key, stamp);
                return Ok(!is_same);
            }
            // What is indexed of it still answers, and its file is known by that.
            Content::NotExtracted(reason) => {
                let answers = self.answers(key)?;
                let before = self.faults.get(&file.name);
                let fault = Fault::passing(reason, answers, file, before);
                self.faults.insert(file.name.clone(), fault);
                return Ok(false);
            }
        };
        if let Some(reason) = unfit {
            // Only why it is no document is kept; its earlier version is gone.
            let store = self.without(key)?;
            store.put_unfit(known, &file.name, &reason)?;
            self.faults.insert(file.name.clone(), Fault::of(reason));
        } else {
            self.faults.remove(&file.name);
        }
        self.files.insert(key, stamp);
        Ok(true)
    }

    /// Whether a version of a file is indexed.
    fn answers(&self, key: u64) -> Result<bool, IndexError> {
        Ok(self.files.contains_key(&key) && self.index().has(key)?)
    }

    /// The store, with nothing of a file in it.
    fn without(&mut self, key: u64) -> Result<&mut dyn Store, IndexError> {
        let is_known = self.files.contains_key(&key);
        let store = self.own()?;
        if is_known {
            store.remove(key)?;
        }
        Ok(store)
    }

    /// The store, where it can be changed: what another process keeps is its own.
    fn own(&mut self) -> Result<&mut dyn Store, IndexError> {
        if self.store.open_to_write()? {
            Ok(&mut *self.store)
        } else {
            Err(IndexError::Foreign)
        }
    }
}

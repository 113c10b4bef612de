//! A corpus that can be asked, also while it changes: what every front end calls.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use crate::answer::{Answer, Before, Excerpt, Explanation, Extent, Models, Place, Quote, Settings};
use crate::corpus::{CorpusError, Skipped};
use crate::index::{Contents, Index, IndexError, cluster};
use crate::ingest::{self, IngestError, Library, Origin, Progress, Watching};
use crate::language::vectors::Vectors;
use crate::reader::Reader;
use crate::wording;

/// A corpus that can be asked, also while it changes.
pub struct Quoth {
    /// What is asked: always whole, and replaced as a whole.
    index: RwLock<Arc<Index>>,
    /// What keeps it; `None` where another process does, in a cluster.
    library: Option<Mutex<Library>>,
    /// The folders and files of the documents; none where another process has them.
    roots: Vec<PathBuf>,
    settings: Settings,
}

impl Quoth {
    /// Reads and indexes the documents of an origin, as far as they are not kept.
    ///
    /// # Errors
    ///
    /// Where a root does not exist, nothing under them can be read, the index
    /// fails, or the weights in the program cannot be used.
    pub fn open(
        origin: Origin,
        settings: Settings,
        progress: impl FnMut(Progress),
    ) -> Result<Self, IngestError> {
        check_weights(settings)?;
        Self::read(Library::open(origin)?, settings, progress)
    }

    /// The same, but a kept index is used as it is, without a look at the files:
    /// call [`watch`](Self::watch) next, which looks at them at once.
    ///
    /// # Errors
    ///
    /// As [`Quoth::open`], but that a root is gone is only seen later.
    pub fn open_kept(
        origin: Origin,
        settings: Settings,
        progress: impl FnMut(Progress),
    ) -> Result<Self, IngestError> {
        check_weights(settings)?;
        let library = Library::open(origin)?;
        let index = library.index();
        if index.contents()?.documents == 0 {
            return Self::read(library, settings, progress);
        }
        Ok(Self::of(index, Some(library), settings))
    }

    /// Opens what another process keeps in a cluster.
    ///
    /// # Errors
    ///
    /// Where the cluster cannot be reached or has no index, or the weights in the
    /// program cannot be used.
    pub fn open_in_cluster(
        cluster: &cluster::Settings,
        settings: Settings,
    ) -> Result<Self, IngestError> {
        check_weights(settings)?;
        Ok(Self::of(ingest::kept_by_others(cluster)?, None, settings))
    }

    fn of(index: Index, library: Option<Library>, settings: Settings) -> Self {
        let roots = library.as_ref().map(|library| library.roots().to_vec());
        Self {
            index: RwLock::new(Arc::new(index)),
            roots: roots.unwrap_or_default(),
            library: library.map(Mutex::new),
            settings,
        }
    }

    fn read(
        mut library: Library,
        settings: Settings,
        progress: impl FnMut(Progress),
    ) -> Result<Self, IngestError> {
        let refreshed = library.refresh(false, progress)?;
        let index = refreshed.index.unwrap_or_else(|| library.index());
        let Contents {
            documents, skipped, ..
        } = index.contents()?;
        for file in &skipped {
            log::debug!("skipped {}: {}", file.name, file.reason);
        }
        if documents == 0 {
            let roots = library.roots().to_vec();
            return Err(CorpusError::Empty { roots, skipped }.into());
        }
        Ok(Self::of(index, Some(library), settings))
    }

    /// Looks whether files have changed, and answers from what they hold now.
    /// Returns whether all were looked at: one that somebody may be writing to is not.
    ///
    /// # Errors
    ///
    /// Where the files cannot be looked over, or the index fails; questions are
    /// then answered as before.
    pub fn refresh(&self) -> Result<bool, IngestError> {
        let Ok(mut library) = self.library() else {
            return Ok(true);
        };
        self.look(&mut library, true)
    }

    /// The same with the files in hand; only if `patient` may one be left for later.
    pub(crate) fn look(&self, library: &mut Library, patient: bool) -> Result<bool, IngestError> {
        let refreshed = library.refresh(patient, |_| {})?;
        if let Some(index) = refreshed.index {
            // Nobody is patient with a file that was sent: its sender is told why
            // it is unreadable, and it is taken out again.
            if patient {
                self.tell_unreadable(&index);
            }
            let mut current = self.index.write().unwrap_or_else(PoisonError::into_inner);
            *current = Arc::new(index);
        }
        Ok(refreshed.is_settled)
    }

    /// Logs which files could be read before, or were not there, and cannot be read in `new`.
    fn tell_unreadable(&self, new: &Index) {
        let old = self.index();
        let (Ok(known), Ok(contents)) = (old.contents(), new.contents()) else {
            return;
        };
        let (known, skipped) = (known.skipped, contents.skipped);
        let is_news = |file: &&Skipped| file.is_unreadable && !known.contains(file);
        for file in skipped.iter().filter(is_news) {
            let told = format!("skipped {}: {}", file.name, file.reason);
            log::warn!("{}", wording::printable(&told));
        }
    }

    /// Refreshes whenever files change, for as long as what it returns lives;
    /// `None` where another process does.
    #[must_use]
    pub fn watch(self: &Arc<Self>) -> Option<Watching> {
        let library = self.library().ok()?;
        let quoth = Arc::clone(self);
        let mut has_failed = false;
        Some(Watching::start(library.roots(), move || {
            let mut library = quoth.library().ok()?;
            match quoth.look(&mut library, true) {
                Ok(is_settled) => {
                    has_failed = false;
                    if is_settled {
                        library.next_try()
                    } else {
                        Some(Duration::ZERO)
                    }
                }
                Err(error) => {
                    if !std::mem::replace(&mut has_failed, true) {
                        log::warn!("{error}\nanswering from the documents as they were");
                    }
                    None
                }
            }
        }))
    }

    /// Answers a question: the one function behind every front end.
    ///
    /// # Errors
    ///
    /// Where the index fails, never because of the question.
    pub fn answer(&self, question: &str) -> Result<Answer, IndexError> {
        crate::answer::answer(&self.index(), question, self.settings)
    }

    /// The same; with `before`, as a turn of a conversation that goes on from another.
    ///
    /// # Errors
    ///
    /// As [`Self::answer`].
    pub fn answer_after(
        &self,
        question: &str,
        before: Option<Before<'_>>,
    ) -> Result<Answer, IndexError> {
        crate::answer::answer_after(&self.index(), question, self.settings, before)
    }

    /// Answers a question, and explains with the `most` best sentences how the
    /// answer came about; nothing is to be explained where nothing was searched for.
    ///
    /// # Errors
    ///
    /// Where the index fails, never because of the question.
    pub fn explain(
        &self,
        question: &str,
        most: usize,
    ) -> Result<(Answer, Option<Explanation>), IndexError> {
        crate::answer::explain(&self.index(), question, self.settings, most)
    }

    /// The next-best quotes for a question, beside those at `shown`; with `before`, as of
    /// [`Self::answer_after`].
    ///
    /// # Errors
    ///
    /// Where the index fails.
    pub fn further(
        &self,
        question: &str,
        before: Option<Before<'_>>,
        shown: &[Place],
    ) -> Result<Vec<Quote>, IndexError> {
        crate::answer::further(&self.index(), question, self.settings, before, shown)
    }

    /// What stands around a quote; `None` where no sentence stands at `place`.
    ///
    /// # Errors
    ///
    /// Where the index fails.
    pub fn excerpt(&self, place: &Place, extent: Extent) -> Result<Option<Excerpt>, IndexError> {
        let document = self.index().document(&place.document)?;
        Ok(document.and_then(|document| crate::answer::excerpt(&document, place, extent)))
    }

    /// The files, which nobody else looks at or changes meanwhile; not where another process has them.
    pub(crate) fn library(&self) -> Result<MutexGuard<'_, Library>, IngestError> {
        let library = self.library.as_ref().ok_or(IngestError::Elsewhere)?;
        Ok(library.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Where the documents are, which can be looked at while somebody else has the files in hand.
    pub(crate) fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// The corpus as it stands now, for one question or for one look.
    #[must_use]
    pub fn index(&self) -> Arc<Index> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        index.now()
    }
}

/// Looks whether all that answers rest on can be used, before anybody relies on them.
fn check_weights(settings: Settings) -> Result<(), IngestError> {
    let damaged = |what: &'static str, problem: &str, hint| IngestError::Weights {
        what,
        problem: problem.to_owned(),
        hint,
    };
    let whole = "this copy of Quoth is damaged: install it again";
    Models::shipped().map_err(|problem| damaged("weights", problem, whole))?;
    Vectors::check().map_err(|problem| damaged("word vectors", problem, whole))?;
    if settings.reader {
        let hint = "QUOTH_READER=off answers without it";
        Reader::shipped().map_err(|error| damaged("reader", &error.to_string(), hint))?;
    }
    Ok(())
}

//! What Quoth says about itself.

use super::Wording;
use crate::answer::SmallTalk;
use crate::index::{Index, IndexError};

impl Wording {
    /// What is said to talk that is about no document; the documents are those of `index`.
    pub(crate) fn itself(self, about: SmallTalk, index: &Index) -> Result<String, IndexError> {
        Ok(match about {
            SmallTalk::Documents => self.sources_of(index)? + &self.read_again(),
            SmallTalk::Abilities => {
                let overview = self.overview_of(&index.contents()?);
                format!("{}\n{}", self.abilities(), self.there_are(overview))
            }
            SmallTalk::Maker => self.maker(),
            SmallTalk::Summary => self.summary(),
            SmallTalk::Opinion => self.opinion(),
            SmallTalk::Leave => self.goodbye(),
            SmallTalk::Greeting | SmallTalk::Doubt | SmallTalk::Back => self.ask_me(),
        })
    }
}

//! Who may ask: an allow-list by numeric id, never by name, since names change hands.

use std::collections::BTreeSet;

/// The chats and people that are answered.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Chats in which anyone may ask, by numeric id; `None` for all chats.
    pub chats: Option<BTreeSet<i64>>,
    /// People who may ask in any chat, by numeric id.
    pub admins: BTreeSet<i64>,
}

impl Access {
    /// Whether a chat is on the list of those in which anyone may ask.
    pub(super) fn lists(&self, chat: i64) -> bool {
        let listed = self.chats.as_ref();
        listed.is_some_and(|chats| chats.contains(&chat))
    }

    /// Whether `person`, where the sender is one and known, may ask in `chat`.
    /// A private chat has the id of the person whom the bot talks with.
    pub(super) fn allows(&self, chat: i64, person: Option<i64>) -> bool {
        let is_admin = person.is_some_and(|id| self.admins.contains(&id));
        is_admin || self.chats.is_none() || self.lists(chat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_a_list_only_its_chats_and_the_admins_may_ask() {
        let access = |chats: &[i64]| Access {
            chats: Some(chats.iter().copied().collect()),
            admins: BTreeSet::from([9]),
        };
        let (listed, empty) = (access(&[5, -1001]), access(&[]));
        for (chat, person) in [(5, Some(5)), (-1001, Some(7)), (-1001, None)] {
            assert!(listed.allows(chat, person) && !empty.allows(chat, person));
        }
        for (chat, person) in [(-1002, Some(9)), (9, Some(9))] {
            assert!(listed.allows(chat, person) && empty.allows(chat, person));
        }
        for (chat, person) in [(6, Some(6)), (-1002, Some(5)), (-1002, None)] {
            assert!(!listed.allows(chat, person) && Access::default().allows(chat, person));
        }
        assert!(listed.lists(5) && !listed.lists(9) && !Access::default().lists(5));
    }
}

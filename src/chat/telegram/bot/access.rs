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
    fn without_a_list_everyone_may_ask() {
        assert!(Access::default().allows(5, None));
    }

    #[test]
    fn with_a_list_only_its_chats_and_the_admins_may_ask() {
        let access = Access {
            chats: Some(BTreeSet::from([5, -1001])),
            admins: BTreeSet::from([9]),
        };
        assert!(
            access.allows(5, Some(5))
                && access.allows(-1001, Some(7))
                && access.allows(-1001, None)
        );
        assert!(access.allows(-1002, Some(9)) && access.allows(9, Some(9)));
        assert!(access.lists(5) && !access.lists(9) && !Access::default().lists(5));
        assert!(
            !access.allows(6, Some(6))
                && !access.allows(-1002, Some(5))
                && !access.allows(-1002, None)
        );
    }

    #[test]
    fn an_empty_list_leaves_only_the_admins() {
        let access = Access {
            chats: Some(BTreeSet::new()),
            admins: BTreeSet::from([9]),
        };
        assert!(access.allows(9, Some(9)) && !access.allows(5, Some(5)));
    }
}

//! People of the list: found again, added, and named anew.

use std::collections::{BTreeMap, HashMap};

use people::PersonId;

use crate::export::own_key;
use crate::plan::{Known, Planning};
use crate::{Column, ListedPerson, RowError, Wrong};

impl Planning<'_> {
    pub(crate) fn people(&mut self, known: &[Known]) {
        let key = |person: &Known| person.key.clone().unwrap_or_else(|| own_key(person.id.0));
        let by_key: HashMap<String, &Known> = known.iter().map(|person| (key(person), person)).collect();
        let is_listed = |key: &str| self.list.people.contains_key(key);
        let by_number: HashMap<&str, &Known> = known
            .iter()
            .filter(|person| person.key.is_none() && !is_listed(&own_key(person.id.0)))
            .filter_map(|person| Some((person.number.as_deref()?, person)))
            .collect();
        let by_mail: HashMap<&str, &Known> =
            known.iter().filter_map(|person| Some((person.mail.as_deref()?, person))).collect();
        let list = self.list;
        let found: BTreeMap<&str, &Known> = list
            .people
            .iter()
            .filter_map(|(key, (_, listed))| {
                // Whom the directory brought is known by the number it says; whoever was entered by hand by the address.
                let by_number = || by_number.get(key.as_str());
                let unknown = |it: &&&Known| it.key.is_none() && !it.number.as_deref().is_some_and(is_listed);
                let by_hand = || listed.mail.as_deref().and_then(|mail| by_mail.get(mail)).filter(unknown);
                by_key
                    .get(key.as_str())
                    .or_else(by_number)
                    .or_else(by_hand)
                    .map(|person| (key.as_str(), *person))
            })
            .collect();
        let listed_by_id: HashMap<PersonId, &str> =
            found.iter().map(|(key, person)| (person.id, *key)).collect();
        for (key, (row, listed)) in &list.people {
            let id = found.get(key.as_str()).map(|person| person.id);
            let whose = listed.mail.as_deref().and_then(|mail| by_mail.get(mail));
            if whose.is_some_and(|whose| Some(whose.id) != id && self.keeps_mail(whose, &listed_by_id)) {
                let column = None;
                self.plan.errors.push(RowError { row: *row, column, wrong: Wrong::MailTaken(None) });
                continue;
            }
            match found.get(key.as_str()) {
                Some(person) => self.known_person(person, listed),
                None => self.new_person(listed),
            }
        }
    }

    /// Whether somebody still has their address after this list.
    fn keeps_mail(&self, person: &Known, listed_by_id: &HashMap<PersonId, &str>) -> bool {
        let listed = listed_by_id.get(&person.id).and_then(|key| self.list.people.get(*key));
        listed.is_none_or(|(_, listed)| !self.list.says(Column::Mail) || listed.mail == person.mail)
    }

    fn new_person(&mut self, listed: &ListedPerson) {
        let id = PersonId((self.fresh)());
        let name = format!("{} {}", listed.given_name, listed.family_name);
        self.names.insert(id, name.clone());
        self.people.insert(listed.key.clone(), id);
        self.plan.tally.new.push(name);
        self.plan.newcomers.push((id, listed.clone()));
    }

    fn known_person(&mut self, known: &Known, listed: &ListedPerson) {
        self.people.insert(listed.key.clone(), known.id);
        let mut now = listed.clone();
        if !self.list.says(Column::Mail) {
            now.mail.clone_from(&known.mail);
        }
        let said = |given: &str, family: &str, mail: &Option<String>| match mail {
            Some(mail) => format!("{given} {family}, {mail}"),
            None => format!("{given} {family}"),
        };
        let before = said(&known.given_name, &known.family_name, &known.mail);
        let after = said(&now.given_name, &now.family_name, &now.mail);
        if before == after && known.key.is_some() {
            return;
        }
        self.names.insert(known.id, format!("{} {}", now.given_name, now.family_name));
        if before != after {
            self.plan.tally.renamed.push((before, after));
        }
        self.plan.renamed.push((known.id, now));
    }
}

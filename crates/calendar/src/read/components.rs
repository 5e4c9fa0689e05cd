//! `BEGIN` and `END`: which property belongs to what.

use std::borrow::Cow;

use super::event::Draft;
use super::lines::{Line, Lines};
use super::name::Name;
use super::property::{Property, name_length};
use super::timezone;
use crate::event::{Record, Span};
use crate::trouble::{TroubleReason, Troubles};
use crate::zone::{Definition, Observance, ZoneBook};
use crate::{Calendar, Limits};

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Calendar,
    Event,
    Zone,
    Observance,
    Other,
}

/// Reads all calendar objects of a text; `None` if there is none.
pub(super) fn read<'a>(text: Cow<'a, str>, limits: &Limits) -> Option<Calendar<'a>> {
    let mut reader = Reader::new(limits);
    for line in Lines::new(&text) {
        reader.line(line);
    }
    reader.close_all();
    if !reader.found {
        return None;
    }
    let families = families(&reader.records, &text);
    Some(Calendar {
        records: reader.records,
        attendees: reader.attendees,
        categories: reader.categories,
        zones: reader.zones.into_zones(),
        families,
        troubles: reader.troubles,
        limits: limits.clone(),
        text,
    })
}

/// The records ordered so that those with the same UID stand together, in the order of the file.
fn families(records: &[Record], text: &str) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = records.iter().map(|record| record.hash).zip(0..).collect();
    order.sort_unstable();
    // UIDs that share a hash by chance, or by design, are told apart by their text.
    for same in order.chunk_by_mut(|a, b| a.0 == b.0 && a.0 != 0).filter(|same| same.len() > 1) {
        let uid = |number: u32| records[number as usize].uid;
        let first = uid(same[0].1);
        if same.iter().any(|(_, number)| !first.says_the_same(uid(*number), text)) {
            same.sort_by_cached_key(|(_, number)| (uid(*number).text(text), *number));
        }
    }
    order.into_iter().map(|(_, number)| number).collect()
}

struct Reader<'l> {
    limits: &'l Limits,
    records: Vec<Record>,
    attendees: Vec<Span>,
    categories: Vec<Span>,
    zones: ZoneBook,
    troubles: Troubles,
    stack: Vec<Part>,
    draft: Option<Draft>,
    definition: Definition,
    observance: Observance,
    left_out: bool,
    found: bool,
}

impl<'l> Reader<'l> {
    fn new(limits: &'l Limits) -> Reader<'l> {
        Reader {
            limits,
            records: Vec::new(),
            attendees: Vec::new(),
            categories: Vec::new(),
            zones: ZoneBook::new(),
            troubles: Troubles::default(),
            stack: Vec::new(),
            draft: None,
            definition: Definition::default(),
            observance: Observance::default(),
            left_out: false,
            found: false,
        }
    }

    fn line(&mut self, line: Line) {
        let unfolded = if line.folded
            && name_length(line.raw).is_none_or(|end| line.raw[..end].contains(['\n', '\r']))
        {
            line.text()
        } else {
            Cow::Borrowed(line.raw)
        };
        let Some(end) = name_length(&unfolded) else {
            let blank = unfolded.bytes().all(|byte| byte <= b' ');
            if !blank && self.stack.last() == Some(&Part::Event) {
                self.troubles.add(line.number, TroubleReason::NotALine);
            }
            return;
        };
        let Some(name) = Name::parse(&unfolded.as_bytes()[..end]) else { return };
        match name {
            Name::Begin => self.begin(&value(&line), line.number),
            Name::End => self.end(&value(&line), line.number),
            name => self.property(name, line),
        }
    }

    fn property(&mut self, name: Name, line: Line) {
        match self.stack.last() {
            Some(Part::Event) => {
                let Some(draft) = &mut self.draft else { return };
                match name {
                    Name::Attendee => self.attendees.push(span(line)),
                    Name::Categories => self.categories.push(span(line)),
                    name => draft.property(name, line, &mut self.zones, &mut self.troubles),
                }
            }
            Some(Part::Zone) => timezone::of_zone(&mut self.definition, name, line),
            Some(Part::Observance) => {
                timezone::of_observance(&mut self.observance, name, line, &mut self.troubles)
            }
            _ => {}
        }
    }

    fn begin(&mut self, name: &str, line: u32) {
        let part = match name.trim().to_ascii_uppercase().as_str() {
            "VCALENDAR" => Part::Calendar,
            "VEVENT" => Part::Event,
            "VTIMEZONE" => Part::Zone,
            "STANDARD" | "DAYLIGHT" if self.stack.last() == Some(&Part::Zone) => Part::Observance,
            _ => Part::Other,
        };
        if part == Part::Event && self.draft.is_some() {
            self.close(Part::Event, line);
        }
        match part {
            Part::Calendar => {
                if !self.stack.is_empty() {
                    self.troubles.add(line, TroubleReason::Unclosed);
                    self.close_all();
                }
                self.found = true;
            }
            Part::Event => {
                self.found = true;
                self.draft = Some(Draft::new(line, self.attendees.len(), self.categories.len()));
            }
            Part::Zone => self.definition = Definition::default(),
            Part::Observance => self.observance = Observance::default(),
            Part::Other => {}
        }
        self.stack.push(part);
    }

    fn end(&mut self, name: &str, line: u32) {
        let part = match name.trim().to_ascii_uppercase().as_str() {
            "VCALENDAR" => Part::Calendar,
            "VEVENT" => Part::Event,
            "VTIMEZONE" => Part::Zone,
            "STANDARD" | "DAYLIGHT" if self.stack.last() == Some(&Part::Observance) => Part::Observance,
            _ => Part::Other,
        };
        if self.stack.last() == Some(&part) {
            self.pop();
        } else if part == Part::Event && self.draft.is_some()
            || part == Part::Calendar && !self.stack.is_empty()
        {
            self.close(part, line);
        } else {
            self.troubles.add(line, TroubleReason::Unclosed);
        }
    }

    /// Closes what is open down to the innermost part of this kind.
    fn close(&mut self, part: Part, line: u32) {
        self.troubles.add(line, TroubleReason::Unclosed);
        while let Some(open) = self.stack.last().copied() {
            self.pop();
            if open == part {
                return;
            }
        }
    }

    fn close_all(&mut self) {
        if let Some(draft) = &self.draft {
            self.troubles.add(draft.line(), TroubleReason::Unclosed);
        }
        while !self.stack.is_empty() {
            self.pop();
        }
        self.settle();
    }

    fn pop(&mut self) {
        match self.stack.pop() {
            Some(Part::Event) => self.finish(),
            Some(Part::Observance) => self.definition.parts.push(std::mem::take(&mut self.observance)),
            Some(Part::Zone) => {
                if !self.zones.define(std::mem::take(&mut self.definition)) {
                    self.troubles.add(0, TroubleReason::TooMany);
                }
            }
            Some(Part::Calendar) => self.settle(),
            Some(Part::Other) | None => {}
        }
    }

    fn settle(&mut self) {
        for line in self.zones.settle() {
            self.troubles.add(line, TroubleReason::UnknownZone);
        }
    }

    fn finish(&mut self) {
        let Some(draft) = self.draft.take() else { return };
        let (line, lists) = (draft.line(), draft.lists());
        if self.records.len() >= self.limits.events {
            if !std::mem::replace(&mut self.left_out, true) {
                self.troubles.add(line, TroubleReason::TooManyEvents);
            }
        } else {
            match draft.finish(self.attendees.len(), self.categories.len()) {
                Ok(record) => return self.records.push(record),
                Err(reason) => self.troubles.add(line, reason),
            }
        }
        self.attendees.truncate(lists.0);
        self.categories.truncate(lists.1);
    }
}

/// The place of a content line.
pub(super) fn span(line: Line) -> Span {
    Span { at: line.at as u32, length: line.raw.len() as u32 }
}

/// The value of a content line, unfolded.
fn value<'t>(line: &Line<'t>) -> Cow<'t, str> {
    match line.text() {
        Cow::Borrowed(text) => Cow::Borrowed(Property::parse(text).map_or("", |property| property.value)),
        Cow::Owned(text) => {
            Cow::Owned(Property::parse(&text).map_or("", |property| property.value).to_owned())
        }
    }
}

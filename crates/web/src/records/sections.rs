//! The same as the file, to be read: a section for each sort of thing that is kept.

mod steps;

use std::collections::BTreeMap;

use actions::records::Everything;
use actions::week::StoredWeek;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use week::{Fingerprint, Kind};
use words::Words;

use crate::ctx::Ctx;
use crate::dates::{Writes, writes};

/// One sort of thing: a table, the row's first cell being its name.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    /// How many there are, in words.
    pub(super) count: String,
    pub(super) text: String,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Row>,
}

pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
}

pub(super) struct Cell {
    pub(super) label: String,
    pub(super) value: String,
}

/// What is kept, in the order of the file.
pub(super) fn sections(ctx: &Ctx, kept: &Everything) -> Vec<Section> {
    let zone = ctx.time_zone();
    let tell = Tell { ctx, words: ctx.words(), writes: writes(ctx.language()), zone };
    vec![
        tell.person(kept),
        tell.employments(kept),
        tell.sessions(kept),
        tell.links(kept),
        tell.letters(kept),
        tell.hours(kept),
        tell.subscription(kept),
        tell.weeks(kept),
        tell.guesses(kept),
        tell.unplanned(kept),
        tell.series(kept),
        tell.corrections(kept),
        tell.suggestions(kept),
        tell.steps(kept),
        tell.check_ins(kept),
        tell.drops(kept),
        tell.estimates(kept),
        tell.leadership_time(kept),
        tell.agreed(kept),
        tell.directory(kept),
        tell.deputies(kept),
        tell.log(kept),
    ]
}

struct Tell<'a> {
    ctx: &'a Ctx,
    words: &'static Words,
    writes: &'static Writes,
    zone: TimeZone,
}

impl Tell<'_> {
    fn section(
        &self,
        id: &'static str,
        (title, text): (String, String),
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    ) -> Section {
        let count = self.number(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        let row = |cells: Vec<String>| {
            let mut cells = cells.into_iter();
            let name = cells.next().unwrap_or_default();
            let cell = |(value, label): (String, &String)| Cell { label: label.clone(), value };
            Row { name, cells: cells.zip(head.iter().skip(1)).map(cell).collect() }
        };
        let rows = rows.into_iter().map(row).collect();
        Section { id, title, count, text, head, rows }
    }

    fn number(&self, number: u32) -> String {
        self.writes.number(number.into())
    }

    fn hours_of(&self, minutes: u32) -> String {
        self.writes.hours(minutes)
    }

    fn date(&self, date: Date) -> String {
        self.writes.date(date)
    }

    fn until(&self, date: Option<Date>) -> String {
        date.map_or_else(|| self.words.records_ongoing(), |date| self.date(date))
    }

    fn time(&self, at: Timestamp) -> String {
        self.writes.moment(at, &self.zone)
    }

    fn time_maybe(&self, at: Option<Timestamp>) -> String {
        at.map_or_else(|| self.words.records_not_yet(), |at| self.time(at))
    }

    fn kind(&self, kind: Kind) -> String {
        let words = self.words;
        match kind {
            Kind::Lead => words.kind_lead(),
            Kind::Coordination => words.kind_coordination(),
            Kind::Administration => words.kind_administration(),
            Kind::Firefighting => words.kind_firefighting(),
            Kind::Recovery => words.kind_recovery(),
            Kind::Other => words.kind_other(),
        }
    }

    fn person(&self, kept: &Everything) -> Section {
        let (words, person) = (self.words, &kept.person);
        let none = || words.records_none();
        let rows = vec![
            vec![words.records_name(), person.name()],
            vec![words.records_mail(), person.mail.clone().unwrap_or_else(none)],
            vec![
                words.records_language(),
                person.language.map_or_else(none, |one| one.own_name().to_owned()),
            ],
            vec![
                words.records_scheme(),
                match person.scheme {
                    None => none(),
                    Some(people::Scheme::Light) => words.scheme_light(),
                    Some(people::Scheme::Dark) => words.scheme_dark(),
                },
            ],
            vec![words.records_roles(), if kept.roles.is_empty() { none() } else { kept.roles.join(", ") }],
            vec![
                words.records_account(),
                kept.accounts.first().map_or_else(none, |one| self.time(one.since)),
            ],
            vec![
                words.records_passkeys(),
                match kept.passkeys.iter().map(|one| one.name.as_str()).collect::<Vec<_>>() {
                    keys if keys.is_empty() => none(),
                    keys => keys.join(", "),
                },
            ],
            vec![words.records_password(), kept.password_since.map_or_else(none, |at| self.time(at))],
        ];
        let head = vec![words.records_what(), words.records_value()];
        self.section("person", (words.records_person(), words.records_person_text()), head, rows)
    }

    fn employments(&self, kept: &Everything) -> Section {
        let words = self.words;
        let employed = kept.employments.iter().map(|one| {
            let extent = words.records_percent(self.number(one.extent_percent));
            vec![one.unit.clone(), extent, self.date(one.from), self.until(one.to)]
        });
        let leads = kept.leaderships.iter().map(|one| {
            vec![one.unit.clone(), words.records_leads(), self.date(one.from), self.until(one.to)]
        });
        let head = vec![words.records_unit(), words.records_as(), words.records_from(), words.records_to()];
        let title = (words.records_employments(), words.records_employments_text());
        self.section("employments", title, head, employed.chain(leads).collect())
    }

    fn deputies(&self, kept: &Everything) -> Section {
        let words = self.words;
        let row = |named: &actions::deputies::Named| {
            vec![words.seen_deputy(&named.person, &named.giver), crate::roles::deputy_words(self.ctx, named)]
        };
        let head = vec![words.nav_deputies(), words.deputies_what()];
        let rows = kept.deputies.iter().map(row).collect();
        self.section("deputies", (words.nav_deputies(), words.seen_deputies_text()), head, rows)
    }

    fn log(&self, kept: &Everything) -> Section {
        let words = self.words;
        let row = |told: &actions::audit::Told| {
            let (what, who) = (crate::log::what(self.ctx, told), crate::log::who(self.ctx, told));
            vec![what, who, self.writes.moment(told.it.line.at, &self.zone)]
        };
        let head = vec![words.records_log_what(), words.records_log_who(), words.records_log_when()];
        let rows = kept.log.iter().map(row).collect();
        self.section("log", (words.nav_log(), words.records_log_text()), head, rows)
    }

    fn agreed(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.agreed.iter().map(|one| {
            vec![
                one.words.to_string(),
                one.unit_name.clone(),
                crate::area::name(words, one.area),
                self.date(one.talked_on),
                self.date(one.look_again_on),
            ]
        });
        let head = vec![
            words.agreed_words(),
            words.records_unit(),
            words.agreed_area(),
            words.agreed_talked(),
            words.agreed_again(),
        ];
        self.section("agreed", (words.records_agreed(), words.records_agreed_text()), head, rows.collect())
    }

    fn directory(&self, kept: &Everything) -> Section {
        let words = self.words;
        let said = kept.directory.iter().flat_map(|user| {
            let said = &user.said;
            let maybe = |name: String, value: Option<&String>| value.map(|value| vec![name, value.clone()]);
            [
                maybe(words.records_user_name(), Some(&said.user_name)),
                maybe(words.records_external_id(), said.external_id.as_ref()),
                maybe(words.records_given_name(), said.given_name.as_ref()),
                maybe(words.records_family_name(), said.family_name.as_ref()),
                maybe(words.records_display_name(), said.display_name.as_ref()),
                maybe(words.records_mail(), said.mail.as_ref().map(|mail| &mail.value)),
                maybe(words.records_employee_number(), said.employee_number.as_ref()),
                maybe(words.records_begun(), Some(&self.time(user.created_at))),
                maybe(words.records_changed(), Some(&self.time(user.changed_at))),
            ]
        });
        let groups = kept.groups.iter().map(|group| vec![words.records_group(), group.display_name.clone()]);
        let locked = kept.locked_since.iter().map(|at| vec![words.records_locked_since(), self.time(*at)]);
        let rows = said.flatten().chain(groups).chain(locked).collect();
        let head = vec![words.records_what(), words.records_value()];
        self.section("directory", (words.nav_scim(), words.records_directory_text()), head, rows)
    }

    fn sessions(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.sessions.iter().map(|one| {
            let device = if one.device.is_empty() { words.session_unknown() } else { one.device.clone() };
            vec![device, self.time(one.created_at), self.time(one.seen_at), self.time(one.ends_at)]
        });
        let head =
            vec![words.records_device(), words.records_begun(), words.records_seen(), words.records_ends()];
        let title = (words.records_sessions(), words.records_sessions_text());
        self.section("sessions", title, head, rows.collect())
    }

    fn links(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.passes.iter().map(|one| {
            let purpose = match one.purpose.as_str() {
                "sign_in" => words.records_link_sign_in(),
                "check_in" => words.records_link_check_in(),
                _ => words.records_link_feed(),
            };
            vec![purpose, self.time(one.created_at), self.time(one.ends_at)]
        });
        let head = vec![words.records_what(), words.records_begun(), words.records_ends()];
        self.section("links", (words.records_links(), words.records_links_text()), head, rows.collect())
    }

    fn letters(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept
            .letters
            .iter()
            .map(|one| vec![one.subject.clone(), self.time(one.created_at), self.time_maybe(one.sent_at)]);
        let head = vec![words.records_subject(), words.records_begun(), words.records_sent()];
        self.section("letters", (words.records_letters(), words.records_letters_text()), head, rows.collect())
    }

    fn hours(&self, kept: &Everything) -> Section {
        let words = self.words;
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let monday = jiff::civil::date(2026, 1, 5);
        let rows = kept.hours.iter().flat_map(|hours| {
            let contract = vec![words.records_contract(), self.hours_of(hours.contract.minutes())];
            let days = (0..7_i64).filter_map(move |day| {
                let hours = hours.working.on(Weekday::Monday.wrapping_add(day))?;
                let name = self.writes.weekday(monday.saturating_add(jiff::Span::new().days(day)));
                Some(vec![name, format!("{}–{}", clock(hours.from()), clock(hours.to()))])
            });
            std::iter::once(contract).chain(days)
        });
        let head = vec![words.records_what(), words.records_value()];
        self.section("hours", (words.records_hours(), words.records_hours_text()), head, rows.collect())
    }

    fn subscription(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.subscription.iter().map(|one| {
            let address = one.address.clone().unwrap_or_else(|| words.records_unsealed());
            vec![address, self.time_maybe(one.fetched_at)]
        });
        let head = vec![words.records_address(), words.records_fetched()];
        let title = (words.records_subscription(), words.records_subscription_text());
        self.section("subscription", title, head, rows.collect())
    }

    fn weeks(&self, kept: &Everything) -> Section {
        let words = self.words;
        let row = |stored: &StoredWeek| {
            let (week, minutes) = (&stored.week, stored.week.minutes());
            let mut cells = vec![self.date(week.monday), self.hours_of(week.booked())];
            cells.extend(Kind::ALL.iter().map(|kind| self.hours_of(minutes.of(*kind))));
            cells.push(self.hours_of(week.facts.outside_hours));
            cells
        };
        let mut head = vec![words.records_week(), words.records_booked()];
        head.extend(Kind::ALL.iter().map(|kind| self.kind(*kind)));
        head.push(words.records_outside());
        let title = (words.records_weeks(), words.records_weeks_text());
        self.section("weeks", title, head, kept.weeks.iter().map(row).collect())
    }

    fn guesses(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows =
            kept.guesses.iter().map(|(monday, minutes)| vec![self.date(*monday), self.hours_of(*minutes)]);
        let head = vec![words.records_week(), words.records_hours_of_leading()];
        self.section("guesses", (words.records_guesses(), words.records_guesses_text()), head, rows.collect())
    }

    fn unplanned(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.unplanned.iter().map(|one| {
            let quarters = [one.firefighting, one.administration, one.being_there, one.recovery];
            let cells = quarters.map(|quarters| self.number(quarters));
            std::iter::once(self.date(one.monday)).chain(cells).collect()
        });
        let head = vec![
            words.records_week(),
            self.kind(Kind::Firefighting),
            self.kind(Kind::Administration),
            words.records_being_there(),
            self.kind(Kind::Recovery),
        ];
        let title = (words.records_unplanned(), words.records_unplanned_text());
        self.section("unplanned", title, head, rows.collect())
    }

    /// By series: day by day there are thousands, and they are in the file.
    fn series(&self, kept: &Everything) -> Section {
        let words = self.words;
        let mut sums: BTreeMap<Fingerprint, (Kind, u32, u32)> = BTreeMap::new();
        for part in &kept.parts {
            let sum = sums.entry(part.fingerprint).or_insert((part.place.kind(), 0, 0));
            *sum = (part.place.kind(), sum.1 + part.times, sum.2 + part.minutes);
        }
        let rows = sums.into_iter().map(|(series, (kind, times, minutes))| {
            vec![series.to_string(), self.kind(kind), self.number(times), self.hours_of(minutes)]
        });
        let head = vec![
            words.records_fingerprint(),
            words.records_kind(),
            words.records_times(),
            words.records_hours_in_all(),
        ];
        self.section("series", (words.records_series(), words.records_series_text()), head, rows.collect())
    }

    fn corrections(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.lessons.iter().map(|one| vec![one.series.to_string(), self.kind(one.place.kind())]);
        let head = vec![words.records_fingerprint(), words.records_kind()];
        let title = (words.records_corrections(), words.records_corrections_text());
        self.section("corrections", title, head, rows.collect())
    }

    fn suggestions(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.suggestions.iter().map(|one| {
            vec![
                one.fingerprint.to_string(),
                crate::week::usually(self.writes, one.usually),
                self.writes.hours_signed(one.hours_a_year),
                self.number(one.minutes_each),
                self.number(one.people),
            ]
        });
        let head = vec![
            words.records_fingerprint(),
            words.records_usually(),
            words.records_hours_a_year(),
            words.records_minutes_each(),
            words.records_invited(),
        ];
        let title = (words.records_suggestions(), words.records_suggestions_text());
        self.section("suggestions", title, head, rows.collect())
    }
}

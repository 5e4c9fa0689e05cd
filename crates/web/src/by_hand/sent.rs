use jiff::civil::Date;
use people::UnitId;

use crate::ctx::Ctx;
use crate::form::{Field, errors};

/// What one of a page's forms sent, and what was wrong with it. A page that is only looked at has an empty one.
#[derive(Default)]
pub(crate) struct Sent {
    typed: Vec<(String, String)>,
    wrong: Vec<(&'static str, String)>,
}

impl Sent {
    pub(crate) fn new(typed: Vec<(String, String)>) -> Sent {
        Sent { typed, wrong: Vec::new() }
    }

    /// What was typed into a field, without the space around it.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.text(name) == "yes"
    }

    /// Notes what is wrong with a field.
    pub(crate) fn say(&mut self, name: &'static str, wrong: impl Into<String>) {
        self.wrong.push((name, wrong.into()));
    }

    pub(crate) fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// A field as it was sent, else with what is there already.
    pub(crate) fn field(&self, name: &'static str, label: String, there: impl Into<String>) -> Field {
        let typed = self.typed.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone());
        let wrong = self.wrong.iter().find(|(field, _)| *field == name).map(|(_, wrong)| wrong.clone());
        Field::new(name, label, typed.unwrap_or_else(|| there.into())).with_error(wrong)
    }

    /// Everything that is wrong, for the summary at the top.
    pub(crate) fn errors(&self) -> Vec<Field> {
        let wrong = self.wrong.iter();
        errors(
            &wrong
                .map(|(name, wrong)| Field::new(name, "", "").with_error(Some(wrong.clone())))
                .collect::<Vec<_>>(),
        )
    }

    /// A text of 1 to `most` characters.
    pub(crate) fn name(&mut self, ctx: &Ctx, name: &'static str, most: usize) -> String {
        let text = self.text(name).to_owned();
        if text.is_empty() || text.chars().count() > most || text.chars().any(char::is_control) {
            self.say(name, ctx.words().wrong_name(most));
        }
        text
    }

    /// A day that must be there.
    pub(crate) fn day(&mut self, ctx: &Ctx, name: &'static str) -> Date {
        self.text(name).parse().unwrap_or_else(|_| {
            self.say(name, ctx.words().wrong_day());
            ctx.today()
        })
    }

    /// A day that may be left out.
    pub(crate) fn day_maybe(&mut self, ctx: &Ctx, name: &'static str) -> Option<Date> {
        if self.text(name).is_empty() { None } else { Some(self.day(ctx, name)) }
    }

    /// A unit that must be chosen.
    pub(crate) fn unit(&mut self, ctx: &Ctx, name: &'static str) -> UnitId {
        self.text(name).parse().unwrap_or_else(|_| {
            self.say(name, ctx.words().wrong_unit());
            UnitId(0)
        })
    }
}

//! The numbers a manager takes upward: how the assignment is built, beside what others have published.

use actions::conditions::{Means, Upward};
use askama::Template;
use jiff::Span;
use jiff::civil::Date;
use people::{Conditions, Language};
use week::{Compare, REFERENCES, Reference, Value};
use words::Words;

use crate::ctx::Ctx;
use crate::dates::{Writes, writes};
use crate::frame::{Frame, frame};
use crate::installation::Fact;
use crate::pages::{Page, show};
use crate::picture::{Beside, Range, range};
use crate::routes::Routes;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/conditions", conditions)
}

#[derive(Template)]
#[template(path = "conditions/conditions.html")]
struct ConditionsPage {
    frame: Frame,
    kicker: String,
    heading: String,
    lead: String,
    print: String,
    assignment: String,
    facts: Vec<Fact>,
    span: Figure,
    week_heading: String,
    /// Empty before any week is imported.
    figures: Vec<Figure>,
    weeks: String,
    empty: Empty,
    how: String,
    how_parts: Vec<String>,
    others: String,
    said: Vec<Said>,
}

/// One figure, and what is published beside it.
struct Figure {
    id: &'static str,
    name: String,
    value: String,
    text: String,
    range: Option<Range>,
    said: Vec<Said>,
}

/// A published figure in words.
struct Said {
    text: String,
    source: String,
}

struct Empty {
    heading: String,
    text: String,
    action: String,
}

async fn conditions(ctx: Ctx) -> Page {
    let (by, today) = (ctx.actor()?, ctx.today());
    let upward = ctx.desk().read(move |tx| actions::conditions::upward(tx, &by, today)).await?;
    let (words, writes) = (ctx.words(), writes(ctx.language()));
    let name = ctx.signed_in().map(|who| who.person.name()).unwrap_or_default();
    let Upward { conditions, weeks } = upward;
    let own = Own { words, writes, country: country(ctx.signed_in().map(|who| who.organisation.language)) };
    show(&ConditionsPage {
        frame: frame(&ctx, "/conditions", words.nav_conditions()),
        kicker: format!("{name} · {}", writes.date(today)),
        heading: words.conditions_heading(),
        lead: words.conditions_lead(),
        print: words.conditions_print(),
        assignment: words.conditions_assignment(),
        facts: own.facts(&conditions),
        span: own.span(conditions.span),
        week_heading: words.conditions_week(),
        figures: weeks.as_ref().map(|means| own.figures(means)).unwrap_or_default(),
        weeks: weeks.as_ref().map(|means| own.weeks(means)).unwrap_or_default(),
        empty: Empty {
            heading: words.conditions_empty(),
            text: words.conditions_empty_text(),
            action: words.conditions_empty_action(),
        },
        how: words.conditions_how(),
        how_parts: vec![
            words.conditions_how_working(),
            words.conditions_how_meetings(),
            words.conditions_how_range(),
        ],
        others: words.conditions_others(),
        said: own.said(Compare::Managers, None),
    })
}

fn country(language: Option<Language>) -> &'static str {
    if language == Some(Language::Da) { "DK" } else { "SE" }
}

/// What the page is written with.
struct Own {
    words: &'static Words,
    writes: &'static Writes,
    /// Published figures from here come first.
    country: &'static str,
}

impl Own {
    fn facts(&self, conditions: &Conditions) -> Vec<Fact> {
        let words = self.words;
        let fact = |name, value| Fact { name, value };
        let mut units: Vec<_> = conditions.units.iter().map(|unit| unit.name.as_str()).collect();
        units.sort_by(|a, b| self.writes.order(a, b));
        let manager = conditions.own_manager.as_ref().map(|(_, name)| name.clone());
        vec![
            fact(words.conditions_units(), units.join(", ")),
            fact(words.conditions_sites(), self.writes.number(conditions.sites.into())),
            fact(words.conditions_own_manager(), manager.unwrap_or_else(|| words.conditions_no_manager())),
        ]
    }

    fn weeks(&self, means: &Means) -> String {
        let sunday = means.last.saturating_add(Span::new().days(6));
        let day = |day: Date| self.writes.date(day);
        self.words.conditions_weeks(self.writes.number(means.weeks.into()), day(means.first), day(sunday))
    }

    fn span(&self, span: u32) -> Figure {
        let value = self.writes.number(span.into());
        self.figure("span", self.words.conditions_span(), value, self.words.conditions_span_text()).beside(
            self,
            Compare::Span,
            span * 10,
        )
    }

    fn figures(&self, means: &Means) -> Vec<Figure> {
        let words = self.words;
        let hours = |minutes: f64| words.conditions_hours(self.writes.hours(whole(minutes)));
        let administration = if means.reckoned < 0.5 {
            words.conditions_administration_text()
        } else {
            words.conditions_administration_reckoned(self.share(means.reckoned))
        };
        let own_manager = words.conditions_with_manager_text(self.share(means.own_manager_share));
        vec![
            self.figure(
                "booked",
                words.conditions_booked(),
                hours(means.booked),
                words.conditions_booked_text(),
            )
            .with(self.said(Compare::DayLength, None)),
            self.figure(
                "outside",
                words.conditions_outside(),
                hours(means.outside),
                words.conditions_outside_text(),
            ),
            self.figure(
                "meetings",
                words.conditions_meetings(),
                self.share(means.meetings),
                words.conditions_meetings_text(),
            )
            .beside(self, Compare::Meetings, tenths(means.meetings)),
            self.figure(
                "administration",
                words.conditions_administration(),
                self.share(means.administration),
                administration,
            )
            .beside(self, Compare::Administration, tenths(means.administration)),
            self.figure(
                "own-manager",
                words.conditions_with_manager(),
                words.conditions_minutes(self.writes.number(whole(means.own_manager).into())),
                own_manager,
            )
            .beside(self, Compare::WithOwnManager, tenths(means.own_manager_share)),
            self.figure(
                "undisturbed",
                words.conditions_undisturbed(),
                self.writes.hours_signed(means.undisturbed),
                words.conditions_undisturbed_text(week::UNDISTURBED_MINUTES),
            ),
            self.figure(
                "one-to-ones",
                words.conditions_one_to_ones(),
                self.writes.hours_signed(means.one_to_ones),
                words.conditions_one_to_ones_text(),
            ),
        ]
    }

    fn figure(&self, id: &'static str, name: String, value: String, text: String) -> Figure {
        Figure { id, name, value, text, range: None, said: Vec::new() }
    }

    /// "23 %", or "under 1 %" of something.
    fn share(&self, percent: f64) -> String {
        if percent > 0.0 && percent < 1.0 {
            return self.words.conditions_below(self.writes.number(1));
        }
        self.words.conditions_share(self.writes.number(whole(percent).into()))
    }

    /// Published figures in words, those from here first; without the one that is drawn, which is said there.
    fn said(&self, compare: Compare, drawn: Option<&str>) -> Vec<Said> {
        let mut beside: Vec<_> =
            REFERENCES.iter().filter(|one| one.compare == compare && Some(one.id) != drawn).collect();
        beside.sort_by_key(|one| one.country != self.country);
        beside.into_iter().map(|one| self.one(one)).collect()
    }

    fn one(&self, one: &Reference) -> Said {
        Said {
            text: sentence(self.words, one.id, self.bare(one.value)).unwrap_or_default(),
            source: self.words.conditions_source(one.source, one.year.to_string()),
        }
    }

    /// A published value as its sentence carries it, without a unit.
    fn bare(&self, value: Value) -> String {
        match value {
            Value::PerCent(share) | Value::BelowPerCent(share) => self.writes.number(whole(share).into()),
            Value::Persons(low, high) if low == high => low.to_string(),
            Value::Persons(low, high) => format!("{low}–{high}"),
            Value::Minutes(minutes) => self.words.conditions_hours_and_minutes(
                self.writes.number((minutes / 60).into()),
                self.writes.number((minutes % 60).into()),
            ),
        }
    }

    /// As it stands under the line of a picture.
    fn published(&self, value: Value) -> String {
        match value {
            Value::PerCent(_) => self.words.conditions_share(self.bare(value)),
            Value::BelowPerCent(_) => self.words.conditions_below(self.bare(value)),
            Value::Persons(..) | Value::Minutes(_) => self.bare(value),
        }
    }

    /// The published figure to draw: a range before a single figure, from the own country before from elsewhere.
    fn drawn(&self, compare: Compare) -> Option<&'static Reference> {
        let rank = |one: &Reference| {
            let single = matches!(one.value, Value::Persons(low, high) if low == high);
            (one.country != self.country, single)
        };
        REFERENCES.iter().filter(|one| one.compare == compare).min_by_key(|one| rank(one))
    }
}

impl Figure {
    /// Puts published figures beside; `here` is one's own in tenths.
    fn beside(mut self, own: &Own, compare: Compare, here: u32) -> Figure {
        let drawn = own.drawn(compare);
        self.said = own.said(compare, drawn.map(|drawn| drawn.id));
        self.range = drawn.map(|drawn| {
            let (low, high) = tenths_of(drawn.value);
            let published = own.published(drawn.value);
            let label = own.words.conditions_range(&self.name, &self.value, &published);
            let Said { text, source } = own.one(drawn);
            let source = format!("{text} {source}");
            let most = here.max(high) * 3 / 2;
            range(Beside {
                label,
                name: own.words.conditions_here(),
                published,
                source,
                here,
                low,
                high,
                most,
            })
        });
        self
    }

    fn with(self, said: Vec<Said>) -> Figure {
        Figure { said, ..self }
    }
}

/// Where a published value begins and ends, in tenths: one printed as a whole number stands for half of one to each side.
fn tenths_of(value: Value) -> (u32, u32) {
    match value {
        Value::PerCent(share) => (tenths(share).saturating_sub(5), tenths(share) + 5),
        Value::BelowPerCent(share) => (0, tenths(share)),
        Value::Persons(low, high) if low == high => ((low * 10).saturating_sub(5), high * 10 + 5),
        Value::Persons(low, high) => (low * 10, high * 10),
        Value::Minutes(minutes) => (minutes * 10, minutes * 10),
    }
}

/// Rounded; none of these figures is below nothing.
fn whole(value: f64) -> u32 {
    value.round() as u32
}

fn tenths(value: f64) -> u32 {
    whole(value * 10.0)
}

/// A published figure in words; `None` for one that has none, which a test does not let be.
fn sentence(words: &Words, id: &str, value: String) -> Option<String> {
    Some(match id {
        "meetings-health-care" => words.reference_meetings_health_care(value),
        "administration-health-care" => words.reference_administration_health_care(value),
        "own-manager-health-care" => words.reference_own_manager_health_care(value),
        "meetings-six-managers" => words.reference_meetings_six_managers(value),
        "day-six-managers" => words.reference_day_six_managers(value),
        "half-on-administration" => words.reference_half_on_administration(value),
        "interrupted-too-often" => words.reference_interrupted_too_often(value),
        "too-little-time-for-staff" => words.reference_too_little_time_for_staff(value),
        "span-first-line-municipal" => words.reference_span_first_line_municipal(value),
        "span-first-line-region" => words.reference_span_first_line_region(value),
        "span-guideline" => words.reference_span_guideline(value),
        "span-elder-care" => words.reference_span_elder_care(value),
        "span-elder-care-dk" => words.reference_span_elder_care_dk(value),
        "span-health-dk" => words.reference_span_health_dk(value),
        "span-administration-dk" => words.reference_span_administration_dk(value),
        "span-nurses-dk" => words.reference_span_nurses_dk(value),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(language: Language, country: &'static str) -> Own {
        Own { words: words::of(language), writes: writes(language), country }
    }

    #[test]
    fn every_published_figure_has_a_sentence_that_says_it_in_each_language() {
        for language in Language::ALL {
            let own = own(language, "SE");
            for one in REFERENCES {
                let value = own.bare(one.value);
                let said = sentence(own.words, one.id, value.clone()).unwrap_or_default();
                assert!(said.contains(&value), "{} in {}: {said}", one.id, language.code());
            }
        }
    }

    #[test]
    fn the_drawn_figure_is_a_range_from_here_before_all_else() {
        let drawn = |country| own(Language::Sv, country).drawn(Compare::Span).map(|one| one.id);
        assert_eq!(drawn("SE"), Some("span-guideline"));
        assert_eq!(drawn("DK"), Some("span-nurses-dk"));
        assert_eq!(own(Language::Da, "DK").drawn(Compare::Meetings).map(|one| one.country), Some("SE"));
    }

    #[test]
    fn little_is_not_said_to_be_nothing() {
        let own = own(Language::En, "SE");
        assert_eq!(own.share(0.4), own.words.conditions_below("1"));
        assert_eq!(own.share(0.0), own.words.conditions_share("0"));
        assert_eq!(own.share(22.6), own.words.conditions_share("23"));
    }
}

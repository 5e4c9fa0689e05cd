//! Steps, drops, check-ins and protected time, to be read.

use actions::drops::MyDrop;
use actions::records::Everything;
use actions::steps::MyStep;
use steps::{How, Natural, Room, State, What};

use super::{Section, Tell};
use crate::area;
use crate::dates::clock;
use crate::drops::{drop_name, freed_words};
use crate::steps::{answer, days_words, moment_words, plan_words, side_words, whose_words};

impl Tell<'_> {
    pub(super) fn steps(&self, kept: &Everything) -> Section {
        let words = self.words;
        let head = vec![
            words.records_step(),
            words.records_plan(),
            words.step_need(),
            words.step_room(),
            words.records_state(),
            words.records_outcome(),
        ];
        let rows = kept.steps.steps.iter().map(|mine| self.step(kept, mine)).collect();
        self.section("steps", (words.records_steps(), words.records_steps_text()), head, rows)
    }

    fn step(&self, kept: &Everything, mine: &MyStep) -> Vec<String> {
        let (words, step, language) = (self.words, mine.step(), self.ctx.language());
        let chosen = &step.chosen;
        let area = area::name(words, chosen.practice.area());
        let need = whose_words(self.ctx, chosen.need.whose);
        let asked = chosen.moment.as_ref().map(|it| moment_words(words, self.writes, it));
        let asked = asked.map(|it| format!("{}: {it}", words.step_moment()));
        let began = format!("{} {}", words.step_began(), self.date(step.began));
        vec![
            format!("{} · {area} · {}", chosen.practice.text(language), side_words(words, step.side())),
            joined([Some(plan_words(words, &chosen.plan)), asked]),
            joined([Some(need), chosen.need.words.as_ref().map(ToString::to_string)]),
            self.room(kept, &chosen.room),
            joined([Some(began), Some(self.state(mine))]),
            self.outcome(&step.state),
        ]
    }

    fn room(&self, kept: &Everything, room: &Room) -> String {
        match room {
            Room::Drop(id) => {
                let drop = kept.steps.drops.iter().find(|mine| mine.id == *id);
                drop.map(|mine| drop_name(self.ctx, &mine.drop)).unwrap_or_default()
            }
            Room::NothingYet(why) => why.to_string(),
        }
    }

    fn state(&self, mine: &MyStep) -> String {
        let words = self.words;
        let again = mine.stored.look_again_on.map(|day| words.step_look_again_later(self.date(day)));
        let state = match &mine.step().state {
            State::Practising => words.records_practising(),
            State::Paused { until: Some(until), .. } => words.step_paused_until(self.date(*until)),
            State::Paused { since, until: None } => words.step_paused_since(self.date(*since)),
            State::Finished { on, .. } => words.step_closed_on(self.date(*on)),
        };
        joined([Some(state), again])
    }

    fn outcome(&self, state: &State) -> String {
        let State::Finished { outcome, .. } = state else { return self.words.records_not_yet() };
        let natural = match outcome.natural {
            Natural::Yes => self.words.natural_was_yes(),
            Natural::Partly => self.words.natural_was_partly(),
            Natural::No => self.words.natural_was_no(),
        };
        joined([Some(natural), outcome.learned.as_ref().map(ToString::to_string)])
    }

    pub(super) fn check_ins(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.steps.steps.iter().flat_map(|mine| {
            let practice = mine.step().chosen.practice.text(self.ctx.language());
            mine.check_ins.iter().map(move |one| {
                let remark = one.words.as_ref().map(ToString::to_string).unwrap_or_default();
                vec![self.date(one.on), practice.to_owned(), answer(words, one.outcome), remark]
            })
        });
        let head =
            vec![words.records_day(), words.records_step(), words.check_in_how(), words.drop_own_words()];
        let title = (words.records_check_ins(), words.records_check_ins_text());
        self.section("check-ins", title, head, rows.collect())
    }

    pub(super) fn drops(&self, kept: &Everything) -> Section {
        let words = self.words;
        let head = vec![
            words.records_drop(),
            words.records_what(),
            words.drop_how(),
            words.drop_wanted(),
            words.records_from(),
            words.records_state(),
        ];
        let rows = kept.steps.drops.iter().map(|mine| self.dropped(mine)).collect();
        self.section("drops", (words.drops_heading(), words.records_drops_text()), head, rows)
    }

    fn dropped(&self, mine: &MyDrop) -> Vec<String> {
        let (words, drop) = (self.words, &mine.drop);
        let what = match &drop.what {
            What::Series { times_a_year, minutes_each, people, .. } => {
                words.drop_series(*times_a_year, *minutes_each, *people)
            }
            What::Card(card) => card.text.text(self.ctx.language()).to_owned(),
            What::Own(own) => own.to_string(),
        };
        let how = match drop.how {
            How::Drop => words.drop_how_drop(),
            How::Delegate => words.drop_how_delegate(),
            How::Shorten => words.drop_how_shorten(),
            How::Rarer => words.drop_how_rarer(),
        };
        vec![
            drop_name(self.ctx, drop),
            what,
            how,
            self.minutes_a_week(drop.wanted.minutes()),
            self.date(drop.from),
            freed_words(self.ctx, mine),
        ]
    }

    pub(super) fn estimates(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.steps.drops.iter().flat_map(|mine| {
            let name = drop_name(self.ctx, &mine.drop);
            mine.estimates
                .iter()
                .map(move |one| vec![self.date(one.on), name.clone(), self.minutes_a_week(one.minutes)])
        });
        let head = vec![words.records_day(), words.records_drop(), words.drop_estimate_field()];
        let title = (words.records_estimates(), words.records_estimates_text());
        self.section("estimates", title, head, rows.collect())
    }

    pub(super) fn leadership_time(&self, kept: &Everything) -> Section {
        let words = self.words;
        let rows = kept.steps.leadership_time.iter().map(|time| {
            let length = format!("{} {}", self.number(time.minutes.into()), words.minutes_unit());
            vec![days_words(self.writes, time.days), clock(time.from), length, self.date(time.first)]
        });
        let head = vec![
            words.feed_time_days(),
            words.feed_time_from(),
            words.feed_time_minutes(),
            words.records_from(),
        ];
        let title = (words.feed_times(), words.feed_times_text());
        self.section("leadership-time", title, head, rows.collect())
    }

    fn minutes_a_week(&self, minutes: u16) -> String {
        format!("{} {}", self.number(minutes.into()), self.words.minutes_a_week())
    }
}

/// What is there, one after the other.
fn joined(texts: [Option<String>; 2]) -> String {
    texts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

//! What the answers of those one leads say of a step.

use actions::evidence::Answers;
use pulse::StepEvidence;
use smallteams::Verdict;
use steps::StepId;

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;

/// The part of a step's page with what the answers say.
pub(super) struct AnswersPart {
    pub(super) heading: String,
    /// Empty where nothing can be said at all.
    pub(super) kind: &'static str,
    pub(super) verdict: String,
    pub(super) said: Vec<String>,
    pub(super) caution: String,
    /// Name and address of the results before and after.
    pub(super) links: Vec<(String, String)>,
}

pub(super) async fn part(ctx: &Ctx, step: StepId) -> Result<AnswersPart, Trouble> {
    let (by, today, shelf) = (ctx.actor()?, ctx.today(), ctx.desk().results.clone());
    let answers = ctx.desk().read(move |tx| actions::evidence::of_step(tx, &shelf, &by, step, today)).await?;
    let words = ctx.words();
    Ok(match answers {
        Answers::NotBefore => nothing(ctx, words.answers_not_before()),
        Answers::NotAfter => nothing(ctx, words.answers_not_after()),
        Answers::NotByItself => nothing(ctx, words.answers_not_by_itself()),
        Answers::Told { evidence, question, before, after, results: (round, place) } => {
            let asked = question.wording.for_reader(ctx.language(), ctx.site().host().language).1;
            let (kind, verdict, mut said, caution) = told(ctx, &evidence);
            said.insert(0, words.answers_question(asked));
            said.push(words.answers_rounds(&before, &after));
            let link = (after, format!("/results/{round}/{}", place.0));
            AnswersPart { heading: words.answers_heading(), kind, verdict, said, caution, links: vec![link] }
        }
    })
}

fn nothing(ctx: &Ctx, why: String) -> AnswersPart {
    AnswersPart {
        heading: ctx.words().answers_heading(),
        kind: "unsure",
        verdict: ctx.words().help_unsure(),
        said: vec![why],
        caution: String::new(),
        links: Vec::new(),
    }
}

fn told(ctx: &Ctx, evidence: &StepEvidence) -> (&'static str, String, Vec<String>, String) {
    let (words, writes) = (ctx.words(), writes(ctx.language()));
    match evidence {
        StepEvidence::Beside { before, after, effect } => {
            let (kind, verdict) = match effect.verdict() {
                Verdict::Better => ("better", words.answers_beside_better()),
                Verdict::Worse => ("worse", words.answers_beside_worse()),
                Verdict::CannotTell => ("unsure", words.help_unsure()),
            };
            let went = words.answers_went(writes.points(*before), writes.points(*after));
            let beside = words.answers_beside(
                writes.points(effect.expected),
                writes.hours_signed(effect.effect),
                writes.hours_signed(effect.interval.low),
                writes.hours_signed(effect.interval.high),
            );
            (kind, verdict, vec![went, beside], words.answers_caution())
        }
        StepEvidence::Alone { after, since } => {
            let (kind, verdict) = match since.change.verdict {
                Verdict::Better => ("better", words.results_better()),
                Verdict::Worse => ("worse", words.results_worse()),
                Verdict::CannotTell => ("unsure", words.help_unsure()),
            };
            let went = words.answers_went(writes.points(since.mean), writes.points(*after));
            (kind, verdict, vec![went, words.answers_alone()], words.answers_caution())
        }
    }
}

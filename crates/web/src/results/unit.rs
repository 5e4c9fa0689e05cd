//! The page of one group.

use actions::audit::Act;
use actions::results::Opened;
use askama::Template;
use pulse::{Group, Index, Place, Reading, RoundId, Shown, Told};

use super::agreed::{self, Again, TalkPart, as_need};
use super::drawn::{Care, Point, care};
use super::release::{self, ReleasePart};
use super::said::{Says, Section};
use super::{Link, Where, address, answered, closed_on, open, why};
use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, show};

/// So many measures at most stand open from the beginning: all of them fit on a phone's screen or two.
const FEW: usize = 2;

#[derive(Template)]
#[template(path = "results/unit.html")]
pub(super) struct UnitPage {
    frame: Frame,
    errors_title: String,
    errors: Vec<Field>,
    kicker: String,
    heading: String,
    lead: String,
    /// What is shown instead of the group itself, or why nothing is.
    notice: Option<Notice>,
    /// What the authority released of it to the centre, or may.
    release: Option<ReleasePart>,
    care: Option<CareCard>,
    sections: Vec<Section>,
    /// What opens a row, and what its marks mean.
    rows_open: String,
    said: String,
    level: String,
    /// Whether rows stand open: there are few.
    few: bool,
    voices: String,
    voices_text: String,
    said_in_words: Vec<Voice>,
    talk: Option<TalkPart>,
    above: String,
    up: Vec<Link>,
    /// To the talk and the groups within, further down a long page, and to all groups at once.
    jump: Vec<Link>,
    below: String,
    below_text: String,
    down: Vec<Link>,
    how: String,
    how_open: String,
    how_parts: Vec<String>,
    take: String,
    take_text: String,
    files: Vec<Link>,
    about: Link,
}

/// What somebody wrote.
struct Voice {
    words: String,
    /// The same, as a step's need.
    need: String,
}

struct Notice {
    heading: String,
    text: String,
    names: Vec<String>,
}

struct CareCard {
    heading: String,
    text: String,
    picture: Care,
    rows: Vec<(String, String)>,
    open: String,
}

pub(super) async fn unit(ctx: Ctx, axum::extract::Path((round, place)): Where) -> Page {
    show(&page_of(&ctx, RoundId(round), Place(place), None).await?)
}

/// The page; with the form about the talk as it came back, if it did.
pub(super) async fn page_of(
    ctx: &Ctx,
    round: RoundId,
    place: Place,
    again: Option<Again>,
) -> Result<UnitPage, Trouble> {
    let opened = open(ctx, round, place, Act::SawGroup).await?;
    let Some(reading) = &opened.reading else { return Ok(withheld(ctx, &opened)) };
    let (by, today, shelf, of) = (ctx.actor()?, ctx.today(), ctx.desk().results.clone(), opened.clone());
    let (said_in_words, talk) = ctx
        .desk()
        .read(move |tx| {
            let said = actions::results::words(tx, &of, place)?;
            Ok::<_, actions::Fault>((said, actions::agreed::talk(tx, &shelf, &by, &of.round, place, today)?))
        })
        .await?;
    let mut page = page(ctx, &opened, reading, place, said_in_words)?;
    if !opened.round.is_talked_about() {
        return Ok(page);
    }
    let talk = agreed::part(ctx, (round, place), &talk, again);
    page.errors = errors(talk.ask.iter().flat_map(|ask| ask.fields()));
    if !page.errors.is_empty() {
        page.frame.title = ctx.words().error_title(&page.heading);
    }
    page.jump.insert(
        0,
        Link { name: ctx.words().talk_link_heading(), url: "#talk".to_owned(), text: String::new() },
    );
    page.talk = Some(talk);
    Ok(page)
}

fn page(
    ctx: &Ctx,
    opened: &Opened,
    reading: &Reading,
    place: Place,
    said_in_words: Vec<String>,
) -> Result<UnitPage, Trouble> {
    let (words, says) = (ctx.words(), Says::new(ctx, opened, reading));
    let (node, released) = reading.published.node(place).ok_or(Trouble::NotFound)?;
    let group = reading.published.group(place);
    let mut page = bare(ctx, opened, &node.name);
    if let Some(ballots) = released.ballots {
        page.lead = format!(
            "{} · {}",
            closed_on(ctx, opened.closing.closed_at),
            answered(ctx, ballots, node.eligible)
        );
    }
    page.notice = notice(ctx, opened, reading, place, group.as_ref());
    page.release = release::part(ctx, opened, place);
    if let Some(group) = &group {
        page.sections = says.sections(group);
        page.few = page.sections.iter().map(|section| section.cards.len()).sum::<usize>() <= FEW;
        page.care = care_card(&says, group);
        page.files = files(ctx, opened, reading, place);
    }
    let voice = |words: String| Voice { need: as_need(&words), words };
    page.said_in_words = said_in_words.into_iter().map(voice).collect();
    page.up = up(opened, reading, place);
    page.down = down(ctx, opened, reading, place);
    page.jump = jump(ctx, opened, !page.down.is_empty());
    page.about = Link {
        name: words.results_about_me(),
        url: format!("{}/about-me", address(opened.round.id, place)),
        text: String::new(),
    };
    Ok(page)
}

/// The page with nothing on it yet.
fn bare(ctx: &Ctx, opened: &Opened, name: &str) -> UnitPage {
    let words = ctx.words();
    UnitPage {
        frame: frame(ctx, "/results", format!("{name} · {}", opened.round.name)),
        errors_title: words.form_trouble(),
        errors: Vec::new(),
        kicker: opened.round.name.clone(),
        heading: name.to_owned(),
        lead: closed_on(ctx, opened.closing.closed_at),
        notice: None,
        release: None,
        care: None,
        sections: Vec::new(),
        rows_open: words.results_rows_open(),
        said: words.results_said(),
        level: words.results_level(),
        few: false,
        voices: words.results_voices(),
        voices_text: words.results_voices_text(),
        said_in_words: Vec::new(),
        talk: None,
        above: words.results_above(),
        up: Vec::new(),
        jump: Vec::new(),
        below: words.results_below(),
        below_text: words.results_below_text(),
        down: Vec::new(),
        how: words.results_how(),
        how_open: words.results_how_open(),
        how_parts: vec![
            words.results_how_said(),
            words.results_how_level(),
            words.results_how_change(),
            words.results_how_talk(),
        ],
        take: words.results_take(),
        take_text: words.results_take_text(),
        files: Vec::new(),
        about: Link { name: String::new(), url: String::new(), text: String::new() },
    }
}

fn withheld(ctx: &Ctx, opened: &Opened) -> UnitPage {
    let mut page = bare(ctx, opened, &opened.round.name);
    page.kicker = ctx.words().results_heading();
    let text = opened.closing.withheld.map(|withheld| why(ctx, withheld)).unwrap_or_default();
    page.notice = Some(Notice { heading: ctx.words().results_withheld(), text, names: Vec::new() });
    page.how_parts = Vec::new();
    page
}

/// What is to be said before the figures of a group that is not shown whole and by itself.
fn notice(
    ctx: &Ctx,
    opened: &Opened,
    reading: &Reading,
    place: Place,
    group: Option<&Group>,
) -> Option<Notice> {
    let (words, published) = (ctx.words(), &reading.published);
    let name = &published.node(place)?.0.name;
    let k = opened.round.k.to_string();
    let left_out: Vec<String> = opened.left_out(place).iter().map(|it| it.name.clone()).collect();
    if !left_out.is_empty() {
        let (heading, text) = match group {
            Some(_) => (words.results_walled(), words.results_walled_text()),
            None => (words.results_nothing(name), words.results_walled_nothing()),
        };
        return Some(Notice { heading, text, names: left_out });
    }
    let Some(group) = group else {
        let text = match opened.round.strict {
            true => words.results_nothing_strict_text(&k),
            false => words.results_nothing_text(&k),
        };
        let heading = words.results_nothing(name);
        return Some(Notice { heading, text, names: Vec::new() });
    };
    match group.shown {
        Shown::Whole if !opened.round.asks_by_name() => {
            Some(Notice { heading: String::new(), text: words.results_open_worth(), names: Vec::new() })
        }
        Shown::Whole | Shown::Walled => None,
        Shown::Without(count) => Some(Notice {
            heading: String::new(),
            text: words.results_without(writes(ctx.language()).number(count.into())),
            names: Vec::new(),
        }),
        // A pool of its own is shown, in strict mode, but not exactly.
        Shown::Together if published.leaves_of(&group.pools).all(|leaf| published.is_below(leaf, place)) => {
            Some(Notice {
                heading: words.results_band_heading(name),
                text: words.results_band_text(),
                names: Vec::new(),
            })
        }
        Shown::Together => Some(Notice {
            heading: words.results_together_heading(name),
            text: match opened.round.strict {
                true => words.results_together_strict_text(&k),
                false => words.results_together_text(&k),
            },
            names: names(reading, &group.pools),
        }),
    }
}

/// What the leaves of some pools are called.
pub(super) fn names(reading: &Reading, pools: &[usize]) -> Vec<String> {
    let published = &reading.published;
    published
        .leaves_of(pools)
        .filter_map(|leaf| published.node(leaf))
        .map(|(node, _)| node.name.clone())
        .collect()
}

fn care_card(says: &Says<'_>, group: &Group) -> Option<CareCard> {
    let (challenge, challenge_name) = axis(says, group, Index::Challenge)?;
    let (soft, care_name) = axis(says, group, Index::Care)?;
    let words = says.words;
    let range = |point: Point| match point.interval {
        Some(interval) => words.results_range(
            says.points(point.value),
            says.points(interval.low),
            says.points(interval.high),
        ),
        None => says.points(point.value),
    };
    Some(CareCard {
        heading: words.results_care_heading(),
        text: words.results_care_text(),
        rows: vec![(challenge_name.clone(), range(challenge)), (care_name.clone(), range(soft))],
        open: words.results_figures_open(),
        picture: care(
            words.results_care_label(range(challenge), range(soft)),
            [challenge_name, care_name],
            challenge,
            soft,
        ),
    })
}

/// The level of a side of tough care, or for a larger group what was said.
fn axis(says: &Says<'_>, group: &Group, index: Index) -> Option<(Point, String)> {
    let (at, measure) =
        says.reading.measures().enumerate().find(|(_, measure)| measure.index == Some(index))?;
    let Told::Figures(figures) = says.reading.told(at, group)? else { return None };
    let point = match figures.level {
        Some((level, _)) => Point { value: level.level, interval: Some(level.interval) },
        None => Point { value: figures.mean, interval: figures.said },
    };
    Some((point, says.name(measure)))
}

fn up(opened: &Opened, reading: &Reading, place: Place) -> Vec<Link> {
    let published = &reading.published;
    let mut above: Vec<Place> = published.upward(place).skip(1).collect();
    above.reverse();
    let link = |at: Place| {
        let name = published.node(at)?.0.name.clone();
        Some(Link { name, url: address(opened.round.id, at), text: String::new() })
    };
    above.into_iter().filter(|at| opened.may_read(*at)).filter_map(link).collect()
}

fn jump(ctx: &Ctx, opened: &Opened, groups_below: bool) -> Vec<Link> {
    let link = |name, url| Link { name, url, text: String::new() };
    let below = groups_below.then(|| link(ctx.words().results_below(), "#below".to_owned()));
    let units = opened
        .whole()
        .map(|_| link(ctx.words().results_units_link(), format!("/results/{}/units", opened.round.id)));
    below.into_iter().chain(units).collect()
}

fn down(ctx: &Ctx, opened: &Opened, reading: &Reading, place: Place) -> Vec<Link> {
    let published = &reading.published;
    let link = |(at, status): (Place, disclosure::Status)| {
        let name = published.node(at)?.0.name.clone();
        let hidden = status == disclosure::Status::Hidden;
        let text = if hidden { ctx.words().results_below_together() } else { String::new() };
        Some(Link { name, url: address(opened.round.id, at), text })
    };
    let below = published.below(place).into_iter();
    below.filter(|(at, _)| opened.may_read(*at)).filter_map(link).collect()
}

fn files(ctx: &Ctx, opened: &Opened, reading: &Reading, place: Place) -> Vec<Link> {
    let (words, base) = (ctx.words(), address(opened.round.id, place));
    let file = |name: String, file: &str| Link { name, url: format!("{base}/{file}"), text: String::new() };
    let mut files = vec![file(words.results_csv(), "table.csv"), file(words.results_json(), "table.json")];
    let hme = reading.measures().any(|measure| measure.index == Some(Index::Hme));
    if hme {
        files.push(file(words.results_hme_csv(), "hme.csv"));
        files.push(file(words.results_hme_xlsx(), "hme.xlsx"));
    }
    files
}

//! When a manager works, and the calendar they subscribe to.

use actions::week::{Hours, Subscription};
use askama::Template;
use axum::extract::Form;
use fetch::{Address, FetchRefused, Why};
use jiff::Span;
use jiff::civil::{Date, Weekday, date};
use serde::Deserialize;
use std::collections::HashMap;
use week::{Contract, DayHours, WorkingHours};
use words::Words;

use crate::Trouble;
use crate::ctx::Ctx;
use crate::dates::writes;
use crate::form::{Field, errors};
use crate::frame::{Frame, frame};
use crate::pages::{Page, go_saying, show, show_again};
use crate::routes::Routes;
use crate::said::Said;
use crate::week::trouble_words;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/settings/hours", hours)
        .post("/settings/hours", set_hours)
        .post("/subscription", subscribe)
        .post("/subscription/end", end_subscription)
}

/// The form's names for the beginning and the end of each day, Monday first.
const NAMES: [(&str, &str); 7] = [
    ("mon_from", "mon_to"),
    ("tue_from", "tue_to"),
    ("wed_from", "wed_to"),
    ("thu_from", "thu_to"),
    ("fri_from", "fri_to"),
    ("sat_from", "sat_to"),
    ("sun_from", "sun_to"),
];
/// Some Monday, to name weekdays by.
const MONDAY: Date = date(2026, 1, 5);
/// The last minute of a day.
const MIDNIGHT: u16 = 24 * 60;

#[derive(Template)]
#[template(path = "hours/hours.html")]
struct HoursPage {
    frame: Frame,
    heading: String,
    lead: String,
    errors_title: String,
    errors: Vec<Field>,
    hours_heading: String,
    hours_text: String,
    day: String,
    from: String,
    to: String,
    days: Vec<Day>,
    contract: Field,
    save: String,
    calendar_heading: String,
    calendar_text: String,
    state: Option<State>,
    address: Field,
    subscribe: String,
    secret: String,
    find: String,
    ways: Vec<(String, String)>,
}

/// One row of the form.
struct Day {
    name: String,
    from: Field,
    to: Field,
}

/// How a subscription goes.
struct State {
    title: String,
    host: String,
    fetched: String,
    /// Empty when all is well.
    trouble: String,
    review: String,
    end: String,
}

type HoursForm = HashMap<String, String>;

#[derive(Deserialize, Default)]
pub(crate) struct AddressForm {
    #[serde(default)]
    address: String,
}

/// What was typed and what was wrong with it.
#[derive(Default)]
struct Typed {
    hours: Option<(HoursForm, HoursTrouble)>,
    address: Option<String>,
}

/// What is wrong with the hours: by day, and with the contract.
#[derive(Default)]
struct HoursTrouble {
    days: [Option<DayTrouble>; 7],
    contract: bool,
}

/// What is wrong with a day.
#[derive(Clone, Copy)]
enum DayTrouble {
    From,
    To,
    Order,
}

async fn hours(ctx: Ctx) -> Page {
    show(&page(&ctx, Typed::default()).await?)
}

async fn set_hours(ctx: Ctx, Form(form): Form<HoursForm>) -> Page {
    let by = ctx.actor()?;
    match read_hours(&form) {
        Ok(hours) => {
            ctx.desk().write(move |tx| actions::week::set_hours(tx, &by, &hours)).await?;
            go_saying(&ctx, "/settings/hours", Said::Saved)
        }
        Err(trouble) => {
            show_again(&page(&ctx, Typed { hours: Some((form, trouble)), ..Typed::default() }).await?)
        }
    }
}

async fn subscribe(ctx: Ctx, Form(form): Form<AddressForm>) -> Page {
    let by = ctx.actor()?;
    match read_address(ctx.words(), &form.address) {
        Ok(address) => {
            actions::week::subscribe(ctx.desk(), by, address.secret()).await?;
            go_saying(&ctx, "/settings/hours", Said::Subscribed)
        }
        Err(error) => {
            let mut page = page(&ctx, Typed { address: Some(form.address), ..Typed::default() }).await?;
            page.address = page.address.with_error(Some(error));
            page.errors = errors([&page.address]);
            show_again(&page)
        }
    }
}

async fn end_subscription(ctx: Ctx) -> Page {
    let by = ctx.actor()?;
    ctx.desk().write(move |tx| actions::week::end_subscription(tx, &by)).await?;
    go_saying(&ctx, "/settings/hours", Said::Unsubscribed)
}

async fn page(ctx: &Ctx, typed: Typed) -> Result<HoursPage, Trouble> {
    let (words, by) = (ctx.words(), ctx.actor()?);
    let (hours, subscription) = ctx
        .desk()
        .read(move |tx| {
            Ok::<_, actions::Fault>((actions::week::hours(tx, &by)?, actions::week::subscription(tx, &by)?))
        })
        .await?;
    let kept = actions::week::address(ctx.desk(), by.organisation, by.person).await?;
    let (values, trouble) =
        typed.hours.unwrap_or_else(|| (write_hours(ctx, &hours), HoursTrouble::default()));
    let (days, contract) = (days(ctx, &values, &trouble), contract(words, &values, &trouble));
    let address = Field::new("address", words.subscription_address(), typed.address.unwrap_or_default())
        .with_hint(words.subscription_hint());
    let errors = errors(days.iter().flat_map(|day| [&day.from, &day.to]).chain([&contract]));
    let title = words.hours_heading();
    Ok(HoursPage {
        frame: frame(ctx, "/settings", &title),
        heading: title,
        lead: words.hours_lead(),
        errors_title: words.form_trouble(),
        errors,
        hours_heading: words.hours_working(),
        hours_text: words.hours_working_text(),
        day: words.hours_day(),
        from: words.hours_from(),
        to: words.hours_to(),
        days,
        contract,
        save: words.save(),
        calendar_heading: words.subscription_heading(),
        calendar_text: words.subscription_text(),
        state: subscription.map(|subscription| state(ctx, &subscription, kept.as_deref())),
        address,
        subscribe: words.subscription_start(),
        secret: words.subscription_secret(),
        find: words.subscription_find(),
        ways: vec![
            ("Outlook".into(), words.subscription_outlook()),
            ("Google".into(), words.subscription_google()),
            ("Apple".into(), words.subscription_apple()),
            ("Nextcloud".into(), words.subscription_nextcloud()),
        ],
    })
}

fn days(ctx: &Ctx, values: &HoursForm, trouble: &HoursTrouble) -> Vec<Day> {
    let words = ctx.words();
    let value = |name: &str| values.get(name).cloned().unwrap_or_default();
    (0..)
        .zip(NAMES)
        .zip(trouble.days)
        .map(|((day, (from, to)), trouble)| {
            let name = writes(ctx.language()).weekday(MONDAY.saturating_add(Span::new().days(day)));
            let (from_trouble, to_trouble) = match trouble {
                None => (None, None),
                Some(DayTrouble::From) => (Some(words.hours_unreadable(&name)), None),
                Some(DayTrouble::To) => (None, Some(words.hours_unreadable(&name))),
                Some(DayTrouble::Order) => (None, Some(words.hours_order(&name))),
            };
            Day {
                from: Field::new(from, words.hours_from_label(&name), value(from)).with_error(from_trouble),
                to: Field::new(to, words.hours_to_label(&name), value(to)).with_error(to_trouble),
                name,
            }
        })
        .collect()
}

fn contract(words: &Words, values: &HoursForm, trouble: &HoursTrouble) -> Field {
    let value = values.get("contract").cloned().unwrap_or_default();
    Field::new("contract", words.hours_contract(), value)
        .with_hint(words.hours_contract_hint())
        .with_error(trouble.contract.then(|| words.hours_contract_trouble()))
}

fn state(ctx: &Ctx, subscription: &Subscription, address: Option<&str>) -> State {
    let words = ctx.words();
    let zone = ctx.time_zone();
    // The host says which calendar it is, and is no secret.
    let host = address.and_then(|address| Address::read(address).ok());
    State {
        title: words.subscription_on(),
        host: host.map_or_else(|| words.subscription_unsealed(), |address| address.host().to_owned()),
        fetched: match subscription.fetched_at {
            Some(at) => words.subscription_fetched(writes(ctx.language()).moment(at, &zone)),
            None => words.subscription_not_fetched(),
        },
        trouble: match subscription.trouble.as_str() {
            "" => String::new(),
            code => trouble_words(ctx, code),
        },
        review: words.subscription_review(),
        end: words.subscription_end(),
    }
}

/// The address that was typed, or in words why it is not taken. Whether its host may be asked is decided when it is:
/// names lead elsewhere from one day to the next.
fn read_address(words: &Words, typed: &str) -> Result<Address, String> {
    if typed.trim().is_empty() {
        return Err(words.subscription_missing());
    }
    let address = Address::read(typed).map_err(|refused| match refused {
        FetchRefused::NotAllowed { why: Why::Userinfo } => words.subscription_userinfo(),
        FetchRefused::NotAllowed { .. } => words.subscription_protocol(),
        _ => words.subscription_not_an_address(),
    })?;
    if address.secret().starts_with("https://") { Ok(address) } else { Err(words.subscription_protocol()) }
}

fn write_hours(ctx: &Ctx, hours: &Hours) -> HoursForm {
    let clock = |minute: u16| format!("{:02}:{:02}", minute % MIDNIGHT / 60, minute % 60);
    let mut form = HoursForm::new();
    for (index, (from, to)) in (0..).zip(NAMES) {
        if let Some(day) = hours.working.on(Weekday::Monday.wrapping_add(index)) {
            form.insert(from.into(), clock(day.from()));
            form.insert(to.into(), clock(day.to()));
        }
    }
    form.insert("contract".into(), contract_hours(ctx, hours.contract.minutes()));
    form
}

/// Minutes as hours with as many decimals as they need: "37", "38,25".
fn contract_hours(ctx: &Ctx, minutes: u32) -> String {
    let comma = if ctx.language() == people::Language::En { "." } else { "," };
    let hundredths = (f64::from(minutes) / 0.6).round() as u32;
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        part => format!("{}{comma}{}", hundredths / 100, format!("{part:02}").trim_end_matches('0')),
    }
}

fn read_hours(form: &HoursForm) -> Result<Hours, HoursTrouble> {
    let mut trouble = HoursTrouble::default();
    let mut days = [None; 7];
    let typed = |name: &str| form.get(name).map_or("", |typed| typed.trim());
    for ((from, to), (day, wrong)) in NAMES.iter().zip(days.iter_mut().zip(&mut trouble.days)) {
        match read_day(typed(from), typed(to)) {
            Ok(read) => *day = read,
            Err(why) => *wrong = Some(why),
        }
    }
    let contract = read_contract(typed("contract"));
    trouble.contract = contract.is_none();
    match contract {
        Some(contract) if trouble.days.iter().all(Option::is_none) => {
            Ok(Hours { working: WorkingHours::new(days), contract })
        }
        _ => Err(trouble),
    }
}

/// A day's hours; two empty fields are a day off.
fn read_day(from: &str, to: &str) -> Result<Option<DayHours>, DayTrouble> {
    if from.is_empty() && to.is_empty() {
        return Ok(None);
    }
    let from = read_clock(from).ok_or(DayTrouble::From)?;
    // A day that ends at midnight ends with it, not before it began.
    let to =
        read_clock(to).map(|minute| if minute == 0 { MIDNIGHT } else { minute }).ok_or(DayTrouble::To)?;
    DayHours::new(from, to).map(Some).map_err(|_| DayTrouble::Order)
}

/// A time of the day as browsers send it (`08:00`) or as people write it (`8`, `8.30`).
fn read_clock(typed: &str) -> Option<u16> {
    let (hour, minute) = typed.split_once([':', '.']).unwrap_or((typed, "0"));
    let number = |part: &str| {
        let short = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        short.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60 || hour == 24 && minute == 0).then_some(hour * 60 + minute)
}

/// Hours a week as people write them: `37`, `38,25`, `38.25`.
fn read_contract(typed: &str) -> Option<Contract> {
    let hours: f64 = typed.replace(',', ".").parse().ok()?;
    let minutes = (hours * 60.0).round();
    // Anything else is refused here, so that the cast below is exact.
    if !(1.0..=10_000.0).contains(&minutes) {
        return None;
    }
    Contract::new(minutes as u32).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(given: &[(&str, &str)]) -> HoursForm {
        given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn times_are_read_as_browsers_send_them_and_as_people_write_them() {
        for (typed, minute) in [("08:00", 480), ("8", 480), ("8.30", 510), ("00:00", 0), ("24:00", 1440)] {
            assert_eq!(read_clock(typed), Some(minute), "{typed}");
        }
        for typed in ["", "25", "8:60", "24:01", "-1", "8:", "åtta", "008", "8:00:00"] {
            assert_eq!(read_clock(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_address_that_cannot_be_fetched_safely_is_said_to_be_so() {
        let words = words::of(people::Language::En);
        let secret = |typed| read_address(words, typed).map(|address| address.secret().to_owned());
        assert_eq!(secret(" webcal://cal.example/a.ics").unwrap(), "https://cal.example/a.ics");
        for (typed, said) in [
            (" ", words.subscription_missing()),
            ("https://", words.subscription_not_an_address()),
            ("http://cal.example/a.ics", words.subscription_protocol()),
            ("file:///etc/passwd", words.subscription_protocol()),
            ("https://anna:hemligt@cal.example/", words.subscription_userinfo()),
        ] {
            assert_eq!(secret(typed), Err(said), "{typed}");
        }
    }

    #[test]
    fn two_empty_fields_are_a_day_off_and_midnight_ends_the_day() {
        let hours = read_hours(&form(&[("mon_from", "14:00"), ("mon_to", "00:00"), ("contract", "38,25")]));
        let hours = hours.ok().unwrap();
        let monday = hours.working.on(Weekday::Monday).unwrap();
        assert_eq!((monday.from(), monday.to()), (840, 1440));
        assert_eq!(hours.working.on(Weekday::Tuesday), None);
        assert_eq!(hours.contract.minutes(), 2295);
    }

    #[test]
    fn each_field_that_is_wrong_is_said() {
        let given = form(&[
            ("mon_from", "x"),
            ("mon_to", "17:00"),
            ("tue_from", "8:00"),
            ("wed_from", "17:00"),
            ("wed_to", "8:00"),
            ("contract", "81"),
        ]);
        let trouble = read_hours(&given).err().unwrap();
        assert!(matches!(trouble.days[0], Some(DayTrouble::From)));
        assert!(matches!(trouble.days[1], Some(DayTrouble::To)));
        assert!(matches!(trouble.days[2], Some(DayTrouble::Order)));
        assert!(trouble.days[3..].iter().all(Option::is_none));
        assert!(trouble.contract);
    }

    #[test]
    fn a_contract_is_one_minute_to_eighty_hours() {
        for typed in ["", "0", "-37", "80,1", "1e9", "NaN", "inf", "trettiosju"] {
            assert_eq!(read_contract(typed), None, "{typed}");
        }
        assert_eq!(read_contract("80").map(|contract| contract.minutes()), Some(4800));
        assert_eq!(read_contract("37.5").map(|contract| contract.minutes()), Some(2250));
    }
}

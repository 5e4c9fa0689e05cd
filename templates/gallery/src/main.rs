//! Every component with believable content, as pages that need no server: `cargo run -- DIR` writes them there.
//! The browser tests look at them light and dark, narrow and wide, and with axe.

mod frame;
// The pictures are the product's own: what is looked at here is what is served.
#[path = "../../../crates/web/src/picture.rs"]
mod picture;

use askama::Template;
use frame::{Choice, Fact, Field, Flash, Frame, FrameWords, NavGroup, NavItem};
use picture::{Bar, Beside, DayShares, Days, Figures, Range, Row, Share, Trend, Usual, Weeks};

struct Drop {
    name: &'static str,
    why: &'static str,
    hours: &'static str,
}

struct CheckIn {
    url: &'static str,
    answers: Vec<Choice>,
    answered: &'static str,
    change: &'static str,
    change_url: &'static str,
}

#[derive(Template)]
#[template(path = "gallery/week.html")]
struct WeekPage {
    frame: Frame,
    bar: Bar,
    drops: Vec<Drop>,
    days: Days,
    trend: Trend,
}

#[derive(Template)]
#[template(path = "gallery/today.html")]
struct TodayPage {
    frame: Frame,
    checks: Vec<&'static str>,
    checkin: CheckIn,
}

#[derive(Template)]
#[template(path = "gallery/form.html")]
struct FormPage {
    frame: Frame,
    errors: Vec<Field>,
    way: Field,
    ways: Vec<Choice>,
    minutes: Field,
    moment: Field,
    moments: Vec<Choice>,
    mail: Field,
    plan: Field,
    area: Field,
    areas: Vec<Choice>,
    calendar: Field,
    remind: Field,
}

#[derive(Template)]
#[template(path = "gallery/parts.html")]
struct PartsPage {
    frame: Frame,
    facts: Vec<Fact>,
    range: Range,
    drops: Vec<Drop>,
    answered: CheckIn,
}

#[derive(Template)]
#[template(path = "gallery/sign-in.html")]
struct SignInPage {
    frame: Frame,
    mail: Field,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args().nth(1).ok_or("say where to write: gallery DIR")?;
    let dir = std::path::Path::new(&dir);
    std::fs::create_dir_all(dir)?;
    std::fs::write(dir.join("week.html"), week().render()?)?;
    std::fs::write(dir.join("today.html"), today("").render()?)?;
    std::fs::write(dir.join("answered.html"), today("Gjort i dag").render()?)?;
    std::fs::write(dir.join("form.html"), form().render()?)?;
    std::fs::write(dir.join("parts.html"), parts().render()?)?;
    std::fs::write(dir.join("sign-in.html"), sign_in().render()?)?;
    Ok(())
}

fn item(label: &str, short: &str, url: &str, icon: &'static str, page: &str) -> NavItem {
    NavItem {
        label: label.into(),
        short: short.into(),
        url: url.into(),
        icon,
        current: url.trim_end_matches(".html") == page,
    }
}

fn choice(value: &str, label: &str, hint: &str, current: bool) -> Choice {
    Choice { value: value.into(), label: label.into(), hint: hint.into(), current }
}

fn field(name: &'static str, label: &str, hint: &str) -> Field {
    Field { name, label: label.into(), hint: hint.into(), ..Field::default() }
}

fn frame(page: &str, title: &str) -> Frame {
    let group = NavGroup {
        name: "Hemtjänst Norr".into(),
        items: vec![
            item("Medarbetare", "", "people.html", "people", page),
            item("Vår ledningsgrund", "", "foundation.html", "book", page),
        ],
    };
    Frame {
        lang: "sv",
        scheme: "auto",
        title: title.into(),
        assets: "/assets".into(),
        home: "today.html".into(),
        demo: "Övningskommun: påhittade människor och siffror.".into(),
        flash: None,
        nav: vec![
            item("I dag", "I dag", "today.html", "today", page),
            item("Veckan", "Veckan", "week.html", "week", page),
            item("Steg och bortval", "Steg", "form.html", "steps", page),
            item("Röda tråden", "Tråden", "parts.html", "thread", page),
            item("Vad de säger", "", "pulse.html", "pulse", page),
            item("Samtal", "", "talks.html", "talk", page),
            item("Kretsen", "", "circle.html", "circle", page),
        ],
        groups: vec![group],
        language_url: "/language".into(),
        languages: vec![
            choice("sv", "Svenska", "", true),
            choice("da", "Dansk", "", false),
            choice("en", "English", "", false),
        ],
        scheme_url: "/scheme".into(),
        schemes: vec![
            choice("light", "Ljust", "", false),
            choice("dark", "Mörkt", "", false),
            choice("auto", "Som enheten", "", true),
        ],
        back: "/".into(),
        words: FrameWords {
            skip: "Till innehållet".into(),
            menu: "Huvudmeny".into(),
            more: "Mer".into(),
            language: "Språk".into(),
            look: "Utseende".into(),
        },
        foot: vec![
            item("Vad som sparas", "", "privacy.html", "", page),
            item("Tillgänglighet", "", "accessibility.html", "", page),
        ],
    }
}

const KINDS: [(&str, &str); 6] = [
    ("leadership", "Ledarbidrag"),
    ("coordination", "Samordning"),
    ("administration", "Administration"),
    ("firefighting", "Brandkår"),
    ("recovery", "Återhämtning"),
    ("other", "Annat"),
];

/// Shares of the six kinds, given in half hours.
fn shares(halves: [u32; 6]) -> Vec<Share> {
    let share = |((kind, label), n): ((&'static str, &str), u32)| Share {
        kind,
        label: label.into(),
        amount: hours(n),
        minutes: n * 30,
    };
    KINDS.into_iter().zip(halves).map(share).collect()
}

fn hours(halves: u32) -> String {
    if halves.is_multiple_of(2) { format!("{} h", halves / 2) } else { format!("{},5 h", halves / 2) }
}

const WEEK: [(&str, [u32; 6]); 5] = [
    ("mån", [3, 7, 4, 3, 0, 0]),
    ("tis", [6, 6, 3, 2, 1, 0]),
    ("ons", [2, 8, 4, 4, 0, 0]),
    ("tors", [7, 3, 3, 2, 1, 0]),
    ("fre", [4, 4, 4, 1, 2, 0]),
];

fn drops() -> Vec<Drop> {
    vec![
        Drop { name: "Avstämning planering", why: "varje dag · 9 deltagare", hours: "58 h/år" },
        Drop { name: "Schemamöte", why: "varje vecka · dubbelbokat 3 av 4", hours: "46 h/år" },
        Drop { name: "Forum digitalisering", why: "varannan vecka · ingen dagordning", hours: "39 h/år" },
    ]
}

fn week() -> WeekPage {
    let day = |(name, halves): &(&str, [u32; 6])| DayShares {
        name: (*name).into(),
        amount: hours(halves.iter().sum()),
        shares: shares(*halves).into_iter().map(|share| (share.kind, share.minutes)).collect(),
    };
    let given: Vec<_> = WEEK.iter().map(day).collect();
    let head = ["Dag", "Ledarbidrag", "Samordning", "Administration", "Brandkår", "Återhämtning"]
        .map(String::from)
        .to_vec();
    let rows = given.iter().map(|d| Row {
        name: d.name.clone(),
        cells: d.shares.iter().take(5).map(|(_, minutes)| hours(minutes / 30).into()).collect(),
    });
    let table = Figures {
        open: "Visa siffrorna".into(),
        caption: "Timmar per dag och slag".into(),
        head,
        rows: rows.collect(),
    };
    WeekPage {
        frame: Frame {
            flash: Some(Flash {
                kind: "done",
                text: "Veckan är sparad: minuter per slag, inga rubriker.".into(),
            }),
            ..frame("week", "Veckan")
        },
        bar: picture::bar(
            "Ledarbidrag 11 timmar, samordning 14, administration 9, brandkår 6, återhämtning 2".into(),
            &shares([22, 28, 18, 12, 4, 0]),
        ),
        drops: drops(),
        days: picture::days(
            "Bokade timmar per dag: måndag 8,5, tisdag 9, onsdag 9, torsdag 8, fredag 7,5".into(),
            &given,
            Some((480, "8 h avtalad dag".into())),
            table,
        ),
        trend: twelve_weeks(),
    }
}

fn twelve_weeks() -> Trend {
    let minutes = [
        Some(480),
        Some(570),
        Some(420),
        Some(510),
        None,
        Some(600),
        Some(450),
        Some(540),
        Some(690),
        Some(630),
        Some(720),
        Some(660),
    ];
    let rows = minutes.iter().enumerate().map(|(n, m)| Row {
        name: format!("Vecka {}", 35 + n),
        cells: vec![m.map_or("–".into(), |m| hours(m / 30).into())],
    });
    let table = Figures {
        open: "Visa siffrorna".into(),
        caption: "Ledarbidrag per vecka".into(),
        head: vec!["Vecka".into(), "Ledarbidrag".into()],
        rows: rows.collect(),
    };
    let weeks = Weeks {
        label: "Ledarbidrag vecka 35 till 46: från 7 till 12 timmar, oftast 7 till 11,5. Steget började vecka 42.".into(),
        minutes: minutes.to_vec(),
        usual: Some(Usual { low: 420, mean: 555, high: 690 }),
        ends: ["v. 35".into(), "v. 46".into()],
        marks: vec![(7, "Steget började".into())],
        table,
    };
    picture::trend(weeks, |h| format!("{h} h"))
}

fn check_in(answered: &'static str) -> CheckIn {
    let answers = vec![
        choice("done", "Gjort i dag", "", false),
        choice("not", "Blev inte av", "", false),
        choice("no-occasion", "Inget tillfälle", "", false),
    ];
    CheckIn { url: "/check-ins", answers, answered, change: "Ändra", change_url: "today.html" }
}

fn today(answered: &'static str) -> TodayPage {
    let checks = vec!["done", "done", "not", "done", "no-occasion", "done", "not", "done"];
    TodayPage { frame: frame("today", "I dag"), checks, checkin: check_in(answered) }
}

fn form() -> FormPage {
    let minutes = Field {
        value: "0".into(),
        error: "Skriv hur många minuter du vill frigöra, minst 5.".into(),
        ..field(
            "minutes",
            "Hur mycket vill du frigöra?",
            "Ungefär räcker. Schemamötet tog 46 minuter i veckan.",
        )
    };
    let mail = Field {
        value: "karin.lund@".into(),
        error: "Skriv hela adressen, som namn@kommun.example.".into(),
        ..field("mail", "Vart ska frågan skickas?", "")
    };
    FormPage {
        frame: frame("form", "Välj bort"),
        errors: vec![minutes.clone(), mail.clone()],
        way: field("way", "Schemamöte, varje vecka", "Dubbelbokat 3 av 4 gånger, 12 deltagare."),
        ways: vec![
            choice(
                "drop",
                "Ta bort det",
                "Serien avslutas. Det som behöver sägas tas i den skrivna planen.",
                false,
            ),
            choice("delegate", "Låt någon annan gå", "Du får veta vad som beslutades, på en rad.", true),
            choice("shorten", "Korta det", "Från 60 till 25 minuter.", false),
            choice("rarer", "Mer sällan", "Varannan vecka.", false),
        ],
        minutes,
        moment: field("moment", "När vill du få frågan?", ""),
        moments: vec![
            choice("morning", "På morgonen", "", false),
            choice("noon", "Vid lunch", "", false),
            choice("evening", "Innan jag går", "", true),
        ],
        mail,
        plan: Field {
            value: "När jag kommer till morgonmötet frågar jag en person vad som skulle göra dagen lättare."
                .into(),
            ..field("plan", "När …, då …", "Bara du ser det.")
        },
        area: field("area", "Område", ""),
        areas: vec![choice("care", "Tuff omsorg", "", true), choice("mandate", "Tydliga uppdrag", "", false)],
        calendar: field(
            "calendar",
            "Kalenderfil",
            "En .ics-fil, högst 20 MB. Den läses i minnet och sparas inte.",
        ),
        remind: field("remind", "Påminn mig när fyra veckor gått", ""),
    }
}

fn parts() -> PartsPage {
    let fact = |name: &str, value: &str| Fact { name: name.into(), value: value.into() };
    let trouble = Flash {
        kind: "trouble",
        text: "Filen gick inte att läsa: rad 214 är inte en kalender. Resten lästes.".into(),
    };
    PartsPage {
        frame: Frame { flash: Some(trouble), demo: String::new(), ..frame("parts", "Hjälpte det?") },
        facts: vec![
            fact("Medarbetare", "47"),
            fact("Arbetsplatser", "3"),
            fact("Möten före klockan åtta", "6 av 42"),
            fact("Tid med egen chef, fyra veckor", "1 h"),
        ],
        range: picture::range(Beside {
            label: "Din vecka: 58 procent i möten. Publicerat: 45 till 55 procent.".into(),
            name: "Du: 58 %".into(),
            published: "45–55 %".into(),
            source: "Ungefär hälften. Tio chefer i svensk sjukvård, Arman m.fl. 2009.".into(),
            here: 58,
            low: 45,
            high: 55,
            most: 100,
        }),
        drops: drops(),
        answered: check_in("Gjort i dag"),
    }
}

fn sign_in() -> SignInPage {
    let frame = Frame { nav: vec![], groups: vec![], ..frame("sign-in", "Logga in") };
    SignInPage { frame, mail: field("mail", "E-post", "") }
}

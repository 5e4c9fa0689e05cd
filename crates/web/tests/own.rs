//! The pages of what is one's own: conditions, working hours and the calendar's address, the export, erasing.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use actions::{Clock, Desk, Keys, LetterPolicy};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use people::Language;
use store::testing::Fresh;
use tower::ServiceExt;
use web::{Site, WebSettings};

const NOW: &str = "2026-11-22T12:00:00Z";

/// A demo municipality, and a browser that is signed in as one of its people.
struct Guest {
    router: Router,
    cookie: String,
    desk: Desk,
    municipality: demo::Municipality,
    _fresh: Fresh,
    _folder: tempfile::TempDir,
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Guest {
    async fn of_role(role: &str) -> Guest {
        let (fresh, folder) = (Fresh::sqlite(), tempfile::tempdir().unwrap());
        let keys = Keys::open(&folder.path().join("key")).unwrap();
        let clock = Clock::standing_at(NOW.parse().unwrap());
        let desk = Desk::new(fresh.store.clone(), clock, keys, LetterPolicy::Keep, "http://pejling.example");
        let today = desk.today("Europe/Stockholm");
        let municipality =
            demo::generate(&demo::Request { employees: 300, seed: 7, today, language: Language::Sv });
        let host = actions::demo::load(&desk, &municipality).await.unwrap();
        let fetcher = fetch::Fetcher::new(fetch::Settings::default()).unwrap();
        let settings = WebSettings { proxies: Vec::new(), fetcher, doors: web::Doors::default(), post: true };
        let router = web::router(Site::new(desk.clone(), host, settings));
        let mut guest =
            Guest { router, cookie: String::new(), desk, municipality, _fresh: fresh, _folder: folder };
        let answer = guest.post(&format!("/demo/{role}"), "").await;
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        guest.cookie = cookie.split(';').next().unwrap().to_owned();
        guest
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 4 * 1024 * 1024).await.unwrap();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        self.send(request.header(header::ACCEPT_LANGUAGE, "en").body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT_LANGUAGE, "en")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(form.to_owned().into()).unwrap()).await
    }

    /// Brings in the calendar of the demo's manager, who this guest is.
    async fn bring_in_weeks(&self) {
        let manager = self.municipality.personas().manager;
        let calendar = self.municipality.calendar_for(manager, demo::Weeks::default()).unwrap();
        let host = actions::access::host(&self.desk).await.unwrap().unwrap();
        let personas = self.desk.read(move |tx| store::people::personas(tx, host.id)).await.unwrap();
        let person = personas.iter().find(|(role, ..)| role == "manager").unwrap().1;
        let by = access::Actor { organisation: host.id, person, roles: Default::default() };
        actions::week::import(&self.desk, by, "Europe/Stockholm", calendar.into_bytes()).await.unwrap();
    }

    async fn exported(&self) -> serde_json::Value {
        serde_json::from_str(&self.get("/export.json").await.text).unwrap()
    }
}

fn words() -> &'static words::Words {
    words::of(Language::En)
}

#[tokio::test]
async fn the_demos_people_are_looked_at_without_a_link_and_tried_by_a_press() {
    let guest = Guest::of_role("hr").await;
    let page = guest.get("/demo").await;
    assert!(page.text.contains("action=\"/demo/principal\""));
    assert!(!page.text.contains("/sign-in/"), "looking makes no links");
    let pressed = guest.post("/demo/principal", "").await;
    assert_eq!((pressed.status, &pressed.headers[header::LOCATION]), (303, &"/".parse().unwrap()));
    assert!(pressed.headers.contains_key(header::SET_COOKIE));
    let nobody = guest.post("/demo/emperor", "").await;
    assert_eq!((nobody.status, &nobody.headers[header::LOCATION]), (303, &"/demo".parse().unwrap()));
    assert!(!nobody.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn conditions_are_there_before_any_week_and_say_what_to_do() {
    let guest = Guest::of_role("manager").await;
    guest.post("/erase", "what=weeks&sure=yes").await;
    let page = guest.get("/conditions").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains(&words().conditions_empty()));
    assert!(page.text.contains("href=\"/import\""));
    // Span and its published figures need no calendar.
    assert!(page.text.contains(&words().reference_span_guideline("25–30")));
    assert!(!page.text.contains(&words().conditions_undisturbed()));
}

#[tokio::test]
async fn conditions_set_the_weeks_beside_what_is_published() {
    let guest = Guest::of_role("manager").await;
    guest.bring_in_weeks().await;
    let page = guest.get("/conditions").await.text;
    for said in [
        words().conditions_meetings(),
        words().conditions_undisturbed(),
        words().reference_meetings_health_care("50"),
        words().reference_own_manager_health_care("1"),
        words().reference_half_on_administration("29"),
    ] {
        assert!(page.contains(&said), "{said}");
    }
    assert!(page.contains("class=\"picture range\""));
    assert!(!page.contains(&words().conditions_empty()));
}

#[tokio::test]
async fn working_hours_are_kept_and_shown_again() {
    let guest = Guest::of_role("manager").await;
    let saved = guest.post("/settings/hours", "mon_from=07%3A30&mon_to=16%3A00&contract=38.25").await;
    assert_eq!((saved.status, &saved.headers[header::LOCATION]), (303, &"/settings/hours".parse().unwrap()));
    let page = guest.get("/settings/hours").await.text;
    assert!(page.contains(
        "id=\"mon_from\" name=\"mon_from\" type=\"text\" autocomplete=\"off\" maxlength=\"5\" value=\"07:30\""
    ));
    assert!(page.contains("name=\"tue_from\" type=\"text\" autocomplete=\"off\" maxlength=\"5\" value=\"\""));
    assert!(page.contains("value=\"38.25\""));
}

#[tokio::test]
async fn hours_that_make_no_sense_come_back_as_they_were_typed_with_the_reason_by_the_field() {
    let guest = Guest::of_role("manager").await;
    let before = guest.exported().await["working_hours"].clone();
    let again = guest.post("/settings/hours", "tue_from=17%3A00&tue_to=08%3A00&contract=many").await;
    assert_eq!(again.status, 422);
    for part in [
        "value=\"17:00\"",
        "value=\"many\"",
        "id=\"tue_to-error\"",
        "id=\"contract-error\"",
        "href=\"#tue_to\"",
        "href=\"#contract\"",
    ] {
        assert!(again.text.contains(part), "{part}");
    }
    assert_eq!(guest.exported().await["working_hours"], before);
}

#[tokio::test]
async fn a_subscription_is_begun_shown_by_its_host_alone_and_ended() {
    let guest = Guest::of_role("manager").await;
    let refused = guest.post("/subscription", "address=http%3A%2F%2Fcal.example%2Fa.ics").await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains(&words().subscription_protocol()));
    let begun = guest.post("/subscription", "address=webcal%3A%2F%2Fcal.example%2Fsecret-4711.ics").await;
    assert_eq!(begun.status, 303);
    let page = guest.get("/settings/hours").await.text;
    assert!(page.contains("cal.example") && page.contains(&words().subscription_not_fetched()));
    assert!(!page.contains("secret-4711"), "somebody may look over a shoulder");
    let kept = guest.exported().await;
    assert_eq!(kept["subscription"]["address"], "https://cal.example/secret-4711.ics");
    assert_eq!(guest.post("/subscription/end", "").await.status, 303);
    assert!(guest.exported().await["subscription"].is_null());
}

#[tokio::test]
async fn the_export_is_a_file_and_a_page_of_the_same_things() {
    let guest = Guest::of_role("manager").await;
    guest.bring_in_weeks().await;
    let file = guest.get("/export.json").await;
    assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"pejling-2026-11-22.json\"");
    assert_eq!(file.headers[header::CACHE_CONTROL], "no-store");
    let kept: serde_json::Value = serde_json::from_str(&file.text).unwrap();
    assert_eq!(kept["schema"], "pejling-export/1");
    let weeks = kept["weeks"].as_array().unwrap();
    assert!(weeks.len() > 8, "{} weeks", weeks.len());
    // Minutes by day and by series are the same minutes.
    let by_day: u64 = weeks
        .iter()
        .flat_map(|week| week["days"].as_array().unwrap())
        .flat_map(|day| day["minutes"].as_object().unwrap().values())
        .map(|minutes| minutes.as_u64().unwrap())
        .sum();
    let series = kept["series"].as_array().unwrap();
    let by_series: u64 = series.iter().map(|part| part["minutes"].as_u64().unwrap()).sum();
    assert_eq!(by_day, by_series);
    let fingerprint = series[0]["series"].as_str().unwrap();
    assert_eq!(fingerprint.len(), 32);
    // The demo's manager practises a step that a drop makes room for.
    let (step, drop) = (&kept["steps"][0], &kept["drops"][0]);
    assert_eq!(step["drop"], drop["id"]);
    assert!(!step["check_ins"].as_array().unwrap().is_empty());
    assert!(step["area"].as_str().unwrap().starts_with('G'));
    let page = guest.get("/export").await.text;
    for section in ["person", "employments", "sessions", "weeks", "series", "steps", "check-ins", "drops"] {
        assert!(page.contains(&format!("<h2 id=\"{section}\">")), "{section}");
    }
    assert!(page.contains(fingerprint));
    assert!(page.contains(step["then"].as_str().unwrap()));
}

#[tokio::test]
async fn erasing_asks_first_and_then_does_it() {
    let guest = Guest::of_role("manager").await;
    guest.bring_in_weeks().await;
    for (form, missing) in [
        ("", words().erase_what_missing()),
        ("what=weeks", words().erase_sure_missing()),
        ("sure=yes", words().erase_what_missing()),
    ] {
        let again = guest.post("/erase", form).await;
        assert_eq!(again.status, 422, "{form}");
        assert!(again.text.contains(&missing), "{form}");
    }
    assert!(!guest.exported().await["weeks"].as_array().unwrap().is_empty());
    let done = guest.post("/erase", "what=all&sure=yes").await;
    assert_eq!((done.status, &done.headers[header::LOCATION]), (303, &"/export".parse().unwrap()));
    let left = guest.exported().await;
    for part in
        ["weeks", "series", "guesses", "corrections", "suggestions", "steps", "drops", "letters", "links"]
    {
        assert_eq!(left[part], serde_json::json!([]), "{part}");
    }
    assert_eq!(left["sessions"].as_array().unwrap().len(), 1, "still signed in, to be told");
}

#[tokio::test]
async fn somebody_who_leads_nobody_has_an_export_but_no_conditions() {
    let guest = Guest::of_role("employee").await;
    assert_eq!(guest.get("/export").await.status, 200);
    assert_eq!(guest.get("/erase").await.status, 200);
    for path in ["/conditions", "/settings/hours"] {
        assert_eq!(guest.get(path).await.status, 403, "{path}");
    }
}

//! Calendars fetched over real sockets, from hosts that mean well and hosts that do not.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod town;

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fetch::{Address, FetchRefused, Fetcher, Limits, Settings, SettingsRefused, Why};
use flate2::{Compression, write::GzEncoder};
use rcgen::CertificateParams;
use town::{Authority, Host, Reply, Town, ok, sent_to, with_fields};

const CALENDAR: &[u8] = b"BEGIN:VCALENDAR\r\nSUMMARY:L\xc3\xb6nesamtal\r\nEND:VCALENDAR\r\n";
/// A public address; nothing here ever reaches it.
const PUBLIC: &str = "93.184.215.14";

/// Short, so that what is too slow is so soon.
fn limits() -> Limits {
    Limits {
        connect: Duration::from_millis(400),
        whole: Duration::from_millis(1500),
        bytes: 1_000_000,
        ..Limits::default()
    }
}

fn settings(authority: &Authority) -> Settings {
    Settings { allowed_hosts: Vec::new(), authorities: authority.pem(), limits: limits() }
}

async fn fetch(fetcher: &Fetcher, address: &str) -> Result<Vec<u8>, FetchRefused> {
    fetcher.calendar(&Address::read(address)?).await
}

/// A host `cal.example` on a public address that answers everything so, and a fetcher in its town.
async fn public_host(reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> (Host, Arc<Town>, Fetcher) {
    let authority = Authority::new();
    let host = Host::encrypted(&authority, &["cal.example"], reply).await;
    let town = Town::default().name("cal.example", &[&[PUBLIC]]).road(&format!("{PUBLIC}:443"), &host);
    let town = Arc::new(town);
    let fetcher = Fetcher::over(settings(&authority), town.clone()).unwrap();
    (host, town, fetcher)
}

async fn answer_to(reply: Reply) -> Result<Vec<u8>, FetchRefused> {
    let (_host, _town, fetcher) = public_host(move |_| reply.clone()).await;
    fetch(&fetcher, "webcal://cal.example/a.ics").await
}

/// What must not be reached, as a person may type it and as a redirect may say it.
const INWARD: [(&str, Why); 25] = [
    ("https://127.0.0.1/", Why::NotPublic),
    ("https://2130706433/", Why::NotPublic),
    ("https://0x7f000001/", Why::NotPublic),
    ("https://0177.0.0.1/", Why::NotPublic),
    ("https://127.1/", Why::NotPublic),
    ("https://127.0.0.1./", Why::NotPublic),
    ("https://１２７.0.0.1/", Why::NotPublic),
    ("https://0.0.0.0/", Why::NotPublic),
    ("https://10.1.2.3:8443/", Why::NotPublic),
    ("https://100.64.0.1/", Why::NotPublic),
    ("https://169.254.169.254/latest/meta-data/", Why::NotPublic),
    ("https://192.168.0.1/", Why::NotPublic),
    ("https://[::1]/", Why::NotPublic),
    ("https://[::]/", Why::NotPublic),
    ("https://[::ffff:127.0.0.1]/", Why::NotPublic),
    ("https://[::ffff:7f00:1]/", Why::NotPublic),
    ("https://[64:ff9b::127.0.0.1]/", Why::NotPublic),
    ("https://[2002:7f00:1::]/", Why::NotPublic),
    ("https://[fe80::1]/", Why::NotPublic),
    ("https://[fd00::1]/", Why::NotPublic),
    ("http://cal.example/", Why::NotEncrypted),
    ("https://cal.example:22/", Why::Port),
    ("https://cal.example:8080/", Why::Port),
    ("https://it:hemlig@cal.example/", Why::Userinfo),
    ("ftp://cal.example/", Why::Protocol),
];

#[tokio::test]
async fn a_calendar_arrives_and_only_the_question_is_sent() {
    let (host, town, fetcher) = public_host(|_| ok(CALENDAR)).await;
    assert_eq!(fetch(&fetcher, "webcal://cal.example/a.ics?key=1#x").await.unwrap(), CALENDAR);
    let head = host.heads.lock().unwrap()[0].to_lowercase();
    let mut fields: Vec<_> = head.trim().lines().collect();
    assert_eq!(fields.remove(0), "get /a.ics?key=1 http/1.1");
    fields.sort_unstable();
    let names: Vec<_> = fields.iter().map(|field| field.split(':').next().unwrap()).collect();
    assert_eq!(names, ["accept-encoding", "accept", "host", "user-agent"]);
    assert!(fields.contains(&"host: cal.example"));
    assert_eq!(town.connections(), [format!("{PUBLIC}:443").parse().unwrap()]);
}

#[tokio::test]
async fn nothing_inward_is_asked() {
    let town = Arc::new(Town::default().name("cal.example", &[&[PUBLIC]]));
    let fetcher = Fetcher::over(settings(&Authority::new()), town.clone()).unwrap();
    for (address, why) in INWARD {
        assert_eq!(fetch(&fetcher, address).await, Err(why.into()), "{address}");
    }
    assert!(town.connections().is_empty());
}

#[tokio::test]
async fn nothing_inward_is_asked_after_a_redirect() {
    for (address, why) in INWARD {
        let (host, town, fetcher) = public_host(move |_| sent_to(address)).await;
        let outcome = fetch(&fetcher, "https://cal.example/a.ics").await;
        assert_eq!(outcome, Err(why.into()), "{address}");
        assert_eq!((host.times_asked(), town.connections().len()), (1, 1), "{address}");
    }
}

#[tokio::test]
async fn a_name_that_leads_inward_is_not_asked() {
    for answers in [
        &["127.0.0.1"][..],
        &["10.0.0.1"],
        &["::1"],
        &[PUBLIC, "192.168.0.1"],
        &["::ffff:169.254.169.254", PUBLIC],
    ] {
        let town = Arc::new(Town::default().name("cal.example", &[answers]));
        let fetcher = Fetcher::over(settings(&Authority::new()), town.clone()).unwrap();
        assert_eq!(fetch(&fetcher, "https://cal.example/").await, Err(Why::NotPublic.into()));
        assert!(town.connections().is_empty());
    }
}

#[tokio::test]
async fn a_name_that_changes_its_mind_gains_nothing() {
    let authority = Authority::new();
    let host = Host::encrypted(&authority, &["cal.example"], |path| match path {
        "/a.ics" => ok(CALENDAR),
        _ => sent_to("/a.ics"),
    })
    .await;
    let rebinding = || {
        let town = Town::default().name("cal.example", &[&[PUBLIC], &["127.0.0.1"]]);
        Arc::new(town.road(&format!("{PUBLIC}:443"), &host))
    };
    // Asked for once, the address that was checked is the one connected to.
    let town = rebinding();
    let fetcher = Fetcher::over(settings(&authority), town.clone()).unwrap();
    assert_eq!(fetch(&fetcher, "https://cal.example/a.ics").await.unwrap(), CALENDAR);
    assert_eq!(town.asked.lock().unwrap().len(), 1);
    assert_eq!(town.connections(), [format!("{PUBLIC}:443").parse().unwrap()]);
    // Asked for again after a redirect, it is checked again.
    let town = rebinding();
    let fetcher = Fetcher::over(settings(&authority), town.clone()).unwrap();
    assert_eq!(fetch(&fetcher, "https://cal.example/moved").await, Err(Why::NotPublic.into()));
    assert_eq!(town.connections().len(), 1);
}

#[tokio::test]
async fn redirects_are_followed_so_far_and_carry_nothing() {
    let authority = Authority::new();
    let other = Host::encrypted(&authority, &["other.example"], |_| ok(CALENDAR)).await;
    let host = Host::encrypted(&authority, &["cal.example"], |path| match path {
        "/away" => sent_to("webcal://other.example/b.ics"),
        "/0" => ok(CALENDAR),
        path => sent_to(&format!("/{}", path[1..].parse::<u32>().unwrap() - 1)),
    })
    .await;
    let town = Town::default()
        .name("cal.example", &[&[PUBLIC]])
        .name("other.example", &[&["2606:2800:21f::1"]])
        .road(&format!("{PUBLIC}:443"), &host)
        .road("[2606:2800:21f::1]:443", &other);
    let fetcher = Fetcher::over(settings(&authority), Arc::new(town)).unwrap();
    assert_eq!(fetch(&fetcher, "https://cal.example/away").await.unwrap(), CALENDAR);
    let head = other.heads.lock().unwrap()[0].to_lowercase();
    for field in ["cookie", "authorization", "referer", "origin"] {
        assert!(!head.contains(field), "{head}");
    }
    assert_eq!(fetch(&fetcher, "https://cal.example/5").await.unwrap(), CALENDAR);
    assert_eq!(fetch(&fetcher, "https://cal.example/6").await, Err(Why::Redirects.into()));
}

#[tokio::test]
async fn hosts_that_it_lists_may_be_private_and_on_any_port_by_https_alone() {
    let authority = Authority::new();
    let host = Host::encrypted(&authority, &["127.0.0.1", "localhost"], |_| ok(CALENDAR)).await;
    let listing = |hosts: &[&str]| {
        let allowed_hosts = hosts.iter().map(|&host| host.to_owned()).collect();
        Fetcher::new(Settings { allowed_hosts, ..settings(&authority) }).unwrap()
    };
    let address = |protocol: &str, name: &str| format!("{protocol}://{name}:{}/a.ics", host.port);
    // On the machine's own network: the real resolver and real connections.
    let fetcher = listing(&["127.0.0.1", "LocalHost."]);
    for name in ["127.0.0.1", "localhost", "2130706433"] {
        assert_eq!(fetch(&fetcher, &address("https", name)).await.unwrap(), CALENDAR, "{name}");
        let plain = fetch(&fetcher, &address("http", name)).await;
        assert_eq!(plain, Err(Why::NotEncrypted.into()), "{name}");
    }
    let fetcher = listing(&["::1", "kalender.kommun.example"]);
    for name in ["127.0.0.1", "localhost", "sub.kalender.kommun.example"] {
        assert_eq!(fetch(&fetcher, &address("https", name)).await, Err(Why::Port.into()), "{name}");
    }
    assert_eq!(fetch(&fetcher, "https://localhost/").await, Err(Why::NotPublic.into()));
    assert_eq!(fetcher.may_ask(&Address::read("https://[::1]:8080/").unwrap()), Ok(()));
}

#[tokio::test]
async fn a_certificate_must_be_for_the_host_in_time_and_by_somebody_trusted() {
    let (trusted, stranger) = (Authority::new(), Authority::new());
    let named = || CertificateParams::new(vec!["cal.example".to_owned()]).unwrap();
    let mut expired = named();
    expired.not_after = rcgen::date_time_ymd(2020, 1, 1);
    let wrong_name = CertificateParams::new(vec!["other.example".to_owned()]).unwrap();
    let cases = [
        (trusted.acceptor(named()), Ok(CALENDAR.to_vec())),
        (stranger.acceptor(named()), Err(FetchRefused::Certificate)),
        (trusted.acceptor(expired), Err(FetchRefused::Certificate)),
        (trusted.acceptor(wrong_name), Err(FetchRefused::Certificate)),
    ];
    for (acceptor, expected) in cases {
        let host = Host::start(Some(acceptor), |_| ok(CALENDAR)).await;
        let town = Town::default().name("cal.example", &[&[PUBLIC]]).road(&format!("{PUBLIC}:443"), &host);
        let fetcher = Fetcher::over(settings(&trusted), Arc::new(town)).unwrap();
        let outcome = fetch(&fetcher, "https://cal.example/").await;
        assert_eq!(outcome, expected);
        assert_eq!(host.times_asked(), usize::from(expected.is_ok()));
    }
}

#[tokio::test]
async fn what_the_host_says_becomes_what_the_person_is_told() {
    let cases = [
        (401, FetchRefused::Unauthorised),
        (403, FetchRefused::Unauthorised),
        (404, FetchRefused::NotFound),
        (410, FetchRefused::NotFound),
        (204, FetchRefused::Unwilling { status: 204 }),
        (304, FetchRefused::Unwilling { status: 304 }),
        (429, FetchRefused::Unwilling { status: 429 }),
        (500, FetchRefused::Unwilling { status: 500 }),
        (302, FetchRefused::BadAddress),
    ];
    for (status, expected) in cases {
        let reply = format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\n\r\n");
        assert_eq!(answer_to(Reply::Bytes(reply.into())).await, Err(expected), "{status}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

const GZIP: &str = "content-encoding: gzip\r\n";

#[tokio::test]
async fn a_packed_calendar_is_unpacked() {
    assert_eq!(answer_to(with_fields(GZIP, &gzip(CALENDAR))).await.unwrap(), CALENDAR);
    let packed = gzip(CALENDAR);
    assert_eq!(answer_to(with_fields(GZIP, &packed[..packed.len() - 9])).await, Err(FetchRefused::Garbled));
    let two = [packed.clone(), packed.clone()].concat();
    assert_eq!(answer_to(with_fields(GZIP, &two)).await, Err(FetchRefused::Garbled));
    assert_eq!(answer_to(with_fields(GZIP, b"not gzip at all")).await, Err(FetchRefused::Garbled));
    assert_eq!(
        answer_to(with_fields("content-encoding: br\r\n", CALENDAR)).await,
        Err(FetchRefused::Garbled)
    );
    assert_eq!(
        answer_to(with_fields("content-encoding: gzip, gzip\r\n", &packed)).await,
        Err(FetchRefused::Garbled)
    );
}

#[tokio::test]
async fn more_than_a_calendar_may_be_is_refused() {
    let limit = limits().bytes;
    assert_eq!(answer_to(ok(&vec![b'x'; limit])).await.unwrap().len(), limit);
    assert_eq!(answer_to(ok(&vec![b'x'; limit + 1])).await, Err(FetchRefused::TooLarge));
    // Fifty megabytes in fifty kilobytes.
    let bomb = gzip(&vec![0; 50 * limit]);
    assert!(bomb.len() < limit / 10);
    assert_eq!(answer_to(with_fields(GZIP, &bomb)).await, Err(FetchRefused::TooLarge));
    // Packed data that unpacks to nothing, for ever.
    let head = format!("HTTP/1.1 200 OK\r\n{GZIP}\r\n").into_bytes();
    let begun_gzip = [&head[..], b"\x1f\x8b\x08\0\0\0\0\0\0\xff"].concat();
    let empty_blocks = b"\0\0\0\xff\xff".repeat(1000);
    assert_eq!(answer_to(Reply::Endless(begun_gzip, empty_blocks)).await, Err(FetchRefused::TooLarge));
    // No length, no end.
    let head = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    assert_eq!(answer_to(Reply::Endless(head, vec![b'x'; 4096])).await, Err(FetchRefused::TooLarge));
    let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    let chunk = [b"1000\r\n".to_vec(), vec![b'x'; 4096], b"\r\n".to_vec()].concat();
    assert_eq!(answer_to(Reply::Endless(head, chunk)).await, Err(FetchRefused::TooLarge));
    // Announced: not even waited for.
    let begun = Instant::now();
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n".to_vec();
    assert_eq!(answer_to(Reply::Trickle(head)).await, Err(FetchRefused::TooLarge));
    assert!(begun.elapsed() < limits().whole);
}

#[tokio::test]
async fn an_endless_head_is_not_listened_to() {
    let head = b"HTTP/1.1 200 OK\r\n".to_vec();
    assert_eq!(
        answer_to(Reply::Endless(head.clone(), b"x: y\r\n".to_vec())).await,
        Err(FetchRefused::Garbled)
    );
    assert_eq!(answer_to(Reply::Endless(head, vec![b'x'; 4096])).await, Err(FetchRefused::Garbled));
    assert_eq!(
        answer_to(Reply::Bytes(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec())).await,
        Err(FetchRefused::Garbled)
    );
}

#[tokio::test]
async fn what_is_not_there_in_time_is_given_up() {
    let slow = [
        Reply::Silence,
        Reply::Trickle(b"HTTP/1.1 200 OK\r\nx: ".to_vec()),
        Reply::Trickle(b"HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n".to_vec()),
        Reply::Endless(Vec::new(), b"HTTP/1.1 103 Early Hints\r\n\r\n".to_vec()),
    ];
    let waiting = slow.map(|reply| {
        tokio::spawn(async move {
            let begun = Instant::now();
            (answer_to(reply).await, begun.elapsed())
        })
    });
    for outcome in waiting {
        let (outcome, took) = outcome.await.unwrap();
        assert_eq!(outcome, Err(FetchRefused::TooSlow));
        assert!(took >= limits().whole && took < 2 * limits().whole, "{took:?}");
    }
}

#[tokio::test]
async fn a_host_that_is_not_there_is_said_to_be_so() {
    let (_host, _town, fetcher) = public_host(|_| ok(CALENDAR)).await;
    assert_eq!(fetch(&fetcher, "https://nobody.example/").await, Err(FetchRefused::Unreachable));
    // Nothing answers on that port, and nothing says so.
    assert_eq!(fetch(&fetcher, "https://cal.example:8443/").await, Err(FetchRefused::TooSlow));
    // Hangs up before it has said all.
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nBEGIN:VCAL".to_vec();
    assert_eq!(answer_to(Reply::Bytes(half)).await, Err(FetchRefused::Unreachable));
    assert_eq!(answer_to(Reply::Bytes(Vec::new())).await, Err(FetchRefused::Unreachable));
    // Speaks no TLS.
    let plain = Host::plain(|_| ok(CALENDAR)).await;
    let town = Town::default().name("cal.example", &[&[PUBLIC]]).road(&format!("{PUBLIC}:443"), &plain);
    let fetcher = Fetcher::over(settings(&Authority::new()), Arc::new(town)).unwrap();
    assert!(matches!(
        fetch(&fetcher, "https://cal.example/").await,
        Err(FetchRefused::Unreachable | FetchRefused::TooSlow)
    ));
}

#[tokio::test]
async fn the_second_address_is_tried_when_the_first_is_silent() {
    let authority = Authority::new();
    let host = Host::encrypted(&authority, &["cal.example"], |_| ok(CALENDAR)).await;
    let town = Town::default()
        .name("cal.example", &[&["2606:2800:21f::1", PUBLIC]])
        .road(&format!("{PUBLIC}:443"), &host);
    let fetcher = Fetcher::over(settings(&authority), Arc::new(town)).unwrap();
    assert_eq!(fetch(&fetcher, "https://cal.example/").await.unwrap(), CALENDAR);
}

#[test]
fn settings_that_mean_nothing_are_refused() {
    for entry in
        ["https://kalender.example", "kalender.example:8443", "kalender.example/a", "a b", "", "[::1"]
    {
        let settings = Settings { allowed_hosts: vec![entry.to_owned()], ..Settings::default() };
        let refused = Fetcher::new(settings).err();
        assert_eq!(refused, Some(SettingsRefused::NotAHost(entry.to_owned())));
    }
    let settings = Settings { authorities: "hej".to_owned(), ..Settings::default() };
    assert_eq!(Fetcher::new(settings).err(), Some(SettingsRefused::Authorities));
}

//! People and a directory who go on asking whatever goes down, a balancer without sticky sessions, and what they were answered.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::node::Node;
use crate::town::{PEOPLE, Town};
use crate::wire::{Answer, Missed, Request, get, post, send};

/// Nobody waits longer for an answer, whatever it is.
const ANSWERED_WITHIN: Duration = Duration::from_secs(15);
/// How often a node is asked whether it is ready.
const ASKED_EVERY: Duration = Duration::from_millis(100);
/// How long each thing is watched while it goes on.
const WATCHED: Duration = Duration::from_secs(2);

/// What may happen just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Everything is answered.
    Calm,
    /// Whoever was with a node when it died gets no answer.
    NodeDies,
    /// Everybody is told to come again.
    DatabaseAway,
}

/// Sends each request to the next node that says it is ready, as a balancer by health checks does.
#[derive(Clone)]
pub(crate) struct Balancer(Arc<Nodes>);

struct Nodes {
    pages: Vec<u16>,
    figures: Vec<u16>,
    ready: Vec<AtomicBool>,
    turn: AtomicUsize,
    over: AtomicBool,
}

impl Balancer {
    pub(crate) fn over(nodes: &[Node]) -> Balancer {
        let this = Balancer(Arc::new(Nodes {
            pages: nodes.iter().map(|node| node.pages).collect(),
            figures: nodes.iter().map(|node| node.figures).collect(),
            ready: nodes.iter().map(|_| AtomicBool::new(false)).collect(),
            turn: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        }));
        let nodes = this.0.clone();
        std::thread::spawn(move || nodes.ask_whether_ready());
        this.all_ready_within(Duration::from_secs(30));
        this
    }

    /// Waits until all nodes are ready; how long that took.
    pub(crate) fn all_ready_within(&self, bound: Duration) -> Duration {
        let begun = Instant::now();
        // What was seen before whatever happened last does not count.
        std::thread::sleep(3 * ASKED_EVERY);
        while !self.0.ready.iter().all(|ready| ready.load(Ordering::Relaxed)) {
            assert!(begun.elapsed() < bound, "not all nodes are ready after {bound:?}");
            std::thread::sleep(ASKED_EVERY);
        }
        begun.elapsed()
    }

    /// Where nobody listens, the next is asked: nothing was sent.
    fn send(&self, request: &Request) -> Result<Answer, Missed> {
        let nodes = &self.0;
        let turn = nodes.turn.fetch_add(1, Ordering::Relaxed);
        let (ready, others): (Vec<usize>, Vec<usize>) = (0..nodes.pages.len())
            .map(|step| (turn + step) % nodes.pages.len())
            .partition(|node| nodes.ready[*node].load(Ordering::Relaxed));
        let mut missed = None;
        for node in ready.into_iter().chain(others) {
            match send(nodes.pages[node], request) {
                Err(Missed::Refused(error)) => missed = Some(Missed::Refused(error)),
                known => return known,
            }
        }
        Err(missed.unwrap())
    }
}

impl Nodes {
    fn ask_whether_ready(&self) {
        while !self.over.load(Ordering::Relaxed) {
            for (figures, ready) in self.figures.iter().zip(&self.ready) {
                let answer = send(*figures, &get("/ready", ""));
                ready.store(answer.is_ok_and(|answer| answer.status == 200), Ordering::Relaxed);
            }
            std::thread::sleep(ASKED_EVERY);
        }
    }
}

/// What everybody was answered.
#[derive(Debug, Default, Clone)]
pub(crate) struct Seen {
    /// Good answers by what was asked.
    pub(crate) good: BTreeMap<&'static str, usize>,
    /// Who was told to come again, by what was asked.
    pub(crate) told_to_come_again: BTreeMap<&'static str, usize>,
    /// Who got no answer from a node that died.
    pub(crate) broken: usize,
    /// What must not be, in words.
    pub(crate) wrong: Vec<String>,
    /// Users that the directory was told are there.
    pub(crate) users: BTreeSet<String>,
    /// People whose ballot was acknowledged, and whose was sent.
    pub(crate) cast: BTreeSet<usize>,
    pub(crate) tried_to_cast: BTreeSet<usize>,
    /// Letters acknowledged, and asked for.
    pub(crate) letters: usize,
    pub(crate) letters_sent_for: usize,
    longest: Duration,
}

impl fmt::Display for Seen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "answered: {:?}", self.good)?;
        writeln!(out, "told to come again: {:?}; no answer: {}", self.told_to_come_again, self.broken)?;
        write!(out, "the longest wait: {:?}", self.longest)
    }
}

struct Shared {
    balancer: Balancer,
    phase: Mutex<Phase>,
    seen: Mutex<Seen>,
    over: AtomicBool,
}

impl Shared {
    /// Asks once. `good` says which answers are.
    fn ask(&self, what: &'static str, request: &Request, good: &[u16]) -> Option<Answer> {
        let before = *self.phase.lock().unwrap();
        let begun = Instant::now();
        let answer = self.balancer.send(request);
        let took = begun.elapsed();
        let after = *self.phase.lock().unwrap();
        let may = |phase| before == phase || after == phase;
        let mut seen = self.seen.lock().unwrap();
        seen.longest = seen.longest.max(took);
        if took > ANSWERED_WITHIN {
            seen.wrong.push(format!("{what} took {took:?} in {before:?}"));
        }
        let wrong = match answer {
            Ok(answer) if good.contains(&answer.status) => {
                *seen.good.entry(what).or_default() += 1;
                return Some(answer);
            }
            Ok(answer) if answer.status == 503 && may(Phase::DatabaseAway) => {
                *seen.told_to_come_again.entry(what).or_default() += 1;
                says_when_to_come(&answer).err().map(|lacks| format!("{what}: {lacks}: {}", answer.head))
            }
            Err(Missed::Broken(_)) if may(Phase::NodeDies) => {
                seen.broken += 1;
                None
            }
            Ok(answer) => {
                Some(format!("{what} in {before:?} to {after:?}: {}\n{}", answer.head, answer.body))
            }
            Err(missed) => Some(format!("{what} in {before:?} to {after:?}: {missed}")),
        };
        seen.wrong.extend(wrong);
        drop(seen);
        std::thread::sleep(Duration::from_millis(50));
        None
    }

    fn goes_on(&self) -> bool {
        !self.over.load(Ordering::Relaxed)
    }
}

fn says_when_to_come(answer: &Answer) -> Result<(), &'static str> {
    if answer.header("retry-after").is_none() {
        return Err("it does not say when to come again");
    }
    let page = answer.header("content-type").is_some_and(|sort| sort.starts_with("text/html"));
    let told = answer.body.contains("Pejling är strax tillbaka") || !page;
    if told && !answer.body.is_empty() { Ok(()) } else { Err("the page says nothing") }
}

/// Everybody at once.
pub(crate) struct Load {
    shared: Arc<Shared>,
    hands: Vec<JoinHandle<()>>,
}

impl Load {
    pub(crate) fn begin(town: &Town, balancer: &Balancer) -> Load {
        let shared = Arc::new(Shared {
            balancer: balancer.clone(),
            phase: Mutex::new(Phase::Calm),
            seen: Mutex::default(),
            over: AtomicBool::new(false),
        });
        let sessions = town.links.clone().map(|link| sign_in(&shared, &link));
        let mut hands = Vec::new();
        let mut hand = |work: Box<dyn Fn(&Shared) + Send>| {
            let shared = shared.clone();
            hands.push(std::thread::spawn(move || work(&shared)));
        };
        let [it, manager] = sessions;
        for page in ["/settings", "/steps"] {
            let session = manager.clone();
            hand(Box::new(move |shared| look(shared, page, &session)));
        }
        let booth = format!("/b/{}", town.booth().round);
        hand(Box::new(move |shared| open_the_booth(shared, &booth)));
        hand(Box::new(move |shared| send_letters(shared, &it)));
        for part in 0..2 {
            let token = town.token.clone();
            hand(Box::new(move |shared| be_a_directory(shared, &token, part)));
        }
        let voters = Voters::of(town);
        for part in 0..2 {
            let voters = voters.clone();
            hand(Box::new(move |shared| voters.vote(shared, part)));
        }
        Load { shared, hands }
    }

    pub(crate) fn phase(&self, phase: Phase) {
        *self.shared.phase.lock().unwrap() = phase;
    }

    /// Watches it for a while: every sort of request is answered.
    pub(crate) fn goes_on(&self) {
        let good = |load: &Load| lasting(&load.shared.seen.lock().unwrap().good);
        let before = good(self);
        let begun = Instant::now();
        std::thread::sleep(WATCHED);
        while good(self).iter().any(|(what, count)| before.get(what) == Some(count)) {
            let seen = self.shared.seen.lock().unwrap().clone();
            assert!(
                begun.elapsed() < 3 * ANSWERED_WITHIN,
                "not everybody is answered: {before:?}\n{seen}\n{:?}",
                seen.wrong
            );
            std::thread::sleep(ASKED_EVERY);
        }
    }

    /// Waits until every sort of request has met that the database is away.
    pub(crate) fn somebody_is_told_to_come_again(&self) {
        let told = |load: &Load| lasting(&load.shared.seen.lock().unwrap().told_to_come_again);
        let (before, begun) = (told(self), Instant::now());
        let sorts = lasting(&self.shared.seen.lock().unwrap().good).len();
        while told(self).iter().filter(|(what, count)| before.get(*what) != Some(*count)).count() < sorts {
            let seen = self.shared.seen.lock().unwrap().clone();
            assert!(begun.elapsed() < 2 * ANSWERED_WITHIN, "not everybody is told: {seen}\n{:?}", seen.wrong);
            std::thread::sleep(ASKED_EVERY);
        }
    }

    pub(crate) fn end(self) -> Seen {
        self.shared.over.store(true, Ordering::Relaxed);
        for hand in self.hands {
            hand.join().unwrap();
        }
        self.shared.balancer.0.over.store(true, Ordering::Relaxed);
        self.shared.seen.lock().unwrap().clone()
    }
}

/// Without draws: everybody draws once, and then there are no more.
fn lasting(counts: &BTreeMap<&'static str, usize>) -> BTreeMap<&'static str, usize> {
    counts.iter().filter(|(what, _)| **what != "a draw").map(|(what, count)| (*what, *count)).collect()
}

/// One session, which all nodes must know.
fn sign_in(shared: &Shared, link: &str) -> String {
    let answer = shared.balancer.send(&post(link, "", Vec::new())).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.head);
    let cookie = answer.header("set-cookie").unwrap();
    format!("cookie: {}\r\n", cookie.split(';').next().unwrap())
}

fn look(shared: &Shared, page: &'static str, session: &str) {
    while shared.goes_on() {
        shared.ask(page, &get(page, session), &[200]);
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The page that everybody gets, and which reads no session.
fn open_the_booth(shared: &Shared, page: &str) {
    while shared.goes_on() {
        shared.ask("the booth", &get(page, "accept-language: sv\r\n"), &[200]);
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn send_letters(shared: &Shared, session: &str) {
    while shared.goes_on() {
        shared.seen.lock().unwrap().letters_sent_for += 1;
        if let Some(answer) =
            shared.ask("a letter", &post("/installation/letter", session, Vec::new()), &[303])
        {
            assert_eq!(answer.header("location"), Some("/installation"), "the session is known");
            shared.seen.lock().unwrap().letters += 1;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Makes users, one after the other; tries each until it is told that it is there.
fn be_a_directory(shared: &Shared, token: &str, part: usize) {
    let headers = format!("authorization: Bearer {token}\r\ncontent-type: application/scim+json\r\n");
    for number in 0.. {
        let user = format!("user-{part}-{number}@directory.example");
        let body = serde_json::json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": user, "active": true,
        });
        let request = post("/scim/v2/Users", &headers, body.to_string().into_bytes());
        // Whoever was not answered does not know whether it was done: then it may be there already, and only then.
        let mut unsure = false;
        loop {
            if !shared.goes_on() {
                return;
            }
            let known = get(&format!("/scim/v2/Users?filter=userName%20eq%20%22{user}%22"), &headers);
            let found = shared.ask("a user looked for", &known, &[200]);
            let there = found.is_some_and(|answer| answer.body.contains(&user));
            assert!(!there || unsure, "{user} is there before it was made");
            let good: &[u16] = if unsure { &[201, 409] } else { &[201] };
            if there || shared.ask("a user", &request, good).is_some() {
                shared.seen.lock().unwrap().users.insert(user);
                break;
            }
            unsure = true;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Everybody draws one ballot, and casts it again and again.
#[derive(Clone)]
struct Voters(Arc<Vec<(String, String, Finish)>>);

type Finish = Box<dyn Fn(&str) -> (String, serde_json::Value) + Send + Sync>;

impl Voters {
    fn of(town: &Town) -> Voters {
        let booth = Arc::new(town.booth().clone());
        let voter = |number| {
            let telephone = booth.telephone(number);
            let (draw, booth) = (telephone.draw.clone(), booth.clone());
            let finish: Finish = Box::new(move |answer: &str| booth.ready(&telephone, answer));
            (format!("/b/{}/draw", town.booth().round), draw, finish)
        };
        Voters(Arc::new((0..PEOPLE).map(voter).collect()))
    }

    fn vote(&self, shared: &Shared, part: usize) {
        let json = "content-type: application/json\r\n";
        let mut number = part;
        let mut cast: Vec<(usize, String, serde_json::Value)> = Vec::new();
        for turn in 0.. {
            if !shared.goes_on() {
                return;
            }
            // A new ballot now and then, so that there are some left for what comes later.
            if number < PEOPLE && turn % 30 == 0 {
                let (path, draw, finish) = &self.0[number];
                if let Some(answer) =
                    shared.ask("a draw", &post(path, json, draw.clone().into_bytes()), &[200])
                {
                    let (path, body) = finish(&answer.body);
                    cast.push((number, path, body));
                    number += 2;
                }
            }
            let Some((person, path, body)) = cast.last() else { continue };
            let mut body = body.clone();
            body["answers"] = serde_json::json!(["543", "111", "234"][turn % 3]);
            let mut bytes = body.to_string().into_bytes();
            bytes.resize(4096, b' ');
            let ballot = Request { method: "PUT", path: path.clone(), headers: json.to_owned(), body: bytes };
            shared.seen.lock().unwrap().tried_to_cast.insert(*person);
            if shared.ask("a ballot", &ballot, &[204]).is_some() {
                shared.seen.lock().unwrap().cast.insert(*person);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

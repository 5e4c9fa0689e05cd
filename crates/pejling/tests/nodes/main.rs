//! Several nodes on one PostgreSQL, and what goes down: a node, the database, the database's machine. What was acknowledged is there
//! afterwards, work is done once, and whoever comes meanwhile is told so within a bound.
//!
//! The replica is a synchronous one (`remote_apply`): only then is everything that was acknowledged there when it takes over.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the helpers of tests fail by panicking, and print what was seen"
)]

mod load;
mod node;
#[path = "../support/mod.rs"]
mod support;
mod town;
mod wire;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use load::{Balancer, Load, Phase};
use node::Node;
use store::testing::cluster::Cluster;
use support::{code, err, pejling};
use town::Town;

/// Within so long everybody is served again after what was down is up.
const BACK_WITHIN: Duration = Duration::from_secs(20);

/// Three commands at the same moment; how each ended, and what it said.
fn at_once(arguments: &[&str]) -> Vec<(i32, String)> {
    let folders: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let begin = |folder: &tempfile::TempDir| {
        let mut command = pejling();
        command.args(arguments).arg("--data").arg(folder.path().join("data"));
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = folders.iter().map(begin).collect();
    children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap())
        .map(|output| (code(&output), err(&output)))
        .collect()
}

#[test]
fn three_nodes_that_start_at_once_on_nothing_make_one_schema_and_one_organisation() {
    let server = Cluster::new();
    server.start();
    let database = server.address("postgres");
    for (code, said) in at_once(&["serve", "--listen", "127.0.0.1:0", "--database", &database]) {
        assert!(code == 78 && said.contains("there is no organisation here yet"), "{code}: {said}");
    }
    let migrations = "SELECT COUNT(*), COUNT(DISTINCT number), MAX(number) FROM migration";
    let row = server.client("postgres").query_one(migrations, &[]).unwrap();
    let (rows, numbers, newest): (i64, i64, i64) = (row.get(0), row.get(1), row.get(2));
    assert!(
        rows > 10 && rows == numbers && rows == newest,
        "{rows} rows, {numbers} numbers, the newest {newest}"
    );

    let it = "Karin Hallberg <karin@ekvalla.example>";
    let mut ends = at_once(&["found", "--name", "Ekvalla", "--it", it, "--database", &database]);
    ends.sort();
    let codes: Vec<i32> = ends.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, [0, 1, 1], "{ends:?}");
    assert!(ends[1].1.contains("Ekvalla"), "who comes second is told who is there: {}", ends[1].1);
}

#[test]
fn nothing_acknowledged_is_lost_whichever_node_or_server_goes_down() {
    let begun = Instant::now();
    let told = |what: &str| println!("{:5.1} s  {what}", begun.elapsed().as_secs_f64());
    let primary = Cluster::new();
    primary.start();
    primary.client("postgres").batch_execute("CREATE DATABASE pejling").unwrap();
    let replica = primary.replica("standby");
    replica.set("wal_retrieve_retry_interval = 200ms");
    replica.start();
    primary.set("synchronous_standby_names = 'standby'\nsynchronous_commit = remote_apply");
    primary.stop("fast");
    primary.start();
    let database =
        format!("postgres://postgres@127.0.0.1:{},127.0.0.1:{}/pejling", primary.port, replica.port);
    let town = Town::found(&database);
    told("there is an organisation, and a replica that has it");

    let mut nodes = [0, 1, 2].map(|_| Node::start(&town));
    let balancer = Balancer::over(&nodes);
    let round = town.open_round();
    told("the three nodes' clockworks have frozen, made keys for and opened a round");
    let town = town.with_passes(round);
    let load = Load::begin(&town, &balancer);
    load.goes_on();

    told("kill -9 of a node");
    load.phase(Phase::NodeDies);
    nodes[1].kill();
    load.goes_on();
    nodes[1].start_again(&town);
    balancer.all_ready_within(BACK_WITHIN);
    load.phase(Phase::Calm);
    load.goes_on();

    for how in ["fast", "immediate"] {
        told(&format!("the database is stopped ({how}) and started again"));
        load.phase(Phase::DatabaseAway);
        primary.stop(how);
        load.somebody_is_told_to_come_again();
        primary.start();
        let back = balancer.all_ready_within(BACK_WITHIN);
        told(&format!("all nodes are ready {:.1} s after it was", back.as_secs_f64()));
        load.phase(Phase::Calm);
        load.goes_on();
    }

    told("the database's machine is gone, and the replica takes its place");
    load.phase(Phase::DatabaseAway);
    primary.stop("immediate");
    load.somebody_is_told_to_come_again();
    replica.promote();
    let back = balancer.all_ready_within(BACK_WITHIN);
    told(&format!("all nodes are ready {:.1} s after it took over", back.as_secs_f64()));
    load.phase(Phase::Calm);
    load.goes_on();

    told("the nodes are restarted one at a time, and no request fails");
    for node in &mut nodes {
        node.stop_politely();
        node.start_again(&town);
        balancer.all_ready_within(BACK_WITHIN);
        load.goes_on();
    }
    let seen = load.end();
    told("over");
    println!("{seen}");
    assert_eq!(seen.wrong, Vec::<String>::new());
    assert!(!seen.told_to_come_again.is_empty(), "the database was away, and nobody noticed");

    let mut left = replica.client("pejling");
    let users: BTreeSet<String> =
        left.query("SELECT user_name FROM scim_user", &[]).unwrap().iter().map(|row| row.get(0)).collect();
    let lost: Vec<&String> = seen.users.iter().filter(|user| !users.contains(*user)).collect();
    assert!(seen.users.len() > 100 && lost.is_empty(), "{} users, lost: {lost:?}", seen.users.len());

    let count =
        |left: &mut postgres::Client, sql: &str| left.query_one(sql, &[]).unwrap().get::<_, i64>(0) as usize;
    let ballots = count(&mut left, "SELECT COUNT(*) FROM arrival");
    let (cast, tried) = (seen.cast.len(), seen.tried_to_cast.len());
    assert!(
        cast > 10 && (cast..=tried).contains(&ballots),
        "{ballots} ballots of {cast} acknowledged, {tried} sent"
    );
    let drawn = count(&mut left, "SELECT COUNT(*) FROM draw");
    assert!(drawn >= seen.tried_to_cast.len(), "{drawn} drawn, {tried} cast");
    let trials = count(&mut left, "SELECT COUNT(*) FROM letter WHERE recipient = 'karin@ekvalla.example'");
    assert!(
        (seen.letters..=seen.letters_sent_for).contains(&trials),
        "{trials} of {}..={}",
        seen.letters,
        seen.letters_sent_for
    );

    let twice = "SELECT COUNT(*) FROM (SELECT recipient FROM letter WHERE recipient LIKE 'p%@people.example' GROUP BY recipient HAVING COUNT(*) > 1) AS it";
    assert_eq!(count(&mut left, twice), 0, "nobody is invited twice");
    let invited = count(&mut left, "SELECT COUNT(*) FROM letter WHERE recipient LIKE 'p%@people.example'");
    assert_eq!(invited, town::PEOPLE, "everybody is invited");
    assert_eq!(count(&mut left, "SELECT COUNT(*) FROM opening"), 1, "the round was opened once");
    for node in &nodes {
        assert!(!node.log().contains("panicked"), "{}", node.log());
    }
    town.log_is_whole();
}

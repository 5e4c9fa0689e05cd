//! `speed [SECONDS]`: how many keys, signatures and verifications one core makes in a second, with keys of 3072 bits.

use std::{
    env,
    time::{Duration, Instant},
};

use blindballot::{BallotCode, GroupId, KeyPair, RoundId, client::UnsignedBallot};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let seconds = env::args().nth(1).map_or(Ok(2.0), |text| text.parse())?;
    let budget = Duration::try_from_secs_f64(seconds)?;
    let mut rng = rand::rng();
    let pair = KeyPair::generate(&mut rng)?;
    let code = BallotCode::generate(&mut rng);
    let draw = || UnsignedBallot::from_code(pair.public(), RoundId([0; 16]), GroupId([0; 16]), &code);
    let ballot = draw()?;
    let signed = ballot.finish(&pair.sign_blinded(&mut rng, ballot.blinded())?)?;
    let message = signed.message.to_bytes();

    report("keys made", budget, || Ok(KeyPair::generate(&mut rng).map(drop)?))?;
    report("ballots blinded", budget, || Ok(draw().map(drop)?))?;
    let mut rng = rand::rng();
    report("blinded messages signed", budget, || {
        Ok(pair.sign_blinded(&mut rng, ballot.blinded()).map(drop)?)
    })?;
    report("signatures verified", budget, || {
        Ok(pair.public().verify(&signed.prefix, &message, &signed.signature)?)
    })
}

#[expect(clippy::print_stdout, reason = "a program's result")]
fn report(
    what: &str,
    budget: Duration,
    mut work: impl FnMut() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let start = Instant::now();
    let mut done = 0;
    while start.elapsed() < budget {
        work()?;
        done += 1;
    }
    println!("{what}: {:.1} a second", f64::from(done) / start.elapsed().as_secs_f64());
    Ok(())
}

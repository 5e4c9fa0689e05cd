//! The variance between units and within them, by restricted maximum likelihood (REML).
//!
//! One-way random effects: an answer is `mu + unit + person`, variances `tau2` and `sigma2`. With
//! `lambda = tau2 / sigma2` everything but `lambda` has a closed form (Harville 1977; Bates et al. 2015, "Fitting
//! linear mixed-effects models using lme4"), so one search in one variable is enough.

use crate::sample::Sample;
use crate::search;

/// Where `ln lambda` is sought: units that differ from a millionth to a hundred times as much as people do.
const LN_LAMBDA: (f64, f64) = (-14.0, 5.0);
/// How far around the found value the derivative's zero is looked for: the golden section is far nearer.
const NEAR: f64 = 1e-4;

/// What the answers of all units say about the spread of answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Components {
    /// The mean level of the units, weighted by what each is worth.
    pub(crate) mu: f64,
    /// Variance between units; zero when they differ no more than chance makes them.
    pub(crate) tau2: f64,
    /// Variance between people within a unit.
    pub(crate) sigma2: f64,
    /// Variance of `mu` itself.
    pub(crate) mu_variance: f64,
}

/// All units with the same number of answers, summed up. There are few such numbers, so a likelihood costs the same
/// for 400 units and for 200 000.
struct Stratum {
    answers: f64,
    units: f64,
    mean: f64,
    /// Squared distances of the units' means from `mean`, summed.
    squares: f64,
}

struct Likelihood {
    strata: Vec<Stratum>,
    answers: f64,
    within: f64,
}

/// The variance components of these units. The caller has seen to it that there is spread within units.
pub(crate) fn components(units: &[Sample]) -> Components {
    let likelihood = Likelihood::of(units);
    let lambda = likelihood.lambda();
    let fit = likelihood.fit(lambda);
    let sigma2 = (likelihood.within + fit.between) / (likelihood.answers - 1.0);
    Components { mu: fit.mu, tau2: lambda * sigma2, sigma2, mu_variance: sigma2 / fit.weight }
}

/// The closed forms at one `lambda`.
struct Fit {
    mu: f64,
    /// The weights `w = 1 / (lambda + 1/r)`, summed.
    weight: f64,
    /// `Q`: weighted squared distances of the units' means from `mu`.
    between: f64,
}

impl Likelihood {
    fn of(units: &[Sample]) -> Self {
        let mut sorted: Vec<(u32, f64)> = units.iter().map(|unit| (unit.answers(), unit.mean())).collect();
        sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let strata = sorted.chunk_by(|a, b| a.0 == b.0).map(Stratum::of).collect();
        let answers = units.iter().map(|unit| f64::from(unit.answers())).sum();
        Self { strata, answers, within: units.iter().map(|unit| unit.squares()).sum() }
    }

    /// `lambda` where the criterion is least; zero when nothing above zero is better.
    fn lambda(&self) -> f64 {
        let (from, to) = LN_LAMBDA;
        let found = search::least(|ln| self.criterion(ln.exp()), from, to);
        // The criterion is flat at its least value, so its rounding hides half of the digits; its slope does not.
        let slope = |ln: f64| self.slope(ln.exp());
        let ln = search::crossing(slope, found - NEAR, found + NEAR).unwrap_or(found);
        if self.criterion(0.0) <= self.criterion(ln.exp()) { 0.0 } else { ln.exp() }
    }

    fn fit(&self, lambda: f64) -> Fit {
        let weighted =
            |of: &dyn Fn(&Stratum) -> f64| self.strata.iter().map(|s| s.weight(lambda) * of(s)).sum();
        let weight: f64 = weighted(&|s| s.units);
        let sum: f64 = weighted(&|s| s.units * s.mean);
        let mu = sum / weight;
        Fit { mu, weight, between: weighted(&|s| s.squares_around(mu)) }
    }

    /// Minus twice the restricted log-likelihood, but for a constant.
    fn criterion(&self, lambda: f64) -> f64 {
        let fit = self.fit(lambda);
        let logs: f64 = self.strata.iter().map(|s| -s.units * s.weight(lambda).ln()).sum();
        (self.answers - 1.0) * (self.within + fit.between).ln() + logs + fit.weight.ln()
    }

    /// The derivative of the criterion in `lambda`. `dw/dlambda = -w^2`, and `mu` minimises `Q`, so it adds nothing.
    fn slope(&self, lambda: f64) -> f64 {
        let fit = self.fit(lambda);
        let squared = |of: &dyn Fn(&Stratum) -> f64| -> f64 {
            self.strata.iter().map(|s| s.weight(lambda).powi(2) * of(s)).sum()
        };
        let between = squared(&|s| s.squares_around(fit.mu));
        let weight = squared(&|s| s.units);
        fit.weight - weight / fit.weight - (self.answers - 1.0) * between / (self.within + fit.between)
    }
}

impl Stratum {
    fn of(units: &[(u32, f64)]) -> Self {
        let count = units.len() as f64;
        let mean = units.iter().map(|unit| unit.1).sum::<f64>() / count;
        let squares = units.iter().map(|unit| (unit.1 - mean).powi(2)).sum();
        Self { answers: units.first().map_or(0.0, |unit| f64::from(unit.0)), units: count, mean, squares }
    }

    fn weight(&self, lambda: f64) -> f64 {
        1.0 / (lambda + 1.0 / self.answers)
    }

    fn squares_around(&self, mu: f64) -> f64 {
        self.squares + self.units * (self.mean - mu).powi(2)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The criterion as it is written in the books: unit by unit.
    fn written_out(units: &[Sample], lambda: f64) -> f64 {
        let weight = |u: &Sample| 1.0 / (lambda + 1.0 / f64::from(u.answers()));
        let total: f64 = units.iter().map(weight).sum();
        let mu = units.iter().map(|u| weight(u) * u.mean()).sum::<f64>() / total;
        let q: f64 = units.iter().map(|u| weight(u) * (u.mean() - mu).powi(2)).sum();
        let within: f64 = units.iter().map(|u| u.squares()).sum();
        let n: f64 = units.iter().map(|u| f64::from(u.answers())).sum();
        let logs: f64 = units.iter().map(|u| (lambda + 1.0 / f64::from(u.answers())).ln()).sum();
        (n - 1.0) * (within + q).ln() + logs + total.ln()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_other_lambda_is_better(
            answers in prop::collection::vec(prop::collection::vec(1u8..=5, 2..12), 8..40)
        ) {
            let units: Vec<Sample> = answers
                .iter()
                .map(|unit| Sample::of(&unit.iter().map(|y| f64::from(*y)).collect::<Vec<_>>()).unwrap())
                .collect();
            prop_assume!(units.iter().map(|u| u.squares()).sum::<f64>() > 0.0);
            let found = components(&units);
            let best = written_out(&units, found.tau2 / found.sigma2);
            for i in 0..=400 {
                let lambda = if i == 0 { 0.0 } else { (-14.0 + 19.0 * f64::from(i) / 400.0).exp() };
                prop_assert!(best <= written_out(&units, lambda) + 1e-9);
            }
        }
    }
}

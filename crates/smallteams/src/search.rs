//! The least value of a function of one variable.

/// Steps of the first coarse look, which keeps the search from settling in a lesser valley.
const SCAN: u32 = 24;
/// Width at which the golden section stops; below this, rounding decides.
const WIDTH: f64 = 1e-8;
/// Halvings that take any bracket below the spacing of floating-point numbers.
const HALVINGS: u32 = 60;

/// Where in `[from, to]` the function is least: a coarse scan, then golden section between the neighbours of the
/// best point.
pub(crate) fn least(f: impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    let step = (to - from) / f64::from(SCAN);
    let looks = (0..=SCAN).map(|i| from + step * f64::from(i)).map(|x| (f(x), x));
    let best = looks.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(from, |(_, x)| x);
    golden(f, (best - step).max(from), (best + step).min(to))
}

fn golden(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let ratio = (5.0f64.sqrt() - 1.0) / 2.0;
    let (mut a, mut b) = (high - ratio * (high - low), low + ratio * (high - low));
    let (mut fa, mut fb) = (f(a), f(b));
    while high - low > WIDTH {
        if fa <= fb {
            (high, b, fb) = (b, a, fa);
            a = high - ratio * (high - low);
            fa = f(a);
        } else {
            (low, a, fa) = (a, b, fb);
            b = low + ratio * (high - low);
            fb = f(b);
        }
    }
    f64::midpoint(low, high)
}

/// Where an increasing function crosses zero in `[low, high]`; `None` when it does not.
pub(crate) fn crossing(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> Option<f64> {
    if !(f(low) < 0.0 && f(high) > 0.0) {
        return None;
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if f(middle) < 0.0 { low = middle } else { high = middle }
    }
    Some(f64::midpoint(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deeper_of_two_valleys_is_found() {
        let f = |x: f64| (x * x - 4.0).powi(2) + 0.5 * x;
        assert!((least(f, -5.0, 5.0) - -2.015_445_614).abs() < 1e-5);
    }

    #[test]
    fn a_least_value_at_an_end_is_found() {
        assert!((least(|x| x, -3.0, 5.0) - -3.0).abs() < 1e-7);
        assert!((least(|x| -x, -3.0, 5.0) - 5.0).abs() < 1e-7);
    }

    #[test]
    fn a_crossing_is_found_to_the_last_digit_or_not_at_all() {
        let root = crossing(|x| x * x - 2.0, 0.0, 2.0).unwrap();
        assert!((root - 2.0f64.sqrt()).abs() < 1e-15);
        assert_eq!(crossing(|x| x + 3.0, 0.0, 2.0), None);
    }
}

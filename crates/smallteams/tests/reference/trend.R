# Reference values of the trend: all levels and answers as one joint normal distribution, conditioned by matrix algebra,
# and the drift by its full likelihood. No recursion. Run in this folder: Rscript trend.R
set.seed(20263)
mu <- 3.6; tau2 <- 0.09; sigma2 <- 0.7; q <- 0.02; units <- 30; rounds <- 8

write_exact <- function(frame, file) {
  for (name in names(frame)) if (is.double(frame[[name]])) frame[[name]] <- sprintf("%.15g", frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}

draw <- function(unit) {
  level <- cumsum(c(rnorm(1, mu, sqrt(tau2)), rnorm(rounds - 1, 0, sqrt(q))))
  n <- sample(3:20, rounds, replace = TRUE) * (runif(rounds) < 0.85)
  mean <- ifelse(n > 0, level + rnorm(rounds, 0, sqrt(sigma2 / pmax(n, 1))), 0)
  data.frame(unit = sprintf("u%02d", unit), t = seq_len(rounds), n = n, mean = as.numeric(sprintf("%.10g", mean)))
}

prior <- function(q) tau2 + q * (outer(seq_len(rounds), seq_len(rounds), pmin) - 1)

condition <- function(course, seen, q) {
  # Mean and variance of every level given the answers of the rounds in `seen`.
  seen <- seen[course$n[seen] > 0]
  k <- prior(q)
  if (length(seen) == 0) return(list(mean = rep(mu, rounds), variance = diag(k)))
  cross <- k[, seen, drop = FALSE]
  answers <- k[seen, seen, drop = FALSE] + diag(sigma2 / course$n[seen], length(seen))
  list(mean = as.vector(mu + cross %*% solve(answers, course$mean[seen] - mu)),
       variance = diag(k - cross %*% solve(answers, t(cross))))
}

follow <- function(course) {
  all <- condition(course, seq_len(rounds), q)
  filtered <- lapply(seq_len(rounds), function(t) condition(course, seq_len(t), q))
  data.frame(unit = course$unit, t = course$t,
             filtered = sapply(seq_len(rounds), function(t) filtered[[t]]$mean[t]),
             filtered_var = sapply(seq_len(rounds), function(t) filtered[[t]]$variance[t]),
             smoothed = all$mean, smoothed_var = all$variance)
}

surprise <- function(course, q) {
  seen <- which(course$n > 0)
  v <- prior(q)[seen, seen, drop = FALSE] + diag(sigma2 / course$n[seen], length(seen))
  d <- course$mean[seen] - mu
  as.numeric(determinant(v)$modulus + d %*% solve(v, d))
}

courses <- lapply(seq_len(units), draw)
write_exact(do.call(rbind, courses), "trend.csv")
write_exact(do.call(rbind, lapply(courses, follow)), "trend.levels.csv")
found <- optimize(function(ln) sum(sapply(courses, surprise, q = exp(ln))), c(-10, 1), tol = 1e-10)
write_exact(data.frame(mu = mu, tau2 = tau2, sigma2 = sigma2, q = q, likeliest_q = exp(found$minimum)), "trend.model.csv")
cat("likeliest q", exp(found$minimum), "\n")

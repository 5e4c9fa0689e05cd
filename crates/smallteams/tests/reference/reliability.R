# Reference values of alpha and omega: one-factor maximum likelihood by factanal, alpha from mean variance and mean
# covariance. Run in this folder: Rscript reliability.R
set.seed(20265)

write_exact <- function(frame, file) {
  for (name in names(frame)) if (is.double(frame[[name]])) frame[[name]] <- sprintf("%.15g", frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}

scale15 <- function(x) pmin(5, pmax(1, round(x)))

refer <- function(name, ballots, loadings, spread = rep(0.7, 9), bound = FALSE) {
  factor <- rnorm(ballots)
  answers <- sapply(1:9, function(i) scale15(3.7 + loadings[i] * factor + rnorm(ballots, 0, spread[i])))
  colnames(answers) <- paste0("q", 1:9)
  # A first item that is the mean of two others which share nothing else: its unique part ends at the bound.
  if (bound) answers[, 1] <- scale15((answers[, 2] + answers[, 3]) / 2)
  write_exact(as.data.frame(answers), paste0("hme-", name, ".csv"))
  s <- cov(answers)
  fit <- factanal(answers, 1, control = list(nstart = 5, lower = 0.005, opt = list(maxit = 5000, factr = 1, pgtol = 0)))
  sd <- sqrt(diag(s))
  shared <- sum(fit$loadings[, 1] * sd)^2
  covariance <- mean(s[lower.tri(s)])
  index <- (colMeans(answers) - 1) / 4 * 100
  write_exact(data.frame(alpha = 9 * covariance / (mean(diag(s)) + 8 * covariance),
                         omega = shared / (shared + sum(fit$uniquenesses * sd^2)),
                         motivation = mean(index[1:3]), leadership = mean(index[4:6]), steering = mean(index[7:9]),
                         total = mean(index)), paste0("hme-", name, ".worth.csv"))
  cat(name, range(fit$uniquenesses), "\n")
}

refer("300", 300, c(0.7, 0.6, 0.5, 0.8, 0.6, 0.7, 0.4, 0.5, 0.6))
refer("uneven", 150, c(1.5, 0.1, 0.2, 0.9, 0.3, 0.3, 0.1, 0.2, 0.2), c(0.2, 1, 1, 1.2, 1, 0.6, 0.9, 1, 0.5))
refer("reversed", 200, c(0.7, 0.6, -0.3, 0.8, 0.6, 0.7, 0.4, 0.5, 0.6))
refer("bound", 150, rep(0.1, 9), bound = TRUE)

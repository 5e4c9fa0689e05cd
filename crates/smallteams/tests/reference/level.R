# Reference values of the level: REML by lme4, prediction variances by Henderson's mixed model equations, and for few
# units t.test. Run in this folder: Rscript level.R
library(lme4)
set.seed(20261)

scale15 <- function(x) pmin(5, pmax(1, round(x)))

write_exact <- function(frame, file) {
  for (name in names(frame)) if (is.double(frame[[name]])) frame[[name]] <- sprintf("%.15g", frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}

draw <- function(units, sizes, tau, sigma, items, whole = TRUE) {
  n <- sample(sizes, units, replace = TRUE)
  unit <- rep(seq_len(units), n)
  level <- 3.7 + rnorm(units, 0, tau)[unit] + rnorm(length(unit), 0, sigma * 0.7)
  answer <- function() level + rnorm(length(unit), 0, sigma * 0.7)
  y <- rowMeans(replicate(items, if (whole) scale15(answer()) else answer()))
  data.frame(unit = sprintf("u%03d", unit), y = y)
}

mixed_model_variance <- function(n, tau2, sigma2) {
  # Variance of (mu-hat + u-hat - mu - u) from the inverse of the mixed model equations.
  units <- length(n)
  left <- rbind(c(sum(n), n), cbind(n, diag(n + sigma2 / tau2)))
  inverse <- solve(left) * sigma2
  inverse[1, 1] + diag(inverse)[-1] + 2 * inverse[1, -1]
}

refer <- function(name, data) {
  data$y <- as.numeric(sprintf("%.10g", data$y))
  write_exact(data, paste0("level-", name, ".csv"))
  fit <- lmer(y ~ 1 + (1 | unit), data, REML = TRUE,
              control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-11, maxfun = 1e5),
                                    check.conv.singular = "ignore"))
  parts <- as.data.frame(VarCorr(fit))$vcov
  tau2 <- parts[1]; sigma2 <- parts[2]
  n <- as.vector(table(data$unit))
  level <- coef(fit)$unit[[1]]
  variance <- if (tau2 > 1e-10) mixed_model_variance(n, tau2, sigma2) else rep(sigma2 / sum(n), length(n))
  write_exact(data.frame(mu = fixef(fit)[[1]], tau2 = tau2, sigma2 = sigma2), paste0("level-", name, ".components.csv"))
  write_exact(data.frame(unit = rownames(coef(fit)$unit), n = n, mean = as.vector(tapply(data$y, data$unit, mean)),
                         level = level, variance = variance), paste0("level-", name, ".units.csv"))
  cat(name, "tau2", tau2, "sigma2", sigma2, "\n")
}

refer("8", draw(8, 3:14, 0.5, 0.9, 1))
refer("40", draw(40, 3:20, 0.35, 0.9, 1))
refer("400", draw(400, 3:30, 0.3, 0.9, 3))
refer("balanced", draw(30, 6, 0.4, 0.9, 1))
refer("uneven", draw(60, c(1, 2, 3, 150), 0.2, 0.9, 1))
refer("normal", draw(50, 4:9, 1.5, 0.5, 1, whole = FALSE))
repeat {
  none <- draw(20, 3:12, 0, 0.9, 1)
  fit <- suppressMessages(lmer(y ~ 1 + (1 | unit), none))
  if (isSingular(fit, tol = 1e-8)) break
}
refer("zero", none)

few <- draw(5, 4:9, 0.4, 0.9, 1)
write_exact(few, "level-few.csv")
ends <- t(sapply(split(few$y, few$unit), function(y) t.test(y)$conf.int))
within <- anova(lm(y ~ unit, few))["Residuals", "Mean Sq"]
write_exact(data.frame(unit = rownames(ends), low = ends[, 1], high = ends[, 2], sigma2 = within), "level-few.units.csv")

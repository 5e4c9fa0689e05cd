# Reference values of the change: quantile, cut, median, nnls, pnorm and p.adjust. Run in this folder: Rscript change.R
library(nnls)
set.seed(20262)

write_exact <- function(frame, file) {
  for (name in names(frame)) if (is.double(frame[[name]])) frame[[name]] <- sprintf("%.15g", frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}

draw <- function(units, sizes, sigma2, common, changed, noise) {
  n1 <- sample(sizes, units, replace = TRUE)
  n2 <- pmax(1, n1 + sample(-2:2, units, replace = TRUE))
  v <- sigma2 * (1 / n1 + 1 / n2)
  moved <- ifelse(runif(units) < changed, sample(c(-0.6, 0.6), units, replace = TRUE), 0)
  diff <- common + moved + rnorm(units, 0, sqrt(0.004 + noise * v))
  data.frame(unit = sprintf("u%03d", seq_len(units)), n1 = n1, n2 = n2, diff = as.numeric(sprintf("%.10g", diff)))
}

refer <- function(name, data, sigma2) {
  write_exact(data, paste0("change-", name, ".csv"))
  v <- sigma2 * (1 / data$n1 + 1 / data$n2)
  common <- median(data$diff)
  if (nrow(data) < 40) ab <- c(0, 1) else {
    edges <- quantile(v, c(0.2, 0.4, 0.6, 0.8), type = 7)
    class <- cut(v, c(-Inf, edges, Inf), right = TRUE)
    keep <- names(which(table(class) >= 8))
    x <- tapply(v, class, mean)[keep]
    y <- (tapply((data$diff - common)^2, class, median) / 0.4549364)[keep]
    ab <- nnls(cbind(1 / y, x / y), rep(1, length(y)))$x
  }
  s <- sqrt(pmin(ab[1] + ab[2] * v, pmax(v, ab[1])))
  z <- data$diff / s
  p <- 2 * pnorm(-abs(z))
  verdict <- ifelse(z > 1.96, "better", ifelse(z < -1.96, "worse", "cannot_tell"))
  beyond <- verdict != "cannot_tell" & sign(z) * (data$diff - common) / s > 1.96
  listed <- p.adjust(p, "BH") <= 0.10
  write_exact(data.frame(sigma2 = sigma2, median = common, a = ab[1], b = ab[2]), paste0("change-", name, ".movement.csv"))
  write_exact(data.frame(unit = data$unit, s = s, z = z, p = p, verdict = verdict,
                         beyond = tolower(beyond), listed = tolower(listed)), paste0("change-", name, ".units.csv"))
  cat(name, "a", ab[1], "b", ab[2], table(verdict), "listed", sum(listed), "\n")
}

refer("400", draw(400, 3:40, 0.5, 0.1, 0.2, 0.3), 0.5)
refer("43", draw(43, 5:60, 0.8, -0.05, 0.1, 0.4), 0.8)
refer("few", draw(30, 3:25, 0.6, 0, 0.4, 0.3), 0.6)
refer("tied", draw(90, c(5, 6, 6, 6, 20), 0.6, 0, 0.1, 0.3), 0.6)
refer("flat", transform(draw(120, 4:50, 0.6, 0, 0, 0), diff = diff * 3), 0.6)
refer("steep", transform(draw(120, 4:50, 0.6, 0, 0, 0), diff = as.numeric(sprintf("%.10g", diff * 8 * (1 / n1 + 1 / n2)))), 0.6)

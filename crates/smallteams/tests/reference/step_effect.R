# Reference values of the effect of a step: lm, predict with its prediction interval, and for the placebo rank each
# comparison unit predicted from a line through the others. Run in this folder: Rscript step_effect.R
set.seed(20264)

write_exact <- function(frame, file) {
  for (name in names(frame)) if (is.double(frame[[name]])) frame[[name]] <- sprintf("%.15g", frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}

refer <- function(name, units, before, effect) {
  x <- rnorm(units, 3.6, 0.4)
  frame <- data.frame(unit = sprintf("u%02d", 0:units), before = c(before, x),
                      after = c(1.6 + 0.55 * before + effect, 1.6 + 0.55 * x + rnorm(units, 0, 0.25)),
                      step = c(1L, rep(0L, units)))
  frame$before <- as.numeric(sprintf("%.10g", frame$before)); frame$after <- as.numeric(sprintf("%.10g", frame$after))
  frame <- frame[sample(nrow(frame)), ]
  write_exact(frame, paste0("step_effect-", name, ".csv"))
  own <- frame[frame$step == 1, ]; others <- frame[frame$step == 0, ]
  p <- predict(lm(after ~ before, others), own, interval = "prediction", level = 0.95)
  off <- sapply(seq_len(nrow(others)), function(i)
    others$after[i] - predict(lm(after ~ before, others[-i, ]), others[i, ]))
  found <- own$after - p[1, "fit"]
  write_exact(data.frame(effect = found, low = own$after - p[1, "upr"], high = own$after - p[1, "lwr"],
                         placebo_p = (1 + sum(abs(off) >= abs(found))) / (units + 1), expected = p[1, "fit"]),
              paste0("step_effect-", name, ".effect.csv"))
}

refer("12", 12, 2.8, 0.6)
refer("24", 24, 3.1, 0.3)
refer("80", 80, 3.3, -0.5)

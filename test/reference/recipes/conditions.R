# Expected rates from framework conditions, each municipality predicted by the others.
# Rscript test/reference/recipes/conditions.R > test/reference/conditions.json   (R 4.2.2, stats only)
#
# glm and lm of R with predict(se.fit = TRUE); Pearson's X^2 over its degrees of freedom, 1 at least, multiplies the variances.

number <- function(x) {
  text <- ifelse(is.infinite(x), '"Infinity"', sprintf("%.17g", x))
  if (length(x) == 1) text else paste0("[", paste(text, collapse = ", "), "]")
}
fields <- function(...) {
  values <- list(...)
  paste0("{", paste0('"', names(values), '": ', vapply(values, number, ""), collapse = ", "), "}")
}
case <- function(id, method, input, expected, call) {
  cat(sprintf(
    '{"id": "%s", "family": "conditions", "method": "%s", "input": %s, "expected": %s, "source": "R %s.%s, recipes/conditions.R: %s"}',
    id, method, input, expected, R.version$major, R.version$minor, call))
}
strict <- glm.control(epsilon = 1e-15, maxit = 200)
explained <- function(rate, expected) 1 - sum((rate - expected)^2) / sum((rate - mean(rate))^2)

logistic <- function(id, events, total, x, z, level = 0.95) {
  data <- data.frame(events, total, x, z)
  # A second time from its own end: glm's covariance is that of the step before its last.
  fit <- function(rows) {
    once <- function(start) suppressWarnings(
      glm(cbind(events, total - events) ~ x + z, binomial, data[rows, ], start = start, control = strict))
    once(coef(once(NULL)))
  }
  phi <- function(model) max(1, sum(residuals(model, "pearson")^2) / model$df.residual)
  rate <- events / total
  one <- vapply(seq_along(events), function(i) {
    model <- fit(-i)
    found <- predict(model, data[i, ], se.fit = TRUE, dispersion = 1)
    extreme <- events[i] == 0 || events[i] == total[i]
    n <- total[i] + extreme
    p <- (events[i] + extreme / 2) / n
    difference <- qlogis(p) - found$fit
    distance <- qt((1 + level) / 2, model$df.residual) *
      sqrt(phi(model) * (1 / (n * p * (1 - p)) + found$se.fit^2))
    expected <- plogis(found$fit)
    c(expected,
      if (events[i] == 0) 0 else plogis(found$fit + difference - distance) / expected,
      if (events[i] == total[i]) 1 / expected else plogis(found$fit + difference + distance) / expected)
  }, numeric(3))
  case(id, "logistic",
    fields(events = events, total = total, x = x, z = z, level = level),
    fields(dispersion = phi(fit(seq_along(events))), explained = explained(rate, one[1, ]),
           expectedRate = one[1, ], ratio = rate / one[1, ], lower = one[2, ], upper = one[3, ]),
    "glm(binomial), predict(se.fit)")
}

linear <- function(id, rate, x, z, level = 0.95) {
  data <- data.frame(rate, x, z)
  one <- vapply(seq_along(rate), function(i) {
    found <- predict(lm(rate ~ x + z, data[-i, ]), data[i, ], interval = "prediction", level = level)
    c(found[, "fit"], rate[i] / found[, "upr"], if (found[, "lwr"] > 0) rate[i] / found[, "lwr"] else Inf)
  }, numeric(3))
  case(id, "linear",
    fields(rate = rate, x = x, z = z, level = level),
    fields(explained = explained(rate, one[1, ]), expectedRate = one[1, ],
           ratio = rate / one[1, ], lower = one[2, ], upper = one[3, ]),
    "lm, predict(interval = prediction)")
}

set.seed(6)
x <- round(runif(14, 2, 9), 1)
z <- round(runif(14, 15, 40), 1)
total <- round(runif(14, 80, 1500))
chance <- plogis(0.4 - 0.1 * x - 0.01 * z)
cat("[\n")
logistic("overdispersed", rbinom(14, total, plogis(qlogis(chance) + rnorm(14, 0, 0.4))), total, x, z)
cat(",\n")
logistic("by-chance", round(total * chance), total, x, z, 0.9)
cat(",\n")
few <- c(0, 3, 2, 1, 5, 2, 4, 1, 3, 6, 2, 3, 4, 40)
logistic("small-counts", few, rep(40, 14), x, z)
cat(",\n")
share <- round(0.02 + 0.006 * x + 0.0004 * z + rnorm(14, 0, 0.004), 4)
linear("shares", share, x, z)
cat(",\n")
linear("wide", share, x, z, 0.9999)
cat("\n]\n")

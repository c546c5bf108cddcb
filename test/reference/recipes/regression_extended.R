# Writes test/reference/regression-extended.json, regressions and adjusted comparisons that regression.json lacks, and
# the data that it adds columns to, test/reference/data/regx_*.csv.
# Run from the root of the project, in Debian 12: Rscript test/reference/recipes/regression_extended.R
# R 4.2.2, estimatr 1.0.0, sandwich 3.0.2, jsonlite 1.8.4. The data are test/reference/data/reg_*.csv.
suppressMessages({
  library(estimatr)
  library(sandwich)
  library(jsonlite)
})

read <- function(name) read.csv(file.path("test/reference/data", paste0(name, ".csv")))
open <- read("reg_sim_open")
small <- read("reg_sim_small")
cluster <- read("reg_sim_cluster")
iv <- read("reg_sim_iv1")
# Households of two, and blocks of clusters within which both groups have several.
open$household <- (seq_len(nrow(open)) + 1) %/% 2
cluster$block <- ave(cluster$cluster, cluster$a, FUN = function(x) (match(x, unique(x)) - 1) %% 3)
cluster$w <- abs(cluster$x1) + 0.5
p <- ave(open$a, open$block)
# One over the share of the row's group in its block.
open$inverse <- ifelse(open$a == 1, 1 / p, 1 / (1 - p))
# Fewer follow the assignment: the set of effects is unbounded; two rays for a response that follows it.
weak <- iv
weak$follows <- ifelse(seq_len(nrow(iv)) %% 3 == 0, iv$y, iv$z)
weak$d <- ifelse(seq_len(nrow(iv)) %% 9 == 0, iv$d, as.integer(iv$x1 > 0))
data <- list(regx_open = open, reg_sim_small = small, regx_cluster = cluster, reg_sim_iv1 = iv, regx_weak = weak)
for (name in grep("regx", names(data), value = TRUE)) {
  printed <- as.data.frame(lapply(data[[name]], function(x) format(x, digits = 17, trim = TRUE)))
  write.csv(printed, file.path("test/reference/data", paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
}

cases <- list()
add <- function(method, source, input, expected, tol = list(abs = 1e-10, rel = 1e-9)) {
  input$data <- paste0("data/", input$data, ".csv")
  cases[[length(cases) + 1]] <<- list(
    id = sprintf("regression-extended/%s/%03d", method, length(cases) + 1), family = "regression-extended",
    method = method, input = input, expected = expected, source = source, tol = tol
  )
}
of_fit <- function(fit, rows = seq_along(fit$coefficients)) {
  list(
    coef = I(unname(fit$coefficients[rows])), se = I(unname(fit$std.error[rows])), df = I(unname(fit$df[rows])),
    p = I(unname(fit$p.value[rows])), lower = I(unname(fit$conf.low[rows])), upper = I(unname(fit$conf.high[rows]))
  )
}
of_effect <- function(fit) {
  # difference_in_means has the effect only, and doesn't name all of it.
  own <- if (length(fit$coefficients) == 1) 1 else "a"
  list(
    estimate = fit$coefficients[[own]], se = fit$std.error[[own]], df = fit$df[[own]],
    p = fit$p.value[[own]], lower = fit$conf.low[[own]], upper = fit$conf.high[[own]]
  )
}
robust <- c(model = "classical", hc0 = "HC0", hc2 = "HC2", hc3 = "HC3")

# Least squares with weights, and with clusters of unequal weights.
for (y in c("y", "yc")) for (name in c("regx_open", "reg_sim_small")) {
  formula <- reformulate(c("a", "x1"), y)
  for (covariance in names(robust)) {
    fit <- lm_robust(formula, data[[name]], weights = w, se_type = robust[[covariance]])
    add("lm-weights", "estimatr lm_robust(weights=)",
      list(data = name, outcome = y, terms = c("a", "x1"), weights = "w", covariance = covariance, level = 0.95), of_fit(fit))
  }
  for (type in c(hc0 = "CR0", cr2 = "CR2")) {
    fit <- lm_robust(formula, data[[name]], weights = w, clusters = cluster, se_type = type)
    add("lm-weights", "estimatr lm_robust(weights=, clusters=)",
      list(data = name, outcome = y, terms = c("a", "x1"), weights = "w", clusters = "cluster",
        covariance = if (type == "CR0") "hc0" else "cr2", level = 0.95), of_fit(fit))
  }
}
for (group in c("household", "cluster")) {
  fit <- lm_robust(yc ~ a + x1 + x2 + x3, open, clusters = open[[group]], se_type = "CR2")
  add("lm-weights", "estimatr lm_robust(clusters=)",
    list(data = "regx_open", outcome = "yc", terms = c("a", "x1", "x2", "x3"), clusters = group,
      covariance = "cr2", level = 0.95), of_fit(fit))
}

# Lin's regression with clusters, weights, and blocks as indicators beside covariates.
for (y in c("y", "yc")) {
  lin <- function(extra, ...) {
    fit <- lm_lin(reformulate("a", y), ~x1, open, ...)
    add("adjusted", "estimatr lm_lin",
      c(list(data = "regx_open", method = "lin", outcome = y, covariates = I("x1"), level = 0.95), extra), of_effect(fit))
  }
  lin(list(clusters = "cluster"), clusters = cluster)
  lin(list(clusters = "household"), clusters = household)
  lin(list(weights = "w"), weights = w)
  lin(list(weights = "w", clusters = "cluster"), weights = w, clusters = cluster)
  for (covariance in names(robust)) for (columns in list(character(0), "x1", c("x1", "x2", "x3"))) {
    fit <- lm_lin(reformulate("a", y), reformulate(c(columns, "factor(block)")), open, se_type = robust[[covariance]])
    add("adjusted", "estimatr lm_lin with block indicators among the covariates",
      list(data = "regx_open", method = "lin", outcome = y, covariates = I(columns), blocks = "block",
        covariance = covariance, level = 0.95), of_effect(fit))
  }
  fit <- lm_lin(reformulate("a", y), ~ x1 + factor(block), open, weights = w, se_type = "HC2")
  add("adjusted", "estimatr lm_lin(weights=) with block indicators among the covariates",
    list(data = "regx_open", method = "lin", outcome = y, covariates = I("x1"), blocks = "block", weights = "w",
      covariance = "hc2", level = 0.95), of_effect(fit))
  # Differences in means.
  for (name in c("regx_open", "reg_sim_small")) {
    fit <- difference_in_means(reformulate("a", y), data[[name]], weights = w, blocks = block)
    add("adjusted", "estimatr difference_in_means(weights=, blocks=)",
      list(data = name, method = "difference-in-means", outcome = y, blocks = "block", weights = "w", level = 0.95),
      of_effect(fit))
  }
  # Weighted means: least squares with the weights.
  for (type in c(hc0 = "HC0", hc2 = "HC2", hc3 = "HC3")) {
    fit <- lm_robust(reformulate("a", y), open, weights = w, se_type = type)
    add("adjusted", "estimatr lm_robust(weights=)",
      list(data = "regx_open", method = "hajek", outcome = y, weights = "w", covariance = tolower(type), level = 0.95),
      of_effect(fit))
  }
  fit <- lm_robust(reformulate("a", y), open, weights = w, clusters = household, se_type = "CR2")
  add("adjusted", "estimatr lm_robust(weights=, clusters=)",
    list(data = "regx_open", method = "hajek", outcome = y, weights = "w", clusters = "household", level = 0.95),
    of_effect(fit))
}
fit <- difference_in_means(y ~ a, cluster, clusters = cluster, blocks = block)
add("adjusted", "estimatr difference_in_means(clusters=, blocks=)",
  list(data = "regx_cluster", method = "difference-in-means", outcome = "y", clusters = "cluster", blocks = "block",
    level = 0.95), of_effect(fit))
fit <- difference_in_means(y ~ a, cluster, clusters = cluster, weights = w)
add("adjusted", "estimatr difference_in_means(clusters=, weights=)",
  list(data = "regx_cluster", method = "difference-in-means", outcome = "y", clusters = "cluster", weights = "w",
    level = 0.95), of_effect(fit))
# Blocks of which the weights are one over the share of the row's group in its block: Hájek's is then the blocked difference.
for (y in c("y", "yc")) {
  fit <- difference_in_means(reformulate("a", y), open, blocks = block)
  add("adjusted", "estimatr difference_in_means(blocks=), which Hájek's equals with the blocks' own shares as probabilities",
    list(data = "regx_open", method = "hajek", outcome = y, blocks = "block", weights = "inverse", level = 0.95),
    of_effect(fit))
}

# Logistic regression with weights.
tight <- glm.control(epsilon = 1e-15, maxit = 100)
for (name in c("regx_open", "reg_sim_small")) {
  d <- data[[name]]
  fit <- glm(y ~ a + x1, quasibinomial, d, weights = w, control = tight)
  vcov <- summary(fit)$cov.unscaled
  # sandwich's bread of a quasibinomial has the estimated dispersion in both factors, which cancels.
  errors <- function(type) unname(sqrt(diag(vcovHC(fit, type = type))))
  eta <- fit$linear.predictors
  add("logistic-weights", "R glm(quasibinomial, weights=) with dispersion 1; sandwich vcovHC",
    list(data = name, outcome = "y", terms = c("a", "x1"), weights = "w"),
    list(coef = unname(coef(fit)), se = unname(sqrt(diag(vcov))), se_hc0 = errors("HC0"), se_hc2 = errors("HC2"),
      se_hc3 = errors("HC3"), loglik = sum(d$w * (d$y * eta - log1p(exp(eta))))), list(abs = 1e-9, rel = 1e-8))
}

# g-computation with weights: the gradient by central differences.
for (name in c("regx_open", "reg_sim_small")) {
  d <- data[[name]]
  fit <- glm(y ~ a + x1, quasibinomial, d, weights = w, control = tight)
  risk <- function(beta, a) weighted.mean(plogis(beta[1] + beta[2] * a + beta[3] * d$x1), d$w)
  difference <- function(beta) risk(beta, 1) - risk(beta, 0)
  beta <- coef(fit)
  gradient <- sapply(1:3, function(k) {
    h <- 1e-5
    step <- replace(numeric(3), k, h)
    (8 * (difference(beta + step) - difference(beta - step)) - (difference(beta + 2 * step) - difference(beta - 2 * step))) / (12 * h)
  })
  error <- function(v) sqrt(drop(gradient %*% v %*% gradient))
  add("g-computation-weights", "R glm(quasibinomial, weights=), standardization by hand, delta method with numerical gradient",
    list(data = name, outcome = "y", covariates = I("x1"), weights = "w"),
    list(p1 = risk(beta, 1), p0 = risk(beta, 0), rd = difference(beta), se_model = error(summary(fit)$cov.unscaled),
      se_hc0 = error(vcovHC(fit, type = "HC0")), se_hc2 = error(vcovHC(fit, type = "HC2"))), list(abs = 1e-8, rel = 1e-7))
}

# Anderson and Rubin's set, by solving for the effects at which the test of the instrument is at its level.
statistic <- function(d, y, effect, covariates, type, clusters) {
  d$rest <- d[[y]] - effect * d$d
  formula <- reformulate(c("z", covariates), "rest")
  fit <- if (is.null(clusters)) lm_robust(formula, d, se_type = type) else lm_robust(formula, d, clusters = cluster, se_type = type)
  c(fit$statistic[["z"]]^2, qt(0.975, fit$df[["z"]])^2)
}
for (which in list(c("reg_sim_iv1", "y"), c("regx_weak", "y"), c("regx_weak", "follows"))) for (covariates in list(character(0), "x1")) for (type in c("classical", "HC0", "HC2", "CR2")) {
  d <- data[[which[1]]]
  clusters <- if (type == "CR2") "cluster" else NULL
  excess <- function(effect) { s <- statistic(d, which[2], effect, covariates, type, clusters); s[1] - s[2] }
  grid <- c(-10^seq(4, -3, by = -0.05), 0, 10^seq(-3, 4, by = 0.05))
  values <- sapply(grid, excess)
  changes <- which(diff(sign(values)) != 0)
  ends <- sapply(changes, function(i) uniroot(excess, grid[c(i, i + 1)], tol = 1e-13)$root)
  add("anderson-rubin", "R: effects at which estimatr lm_robust's t of the instrument is at its 95% level, by uniroot",
    list(data = which[1], outcome = which[2], covariates = I(covariates), covariance = c(classical = "model", HC0 = "hc0", HC2 = "hc2", CR2 = "cr2")[[type]],
      clusters = clusters, level = 0.95),
    list(ends = I(ends), inside = I(as.integer(c(values[1], values[match(0, grid)], values[length(values)]) <= 0))),
    list(abs = 1e-8, rel = 1e-8))
}

drop_null <- function(case) { case$input <- Filter(Negate(is.null), case$input); case }
lines <- sapply(cases, function(case) toJSON(drop_null(case), auto_unbox = TRUE, digits = I(17), always_decimal = FALSE))
writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), "test/reference/regression-extended.json")
cat(length(cases), "cases\n")

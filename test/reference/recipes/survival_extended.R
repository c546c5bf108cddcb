# Values of survival-extended.json: Rscript test/reference/recipes/survival_extended.R > test/reference/survival-extended.json
#
# R 4.2.2 with survival 3.5-3, cmprsk 2.2-11 and jsonlite 1.8.4: what survival.json lacks. Simulated follow-ups with many
# ties, three groups, strata, clusters and a covariate of an awkward scale, each with its columns inlined.
suppressMessages({library(survival); library(cmprsk); library(jsonlite)})
set.seed(1958)
cases <- list()
add <- function(id, method, input, expected, source)
  cases[[length(cases) + 1]] <<- list(
    id = unbox(sprintf("survival_extended/%s/%02d", method, id)), family = unbox("survival_extended"),
    method = unbox(method), input = input, expected = expected, source = unbox(source),
    tol = list(abs = unbox(1e-9), rel = unbox(1e-7)))
precise <- coxph.control(eps = 2.3e-16, toler.chol = 1e-15, iter.max = 100)
for (i in 1:8) {
  n <- c(40, 60, 90, 60, 40, 90, 60, 60)[i]
  units <- c(3, 10, 1000, 5, 1000, 3, 10, 100)[i]
  x1 <- round(rnorm(n, 1000, 0.01), 4); x2 <- rbinom(n, 1, 0.4)
  group <- sample(c("a", "b", "c"), n, TRUE, prob = c(0.5, 0.3, 0.2))
  stratum <- sample(1:3, n, TRUE); cluster <- sample(1:15, n, TRUE)
  waits <- rexp(n, exp(0.6 * x2 + 30 * (x1 - 1000))); ends <- runif(n, 0.2, 3)
  time <- ceiling(pmin(waits, ends) * units) / units
  event <- as.integer(waits <= ends); cause <- event * sample(1:2, n, TRUE)
  followups <- list(time = time, event = event)
  d <- survdiff(Surv(time, event) ~ group)
  add(i, "logrank-groups", c(followups, list(group = group)),
      list(statistic = unbox(d$chisq), df = unbox(2), observed = as.vector(d$obs), expected = as.vector(d$exp)),
      "survival 3.5-3 survdiff(Surv(time, event) ~ group)")
  d <- survdiff(Surv(time, event) ~ group + strata(stratum))
  add(i, "logrank-groups-stratified", c(followups, list(group = group, stratum = stratum)),
      list(statistic = unbox(d$chisq), df = unbox(2), observed = as.vector(rowSums(d$obs)),
           expected = as.vector(rowSums(d$exp))),
      "survival 3.5-3 survdiff(Surv(time, event) ~ group + strata(stratum))")
  for (ties in c("efron", "breslow")) {
    m <- suppressWarnings(coxph(Surv(time, event) ~ x1 + x2 + strata(stratum) + cluster(cluster),
                                ties = ties, control = precise))
    add(2 * i - (ties == "efron"), "cox-clusters",
        c(followups, list(x1 = x1, x2 = x2, stratum = stratum, clusters = cluster, ties = unbox(ties))),
        list(coef = unname(coef(m)), se = unname(sqrt(diag(m$naive.var))), robust_se = unname(sqrt(diag(m$var))),
             loglik = unbox(m$loglik[2]), score = unbox(m$score)),
        "survival 3.5-3 coxph(Surv(time, event) ~ x1 + x2 + strata(stratum) + cluster(cluster), ties)")
  }
  s <- survfit(Surv(time, factor(cause, 0:2)) ~ 1, conf.type = "log-log", conf.int = 0.9)
  v <- timepoints(cuminc(time, cause), s$time)$var
  add(i, "cumulative-incidence", list(time = time, cause = cause, level = unbox(0.9)),
      list(time = s$time, atRisk = as.vector(s$n.risk[, 1]), cif_1 = s$pstate[, 2], cif_2 = s$pstate[, 3],
           se_1 = s$std.err[, 2], se_2 = s$std.err[, 3], lower_1 = s$lower[, 2], upper_1 = s$upper[, 2],
           aalen_1 = unname(sqrt(v[1, ])), aalen_2 = unname(sqrt(v[2, ]))),
      "survival 3.5-3 survfit(Surv(time, factor(cause)) ~ 1, conf.type = 'log-log'); aalen_*: cmprsk 2.2-11 cuminc, timepoints")
}
lines <- vapply(cases, function(case) toJSON(case, digits = NA, na = "string"), "")
cat("[\n", paste(gsub('"NA"', '"NaN"', lines), collapse = ",\n"), "\n]\n", sep = "")

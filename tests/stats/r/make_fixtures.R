# Writes fixtures_r.h (R 4.2, base packages only; the tests themselves need no R):
#
#     Rscript tests/stats/r/make_fixtures.R > tests/stats/fixtures_r.h
#
# Each figure is computed in another way than in src/stats: levels by moments of a simulated
# Dirichlet and qbeta, trends by inverting the whole precision matrix and with the densities of the
# joint normal distribution, one case by R's own KalmanSmooth, kappa from the full table of counts.
options(warn = 2, digits = 17)
set.seed(20260308, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

num <- function(x) paste(sprintf("%.17g", x), collapse = ", ")
whole <- function(x) paste(as.integer(x), collapse = ", ")
cat("/* Written by r/make_fixtures.R with R ", as.character(getRversion()), "; not by hand. */\n", sep = "")

# ---- levels: Dirichlet-multinomial (Minka 2000), prior weight 4, Beta limits ----

level <- function(counts, own) {
	a <- 4 * (own + 1) / (sum(own) + 5) + counts
	p <- a / sum(a)
	k <- 0:4
	covariance <- (diag(p) - p %o% p) / (sum(a) + 1)
	m <- sum(k * p) / 4
	v <- as.numeric(k %*% covariance %*% k) / 16
	nu <- m * (1 - m) / v - 1
	limits <- 4 * qbeta(c(0.05, 0.95), m * nu, (1 - m) * nu)
	draws <- matrix(rgamma(5 * 1e5, rep(a, each = 1e5)), ncol = 5)
	simulated <- quantile(as.numeric((draws / rowSums(draws)) %*% k), c(0.05, 0.95))
	if (sum(counts) >= 3) stopifnot(abs(simulated - limits) < 0.07)
	c(4 * m, limits)
}
cat("static const struct { int counts[5], own[5]; double level, low, high; } r_levels[] = {\n")
for (i in 1:24) {
	counts <- rpois(5, sample(c(0.5, 2, 9), 1))
	own <- counts + rpois(5, 4)
	cat("\t{ { ", whole(counts), " }, { ", whole(own), " }, ", num(level(counts, own)), " },\n", sep = "")
}
cat("};\n\n")

# ---- Student's t ----

cat("static const struct { double cover, df, t; } r_t[] = {\n")
for (df in c(1, 2, 2.5, 3, 4, 7, 10, 31, 120, 1e4))
	for (cover in c(0.5, 0.8, 0.9, 0.99))
		cat("\t{ ", num(c(cover, df, qt((1 + cover) / 2, df))), " },\n", sep = "")
cat("};\n\n")

# ---- mean differences: normal-inverse-chi-squared (Gelman et al. 2013, 3.3), prior 2 df, SD 1 ----
# The limits by integrating the posterior of the mean over the variance on a fine grid of quantiles.

mean_range <- function(d) {
	n <- length(d)
	df <- 2 + n - 1
	scale <- 2 * 1 + sum((d - mean(d))^2)           # df * s^2
	at <- (1:4000 - 0.5) / 4000
	sigma2 <- scale / qchisq(at, df)                # posterior of the variance
	tail <- function(x, p) mean(pnorm(x, mean(d), sqrt(sigma2 / n))) - p
	by_grid <- sapply(c(0.05, 0.95), function(p) uniroot(tail, mean(d) + c(-60, 60), p = p, tol = 1e-10)$root)
	exact <- mean(d) + qt(c(0.05, 0.95), df) * sqrt(scale / df / n)
	stopifnot(abs(by_grid - exact) < 2e-3 * max(1, abs(exact)))
	c(mean(d), exact)
}
cat("static const struct { int n; double d[12], mean, low, high; } r_means[] = {\n")
for (n in c(3, 3, 4, 5, 8, 12)) {
	d <- sample(-3:3, n, replace = TRUE, prob = c(1, 2, 4, 6, 5, 3, 1))
	cat("\t{ ", n, ", { ", whole(d), " }, ", num(mean_range(d)), " },\n", sep = "")
}
cat("\t{ 3, { 1, 1, 1 }, ", num(mean_range(c(1, 1, 1))), " },\n", sep = "")
cat("};\n\n")

# ---- shares: Jeffreys interval (Brown, Cai, DasGupta 2001) ----

share <- function(k, n) c(if (k == 0) 0 else qbeta(0.05, k + 0.5, n - k + 0.5),
	if (k == n) 1 else qbeta(0.95, k + 0.5, n - k + 0.5))
cat("static const struct { int k, n; double low, high; } r_shares[] = {\n")
for (n in c(3, 7, 10, 54))
	for (k in unique(c(0, 1, n %/% 2, n - 1, n)))
		cat("\t{ ", k, ", ", n, ", ", num(share(k, n)), " },\n", sep = "")
cat("};\n\n")

# ---- quantiles, type 7 ----

cat("static const struct { int n; double v[9], p, x; } r_quantiles[] = {\n")
for (n in c(1, 2, 5, 9)) {
	v <- round(runif(n, 0.2, 1.8), 3)
	for (p in c(0, 0.1, 0.5, 0.8, 1))
		cat("\t{ ", n, ", { ", num(v), " }, ", num(c(p, quantile(v, p, type = 7))), " },\n", sep = "")
}
cat("};\n\n")

# ---- agreement: kappa with quadratic weights (Cohen 1968) ----

agreement <- function(a, b) {
	table <- table(factor(a, 0:4), factor(b, 0:4)) / length(a)
	weight <- outer(0:4, 0:4, "-")^2
	chance <- rowSums(table) %o% colSums(table)
	c(sum(a == b), sum(abs(a - b) <= 1), 1 - sum(weight * table) / sum(weight * chance))
}
cat("static const struct { int n, a[30], b[30]; int exact, within_one; double kappa; } r_agreements[] = {\n")
for (n in c(10, 11, 15, 30, 30)) {
	a <- sample(0:4, n, replace = TRUE)
	b <- pmin(pmax(a + sample(-2:2, n, replace = TRUE, prob = c(1, 3, 5, 3, 1)), 0), 4)
	r <- agreement(a, b)
	cat("\t{ ", n, ", { ", whole(a), " }, { ", whole(b), " }, ", whole(r[1:2]), ", ", num(r[3]), " },\n", sep = "")
}
cat("};\n\n")

# ---- trend: local level (Harvey 1989), averaged over the step (Hoeting et al. 1999) ----

# The level's posterior for one step, from the joint precision of all levels; and the log density of the
# differences between sessions, which is the likelihood once the first level is unknown.
posterior <- function(y, r, step) {
	n <- length(y)
	D <- diff(diag(n))
	V <- solve(diag(1 / r) + crossprod(D) / step^2)
	m <- as.numeric(V %*% (y / r))
	S <- diag(r) + step^2 * outer(1:n, 1:n, pmin)   # of levels that start at an unknown one, and noise
	z <- as.numeric(D %*% y)
	Sz <- D %*% S %*% t(D)
	ll <- -0.5 * (as.numeric(determinant(Sz)$modulus) + sum(z * solve(Sz, z)))
	e <- c(-1, rep(0, n - 2), 1)
	list(m = m, v = diag(V), d = sum(e * m), dv = sum(e * (V %*% e)), ll = ll)
}
trend <- function(grades) {
	n <- sapply(grades, length)
	y <- sapply(grades, mean)
	df <- 4 + sum(n - 1)
	s2 <- (4 + sum(sapply(grades, function(g) sum((g - mean(g))^2)))) / df
	all <- lapply(c(0.05, 0.1, 0.2, 0.4), function(step) posterior(y, s2 / n, step))
	ll <- sapply(all, function(p) p$ll)
	w <- exp(ll - max(ll)) / sum(exp(ll - max(ll)))
	mix <- function(mean, variance) {
		m <- sum(w * mean)
		c(m, sum(w * (variance + mean^2)) - m^2)
	}
	t90 <- qt(0.95, df)
	points <- sapply(seq_along(y), function(i) {
		x <- mix(sapply(all, function(p) p$m[i]), sapply(all, function(p) p$v[i]))
		c(x[1], max(0, x[1] - t90 * sqrt(x[2])), min(4, x[1] + t90 * sqrt(x[2])))
	})
	x <- mix(sapply(all, function(p) p$d), sapply(all, function(p) p$dv))
	list(points = points, change = c(x[1], x[1] + c(-1, 1) * t90 * sqrt(x[2])), df = df)
}

# R's own smoother agrees with posterior() where all sessions have one size.
local({
	y <- c(1.5, 2, 1.75, 2.5, 2.25, 3)
	model <- list(T = matrix(1), Z = 1, h = 0.2, V = matrix(0.04), a = 0, P = matrix(1e7), Pn = matrix(1e7))
	s <- KalmanSmooth(y, model)
	p <- posterior(y, rep(0.2, 6), 0.2)
	stopifnot(abs(s$smooth - p$m) < 1e-6, abs(s$var - p$v) < 1e-6)
})

cat("static const struct { int count, n[12], sum[12], squares[12]; double level[12], low[12], high[12], ",
	"by, change_low, change_high; } r_trends[] = {\n", sep = "")
cases <- list()
for (count in c(4, 5, 6, 8, 12, 12)) {
	slope <- sample(c(-0.15, 0, 0.1, 0.25), 1)
	cases <- c(cases, list(lapply(1:count, function(t)
		pmin(pmax(round(rnorm(sample(1:9, 1), 2 + slope * (t - count / 2), 1)), 0), 4))))
}
cases <- c(cases, list(list(2, 2, 2, 2, 2)), list(lapply(1:8, function(t) rep(ceiling(t / 2), 6))))
for (grades in cases) {
	r <- trend(grades)
	cat("\t{ ", length(grades), ", { ", whole(sapply(grades, length)), " }, { ", whole(sapply(grades, sum)), " }, { ",
		whole(sapply(grades, function(g) sum(g^2))), " },\n\t  { ", num(r$points[1, ]), " },\n\t  { ",
		num(r$points[2, ]), " },\n\t  { ", num(r$points[3, ]), " },\n\t  ", num(r$change), " },\n", sep = "")
}
cat("};\n")

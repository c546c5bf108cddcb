const FIELLER =
  "Fieller (1954), Journal of the Royal Statistical Society B 16, 175–185, doi:10.1111/j.2517-6161.1954.tb00159.x";

/** Where the methods for ratios, costs and effects come from, as results cite them. */
export const COST_SOURCES: Readonly<
  Record<"fieller" | "stinnett-mullahy" | "bootstrap-net-benefit", readonly string[]>
> = {
  "fieller": [FIELLER, "Willan & O’Brien (1996), Health Economics 5, 297–305"],
  "stinnett-mullahy": [
    "Stinnett & Mullahy (1998), Medical Decision Making 18, S68–S80, doi:10.1177/0272989X98018002S09",
    "Van Hout, Al, Gordon & Rutten (1994), Health Economics 3, 309–319, doi:10.1002/hec.4730030505",
    "Fenwick, Claxton & Sculpher (2001), Health Economics 10, 779–787, doi:10.1002/hec.635",
  ],
  "bootstrap-net-benefit": [
    "Briggs, Wonderling & Mooney (1997), Health Economics 6, 327–340, doi:10.1002/(SICI)1099-1050(199707)6:4<327::AID-HEC282>3.0.CO;2-W",
    "Heitjan, Moskowitz & Whang (1999), Medical Decision Making 19, 9–15, doi:10.1177/0272989X9901900102",
    "Rao & Wu (1988), Journal of the American Statistical Association 83, 231–241, doi:10.1080/01621459.1988.10478591",
  ],
};

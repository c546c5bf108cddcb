import type { Wording } from "../../outcomes/index.js";
import type { EditionData } from "../types.js";

/** By which terms what is due was computed: the protocol's are the contract's; others may have been given. */
export function termsOf({ deviations }: Pick<EditionData, "deviations">): Wording {
  const deviation = deviations.find(({ code }) => code === "payment-not-as-planned");
  if (deviation === undefined) return CONTRACT;
  return deviation.planned === "" ? GIVEN : OTHERS;
}

const CONTRACT: Wording = { da: "kontraktens vilkår", en: "the contract’s terms" };
const GIVEN: Wording = {
  da: "betalingsvilkår, der er oplyst til rapporten",
  en: "payment terms given for the review",
};
const OTHERS: Wording = {
  da: "andre betalingsvilkår end protokollens",
  en: "payment terms other than the protocol’s",
};

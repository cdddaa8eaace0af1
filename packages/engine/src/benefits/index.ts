/** What aid comes to: pure functions over fen, exact until somebody rounds. */
export { type ArrearsByMonth, arrears, type MonthPaid, monthsIn, raiseArrears } from './arrears.ts';
export { canteenBuildSubsidy, canteenSubsidy, type Meal, mealsCounted } from './canteen.ts';
export { capped } from './capped.ts';
export { categoryWeighted } from './category-weighted.ts';
export { interest, interestSubsidy, type LoanStretch } from './interest-subsidy.ts';
export { type Intern, type InternshipSubsidy, type InternshipTerms, internship } from './internship.ts';
export { type Proration, prorated } from './prorated.ts';
export { type Tier, tiered } from './tiered.ts';
export { topUp } from './top-up.ts';

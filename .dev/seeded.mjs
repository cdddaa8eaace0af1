// Properties ask for the same random values in every run, so that a failing run tells of the change and not of luck.
// AIDFLOW_SEED=NUMBER npm test asks for others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.AIDFLOW_SEED ?? 20_260_302) });

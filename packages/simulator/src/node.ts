/** What the simulator reads from disk. */

export { simulateCounty } from './load/simulation.ts';
export { placedIn, programmeAbove, programmeFolders, scenarioFiles } from './node/files.ts';
export { type ReadCounty, readCounty } from './node/load/read-county.ts';
export { type RunCountyOptions, runCounty } from './node/load/run-county.ts';
export { writeCountyReport } from './node/load/write-report.ts';
export { readScenario } from './node/read.ts';
export { type ScenarioRunner, scenarioRunner } from './node/runner.ts';
export { shownByScenarios } from './node/samples.ts';

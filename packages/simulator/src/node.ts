/** What the simulator reads from disk. */
export { placedIn, programmeAbove, programmeFolders, scenarioFiles } from './node/files.ts';
export { readScenario } from './node/read.ts';
export { type ScenarioRunner, scenarioRunner } from './node/runner.ts';

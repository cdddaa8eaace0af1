/** The words of a scenario; the definition package describes them by JSON Schema and generates these types. */
export type {
  CastMember,
  ConnectorScript,
  DoStep,
  Expectation,
  Given,
  GivenRecord,
  Scenario,
  ScenarioSource,
  ScenarioStep,
} from '@aidflow/definition';

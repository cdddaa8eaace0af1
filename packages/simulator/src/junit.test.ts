import { problem } from '@aidflow/definition';
import { expect, it } from 'vitest';
import { junitXml } from './junit.ts';
import type { ScenarioResult } from './result.ts';

const result = (about: Partial<ScenarioResult>): ScenarioResult => ({
  scenario: 'a "quoted" <name> & more',
  programme: 'winter-coat',
  file: 'scenarios/one.yaml',
  passed: true,
  problems: [],
  steps: [],
  planned: 0,
  events: [],
  state: null,
  cases: {},
  records: [],
  ...about,
});

it('has a suite for each programme, and tells what failed apart from what could not be meant', () => {
  const unknown = problem(
    'scenario/unknown-actor',
    { actor: 'clark\u0007', actors: ['clerk'] },
    { file: 'two.yaml', line: 7 },
  );
  const xml = junitXml([
    { result: result({}), seconds: 0.5 },
    {
      result: result({ programme: 'dibao', file: 'two.yaml', passed: false, problems: [unknown] }),
      seconds: 0.25,
    },
  ]);
  expect(xml.split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="aidflow simulate" tests="2" failures="0" errors="1" time="0.750">',
    '  <testsuite name="winter-coat" tests="1" failures="0" errors="0" time="0.500">',
    '    <testcase classname="winter-coat" name="a &quot;quoted&quot; &lt;name&gt; &amp; more" file="scenarios/one.yaml" time="0.500"/>',
    '  </testsuite>',
    '  <testsuite name="dibao" tests="1" failures="0" errors="1" time="0.250">',
    '    <testcase classname="dibao" name="a &quot;quoted&quot; &lt;name&gt; &amp; more" file="two.yaml" line="7" time="0.250">',
    expect.stringMatching(
      /^ {6}<error type="scenario\/unknown-actor" message="The scenario has no actor &quot;clark\ufffd&quot;\.">two\.yaml:7 .*&#10; {2}.*<\/error>$/,
    ),
    '    </testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});

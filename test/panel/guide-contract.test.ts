import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type GuideAction, parseGuideAction } from '../../src/panel/guide-contract.ts';

describe('an action of the guide’s page', () => {
  const actions: readonly GuideAction[] = [
    { kind: 'ready' },
    { kind: 'check', step: '1.5' },
    { kind: 'checkAll' },
    { kind: 'revealHint', step: 'bonus' },
    { kind: 'compareWithSolution', step: '1.5' },
    { kind: 'showInPanel' },
    { kind: 'stepThroughCheck', step: '1.5' },
    { kind: 'goToStep', step: '1.6' },
    { kind: 'openLink', link: 'open:src/domain/game.ts#apply' },
    { kind: 'openLocation', file: 'src/domain/game.ts', line: 14, column: 1 },
    { kind: 'nextExercise' },
    { kind: 'startTutorial' },
    { kind: 'trust' },
  ];
  for (const action of actions) {
    it(`is taken: ${action.kind}`, () => assert.deepEqual(parseGuideAction(action), action));
  }

  const strangers: readonly unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { kind: 'quit' },
    { kind: 'check' },
    { kind: 'check', step: 5 },
    { kind: 'check', step: '' },
    { kind: 'check', step: 'x'.repeat(1_000) },
    { kind: 'ready', more: true },
    { kind: 'openLocation', file: '../secret.ts', line: 1, column: 1 },
    { kind: 'openLocation', file: '/etc/passwd', line: 1, column: 1 },
    { kind: 'openLocation', file: 'a.ts', line: 0, column: 1 },
    { kind: 'openLocation', file: 'a.ts', line: 1.5, column: 1 },
    { kind: 'openLocation', file: 'a.ts', line: Number.NaN, column: 1 },
  ];
  for (const stranger of strangers) {
    it(`is not ${JSON.stringify(stranger) ?? 'undefined'}`.slice(0, 80), () =>
      assert.equal(parseGuideAction(stranger), undefined),
    );
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FromPage, fromPageSchema } from '../../../src/pages/guide/contract.ts';
import { readFromPage } from '../../../src/pages/message.ts';

describe('a message of the guide’s page', () => {
  const messages: readonly FromPage[] = [
    { type: 'ready' },
    { type: 'check', step: '1.5' },
    { type: 'checkAll' },
    { type: 'revealHint', step: 'bonus' },
    { type: 'compareWithSolution', step: '1.5' },
    { type: 'showInPanel' },
    { type: 'stepThroughCheck', step: '1.5' },
    { type: 'goToStep', step: '1.6' },
    { type: 'openLink', link: 'open:src/domain/game.ts#apply' },
    { type: 'openLocation', file: 'src/domain/game.ts', line: 14, column: 1 },
    { type: 'nextExercise' },
    { type: 'bringMySolutionAlong' },
    { type: 'returnToExercise' },
    { type: 'startTutorial' },
    { type: 'trust' },
  ];
  for (const message of messages) {
    it(`is taken: ${message.type}`, () => assert.deepEqual(readFromPage(fromPageSchema, message), message));
  }

  const strangers: readonly unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'quit' },
    { type: 'check' },
    { type: 'check', step: 5 },
    { type: 'check', step: '' },
    { type: 'check', step: 'x'.repeat(1_000) },
    { type: 'ready', more: true },
    { type: 'openLocation', file: '../secret.ts', line: 1, column: 1 },
    { type: 'openLocation', file: '/etc/passwd', line: 1, column: 1 },
    { type: 'openLocation', file: 'a.ts', line: 0, column: 1 },
    { type: 'openLocation', file: 'a.ts', line: 1.5, column: 1 },
    { type: 'openLocation', file: 'a.ts', line: Number.NaN, column: 1 },
  ];
  for (const stranger of strangers) {
    it(`is not ${JSON.stringify(stranger) ?? 'undefined'}`.slice(0, 80), () =>
      assert.equal(readFromPage(fromPageSchema, stranger), undefined),
    );
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GuideActions } from '../../../src/editor/guide/guide-model.ts';
import { receive } from '../../../src/editor/guide/receive.ts';
import type { FromPage } from '../../../src/pages/guide/contract.ts';

/** Writes down what it is asked for, in the words of the course. */
class Diary implements GuideActions {
  readonly entries: unknown[][] = [];
  readonly checkStep = this.#noting('checkStep');
  readonly checkAll = this.#noting('checkAll');
  readonly revealHint = this.#noting('revealHint');
  readonly compareWithSolution = this.#noting('compareWithSolution');
  readonly showInPanel = this.#noting('showInPanel');
  readonly stepThroughCheck = this.#noting('stepThroughCheck');
  readonly goToStep = this.#noting('goToStep');
  readonly openCode = this.#noting('openCode');
  readonly openLocation = this.#noting('openLocation');
  readonly nextExercise = this.#noting('nextExercise');
  readonly bringMySolutionAlong = this.#noting('bringMySolutionAlong');
  readonly returnToExercise = this.#noting('returnToExercise');
  readonly startTutorial = this.#noting('startTutorial');
  readonly trust = this.#noting('trust');

  #noting(what: string) {
    return async (...args: readonly unknown[]): Promise<void> => {
      this.entries.push([what, ...args]);
    };
  }
}

async function given(message: FromPage): Promise<unknown[][]> {
  const diary = new Diary();
  await receive(message, diary, {
    codeColumn: 2,
    sendState: () => diary.entries.push(['sendState']),
    openWebPage: async (url) => {
      diary.entries.push(['openWebPage', url]);
    },
  });
  return diary.entries;
}

describe('a message of the page', () => {
  it('is answered with the whole state when the page is ready', async () => {
    assert.deepEqual(await given({ type: 'ready' }), [['sendState']]);
  });

  it('asks for the same', async () => {
    for (const type of [
      'checkAll',
      'showInPanel',
      'nextExercise',
      'bringMySolutionAlong',
      'returnToExercise',
      'startTutorial',
      'trust',
    ] as const) {
      assert.deepEqual(await given({ type }), [[type]]);
    }
  });

  it('names its step', async () => {
    assert.deepEqual(await given({ type: 'check', step: '1.5' }), [['checkStep', '1.5']]);
    for (const type of ['revealHint', 'compareWithSolution', 'stepThroughCheck', 'goToStep'] as const) {
      assert.deepEqual(await given({ type, step: '1.5' }), [[type, '1.5']]);
    }
  });

  it('opens code in the column beside the guide', async () => {
    const at = { file: 'src/cli.ts', line: 3, column: 1 };
    assert.deepEqual(await given({ type: 'openLocation', ...at }), [['openLocation', at, 2]]);
    assert.deepEqual(await given({ type: 'openLink', link: 'open:src/domain/game.ts#apply' }), [
      ['openCode', { kind: 'code', file: 'src/domain/game.ts', member: 'apply' }, 2],
    ]);
  });

  it('opens a web page outside of the editor', async () => {
    assert.deepEqual(await given({ type: 'openLink', link: 'https://example.org/' }), [
      ['openWebPage', 'https://example.org/'],
    ]);
  });

  it('follows no other link', async () => {
    for (const link of ['command:quit', 'file:///etc/passwd', 'open:../x', 'javascript:alert(1)']) {
      assert.deepEqual(await given({ type: 'openLink', link }), []);
    }
  });
});
